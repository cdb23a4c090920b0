"""Reports: counted in one go, named as the landlord names things today, and checked before anybody sees them (8.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from sqlalchemy.orm import Session

from app.domain.clock.profiles import Stage
from app.domain.figures import beside, documents, reconciliation
from app.domain.figures import profile as profiles
from app.domain.figures.breakdowns import DIMENSIONS, OF_STAGE_2_ALONE, Labels
from app.domain.figures.documents import Document
from app.domain.figures.periods import Basis, Period
from app.domain.figures.reports import Asked, Gathered, Naming, Profiled, report
from app.domain.figures.stated import Figures
from app.domain.figures.tallies import Cohort, Tally
from app.domain.landlord.landlord import Landlord
from app.services.figures import stated
from app.services.landlord import landlord
from app.store.figures import flow, measures, profile, promised, satisfaction
from app.store.figures.measures import Scope
from app.words.figures import channels

COHORTS = {
    Basis.RECEIVED: (Cohort.BEGUN, Cohort.DUE),
    Basis.EVENT: tuple(Cohort),
}
"""Which counts each basis needs; CH02 is counted by both (ruling 29)."""
ONLY_TIMED: Mapping[Basis, tuple[Cohort, ...]] = {Basis.RECEIVED: (Cohort.DUE,), Basis.EVENT: ()}
"""Those that it needs for CH02 alone."""


def compute(session: Session, asked: Asked, language: str, only: Mapping[str, str] | None = None) -> Document:
    """Return the document of a report, with what does not add up in it; `only` narrows it to keys of dimensions."""
    ours, figures = landlord.current(session), stated.current(session)
    scope = Scope(asked.period, asked.today, only or {})
    known = with_homes(asked, figures)
    counted = documents.document(report(known, _gathered(session, scope, known), naming(ours, language)))
    plain = beside.put(counted, figures, asked.period, asked.today, in_part=bool(only))
    return plain | {"reconciliation": [asdict(fault) for fault in reconciliation.faults(plain)]}


def with_homes(asked: Asked, figures: Figures) -> Asked:
    """Return what is asked with the homes stated for the last days of both periods, where no others were given."""
    period = asked.period
    return replace(
        asked,
        homes={**figures.homes(period.last), **asked.homes},
        homes_before={**figures.homes(period.before.last), **asked.homes},
    )


def naming(ours: Landlord, language: str) -> Naming:
    """Return what the landlord calls the entries of its lists; a channel of its own goes before what all call it."""
    labels: dict[str, Labels] = {each: _names(ours, f"{each}s") for each in DIMENSIONS}
    labels["channel"] = {**channels.names(language), **labels["channel"]}
    labels["contractor"] = {each.key: each.name for each in ours.doers}
    return Naming(labels, {each.key: each.tsm for each in ours.tenures if each.tsm is not None})


def _names(ours: Landlord, of: str) -> dict[str, str]:
    return {each.key: each.name for each in getattr(ours, of)}


def _gathered(session: Session, scope: Scope, asked: Asked) -> Gathered:
    basis = asked.basis
    measures.give_room(session)
    broken = measures.breakdowns(session, scope)
    scores = broken.tallies["satisfaction"]
    return Gathered(
        cells=measures.cells(session, scope, COHORTS[basis], only_timed=ONLY_TIMED[basis]),
        waited=measures.waited(session, scope, Cohort.ISSUED if basis is Basis.EVENT else Cohort.BEGUN),
        tallies={dimension: _tallies(broken.tallies[dimension], dimension) for dimension in DIMENSIONS},
        crossings=broken.crossings,
        complained=measures.complained(session, scope),
        others=measures.other_kinds(session, scope),
        scores=[(each.quarter, each.key, each.count) for each in scores if each.key is not None],
        said=satisfaction.said(session, scope),
        promised=promised.promised(session, scope, basis),
        unkept=promised.unkept(session, scope),
        flows=flow.flows(session, scope),
        days=flow.days(session, scope),
        profiled=_profiled(session, scope),
    )


def _profiled(session: Session, scope: Scope) -> tuple[Profiled, Profiled]:
    """Return who complained, in the period and in the one before; nobody can say it of a part of the complaints."""
    now, before = (profiles.years(each, scope.today) for each in (scope.period, scope.period.before))
    every = sorted({*now, *before})
    if scope.only or not every:
        return Profiled(), Profiled()
    told, received = profile.told(session, every), profile.complaints(session, every)

    def of(period: Period, years: tuple[int, ...]) -> Profiled:
        some = [each for year in years for each in told.get(year, ())]
        base = stated.customer_base(session, period.last) if some else {}
        return Profiled(years, some, sum(received[year] for year in years), base)

    return of(scope.period, now), of(scope.period.before, before)


def _tallies(found: Sequence[Tally], dimension: str) -> list[Tally]:
    return [each for each in found if dimension not in OF_STAGE_2_ALONE or each.stage == Stage.TWO]
