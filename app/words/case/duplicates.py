"""In what a complaint is like another, in words."""

from app.domain.case.duplicates import Likeness
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    Likeness.NAME: N_("Same name"),
    Likeness.HOME: N_("Same home"),
    Likeness.WORDS: N_("Nearly the same words"),
}

say_each(WORDS)
