"""Where a case is from, as the landlord's list of homes had it then: a list of later years moves no figure (8.1)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.case.state import Complaint


@dataclass(frozen=True, slots=True)
class HomeFiled:
    """What the list said of the home on that day; None: it did not say."""

    neighbourhood: str | None
    tenure: str | None


Event = HomeFiled


def file_home(complaint: Complaint, neighbourhood: str | None, tenure: str | None) -> tuple[HomeFiled, ...]:
    """Return the event of a case whose home the list tells of, none where it says nothing new."""
    filing = complaint.filing
    if (filing.neighbourhood, filing.tenure) == (neighbourhood, tenure):
        return ()
    return (HomeFiled(neighbourhood, tenure),)


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    filing = replace(complaint.filing, neighbourhood=event.neighbourhood, tenure=event.tenure)
    return replace(complaint, filing=filing)
