"""A complaint in a group, or of a known problem: its own in everything, answered in part alike (1.2, ruling 20)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.case.findings import ResponseDraft
from app.domain.case.group_states import Binding, CommonGiven, CommonPart
from app.domain.case.group_whys import GroupWhy
from app.domain.case.state import Complaint
from app.domain.clock.profiles import Stage
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class GroupTold:
    """The sender said that they are one of a group, and what it is called."""

    said: Said


@dataclass(frozen=True, slots=True)
class PutInGroup:
    """Staff put this complaint in a group; its dates, letters and rights stay its own."""

    group: int
    binding: Binding


@dataclass(frozen=True, slots=True)
class TakenOutOfGroup:
    """Staff took this complaint out of a group."""

    group: int


@dataclass(frozen=True, slots=True)
class CommonPartGiven:
    """The answer of this letter has a part that others get too. `written_by` wrote that part, and so worked on it."""

    group: int
    version: int
    stage: Stage
    letter: int
    written_by: int
    common: Said
    personal: Said


Event = GroupTold | PutInGroup | TakenOutOfGroup | CommonPartGiven


def tell(words: str, write: Write) -> tuple[GroupTold, ...]:
    """Return the event of what somebody calls their group; none for no words."""
    return (GroupTold(write(WordsKind.COMPLAINT, words)),) if words.strip() else ()


def put_in(complaint: Complaint, group: int, binding: Binding) -> PutInGroup:
    """Return the event; raises Refused for what is no complaint or is over, or is in a group (1.2, ruling 20)."""
    if not complaint.intake.is_complaint:
        raise Refused(Gap(Why.ONLY_A_COMPLAINT, "other"))
    if not may_be_in_one(complaint):
        raise Refused(Gap(GroupWhy.OVER_ALREADY, "other"))
    if complaint.membership.number is not None:
        raise Refused(Gap(GroupWhy.IN_A_GROUP_ALREADY, "other"))
    return PutInGroup(group, binding)


def may_be_in_one(complaint: Complaint) -> bool:
    """Return whether this is a complaint that goes on, and so may be put with others."""
    over = complaint.ended is not None or complaint.closure is not None or complaint.erased_on is not None
    return complaint.intake.is_complaint and not over


def take_out(complaint: Complaint) -> TakenOutOfGroup:
    """Return the event; raises Refused for a complaint that is in no group (ruling 20)."""
    if complaint.membership.number is None:
        raise Refused(GroupWhy.IN_NO_GROUP)
    return TakenOutOfGroup(complaint.membership.number)


def shares(complaint: Complaint) -> bool:
    """Return whether its next answer has a common part: only Stage 1, for at Stage 2 somebody new looks (6.13)."""
    return complaint.membership.number is not None and complaint.stage_2 is None


def refuse_other(draft: ResponseDraft, stands: CommonPart | None) -> None:
    """Raise Refused unless an answer was written beside the common part that stands: nobody sends what they have not
    read (ruling 20)."""
    if draft.common != stands:
        raise Refused(GroupWhy.COMMON_PART_CHANGED)


def give(draft: ResponseDraft, stage: Stage, letter: int, write: Write) -> tuple[CommonPartGiven, ...]:
    """Return the event of a common part in an answer about to be given; none where it has none.

    Its words are kept with this case from then on, whatever is written in the group later.
    """
    part = draft.common
    if part is None:
        return ()
    common, personal = write(WordsKind.ANSWER, part.words), write(WordsKind.ANSWER, draft.personal)
    return (CommonPartGiven(part.group, part.version, stage, letter, part.by, common, personal),)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event; who wrote a common part has worked on the answer (6.13)."""
    mine = complaint.membership
    match event:
        case GroupTold(said):
            return replace(complaint, membership=replace(mine, told=said))
        case PutInGroup(group, binding):
            return replace(complaint, membership=mine.put_in(group, binding))
        case TakenOutOfGroup():
            return replace(complaint, membership=mine.taken_out())
        case CommonPartGiven(_, _, stage, letter, written_by, common, personal):
            given = (*mine.given, CommonGiven(letter, common, personal))
            after = replace(complaint, membership=replace(mine, given=given))
            state = after.at_stage(stage)
            worked = state.worked_on_by | {written_by} if state is not None else frozenset()
            return after.with_stage(stage, worked_on_by=worked)
