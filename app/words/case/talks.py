"""Contacts and the conversation before the answer, in words for staff (ruling 25)."""

from app.domain.case.talks import TRIES, ContactHow, ContactOutcome, Conversation, Talk
from app.words.catalogues import N_, catalogue
from app.words.say import say, say_each

HOW = {
    ContactHow.CALL: N_("We rang them"),
    ContactHow.VIDEO_CALL: N_("Video call, or with a sign language interpreter"),
    ContactHow.VISIT: N_("We visited them"),
    ContactHow.TEXT: N_("We sent a text"),
    ContactHow.CALL_IN: N_("They rang us"),
    ContactHow.VISIT_IN: N_("They came to us"),
    ContactHow.LETTER_IN: N_("A letter came from them"),
    ContactHow.EMAIL_IN: N_("An email came from them"),
    ContactHow.TEXT_IN: N_("A text came from them"),
}
OUTCOMES = {
    ContactOutcome.REACHED: N_("Reached"),
    ContactOutcome.NOT_REACHED: N_("Tried, not reached"),
    ContactOutcome.NO_THANK_YOU: N_("They said: no thank you"),
}
TALK = {
    Talk.NOT_YET: N_("They have not been asked to talk before the answer yet"),
    Talk.HELD: N_("We have talked with them before the answer"),
    Talk.THREE_TRIES: N_("Three tries to talk before the answer were made"),
    Talk.DECLINED: N_("They said that they need not talk before the answer"),
}
TRIED = N_("%(tries)s of %(most)s tries to talk before the answer were made")

say_each(HOW)
say_each(OUTCOMES)
say_each(TALK)


@say.register
def _(conversation: Conversation, language: str) -> str:
    if conversation.talk is Talk.NOT_YET and conversation.tries:
        words = {"tries": str(conversation.tries), "most": str(TRIES)}
        return catalogue(language).gettext(TRIED) % words
    return say(conversation.talk, language)
