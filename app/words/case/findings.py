"""What was found about a point, and what we say to an outcome that was wanted, in the words of our letters."""

from app.domain.case.findings import Granted
from app.domain.clock.profiles import Finding
from app.words.catalogues import N_
from app.words.say import say_each

FINDINGS = {
    Finding.UPHELD: N_("we agree with you (upheld)"),
    Finding.PARTLY_UPHELD: N_("we agree with part of this (partly upheld)"),
    Finding.NOT_UPHELD: N_("we do not agree (not upheld)"),
    Finding.RESOLVED: N_("we have put this right (resolved)"),
}
GRANTED = {
    Granted.YES: N_("Yes"),
    Granted.PARTLY: N_("Partly"),
    Granted.NO: N_("No"),
}

say_each(FINDINGS)
say_each(GRANTED)
