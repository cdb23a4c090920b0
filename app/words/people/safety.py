"""What to be careful about when reaching somebody, said to staff (ruling 2)."""

from app.domain.people.preferences import Caution
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    Caution.NO_VOICEMAIL: N_("Leave no voicemail"),
    Caution.NO_LETTERS: N_("Send no letters"),
    Caution.NO_TEXTS: N_("Send no texts"),
    Caution.CERTAIN_TIMES: N_("Ring only at certain times"),
    Caution.CODE_WORD: N_("Use a code word"),
    Caution.TELL_NOBODY_HERE: N_("Tell nobody else at their address"),
}

say_each(WORDS)
