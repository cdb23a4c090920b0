"""Many complaints given to one person: asked with how many, each its own deed, each that stays with why."""

from __future__ import annotations

import threading
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.domain.case import complaints as rules
from app.domain.landlord.permissions import Role
from app.domain.refused import Why
from app.services.case import assignments, complaints, histories
from app.services.landlord import staff
from app.store.case.complaints import ComplaintRow
from app.words.say import say
from tests import cases
from tests.web.conftest import token_of

WORK = "/staff/work?view=team"
HERE = "/staff/assignments"


@pytest.fixture
def handler(staff_client):
    return staff_client(Role.HANDLER)


@pytest.fixture
def officer(staff_client):
    return staff_client(Role.COMPLAINTS_OFFICER, name="Sam Okoro")


@pytest.fixture
def made(handler, officer, database):
    with database.writing() as session:
        return [cases.a_complaint(session, key=f"press-{n}").reference for n in range(3)]


def ticks(client):
    """Return what each box of the list says when it is ticked."""
    boxes = client.get(WORK).text.split('name="chosen"')[1:]
    return list(dict.fromkeys(box.partition('value="')[2].partition('"')[0] for box in boxes))


def give(client, chosen, to, **more):
    sent = {"csrf_token": token_of(client), "key": uuid4().hex, "chosen": chosen, "staff": to, "back": WORK}
    return client.post(HERE, data=sent | more)


def holders(database):
    with database.reading() as session:
        return dict(session.execute(select(ComplaintRow.reference, ComplaintRow.handler)).all())


def test_those_that_were_ticked_are_asked_about_with_how_many_they_are(handler, made):
    page = handler.get(f"{HERE}/new", query_string={"chosen": ticks(handler)}).text

    assert "<h1" in page
    assert "Give 3 complaints to somebody" in page
    assert all(reference in page for reference in made)
    assert '<option value="2">Sam Okoro' in page


def test_all_of_them_go_and_it_is_said(handler, made, database):
    given = give(handler, ticks(handler), 2)

    page = handler.get(given.location).text
    assert given.status_code == 303
    assert "3 complaints given away" in page
    assert "Now with Sam Okoro" in page
    assert holders(database) == dict.fromkeys(made, 2)


def test_what_cannot_go_stays_and_says_why_and_the_rest_goes(handler, made, database):
    chosen = ticks(handler)
    with database.writing() as session:
        with histories.opened(session, made[0], cases.deed(by="staff:1")) as case:
            case.add(rules.mark_concerned(case.complaint, (2,)))
        complaints.assign(session, made[1], 2, cases.deed(by="staff:1"))
    concerned = next(tick for tick in ticks(handler) if tick.startswith(made[0]))
    chosen = [concerned, *(tick for tick in chosen if not tick.startswith(made[0]))]

    page = handler.get(give(handler, chosen, 2).location).text

    assert "1 complaint given away" in page
    assert "2 stay as they were" in page
    assert say(Why.CONCERNED_IN_COMPLAINT, "en") in page
    assert "Somebody changed it meanwhile" in page
    assert holders(database) == {made[0]: None, made[1]: 2, made[2]: 2}


def test_a_second_press_answers_as_the_first_and_does_nothing(handler, made, database):
    chosen, key = ticks(handler), uuid4().hex
    first, again = give(handler, chosen, 2, key=key), give(handler, chosen, 2, key=key)

    assert again.location == first.location
    assert "3 complaints given away" in handler.get(again.location).text


def test_the_same_key_for_another_person_is_refused(handler, made, database):
    chosen, key = ticks(handler), uuid4().hex
    give(handler, chosen, 2, key=key)

    assert give(handler, chosen, 1, key=key).status_code == 409
    assert holders(database) == dict.fromkeys(made, 2)


def test_nobody_reads_what_became_of_another_persons_press(handler, officer, made):
    assert officer.get(give(handler, ticks(handler), 2).location).status_code == 404


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ([], "Tick at least one complaint"),
        (["odd", "1.x", "."], "Tick at least one complaint"),
        ([f"AAAA-{n:04}.1" for n in range(51)], "Tick 50 complaints or fewer"),
    ],
)
def test_too_few_and_too_many_are_said(handler, made, chosen, said):
    asked = handler.get(f"{HERE}/new", query_string={"chosen": chosen})

    assert (asked.status_code, said in asked.text) == (422, True)
    assert give(handler, chosen, 2).status_code == 422


def test_what_is_not_there_is_not_found(handler, made):
    assert handler.get(f"{HERE}/new?chosen=AAAA-AAAA.1").status_code == 404


def test_nobody_chosen_keeps_what_was_ticked(handler, made):
    page = give(handler, ticks(handler), "")

    assert page.status_code == 422
    assert "Choose who will deal with them" in page.text
    assert page.text.count('name="chosen"') == 3


def test_a_viewer_sees_no_boxes(staff_client, made):
    viewer = staff_client(Role.VIEWER)

    assert ticks(viewer) == []


def test_two_who_give_the_same_away_at_once_do_not_undo_each_other(handler, made, database):
    """Each complaint goes once; whoever was slower is told so, for each."""
    with database.reading() as session:
        seen = dict(session.execute(select(ComplaintRow.reference, ComplaintRow.position)).all())
        me = staff.present(session)[0]
    given, ready = {}, threading.Barrier(2)

    def press(to, order):
        ready.wait()
        with database.writing() as session:
            deed = cases.deed(by=f"staff:{to}", key=f"press-at-once-{to}")
            given[to] = assignments.assign_many(session, me, {each: seen[each] for each in order}, to, deed)

    threads = [threading.Thread(target=press, args=(1, made)), threading.Thread(target=press, args=(2, made[::-1]))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(len(each.went) for each in given.values()) == [0, 3]
    winner = next(to for to, each in given.items() if each.went)
    assert holders(database) == dict.fromkeys(made, winner)
    assert {each.why for to, one in given.items() if to != winner for each in one.stayed} == {None}
