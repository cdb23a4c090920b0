"""Dangers in a home, in words: the kinds, how serious, for whom, what is to be done, and how we knew."""

from app.domain.clock.hazard_laws import HazardKind, Severity, Tenure
from app.domain.clock.hazard_states import AtHome, HazardStep, KnownFrom, Tried
from app.words.catalogues import N_, catalogue
from app.words.say import say_each

KINDS = {
    HazardKind.DAMP_OR_MOULD: N_("damp or mould"),
    HazardKind.COLD_OR_HEAT: N_("too cold or too hot"),
    HazardKind.FALLS: N_("somebody could fall"),
    HazardKind.COLLAPSE: N_("a ceiling or wall may come down"),
    HazardKind.FIRE_GAS_ELECTRIC: N_("fire, gas or electric danger"),
    HazardKind.HYGIENE: N_("no safe toilet, water or cooking"),
    HazardKind.OTHER: N_("another danger"),
}
SEVERITIES = {
    Severity.EMERGENCY: N_("an emergency"),
    Severity.SIGNIFICANT: N_("significant"),
    Severity.NEITHER: N_("not a hazard"),
}
TENURES = {
    Tenure.TENANCY: N_("rents the home"),
    Tenure.SHARED_OWNERSHIP: N_("shared owner"),
    Tenure.LEASEHOLD: N_("leaseholder"),
    Tenure.LICENCE: N_("lives there on a licence"),
    Tenure.UNKNOWN: N_("not known yet how they hold the home"),
}
AT_HOME = {
    AtHome.UNDER_5: N_("A child under 5"),
    AtHome.OVER_65: N_("Somebody over 65"),
    AtHome.PREGNANT: N_("Somebody pregnant"),
    AtHome.ILL_OR_DISABLED: N_("Somebody ill or disabled"),
}
SOURCES = {
    KnownFrom.COMPLAINT: N_("from the complaint"),
    KnownFrom.EARLIER_REPORT: N_("from an earlier report"),
    KnownFrom.CHANGE: N_("it got worse"),
}
STEPS = {
    HazardStep.ASSESS: N_("assess it"),
    HazardStep.INVESTIGATE: N_("investigate it"),
    HazardStep.SUMMARY: N_("write what was found"),
    HazardStep.SAFE: N_("make it safe"),
    HazardStep.WORKS: N_("begin the works"),
}
TRIED = {
    Tried.VISIT: N_("a visit"),
    Tried.PHONE: N_("a phone call"),
    Tried.TEXT: N_("a text"),
    Tried.EMAIL: N_("an email"),
    Tried.LETTER: N_("a letter"),
}
WE_WILL = {
    HazardStep.ASSESS: N_("By %(by)s we decide how serious it is."),
    HazardStep.INVESTIGATE: N_("By %(by)s we come and look at it."),
    HazardStep.SUMMARY: N_("By %(by)s we write to you what we found, what we will do and when."),
    HazardStep.SAFE: N_("By %(by)s we make it safe."),
    HazardStep.WORKS: N_("By %(by)s we begin the works that keep it safe."),
}
LATE = {
    HazardStep.ASSESS: N_("We said that by %(by)s we would decide how serious it is. We have not, and we are sorry."),
    HazardStep.INVESTIGATE: N_("By %(by)s we should have come to look at it. We have not, and we are sorry."),
    HazardStep.SUMMARY: N_("By %(by)s we should have written what we found. We have not, and we are sorry."),
    HazardStep.SAFE: N_("By %(by)s we should have made it safe. We have not, and we are sorry."),
    HazardStep.WORKS: N_("By %(by)s we should have begun the works. We have not, and we are sorry."),
}
"""What a resident reads of a step, before its time and after."""

say_each(KINDS)
say_each(SEVERITIES)
say_each(TENURES)
say_each(AT_HOME)
say_each(SOURCES)
say_each(STEPS)
say_each(TRIED)


def promised(step: HazardStep, by: str, language: str, *, late: bool) -> str:
    """Return what a resident reads of a step: by when we do it, or that we should have."""
    return catalogue(language).gettext((LATE if late else WE_WILL)[step]) % {"by": by}
