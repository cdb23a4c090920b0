"""The complaints of Wellmeadow's residents, one in each state that a complaint can be in."""

from __future__ import annotations

from collections.abc import Callable

from app.demo import dangers, offers, other_kinds, papers
from app.demo.across_cases import a_councillor_writes_about_a_complaint, died_with_two_complaints
from app.demo.afterwards import closed_and_rated, to_be_rung_about_how_we_did
from app.demo.belonging import new_points_later, two_made_one
from app.demo.hired import a_contractors_job, asked_before_we_promise
from app.demo.kept_to_few import about_one_of_us, somebody_may_be_harmed
from app.demo.people_stories import a_daughter_carries_on, contact_is_limited
from app.demo.promises import hands_over, is_asked, keeps, misses, moves, says
from app.demo.refusal_stories import refusal_waits_for_a_second_person, refused, refused_and_overturned
from app.demo.residents import at_home, by_email, by_letter, day
from app.demo.second_looks import answer_waits_for_its_check, stage_2_just_asked, stage_2_under_way
from app.demo.teller import COMES_BACK, Teller
from app.demo.together import known_problem, one_of_a_group
from app.domain.case.details import Effect, Question, ToldBefore
from app.domain.case.findings import PromiseDraft
from app.domain.case.talks import ContactHow, ContactOutcome
from app.domain.case.understood import Understood
from app.domain.case.vocabulary import Channel, Danger, Wanted
from app.domain.clock.hazard_clock import Known
from app.domain.clock.hazard_laws import HazardKind, Severity
from app.domain.clock.hazard_states import AtHome, KnownFrom, Tried
from app.domain.clock.hazards import HazardDraft
from app.domain.people.adjustments import Need
from app.domain.people.preferences import Caution, Preferences, Safe, Way
from app.domain.promises.ledger import Verdict
from app.services.people.parties import Person

Story = Callable[[Teller], None]


def just_sent(tell: Teller) -> None:
    tell.sends(
        0,
        "The bin store has not been cleaned for three weeks and there are rats.",
        by_email("Amina Yusuf", "3 Elm Court"),
        "amina",
        wanted=(Wanted.WORK_DONE, Wanted.CHANGE),
        service_area="estates",
    )
    tell.adds(0, Question.TOLD_BEFORE, (ToldBefore.YES.value,), "Twice in October, by phone.")
    tell.adds(0, Question.EFFECT, (Effect.HEALTH.value, Effect.CHILDREN.value))


def waits_for_its_acknowledgement(tell: Teller) -> None:
    tell.sends(
        4,
        "My window has not shut since August. Two men came, looked, and left. I want it mended before it is cold.",
        by_letter("Gareth Price", "11 Lock Street", needs=(Need.LARGE_PRINT,), needs_words="18 point, please"),
        "gareth",
        channel=Channel.PHONE,
        service_area="repairs",
    )


def in_danger(tell: Teller) -> None:
    tell.sends(
        0,
        "There are bare wires by the cooker and my boy is two. I rang on Friday and nobody came.",
        by_email("Chloe Brennan", "7 Mead Lane"),
        "chloe",
        danger=Danger.NOW,
        hazard=HazardDraft((HazardKind.FIRE_GAS_ELECTRIC,), urgent=True),
        wanted=(Wanted.WORK_DONE,),
        service_area="repairs",
    )


def damp_with_its_clock_running(tell: Teller) -> None:
    told_first = HazardDraft((HazardKind.DAMP_OR_MOULD,), KnownFrom.EARLIER_REPORT, Known(day(tell, 9)))
    tell.sends(
        7,
        "There is black mould over the cot. I told you two days ago on the phone and she coughs all night.",
        by_email("Zainab Malik", "6 Lock Street"),
        "zainab",
        told_first,
        danger=Danger.SOON,
        wanted=(Wanted.WORK_DONE,),
        service_area="damp",
    )
    tell.weighs(6, "sam", Severity.SIGNIFICANT, "Mould above a baby’s bed.", AtHome.UNDER_5, AtHome.ILL_OR_DISABLED)
    tell.sends_a_file(6, papers.mouldy_wall(), "The wall above the cot")
    tell.knocks(4, "sam", Tried.PHONE, "Nobody answered. A text agreed Thursday.")
    tell.acknowledged(3, "sam", ("Mould in the bedroom", "Nobody came when she rang"), ("A dry bedroom",))
    tell.looks_at_it(1, "sam", "Water comes in at the sill. The extractor does not work.")


