"""Why our own words cannot stand in a letter (app/words/refused.py says all of them)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.landlord.whys import TextWhy
from app.domain.reasons import Reason
from app.words.catalogues import N_

WORDS: Mapping[Reason, str] = {
    TextWhy.UNKNOWN_PLACEHOLDER: N_("What stands in braces must be one of the list, like {name} or {reference}"),
    TextWhy.NUMBER_IN_TEXT: N_("Leave numbers out: dates, stages, sums and phone numbers are printed by themselves"),
    TextWhy.OMBUDSMAN_IN_TEXT: N_("Leave the Ombudsman out: how to reach them is printed by itself, and in full"),
    TextWhy.TEXT_TOO_LONG: N_("Shorten it to 600 characters"),
}
