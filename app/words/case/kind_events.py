"""What else a case may be than a complaint, and how it is sorted, a line an event (events.py says them).

That somebody is to be visited is not told as a mark upon them: the line says what we do, and only to staff.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case import enquiries, feelings, requests, triage, visits
from app.words.catalogues import N_

RESIDENT: Mapping[type, str] = {
    requests.CaseLogged: N_("We wrote down what you told us. We said that you will hear by %(due_by)s."),
    requests.CaseEnded: N_("It ended: %(outcome)s. We wrote to you."),
    feelings.FeelingTold: N_("You told us how you feel about it: %(feeling)s."),
}

STAFF: Mapping[type, str] = {
    requests.CaseLogged: N_("Logged %(channel)s: %(kind)s, by %(due_by)s"),
    requests.CaseEnded: N_("Ended on %(happened_on)s: %(outcome)s"),
    triage.CaseTriaged: N_("Sorted: %(kind)s"),
    feelings.FeelingTold: N_("How they feel about it: %(feeling)s"),
    enquiries.EnquiryJoined: N_("A letter from an MP or councillor, to be answered by %(answer_by)s"),
    enquiries.EnquirerNamed: N_("Person %(party)s wrote letter %(number)s of an MP or councillor"),
    enquiries.EnquiryAnswered: N_("The MP or councillor was answered on %(happened_on)s"),
    visits.VisitWanted: N_("Somebody is to visit or ring, and ask what would help, by %(visit_by)s"),
    visits.VisitMade: N_("Visited or rang to ask what would help: %(outcome)s"),
}
