"""Cases that only named people of the staff may see: who is on the list, and that it never runs short (ruling 4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.case import complaints
from app.domain.case.complaints import Concerned
from app.domain.case.independence import bar_to_handle, viewers
from app.domain.case.interests import in_hand_of
from app.domain.case.restriction_states import AT_LEAST, RestrictionGround, RestrictionState
from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.terms import Terms
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class Restricted:
    """From now on only these may see it; where `handlers` are named, one of them deals with it."""

    ground: RestrictionGround
    said: Said | None
    viewers: tuple[int, ...]
    barred: tuple[int, ...]
    handlers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ViewersChanged:
    """These are on the list now, and somebody has looked that they are the right ones."""

    viewers: tuple[int, ...]
    barred: tuple[int, ...]
    handlers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ViewersFilledUp:
    """Too few were left, so these were added from the landlord's list; somebody is to look at it by a day."""

    viewers: tuple[int, ...]
    do_by: date


@dataclass(frozen=True, slots=True)
class RestrictionLifted:
    """Everybody may see it again who may see complaints."""

    said: Said


Event = Restricted | ViewersChanged | ViewersFilledUp | RestrictionLifted


@dataclass(frozen=True, slots=True)
class Staffing:
    """Who works here now, `able` to work on complaints or not; `fixed` is the landlord's own list, in its order.

    `near` are each one's deputies and who reports to them; `seniors` the complaints officers, the chief executive
    and the board.
    """

    here: frozenset[int]
    able: frozenset[int]
    fixed: tuple[int, ...]
    near: Mapping[int, frozenset[int]]
    seniors: frozenset[int]

    def out(self, concerned: Iterable[int]) -> frozenset[int]:
        """Return who must not see a complaint about these: they, their deputies and who reports to them."""
        about = frozenset(concerned)
        return about.union(*(self.near.get(each, frozenset()) for each in about))


@dataclass(frozen=True, slots=True)
class RestrictionDraft:
    """Why it is to be restricted, in words, and who may see it."""

    ground: RestrictionGround | None
    words: str
    viewers: Collection[int]


def restrict(complaint: Complaint, draft: RestrictionDraft, staffing: Staffing, write: Write) -> Restricted:
    """Return the event; raises Refused without a reason, for too few, or who may not see it (5.8, ruling 4)."""
    if complaint.restriction is not None:
        raise Refused(Why.ALREADY_RESTRICTED)
    gaps = []
    if draft.ground in (None, RestrictionGround.CONCERNED):
        gaps.append(Gap(Why.RESTRICTED_WITHOUT_GROUND, "ground"))
    if not draft.words.strip():
        gaps.append(Gap(Why.RESTRICTED_WITHOUT_REASON, "words"))
    if gaps or draft.ground is None:
        raise Refused(*gaps)
    out = staffing.out(complaint.concerned)
    handlers = _handlers(draft.ground, out, staffing, "ground")
    named = _checked({*draft.viewers, *handlers}, out, staffing)
    return Restricted(draft.ground, write(WordsKind.RESTRICTION, draft.words), named, _barred(out, complaint), handlers)


def name_concerned(
    complaint: Complaint,
    staff: Collection[int],
    chosen: Collection[int],
    staffing: Staffing,
    *,
    terms: Terms,
    deed: Deed,
) -> tuple[Concerned | Event, ...]:
    """Return who is complained of, and the list that keeps it from them; raises Refused (5.8, rulings 4 and 14).

    Of a case that is restricted already, the list is filled up where too few are left; else whoever names them says
    who may see it.
    """
    named = complaints.mark_concerned(complaint, tuple(staff))
    if not staff:
        return (named,)
    after = replace(complaint, concerned=frozenset(staff))
    out, senior = staffing.out(staff), not staffing.seniors.isdisjoint(staff)
    ground = RestrictionGround.SENIOR if senior else RestrictionGround.CONCERNED
    handlers = _handlers(ground, out, staffing, "staff")
    if complaint.restriction is None:
        listed = _checked({*chosen, *handlers}, out, staffing)
        return named, Restricted(ground, None, listed, _barred(out, after), handlers)
    listed = tuple(sorted({*chosen, *handlers} & staffing.here - out))
    changed = ViewersChanged(listed, _barred(out, after), handlers or complaint.restriction.handlers)
    filled = fill_up(apply(after, changed, deed.on), staffing, terms=terms, deed=deed)
    return (named, changed) if filled is None else (named, changed, filled)


