"""What Wellmeadow's residents say of it once their complaints are over."""

from __future__ import annotations

from app.demo import post
from app.demo.residents import at_home
from app.demo.teller import Teller
from app.domain.case.survey_states import Score, Scores
from app.domain.people.preferences import Preferences, Safe, Way
from app.services.case import histories, surveys
from app.services.mail import postings

BY_PHONE = Preferences(Safe.YES, (Way.PHONE, Way.HERE), Way.PHONE)


def asks_how_we_did(tell: Teller, ago: int) -> None:
    """The night asks how we did."""
    deed = tell.days.deed(ago, "clock")
    surveys.ask(tell.session, tell.made.reference, deed)
    post.carry(tell.session, deed.at)


def says_how_we_did(tell: Teller, ago: int, scores: Scores, words: str = "") -> None:
    """The resident tells us, on their page."""
    deed = tell.theirs(ago)
    surveys.answer(tell.session, tell.made.reference, 1, scores, words, deed)


def to_be_rung_about_how_we_did(tell: Teller) -> None:
    person = at_home("Sidney Boyd", "8 Elm Court", ways={Way.PHONE: "0161 496 0444"}, preferences=BY_PHONE)
    tell.sends(40, "The hedge by the path takes up half of it.", person, "sidney", service_area="estates")
    tell.acknowledged(37, "priya", ("The hedge over the path",), ("A path one can walk on",))
    tell.answered(29, "priya", "It was cut on the day you wrote, and will be each month. We are sorry.")
    _rings_with_each_letter(tell, 28)
    asks_how_we_did(tell, 3)


def closed_and_rated(tell: Teller) -> None:
    """What is said of a complaint that is closed: who dealt with it may read it too."""
    asks_how_we_did(tell, 14)
    scores = Scores(Score.VERY_SATISFIED, Score.FAIRLY_SATISFIED, Score.FAIRLY_DISSATISFIED, Score.VERY_SATISFIED)
    says_how_we_did(tell, 12, scores, "The new lock is good. Nobody told me when the joiner would come.")


def _rings_with_each_letter(tell: Teller, ago: int) -> None:
    deed = tell.ours(ago, "sam")
    for task in histories.found(tell.session, tell.made.reference, deed).complaint.tasks:
        postings.tell(tell.session, tell.made.reference, task.number, deed)
