"""A complaint that was drawn to be looked at afterwards, in words: for staff alone."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case import reviews
from app.domain.case.review_states import ReviewResult
from app.words.catalogues import N_
from app.words.say import say_each

RESULTS = {
    ReviewResult.GOOD: N_("Done well"),
    ReviewResult.TO_LEARN: N_("There is something to learn"),
    ReviewResult.TO_PUT_RIGHT: N_("Something must be put right"),
}
QUESTIONS: Mapping[str, str] = {
    "definition": N_("Did we understand the complaint, and every point of it?"),
    "points": N_("Did our answer answer every point?"),
    "plain": N_("Were our words clear and kind?"),
    "promises": N_("Were our promises kept, or moved with a reason?"),
    "dates": N_("Were the dates kept, and lateness told in time?"),
}
"""Under the name of its answer (`ReviewAnswers`), in the order they are asked."""
STAFF: Mapping[type, str] = {
    reviews.ReviewAsked: N_("Drawn by lot, one of %(pool)s, for a quality review by %(review_by)s: %(staff)s"),
    reviews.Reviewed: N_("Quality review by %(staff)s: %(result)s"),
}

say_each(RESULTS)