def change_viewers(complaint: Complaint, chosen: Collection[int], staffing: Staffing) -> ViewersChanged:
    """Return the event, also when somebody has only looked at a list that was filled up; raises Refused (ruling 4)."""
    state = _restriction(complaint)
    out = staffing.out(complaint.concerned)
    listed = _checked(chosen, out, staffing)
    if frozenset(listed) == viewers(complaint) and not complaint.has_task(DutyKind.CHECK_VIEWERS):
        raise Refused(Gap(Why.NOTHING_CHANGED, "viewers"))
    if state.handlers and not set(state.handlers) & set(listed):
        raise Refused(Gap(Why.NOT_ON_THE_FIXED_LIST, "viewers"))
    return ViewersChanged(listed, _barred(out, complaint), state.handlers)


def fill_up(complaint: Complaint, staffing: Staffing, *, terms: Terms, deed: Deed) -> ViewersFilledUp | None:
    """Return who is added where fewer than two are left, None where enough are; raises Refused when none is to be had.

    Those come from the landlord's own list (ruling 4).
    """
    _restriction(complaint)
    left = (viewers(complaint) or frozenset()) & staffing.here
    short = AT_LEAST - len(left & staffing.able)
    if short <= 0:
        return None
    out = staffing.out(complaint.concerned)
    more = [each for each in staffing.fixed if each in staffing.able and each not in out and each not in left]
    if len(more) < short:
        raise Refused(Why.NOBODY_LEFT_TO_SEE)
    return ViewersFilledUp(tuple(sorted({*left, *more[:short]})), terms.in_working_days(deed.on, 1))


def inherited(source: Complaint) -> tuple[Concerned | Restricted, ...]:
    """Return what keeps a complaint that comes out of this one from whom this one is kept (ruling 4)."""
    state = source.restriction
    about = (Concerned(tuple(sorted(source.concerned))),) if source.concerned else ()
    if state is None:
        return about
    listed, barred = tuple(sorted(state.viewers)), tuple(sorted(state.barred))
    return (*about, Restricted(state.ground, None, listed, barred, state.handlers))


def lift(complaint: Complaint, words: str, write: Write) -> RestrictionLifted:
    """Return the event; raises Refused without a reason, or while somebody is complained of (5.8)."""
    _restriction(complaint)
    if complaint.concerned:
        raise Refused(Why.STILL_CONCERNED)
    if not words.strip():
        raise Refused(Gap(Why.RESTRICTED_WITHOUT_REASON, "words"))
    return RestrictionLifted(write(WordsKind.RESTRICTION, words))


def apply(complaint: Complaint, event: Event, on: date) -> Complaint:
    """Return the complaint after the event, recorded on a London day; who may not see it has it no longer in hand."""
    state = complaint.restriction
    match event:
        case Restricted(ground, said, listed, barred, handlers):
            state = RestrictionState(ground, on, said, frozenset(listed), frozenset(barred), handlers)
        case ViewersChanged(listed, barred, handlers) if state is not None:
            state = replace(state, viewers=frozenset(listed), barred=frozenset(barred), handlers=handlers)
            complaint = complaint.without_task(DutyKind.CHECK_VIEWERS)
        case ViewersFilledUp(listed, do_by) if state is not None:
            more = tuple(each for each in listed if each not in state.viewers) if state.handlers else ()
            state = replace(state, viewers=frozenset(listed), handlers=(*state.handlers, *more))
            complaint = complaint.with_task(Task(DutyKind.CHECK_VIEWERS, 0, do_by, Owner.NAMED))
        case RestrictionLifted():
            return replace(complaint.without_task(DutyKind.CHECK_VIEWERS), restriction=None)
    complaint = replace(complaint, restriction=state)
    gone = complaint.handler is not None and bar_to_handle(complaint, complaint.handler) is not None
    return in_hand_of(complaint, None) if gone else complaint


def _restriction(complaint: Complaint) -> RestrictionState:
    if complaint.restriction is None:
        raise Refused(Why.NOT_RESTRICTED)
    return complaint.restriction


def _handlers(ground: RestrictionGround, out: frozenset[int], staffing: Staffing, field: str) -> tuple[int, ...]:
    """Return who may deal with it where that is not for anybody to choose: a complaint about a senior (ruling 4)."""
    if ground is not RestrictionGround.SENIOR:
        return ()
    free = tuple(each for each in staffing.fixed if each in staffing.able and each not in out)
    if not free:
        raise Refused(Gap(Why.NOBODY_ON_THE_FIXED_LIST, field))
    return free


def _checked(chosen: Collection[int], out: frozenset[int], staffing: Staffing) -> tuple[int, ...]:
    if out.intersection(chosen):
        raise Refused(Gap(Why.CONCERNED_MAY_NOT_SEE, "viewers"))
    listed = staffing.here.intersection(chosen)
    if len(listed & staffing.able) < AT_LEAST:
        raise Refused(Gap(Why.TOO_FEW_VIEWERS, "viewers"))
    return tuple(sorted(listed))


def _barred(out: frozenset[int], complaint: Complaint) -> tuple[int, ...]:
    return tuple(sorted(out - complaint.concerned))
