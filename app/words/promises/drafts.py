"""What is said of a promise before it is made, and what became of it, a line an event."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.promises import drafts
from app.domain.promises.draft_states import DraftReply
from app.words.catalogues import N_
from app.words.say import say_each

RESIDENT: Mapping[type, str] = {
    drafts.PromiseDrafted: N_("We asked you about something that we mean to promise, by %(due_on)s."),
    drafts.PromiseDraftAnswered: N_("You told us about something that we mean to promise: %(reply)s."),
    drafts.PromiseDraftTakenBack: N_("We took back something that we had meant to promise."),
}
STAFF: Mapping[type, str] = {
    drafts.PromiseDrafted: N_("Asked before the answer: planned promise %(draft)s, by %(due_on)s"),
    drafts.PromiseDraftAnswered: N_("The resident about planned promise %(draft)s: %(reply)s"),
    drafts.PromiseDraftLookedAt: N_("Looked at what they would like instead: planned promise %(draft)s"),
    drafts.PromiseDraftTakenBack: N_("Planned promise %(draft)s was taken back"),
}
REPLIES = {DraftReply.YES: N_("yes"), DraftReply.OTHERWISE: N_("another day or another way")}

say_each(REPLIES)
