"""One question a page: each answer is kept, none is ever lost, and the road is the one they need."""

import gzip

import pytest

from app.web.assets import assets
from tests.web.conftest import HTMX
from tests.web.public.conftest import ANSWERS, hidden

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
STRANGE = "يتسرب الماء 😀 \u202eabc\u202c e\u0301 𝔘𝔫𝔦𝔠𝔬𝔡𝔢"
SQLITE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)

EMPTY = {
    1: "Choose if anyone could get hurt",
    2: "Choose who it is for",
    4: "Tell us what went wrong",
    5: "Choose what you would like",
    6: "Enter your full name",
    7: "Enter a postcode, like M1 2AB",
    8: "Choose if it is safe to reach you",
    9: "Choose at least one way",
    10: "Choose how much a message may say",
}


def test_each_answer_leads_to_the_next_question(visitor):
    led = [visitor.answers(step).location for step in ANSWERS]

    assert led == [*(f"/c/step/{number}" for number in (2, 4, 5, 6, 7, 8, 9, 10, 11)), "/c/check"]


@SQLITE
@pytest.mark.parametrize(("step", "sentence"), EMPTY.items())
def test_a_question_left_empty_says_what_is_needed(visitor, step, sentence):
    visitor.answers(*(each for each in ANSWERS if each < step))

    response = visitor.says(f"/c/step/{step}")

    assert response.status_code == 422
    assert sentence in response.text


@SQLITE
@pytest.mark.parametrize("step", ANSWERS)
def test_what_was_answered_stands_in_its_question(visitor, step):
    visitor.answers()

    page = visitor.sees(f"/c/step/{step}").text

    for value in ANSWERS[step].values():
        for each in value if isinstance(value, list) else [value]:
            assert each.splitlines()[0] in page


@SQLITE
def test_an_answer_that_is_wrong_keeps_its_words(visitor):
    visitor.answers(1, 2, 4, 5, 6, 7, 8)

    response = visitor.says("/c/step/9", ways=["email", "phone"], email="amina at example", phone="my neighbour's")

    assert "Enter an email address, like name@example.com" in response.text
    assert "Enter a phone number" in response.text
    assert 'value="amina at example"' in response.text
    assert "my neighbour" in response.text


@pytest.mark.parametrize("words", [STRANGE, LONG, "'; DROP TABLE draft; --", "<script>alert(1)</script>"])
def test_words_of_any_kind_are_kept_as_they_are(visitor, words):
    visitor.answers(4, words=words)

    page = visitor.sees("/c/step/4").text

    assert words.replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;") in page


@SQLITE
def test_ten_thousand_characters_are_taken_and_not_one_more(visitor):
    assert visitor.says("/c/step/4", words="ж" * 10_000).status_code == 303

    response = visitor.says("/c/step/4", words="ж" * 10_001)

    assert "Shorten it to 10,000 characters" in response.text
    assert "ж" * 10_001 in response.text


@SQLITE
def test_a_line_break_in_a_name_cannot_begin_a_header(visitor):
    visitor.answers(6, name="Amina\r\nBcc: everyone@example.org")

    assert 'value="Amina Bcc: everyone@example.org"' in visitor.sees("/c/step/6").text


@SQLITE
@pytest.mark.parametrize("said", [{"words": "a\0b"}, {"words": "x" * 13_000_000}], ids=["a NUL", "13 MB"])
def test_what_no_database_keeps_is_answered_kindly(visitor, said):
    response = visitor.says("/c/step/4", **said)

    assert response.status_code in (400, 413)
    assert "0161 555 0100" in response.text


@SQLITE
def test_a_choice_that_was_never_offered_is_refused(visitor):
    assert visitor.says("/c/step/1", danger="'; --").status_code == 422
    assert visitor.says("/c/step/2", whose="group", people="9" * 30).status_code == 422
    assert visitor.sees("/c/step/99").status_code == 404


def test_whoever_speaks_for_another_is_asked_who_they_are(visitor):
    visitor.answers(1)

    assert visitor.says("/c/step/2", whose="someone_else").location == "/c/step/3"
    assert visitor.says("/c/step/3").status_code == 422
    led = visitor.says("/c/step/3", speaker_name="Kim", relationship="Friend", authority="they_will_confirm")
    assert led.location == "/c/step/4"
    assert "person you are helping" in visitor.sees("/c/step/6").text


@SQLITE
def test_a_group_says_about_how_many_they_are(visitor):
    visitor.answers(1)

    assert "Enter how many people" in visitor.says("/c/step/2", whose="group").text
    assert "Enter a number from 2" in visitor.says("/c/step/2", whose="group", people="one").text
    assert visitor.says("/c/step/2", whose="group", people="12").location == "/c/step/4"


