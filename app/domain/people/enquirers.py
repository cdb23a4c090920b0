"""An MP or councillor takes part in a complaint: told what the resident agreed to, and no more (3.6, ruling 6).

No consent form is asked for before their letter is dealt with.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.case.state import Complaint
from app.domain.people.parties import PartyState, Share
from app.domain.people.whys import PeopleWhy
from app.domain.refused import Gap, Refused, Why, refuse_if
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class ShareAgreed:
    """The resident said, alone, what an MP or councillor may be told; `said` is how we know."""

    party: int
    share: Share
    said: Said


Event = ShareAgreed


def agree(complaint: Complaint, party: int, share: Share | None, words: str, *, write: Write) -> ShareAgreed:
    """Return the event; raises Refused for anybody else, without an answer, or without a word on how we know (3.6)."""
    who = complaint.party(party)
    if not told_by_share(who):
        raise Refused(Why.NO_SUCH_PARTY)
    gaps = []
    if share is None:
        gaps.append(Gap(PeopleWhy.SHARE_NOT_CHOSEN, "share"))
    if not words.strip():
        gaps.append(Gap(Why.NOT_SAID_HOW, "words"))
    refuse_if(gaps)
    return ShareAgreed(party, share or Share.NOTHING, write(WordsKind.NOTE, words))


def told_by_share(who: PartyState) -> bool:
    """Return whether it is the resident's word what this person is told: an MP or councillor who takes part."""
    return who.is_enquirer and not who.silent


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    return complaint.with_party(event.party, share=event.share)
