"""How a promise stands and what became of it, in the same words for residents and for staff."""

from app.domain.promises.ledger import Approach, Ending, Look, Occasion, Source, Stands, Verdict
from app.words.catalogues import N_, catalogue
from app.words.say import say_each

SOURCES = {
    Source.ANSWER: N_("in our answer"),
    Source.ACKNOWLEDGEMENT: N_("when we wrote what we understood"),
    Source.CALL: N_("in a call or a visit"),
    Source.MESSAGE: N_("in a message"),
    Source.OMBUDSMAN_ORDER: N_("by order of the Ombudsman"),
}
VERDICTS = {
    Verdict.KEPT: N_("It was done"),
    Verdict.PARTLY: N_("Only part of it was done"),
    Verdict.NOT_DONE: N_("It was not done"),
}
ENDINGS = {
    Ending.NO_LONGER_WANTED: N_("no longer wanted, as the resident said"),
    Ending.NO_ACCESS: N_("we could not get in"),
    Ending.TO_COURT: N_("it went to court"),
}
APPROACHES = {
    Approach.VISIT: N_("by a visit"),
    Approach.CALL: N_("by phone"),
    Approach.TEXT: N_("by text"),
    Approach.EMAIL: N_("by email"),
    Approach.LETTER: N_("by letter"),
}
OCCASIONS = {
    Occasion.DATE_PASSED: N_("after its date"),
    Occasion.FOUR_WEEKS: N_("four weeks after it was done"),
}
LOOKS = {
    Look.SPOKE: N_("we spoke with the resident"),
    Look.INSPECTION: N_("somebody inspected it"),
    Look.MANAGER: N_("a manager took it on"),
}
STANDS = {
    Stands.TO_DO: N_("To do"),
    Stands.NEW_DATE: N_("To do, by a new date"),
    Stands.LATE: N_("Late"),
    Stands.DONE: N_("We say it is done"),
    Stands.KEPT: N_("Done"),
    Stands.PARTLY: N_("Only partly done"),
    Stands.NOT_DONE: N_("Not done"),
    Stands.ENDED: N_("Ended"),
}
RESIDENT = {
    Stands.DONE: N_("Done. Do you agree?"),
    Stands.NEW_DATE: N_("To do. There is a new date"),
    Stands.PARTLY: N_("You say it is only partly done"),
    Stands.NOT_DONE: N_("You say it is not done"),
}
"""What is said to the resident otherwise than to staff."""


def to_resident(stands: Stands, language: str) -> str:
    """Return how a promise stands, said to whom it was given."""
    return catalogue(language).gettext(RESIDENT.get(stands, STANDS[stands]))


say_each(SOURCES)
say_each(VERDICTS)
say_each(ENDINGS)
say_each(APPROACHES)
say_each(OCCASIONS)
say_each(LOOKS)
say_each(STANDS)
