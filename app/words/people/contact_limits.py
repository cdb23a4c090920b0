"""How contact is limited, in plain words that blame nobody (5.14, 5.15)."""

from app.domain.people.limits import ContactLimitStanding, Limited
from app.words.catalogues import N_
from app.words.say import say_each

LIMITED = {
    Limited.CALLS: N_("Phone calls"),
    Limited.TEXTS: N_("Texts"),
    Limited.EMAILS: N_("Emails"),
    Limited.LETTERS: N_("Letters"),
    Limited.MESSAGES: N_("Messages on the page"),
    Limited.VISITS: N_("Visits, to our offices or to the home"),
}
STANDINGS = {
    ContactLimitStanding.PROPOSED: N_("Waits for a second person"),
    ContactLimitStanding.RETURNED: N_("Not agreed to"),
    ContactLimitStanding.AGREED: N_("Agreed to"),
    ContactLimitStanding.ENDED: N_("Over"),
}

say_each(LIMITED)
say_each(STANDINGS)
