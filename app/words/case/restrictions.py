"""Who may see a case, and who may deal with it: in words for staff, a line an event."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case import complaints, interests, restrictions
from app.domain.case.restriction_states import RestrictionGround
from app.words.catalogues import N_
from app.words.people import safeguarding as concerns
from app.words.say import say_each

GROUNDS = {
    RestrictionGround.CONCERNED: N_("Somebody of the staff is complained of"),
    RestrictionGround.SENIOR: N_("It is about the complaints officer, the chief executive or the board"),
    RestrictionGround.SAFEGUARDING: N_("Somebody’s safety"),
    RestrictionGround.OTHER: N_("Another reason"),
}

say_each(GROUNDS)

STAFF: Mapping[type, str] = {
    complaints.Concerned: N_("Concerned in the complaint: %(staff)s"),
    restrictions.Restricted: N_("Kept to named people (%(ground)s): %(viewers)s"),
    restrictions.ViewersChanged: N_("May see it now: %(viewers)s"),
    restrictions.ViewersFilledUp: N_("Too few were left who may see it. May see it now: %(viewers)s"),
    interests.DeclarationAsked: N_("%(staff)s is to say if they have a conflict of interest"),
    interests.NothingDeclared: N_("%(staff)s has no conflict of interest"),
    interests.ConflictDeclared: N_("%(staff)s has a conflict of interest, and gave it back"),
    **concerns.STAFF,
    restrictions.RestrictionLifted: N_("No longer kept to named people"),
}
