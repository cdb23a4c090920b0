"""What Wellmeadow's residents bring that is no complaint: a request, a letter from an MP, a worry about data."""

from __future__ import annotations

from app.demo import post
from app.demo.residents import by_email, by_letter
from app.demo.teller import Teller
from app.domain.case.complaints import Arrival
from app.domain.case.kinds import Concern, Kind, Outcome
from app.domain.case.requests import EndingDraft
from app.domain.case.triage import TriageDraft
from app.domain.case.vocabulary import Channel, ForWhom
from app.domain.people.parties import Authority, Role
from app.domain.people.preferences import Preferences, Safe, Way
from app.services.case import complaints, openings, requests
from app.services.case.complaints import NewComplaint
from app.services.case.openings import OpeningDraft
from app.services.case.requests import Sorted
from app.services.people.parties import Person


def request_done(tell: Teller) -> None:
    _logs(tell, 9, Kind.REQUEST, "The light on my landing is out.", by_email("Bola Adeyemi", "18 Elm Court"), "bola")
    _sorts(tell, 9, Kind.REQUEST, "sam")
    draft = EndingDraft(Outcome.DONE, tell.days.ago(6), "The electrician changed the lamp. Bola saw it lit that night.")
    requests.end(tell.session, tell.made.reference, draft, tell.ours(6, "sam"))
    post.carry(tell.session, tell.days.deed(6, "clock").at)


def request_that_led_to_a_complaint(tell: Teller) -> None:
    """They rang about a gate, were unhappy a week later, and made it a complaint; the gate is mended all the same."""
    _logs(tell, 12, Kind.REQUEST, "The back gate does not shut.", by_email("Wanda Nowak", "5 Mead Lane"), "wanda")
    _sorts(tell, 11, Kind.REQUEST, "priya")
    by = tell.theirs(3, "demo-wanda-unhappy".ljust(32, "-"))
    draft = OpeningDraft(Kind.COMPLAINT, by.on, "Nobody came about the gate, and nobody rang.", Channel.PORTAL)
    openings.open_from(tell.session, tell.made.reference, draft, tell.lookup_key, by)
    post.carry(tell.session, tell.days.deed(3, "clock").at)


def said_no_to_a_complaint(tell: Teller) -> None:
    who = by_letter("Len Marsh", "14 Lock Street")
    _logs(tell, 2, Kind.REQUEST, "The cleaner missed our stairs again.", who, "len", said_no=True)


def letter_from_an_mp(tell: Teller) -> None:
    mp = Person(
        role=Role.REPRESENTATIVE,
        name="Rt Hon Maria Oduya MP",
        relationship="Member of Parliament",
        authority=Authority.MP_OR_COUNCILLOR,
        ways={Way.EMAIL: "maria.oduya@parliament.example"},
        preferences=Preferences(Safe.YES, (Way.EMAIL,), Way.EMAIL),
    )
    about = Person(name="Sunil Rao", address="2 Elm Court\nWellmeadow", postcode="WM2 4AB")
    words = "My constituent Mr Rao asks when the lift in his block will be renewed."
    _logs(tell, 4, Kind.ENQUIRY, words, about, "mp", representative=mp, for_whom=ForWhom.SOMEONE_ELSE)


def worry_about_data(tell: Teller) -> None:
    who = by_email("Greta Lindholm", "20 Mead Lane")
    _logs(tell, 5, Kind.DATA_PROTECTION, "You sent a letter about my rent to my neighbour.", who, "greta")
    _sorts(tell, 4, Kind.DATA_PROTECTION, "dana", Concern.COMPLEX)


def _logs(
    tell: Teller,
    ago: int,
    kind: Kind,
    words: str,
    who: Person,
    key: str,
    *,
    for_whom: ForWhom = ForWhom.ME,
    **more: object,
) -> None:
    """Staff log what somebody told them on the phone that day."""
    arrival = Arrival(words=words, happened_on=tell.days.ago(ago), channel=Channel.PHONE, for_whom=for_whom)
    new = NewComplaint(arrival, who, kind=kind, **more)  # type: ignore[arg-type]
    deed = tell.ours(ago, "sam", f"demo-{key}")
    tell.made = complaints.make(tell.session, new, tell.lookup_key, deed)
    post.carry(tell.session, tell.days.deed(ago, "clock").at)


def _sorts(tell: Teller, ago: int, kind: Kind, to: str, *concerns: Concern) -> None:
    asked = Sorted(TriageDraft(kind, "repairs" if kind is Kind.REQUEST else "", concerns), tell.staff[to])
    requests.sort(tell.session, tell.made.reference, asked, tell.ours(ago, "dana"))
