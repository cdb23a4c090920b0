"""Wellmeadow's residents with more than one case, and the councillor who wrote about one: told what she agreed to."""

from __future__ import annotations

from app.demo import post
from app.demo.residents import by_email
from app.demo.teller import BY_EMAIL, Teller
from app.domain.case.kinds import Kind
from app.domain.case.vocabulary import Channel
from app.domain.people.deaths import DeathDraft
from app.domain.people.parties import Share
from app.domain.people.preferences import Way
from app.services.case import openings, requests
from app.services.case.openings import OpeningDraft
from app.services.case.requests import EnquiryAnswer
from app.services.people import deaths, enquirers
from app.services.people.parties import Person


def a_councillor_writes_about_a_complaint(tell: Teller) -> None:
    """Their letter joins the complaint, and is answered as far as she agreed to; beside it she complains about data."""
    tell.sends(13, "The heating is off every night.", by_email("Farah Aziz", "6 Elm Court"), "farah")
    tell.acknowledged(10, "priya", ("The heating is off at night",), ("Heating at night",))
    session, reference = tell.session, tell.made.reference
    councillor = Person(
        name="Councillor Ben Ashdown",
        relationship="Ward councillor",
        ways={Way.EMAIL: "ben.ashdown@council.example"},
        preferences=BY_EMAIL,
    )
    words = "Ms Aziz of Elm Court tells me that she has no heating at night. What will you do, and when?"
    came = tell.ours(8, "priya", "demo-farah-councillor")
    requests.join_enquiry(session, reference, councillor, words, came.on, came)
    said = "She told me by phone, alone: he may hear what we decide."
    enquirers.agree(session, reference, 2, Share.OUTCOME, said, tell.ours(7, "priya"))
    answer = EnquiryAnswer(1, tell.days.ago(5), "An engineer comes this week, and we answer her by the date she has.")
    requests.answer_enquiry(session, reference, answer, tell.ours(5, "priya"))
    by = tell.ours(4, "priya", "demo-farah-data".ljust(32, "-"))
    draft = OpeningDraft(Kind.DATA_PROTECTION, by.on, "You copied my letter to all of the stairs.", Channel.PHONE)
    openings.open_from(session, reference, draft, tell.lookup_key, by)
    post.carry(session, tell.days.deed(4, "clock").at)


def died_with_two_complaints(tell: Teller) -> None:
    """His neighbour told us: it is written down in both with one press, and nothing goes to him in either."""
    him = by_email("Arthur Penn", "3 Mead Lane")
    tell.sends(16, "The hedge grows over my window.", him, "arthur-hedge")
    first = tell.made.reference
    tell.sends(9, "The bin store is locked.", him, "arthur-bins")
    heard = DeathDraft("His neighbour at number 5, at the office.", tell.days.ago(2), tell.staff["sam"])
    by = tell.ours(2, "sam")
    deaths.record(tell.session, tell.made.reference, 1, heard, by, [first])
