"""The packs that go round, in words: which figures each has, and in which parts (9.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from app.domain.figures.documents import Document
from app.domain.figures.packs import AGES, Due, Pack
from app.domain.figures.papers import Chapter, Paper, Shown
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table
from app.domain.oversight.improvements import Lesson
from app.words.catalogues import N_
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
LIVE = (
    ("handlers", N_("Who has them in hand"), N_("Nobody yet")),
    ("themes", N_("What they are about"), N_("Not known")),
)
"""What is open is told by these; and what one is called that has none."""
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
    stages = [(voice.stage(stage), live["stages"][stage]) for stage in STAGES]
    yield _section(voice, "live.stages", voice.gettext("Open, late and due"), scope, stages, _oldest(voice, live))
    ages = list(zip(_ages(voice), live["ages"], strict=True))
    yield _section(voice, "live.ages", voice.gettext("How long they have been open"), scope, ages)
    for key, title, nothing in LIVE:
        lines = [(line["label"] or voice.gettext(nothing), line) for line in live[key]]
        yield _section(voice, f"live.{key}", voice.gettext(title), scope, lines)


def _section(
    voice: Voice,
    key: str,
    title: str,
    scope: str,
    lines: Sequence[tuple[str, Mapping[str, Any]]],
    drafted: tuple[str, ...] = (),
) -> Section:
    names = ("open", *(due.value for due in Due))
    sums = {name: sum(line[name] for _, line in lines) for name in names}
    if not sums["open"]:
        return left_out(voice, key, title, scope, NONE_OF_THESE)
    told = [
        Line(head, tuple(Figure(voice.number(line[name])) for name in names), is_total=line is sums)
        for head, line in (*lines, (voice.gettext("All"), sums))
    ]
    heads = (title, *map(voice.gettext, HEADS))
    return Section(
        key, title, scope, Table(title, heads, tuple(told)), _chart(voice, title, lines[:MOST_BARS]), drafted
    )


def _chart(voice: Voice, title: str, lines: Sequence[tuple[str, Mapping[str, Any]]]) -> Chart:
    series = tuple(
        Series(
            voice.gettext(words),
            tuple(float(line[due.value]) for _, line in lines),
            tuple(voice.number(line[due.value]) for _, line in lines),
        )
        for due, words in DUE.items()
    )
    description = voice.gettext("Bars for what is late, due soon and due later, of the first lines of the table.")
    return Chart(Shape.BARS, title, description, tuple(head for head, _ in lines), series)


def _oldest(voice: Voice, live: Document) -> tuple[str, ...]:
    began = live["oldest_began_on"]
    if began is None:
        return ()
    return (voice.gettext("The oldest began on %(day)s.", day=voice.day(date.fromisoformat(began))),)


def _ages(voice: Voice) -> tuple[str, ...]:
    """Return what each age is called, in weeks."""
    weeks = [voice.number(each) for each in AGES]
    first = voice.gettext("Up to %(weeks)s weeks", weeks=weeks[0])
    between = (voice.gettext("%(first)s to %(last)s weeks", first=one, last=two) for one, two in pairwise(weeks))
    return first, *between, voice.gettext("More than %(weeks)s weeks", weeks=weeks[-1])
