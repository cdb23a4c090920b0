"""What to mind, in the words that stand beside a case."""

from app.domain.case.flags import Flag
from app.words.catalogues import N_, catalogue
from app.words.languages import called
from app.words.say import say, say_each

WORDS = {
    Flag.DANGER_NOW: N_("Danger now"),
    Flag.DANGER_SOON: N_("Danger soon"),
    Flag.HAZARD: N_("Hazard in the home"),
    Flag.NO_SAFE_WAY: N_("No safe way"),
    Flag.TAKE_CARE: N_("Take care how"),
    Flag.LANGUAGE: N_("Another language"),
    Flag.NEEDS: N_("Has needs"),
    Flag.MESSAGE: N_("New message"),
    Flag.FILE: N_("New file"),
    Flag.RESTRICTED: N_("Few may see it"),
    Flag.RISK: N_("Risk to somebody"),
    Flag.VULNERABLE: N_("Needs more support"),
    Flag.COMPLEX: N_("Complex"),
}
USES = N_("Uses %(language)s")

say_each(WORDS)


def said(flag: Flag, theirs: str, language: str) -> str:
    """Return the words of a flag; their language is named."""
    if flag is Flag.LANGUAGE:
        return catalogue(language).gettext(USES) % {"language": called(theirs, language)}
    return say(flag, language)
