"""Figures of many complaints are counted by the worker; those of few, and of days that were typed, when asked for."""

from __future__ import annotations

from datetime import timedelta

from app.domain.figures.keeping import Place
from app.domain.figures.periods import Basis, Period, named_on, year_of
from app.domain.figures.reports import Asked
from app.services.figures import kept
from app.store.figures import kept as store
from app.store.people import equality
from tests.cases import begun, deed

AT, TODAY = deed().at, deed().on
MINUTE = timedelta(minutes=1)
NAMED = named_on(TODAY)
NOW = tuple(Place(NAMED[name], basis) for name in ("this_year", "this_quarter") for basis in Basis)
"""Those that count what comes today; what came before it is none."""


def work(session, at, slow=1, took=0.0):
    """Do all that a worker would at this moment, and return the places that were counted."""
    counted = []
    while (job := kept.look(session, at, slow)) is not None:
        if kept.begin(session, job):
            place = job.work.anew
            kept.keep(session, place, job, kept.count(session, place, at), timedelta(seconds=took))
            counted.append(place)
    return counted


def shown(session, at, language="en", period=NAMED["this_year"]):
    found = kept.shown(session, Asked(period, Basis.RECEIVED, TODAY, {}), language, at)
    return found.live, found.counted_at, found.document["stages"]["1"]["received"]


def test_few_are_counted_when_they_are_asked_for(session):
    begun(session)

    assert work(session, AT, slow=2) == []
    assert shown(session, AT) == (True, AT, 1)


def test_many_are_counted_once_until_something_changes_and_no_oftener_than_once_a_minute(session):
    begun(session)
    assert work(session, AT) == list(NOW)
    assert work(session, AT + MINUTE) == [], "nothing has changed"

    begun(session)
    early, later = AT + MINUTE * 1.5, AT + MINUTE * 2
    assert work(session, early) == []
    assert shown(session, early) == (False, AT, 1)

    assert sorted(work(session, later), key=str) == sorted(NOW, key=str)
    assert shown(session, later) == (False, later, 2)


def test_what_takes_long_to_count_is_left_alone_for_longer(session):
    begun(session)
    work(session, AT, took=4.5)
    begun(session)

    assert work(session, AT + 2 * MINUTE) == []
    assert len(work(session, AT + 3 * MINUTE)) == len(NOW)


def test_another_day_or_an_answer_about_equality_is_a_change_too(session):
    begun(session)
    work(session, AT)

    equality.add(session, TODAY.year, "under_25", "no", "white")
    assert len(work(session, AT + MINUTE)) == len(NOW)
    assert len(work(session, AT + timedelta(days=1))) == len(NOW)


def test_days_that_were_typed_and_other_languages_are_counted_when_they_are_asked_for(session):
    begun(session)
    work(session, AT)

    assert shown(session, AT, language="cy")[0]
    assert shown(session, AT, period=Period(TODAY, TODAY))[0]
    assert not shown(session, AT)[0]


def test_figures_that_no_worker_looks_after_are_not_shown_for_long(session):
    begun(session)
    work(session, AT)
    work(session, AT + timedelta(minutes=30))

    assert not shown(session, AT + timedelta(minutes=89))[0]
    assert shown(session, AT + timedelta(minutes=90))[0]


def test_of_two_workers_one_counts_and_figures_are_shown_once_they_are_there(session):
    begun(session)
    job = kept.look(session, AT, 1)

    assert kept.begin(session, job)
    assert not kept.begin(session, job)
    assert shown(session, AT)[0]
    assert kept.look(session, AT, 1).work.anew != job.work.anew


def test_figures_of_a_time_without_a_name_are_forgotten(session):
    begun(session)
    work(session, AT)

    work(session, AT + timedelta(days=365))

    assert {each.period for each in store.standings(session)} == {year_of(TODAY + timedelta(days=365)), year_of(TODAY)}


def test_all_are_forgotten_where_they_are_to_be_counted_in_another_way(session):
    begun(session)
    work(session, AT)

    kept.forget(session)

    assert shown(session, AT)[0]
    assert work(session, AT) == list(NOW)
