"""What becomes of promises, the closing of a complaint and after it, a line an event (app/words/case/events.py)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case import closures
from app.domain.promises import endings, promises, proposals, verdicts
from app.words.case import reviews, surveys
from app.words.catalogues import N_
from app.words.promises import drafts, offer_events

RESIDENT: Mapping[type, str] = {
    closures.Closed: N_("We closed the complaint."),
    promises.PromiseMade: N_("We promised something by %(due_on)s."),
    promises.PromiseGiven: N_("We promised something by %(due_on)s, %(source)s."),
    promises.PromiseHandedOver: N_("%(owner)s now sees to something that we promised."),
    promises.PromiseMoved: N_("We gave something that we promised a new date: %(new)s."),
    promises.PromiseDone: N_("We did something that we had promised."),
    verdicts.PromiseAskedAbout: N_("We asked you if something that we promised was done."),
    verdicts.PromiseJudged: N_("You told us about something that we promised: %(verdict)s."),
    verdicts.DisputeLookedInto: N_("We looked into what you told us was not done: %(look)s."),
    endings.PromiseAccessTried: N_("We tried to get in, %(by)s."),
    endings.AppointmentMissed: N_("We missed an appointment."),
    endings.PromiseEnded: N_("Something that we promised ended: %(how)s."),
    **drafts.RESIDENT,
    **offer_events.RESIDENT,
    **surveys.RESIDENT,
}

STAFF: Mapping[type, str] = {
    closures.Closed: N_("Closed"),
    promises.PromiseMade: N_("Promise %(promise)s: %(owner)s, by %(due_on)s"),
    promises.PromiseGiven: N_("Promise %(promise)s given %(source)s: %(owner)s, by %(due_on)s"),
    promises.PromiseHandedOver: N_("Promise %(promise)s given to %(owner)s"),
    promises.PromiseMoved: N_("Promise %(promise)s moved from %(old)s to %(new)s"),
    promises.PromiseDone: N_("Promise %(promise)s done on %(happened_on)s"),
    verdicts.PromiseAskedAbout: N_("Asked if promise %(promise)s was kept, %(occasion)s"),
    verdicts.PromiseJudged: N_("The resident about promise %(promise)s: %(verdict)s"),
    verdicts.DisputeLookedInto: N_("Promise %(promise)s was looked into: %(look)s"),
    proposals.PromiseDateProposed: N_("Promise %(promise)s: another day was asked for, %(new)s"),
    proposals.ProposedDateDeclined: N_("Promise %(promise)s: the day stays as it is"),
    endings.PromiseAccessTried: N_("Promise %(promise)s: tried to get in, %(by)s"),
    endings.AppointmentMissed: N_("Promise %(promise)s: we missed an appointment on %(happened_on)s"),
    endings.PromiseEnded: N_("Promise %(promise)s ended: %(how)s"),
    **drafts.STAFF,
    **offer_events.STAFF,
    **surveys.STAFF,
    **reviews.STAFF,
}
