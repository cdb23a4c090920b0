"""What people may say of themselves: each answer, as it is asked and as it is counted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from app.domain.people.equality import Age, Disabled, Ethnicity
from app.words.catalogues import N_

ANSWERS: Mapping[Enum, str] = {
    Age.UNDER_25: N_("Under 25"),
    Age.FROM_25: N_("25 to 44"),
    Age.FROM_45: N_("45 to 64"),
    Age.FROM_65: N_("65 or over"),
    Disabled.A_LOT: N_("Yes, a lot"),
    Disabled.A_LITTLE: N_("Yes, a little"),
    Disabled.NO: N_("No"),
    Ethnicity.ASIAN: N_("Asian or Asian British"),
    Ethnicity.BLACK: N_("Black, Black British, Caribbean or African"),
    Ethnicity.MIXED: N_("Mixed or multiple ethnic groups"),
    Ethnicity.WHITE: N_("White"),
    Ethnicity.OTHER: N_("Another ethnic group"),
}
