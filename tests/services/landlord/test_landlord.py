"""The landlord's settings, kept and put on record."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date

import pytest

from app.domain.changed import Changed
from app.domain.figures.bringing import PastBroughtIn
from app.domain.landlord.landlord import Choice, Landlord, OutOfHoursContact, SignedOff
from app.domain.refused import Gap, Refused, Why
from app.services.landlord import landlord, streams
from app.store import record
from tests.cases import deed

NOW = deed(by="staff:1")
PNG = b"\x89PNG\r\n\x1a\n"


def test_what_is_put_is_what_is_read(session):
    said = Landlord(
        name="Tai Dôl",
        phone="01632 960001",
        post=("1 Stryd Fawr", "Caerdydd"),
        themes=(Choice("damp", "Damp"), Choice("rent", "Rent", retired=True)),
        out_of_hours=(OutOfHoursContact("On call", phone="999"),),
    )

    landlord.put(session, said, NOW)

    assert landlord.current(session) == said


def test_the_record_says_which_settings_changed_and_not_what_they_say(session):
    landlord.put(session, Landlord(name="Meadow Homes", phone="01632 960001"), NOW)

    (event,) = record.read(session, "landlord")
    assert event.facts == '{"changed":["name","phone"]}'
    assert str(event.by) == "staff:1"


def test_putting_the_same_again_is_no_event(session):
    landlord.put(session, Landlord(name="Meadow Homes"), NOW)

    assert landlord.put(session, Landlord(name="Meadow Homes"), NOW) == ()
    assert landlord.position(session) == 1


@pytest.mark.parametrize(
    ("wrong", "gap"),
    [
        ({"phone": "call us"}, Gap(Why.NOT_A_PHONE, "phone")),
        ({"email": "write to us"}, Gap(Why.NOT_AN_EMAIL, "email")),
        ({"out_of_hours": (OutOfHoursContact("A", phone="x"),)}, Gap(Why.NOT_A_PHONE, "out_of_hours")),
        ({"out_of_hours": (OutOfHoursContact("A", email="x"),)}, Gap(Why.NOT_AN_EMAIL, "out_of_hours")),
        (
            {"signed_off": (SignedOff("tlh", "Worf", date(2026, 1, 5)),)},
            Gap(Why.LANGUAGE_WITHOUT_CATALOGUE, "signed_off"),
        ),
    ],
)
def test_what_nobody_could_use_is_refused_and_nothing_is_kept(session, wrong, gap):
    with pytest.raises(Refused) as refused:
        landlord.put(session, replace(Landlord(name="Meadow Homes"), **wrong), NOW)

    assert refused.value.gaps == (gap,)
    assert landlord.current(session) == Landlord()


def test_two_who_change_different_settings_do_not_hinder_each_other(session):
    landlord.put(session, Landlord(name="Meadow Homes"), NOW)

    landlord.put(session, Landlord(name="Meadow Homes", phone="01632 960001"), replace(NOW, seen=0))

    assert landlord.current(session).phone == "01632 960001"


def test_who_would_undo_what_was_set_meanwhile_is_told(session):
    landlord.put(session, Landlord(name="Meadow Homes"), NOW)

    with pytest.raises(Changed) as changed:
        landlord.put(session, Landlord(name="Hill Homes"), replace(NOW, seen=0))

    assert [each.by for each in changed.value.since] == ["staff:1"]
    assert landlord.current(session).name == "Meadow Homes"


def test_a_new_database_has_a_landlord_to_fill_in_and_an_old_one_keeps_its_own(session):
    landlord.put(session, Landlord(name="Meadow Homes"), NOW)

    landlord.begin(session, NOW)

    assert landlord.current(session).name == "Meadow Homes"


def test_a_picture_is_kept_with_its_type_and_its_address_changes_with_it(session):
    landlord.put_logo(session, PNG + b"one", NOW)
    first = landlord.current(session).logo
    landlord.put_logo(session, PNG + b"two", NOW)

    assert landlord.logo(session).type == "image/png"
    assert landlord.current(session).logo not in ("", first)

    landlord.put_logo(session, b"", NOW)
    assert landlord.logo(session) is None
    assert landlord.current(session).logo == ""


@pytest.mark.parametrize("content", [b"<svg onload='x'>", PNG + b"x" * 200_000])
def test_what_is_no_small_picture_is_refused(session, content):
    with pytest.raises(Refused) as refused:
        landlord.put_logo(session, content, NOW)

    assert refused.value.why is Why.NOT_A_PICTURE


def test_what_was_read_is_remembered_no_longer_than_its_transaction(session):
    landlord.put(session, Landlord(name="Meadow Homes"), NOW)
    session.commit()
    with session.begin_nested() as savepoint:
        landlord.put(session, Landlord(name="Elm Homes"), deed(by="staff:1"))
        session.flush()
        assert landlord.current(session).name == "Elm Homes"
        savepoint.rollback()

    assert landlord.current(session).name == "Meadow Homes"

    landlord.put(session, Landlord(name="Oak Homes"), deed(by="staff:1"))
    assert landlord.current(session).name == "Oak Homes"
    session.rollback()

    assert landlord.current(session).name == "Meadow Homes"


def test_the_past_that_was_brought_in_meanwhile_is_no_change_of_a_setting(session):
    landlord.put(session, Landlord(name="Meadow Homes"), NOW)
    seen = landlord.position(session)
    streams.note(session, PastBroughtIn(1, 2, "0" * 64), NOW)

    assert landlord.put(session, Landlord(name="Hill Homes"), replace(NOW, seen=seen)) == ("name",)


def test_of_two_who_change_different_settings_at_once_neither_is_overwritten_unasked(own_database):
    with own_database.writing() as session:
        landlord.put(session, Landlord(name="Meadow Homes"), NOW)
    ready, kept = threading.Barrier(2), []

    def change(name, said):
        with own_database.reading() as session:
            ours, seen = replace(landlord.current(session), **{name: said}), landlord.position(session)
        ready.wait()
        try:
            with own_database.writing() as session:
                kept.extend(landlord.put(session, ours, deed(by="staff:1", seen=seen)))
        except Changed:
            return

    colleagues = [
        threading.Thread(target=change, args=each) for each in {"phone": "01632 960001", "name": "Dale"}.items()
    ]
    for each in colleagues:
        each.start()
    for each in colleagues:
        each.join()

    with own_database.reading() as session:
        now = landlord.current(session)
    assert kept in (["phone"], ["name"])
    assert (now.phone, now.name) == (("01632 960001", "Meadow Homes") if kept == ["phone"] else ("", "Dale"))
