"""An event written down reads back the same, in one way only, and its hash binds it to its place."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum, IntEnum
from typing import Literal, NewType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deed import Actor
from app.domain.record import Unreadable, canonical, digest, facts, hash_of, kind_of, kinds, read

Pence = NewType("Pence", int)


class Way(Enum):
    EMAIL = "email"
    POST = "post"


class Stage(IntEnum):
    ONE = 1
    TWO = 2


@dataclass(frozen=True, slots=True)
class Said:
    number: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Barred:
    until: date


@dataclass(frozen=True, slots=True)
class AnswerIssued:
    stage: Stage
    on: date
    at: datetime
    way: Way | None
    paid: Pence | None
    reasons: tuple[Said, ...]
    place: tuple[int, str]
    ways: frozenset[Way]
    late: bool
    tone: Literal["plain", "warm"]
    because: Said | Barred | date | str


@dataclass(frozen=True, slots=True)
class Weighed:
    kilos: float


class HTTPSeen:
    pass


SAID = st.builds(Said, st.integers(), st.text())
EVENTS = st.builds(
    AnswerIssued,
    stage=st.sampled_from(Stage),
    on=st.dates(),
    at=st.datetimes(timezones=st.just(UTC)),
    way=st.none() | st.sampled_from(Way),
    paid=st.none() | st.integers(),
    reasons=st.lists(SAID, max_size=3).map(tuple),
    place=st.tuples(st.integers(), st.text()),
    ways=st.frozensets(st.sampled_from(Way)),
    late=st.booleans(),
    tone=st.sampled_from(["plain", "warm"]),
    because=SAID | st.builds(Barred, st.dates()) | st.dates() | st.text(alphabet="abc é\x00"),
)


@given(EVENTS)
def test_an_event_reads_back_the_same(event):
    assert read(AnswerIssued, facts(event)) == event


@given(EVENTS)
def test_facts_are_written_in_one_way(event):
    text = facts(event)

    assert text.isascii()
    assert facts(read(AnswerIssued, text)) == text


def test_facts_are_sorted_and_plain():
    assert canonical(Said(2, "ab")) == '{"number":2,"sha256":"ab"}'
    assert canonical((Stage.TWO, Way.POST, date(2026, 12, 24), None, True)) == '[2,"post","2026-12-24",null,true]'
    assert canonical(datetime(2026, 7, 1, tzinfo=UTC)) == '"2026-07-01T00:00:00.000000+00:00"'


@pytest.mark.parametrize("fact", [1.5, Weighed(0.1), datetime(2026, 7, 1), object(), {"a": 0.5}])  # noqa: DTZ001
def test_what_databases_keep_differently_is_no_fact(fact):
    with pytest.raises(TypeError):
        canonical(fact)


def test_what_would_read_back_differently_is_refused():
    with pytest.raises(TypeError, match="would not read back"):
        facts(Dated("2026-12-24"))


@dataclass(frozen=True, slots=True)
class Dated:
    on: date | str


@pytest.mark.parametrize(
    "text",
    [
        '{"number":1}',
        '{"number":1,"sha256":"a","more":1}',
        '{"number":"1","sha256":"a"}',
        '{"number":true,"sha256":"a"}',
        '{"number":1,"sha256":null}',
        "[]",
    ],
)
def test_facts_of_another_shape_are_not_read(text):
    with pytest.raises(Unreadable):
        read(Said, text)


def test_an_event_goes_by_the_name_of_its_class():
    assert [kind_of(event) for event in (AnswerIssued, Said, HTTPSeen)] == ["answer_issued", "said", "http_seen"]
    assert kinds(AnswerIssued, Said) == {"answer_issued": AnswerIssued, "said": Said}


def test_two_events_do_not_go_by_one_name():
    with pytest.raises(ValueError, match="one name"):
        kinds(Said, type("Said", (), {}))


PLACE = {
    "stream": "complaint:1",
    "position": 2,
    "kind": "received",
    "facts": "{}",
    "by": Actor("staff", "3"),
    "at": datetime(2026, 7, 1, tzinfo=UTC),
    "previous": "",
}


@pytest.mark.parametrize(
    "change",
    [
        {"stream": "complaint:11"},
        {"position": 3},
        {"kind": "noted"},
        {"facts": '{"a":1}'},
        {"by": Actor("staff", "4")},
        {"at": datetime(2026, 7, 1, 0, 0, 0, 1, tzinfo=UTC)},
        {"previous": "ab"},
    ],
)
def test_the_hash_changes_with_anything_it_binds(change):
    assert hash_of(**PLACE | change) != hash_of(**PLACE)


def test_the_hash_of_an_event_never_changes_from_release_to_release():
    assert hash_of(**PLACE) == "4ef2b833a7c12dc3fb07b6102ba6f23d54b385528920348ea565fd0eb0a6701d"


def test_what_binds_an_event_is_the_canonical_text_of_its_place_author_and_time():
    at, by, words = datetime(2026, 11, 22, 9, 30, tzinfo=UTC), Actor("import", "3"), '{"words":"caf\\u00e9 “\\""}'
    row = {
        "stream": "complaint:1",
        "position": 12,
        "kind": "a_kind",
        "facts": words,
        "by": str(by),
        "at": at,
        "previous": "",
    }

    assert hash_of("complaint:1", 12, "a_kind", words, by, at, "") == digest(row | {"previous": ""})
