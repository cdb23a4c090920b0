"""What somebody is to a complaint, how they may speak for the resident, and whether they can be reached safely."""

from app.domain.people.parties import Authority, RepresentativeKind, Role, Share
from app.domain.people.preferences import Safe
from app.words.catalogues import N_
from app.words.say import say_each

ROLES = {
    Role.RESIDENT: N_("Resident"),
    Role.REPRESENTATIVE: N_("Somebody who speaks for them"),
}
AUTHORITIES = {
    Authority.THEY_WILL_CONFIRM: N_("The resident will tell us so"),
    Authority.WRITTEN_PERMISSION: N_("Written permission"),
    Authority.POWER_OF_ATTORNEY: N_("Power of attorney"),
    Authority.THEY_HAVE_DIED: N_("The resident has died"),
    Authority.MP_OR_COUNCILLOR: N_("MP or councillor"),
}
KINDS = {
    RepresentativeKind.FAMILY_OR_FRIEND: N_("Family or friend"),
    RepresentativeKind.ADVOCATE: N_("Advocate"),
    RepresentativeKind.SUPPORT_WORKER: N_("Support worker"),
    RepresentativeKind.PARENT: N_("Parent"),
    RepresentativeKind.ATTORNEY: N_("Attorney: they have power of attorney"),
    RepresentativeKind.DEPUTY: N_("Deputy: a court chose them"),
    RepresentativeKind.CANNOT_DECIDE: N_("Acts for somebody who cannot decide this themselves"),
    RepresentativeKind.EXECUTOR: N_("Executor of somebody who has died"),
    RepresentativeKind.MP_OR_COUNCILLOR: N_("MP or councillor for the area"),
}
SHARES = {
    Share.NOTHING: N_("Only that we have their letter, and our answer to what they ask of us"),
    Share.OUTCOME: N_("How the complaint stands and what we decide, in our answer to their letter"),
    Share.ALL: N_("Everything: they may read and do here what the resident can"),
}
SAFE = {
    Safe.YES: N_("Yes"),
    Safe.SOME_WAYS: N_("Only in some ways"),
    Safe.NO: N_("No: send nothing"),
    Safe.NOT_SURE: N_("They are not sure"),
}

say_each(ROLES)
say_each(AUTHORITIES)
say_each(KINDS)
say_each(SHARES)
say_each(SAFE)
