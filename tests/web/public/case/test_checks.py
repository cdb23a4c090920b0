"""The last look, and sending: once, whatever is pressed twice."""

import pytest

from app.services.case import projections
from app.store import record
from tests.web.public.conftest import ANSWERS, hidden

SQLITE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)


@pytest.fixture
def complaint(database):
    def read(number=1):
        with database.reading() as session:
            written = record.read(session, f"complaint:{number}")
        return projections.fold(written) if written else None

    return read


@SQLITE
def test_every_answer_stands_on_the_last_page_with_a_way_to_change_it(visitor):
    visitor.answers()

    page = visitor.sees("/c/check").text

    for answer in ("No", "Me", "Nobody came.", "Finish the work", "Amina Yusuf", "Salford", "Letter", "Large print"):
        assert answer in page
    for step in ANSWERS:
        assert f'href="/c/step/{step}"' in page


@SQLITE
def test_nothing_is_sent_before_every_question_has_an_answer(visitor, complaint):
    visitor.answers(1, 2)
    assert visitor.sees("/c/check").location == "/c/step/4"

    form = hidden(visitor.sees("/c/step/4").text)

    assert visitor.client.post("/c/check", data=form).location == "/c/step/4"
    assert complaint() is None


def test_two_presses_send_once_and_show_the_same_receipt(visitor, complaint):
    visitor.answers()
    form = hidden(visitor.sees("/c/check").text)

    receipts = []
    for _ in range(2):
        assert visitor.client.post("/c/check", data=form).location == "/c/sent"
        receipts.append(visitor.sees("/c/sent").text.partition('class="code"')[2][:300])

    assert receipts[0] == receipts[1]
    assert complaint(2) is None


def test_two_windows_on_one_draft_send_it_once(visitor, complaint):
    visitor.answers()
    first, second = (hidden(visitor.sees("/c/check").text) for _ in range(2))

    for form in (first, second):
        visitor.client.post("/c/check", data=form)

    assert complaint(1) is not None
    assert complaint(2) is None


@SQLITE
def test_nobody_else_is_shown_the_receipt(visitor, another):
    visitor.sends()

    assert another.sees("/c/sent").location == "/c/back"


def test_whoever_speaks_for_another_says_how_they_themselves_are_reached(visitor, complaint):
    visitor.answers(1)
    visitor.says("/c/step/2", whose="someone_else")
    visitor.says("/c/step/3", speaker_name="Kim", relationship="Daughter", authority="they_will_confirm")
    visitor.answers(4, 5, 6, 7, 8)
    assert "Enter the address for letters" in visitor.says("/c/step/9", ways=["letter"]).text
    visitor.says("/c/step/9", ways=["email"], email="kim@example.org")
    visitor.says("/c/step/10", detail="full")
    visitor.says("/c/step/11", needs=["bsl"], needs_of="resident")

    visitor.says("/c/check")

    found = complaint()
    resident, speaker = found.parties
    assert resident.preferences is None
    assert speaker.preferences.main.value == "email"
    assert not speaker.confirmed
    assert found.for_whom.value == "someone_else"
    page = visitor.sees("/c/sent").text
    assert "Until then we cannot share anything about them" in page


def test_a_group_is_counted(visitor, complaint):
    visitor.answers(1)
    visitor.says("/c/step/2", whose="group", people="1,200")
    visitor.answers(4, 5, 6, 7, 8, 9, 10, 11)

    visitor.says("/c/check")

    assert complaint().people == 1200


def test_no_name_and_no_way_to_be_reached_ends_in_a_return_code(visitor, complaint):
    visitor.answers(1)
    visitor.says("/c/step/2", whose="no_name")
    visitor.answers(4, 5)
    visitor.says("/c/step/7")
    visitor.says("/c/step/8", safe="no")
    visitor.answers(11)

    visitor.says("/c/check")

    page = visitor.sees("/c/sent").text
    assert not complaint().party(1).named
    assert "Your return code" in page
    assert "Please keep this code" in page
    assert "govuk-exit-this-page" in page


@SQLITE
def test_a_home_of_the_list_is_the_home_of_the_complaint(visitor, complaint):
    visitor.answers(1, 2, 4, 5, 6)
    visitor.says("/c/step/7", postcode="M5 4AB", then="find")
    page = visitor.sees("/c/step/7").text
    home = page.partition("2 Elm Court")[0].rpartition('value="')[2].partition('"')[0]
    visitor.says("/c/step/7", postcode="M5 4AB", home=home)
    visitor.answers(8)
    visitor.says("/c/step/9", ways=["letter", "here"])
    visitor.says("/c/step/10", main="letter", detail="full")
    visitor.answers(11)

    assert "2 Elm Court" in visitor.sees("/c/check").text
    visitor.says("/c/check")

    assert complaint().home == int(home)


@SQLITE
def test_sending_asks_and_shows_in_few_queries(visitor, queries):
    visitor.answers()

    with queries() as asked:
        visitor.sees("/c/check")
    assert len(asked) <= 5, asked
    visitor.says("/c/check")
    with queries() as asked:
        visitor.sees("/c/sent")
    assert len(asked) <= 8, asked


@SQLITE
@pytest.mark.parametrize(("email", "asked"), [("kim@homtail.co.uk", True), ("kim@meadow.org.uk", False)])
def test_a_slip_in_an_email_address_is_asked_about_and_stops_nobody(visitor, email, asked):
    visitor.answers(email=email)

    assert ("Did you mean kim@hotmail.co.uk?" in visitor.sees("/c/check").text) is asked
    assert visitor.says("/c/check").location == "/c/sent"


@SQLITE
def test_an_address_that_is_not_used_is_not_asked_about(visitor):
    visitor.answers(email="kim@hotmial.com")
    visitor.says("/c/step/9", ways=["letter"], email="kim@hotmial.com")
    visitor.answers(10, main=[])

    assert "Did you mean" not in visitor.sees("/c/check").text
