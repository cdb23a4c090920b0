"""Words of an annual report are read beside the figures that they are signed with, and no part of it is emptied."""

from __future__ import annotations

from dataclasses import replace

from app.domain.figures import editions
from app.domain.figures.edition_states import PARTS, Place, Use
from app.domain.figures.edition_whys import EditionWhy
from tests.domain.figures.test_editions import FIGURES, WHOLE, Pen, begun, refused, signed, then


def test_nobody_signs_words_that_were_written_beside_other_figures() -> None:
    pen = Pen()
    table, empty = Place(Use.TABLE, "analysis.1"), Place(Use.LEARNING, "volumes")
    written = [editions.write(begun(), place, "Words.", pen) for place in (*PARTS, table)]
    written.append(editions.write(begun(), empty, "", pen))
    other = then(begun(*written), editions.recount(begun(), replace(FIGURES, sha256="bb")))
    assert editions.written_before(begun(*written), WHOLE) == ()

    assert set(editions.written_before(other, WHOLE | {table: "[]", empty: ""})) == {*PARTS}
    assert [gap.why for gap in editions.unfit(other, WHOLE, ())] == [EditionWhy.WRITTEN_BEFORE]
    held = then(other, editions.hold(other, PARTS[:5]), editions.write(other, PARTS[5], "Words.", pen))
    assert editions.unfit(held, WHOLE, ()) == ()
    assert refused(editions.hold, held, ()) == [EditionWhy.NOTHING_TO_HOLD]
    assert refused(editions.hold, signed(), PARTS) == [EditionWhy.SIGNED_ALREADY]


def test_one_of_the_six_parts_is_not_emptied() -> None:
    assert refused(editions.write, begun(), PARTS[2], " ", Pen()) == [EditionWhy.WITHOUT_NON_COMPLIANCE]
    assert editions.write(begun(), Place(Use.LEARNING, "volumes"), "", Pen())
