"""A group, or a known problem, of itself: its name, its lead, and the part that all its answers share (ruling 20)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.case.group_states import Binding
from app.domain.case.group_whys import GroupWhy
from app.domain.refused import Gap, Refused, refuse_if


@dataclass(frozen=True, slots=True)
class GroupBegun:
    """Staff began to keep some complaints together; `staff` is who leads for the landlord."""

    group: int
    binding: Binding
    staff: int


@dataclass(frozen=True, slots=True)
class GroupChanged:
    """It has another name, or another lead."""

    group: int
    staff: int


@dataclass(frozen=True, slots=True)
class CommonPartWritten:
    """The part that its answers share was written, or written anew."""

    group: int
    version: int
    staff: int


Event = GroupBegun | GroupChanged | CommonPartWritten


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """What staff call it, who leads, and what binds it: that is said once, when it is begun."""

    name: str = ""
    lead: int | None = None
    binding: Binding | None = None


def begin(draft: GroupDraft) -> Binding:
    """Return what binds a new one; raises Refused without a name, a lead, or that (1.2, ruling 20)."""
    gaps = _missing(draft)
    if draft.binding is None:
        raise Refused(Gap(GroupWhy.GROUP_WITHOUT_BINDING, "binding"), *gaps)
    refuse_if(gaps)
    return draft.binding


def change(group: int, draft: GroupDraft) -> GroupChanged:
    """Return the event; raises Refused without a name or a lead (ruling 20)."""
    refuse_if(_missing(draft))
    return GroupChanged(group, draft.lead or 0)


def write_common(
    group: int, version: int, words: Sequence[str], marks: Iterable[Sequence[str]], staff: int
) -> CommonPartWritten:
    """Return the event of the next version, of these words one by one; raises Refused for none (ruling 20).

    Also where they have one of `marks`, the names and references of its members: each letter would tell it to others.
    """
    if not words:
        raise Refused(Gap(GroupWhy.COMMON_PART_WITHOUT_WORDS, "words"))
    refuse_names(words, marks, "words")
    return CommonPartWritten(group, version + 1, staff)


def refuse_names(words: Sequence[str], marks: Iterable[Sequence[str]], field: str) -> None:
    """Raise Refused where one of `marks`, names and references, stands among what all of a group are told."""
    if any(_stands_in(mark, words) for mark in marks):
        raise Refused(Gap(GroupWhy.COMMON_PART_NAMES_SOMEBODY, field))


def people(binding: Binding, complaints: int, added: int, most: int) -> int:
    """Return how many people it is about, from how many its complaints said they are: added up, and at most (1.2).

    One of a group speaks for all of it, and others of it may have sent their own; those of a known problem are
    strangers.
    """
    return added if binding is Binding.KNOWN_PROBLEM else max(complaints, most)


def _missing(draft: GroupDraft) -> list[Gap]:
    name = [] if draft.name.strip() else [Gap(GroupWhy.GROUP_WITHOUT_NAME, "name")]
    return name if draft.lead is not None else [*name, Gap(GroupWhy.GROUP_WITHOUT_LEAD, "lead")]


def _stands_in(mark: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether these words stand together, in this order, among others."""
    size = len(mark)
    return size > 0 and any(list(words[at : at + size]) == list(mark) for at in range(len(words) - size + 1))
