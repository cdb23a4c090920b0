"""What the resident says of a promise once they have moved (ruling 7)."""

from app.domain.people.moves import StillWanted
from app.words.catalogues import N_
from app.words.say import say_each

STILL_WANTED = {
    StillWanted.YES: N_("still wanted"),
    StillWanted.NO: N_("no longer wanted"),
    StillWanted.REPLACED: N_("replaced by another promise"),
}

say_each(STILL_WANTED)
