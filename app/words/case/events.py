"""What happened, a line an event: said to the resident, who is not told the house's own business, and to staff."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case import (
    acknowledgements,
    answer_checks,
    complaints,
    contact_log,
    contributions,
    corrections,
    definitions,
    details,
    erasures,
    escalations,
    evidence,
    lateness,
    messages,
    more_time,
    responses,
    third_parties,
    withdrawals,
)
from app.domain.history import Event
from app.domain.mail import letters
from app.words.case import belonging_events as belonging
from app.words.case import groups as grouped
from app.words.case import kind_events as sorted_out
from app.words.case import read_backs as told_in_files
from app.words.case import refusal_events as refused
from app.words.case import restrictions as restricted
from app.words.case.facts import NOTHING, Facts, Known
from app.words.catalogues import N_, catalogue
from app.words.clock import hazard_events as dangers
from app.words.figures import events as brought_in
from app.words.people import events as of_people
from app.words.promises import events as promised

RESIDENT: Mapping[type, str] = {
    complaints.Received: N_("We got the complaint."),
    details.DetailsAdded: N_("You told us more."),
    complaints.Assigned: N_("%(staff)s has the complaint in hand."),
    definitions.DefinitionCorrected: N_("We corrected what we had understood."),
    definitions.UnderstandingAnswered: N_("You answered: did we understand? %(answer)s."),
    acknowledgements.Acknowledged: N_("We wrote what we understood, and promised an answer by %(answer_by)s."),
    more_time.MoreTimeTaken: N_("We took more time: from %(old_date)s to %(new_date)s."),
    more_time.MoreTimeDisliked: N_("You told us that you are not happy with the new date."),
    more_time.UpdatesChosen: N_("You chose how often to hear from us."),
    more_time.UpdateGiven: N_("We wrote to say how it is going."),
    lateness.FoundLate: N_("We were late. We had said %(date_missed)s."),
    lateness.NewDatePromised: N_("We gave a new date: %(new_date)s."),
    responses.ResponseIssued: N_("We wrote our answer."),
    escalations.Stage2Asked: N_("You asked for Stage 2."),
    escalations.Stage2Started: N_("Stage 2 began: someone new looks again, and answers by %(respond_by)s."),
    escalations.Stage1AnswerSet: N_("We gave a new date for the Stage 1 answer: %(answer_by)s."),
    escalations.Stage2RequestWithdrawn: N_("You no longer asked for Stage 2."),
    withdrawals.Withdrawn: N_("You stopped the complaint."),
    withdrawals.Reopened: N_("The complaint was opened again."),
    corrections.FactCorrected: N_("We put right something that had been written down wrong: %(fact)s."),
    corrections.Redated: N_("A bank holiday moved our date to %(respond_by)s."),
    erasures.WordsErased: N_("What was said, and who took part, was erased: the complaint ended on %(ended_on)s."),
    erasures.TextRemoved: N_("We took out some words that should not have stood here."),
    erasures.LetterRemoved: N_("We took out the words of %(the_letter)s."),
    messages.MessageReceived: N_("You wrote us a message. We promised to answer by %(reply_by)s."),
    messages.MessageWritten: N_("We wrote you a message."),
    messages.MessageSettled: N_("We read your message. It needed no answer."),
    evidence.FileAdded: N_("File %(file)s was put with your complaint: %(kind)s."),
    evidence.FileSetAside: N_("We could not keep file %(file)s, and nobody can open it: %(why)s."),
    contact_log.CallBackAsked: N_("You asked us to ring you. We promised to do so by %(ring_by)s."),
    contact_log.ConversationDeclined: N_("You said that you need not talk with us before we answer."),
    letters.Sent: N_("Letter %(letter)s went to you %(way)s."),
    letters.CameBack: N_("Letter %(letter)s did not reach you: %(failed)s."),
    **told_in_files.RESIDENT,
    **of_people.RESIDENT,
    **promised.RESIDENT,
    **belonging.RESIDENT,
    **refused.RESIDENT,
    **dangers.RESIDENT,
    **brought_in.RESIDENT,
    **sorted_out.RESIDENT,
}
"""Each is the first word that a resident hears of it; what is not here is not theirs to hear, or is said by another."""

STAFF: Mapping[type, str] = {
    complaints.Received: N_("Received %(channel)s"),
    details.DetailsAdded: N_("Told us more"),
    complaints.Assigned: N_("Given to %(staff)s"),
    complaints.DangerAnswered: N_("The danger was taken on by %(staff)s"),
    definitions.DefinitionCorrected: N_("Definition corrected: version %(version)s"),
    definitions.UnderstandingAnswered: N_("Did we understand? %(answer)s"),
    acknowledgements.Acknowledged: N_("Acknowledged by %(handler)s, answer promised by %(answer_by)s"),
    more_time.MoreTimeProposed: N_("More time asked for, to %(new_date)s. %(reason)s"),
    more_time.MoreTimeDeclined: N_("More time was not agreed to"),
    more_time.MoreTimeTaken: N_("More time, from %(old_date)s to %(new_date)s. %(reason)s"),
    more_time.MoreTimeDisliked: N_("Not happy with the new date; to be looked at by %(look_by)s"),
    more_time.UpdatesChosen: N_("Wants to hear every %(every)s days"),
    more_time.UpdateGiven: N_("Kept up to date; next by %(next_by)s"),
    more_time.DislikeAnswered: N_("Answered why the new date stands"),
    lateness.FoundLate: N_("Late %(missed)s: the date was %(date_missed)s, a new one is to be told by %(tell_by)s"),
    lateness.NewDatePromised: N_("New date %(missed)s: %(new_date)s"),
    responses.ResponseWritten: N_("%(staff)s worked on the answer"),
    answer_checks.AnswerCheckAsked: N_("%(staff)s sent the answer to be checked"),
    answer_checks.AnswerCheckReturned: N_("%(staff)s gave the answer back, to be changed"),
    answer_checks.AnswerCheckTakenBack: N_("The answer was taken back before it was checked"),
    answer_checks.AnswerApproved: N_("%(approved_by)s checked the answer and agreed to it"),
    responses.ResponseIssued: N_("Answered, signed by %(signed_by)s"),
    escalations.Stage2Asked: N_("Stage 2 asked for on %(happened_on)s, %(standing)s"),
    escalations.Stage2Started: N_("Stage 2 began, to be answered by %(respond_by)s"),
    escalations.Stage1AnswerSet: N_("Last day for the late Stage 1 answer: %(answer_by)s"),
    escalations.Stage2RequestWithdrawn: N_("Stage 2 no longer asked for"),
    withdrawals.Withdrawn: N_("Stopped by the resident"),
    withdrawals.Reopened: N_("Opened again, to be answered by %(respond_by)s"),
    corrections.CorrectionProposed: N_("Correction proposed: %(fact)s, from %(old)s to %(new)s"),
    corrections.CorrectionDeclined: N_("The correction was not agreed to"),
    corrections.FactCorrected: N_("Corrected: %(fact)s, from %(old)s to %(new)s"),
    corrections.Redated: N_("Dates moved by a bank holiday: answer by %(respond_by)s"),
    erasures.WordsErased: N_("Words and details erased, %(years)s years after it ended on %(ended_on)s"),
    erasures.TextRemoved: N_("%(the_text)s was taken out"),
    erasures.LetterRemoved: N_("The words of %(the_letter)s were taken out"),
    contributions.ContributionAsked: N_("%(staff)s was asked for their part of the answer, by %(due_on)s"),
    contributions.ContributionGiven: N_("Part %(contribution)s of the answer was given"),
    contributions.ContributionReminded: N_("%(staff)s was reminded of their part of the answer, due %(due_on)s"),
    third_parties.ThirdPartyNamed: N_("Who of a contractor writes the Stage 1 answer: %(staff)s"),
    messages.MessageReceived: N_("Message %(message)s from person %(party)s, to be answered by %(reply_by)s"),
    messages.MessageWritten: N_("Message %(message)s written to person %(party)s"),
    messages.MessageSettled: N_("Message %(message)s needs no answer"),
    evidence.FileAdded: N_("File %(file)s was put with the case: %(kind)s"),
    evidence.FileSetAside: N_("File %(file)s can be opened by nobody, and is gone: %(why)s"),
    evidence.FilesLookedAt: N_("The files up to file %(file)s were looked at"),
    messages.MessagesRead: N_("Person %(party)s read our messages up to message %(message)s"),
    contact_log.ContactLogged: N_("%(how)s (person %(party)s): %(outcome)s"),
    contact_log.CallBackAsked: N_("Person %(party)s wants to be rung back, by %(ring_by)s"),
    contact_log.ConversationDeclined: N_("Person %(party)s need not talk before our answer"),
    letters.LetterIssued: N_("Letter %(letter)s written: %(notice)s"),
    letters.Told: N_("Told %(way)s that there is news"),
    letters.Sent: N_("Letter %(letter)s went %(way)s on %(happened_on)s"),
    letters.CameBack: N_("Letter %(letter)s did not arrive: %(failed)s"),
    **told_in_files.STAFF,
    **of_people.STAFF,
    **promised.STAFF,
    **restricted.STAFF,
    **belonging.STAFF,
    **grouped.STAFF,
    **refused.STAFF,
    **dangers.STAFF,
    **brought_in.STAFF,
    **sorted_out.STAFF,
}


def to_resident(event: Event, names: Mapping[int, str], language: str, known: Known = NOTHING) -> str | None:
    """Return what the resident is told of an event, None for what is not theirs to hear; `names` are the staff's."""
    pattern = RESIDENT.get(type(event))
    return None if pattern is None else _said(pattern, event, names, language, known)


def to_staff(event: Event, names: Mapping[int, str], language: str, known: Known = NOTHING) -> str:
    """Return what staff are told of an event; `names` are the staff's, by number."""
    return _said(STAFF[type(event)], event, names, language, known)


def _said(pattern: str, event: Event, names: Mapping[int, str], language: str, known: Known) -> str:
    return catalogue(language).gettext(pattern) % Facts(event, names, language, known)
