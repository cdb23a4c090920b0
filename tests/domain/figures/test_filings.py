"""Staff choose how a case is counted from the landlord's lists: what is on none is refused, and no date moves."""

from __future__ import annotations

import pytest

from app.domain.case.closures import Closed
from app.domain.figures import filings
from app.domain.figures.filing_whys import FilingWhy
from app.domain.figures.filings import FiledBeside, FiledUnder
from app.domain.reasons import Reason
from app.domain.refused import Refused, Why
from app.domain.said import Said
from tests.domain.case.histories import MONDAY, Life, deed, logged

OFFERED = dict.fromkeys((*filings.LISTS.values(), *filings.BESIDE.values()), ("one", "two"))
NOTHING = FiledUnder(None, None, None, None, None, None)
CHOSEN = FiledUnder("one", "one", ("two",), "two", "one", None)


NOWHERE = FiledBeside(None, None, None)


def filed(life: Life, chosen: FiledUnder, also: FiledBeside = NOWHERE) -> None:
    life.happen(deed(MONDAY), *filings.file_under(life.complaint, chosen, also, OFFERED))


def test_where_the_home_is_and_how_it_is_held_is_chosen_beside():
    life = logged()
    filed(life, NOTHING, FiledBeside("one", "two", None))
    filed(life, CHOSEN, FiledBeside("one", None, "one"))

    assert (filings.under(life.complaint), filings.beside(life.complaint)) == (CHOSEN, FiledBeside("one", None, "one"))
    with pytest.raises(Refused) as refused:
        filed(life, CHOSEN, FiledBeside("three", None, "one"))
    assert [(gap.why, gap.field) for gap in refused.value.gaps] == [(FilingWhy.NOT_ON_THE_LIST, "neighbourhood")]


def test_what_is_chosen_stands_until_somebody_chooses_otherwise():
    life = logged()
    filed(life, CHOSEN)
    assert filings.under(life.complaint) == CHOSEN

    filed(life, NOTHING)

    assert filings.under(life.complaint) == NOTHING


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        (FiledUnder("three", None, None, None, None, None), FilingWhy.NOT_ON_THE_LIST),
        (FiledUnder(None, "one", ("three",), None, None, None), FilingWhy.NOT_ON_THE_LIST),
        (FiledUnder(None, "one", ("one",), None, None, None), FilingWhy.THEME_TWICE),
        (FiledUnder(None, None, None, None, None, "one"), FilingWhy.NO_STAGE_2),
        (NOTHING, Why.NOTHING_CHANGED),
    ],
)
def test_what_cannot_be_chosen_is_refused(chosen: FiledUnder, why: Reason):
    with pytest.raises(Refused) as refused:
        filed(logged(), chosen)

    assert refused.value.why is why


def test_an_entry_that_was_retired_since_stays_where_it_was_chosen():
    life = logged()
    filed(life, CHOSEN)

    fewer = FiledUnder("one", "one", (), "two", "one", None)

    assert filings.file_under(life.complaint, fewer, NOWHERE, dict.fromkeys(OFFERED, ())) == (fewer,)


def test_the_cause_that_a_closing_names_takes_the_place_of_an_earlier_one():
    life = logged()
    filed(life, CHOSEN)
    for cause, stands in (("", "one"), ("two", "two")):
        life.happen(deed(MONDAY), Closed(MONDAY, cause, None, Said(1, "0" * 64), False, 1))
        assert life.complaint.filing.root_cause == stands
