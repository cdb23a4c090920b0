"""What becomes of a new point and why, within a sentence; and how two complaints belong together (6.8)."""

from app.domain.case.kin import Bond
from app.domain.case.raised import About, Because, Course
from app.words.catalogues import N_
from app.words.say import say_each

ABOUTS = {
    About.HANDLING: N_("How we have dealt with this complaint"),
    About.RELATED: N_("Something that belongs to what we are looking at"),
    About.UNRELATED: N_("Something else"),
}
COURSES = {
    Course.JOINS: N_("it joins this complaint"),
    Course.APART: N_("it becomes a complaint of its own"),
    Course.STAGE_2: N_("it goes to Stage 2 of this complaint"),
    Course.OMBUDSMAN: N_("the Ombudsman can look at it"),
}
REASONS = {
    Because.RELATED: N_("it belongs to what we are looking at, and we have not answered yet"),
    Because.HANDLING: N_("it is about how we dealt with this complaint"),
    Because.ANSWERED: N_("we have already answered this complaint"),
    Because.UNRELATED: N_("it is about something else"),
    Because.WOULD_DELAY: N_("it would hold up our answer for too long"),
    Because.NOT_RUNNING: N_("this complaint has ended"),
}
BONDS = {
    Bond.RELATED: N_("staff say that they belong together"),
    Bond.NEW_POINT: N_("one was a new point of the other"),
    Bond.SPLIT: N_("one was a part of the other"),
    Bond.MERGED: N_("one was put into the other"),
    Bond.OPENED: N_("one was opened from the other"),
    Bond.BESIDE: N_("one is about personal data, beside the other"),
}

say_each(ABOUTS)
say_each(COURSES)
say_each(REASONS)
say_each(BONDS)
