"""What was heard of somebody in another case of theirs (ruling 7)."""

from app.domain.people.elsewhere import Heard
from app.words.catalogues import N_
from app.words.say import say_each

HEARD = {Heard.DEATH: N_("they may have died"), Heard.MOVE: N_("they may have moved")}

say_each(HEARD)
