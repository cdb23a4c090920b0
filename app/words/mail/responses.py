"""Our answer, at either stage: the decision first, then every part the Code asks for (6.7, 6.9, 6.18, 6.19 a–g)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.case.responses import ResponseIssued
from app.domain.case.vocabulary import PointFound
from app.domain.clock.profiles import Finding, Stage
from app.domain.promises.remedies import RemedyKind
from app.words.beginnings import begun
from app.words.catalogues import N_, catalogue
from app.words.dates import in_full
from app.words.mail import closings, framing, offers, openings
from app.words.mail.acknowledgements import definition
from app.words.mail.blocks import Block, bullets, heading, paragraph, table
from app.words.mail.letters import Matter
from app.words.say import say

STAGE = {
    Stage.ONE: N_("This is our Stage 1 answer to your complaint %(reference)s."),
    Stage.TWO: N_("This is our Stage 2 answer to your complaint %(reference)s. It is our final answer."),
}
DECIDED = N_("What we decided")
IN_COMMON = N_("What we say to everybody whom this is about")
FOR_YOU = N_("What we say to you")
DEFINITION = N_("Your complaint, as we understand it")
POINT = N_("Point %(number)s: %(words)s")
FOUND = N_("What we found: %(finding)s.")
PUT_RIGHT = N_("How we put this right: %(remedies)s.")
WANTED = N_("What you wanted to happen")
YOU_WANTED = N_("You wanted")
OUR_ANSWER = N_("Our answer")
WHY = N_("Why")
PUTTING_RIGHT = N_("How we put it right")
STILL_TO_DO = N_("What we will do, and by when")
WHAT = N_("What")
WHO = N_("Who")
BY_WHEN = N_("By when")
NOTHING_LEFT = N_("Nothing is left for us to do.")
SIGNED = N_("%(name)s, for %(landlord)s")
NOT_HAPPY = N_("If you are not happy with this answer")
ASK_FOR_STAGE_2 = N_("You can ask for Stage 2: someone new looks again. You need give no reason.")
AT_ANY_TIME = N_("You can ask at any time.")
WITHIN_MONTHS = N_("You have %(months)s months from the date of this letter to ask, and sometimes longer.")
HOW_TO_ASK = N_("Ask on the page of your complaint, ring us, write to us, or tell any of our staff.")
ASKED_ALREADY = N_("You have asked for Stage 2 already. It begins today. You need do nothing.")


def answer(matter: Matter) -> Iterator[Block]:
    """The answer of either stage, in the order in which a person wants to know it."""
    if not isinstance(matter.event, ResponseIssued):
        return
    _ = catalogue(matter.language).gettext
    event = matter.event
    yield from openings.dear(matter)
    yield paragraph(_(STAGE[event.stage]) % {"reference": matter.complaint.reference})
    yield from framing.opening(matter)
    yield heading(_(DECIDED))
    yield paragraph(matter.said(event.decision))
    yield from _in_common(matter, event)
    yield heading(_(DEFINITION))
    yield definition(matter)
    for found in event.findings:
        yield from _finding(matter, event.stage, found)
    yield from _outcomes(matter, event)
    yield from _putting_right(matter, event)
    yield heading(_(STILL_TO_DO))
    yield promises(matter)
    yield from framing.ending(matter)
    yield paragraph(_(SIGNED) % {"name": matter.named(event.signed_by), "landlord": matter.landlord.name})
    if event.stage is Stage.ONE:
        yield from _how_to_go_on(matter)
    yield from closings.contact(matter)
    yield from closings.ombudsman(matter, final=event.stage is Stage.TWO)


def _in_common(matter: Matter, event: ResponseIssued) -> Iterator[Block]:
    """What others are answered too, and what this means for this person alone (ruling 20)."""
    given = matter.complaint.membership.in_letter(event.letter)
    if given is not None:
        _ = catalogue(matter.language).gettext
        yield heading(_(IN_COMMON))
        yield paragraph(matter.said(given.common))
        yield heading(_(FOR_YOU))
        yield paragraph(matter.said(given.personal))


def promises(matter: Matter) -> Block:
    """Everything that is still to be done, with who does it and by when; or that nothing is."""
    _ = catalogue(matter.language).gettext
    rows = [
        (matter.said(each.said), matter.named(each.owner), in_full(each.due_on, matter.language))
        for each in matter.complaint.promises
        if each.open
    ]
    return table([_(WHAT), _(WHO), _(BY_WHEN)], rows) if rows else paragraph(_(NOTHING_LEFT))


def _finding(matter: Matter, stage: Stage, found: PointFound) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    point = next((each for each in matter.complaint.definition.points if each.number == found.point), None)
    words = "" if point is None else matter.said(point.said)
    yield heading(_(POINT) % {"number": str(found.point), "words": words})
    yield paragraph(_(FOUND) % {"finding": say(found.finding, matter.language)})
    yield paragraph(matter.said(found.reasons))
    if kinds := matter.complaint.remedies.of_point(stage, found.point):
        yield paragraph(_put_right(kinds, matter.language))


def found_in_full(finding: Finding, kinds: Sequence[RemedyKind], language: str) -> str:
    """Return in a line what was found about a point, and what puts it right."""
    found = catalogue(language).gettext(FOUND) % {"finding": say(finding, language)}
    return f"{found} {_put_right(kinds, language)}" if kinds else found


def _put_right(kinds: Sequence[RemedyKind], language: str) -> str:
    return catalogue(language).gettext(PUT_RIGHT) % {"remedies": ", ".join(say(kind, language) for kind in kinds)}


def _outcomes(matter: Matter, event: ResponseIssued) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    wanted = {outcome.number: matter.said(outcome.said) for outcome in matter.complaint.definition.outcomes}
    rows = [
        (wanted.get(each.outcome, ""), say(each.granted, matter.language), matter.said(each.why))
        for each in event.outcomes
    ]
    if rows:
        yield heading(_(WANTED))
        yield table([_(YOU_WANTED), _(OUR_ANSWER), _(WHY)], rows)


def _putting_right(matter: Matter, event: ResponseIssued) -> Iterator[Block]:
    """What of the Code's menu they get, in our own words and by its name, and the money that goes with it."""
    _ = catalogue(matter.language).gettext
    remedies = matter.complaint.remedies
    kinds = [each.kinds for each in remedies.given if each.stage is event.stage][-1:]
    if remedy := matter.said(event.remedy):
        yield heading(_(PUTTING_RIGHT))
        yield paragraph(remedy)
    if kinds:
        yield bullets([begun(say(kind, matter.language)) for kind in kinds[0]])
    for offer in remedies.offers:
        if offer.with_answer and offer.letter == event.letter:
            yield from offers.offered(matter, offer)


def _how_to_go_on(matter: Matter) -> Iterator[Block]:
    _ = catalogue(matter.language).gettext
    yield heading(_(NOT_HAPPY))
    if matter.complaint.stage_2_waits:
        yield paragraph(_(ASKED_ALREADY))
        return
    limit = matter.profile.stage_2_limit
    until = _(AT_ANY_TIME) if limit is None else _(WITHIN_MONTHS) % {"months": str(limit.months_after_answer)}
    yield paragraph(f"{_(ASK_FOR_STAGE_2)} {until}")
    yield paragraph(_(HOW_TO_ASK))