def test_who_gives_no_name_is_never_asked_for_it_and_need_not_say_where_they_live(visitor):
    visitor.answers(1)
    visitor.says("/c/step/2", whose="no_name")
    visitor.answers(4)

    assert visitor.answers(5).location == "/c/step/7"
    assert visitor.says("/c/step/7").location == "/c/step/8"
    assert visitor.says("/c/step/8", safe="no").location == "/c/step/11"


def test_only_ways_that_are_safe_are_offered_and_coming_back_always_is(visitor):
    visitor.answers(1, 2, 4, 5, 6, 7)
    visitor.says("/c/step/8", safe="some_ways", cautions=["no_letters", "no_texts"])

    page = visitor.sees("/c/step/9").text

    assert 'value="letter"' not in page
    assert 'value="text"' not in page
    assert 'value="here"' in page
    assert visitor.says("/c/step/9", ways=["letter"]).status_code == 422
    assert visitor.says("/c/step/9", ways=["here"]).location == "/c/step/11"


def test_a_change_of_mind_about_safety_asks_about_the_ways_again(visitor):
    visitor.answers()

    assert visitor.says("/c/step/8", safe="some_ways", cautions=["no_letters"]).location == "/c/step/9"
    assert 'value="amina@example.org"' in visitor.sees("/c/step/9").text


@SQLITE
def test_the_way_out_is_in_sight_where_it_was_not_said_that_it_is_safe(visitor):
    visitor.answers(1, 2, 4, 5, 6, 7)
    assert "govuk-exit-this-page" not in visitor.sees("/c/step/8").text

    visitor.says("/c/step/8", safe="not_sure")

    assert "govuk-exit-this-page" in visitor.sees("/c/step/9").text


def test_danger_now_stops_for_a_moment_and_blocks_nothing(visitor):
    assert visitor.says("/c/step/1", danger="now").location == "/c/now"

    page = visitor.sees("/c/now").text

    assert "999" in page
    assert "/c/ring-me" in page
    assert page.count('href="/c/step/12"') == 2


def test_a_home_is_chosen_from_the_list_of_its_postcode(visitor):
    visitor.answers(1, 2, 4, 5, 6)

    assert visitor.says("/c/step/7", postcode="m54ab", then="find").location == "/c/step/7"
    page = visitor.sees("/c/step/7").text
    assert "2 Elm Court" in page
    assert "Choose the home" in visitor.says("/c/step/7", postcode="M5 4AB").text
    home = page.partition("2 Elm Court")[0].rpartition('value="')[2].partition('"')[0]
    assert visitor.says("/c/step/7", postcode="M5 4AB", home=home).location == "/c/step/8"


@SQLITE
def test_typing_an_address_always_works(visitor):
    visitor.answers(1, 2, 4, 5, 6)

    assert "no list of homes" in visitor.says("/c/step/7", postcode="ZZ9 9ZZ", then="find", headers=HTMX).text
    assert visitor.says("/c/step/7", address="The blue boat").location == "/c/step/8"


@SQLITE
def test_htmx_is_given_the_question_alone_and_only_homes_ask_for_htmx(visitor):
    visitor.answers(1, 2, 4, 5, 6)

    part = visitor.says("/c/step/7", postcode="M5 4AB", then="find", headers=HTMX).text

    assert "<html" not in part
    assert 'id="question"' in part
    assert "2 homes found" in part
    assert "htmx.min" in visitor.sees("/c/step/7").text
    assert "htmx.min" not in visitor.sees("/c/step/4").text


def test_an_answer_sent_when_the_draft_is_gone_begins_another(visitor, clock):
    visitor.answers(1, 2)
    page = hidden(visitor.sees("/c/step/4").text)

    clock.passes(days=31)
    response = visitor.client.post("/c/step/4", data=page | {"words": "Still here"})

    assert response.location == "/c/step/1"
    assert "Still here" in visitor.sees("/c/step/4").text


@SQLITE
def test_a_question_page_asks_the_database_three_things_at_most(visitor, queries):
    visitor.answers()

    for step in ANSWERS:
        with queries() as asked:
            visitor.sees(f"/c/step/{step}")
        assert len(asked) <= 3, asked


@SQLITE
def test_the_first_page_and_a_question_come_in_60_kilobytes(visitor):
    files = {path.name: path for path in assets().files.values()}

    for address in ("/", "/c/step/4"):
        page = visitor.sees(address).text
        loaded = [files[part.partition('"')[0]] for part in page.split('"/static/')[1:]]
        sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in loaded}
        assert len(gzip.compress(page.encode())) + sum(sizes.values()) <= 60_000, sizes
