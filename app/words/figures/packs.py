"""The packs that go round, in words: which figures each has, and in which parts (9.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from app.domain.figures.documents import Document
from app.domain.figures.packs import AGES, Due, Pack
from app.domain.figures.papers import Chapter, Paper, Shown
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.domain.oversight.improvements import Lesson
from app.words.catalogues import N_, catalogue
from app.words.figures.opens import under
from app.words.figures.papers import NOT_WRITTEN, bound
from app.words.figures.presented import picked, sections
from app.words.figures.shown import lessons as learnt
from app.words.figures.shown.dimensions import MOST_BARS
from app.words.figures.shown.gaps import NONE_OF_THESE, left_out
from app.words.figures.voices import STAGES, Voice

TITLES = {
    Pack.WEEKLY: N_("Weekly pack: what is open, and the week before"),
    Pack.MONTHLY: N_("Monthly pack: how we handled complaints"),
    Pack.QUARTERLY: N_("Quarterly pack for the member responsible for complaints"),
}
HANDLING = ("targets", "acknowledgements", "timeliness.", "on_time", "told", "days")
CATEGORIES = ("breakdowns.service_area", "breakdowns.theme", "breakdowns.channel")
TRENDS = (
    *("top.", "top_upheld.", "hot_spots", "breakdowns.root_cause", "breakdowns.neighbourhood", "repeat_complainants"),
    *("breakdowns.escalation_reason", "satisfaction", "promises", "compensation"),
)
THE_WEEK_BEFORE = N_("The week before: %(first)s to %(last)s")
CHAPTERS: Mapping[Pack, Sequence[tuple[str, Sequence[str]]]] = {
    Pack.WEEKLY: ((THE_WEEK_BEFORE, ("volumes", "outcomes.", "acknowledgements", "timeliness.", "told")),),
    Pack.MONTHLY: (
        (N_("What came, and what it was about"), ("volumes", "weeks", "escalation_rate", *CATEGORIES, "other_kinds.")),
        (N_("What we decided"), ("outcomes.", "refusals", "compensation")),
        (N_("How we handled it"), HANDLING),
    ),
    Pack.QUARTERLY: (
        (
            N_("Volumes, categories and outcomes, and how we handled complaints"),
            (
                "volumes",
                "weeks",
                "trend",
                "escalation_rate",
                *CATEGORIES,
                "outcomes.",
                "outcomes_merged.",
                "refusals",
                *HANDLING,
            ),
        ),
        (
            N_("Issues and trends"),
            TRENDS,
        ),
        (N_("What the Ombudsman decided, and what we did about it"), ("ombudsman",)),
        (N_("What we learn, and what we change"), ("improvements",)),
    ),
}
"""The parts of each pack, and which figures stand in them; those of 9.7 in its order."""
DUE = {
    Due.LATE: N_("Late"),
    Due.SOON: N_("Due in the next seven days"),
    Due.LATER: N_("Due later, or not known when"),
}
AGED = (N_("Up to %(weeks)s weeks"), N_("%(first)s to %(last)s weeks"), N_("More than %(weeks)s weeks"))
NOBODY = N_("Nobody yet")
HEADS = (N_("Open"), *DUE.values())


def pack(
    pack: Pack,
    document: Document,
    live: Document | None,
    landlord: str,
    language: str,
    lessons: Sequence[Lesson] = (),
) -> Paper:
    """Return a pack; parts that people write are said not to be written."""
    voice = Voice(document, language)
    found = (*sections(document, language), *learnt.sections(voice, lessons))
    chapters = [_chapter(voice, title, picked(found, keys)) for title, keys in CHAPTERS[pack]]
    if live is None:
        return bound(voice, TITLES[pack], landlord, chapters)
    paper = bound(voice, TITLES[pack], landlord, (_live(voice, live), *chapters))
    return replace(paper, of=(_of_both(voice, live),))


def _chapter(voice: Voice, title: str, some: Sequence[Section]) -> Chapter:
    words = () if some else (voice.gettext(NOT_WRITTEN),)
    return Chapter(voice.gettext(title, **_days(voice)), words, tuple(map(Shown, some)))


def _live(voice: Voice, live: Document) -> Chapter:
    day = _day(voice, live)
    scope = voice.gettext("Stages that were open on %(day)s.", day=day)
    return Chapter(voice.gettext("Open on %(day)s", day=day), shown=tuple(map(Shown, _open(voice, live, scope))))


def _of_both(voice: Voice, live: Document) -> str:
    """Return of which days a pack is that sets what is open on one beside what came in the week before it."""
    return voice.gettext(
        "What was open on %(day)s; and what came, fell due or was issued from %(first)s to %(last)s.",
        day=_day(voice, live),
        **_days(voice),
    )


def _day(voice: Voice, live: Document) -> str:
    return voice.day(date.fromisoformat(live["on"]))


def _days(voice: Voice) -> dict[str, str]:
    return {"first": voice.day(voice.period.first), "last": voice.day(voice.period.last)}


def _open(voice: Voice, live: Document, scope: str) -> Iterator[Section]:
    on = {"from": live["on"], "to": live["on"]}
    stages = [Of(voice.stage(stage), live["stages"][stage], on | {"stage": stage}) for stage in STAGES]
    yield _section(voice, "live.stages", voice.gettext("Open, late and due"), scope, stages, on, _oldest(voice, live))
    lines = zip(ages(voice.language), live["ages"], strict=True)
    of_ages = [Of(head, line, on, f".{age}") for age, (head, line) in enumerate(lines)]
    yield _section(voice, "live.ages", voice.gettext("How long they have been open"), scope, of_ages, on)
    # A name of somebody may not stand in an address, so these open nothing.
    handlers = [Of(line["label"] or voice.gettext(NOBODY), line, {}) for line in live["handlers"]]
    yield _section(voice, "live.handlers", voice.gettext("Who has them in hand"), scope, handlers, on)
    themes = [Of(voice.label(line["label"]), line, on | under("theme", line["label"])) for line in live["themes"]]
    yield _section(voice, "live.themes", voice.gettext("What they are about"), scope, themes, on)


class Of(NamedTuple):
    """A line of what is open: its counts, and of which complaints they are; with no terms they open none."""

    head: str
    counts: Mapping[str, Any]
    terms: Mapping[str, str]
    age: str = ""

    def figure(self, voice: Voice, name: str) -> Figure:
        measure = {"measure": f"live.{name}{self.age}"} if self.terms else {}
        return voice.figure(self.counts[name], **self.terms, **measure)


def _section(
    voice: Voice,
    key: str,
    title: str,
    scope: str,
    lines: Sequence[Of],
    on: Mapping[str, str],
    drafted: tuple[str, ...] = (),
) -> Section:
    names = ("open", *(due.value for due in Due))
    whole = Of(voice.gettext("All"), {name: sum(line.counts[name] for line in lines) for name in names}, on)
    if not whole.counts["open"]:
        return left_out(voice, key, title, scope, NONE_OF_THESE)
    told = [
        Line(each.head, tuple(each.figure(voice, name) for name in names), is_total=each is whole)
        for each in (*lines, whole)
    ]
    heads = (title, *map(voice.gettext, HEADS))
    return Section(
        key, title, scope, Table(title, heads, tuple(told)), _chart(voice, title, lines[:MOST_BARS]), drafted
    )


def _chart(voice: Voice, title: str, lines: Sequence[Of]) -> Chart:
    series = tuple(
        Series(
            voice.gettext(words),
            tuple(float(line.counts[due.value]) for line in lines),
            tuple(voice.number(line.counts[due.value]) for line in lines),
        )
        for due, words in DUE.items()
    )
    description = voice.gettext("Bars for what is late, due soon and due later, of the first lines of the table.")
    return Chart(Shape.BARS, title, description, tuple(line.head for line in lines), series)


def _oldest(voice: Voice, live: Document) -> tuple[str, ...]:
    began = live["oldest_began_on"]
    if began is None:
        return ()
    return (voice.gettext("The oldest began on %(day)s.", day=voice.day(date.fromisoformat(began))),)


def ages(language: str) -> tuple[str, ...]:
    """Return what each age is called, in weeks."""
    spoken, weeks = catalogue(language).gettext, list(map(str, AGES))
    first, middle, last = map(spoken, AGED)
    between = (middle % {"first": one, "last": two} for one, two in pairwise(weeks))
    return first % {"weeks": weeks[0]}, *between, last % {"weeks": weeks[-1]}


def due_said(named: str, language: str) -> str:
    """Return what is open and so near its day, or of an age, is called."""
    name, _, age = named.partition(".")
    spoken = catalogue(language).gettext
    said = spoken(DUE[Due(name)] if name != "open" else HEADS[0])
    return spoken(N_("%(of)s: %(part)s")) % {"of": said, "part": ages(language)[int(age)]} if age else said
