"""Why a rule about the people of a case says no (app/words/refused.py says all of them)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.people.whys import PeopleWhy
from app.domain.reasons import Reason
from app.words.catalogues import N_

WORDS: Mapping[Reason, str] = {
    PeopleWhy.COMPLAINANT_KNOWN: N_("We know already who complained, or the case is over"),
    PeopleWhy.REPRESENTATIVE_WITHOUT_KIND: N_("Choose what they are to the resident"),
    PeopleWhy.TOO_FEW_FOR_SAFEGUARDING: N_(
        "Name at least two people who see safeguarding concerns, so that one is never missed"
    ),
    PeopleWhy.SHARE_NOT_CHOSEN: N_("Choose what the resident agreed to"),
    PeopleWhy.SHARED_WITHOUT_LOOKING: N_("Say that it tells them no more than the resident agreed to"),
    PeopleWhy.PROOF_WITHOUT_WORDS: N_("Say what you saw that lets them speak for the resident"),
    PeopleWhy.PROOF_WITHOUT_DAY: N_("Enter the day you saw it"),
    PeopleWhy.MOVED_WITHOUT_DAY: N_("Enter the day they moved"),
    PeopleWhy.STILL_WANTED_NOT_ASKED: N_("Choose what they said of this promise"),
    PeopleWhy.PARTY_HAS_DIED: N_("This person has died: nothing goes to them"),
    PeopleWhy.NOBODY_TOLD_US: N_("Write down who told us, and how"),
    PeopleWhy.NO_DAY_HEARD: N_("Enter the day we heard of it"),
    PeopleWhy.NOBODY_DECIDES: N_("Choose who decides how it goes on"),
    PeopleWhy.NOBODY_DIED: N_("Nobody has told us that this person has died"),
    PeopleWhy.DOUBTED_ALREADY: N_("A second person looks at this already"),
    PeopleWhy.DEATH_NEEDS_SECOND_PERSON: N_("Somebody else must decide if it was a mistake, not who said so"),
    PeopleWhy.CANNOT_CARRY_ON: N_("Choose somebody whom we can reach, or add them first"),
    PeopleWhy.RESTRICTION_OF_NOTHING: N_("Choose what is limited"),
    PeopleWhy.RESTRICTION_WITHOUT_HOW: N_("Say how it is limited: how often, to whom, or that it is not used at all"),
    PeopleWhy.RESTRICTION_WITHOUT_REASONS: N_("Explain in plain words why"),
    PeopleWhy.RESTRICTION_WITHOUT_EVIDENCE: N_("Say what happened and what shows it: which calls, letters or dates"),
    PeopleWhy.EQUALITY_NOT_CONSIDERED: N_(
        "Say what you weighed under the Equality Act: health, disability, what they need"
    ),
    PeopleWhy.RESTRICTION_WITHOUT_END: N_("Enter the last day, later than today"),
    PeopleWhy.RESTRICTION_TOO_LONG: N_("It can last 12 months at most: then somebody decides again"),
    PeopleWhy.NO_OPEN_WAY: N_("Choose the way that always stays open to them"),
    PeopleWhy.OPEN_WAY_LIMITED: N_("The way that stays open cannot be one that is limited"),
    PeopleWhy.OPEN_WAY_UNFIT: N_("They cannot use this way safely, or it does not fit what they told us they need"),
    PeopleWhy.RESTRICTION_WAITS: N_("One that was proposed for this person still waits for a second person"),
    PeopleWhy.RESTRICTION_NOT_WAITING: N_("No such restriction waits to be decided"),
    PeopleWhy.RESTRICTION_NEEDS_SECOND_PERSON: N_("Somebody else must decide on it, not the person who proposed it"),
    PeopleWhy.RESTRICTION_NEEDS_NEW_EYES: N_("Somebody who neither proposed it nor agreed to it must look at it again"),
    PeopleWhy.NO_SUCH_RESTRICTION: N_("There is no such restriction, or it is over"),
}
