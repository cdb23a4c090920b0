"""The steps of the tracker, in words (ruling 15); the same for residents and for staff."""

from app.domain.case.phases import Phase
from app.domain.case.tracks import Reached
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    Phase.SENT: N_("Sent"),
    Phase.UNDERSTOOD: N_("Understood"),
    Phase.LOOKING: N_("Looking"),
    Phase.ANSWERED: N_("Answered"),
    Phase.PUTTING_RIGHT: N_("Putting it right"),
    Phase.FINISHED: N_("Finished"),
    Phase.STOPPED: N_("Stopped"),
    Phase.REFUSED: N_("Not accepted"),
    Phase.MERGED: N_("Put together with another"),
    Phase.MISTAKE: N_("Logged by mistake"),
}
REACHED = {
    Reached.DONE: N_("Done"),
    Reached.NOW: N_("Now"),
    Reached.NEXT: N_("Next"),
}

say_each(WORDS)
say_each(REACHED)
