"""The names of who looks at a complaint after the landlord."""

from app.domain.clock.profiles import Body
from app.words.catalogues import N_
from app.words.say import say_each

WORDS = {
    Body.HOUSING_OMBUDSMAN: N_("Housing Ombudsman"),
    Body.SPSO: N_("Scottish Public Services Ombudsman"),
}

say_each(WORDS)
