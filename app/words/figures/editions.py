"""The annual report in words: its parts, how far it has come, and why a rule about it says no (8.1, 8.2)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.figures.edition_states import Part, Stage, Use
from app.domain.figures.edition_whys import EditionWhy
from app.domain.reasons import Reason
from app.words.catalogues import N_
from app.words.say import say_each

PARTS: Mapping[Part, str] = {
    Part.SELF_ASSESSMENT: N_("Our self-assessment against the Code"),
    Part.ANALYSIS: N_("How we handled complaints"),
    Part.NON_COMPLIANCE: N_("Where the Ombudsman found that we did not comply"),
    Part.IMPROVEMENTS: N_("What we improved because of complaints"),
    Part.OMBUDSMAN_REPORT: N_("The Ombudsman’s yearly report about us"),
    Part.OTHER_REPORTS: N_("What else the Ombudsman published about our work"),
}
ASKED: Mapping[Part, str] = {
    Part.SELF_ASSESSMENT: N_(
        "8.1 a: the yearly self-assessment against the Code, to make sure that our policy stays in line with it."
    ),
    Part.ANALYSIS: N_(
        "8.1 b: an analysis of how we handled complaints, in figures and in words, with a summary of the types of "
        "complaints that we did not accept."
    ),
    Part.NON_COMPLIANCE: N_("8.1 c: any findings by the Ombudsman that we did not comply with the Code."),
    Part.IMPROVEMENTS: N_("8.1 d: the improvements to our services that came from what complaints taught us."),
    Part.OMBUDSMAN_REPORT: N_("8.1 e: any yearly report of the Ombudsman about how we did."),
    Part.OTHER_REPORTS: N_("8.1 f: any other reports or publications of the Ombudsman about our work."),
}
"""What the Code asks of each part: at hand for whoever writes it. A part with nothing to tell says so."""
BESIDE: Mapping[Use, str] = {
    Use.ANALYSIS: N_("Analysis"),
    Use.LEARNING: N_("What we learn from it"),
}
ASKED_BESIDE: Mapping[Use, str] = {
    Use.ANALYSIS: N_("8.1 b: say in words what the figures show. Our own sentences stand here until you write yours."),
    Use.LEARNING: N_(
        "8.1 d: say what the figures taught you, and what you changed. With nothing to tell, leave it empty."
    ),
}
STAGES: Mapping[Stage, str] = {
    Stage.BEING_WRITTEN: N_("Being written"),
    Stage.SIGNED: N_("Signed, not published yet"),
    Stage.PUBLISHED: N_("Published"),
    Stage.REPLACED: N_("Replaced by a later edition"),
    Stage.WITHDRAWN: N_("Withdrawn"),
}

REFUSED: Mapping[Reason, str] = {
    EditionWhy.NOT_A_YEAR: N_("The report is of a whole year: choose one"),
    EditionWhy.YEAR_NOT_BEGUN: N_("This year has not begun yet"),
    EditionWhy.YEAR_NOT_OVER: N_("Count the figures anew once the year is over"),
    EditionWhy.BEGUN_ALREADY: N_("The report of this year is being made already"),
    EditionWhy.SIGNED_ALREADY: N_("It is signed: its figures and words stay as they are"),
    EditionWhy.FIGURES_DO_NOT_ADD_UP: N_("The figures do not add up: see where below, and count them anew"),
    EditionWhy.WITHOUT_SELF_ASSESSMENT: N_("Write about your self-assessment against the Code (8.1 a)"),
    EditionWhy.WITHOUT_ANALYSIS: N_("Write how you handled complaints, and which you did not accept (8.1 b)"),
    EditionWhy.WITHOUT_NON_COMPLIANCE: N_("Write where the Ombudsman found that you did not comply, or none (8.1 c)"),
    EditionWhy.WITHOUT_IMPROVEMENTS: N_("Write what you improved because of complaints (8.1 d)"),
    EditionWhy.WITHOUT_OMBUDSMAN_REPORT: N_("Write about the Ombudsman’s yearly report about you, or none (8.1 e)"),
    EditionWhy.WITHOUT_OTHER_REPORTS: N_("Write about other reports of the Ombudsman about your work, or none (8.1 f)"),
    EditionWhy.WRITTEN_BEFORE: N_("Read what was written beside other figures, and save it again or say that it holds"),
    EditionWhy.NOTHING_TO_HOLD: N_("All that is written was written beside these figures"),
    EditionWhy.SIGNED_WITHOUT_NAME: N_("Write the name of who signs"),
    EditionWhy.SIGNED_WITHOUT_ROLE: N_("Write what they are, like “Director of Housing”"),
    EditionWhy.NOT_SIGNED: N_("It must be signed first"),
    EditionWhy.BOARD_WITHOUT_NAME: N_("Write the name of who gave the response for the governing body"),
    EditionWhy.BOARD_WITHOUT_DAY: N_("Write the day on which the governing body gave its response"),
    EditionWhy.BOARD_DAY_TO_COME: N_("The day of the response must be today or earlier"),
    EditionWhy.BOARD_DAY_TOO_EARLY: N_("The day of the response must be after the last day of the year"),
    EditionWhy.BOARD_WITHOUT_WORDS: N_("Write what the governing body said"),
    EditionWhy.NO_BOARD_RESPONSE: N_("It is published with the governing body’s response beside it: write that first"),
    EditionWhy.PUBLISHED_ALREADY: N_("It is published already"),
    EditionWhy.OVER_FOR_GOOD: N_("It was withdrawn, or replaced by a later edition"),
    EditionWhy.WITHDRAWN_WITHOUT_REASON: N_("Say why it is withdrawn: everybody can read this"),
}

say_each(PARTS)
say_each(BESIDE)
say_each(STAGES)
