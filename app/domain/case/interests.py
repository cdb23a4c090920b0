"""Conflicts of interest: who has a complaint in hand says that they have none before they judge any of it (5.8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.restriction_states import Interests
from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class DeclarationAsked:
    """Somebody was given the complaint, or took it, and is to declare what stands between them and it by a day."""

    staff: int
    do_by: date


@dataclass(frozen=True, slots=True)
class NothingDeclared:
    """They have nothing to declare."""

    staff: int


@dataclass(frozen=True, slots=True)
class ConflictDeclared:
    """They have a conflict: the complaint is nobody's again, and they may not judge anything in it."""

    staff: int
    said: Said


Event = DeclarationAsked | NothingDeclared | ConflictDeclared


def ask(complaint: Complaint, staff: int, *, terms: Terms, deed: Deed) -> tuple[DeclarationAsked, ...]:
    """Return the event of somebody getting the complaint; none where they have declared already (5.8)."""
    if staff in complaint.interests.clear:
        return ()
    return (DeclarationAsked(staff, terms.in_working_days(deed.on, 1)),)


def declare_by_signing(complaint: Complaint, staff: int) -> tuple[NothingDeclared, ...]:
    """Return the event of taking a complaint on by a form that says so above its button; none where that is known."""
    return () if staff in complaint.interests.clear else (NothingDeclared(staff),)


def declare(
    complaint: Complaint, conflict: bool | None, words: str, *, deed: Deed, write: Write
) -> NothingDeclared | ConflictDeclared:
    """Return the event; raises Refused without an answer, without a word on the conflict, or for nothing new (5.8)."""
    staff = deed.by.staff_id or 0
    known = complaint.interests
    if conflict is None:
        raise Refused(Gap(Why.DECLARED_NOTHING_SAID, "conflict"))
    if staff in known.conflicted or (not conflict and staff in known.clear):
        raise Refused(Why.NOTHING_CHANGED)
    if not conflict:
        return NothingDeclared(staff)
    if not words.strip():
        raise Refused(Gap(Why.CONFLICT_WITHOUT_WORDS, "words"))
    return ConflictDeclared(staff, write(WordsKind.CONFLICT, words))


def refuse_undeclared(complaint: Complaint, staff: int | None) -> None:
    """Raise Refused for who has yet to declare, and who has a conflict; safety and letters never wait for it (5.8)."""
    if staff is not None and staff in complaint.interests.asked:
        raise Refused(Why.DECLARE_FIRST)
    if staff is not None and staff in complaint.interests.conflicted:
        raise Refused(Why.HAS_A_CONFLICT)


def in_hand_of(complaint: Complaint, staff: int | None) -> Complaint:
    """Return the complaint once somebody has it, or nobody; who had it before is not asked any more."""
    if staff == complaint.handler:
        return complaint
    tasks = tuple(task for task in complaint.tasks if task.kind is not DutyKind.DECLARE_INTEREST)
    interests = replace(complaint.interests, asked=frozenset())
    return replace(complaint, handler=staff, interests=interests, tasks=tasks)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    known = complaint.interests
    match event:
        case DeclarationAsked(staff, do_by):
            asked = replace(complaint, interests=replace(known, asked=known.asked | {staff}))
            return asked.with_task(Task(DutyKind.DECLARE_INTEREST, staff, do_by))
        case NothingDeclared(staff):
            clear = replace(known, asked=known.asked - {staff}, clear=known.clear | {staff})
            return replace(complaint, interests=clear).without_task(DutyKind.DECLARE_INTEREST, staff)
        case ConflictDeclared(staff):
            less = {"asked": known.asked - {staff}, "clear": known.clear - {staff}}
            conflicted = Interests(**less, conflicted=known.conflicted | {staff})
            back = replace(complaint, interests=conflicted).without_task(DutyKind.DECLARE_INTEREST, staff)
            return in_hand_of(back, None) if complaint.handler == staff else back
