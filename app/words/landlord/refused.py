"""Why a rule about our own words in letters, or about contractors, says no (app/words/refused.py says all)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.landlord.whys import ContractorWhy, TextWhy
from app.domain.reasons import Reason
from app.words.catalogues import N_

WORDS: Mapping[Reason, str] = {
    TextWhy.UNKNOWN_PLACEHOLDER: N_("What stands in braces must be one of the list, like {name} or {reference}"),
    TextWhy.NUMBER_IN_TEXT: N_("Leave numbers out: dates, stages, sums and phone numbers are printed by themselves"),
    TextWhy.OMBUDSMAN_IN_TEXT: N_("Leave the Ombudsman out: how to reach them is printed by itself, and in full"),
    TextWhy.TEXT_TOO_LONG: N_("Shorten it to 600 characters"),
    ContractorWhy.CONTRACTOR_IS_ONE_ALONE: N_("Give this role alone, and only to a contractor’s people"),
    ContractorWhy.PERSON_WITHOUT_CONTRACTOR: N_("Choose which contractor they work for"),
    ContractorWhy.DONE_WITHOUT_FILE: N_("Choose a photo or a paper that shows it is done"),
    ContractorWhy.NO_DATE_PROPOSED: N_("No new date was proposed for this promise"),
    ContractorWhy.DATE_WITHOUT_REASON: N_("Say why it needs another date"),
    ContractorWhy.DECLINED_WITHOUT_REASON: N_("Say why the date stays as it is"),
    ContractorWhy.ONLY_AT_STAGE_1: N_("A contractor can write only the answer of Stage 1, until it has gone"),
    ContractorWhy.NOT_A_CONTRACTORS_PERSON: N_("Choose one of a contractor’s people"),
}