def acknowledgement_late(tell: Teller) -> None:
    tell.sends(
        7,
        "The lift was out for nine days and I could not leave my flat.",
        by_email("Mei Lin", "19 Elm Court", needs=(Need.ONE_NAMED_PERSON,)),
        "mei",
        wanted=(Wanted.EXPLANATION, Wanted.MONEY),
        service_area="estates",
    )
    tell.is_found_late(1)


def looking_but_not_understood(tell: Teller) -> None:
    ways = Preferences(Safe.SOME_WAYS, (Way.EMAIL,), Way.EMAIL, cautions=(Caution.NO_VOICEMAIL,))
    person = by_email("Joseph Okoro", "5 Mead Lane", preferences=ways, mind="Ring only between 10 and 12.")
    tell.sends(9, "The noise from number 6 goes on all night. I have told you four times.", person, "joseph")
    tell.acknowledged(5, "priya", ("Noise at night from number 6",), ("Somebody to speak to number 6",))
    tell.writes_to_us(4, "Will somebody come at night, when it is loud?")
    tell.sends_a_file(4, papers.diary("Monday: from 1 to 3", "Tuesday: from 1 to half past 3"), "My noise diary")
    tell.logs(3, "priya", ContactHow.CALL, ContactOutcome.NOT_REACHED)
    tell.writes_to_them(3, "priya", "Yes. A warden comes on Friday night. Which hours are worst?", asks=True)
    tell.asks_a_colleague(2, "priya", "sam", -2, "What did the warden write down in September and October?")
    tell.replies(2, Understood.PARTLY, "You left out that nobody rang me back, four times.")
    tell.logs(2, "priya", ContactHow.CALL, ContactOutcome.NOT_REACHED)
    tell.writes_to_us(1, "From one to three. And please do not leave a voicemail.")
    tell.asks_to_be_rung(0, "07700 900123, between 10 and 12")


def answer_due_tomorrow(tell: Teller) -> None:
    tell.sends(12, "You charged me twice for the same month.", by_email("Fatima Begum", "2 Lock Street"), "fatima")
    tell.acknowledged(9, "sam", ("Charged twice for September",), ("The money back",))
    tell.logs(4, "sam", ContactHow.VISIT, ContactOutcome.REACHED, "Went through the statements with her at home.")


def answer_late_and_stage_2_asked(tell: Teller) -> None:
    tell.sends(
        20, "The damp in the back bedroom is through the wall.", by_letter("Patrick Doyle", "8 Elm Court"), "patrick"
    )
    tell.acknowledged(16, "sam", ("Damp in the back bedroom", "Nobody came in March"), ("The wall made dry",))
    tell.is_found_late(5)
    tell.asks_for_stage_2(1, "I have waited long enough.")


def more_time_taken(tell: Teller) -> None:
    tell.sends(13, "The new fence is on the wrong line.", by_email("Ruth Evans", "14 Mead Lane"), "ruth")
    tell.acknowledged(9, "priya", ("The fence stands on Ms Evans’s side",), ("The fence moved",))
    tell.takes_more_time(3, "priya", -5, "The surveyor who knows the line is back next week.")


def more_time_waits_for_a_second_person(tell: Teller) -> None:
    tell.sends(12, "The heating fails every Sunday.", by_email("Ngozi Adeleke", "21 Lock Street"), "ngozi")
    tell.acknowledged(8, "sam", ("Heating off on Sundays since June",), ("Heating that works",))
    tell.takes_more_time(1, "sam", -16, "The part comes from abroad and takes four weeks.")


def answered_with_promises(tell: Teller) -> None:
    tell.sends(24, "The gutter pours onto my door.", by_email("Stuart Bell", "16 Elm Court"), "stuart")
    tell.acknowledged(21, "sam", ("The gutter over the door", "Two missed visits"), ("The gutter mended", "A sorry"))
    tell.answered(
        12,
        "sam",
        "You were right on both points, and we are sorry.",
        PromiseDraft("Mend the gutter over the front door", tell.staff["sam"], day(tell, 4)),
        PromiseDraft("Pay £30 for two missed visits", tell.staff["dana"], day(tell, 8)),
        PromiseDraft("Look at the gutter again after the first heavy rain", tell.staff["sam"], day(tell, -15)),
    )
    keeps(tell, 9, 2, "dana", "Paid by bank transfer, seen on the statement.")


