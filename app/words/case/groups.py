"""What binds complaints, in words, what happened to them as members, and why a rule about groups says no."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case import groups
from app.domain.case.group_states import Binding
from app.domain.case.group_whys import GroupWhy
from app.domain.reasons import Reason
from app.words.catalogues import N_
from app.words.say import say_each

say_each({Binding.GROUP: N_("a group of people"), Binding.KNOWN_PROBLEM: N_("a known problem")})

REFUSED: Mapping[Reason, str] = {
    GroupWhy.GROUP_WITHOUT_NAME: N_("Write what we call it, like Lift at Elm Court"),
    GroupWhy.GROUP_WITHOUT_BINDING: N_("Choose what it is"),
    GroupWhy.GROUP_WITHOUT_LEAD: N_("Choose who leads for us"),
    GroupWhy.NO_SUCH_GROUP: N_("Choose which group"),
    GroupWhy.IN_A_GROUP_ALREADY: N_("This complaint is in a group or a known problem already: take it out there first"),
    GroupWhy.IN_NO_GROUP: N_("This complaint is in no group and of no known problem"),
    GroupWhy.OVER_ALREADY: N_("This complaint is over: it cannot be put with others"),
    GroupWhy.COMMON_PART_WITHOUT_WORDS: N_("Write the points that all have, or what we say to everybody"),
    GroupWhy.COMMON_PART_NAMES_SOMEBODY: N_(
        "Take out the name or the reference of a complaint: everybody would read whose it is"
    ),
    GroupWhy.COMMON_PART_CHANGED: N_(
        "What we say to everybody has changed since you opened this. Read it again before the answer goes"
    ),
    GroupWhy.COMMON_PART_BY_BARRED: N_(
        "Who wrote what we say to everybody may not deal with this complaint: somebody else must write it"
    ),
    GroupWhy.NO_PERSONAL_PART: N_("Say what it means for this person: what happened to them, and what they asked for"),
}

# Residents are told of none of these: who else complains is not theirs to hear.
STAFF: Mapping[type, str] = {
    groups.GroupTold: N_("Says that they are one of a group"),
    groups.PutInGroup: N_("Put in group %(group)s: %(binding)s"),
    groups.TakenOutOfGroup: N_("Taken out of group %(group)s"),
    groups.CommonPartGiven: N_("The answer has a part that others get too, of group %(group)s, version %(version)s"),
}
