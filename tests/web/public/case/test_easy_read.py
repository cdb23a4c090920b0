"""Easy Read: the short way again, in one short sentence a line, with pictures that nobody needs to see."""

import re
from pathlib import Path

import html5lib
import pytest

from app.services.case import projections
from app.store import record
from tests.pages import text
from tests.web.public.case.test_complaints import SHORT
from tests.web.public.conftest import hidden

SQLITE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
STATIC = Path(__file__).parents[4] / "app/static"
PICTURES = sorted((STATIC / "pictures").glob("easy-*.svg"))
MOST_WORDS = 12
MOST_BYTES = 1_500
FIELDS = re.compile(r'name="([a-z_]+)"(?: type| rows)')


def main(page):
    """What stands between the heading and the help."""
    (found,) = html5lib.parse(page, namespaceHTMLElements=False).iter("main")
    return found


def test_it_makes_the_same_complaint_and_two_presses_make_one(visitor, another, database):
    for person, page in ((visitor, "/c/quick"), (another, "/c/easy-read")):
        form = hidden(person.sees(page).text) | SHORT | {"wanted_words": "Mend it"}
        for _ in range(2):
            assert person.client.post(page, data=form).location == "/c/sent"

    with database.reading() as session:
        short, easy = (record.read(session, f"complaint:{number}") for number in (1, 2))
        assert [each.kind for each in easy] == [each.kind for each in short]
        assert projections.fold(easy).danger is projections.fold(short).danger
        assert record.read(session, "complaint:3") == []


@SQLITE
def test_it_asks_all_that_the_short_way_asks_and_the_database_little(visitor, queries):
    with queries() as asked:
        easy = visitor.sees("/c/easy-read").text
    short = visitor.sees("/c/quick").text

    assert len(FIELDS.findall(easy)) > 8
    assert FIELDS.findall(easy) == FIELDS.findall(short)
    assert len(asked) <= 2, asked


@SQLITE
def test_it_says_one_short_thing_at_a_time(visitor):
    page = main(visitor.sees("/c/easy-read").text)
    lines = [text(each) for each in page.iter() if each.tag in ("p", "label", "legend") or "hint" in str(each.attrib)]
    sentences = [each for line in lines for each in re.split(r"[.?:]", line)]

    assert len(sentences) > 25
    assert [each for each in sentences if len(each.split()) > MOST_WORDS] == []


@SQLITE
def test_each_question_has_a_picture_that_is_small_and_says_nothing_of_its_own(visitor):
    shown = [each.attrib for each in main(visitor.sees("/c/easy-read").text).iter("img")]

    assert {each["alt"] for each in shown} == {""}
    assert len(shown) > len(PICTURES)
    assert {each["src"].split("/")[-1].split(".")[0] for each in shown} == {each.stem for each in PICTURES}
    assert all(each.stat().st_size < MOST_BYTES and "style" not in each.read_text() for each in PICTURES)


@SQLITE
def test_it_is_offered_on_the_start_page_and_keeps_what_was_typed(visitor):
    assert 'href="/c/easy-read"' in visitor.sees("/").text
    visitor.answers(1, 2, 4, 5, 6)

    assert "Amina Yusuf" in visitor.sees("/c/easy-read").text


@SQLITE
def test_after_a_mistake_the_words_stay_and_the_questions_stay_easy(visitor):
    response = visitor.says("/c/easy-read", **SHORT | {"phone": ""})

    assert response.status_code == 422
    assert "Enter an email address or a phone number" in response.text
    assert "The lift is broken again" in response.text
    assert "Where do you live?" in response.text
