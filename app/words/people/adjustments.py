"""What would make it easier, in words (5.10)."""

from app.domain.people.adjustments import Need
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    Need.LARGE_PRINT: N_("Large print"),
    Need.EASY_READ: N_("Easy Read"),
    Need.AUDIO: N_("Audio"),
    Need.BRAILLE: N_("Braille"),
    Need.BSL: N_("British Sign Language"),
    Need.INTERPRETER: N_("An interpreter"),
    Need.CALLS_NOT_LETTERS: N_("Phone calls, not letters"),
    Need.LETTERS_NOT_CALLS: N_("Letters, not phone calls"),
    Need.MORE_TIME: N_("More time"),
    Need.ONE_NAMED_PERSON: N_("One named person"),
    Need.HOME_VISIT: N_("A home visit"),
    Need.OTHER: N_("Something else"),
}

say_each(WORDS)
