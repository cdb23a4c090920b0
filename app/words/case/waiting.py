"""What we would like to hear from the resident, in words."""

from app.domain.case.waiting import Ask
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    Ask.UNDERSTOOD: N_("Tell us if we understood"),
    Ask.OUTCOMES: N_("Tell us if we understood, and what would put it right"),
    Ask.QUESTION: N_("We have asked you something: read our message"),
    Ask.MESSAGE: N_("Read our new message"),
    Ask.AUTHORITY: N_("Tell us if this person may speak for you"),
    Ask.OFFER: N_("We offer you money: tell us if you want it"),
    Ask.PROMISE_DRAFT: N_("Tell us if what we mean to promise is right for you:"),
    Ask.PROMISE: N_("Tell us if this was done:"),
    Ask.SURVEY: N_("Tell us how we did"),
}

say_each(WORDS)