def promise_said_not_done(tell: Teller) -> None:
    tell.sends(34, "The heating has been off since the first frost.", by_email("Grace Mensah", "22 Mead Lane"), "grace")
    tell.acknowledged(31, "sam", ("Heating off for a month", "Nobody came on the 2nd"), ("Heating that works",))
    tell.answered(
        22,
        "sam",
        "The heating should have been mended in a day, and we are sorry.",
        PromiseDraft("Fit a new pump to the boiler", tell.staff["sam"], day(tell, 10)),
        PromiseDraft("Look at the pipes under the floor", tell.staff["priya"], day(tell, 6)),
    )
    hands_over(tell, 20, 1, "sam", "hearth")
    hands_over(tell, 20, 2, "priya", "estate-team")
    misses(tell, 12, 1, "sam")
    keeps(tell, 10, 1, "sam", "Job 4471, signed by the fitter.")
    moves(tell, 7, 2, "priya", -5, "The floor cannot be opened before the boards have come.")
    says(tell, 4, 1, Verdict.NOT_DONE, "It ran for two days and is cold again.")
    keeps(tell, 3, 1, "sam", "Job 4502, signed by the fitter.")
    says(tell, 1, 1, Verdict.NOT_DONE, "Still cold. Please send somebody else.")


def closed_after_its_promises(tell: Teller) -> None:
    tell.sends(48, "The front door sticks and I cannot shut it.", by_letter("Agnes Tait", "6 Elm Court"), "agnes")
    tell.acknowledged(45, "priya", ("The front door does not shut",), ("A door that shuts",))
    tell.answered(
        36,
        "priya",
        "The door should have been planed at the first visit, and we are sorry.",
        PromiseDraft("Plane the door and fit a new lock", tell.staff["priya"], day(tell, 30)),
    )
    keeps(tell, 31, 1, "priya", "Photograph of the shut door.")
    is_asked(tell, 29)
    says(tell, 28, 1, Verdict.KEPT)
    tell.closes(25, "priya", "order", "The joiner now carries the usual locks.")
    closed_and_rated(tell)


def finished(tell: Teller) -> None:
    tell.sends(60, "The stairs have had no light since spring.", by_email("Bilal Hussain", "12 Elm Court"), "bilal")
    tell.acknowledged(57, "priya", ("No light on the stairs",), ("Light",))
    tell.answered(49, "priya", "There should have been light, and we are sorry.")
    tell.asks_for_stage_2(45)
    tell.acknowledged(42, "tom", ("No light on the stairs", "It failed again"), ("Light that lasts",))
    again = PromiseDraft("Fit new wiring on the stairs", tell.staff["sam"], day(tell, 20))
    tell.answered(30, "tom", "You were right both times.", again)
    keeps(tell, 22, 1, "sam", "Certificate of the new wiring.")


def without_a_name(tell: Teller) -> None:
    tell.sends(3, "A man from your contractor shouted at me.", Person(ways={}, preferences=COMES_BACK), "nobody")


def no_safe_way(tell: Teller) -> None:
    person = at_home("Leah Novak", "18 Mead Lane", preferences=COMES_BACK)
    tell.sends(6, "The lock on my door was never changed after I asked.", person, "leah")
    tell.acknowledged(3, "dana", ("The lock was not changed",), ("A new lock",))


def stopped(tell: Teller) -> None:
    tell.sends(15, "The grass is never cut.", by_email("Ivy Walsh", "10 Lock Street"), "ivy")
    tell.acknowledged(12, "priya", ("The grass",), ())
    tell.stops(8)


STORIES: tuple[Story, ...] = (
    refused_and_overturned,
    refused,
    new_points_later,
    two_made_one,
    one_of_a_group,
    known_problem,
    finished,
    answer_waits_for_its_check,
    stage_2_under_way,
    stage_2_just_asked,
    answered_with_promises,
    promise_said_not_done,
    closed_after_its_promises,
    offers.money_paid,
    offers.money_raised_then_accepted,
    offers.money_waits_for_a_second_person,
    to_be_rung_about_how_we_did,
    answer_late_and_stage_2_asked,
    stopped,
    contact_is_limited,
    a_daughter_carries_on,
    more_time_taken,
    more_time_waits_for_a_second_person,
    refusal_waits_for_a_second_person,
    answer_due_tomorrow,
    looking_but_not_understood,
    acknowledgement_late,
    dangers.made_safe_too_late,
    damp_with_its_clock_running,
    no_safe_way,
    waits_for_its_acknowledgement,
    without_a_name,
    about_one_of_us,
    somebody_may_be_harmed,
    a_contractors_job,
    asked_before_we_promise,
    other_kinds.request_done,
    other_kinds.request_that_led_to_a_complaint,
    other_kinds.said_no_to_a_complaint,
    other_kinds.letter_from_an_mp,
    other_kinds.worry_about_data,
    a_councillor_writes_about_a_complaint,
    died_with_two_complaints,
    in_danger,
    just_sent,
)
