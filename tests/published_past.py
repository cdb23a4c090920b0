"""Rows of a file that come to what landlords published: their counts are known, the rest is ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import chain, repeat

from app.adapters.holidays import bank_holidays
from app.domain.clock.calendar import Calendar
from app.domain.figures.columns import COLUMNS
from tests import published

Row = dict[str, str]
DAY = timedelta(days=1)
KNOWN = range(2020, 2028)
NATION = "england-and-wales"


@cache
def calendar() -> Calendar:
    """The working days of the years that files here are of."""
    days = frozenset(each.day for each in bank_holidays(KNOWN) if each.calendar == NATION)
    return Calendar(NATION, days, frozenset(KNOWN))


@dataclass(frozen=True)
class Course:
    """How a stage went, in working days after it began; None: it did not."""

    outcome: str = ""
    answered: int | None = 10
    acknowledged: int | None = 2
    extended: int | None = None
    told: int | None = None
    ground: str = ""
    asked_on: date | None = None


def in_time(outcome: str, answered: int = 10) -> Course:
    return Course(outcome, answered)


def extended(outcome: str) -> Course:
    """With more time, told of in time, and answered within it."""
    return Course(outcome, answered=24, extended=26, told=9)


def late(outcome: str, answered: int = 28) -> Course:
    return Course(outcome, answered)


@dataclass(frozen=True)
class Past:
    """Complaints that came on these days, how each went, and which of them went on to Stage 2, and how."""

    days: Sequence[date]
    stage_1: Sequence[Course]
    stage_2: Mapping[int, Course]
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def rows(self) -> Iterator[Row]:
        """A row a complaint, with the columns that anything is said of and those of every stage."""
        for place, (day, course) in enumerate(zip(self.days, self.stage_1, strict=True)):
            row = {"reference": f"{self.days[0]:%Y}-{place}", "received_on": day.isoformat()}
            row |= _stage("stage_1", day, course)
            row["refusal_reason"] = course.ground
            row |= self._stage_2(place, day, course)
            row |= {column: values[place] for column, values in self.columns.items()}
            yield {column: row[column] for column in COLUMNS if column in row}

    def _stage_2(self, place: int, day: date, before: Course) -> Row:
        names = (each for each in COLUMNS if each.startswith("stage_2_"))
        course = self.stage_2.get(place)
        if course is None:
            return dict.fromkeys(names, "")
        asked = course.asked_on or _working_day(day, (before.answered or 0) + 1)
        return {"stage_2_requested_on": asked.isoformat()} | _stage("stage_2", asked, course)


def _stage(name: str, began: date, course: Course) -> Row:
    days = {
        "acknowledged_on": course.acknowledged,
        "extended_to": course.extended,
        "extension_told_on": course.told,
        "responded_on": course.answered,
    }
    told = {f"{name}_{each}": _written(began, after) for each, after in days.items()}
    return told | {f"{name}_outcome": course.outcome}


def _written(began: date, after: int | None) -> str:
    return "" if after is None else _working_day(began, after).isoformat()


def _working_day(day: date, after: int) -> date:
    return calendar().add_working_days(day, after)


def dealt(counts: Mapping[str, int]) -> list[str]:
    """Each value as often as it is counted."""
    return list(chain.from_iterable(repeat(value, count) for value, count in counts.items()))


def spread(first: date, last: date, count: int) -> list[date]:
    """So many days from one to another, evenly."""
    length = (last - first).days + 1
    return [first + DAY * (place * length // count) for place in range(count)]


def spring_to_autumn(year: int, count: int) -> list[date]:
    """Days of a year that begins in April, early enough for both stages to be over within it."""
    return spread(date(year, 4, 1), date(year, 11, 30), count)


def dated(outcomes: Mapping[str, int], late_ones: int, in_time_after: int, late_after: int) -> list[Course]:
    """Answers with these outcomes of which so many were late."""
    named = dealt(outcomes)
    on_time = len(named) - late_ones
    return [
        in_time(outcome, in_time_after) if place < on_time else late(outcome, late_after)
        for place, outcome in enumerate(named)
    ]


def of_retirement_homes() -> dict[str, list[Row]]:
    """Tables EC1 to EC7. 133 and 28 stages of the year before fit the shares printed of it, and the change since."""
    themes = dealt({theme: one for theme, (one, _) in published.EC1.items()})
    asked = list(chain.from_iterable(_first(themes, theme, two) for theme, (_, two) in published.EC1.items()))
    now = Past(
        spring_to_autumn(2023, 133),
        dated({"not_upheld": 46, "upheld": 45, "upheld_in_part": 42}, 56, 10, 28),
        dict(zip(asked, dated({"not_upheld": 12, "upheld": 7, "upheld_in_part": 3}, 2, 17, 31), strict=True)),
        {"theme": themes},
    )
    before = Past(
        spring_to_autumn(2022, 133),
        dated({"not_upheld": 60, "upheld": 73}, 83, 10, 28),
        dict(enumerate(dated({"not_upheld": 10, "upheld": 18}, 20, 17, 31))),
        {"theme": themes},
    )
    return {"2022/23": [*before.rows()], "2023/24": [*now.rows()]}


def _first(values: Sequence[str], value: str, count: int) -> list[int]:
    return [place for place, each in enumerate(values) if each == value][:count]


def of_a_group() -> dict[str, list[Row]]:
    """Tables HP1 to HP14, of what was received, what fell due and what was sent in each year.

    In 2023/24 1573 came, of which 1475 were answered, 74 withdrawn and 2 refused in it, and 22 came too late for that;
    78 of the 1262 that came the year before were answered before April and due after it.
    """
    earliest = [in_time("upheld")] * 1103
    first = Past(
        spring_to_autumn(2021, 1103),
        earliest,
        _every_fifth([in_time("upheld", 17)] * 161),
        _columns(1103, directorate=[""] * 1103, satisfied=(0, 0)),
    )
    return {"2021/22": [*first.rows()], "2022/23": [*_year_before().rows()], "2023/24": [*_year().rows()]}


def _year_before() -> Past:
    named = dealt({directorate: before for directorate, (before, _) in published.HP10.items()})
    answers = [in_time(each) for each in dealt({"upheld": 600, "upheld_in_part": 372, "not_upheld": 290})]
    answers[-78:] = [in_time("not_upheld", 2)] * 78
    return Past(
        [*spring_to_autumn(2022, 1262 - 78), *repeat(date(2023, 3, 27), 78)],
        answers,
        _every_fifth([in_time("upheld", 17)] * 199),
        _columns(1262, directorate=[*named, *repeat("", 1262 - len(named))], satisfied=(65, 35)),
    )


def _year() -> Past:
    outcomes = dealt({"upheld": 700, "upheld_in_part": 446, "not_upheld": 329})
    how = [*repeat(in_time, 1235 - 78), *repeat(extended, 131), *repeat(late, 187)]
    answers = [course(outcome) for course, outcome in zip(how, outcomes, strict=True)]
    stopped = [*repeat(Course("withdrawn", answered=4), 74)]
    refused = [Course("refused", 6, ground="over_time_limit"), Course("refused", 6, ground="With our insurer")]
    courses = [*answers, *stopped, *refused, *repeat(in_time("upheld"), 22)]
    days = [*spring_to_autumn(2023, 1573 - 22), *repeat(date(2024, 3, 27), 22)]
    return Past(
        days,
        courses,
        _stages_2(),
        _columns(
            1573,
            directorate=dealt({directorate: now for directorate, (_, now) in published.HP10.items()}),
            satisfied=(60, 40),
        ),
    )


def _stages_2() -> dict[int, Course]:
    """280 were due within the year, of which 68 per cent were upheld; 19 were asked for too late to be."""
    outcomes = dealt({"upheld": 100, "upheld_in_part": 90, "not_upheld": 90})
    how = [*repeat(lambda outcome: in_time(outcome, 17), 209), *repeat(_extended_2, 30), *repeat(late, 41)]
    due = [course(outcome) for course, outcome in zip(how, outcomes, strict=True)]
    to_come = [Course("upheld", 17, asked_on=date(2024, 3, 20))] * 19
    return _every_fifth(due) | {place * 5 + 1: course for place, course in enumerate(to_come)}


def _extended_2(outcome: str) -> Course:
    return Course(outcome, answered=36, extended=40, told=15)


def _every_fifth(courses: Iterable[Course]) -> dict[int, Course]:
    return {place * 5: course for place, course in enumerate(courses)}


def _columns(count: int, directorate: Sequence[str], satisfied: tuple[int, int]) -> dict[str, Sequence[str]]:
    heard = dealt({"very_satisfied": satisfied[0], "fairly_dissatisfied": satisfied[1]})
    return {"directorate": directorate, "satisfaction": [*heard, *repeat("", count - len(heard))]}
