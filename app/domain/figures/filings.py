"""Under what a case is counted: its home as the list had it then, and what staff choose of the landlord's lists.

A home's list of later years moves no figure; what staff choose stands until somebody chooses otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from app.domain.case.state import Complaint
from app.domain.figures.filing_whys import FilingWhy
from app.domain.refused import Gap, Refused, Why, refuse_if


@dataclass(frozen=True, slots=True)
class HomeFiled:
    """What the list said of the home on that day; None: it did not say."""

    neighbourhood: str | None
    tenure: str | None


@dataclass(frozen=True, slots=True)
class FiledUnder:
    """What staff chose from the landlord's lists, by key; None: nobody knows, and it is counted as unknown."""

    service_area: str | None
    theme: str | None
    other_themes: tuple[str, ...] | None
    directorate: str | None
    root_cause: str | None
    escalation_reason: str | None


@dataclass(frozen=True, slots=True)
class FiledBeside:
    """What staff chose beside that: where the home is, how it is held, and who did the work; None: nobody knows."""

    neighbourhood: str | None
    tenure: str | None
    contractor: str | None


Event = HomeFiled | FiledUnder | FiledBeside

LISTS: Mapping[str, str] = {
    "service_area": "service_areas",
    "theme": "themes",
    "other_themes": "themes",
    "directorate": "directorates",
    "root_cause": "root_causes",
    "escalation_reason": "escalation_reasons",
}
"""Of which of the landlord's lists each is."""
BESIDE: Mapping[str, str] = {"neighbourhood": "neighbourhoods", "tenure": "tenures", "contractor": "doers"}
"""The same, of what is chosen beside it."""


def file_home(complaint: Complaint, neighbourhood: str | None, tenure: str | None) -> tuple[HomeFiled, ...]:
    """Return the event of a case whose home the list tells of, none where it says nothing new."""
    filing = complaint.filing
    if (filing.neighbourhood, filing.tenure) == (neighbourhood, tenure):
        return ()
    return (HomeFiled(neighbourhood, tenure),)


def under(complaint: Complaint) -> FiledUnder:
    """Return under what a case is counted now."""
    filing = complaint.filing
    of_lists = (filing.theme, filing.other_themes, filing.directorate, filing.root_cause, filing.escalation_reason)
    return FiledUnder(complaint.service_area or None, *of_lists)


def beside(complaint: Complaint) -> FiledBeside:
    """Return where the home of a case is, how it is held, and who did the work, as it is counted now."""
    filing = complaint.filing
    return FiledBeside(filing.neighbourhood, filing.tenure, filing.contractor)


def asked_for_stage_2(complaint: Complaint) -> bool:
    """Return whether there is anything to give a reason for."""
    return complaint.stage_2 is not None or complaint.stage_2_waits or complaint.stage_2_asked_on is not None


def file_under(
    complaint: Complaint, chosen: FiledUnder, also: FiledBeside, offered: Mapping[str, Collection[str]]
) -> tuple[Event, ...]:
    """Return the events; `offered` are the keys of each list. What stands there already may stay, whoever retired it.

    Raises Refused for what is on no list, for a theme named twice, or where nothing is new (8.1).
    """
    refuse_if((*_gaps(complaint, chosen, offered), *_not_on(BESIDE, beside(complaint), also, offered)))
    new: list[Event] = [chosen] * (chosen != under(complaint))
    new += [also] * (also != beside(complaint))
    if not new:
        raise Refused(Why.NOTHING_CHANGED)
    return tuple(new)


def _not_on(
    lists: Mapping[str, str], now: object, chosen: object, offered: Mapping[str, Collection[str]]
) -> Iterator[Gap]:
    for name, of in lists.items():
        kept = {*offered[of], *_keys(getattr(now, name))}
        if not kept.issuperset(_keys(getattr(chosen, name))):
            yield Gap(FilingWhy.NOT_ON_THE_LIST, name)


def _gaps(complaint: Complaint, chosen: FiledUnder, offered: Mapping[str, Collection[str]]) -> Iterator[Gap]:
    yield from _not_on(LISTS, under(complaint), chosen, offered)
    if chosen.theme is not None and chosen.theme in (chosen.other_themes or ()):
        yield Gap(FilingWhy.THEME_TWICE, "other_themes")
    if chosen.escalation_reason is not None and not asked_for_stage_2(complaint):
        yield Gap(FilingWhy.NO_STAGE_2, "escalation_reason")


def _keys(chosen: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (chosen,) if isinstance(chosen, str) else chosen or ()


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case HomeFiled():
            filing = replace(complaint.filing, neighbourhood=event.neighbourhood, tenure=event.tenure)
            return replace(complaint, filing=filing)
        case FiledBeside(neighbourhood, tenure, contractor):
            filing = replace(complaint.filing, neighbourhood=neighbourhood, tenure=tenure, contractor=contractor)
            return replace(complaint, filing=filing)
        case FiledUnder():
            filing = replace(
                complaint.filing,
                theme=event.theme,
                other_themes=event.other_themes,
                directorate=event.directorate,
                root_cause=event.root_cause,
                escalation_reason=event.escalation_reason,
            )
            return replace(complaint, filing=filing, service_area=event.service_area or "")
