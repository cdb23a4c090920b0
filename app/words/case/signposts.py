"""What the Ombudsman can do for somebody now, in words."""

from app.domain.case.signposts import Help, Signpost
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full

WORDS = {
    Help.ADVICE: N_(
        "You can ask the %(ombudsman)s for advice now. Most often they look into a complaint once we have "
        "given our final answer. If we are late, they can tell us to answer."
    ),
    Help.MAKE_US_ANSWER: N_("We are late, so you can go to the %(ombudsman)s now. They can tell us to answer."),
    Help.AFTER_STAGE_2: N_(
        "We answered on %(answered)s. If you are unhappy with that, ask us for Stage 2 first. "
        "The %(ombudsman)s can look into it after Stage 2. You can ask them for advice now."
    ),
    Help.LOOK_AT_IT: N_(
        "We gave our final answer on %(answered)s. You can take your complaint to the %(ombudsman)s now. "
        "Do it by %(until)s."
    ),
    Help.TIME_IS_UP: N_(
        "We gave our final answer on %(answered)s. The %(ombudsman)s most often wants to hear by %(until)s. "
        "If you could not go to them by then, tell them why: they decide."
    ),
    Help.WE_REFUSED: N_(
        "We did not accept your complaint. You can take that decision to the %(ombudsman)s now. "
        "They can tell us to accept it."
    ),
}


def sentences(signpost: Signpost, ombudsman: str, language: str) -> str:
    """Return what they can do now, by their name, with the days it hangs on."""
    return catalogue(language).gettext(WORDS[signpost.help]) % {
        "ombudsman": ombudsman,
        "answered": in_full(signpost.answered_on, language) if signpost.answered_on else "",
        "until": in_full(signpost.until, language) if signpost.until else "",
    }
