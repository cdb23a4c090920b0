"""New points, links and complaints that become one or two, a line an event (app/words/case/events.py says them)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case import links, merges, mistakes, new_points, splits
from app.words.catalogues import N_

RESIDENT: Mapping[type, str] = {
    new_points.NewPointRaised: N_("You told us something new. We promised to say by %(decide_by)s what we do with it."),
    new_points.NewPointDecided: N_("We wrote to you what we do with your new point: %(course)s."),
    splits.PointsSplitOff: N_("A part of this became a complaint of its own: %(reference)s."),
    merges.MergedFrom: N_("We put your complaint %(reference)s together with this one."),
    merges.MergedInto: N_("We put this together with your complaint %(reference)s, and go on there."),
    mistakes.LoggedByMistake: N_("We wrote to you that this was logged by mistake."),
    mistakes.MistakeTakenBack: N_("This was a complaint after all, and it goes on."),
}

STAFF: Mapping[type, str] = {
    new_points.NewPointRaised: N_("New point %(point)s raised on %(happened_on)s, to be decided by %(decide_by)s"),
    new_points.NewPointDecided: N_("New point %(point)s: %(course)s, because %(because)s"),
    links.Linked: N_("Linked with %(reference)s: %(bond)s"),
    links.Separated: N_("No longer linked with %(reference)s"),
    splits.PointsSplitOff: N_("Points left into a complaint of their own: %(reference)s"),
    merges.MergedFrom: N_("Complaint %(reference)s, received on %(received_on)s, was put into this one"),
    merges.MergedInto: N_("Put into complaint %(reference)s"),
    mistakes.MistakeProposed: N_("Said to be logged by mistake; to be decided by %(decide_by)s"),
    mistakes.MistakeDeclined: N_("That it was logged by mistake was not agreed to"),
    mistakes.LoggedByMistake: N_("Logged by mistake, agreed to by %(approved_by)s"),
    mistakes.MistakeTakenBack: N_("That it was logged by mistake was taken back: it goes on"),
}
