"""Complaints against the homes that are owned, and the Tenant Satisfaction Measures on complaints (section 5, HM1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.domain.figures.periods import Basis
from app.domain.figures.sections import Figure, Line, Section, Table
from app.domain.figures.suppression import LEAST
from app.domain.landlord.tenures import Tsm
from app.words.catalogues import N_
from app.words.figures import scopes
from app.words.figures.shown.gaps import NO_HOMES, left_out, without_tenure
from app.words.figures.voices import STAGES, Voice

TENURES = {Tsm.LCRA: N_("Low cost rented homes (LCRA)"), Tsm.LCHO: N_("Low cost home ownership (LCHO)")}
BASES = {
    Basis.RECEIVED: N_("of those received in the period"),
    Basis.EVENT: N_("of those due in the period"),
}
PUBLISHED = {
    Basis.RECEIVED: N_("Published: of those received in the period."),
    Basis.EVENT: N_("Published: of those due in the period."),
}


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown against homes."""
    yield _relative(voice)
    yield _received(voice)
    yield _in_time(voice)


def _relative(voice: Voice) -> Section:
    title, scope = voice.gettext("Complaints against the number of our homes"), scopes.of(voice, scopes.HOMES)
    relative = voice.document["relative_to_homes"]
    if relative["total"]["per_1000_homes"] is None:
        return left_out(voice, "relative_to_homes", title, scope, NO_HOMES)
    stages = (*STAGES, "total")
    lines = (
        Line(
            voice.gettext("For 1,000 homes"),
            tuple(_against(voice, stage, "per_1000_homes", voice.decimal) for stage in stages),
        ),
        Line(
            voice.gettext("As a share of homes"),
            tuple(_against(voice, stage, "share_of_homes", voice.percent) for stage in stages),
        ),
    )
    said = voice.gettext(
        "For every 1,000 homes we received %(n)s complaints, both stages together.",
        n=voice.decimal(relative["total"]["per_1000_homes"]),
    )
    heads = (voice.gettext("Complaints"), *map(voice.stage, stages))
    return Section("relative_to_homes", title, scope, table=Table(title, heads, lines), drafted=(said,))


def _against(voice: Voice, stage: str, name: str, say: Callable[[float | None], str]) -> Figure:
    value = voice.document["relative_to_homes"][stage][name]
    return voice.opening(say(value), value, measure="received", **({} if stage == "total" else {"stage": stage}))


def _received(voice: Voice) -> Section:
    title = voice.gettext("CH01: complaints for 1,000 homes")
    heads = (
        voice.gettext("Homes and stage"),
        voice.gettext("Complaints received"),
        voice.gettext("Homes owned"),
        voice.gettext("CH01"),
    )
    lines = [
        Line(_of(voice, tenure, stage), _ch01(voice, tenure, stage, counts["CH01"][f"stage_{stage}"]))
        for tenure, counts in _counts(voice)
        for stage in STAGES
    ]
    scope = voice.gettext(
        "%(scope)s Those that we did not accept are not counted.", scope=scopes.of(voice, scopes.BEGUN)
    )
    return _section(voice, "tsm.CH01", title, scope, heads, lines)


def _in_time(voice: Voice) -> Section:
    title = voice.gettext("CH02: complaints answered in the Code’s time")
    heads = [voice.gettext("Homes and stage")]
    for basis in Basis:
        by = voice.gettext(BASES[basis])
        heads += [
            voice.gettext("In time, %(basis)s", basis=by),
            voice.gettext("Due, %(basis)s", basis=by),
            voice.gettext("CH02, %(basis)s", basis=by),
        ]
    lines = []
    for tenure in Tsm:
        by_basis = voice.document["tsm"][tenure.value]["CH02_by_basis"]
        for stage in STAGES:
            figures = [
                figure
                for basis in Basis
                for figure in _ch02(voice, tenure, stage, by_basis[basis.value][f"stage_{stage}"], basis)
            ]
            lines.append(Line(_of(voice, tenure, stage), tuple(figures)))
    published = PUBLISHED[Basis(voice.document["basis"])]
    scope = voice.gettext(
        "%(published)s Those that were stopped or that we did not accept are not counted.",
        published=voice.gettext(published),
    )
    return _section(voice, "tsm.CH02", title, scope, tuple(heads), lines)


def _section(voice: Voice, key: str, title: str, scope: str, heads: tuple[str, ...], lines: list[Line]) -> Section:
    scope = " ".join(filter(None, (scope, without_tenure(voice, LEAST))))
    if all(each.said == voice.unknown for line in lines for each in line.figures[:1]):
        return left_out(voice, key, title, scope)
    return Section(key, title, scope, table=Table(title, heads, tuple(lines)))


def _counts(voice: Voice) -> Iterator[tuple[Tsm, Mapping[str, Any]]]:
    for tenure in Tsm:
        yield tenure, voice.document["tsm"][tenure.value]["counts"]


def _of(voice: Voice, tenure: Tsm, stage: str) -> str:
    return voice.gettext("%(homes)s, %(stage)s", homes=voice.gettext(TENURES[tenure]), stage=voice.stage(stage))


def _ch01(voice: Voice, tenure: Tsm, stage: str, of: Mapping[str, Any]) -> tuple[Figure, ...]:
    """Return what came, against homes: those are stated, and open nothing."""
    counts, value = {"stage": stage, "measure": "tsm.CH01", "tsm": tenure.value}, of["value"]
    return (
        voice.figure(of["numerator"], **counts),
        Figure(voice.number(of["denominator"])),
        voice.opening("–" if value is None else voice.decimal(value), value, **counts),
    )


def _ch02(voice: Voice, tenure: Tsm, stage: str, of: Mapping[str, Any], basis: Basis) -> tuple[Figure, ...]:
    counts, value = {"stage": stage, "tsm": tenure.value, "basis": basis.value}, of["value"]
    in_time = counts | {"measure": "tsm.CH02.in_time"}
    return (
        voice.figure(of["numerator"], **in_time),
        voice.figure(of["denominator"], **counts, measure="tsm.CH02.due"),
        voice.opening(voice.per_cent(value), value, **in_time),
    )
