"""The annual complaints performance and service improvement report, from its beginning to the public (8.1, 8.2).

Its figures are counted once and may be counted anew until somebody signs. Signing freezes figures and words: whatever
turns out wrong later is put right by another edition, and the one before is kept and says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.case.signposts import months_after
from app.domain.figures.documents import Document
from app.domain.figures.edition_events import (
    BoardResponded,
    EditionBegun,
    EditionLessonsKept,
    EditionParagraphCarried,
    EditionParagraphWritten,
    EditionPublished,
    EditionRecounted,
    EditionReplaced,
    EditionSigned,
    EditionWithdrawn,
    EditionWordsHeld,
    Event,
)
from app.domain.figures.edition_states import (
    MISSING,
    PARTS,
    Edition,
    EditionKind,
    Frozen,
    LessonKept,
    Part,
    Place,
    Stage,
    TextKind,
    Use,
    Write,
)
from app.domain.figures.edition_whys import EditionWhy
from app.domain.figures.own_sums import of_words
from app.domain.figures.own_table_whys import TableWhy
from app.domain.figures.periods import DAY, MONTHS_OF_A_YEAR, Basis, Period
from app.domain.figures.reconciliation import Fault
from app.domain.oversight.improvements import Lesson
from app.domain.refused import Gap, Refused, refuse_if

GOING_ON = (Stage.BEING_WRITTEN, Stage.SIGNED)
OVER = (Stage.REPLACED, Stage.WITHDRAWN)


def begin(number: int, others: Iterable[Edition], period: Period, basis: Basis, figures: Frozen) -> EditionBegun:
    """Return the event; raises Refused for what is no year, or one whose report is being made already (8.1).

    Where one of that year is published, the new one puts it right.
    """
    if period.last != months_after(period.first, MONTHS_OF_A_YEAR) - DAY:
        raise Refused(Gap(EditionWhy.NOT_A_YEAR, "year"))
    if figures.on < period.first:
        raise Refused(Gap(EditionWhy.YEAR_NOT_BEGUN, "year"))
    same = [each for each in others if each.period == period]
    if any(each.stage in GOING_ON for each in same):
        raise Refused(Gap(EditionWhy.BEGUN_ALREADY, "year"))
    before = max((each.number for each in same if each.published_on is not None), default=None)
    return EditionBegun(number, EditionKind.ANNUAL, period.first, period.last, basis, before, figures)


def recount(edition: Edition, figures: Frozen) -> EditionRecounted:
    """Return the event; raises Refused for one that is signed or over (8.1)."""
    _refuse_frozen(edition)
    return EditionRecounted(figures)


def write(edition: Edition, place: Place, words: str, keep: Write) -> EditionParagraphWritten:
    """Return the event of a paragraph or a table; no words empty it.

    Raises Refused for one signed or over, and for one of the six parts left empty (8.1).
    """
    _refuse_frozen(edition)
    if place in PARTS and not words.strip():
        raise Refused(Gap(MISSING[Part(place.of)], "words"))
    return _written(place, words.strip(), keep)


def carried_over(words: Mapping[Place, str], beside: str, keep: Write) -> tuple[EditionParagraphCarried, ...]:
    """Return the events of the words that an edition begins with: those of the one which it puts right.

    `beside` is the hash of the figures that they were signed with.
    """
    return tuple(EditionParagraphCarried(place, keep(_kind(place), text), beside) for place, text in words.items())


def written_before(edition: Edition, words: Mapping[Place, str]) -> tuple[Place, ...]:
    """Return where words stand that nobody has read beside the figures of today; a table of our own has its own."""
    return tuple(
        each.place
        for each in edition.paragraphs
        if each.place.use is not Use.TABLE and each.beside != edition.counted and words.get(each.place, "").strip()
    )


def still_holds(edition: Edition, before: Document, now: Document) -> tuple[EditionWordsHeld, ...]:
    """Return the event that words hold beside figures counted anew, where these are the same on another day."""
    read = tuple(each.place for each in edition.paragraphs if each.beside == edition.counted)
    return (EditionWordsHeld(read),) if read and _figures(before) == _figures(now) else ()


def _figures(document: Document) -> Document:
    of = {name: each for name, each in document.items() if name != "as_of"}
    return of | {"previous": _figures(of["previous"])} if of.get("previous") else of


def hold(edition: Edition, places: Collection[Place]) -> EditionWordsHeld:
    """Return the event that words written beside other figures hold beside these (8.1).

    Raises Refused for one that is signed or over, or where there is no such place.
    """
    _refuse_frozen(edition)
    if not places:
        raise Refused(EditionWhy.NOTHING_TO_HOLD)
    return EditionWordsHeld(tuple(places))


@dataclass(frozen=True, slots=True)
class SignatureDraft:
    """Who signs, and as what; `read` is the mark of the lessons that they read, None where nobody asked."""

    name: str = ""
    role: str = ""
    read: str | None = None


def unfit(edition: Edition, words: Mapping[Place, str], faults: Collection[Fault]) -> tuple[Gap, ...]:
    """Return what an edition lacks before anybody may sign it, whoever they are (8.1)."""
    gaps = [Gap(MISSING[part]) for part in Part if not words.get(Place(Use.PART, part.value), "").strip()]
    if written_before(edition, words):
        gaps.insert(0, Gap(EditionWhy.WRITTEN_BEFORE))
    if of_words(words):
        gaps.insert(0, Gap(TableWhy.DO_NOT_ADD_UP))
    if faults:
        gaps.insert(0, Gap(EditionWhy.FIGURES_DO_NOT_ADD_UP))
    if edition.figures is None or edition.figures.on <= edition.period.last:
        gaps.insert(0, Gap(EditionWhy.YEAR_NOT_OVER))
    return tuple(gaps)


def sign(
    edition: Edition,
    draft: SignatureDraft,
    gaps: Sequence[Gap],
    drafted: Mapping[Place, str],
    on: date,
    keep: Write,
    lessons: Sequence[Lesson] = (),
) -> tuple[Event, ...]:
    """Return the events: drafts of ours and lessons of the register are kept as they stand, then the signature.

    Raises Refused for one that is signed or over, for `gaps` that it has (8.1), and without a name or what they are.
    """
    _refuse_frozen(edition)
    missing = [Gap(EditionWhy.SIGNED_WITHOUT_NAME, "name")] * (not draft.name.strip())
    missing += [Gap(EditionWhy.SIGNED_WITHOUT_ROLE, "role")] * (not draft.role.strip())
    refuse_if([*missing, *gaps])
    standing = {place: text for place, text in drafted.items() if not edition.versions(place)}
    name, role = keep(TextKind.NAME, draft.name.strip()), keep(TextKind.ROLE, draft.role.strip())
    kept = EditionLessonsKept(tuple(_lesson(each, keep) for each in lessons))
    ours = (_written(place, text, keep) for place, text in standing.items())
    return (*ours, *[kept] * bool(lessons), EditionSigned(name, role, on))


def _lesson(lesson: Lesson, keep: Write) -> LessonKept:
    return LessonKept(
        lesson.improvement,
        lesson.version,
        keep(TextKind.LESSON, lesson.you_said),
        keep(TextKind.LESSON, lesson.learnt) if lesson.learnt else None,
        tuple(keep(TextKind.LESSON, each) for each in lesson.did),
        keep(TextKind.LESSON, lesson.of) if lesson.of else None,
        lesson.done_on,
    )


@dataclass(frozen=True, slots=True)
class BoardDraft:
    """What the governing body said, who gave that for it, and when."""

    name: str = ""
    on: date | None = None
    words: str = ""


def respond(edition: Edition, draft: BoardDraft, today: date, keep: Write) -> BoardResponded:
    """Return the event; it may be given anew until the edition is published.

    Raises Refused for one that is not signed, is published or over, and without a name, words, or a day gone by since
    the year's end (8.2).
    """
    _refuse_unless_signed(edition)
    gaps = [Gap(EditionWhy.BOARD_WITHOUT_NAME, "name")] * (not draft.name.strip())
    if draft.on is None:
        gaps.append(Gap(EditionWhy.BOARD_WITHOUT_DAY, "on"))
    elif draft.on > today:
        gaps.append(Gap(EditionWhy.BOARD_DAY_TO_COME, "on"))
    elif draft.on <= edition.period.last:
        gaps.append(Gap(EditionWhy.BOARD_DAY_TOO_EARLY, "on"))
    if not draft.words.strip():
        gaps.append(Gap(EditionWhy.BOARD_WITHOUT_WORDS, "words"))
    if draft.on is None or gaps:
        raise Refused(*gaps)
    name, words = keep(TextKind.NAME, draft.name.strip()), keep(TextKind.RESPONSE, draft.words.strip())
    return BoardResponded(name, draft.on, words)


def publish(edition: Edition, on: date) -> EditionPublished:
    """Return the event; raises Refused for one that is not signed, has no response, or is published or over (8.2)."""
    _refuse_unless_signed(edition)
    if edition.response is None:
        raise Refused(EditionWhy.NO_BOARD_RESPONSE)
    return EditionPublished(on)


def put_in_place_of(before: Edition, by: int) -> tuple[EditionReplaced, ...]:
    """Return the event of the edition before, once another is published; none for one that was withdrawn."""
    return (EditionReplaced(by),) if before.stage is Stage.PUBLISHED else ()


def withdraw(edition: Edition, reason: str, on: date, keep: Write) -> EditionWithdrawn:
    """Return the event; raises Refused for one that is over, or that was signed and no reason is given (8.2)."""
    if edition.stage in OVER:
        raise Refused(EditionWhy.OVER_FOR_GOOD)
    if edition.stage is Stage.BEING_WRITTEN:
        return EditionWithdrawn(on, None)
    if not reason.strip():
        raise Refused(Gap(EditionWhy.WITHDRAWN_WITHOUT_REASON, "reason"))
    return EditionWithdrawn(on, keep(TextKind.REASON, reason.strip()))


def _written(place: Place, text: str, keep: Write) -> EditionParagraphWritten:
    return EditionParagraphWritten(place, keep(_kind(place), text))


def _kind(place: Place) -> TextKind:
    return TextKind.TABLE if place.use is Use.TABLE else TextKind.PARAGRAPH


def _refuse_frozen(edition: Edition) -> None:
    if edition.stage in OVER:
        raise Refused(EditionWhy.OVER_FOR_GOOD)
    if edition.stage is not Stage.BEING_WRITTEN:
        raise Refused(EditionWhy.SIGNED_ALREADY)


def _refuse_unless_signed(edition: Edition) -> None:
    match edition.stage:
        case Stage.BEING_WRITTEN:
            raise Refused(EditionWhy.NOT_SIGNED)
        case Stage.PUBLISHED:
            raise Refused(EditionWhy.PUBLISHED_ALREADY)
        case Stage.REPLACED | Stage.WITHDRAWN:
            raise Refused(EditionWhy.OVER_FOR_GOOD)
