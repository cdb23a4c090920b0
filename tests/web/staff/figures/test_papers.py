"""Reports to be read: one page of HTML that stands by itself."""

from __future__ import annotations

import re

from app.domain.figures.edition_states import Part
from app.domain.landlord.landlord import ENGLISH
from app.domain.oversight.improvements import ImprovementDraft
from app.services.oversight import improvements
from app.store.landlord.staff import Member
from app.words.say import say
from tests import states
from tests.cases import RECEIVED, deed

OFFICER = Member(1, "Jo", "", "", frozenset())
YEAR = ("--from", "2026-04-01", "--to", "2027-03-31")


def test_a_report_is_one_page_of_html_with_the_six_parts(app, database):
    with database.writing() as session:
        for made in (states.fresh, states.answered, states.asked):
            made(session)
        draft = ImprovementDraft("You wait.", "", ("We look.",), done_on=RECEIVED)
        by = deed(RECEIVED, "staff:1")
        improvements.publish(session, improvements.begin(session, draft, (), OFFICER, by), True, by)

    page = app.test_cli_runner().invoke(args=["report", *YEAR, "--format", "html"]).stdout

    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", page) == [say(part, ENGLISH) for part in Part]
    assert page.count("Nobody has written this part yet.") == len(Part) - 1
    assert "We received 3 complaints at Stage 1." in page
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="chart"' in page
    assert re.findall(r'data-head="We did">([^<]+)<', page) == ["We look."]
    assert not re.search(r"<script|<link|src=", page)
