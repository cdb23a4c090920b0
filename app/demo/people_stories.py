"""The complaints of Wellmeadow's residents whose people change: contact limited, a death, a daughter who speaks."""

from __future__ import annotations

from app.demo.residents import by_email
from app.demo.teller import BY_EMAIL, Teller
from app.domain.people.contact_limits import ContactLimitDraft
from app.domain.people.deaths import DeathDraft
from app.domain.people.limits import Limited
from app.domain.people.parties import RepresentativeKind, Role
from app.domain.people.preferences import Preferences, Safe, Way
from app.domain.people.representatives import authority
from app.services.people import contact_limits, deaths, representatives
from app.services.people.parties import Person


def contact_is_limited(tell: Teller) -> None:
    ways = Preferences(Safe.YES, (Way.EMAIL, Way.PHONE), Way.EMAIL)
    given = {Way.EMAIL: "keith@resident.example", Way.PHONE: "+441632960145"}
    person = by_email("Keith Marlow", "9 Lock Street", ways=given, preferences=ways)
    tell.sends(14, "The drains smell and nobody listens.", person, "keith")
    tell.acknowledged(11, "sam", ("The drains smell", "Four calls were not returned"), ("Drains that do not smell",))
    draft = ContactLimitDraft(
        party=1,
        limited=(Limited.CALLS, Limited.VISITS),
        how="One call a week, on Tuesdays at 10, with Sam Hill. No visits to the office without a time we agreed.",
        open_way=Way.EMAIL,
        reasons="On most days there were more than 20 calls, and other people could not get through.",
        evidence="The call log of the last two weeks.",
        equality="We asked what would help. You told us that a set time with one person does.",
        until=tell.days.ago(-60),
    )
    session, reference = tell.session, tell.made.reference
    contact_limits.propose(session, reference, draft, tell.ours(4, "sam"))
    contact_limits.approve(session, reference, 1, tell.ours(3, "dana"))
    tell.letters_go(3)


def a_daughter_carries_on(tell: Teller) -> None:
    tell.sends(18, "The path to my door is broken and I fell.", by_email("Edith Cole", "20 Elm Court"), "edith")
    tell.acknowledged(15, "priya", ("The path is broken", "A fall in October"), ("A path that is safe",))
    session, reference = tell.session, tell.made.reference
    heard = DeathDraft("Her daughter Joan, by phone.", tell.days.ago(6), tell.staff["priya"])
    deaths.record(session, reference, 1, heard, tell.ours(6, "priya"))
    joan = Person(
        Role.REPRESENTATIVE,
        "Joan Cole",
        relationship="Daughter",
        authority=authority(RepresentativeKind.EXECUTOR),
        ways={Way.EMAIL: "joan@resident.example"},
        preferences=BY_EMAIL,
    )
    number = representatives.add(session, reference, joan, RepresentativeKind.EXECUTOR, tell.ours(4, "priya"))
    words = "Spoke with Joan. She wants the path made safe for whoever lives there next."
    deaths.carry_on(session, reference, 1, number, words, tell.ours(4, "priya"))
