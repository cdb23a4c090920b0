"""What may be done with a case beside its duties, by whoever is signed in: what is done every day first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flask import url_for
from flask_babel import gettext

from app.domain.case.closures import not_yet
from app.domain.case.definitions import next_version
from app.domain.case.groups import may_be_in_one
from app.domain.case.merges import may_merge
from app.domain.case.mistakes import may_be_one
from app.domain.case.refusals import stage_open
from app.domain.case.splits import may_split
from app.domain.case.third_parties import may_be_named
from app.domain.case.vocabulary import Ended
from app.domain.landlord.permissions import Permission
from app.domain.mail.addressees import nobody_known
from app.domain.people.complainants import may_be_added
from app.domain.people.enquirers import told_by_share
from app.domain.people.parties import PartyState, Role
from app.domain.people.renewals import may_renew
from app.domain.refused import Refused
from app.services.case.desks import Desk
from app.web.languages import language
from app.web.staff.case.data_protection import may_open
from app.web.staff.guards import may
from app.words.say import say


class Link(NamedTuple):
    """Something that may be done."""

    text: str
    href: str


class Group(NamedTuple):
    """Things of one kind that may be done; those of every day have no name, and always stand open."""

    name: str
    links: tuple[Link, ...]


def doing(case: Desk) -> list[Group]:
    """Return what may be done with this case now, beside its duties."""
    if nobody_known(case.complaint):
        return [Group("", tuple(_of_the_past(case)))]
    groups: tuple[tuple[str, Iterable[Link]], ...] = (
        ("", _every_day(case)),
        (gettext("What the resident may ask for, and how we reach them"), _as_they_ask(case)),
        (gettext("What the complaint is about"), _about_it(case)),
        (gettext("Who deals with it, and who may see it"), _who(case)),
    )
    return [Group(name, links) for name, each in groups if (links := tuple(each))]


def _of_the_past(case: Desk) -> Iterator[Link]:
    """What can be done where nobody is known to whom anything could be written."""
    if may(Permission.CHANGE_CONTACTS) and may_be_added(case.complaint):
        yield _link(case, gettext("Add who complained"), "staff.complainants.new")
    if may(Permission.READ_COMPLAINTS):
        yield _link(case, gettext("Write down a safeguarding concern"), "staff.safeguarding.new")
    if may(Permission.ACKNOWLEDGE):
        yield _link(case, gettext("Link it with another complaint"), "staff.links.show")
    yield from _of_facts(case)
    if may(Permission.ASSIGN):
        yield _link(case, gettext("Who may see it"), "staff.restrictions.new")


def of_person(case: Desk, who: PartyState) -> list[Link]:
    """Return what may be done about one person of the case (rulings 6 and 7)."""
    if not may(Permission.CHANGE_CONTACTS) or case.complaint.erased_on is not None:
        return []
    pages = []
    if told_by_share(who) and case.complaint.intake.is_complaint:
        pages.append((gettext("What they may be told"), "staff.enquirers.new"))
    if who.role is Role.REPRESENTATIVE and not who.silent:
        pages.append((gettext("They do not speak for the resident"), "staff.parties.ask_to_end"))
    if who.role is Role.RESIDENT and not who.died:
        pages.append((gettext("They have moved"), "staff.moves.new"))
    if not who.died:
        pages.append((gettext("They have died"), "staff.deaths.new"))
    elif not who.death_doubted_by:
        pages.append((gettext("How it goes on"), "staff.carrying_on.new"))
        pages.append((gettext("They have not died: it was a mistake"), "staff.deaths.ask_about_mistake"))
    return [Link(text, url_for(page, reference=case.reference, number=who.number)) for text, page in pages]


def _every_day(case: Desk) -> Iterator[Link]:
    yield from _of_intake(case)
    if may(Permission.WRITE_MESSAGES):
        yield _link(case, gettext("Write a message"), "staff.messages.new")
    if may(Permission.LOG_CONTACTS):
        yield _link(case, gettext("Write down a call, a visit or a letter"), "staff.contact_log.new")
    yield from _while_it_runs(case)
    yield from _of_promises(case)
    if may(Permission.DEAL_WITH_HAZARDS):
        yield _link(case, gettext("Write down a danger in the home"), "staff.hazards.new")
    if may(Permission.READ_COMPLAINTS):
        yield _link(case, gettext("Write down a safeguarding concern"), "staff.safeguarding.new")


def _of_intake(case: Desk) -> Iterator[Link]:
    """Sorting it; and with what is no complaint, how it ended, and whether they want one (1.3, 6.1)."""
    intake = case.complaint.intake
    if may(Permission.LOG_COMPLAINTS):
        if case.complaint.ended is None and intake.ended_on is None:
            text = gettext("Sort it") if intake.triaged_on is None else gettext("Sort it again")
            yield _link(case, text, "staff.triage.new")
        if not intake.is_complaint and case.complaint.kin.opened is None:
            yield _link(case, gettext("Say how they feel about it, or make it a complaint"), "staff.feelings.new")
    if not intake.is_complaint and intake.ended_on is None and may(Permission.KEEP_PROMISES):
        yield _link(case, gettext("Write how it ended"), "staff.endings.new")


def _while_it_runs(case: Desk) -> Iterator[Link]:
    stage = case.complaint.unanswered
    if stage is None:
        return
    if may(Permission.CHECK_ANSWERS):
        yield _link(case, gettext("Ask a colleague for their part"), "staff.contributions.new")
        yield _link(case, gettext("Ask the resident about a promise first"), "staff.promise_drafts.index")
    if case.complaint.definition.points and may(Permission.GIVE_MORE_TIME):
        if not stage.missed:
            yield _link(case, gettext("Take more time"), "staff.more_time.new")
        yield _link(case, gettext("Write how it is going"), "staff.updates.new")


def _of_promises(case: Desk) -> Iterator[Link]:
    """Closing is offered once nothing is left to do, and never before (6.6)."""
    if may(Permission.OFFER_MONEY):
        yield _link(case, gettext("Offer money"), "staff.offers.new")
    if may(Permission.KEEP_PROMISES):
        yield _link(case, gettext("Make a promise"), "staff.given.new")
        if not not_yet(case.complaint):
            yield _link(case, gettext("Close the complaint"), "staff.closures.new")


def _as_they_ask(case: Desk) -> Iterator[Link]:
    complaint = case.complaint
    stage_2 = complaint.stage_2 is not None or complaint.stage_2_waits
    if complaint.ended is None and complaint.current is not None and not stage_2 and may(Permission.ACKNOWLEDGE):
        yield _link(case, gettext("The resident asks for Stage 2"), "staff.escalations.new")
    if may(Permission.LOG_CONTACTS):
        yield from _to_stop_or_go_on(case)
    yield from _about_data(case)
    if complaint.erased_on is None and may(Permission.CHANGE_CONTACTS):
        yield _link(case, gettext("Add somebody who speaks for them"), "staff.representatives.new")
    if may(Permission.POST_LETTERS):
        for party in (each for each in complaint.parties if may_renew(complaint, each)):
            text = gettext("Make a new return code: %(role)s", role=say(party.role, language()))
            yield Link(text, url_for("staff.renewals.new", reference=case.reference, number=party.number))
    if complaint.erased_on is None and may(Permission.PROPOSE_RESTRICTIONS):
        yield _link(case, gettext("Limit contact"), "staff.contact_limits.new")
    if complaint.survey is not None:
        yield _link(case, gettext("How we did, as the resident says"), "staff.surveys.show")


def _about_data(case: Desk) -> Iterator[Link]:
    if may(Permission.LOG_COMPLAINTS) and may_open(case.complaint):
        yield _link(case, gettext("They complain about their personal data"), "staff.data_protection.new")


def _to_stop_or_go_on(case: Desk) -> Iterator[Link]:
    """As the resident says it to us: they do the same on their own page (ruling 19)."""
    if case.complaint.ended is Ended.WITHDRAWN:
        yield _link(case, gettext("The resident wants to go on with it"), "staff.withdrawals.ask_to_reopen")
    elif case.complaint.ended is None and case.complaint.closure is None:
        yield _link(case, gettext("The resident wants to stop it"), "staff.withdrawals.new")


def _about_it(case: Desk) -> Iterator[Link]:
    """What makes one complaint of two or two of one, or none; and what is put right (6.8, ruling 18)."""
    complaint = case.complaint
    if may(Permission.ACKNOWLEDGE):
        if complaint.unanswered is not None and complaint.definition.points:
            yield _link(case, gettext("Correct what we understood"), "staff.definitions.new")
        if not complaint.kin.merged_into:
            yield _link(case, gettext("Write down a new point"), "staff.new_points.new")
        yield _link(case, gettext("Link it with another complaint"), "staff.links.show")
        yield from _with_others(case)
        if may_merge(complaint):
            yield _link(case, gettext("Put another complaint into this one"), "staff.links.ask_to_merge")
        if may_split(complaint) and len(next_version(complaint).points) > 1:
            yield _link(case, gettext("Let points leave for a complaint of their own"), "staff.links.ask_to_split")
    yield from _of_facts(case)
    if may(Permission.CORRECT_FACTS):
        if may_be_one(complaint) and complaint.mistake is None:
            yield _link(case, gettext("It was logged by mistake"), "staff.mistakes.new")
        if complaint.ended is Ended.MISTAKE:
            yield _link(case, gettext("It is a complaint after all"), "staff.mistakes.ask_back")
    if may(Permission.PROPOSE_REFUSALS) and _may_be_refused(case):
        yield _link(case, gettext("Refuse it, or a part of it"), "staff.refusals.new")


def _of_facts(case: Desk) -> Iterator[Link]:
    if may(Permission.LOG_COMPLAINTS):
        yield _link(case, gettext("How this is counted"), "staff.filings.new")
    if may(Permission.CORRECT_FACTS):
        yield _link(case, gettext("Correct a fact"), "staff.corrections.new")


def _with_others(case: Desk) -> Iterator[Link]:
    """Many people may complain of one thing, together or not (ruling 20)."""
    if case.complaint.membership.number is not None:
        yield _link(case, gettext("Take it out of its group, or known problem"), "staff.membership.show")
    elif may_be_in_one(case.complaint):
        yield _link(case, gettext("Put it in a group, or with a known problem"), "staff.membership.show")


def _may_be_refused(case: Desk) -> bool:
    try:
        stage_open(case.complaint)
    except Refused:
        return False
    return True


def _who(case: Desk) -> Iterator[Link]:
    if may(Permission.ASSIGN):
        yield _link(case, gettext("Who must not deal with it"), "staff.concerned.new")
        yield _link(case, gettext("Who may see it"), "staff.restrictions.new")
        if may_be_named(case.complaint) and case.hired:
            yield _link(case, gettext("Let a contractor write the answer"), "staff.third_parties.new")
    if may(Permission.CHECK_ANSWERS):
        yield _link(case, gettext("Say if you have a conflict of interest"), "staff.interests.new")


def _link(case: Desk, text: str, endpoint: str) -> Link:
    return Link(text, url_for(endpoint, reference=case.reference))
