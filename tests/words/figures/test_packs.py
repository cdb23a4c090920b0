"""Each pack has the parts that it is read for, and no figure of it is missing."""

from __future__ import annotations

import pytest

from app.domain.figures.packs import Due, Open, Pack, live
from app.domain.oversight.improvements import Lesson
from app.words.figures.packs import CHAPTERS, pack
from tests.domain.figures.test_reconciliation import WHOLE
from tests.figured import TODAY

LIVE = live([Open(1, Due.LATE, 2, None, "Jo Bell", 3), Open(2, Due.SOON, 0, "Damp", None, 1)], TODAY, TODAY)


@pytest.mark.parametrize("which", Pack)
def test_a_pack_has_its_parts_and_in_each_what_was_chosen_for_it(which):
    made = pack(which, WHOLE, LIVE if which is Pack.WEEKLY else None, "Elm Grove Homes", "en")

    chapters = made.chapters[1:] if which is Pack.WEEKLY else made.chapters
    assert len(chapters) == len(CHAPTERS[which])
    assert all(chapter.shown or chapter.words for chapter in made.chapters)


def test_a_quarterly_pack_tells_what_was_learnt():
    lesson = Lesson(1, 1, "You wait.", "", ("We look.",), "Repairs", TODAY)

    *_, learnt = pack(Pack.QUARTERLY, WHOLE, None, "Elm Grove Homes", "en", [lesson]).chapters

    (line,) = learnt.shown[0].section.table.lines
    assert (learnt.words, line.head) == ((), "You wait.")
    assert [each.said for each in line.figures] == ["–", "We look.", "Repairs · February 2027"]


def test_a_weekly_pack_begins_with_what_is_open():
    made = pack(Pack.WEEKLY, WHOLE, LIVE, "Elm Grove Homes", "en")

    stages, ages, handlers, themes = (each.section for each in made.chapters[0].shown)
    assert stages.drafted == ("The oldest began on 1 February 2027.",)
    lines = {line.head: [each.said for each in line.figures] for line in handlers.table.lines}
    assert lines == {"Jo Bell": ["3", "3", "0", "0"], "Nobody yet": ["1", "0", "1", "0"], "All": ["4", "3", "1", "0"]}
    assert [line.head for line in themes.table.lines] == ["Not known", "Damp", "All"]
    assert [line.figures[0].said for line in ages.table.lines] == ["1", "0", "3", "0", "4"]


def test_a_weekly_pack_says_which_figures_are_of_the_day_and_which_of_the_week_before():
    made = pack(Pack.WEEKLY, WHOLE, LIVE, "Elm Grove Homes", "en")

    assert [each.title for each in made.chapters] == [
        "Open on 1 February 2027",
        "The week before: 1 July 2026 to 31 March 2027",
    ]
    assert made.of == (
        "What was open on 1 February 2027; and what came, fell due or was issued from 1 July 2026 to 31 March 2027.",
    )
