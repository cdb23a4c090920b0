"""What has become of an answer's check, in words."""

from app.domain.case.check_states import CheckStanding
from app.words.catalogues import N_
from app.words.say import say_each

STANDINGS = {
    CheckStanding.WAITING: N_("Waits to be checked"),
    CheckStanding.RETURNED: N_("Given back, to be changed"),
    CheckStanding.TAKEN_BACK: N_("Taken back before it was checked"),
    CheckStanding.APPROVED: N_("Checked and agreed to"),
}

say_each(STANDINGS)
