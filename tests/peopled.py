"""Complaints of which something happened to the people: contact limited, a death, who speaks for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.case.complaints import Arrival
from app.domain.people.contact_limits import ContactLimitDraft
from app.domain.people.deaths import DeathDraft
from app.domain.people.elsewhere import Heard
from app.domain.people.limits import Limited
from app.domain.people.parties import Authority, RepresentativeKind, Role
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from app.domain.people.representatives import authority
from app.services.case import acknowledgements, complaints, histories
from app.services.case.complaints import Made, NewComplaint
from app.services.people import authorities, contact_limits, deaths, elsewhere, representatives
from app.services.people.elsewhere import Theirs
from app.services.people.parties import Person
from tests.cases import (
    BY_EMAIL,
    COMES_BACK,
    LOOKUP_KEY,
    a_complaint,
    a_definition,
    a_person,
    deed,
    seed,
    who_comes_back,
)

SENT, PROPOSED, AGREED = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
BOTH = Preferences(Safe.YES, (Way.HERE, Way.PHONE), Way.HERE)
HEARD = DeathDraft("Her son Yusuf, by phone.", date(2026, 11, 24), 1)
DRAFT = ContactLimitDraft(
    party=1,
    limited=(Limited.CALLS, Limited.VISITS),
    how="One call a week, on Tuesdays, with Sam Hill.",
    open_way=Way.HERE,
    reasons="Calls came to 30 a day, and others could not get through.",
    evidence="The call log from 2 to 20 November.",
    equality="We asked about your health. A set day and one person are what you told us helps.",
    until=date(2027, 5, 20),
)


def fresh_by_phone(session: Session) -> tuple[Made, date]:
    """A complaint of somebody who comes back here and can be rung."""
    person = a_person(ways={Way.PHONE: "+441614960123"}, preferences=BOTH)
    return a_complaint(session, person, key=uuid4().hex), SENT


def for_somebody_else(session: Session) -> tuple[Made, date]:
    """Told by a daughter (party 2) who waits to be confirmed."""
    seed(session)
    daughter = Person(Role.REPRESENTATIVE, "Sana Yusuf", authority=Authority.THEY_WILL_CONFIRM, preferences=COMES_BACK)
    theirs = who_comes_back()
    new = NewComplaint(Arrival(words="The boiler has been broken.", happened_on=SENT), theirs, daughter)
    made = complaints.make(session, new, LOOKUP_KEY, deed(SENT, key=uuid4().hex))
    acknowledgements.acknowledge(session, made.reference, a_definition(), 1, None, deed(AGREED, "staff:1"))
    return made, AGREED


def restriction_proposed(session: Session, by: str = "staff:1") -> tuple[Made, date]:
    """A handler would limit calls; nobody has decided yet."""
    made, _ = fresh_by_phone(session)
    contact_limits.propose(session, made.reference, DRAFT, deed(PROPOSED, by))
    return made, PROPOSED


def restricted(session: Session) -> tuple[Made, date]:
    """A second person agreed, and the letter stands on the page of who comes back there."""
    made, _ = restriction_proposed(session)
    contact_limits.approve(session, made.reference, 1, deed(AGREED, "staff:2"))
    return made, AGREED


def restricted_and_unhappy(session: Session) -> tuple[Made, date]:
    """They asked for it to be looked at again."""
    made, on = restricted(session)
    theirs = deed(on, f"party:{made.case_id}.1")
    contact_limits.ask_to_review(session, made.reference, 1, 1, "It is my only way to be heard.", theirs)
    return made, on


def restriction_over(session: Session) -> tuple[Made, date]:
    made, on = restricted(session)
    contact_limits.end(session, made.reference, 1, "The calls have settled.", deed(on, "staff:2"))
    return made, on


def restricted_at_length(session: Session) -> tuple[Made, date]:
    """Proposed in words without an end, and agreed to."""
    made, _ = fresh_by_phone(session)
    words = "Donaudampfschifffahrtsgesellschaft" * 5
    draft = replace(DRAFT, limited=tuple(each for each in Limited if each is not Limited.MESSAGES), how=words)
    contact_limits.propose(session, made.reference, draft, deed(PROPOSED, "staff:1"))
    contact_limits.approve(session, made.reference, 1, deed(AGREED, "staff:2"))
    return made, AGREED


def died(session: Session) -> tuple[Made, date]:
    """An e-mail waits to go to a resident of whose death her daughter then told us."""
    made = a_complaint(session, key=uuid4().hex)
    deaths.record(session, made.reference, 1, HEARD, deed(AGREED, "staff:1"))
    return made, AGREED


def heard_of_death(session: Session) -> tuple[Made, date]:
    """In another case of hers, by somebody who may not see this one, it was written down that she has died."""
    made = a_complaint(session, key=uuid4().hex)
    with histories.opened(session, made.reference, deed(AGREED, "clock")) as case:
        elsewhere.hear(Theirs(case, 1), Heard.DEATH, lambda case, number: None)
        elsewhere.hear(Theirs(case, 1), Heard.MOVE, lambda case, number: None)
    return made, AGREED


def death_doubted(session: Session) -> tuple[Made, date]:
    made, on = died(session)
    deaths.doubt(session, made.reference, 1, "She came to the office.", deed(on, "staff:1"))
    return made, on


def add_daughter(session: Session, reference: str, kind: RepresentativeKind) -> int:
    person = Person(
        Role.REPRESENTATIVE,
        "Sana Yusuf",
        authority=authority(kind),
        ways={Way.EMAIL: "sana@example.org"},
        preferences=BY_EMAIL,
    )
    return representatives.add(session, reference, person, kind, deed(AGREED, "staff:1"))


def spoken_for(session: Session) -> tuple[Made, date]:
    """Her daughter, party 2, whom she said yes to."""
    made, _ = fresh_by_phone(session)
    add_daughter(session, made.reference, RepresentativeKind.FAMILY_OR_FRIEND)
    authorities.confirm(session, made.reference, 2, deed(AGREED, f"party:{made.case_id}.1"))
    return made, AGREED


def spoken_for_at_risk(session: Session) -> tuple[Made, date]:
    """Her daughter speaks for a resident who may be reached in one way only, with a word to mind."""
    careful = Preferences(Safe.SOME_WAYS, (Way.PHONE,), Way.PHONE, cautions=(Caution.CODE_WORD,))
    person = a_person(ways={Way.PHONE: "+441614960123"}, preferences=careful, mind="The code word is marigold")
    made = a_complaint(session, person, key=uuid4().hex)
    add_daughter(session, made.reference, RepresentativeKind.FAMILY_OR_FRIEND)
    authorities.confirm(session, made.reference, 2, deed(AGREED, f"party:{made.case_id}.1"))
    return made, AGREED


def told_no(session: Session) -> tuple[Made, date]:
    made, on = spoken_for(session)
    representatives.stop(session, made.reference, 2, "", deed(on, f"party:{made.case_id}.1"))
    return made, on


PEOPLED = (
    restriction_proposed,
    restricted,
    restricted_and_unhappy,
    restriction_over,
    restricted_at_length,
    spoken_for,
    told_no,
)
"""The states of this module, for the list of all."""
