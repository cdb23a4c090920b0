"""The register of improvements: nothing is public that nobody looked through, and no version is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.oversight.improvements import (
    Improvement,
    ImprovementDraft,
    ImprovementPublished,
    ImprovementTakenBack,
    apply,
    fold,
    publish,
    take_back,
    write,
)
from app.domain.oversight.whys import ImprovementWhy
from app.domain.refused import Refused
from app.domain.said import Said

TODAY = date(2026, 11, 23)
DRAFT = ImprovementDraft("You wait too long.", "", ("We hired two people.", " "), "repairs", "delay", TODAY, (7,))
AREAS, THEMES = {"repairs"}, {"delay"}


def keep(kind, text):
    return Said(1, text)


def written(draft=DRAFT, before=None):
    before = before or Improvement()
    return apply(before, write(1, draft, AREAS, THEMES, keep))


def whys(refused):
    return [(gap.why, gap.field) for gap in refused.value.gaps]


def test_it_is_written_with_what_was_done_one_thing_a_line():
    latest = written().latest

    assert [each.sha256 for each in latest.did] == ["We hired two people."]
    assert (latest.learnt, latest.cases) == (None, (7,))


@pytest.mark.parametrize(("change", "why", "field"), [
    ({"you_said": " "}, ImprovementWhy.NOTHING_SAID, "you_said"),
    ({"service_area": "moon"}, ImprovementWhy.NO_SUCH_AREA, "service_area"),
    ({"theme": "moon"}, ImprovementWhy.NO_SUCH_THEME, "theme"),
    ({"cases": None}, ImprovementWhy.NO_SUCH_CASES, "cases"),
])  # fmt: skip
def test_what_nobody_said_or_no_list_has_is_not_written(change, why, field):
    with pytest.raises(Refused) as refused:
        written(replace(DRAFT, **change))

    assert whys(refused) == [(why, field)]


@pytest.mark.parametrize(("change", "why"), [
    ({"did": (" ",)}, ImprovementWhy.NOTHING_DONE),
    ({"done_on": None}, ImprovementWhy.WITHOUT_DAY),
    ({"done_on": date(2026, 11, 24)}, ImprovementWhy.DAY_TO_COME),
])  # fmt: skip
def test_what_is_not_done_is_kept_and_not_published(change, why):
    with pytest.raises(Refused) as refused:
        publish(written(replace(DRAFT, **change)), True, TODAY)

    assert whys(refused) == [(why, "")]


def test_nothing_is_public_that_nobody_looked_through():
    with pytest.raises(Refused) as refused:
        publish(written(), False, TODAY)

    assert whys(refused) == [(ImprovementWhy.NOT_CHECKED, "checked")]
    assert publish(written(), True, TODAY) == ImprovementPublished(1, TODAY)


def test_what_is_written_anew_is_public_only_once_it_is_published_too():
    public = apply(written(), publish(written(), True, TODAY))
    changed = written(replace(DRAFT, you_said="You wait."), public)

    assert changed.shown == public.latest
    assert apply(changed, publish(changed, True, TODAY)).shown == changed.latest
    with pytest.raises(Refused, match="published_already"):
        publish(public, True, TODAY)


def test_it_is_taken_back_once_and_may_be_published_again():
    public = apply(written(), publish(written(), True, TODAY))
    taken = apply(public, take_back(public, TODAY))

    assert (taken.shown, taken.published_on) == (None, None)
    assert publish(taken, True, TODAY).version == 1
    with pytest.raises(Refused, match="not_published"):
        take_back(taken, TODAY)


def test_folding_accepts_any_history():
    broken = fold([ImprovementPublished(3, TODAY), ImprovementTakenBack(TODAY), ImprovementPublished(3, TODAY)])

    assert (broken.latest, broken.shown) == (None, None)
