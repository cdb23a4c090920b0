"""Who complained, beside who lives here: with the unknown as a part, and nobody told from a small count (OM10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from app.domain.figures.profile import CHARACTERISTICS
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.domain.figures.shares import shown
from app.domain.figures.stages import UNKNOWN
from app.domain.figures.suppression import suppressed
from app.words.catalogues import N_
from app.words.figures import scopes
from app.words.figures.shown.gaps import left_out
from app.words.figures.voices import Voice
from app.words.people.equality import ANSWERS

TITLES = {
    "age": N_("Who complained, by age"),
    "disabled": N_("Who complained, by long illness or disability"),
    "ethnicity": N_("Who complained, by ethnic group"),
}
NAMES = {
    "age": N_("Age"),
    "disabled": N_("Limited by a long illness or disability"),
    "ethnicity": N_("Ethnic group"),
}
LEFT_OUT = N_("Left out")
WHY = N_("%(scope)s Small counts are left out so that nobody can be recognised, with as many others as it takes that "
         "no total gives them back.")  # fmt: skip


class Column(NamedTuple):
    """Counts of groups as they may be shown, None where one is left out, and what they are of."""

    counts: Sequence[int | None]
    whole: int | None

    @property
    def is_whole(self) -> bool:
        return self.whole is not None and None not in self.counts

    @property
    def percents(self) -> Mapping[int, Decimal]:
        """Return the per cent to show for each place: all of them and what is left out are 100 together."""
        if self.whole is None:
            return {}
        known = {place: count for place, count in enumerate(self.counts) if count is not None}
        return shown(known | {len(self.counts): self.whole - sum(known.values())})

    def figures(self, voice: Voice, place: int) -> tuple[Figure, Figure]:
        count = self.counts[place]
        percent = None if count is None else self.percents.get(place)
        return Figure(_said(voice, count)), Figure(voice.per_cent(percent))

    def total(self, voice: Voice) -> tuple[Figure, Figure]:
        return Figure(_said(voice, self.whole)), Figure(voice.per_cent(100 if self.whole else None))

    def series(self, voice: Voice, name: str) -> Series:
        counts, percents = self.counts, self.percents
        found = [None if count is None else percents.get(place) for place, count in enumerate(counts)]
        values = tuple(None if each is None else float(each) for each in found)
        return Series(name, values, tuple(voice.per_cent(each) for each in found))


def sections(voice: Voice) -> Iterator[Section]:
    """Yield what is shown of who complained, and of who lives here where that has nothing to stand beside."""
    profile = voice.document.get("profile")
    if profile:
        for name in CHARACTERISTICS:
            yield _profile(voice, name, profile)
    elif "profile" in {each["measure"] for each in voice.document["notes"]}:
        scope = scopes.of(voice, scopes.PEOPLE)
        yield left_out(voice, "profile", voice.gettext("Who complained, beside who lives here"), scope)
    beside = {name for name in CHARACTERISTICS if profile and _has_base(profile[name])}
    base = voice.document.get("customer_base") or {}
    alone = {name: lines for name, lines in base.items() if name not in beside}
    if alone:
        yield _customers(voice, alone)


def _has_base(of: Mapping[str, Any]) -> bool:
    return any(line["customer_base"] is not None for line in of["groups"])


def _profile(voice: Voice, name: str, profile: Mapping[str, Any]) -> Section:
    of = profile[name]
    groups = of["groups"]
    heads = [voice.gettext("Who complained")]
    columns = [Column([line["complainants"] for line in groups], of["total"])]
    if _has_base(of):
        heads.append(voice.gettext("Who lives here"))
        columns.append(Column([line["customer_base"] for line in groups], of["customer_base_total"]))
    labels = [_label(voice, name, line["label"]) for line in groups]
    years = ", ".join(map(str, profile["years"]))
    scope = voice.gettext(
        "Of the complaints that came in %(years)s. What people say of themselves is kept apart from every complaint: "
        "nobody can tell whose it is.",
        years=years,
    )
    return Section(
        key=f"profile.{name}",
        title=voice.gettext(TITLES[name]),
        scope=_scope(voice, scope, columns),
        table=_table(voice, voice.gettext(TITLES[name]), voice.gettext(NAMES[name]), heads, labels, columns),
        chart=_chart(voice, name, heads, labels, columns),
    )


def _table(
    voice: Voice, title: str, name: str, heads: Sequence[str], labels: Sequence[str], columns: Sequence[Column]
) -> Table:
    lines = [
        Line(label, tuple(figure for column in columns for figure in column.figures(voice, place)))
        for place, label in enumerate(labels)
    ]
    totals = tuple(figure for column in columns for figure in column.total(voice))
    lines.append(Line(voice.gettext("All"), totals, is_total=True))
    told = (each for head in heads for each in (head, voice.gettext("%(whose)s, share", whose=head)))
    return Table(title, (name, *told), tuple(lines))


def _chart(
    voice: Voice, name: str, heads: Sequence[str], labels: Sequence[str], columns: Sequence[Column]
) -> Chart | None:
    if not any(column.percents for column in columns):
        return None
    series = tuple(column.series(voice, head) for head, column in zip(heads, columns, strict=True))
    description = voice.gettext("A bar for the share of each group. The table has the same numbers.")
    return Chart(Shape.BARS, voice.gettext(TITLES[name]), description, tuple(labels), series)


def _customers(voice: Voice, base: Mapping[str, Sequence[Mapping[str, Any]]]) -> Section:
    """Return who lives here, a line for each group of each characteristic that the landlord states."""
    title, lines, columns = voice.gettext("Who lives here"), [], []
    for name, groups in base.items():
        safe = suppressed({place: line["count"] for place, line in enumerate(groups)})
        column = Column(list(safe.parts.values()), safe.total)
        columns.append(column)
        called = voice.gettext(NAMES[name]) if name in NAMES else name
        for place, line in enumerate(groups):
            lines.append(Line(_of(voice, called, _label(voice, name, line["label"])), column.figures(voice, place)))
        lines.append(Line(_of(voice, called, voice.gettext("All")), column.total(voice), is_total=True))
    heads = (voice.gettext("Group"), voice.gettext("People"), voice.gettext("Share"))
    scope = _scope(voice, scopes.of(voice, scopes.CUSTOMERS), columns)
    return Section("customer_base", title, scope, table=Table(title, heads, tuple(lines)))


def _of(voice: Voice, name: str, label: str) -> str:
    return voice.gettext("%(characteristic)s: %(group)s", characteristic=name, group=label)


def _label(voice: Voice, name: str, label: str) -> str:
    """Return what a group is called; the landlord calls its own what it likes."""
    if label == UNKNOWN:
        return voice.unknown
    known = {each.value: words for each in CHARACTERISTICS.get(name, ()) if (words := ANSWERS.get(each))}
    return voice.gettext(known[label]) if label in known else label


def _scope(voice: Voice, scope: str, columns: Sequence[Column]) -> str:
    return scope if all(column.is_whole for column in columns) else voice.gettext(WHY, scope=scope)


def _said(voice: Voice, count: int | None) -> str:
    return voice.gettext(LEFT_OUT) if count is None else voice.number(count)
