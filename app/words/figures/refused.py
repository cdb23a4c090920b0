"""Why a stated figure is refused, a file of the past, or how a case is counted (app/words/refused.py says all)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.figures.filing_whys import FilingWhy
from app.domain.figures.import_whys import ImportWhy
from app.domain.figures.stated_whys import StatedWhy
from app.domain.reasons import Reason
from app.words.catalogues import N_

WORDS: Mapping[Reason, str] = {
    StatedWhy.NOT_STATED: N_("Enter something here"),
    StatedWhy.NO_SUCH_SUBJECT: N_("Choose what it is: homes, target, contacts, customers or prior"),
    StatedWhy.NO_MEASURED_TENURE: N_("Homes are those of LCRA or of LCHO"),
    StatedWhy.NO_SUCH_MEASURE: N_("No figure of a report is called this, or none that can be stated"),
    StatedWhy.NO_TARGET_OF_THIS: N_("This is no figure that can have a target"),
    StatedWhy.NAME_TOO_LONG: N_("Shorten it to 100 characters, on one line"),
    StatedWhy.NOT_OF_THIS: N_("Leave this empty: it says nothing of such a figure"),
    StatedWhy.NOT_A_DAY: N_("Write the day like 2024-03-31"),
    StatedWhy.NOT_A_MONTH: N_("Write the month like 2024-03"),
    StatedWhy.BEFORE_ITS_BEGINNING: N_("The last day comes before the first"),
    StatedWhy.NOT_A_COUNT: N_("Enter a whole number like 1250, or “none” to take it back"),
    StatedWhy.NOT_A_SHARE: N_("Enter a share from 0% to 100% like 85%, or “none” to take it back"),
    StatedWhy.NOT_A_NUMBER: N_("Enter a number like 9.5, or “none” to take it back"),
    StatedWhy.MORE_THAN_THERE_WERE: N_("No more can have been answered in time than there were"),
    StatedWhy.TOLERANCE_ABOVE_TARGET: N_("More is better here: the tolerance cannot be above the target"),
    StatedWhy.TOLERANCE_BELOW_TARGET: N_("Less is better here: the tolerance cannot be below the target"),
    StatedWhy.STATED_TWICE: N_("The same figure stands here twice"),
    StatedWhy.NEVER_STATED: N_("Nothing of this was ever stated for that time, so nothing can be taken back"),
    StatedWhy.NOT_OVER_YET: N_("This time is not over: state the figures of one that is"),
    StatedWhy.MONTH_TO_COME: N_("This month has not begun: nobody has been in touch in it yet"),
    StatedWhy.NOT_A_SUM: N_("Enter a sum like £1,250 or £1,250.50, or “none” to take it back"),
    StatedWhy.NO_SUCH_CHARACTERISTIC: N_("Write it in small letters, like who complained: age, disabled or ethnicity"),
    StatedWhy.NO_GROUP_OF_AGE: N_("The groups of age are under_25, 25_to_44, 45_to_64, 65_or_over and unknown"),
    StatedWhy.NO_GROUP_OF_DISABLED: N_("The groups of disabled are a_lot, a_little, no and unknown"),
    StatedWhy.NO_GROUP_OF_ETHNICITY: N_("The groups of ethnicity are asian, black, mixed, white, other and unknown"),
    FilingWhy.NOT_ON_THE_LIST: N_("Choose one that is on our list"),
    FilingWhy.THEME_TWICE: N_("This is its main theme already"),
    FilingWhy.NO_STAGE_2: N_("There is no Stage 2 here that this could be a reason for"),
    ImportWhy.FILE_IS_EMPTY: N_("The file is empty. Choose another one"),
    ImportWhy.FILE_TOO_LARGE: N_("The file is larger than 50MB. Send it in several parts"),
    ImportWhy.NO_TABLE: N_("This is no table that we can read. Save it as CSV, .xlsx or .ods, without a password"),
    ImportWhy.NOT_CHECKED: N_("This file is not waiting for your yes. Look at the page again"),
    ImportWhy.BAD_LINES: N_("Say that the bad lines are to be left out, or mend them and send the file again"),
    ImportWhy.NO_GOOD_LINES: N_("There is no good line to bring in"),
    ImportWhy.CANNOT_BE_THROWN_AWAY: N_("This file is being brought in, or is gone already"),
}
