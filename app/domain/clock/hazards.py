"""A danger in a home: raised and weighed, its clock running from the first day we knew.

Awaab's Law (SI 2025/1042), its Scottish sister, and ruling 22. Whatever happens to the complaint, this goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.state import Complaint
from app.domain.clock.duty_kinds import DutyKind, Owner, Task
from app.domain.clock.hazard_clock import DatesAfter, HazardClock, HazardDates, Known
from app.domain.clock.hazard_laws import LAWS, HazardKind, HazardLaw, Severity, Tenure
from app.domain.clock.hazard_states import Assessment, AtHome, HazardState, KnownFrom, changed, one
from app.domain.clock.terms import Terms
from app.domain.clock.whys import HazardWhy
from app.domain.deed import Deed
from app.domain.refused import Gap, Refused, Why
from app.domain.said import Said, WordsKind, Write


@dataclass(frozen=True, slots=True)
class HazardDraft:
    """A danger as somebody tells of it. `known` may be left out where it is the complaint that told us."""

    kinds: tuple[HazardKind, ...]
    source: KnownFrom = KnownFrom.COMPLAINT
    known: Known | None = None
    words: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class AssessmentDraft:
    """How staff weigh it."""

    severity: Severity | None
    words: str
    tenure: Tenure = Tenure.UNKNOWN
    at_home: tuple[AtHome, ...] = ()


@dataclass(frozen=True, slots=True)
class HazardRaised:
    """A danger was told of, and its clock runs from `known`: as an emergency where somebody could be hurt now."""

    hazard: int
    kinds: tuple[HazardKind, ...]
    source: KnownFrom
    known: Known
    said: Said | None
    severity: Severity
    law: str
    dates: HazardDates
    assess_by: date


@dataclass(frozen=True, slots=True)
class HazardKnownEarlier:
    """We knew sooner than was thought: the clock has run since then."""

    hazard: int
    source: KnownFrom
    known: Known
    said: Said
    dates: HazardDates


@dataclass(frozen=True, slots=True)
class HazardAssessed:
    """Staff weighed it. Its dates are counted from the same day as ever."""

    hazard: int
    assessment: Assessment
    law: str
    dates: HazardDates
    after: DatesAfter
    approved_by: int | None


@dataclass(frozen=True, slots=True)
class HazardLoweringProposed:
    """Somebody finds it less grave than it was: a second person decides, and until then nothing moves."""

    hazard: int
    assessment: Assessment
    decide_by: date


@dataclass(frozen=True, slots=True)
class HazardLoweringDeclined:
    """The second person said no; it stays as grave as it was."""

    hazard: int


Event = HazardRaised | HazardKnownEarlier | HazardAssessed | HazardLoweringProposed | HazardLoweringDeclined


def clock_of(
    terms: Terms, kinds: tuple[HazardKind, ...], severity: Severity, tenure: Tenure, known: Known
) -> HazardClock:
    """Return the clock of such a hazard: by the law that binds for this home, or else by times of our own."""
    law = LAWS.get(terms.profile.nation)
    binds_from = law.binds_from(kinds, severity) if law is not None and tenure.rents else None
    if law is None or binds_from is None:
        return HazardClock(None, terms.calendar, severity, known)
    return HazardClock(law, terms.calendar, severity, known.not_before(binds_from))


def raise_hazard(complaint: Complaint, draft: HazardDraft, *, terms: Terms, deed: Deed, write: Write) -> HazardRaised:
    """Return the event; raises Refused without a kind, for a day to come, or one after we already knew (ruling 22)."""
    known = _first_known(complaint, draft, deed)
    gaps = [] if draft.kinds else [Gap(HazardWhy.HAZARD_WITHOUT_KIND, "kinds")]
    if known is None:
        gaps.append(Gap(HazardWhy.HAZARD_WITHOUT_DAY, "known_on"))
    elif known.on > deed.on or known.instant > deed.at:
        gaps.append(Gap(Why.DATE_IN_THE_FUTURE, "known_on"))
    elif draft.source is KnownFrom.EARLIER_REPORT and known.on > (complaint.received_on or deed.on):
        gaps.append(Gap(HazardWhy.HAZARD_KNOWN_SOONER, "known_on"))
    if gaps or known is None:
        raise Refused(*gaps)
    severity = Severity.EMERGENCY if draft.urgent else Severity.SIGNIFICANT
    clock = clock_of(terms, draft.kinds, severity, Tenure.UNKNOWN, known)
    return HazardRaised(
        hazard=len(complaint.hazards) + 1,
        kinds=draft.kinds,
        source=draft.source,
        known=known,
        said=write(WordsKind.COMPLAINT, draft.words) if draft.words.strip() else None,
        severity=severity,
        law=_name(clock.law),
        dates=clock.dates,
        assess_by=deed.on if draft.urgent else terms.in_working_days(deed.on, 1),
    )


def _first_known(complaint: Complaint, draft: HazardDraft, deed: Deed) -> Known | None:
    if draft.source is not KnownFrom.COMPLAINT:
        return draft.known
    return draft.known or Known(complaint.received_on or deed.on)


def learn_earlier(
    complaint: Complaint, number: int, known: Known | None, words: str, *, terms: Terms, deed: Deed, write: Write
) -> HazardKnownEarlier:
    """Return the event; raises Refused for a day that is not earlier: no running clock is started again (ruling 22)."""
    hazard = one(complaint.hazards, number)
    gaps = [] if words.strip() else [Gap(HazardWhy.HAZARD_WITHOUT_REASONS, "words")]
    if known is None:
        gaps.append(Gap(HazardWhy.HAZARD_WITHOUT_DAY, "known_on"))
    elif known.instant >= hazard.known.instant:
        gaps.append(Gap(HazardWhy.HAZARD_CLOCK_RUNS, "known_on"))
    if gaps or known is None:
        raise Refused(*gaps)
    clock = clock_of(terms, hazard.kinds, _running(hazard.severity), hazard.tenure, known)
    return HazardKnownEarlier(number, KnownFrom.EARLIER_REPORT, known, write(WordsKind.NOTE, words), clock.dates)


def assess(
    complaint: Complaint, number: int, draft: AssessmentDraft, *, terms: Terms, deed: Deed, write: Write
) -> HazardAssessed | HazardLoweringProposed:
    """Return the assessment, or its proposal to a second person where it is graver already; raises Refused.

    The first may say anything, with its reasons; later ones may only be graver by one person alone (ruling 22).
    """
    hazard = one(complaint.hazards, number)
    gaps = [] if draft.severity is not None else [Gap(HazardWhy.HAZARD_WITHOUT_SEVERITY, "severity")]
    if not draft.words.strip():
        gaps.append(Gap(HazardWhy.HAZARD_WITHOUT_REASONS, "words"))
    if gaps or draft.severity is None:
        raise Refused(*gaps)
    before = (hazard.severity, hazard.tenure, frozenset(hazard.at_home))
    if hazard.assessed and before == (draft.severity, draft.tenure, frozenset(draft.at_home)):
        raise Refused(Why.NOTHING_CHANGED)
    said = write(WordsKind.REASON, draft.words)
    found = Assessment(draft.severity, draft.tenure, draft.at_home, said, deed.by.staff_id or 0)
    if hazard.assessed and _lowers(hazard, found):
        return HazardLoweringProposed(number, found, terms.in_working_days(deed.on, 1))
    return _assessed(hazard, found, terms, None)


def approve(complaint: Complaint, number: int, *, terms: Terms, deed: Deed) -> HazardAssessed:
    """Return the lower assessment; raises Refused for the one who proposed it (ruling 22)."""
    hazard, proposed = _proposed(complaint, number, deed)
    return _assessed(hazard, proposed, terms, deed.by.staff_id)


def decline(complaint: Complaint, number: int, *, deed: Deed) -> HazardLoweringDeclined:
    """Return the event; raises Refused for the one who proposed it (ruling 22)."""
    _proposed(complaint, number, deed)
    return HazardLoweringDeclined(number)


def _lowers(hazard: HazardState, found: Assessment) -> bool:
    """Return whether less would be done, or in less haste, than is now."""
    return hazard.severity.worse_than(found.severity) or (hazard.tenure.rents and not found.tenure.rents)


def _proposed(complaint: Complaint, number: int, deed: Deed) -> tuple[HazardState, Assessment]:
    hazard = one(complaint.hazards, number)
    if hazard.proposed is None:
        raise Refused(Why.NOTHING_TO_APPROVE)
    if deed.by.staff_id is None or deed.by.staff_id == hazard.proposed.by:
        raise Refused(HazardWhy.HAZARD_NEEDS_SECOND_PERSON)
    return hazard, hazard.proposed


def _assessed(hazard: HazardState, found: Assessment, terms: Terms, approved_by: int | None) -> HazardAssessed:
    clock = clock_of(terms, hazard.kinds, _running(found.severity), found.tenure, hazard.known)
    after = replace(clock, investigated_on=hazard.investigated_on).after(found=hazard.found, works=hazard.works)
    return HazardAssessed(hazard.number, found, _name(clock.law), clock.dates, after, approved_by)


def _running(severity: Severity) -> Severity:
    """Return how serious the clock takes it to be: one found to be none counts on as it would if it were one."""
    return Severity.SIGNIFICANT if severity is Severity.NEITHER else severity


def _name(law: HazardLaw | None) -> str:
    return "" if law is None else law.name


def apply(complaint: Complaint, event: Event) -> Complaint:
    """Return the complaint after the event."""
    match event:
        case HazardRaised():
            return replace(complaint, hazards=(*complaint.hazards, _raised(event)))
        case HazardKnownEarlier(number, source, known, _, dates):
            return _with(complaint, number, source=source, known=known, dates=dates)
        case HazardAssessed(number, found, law, dates, after, _):
            weighed = _with(complaint, number, **_weighed(found), law=law, dates=dates, after=after, proposed=None)
            return weighed.without_task(DutyKind.APPROVE_HAZARD, number)
        case HazardLoweringProposed(number, found, decide_by):
            task = Task(DutyKind.APPROVE_HAZARD, number, decide_by, Owner.SECOND_PERSON)
            return _with(complaint, number, proposed=found).with_task(task)
        case HazardLoweringDeclined(number):
            return _with(complaint, number, proposed=None).without_task(DutyKind.APPROVE_HAZARD, number)


def _raised(event: HazardRaised) -> HazardState:
    return HazardState(
        event.hazard,
        event.kinds,
        event.source,
        event.known,
        event.said,
        event.severity,
        event.law,
        event.dates,
        event.assess_by,
    )


def _weighed(found: Assessment) -> dict[str, object]:
    return {
        "assessed": True,
        "severity": found.severity,
        "tenure": found.tenure,
        "at_home": found.at_home,
        "reasons": found.said,
    }


def _with(complaint: Complaint, number: int, **changes: object) -> Complaint:
    return replace(complaint, hazards=changed(complaint.hazards, number, **changes))
