"""The ways to reach somebody, as the end of a sentence: "it went by post"."""

from app.domain.people.preferences import Way
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    Way.EMAIL: N_("by email"),
    Way.TEXT: N_("by text"),
    Way.PHONE: N_("by phone"),
    Way.LETTER: N_("by post"),
    Way.HERE: N_("on this page"),
}

say_each(WORDS)
