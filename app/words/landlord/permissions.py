"""What the members of a complaints team are called."""

from app.domain.landlord.permissions import Role
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    Role.COMPLAINTS_OFFICER: N_("Complaints officer"),
    Role.HANDLER: N_("Complaint handler"),
    Role.STAGE_2_REVIEWER: N_("Stage 2 reviewer"),
    Role.SERVICE_MANAGER: N_("Service manager"),
    Role.HEAD_OF_SERVICE: N_("Head of service"),
    Role.DIRECTOR: N_("Director"),
    Role.VIEWER: N_("Viewer"),
    Role.SAFEGUARDING_LEAD: N_("Safeguarding lead"),
    Role.CHIEF_EXECUTIVE: N_("Chief executive"),
    Role.BOARD_MEMBER: N_("Member of the board"),
    Role.CONTRACTOR: N_("Contractor"),
}

say_each(WORDS)
