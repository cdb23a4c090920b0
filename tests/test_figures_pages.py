"""A report that is as long as it must be is found one's way in: what it holds, and tables no longer than one reads."""

import re

import pytest

from app.domain.figures.papers import Chapter, Paper, Shown
from app.domain.figures.sections import Figure, Line, Section, Table
from tests.kitchen import kitchen


@pytest.fixture(scope="module")
def app():
    return kitchen()


def a_table(count: int) -> Table:
    lines = tuple(Line(f"Street {number}", (Figure(str(1000 + number)),)) for number in range(count))
    return Table("By street", ("Street", "Complaints"), (*lines, Line("All", (Figure("2000"),), is_total=True)))


def read(app, *sections: Section) -> str:
    paper = Paper("Report", "Us", (), "en-GB", False, (Chapter("First", ("Words",), tuple(map(Shown, sections))),))
    with app.test_request_context():
        source = "{% from 'components/figures.html' import paper as read with context %}{{ read(paper) }}"
        return app.jinja_env.from_string(source).render(paper=paper)


@pytest.mark.parametrize("count", [0, 11, 12, 40])
def test_each_line_of_a_table_stands_once_and_no_more_than_twelve_unfolded(app, count):
    page = read(app, Section("a.b", "Streets", "All", a_table(count)))

    unfolded = page.partition('<details class="govuk-details figures__rest">')[0]
    heads = re.findall(r'scope="row"[^>]*>([^<]+)<', page)
    assert sorted(heads) == sorted(["All", *(f"Street {number}" for number in range(count))])
    seen = re.findall(r'scope="row"[^>]*>([^<]+)<', unfolded)
    assert len(seen) <= 12
    assert seen[-1] == "All"
    assert ("figures__rest" in page) == (count > 11)


def test_what_a_report_holds_leads_to_all_of_it_and_back(app):
    page = read(app, *(Section(key, key, "All", a_table(1)) for key in ("a.b_c", "d")))

    links, places = re.findall(r'href="#([^"]+)"', page), re.findall(r' id="([^"]+)"', page)
    assert links == ["chapter-1", "figures-a-b-c", "figures-d", "contents"]
    assert set(links) <= set(places)
    assert len(places) == len(set(places))
