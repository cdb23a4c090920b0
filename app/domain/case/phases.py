"""Where a complaint is, in the one word that resident and staff both see (ruling 15)."""

from __future__ import annotations

from enum import Enum

from app.domain.case.state import Complaint
from app.domain.case.vocabulary import Ended


class Phase(Enum):
    """A step of the tracker; the ways to end without an answer stand beside it."""

    SENT = "sent"
    UNDERSTOOD = "understood"
    LOOKING = "looking"
    ANSWERED = "answered"
    PUTTING_RIGHT = "putting_right"
    FINISHED = "finished"
    STOPPED = "stopped"
    REFUSED = "refused"
    MERGED = "merged"
    MISTAKE = "mistake"


TRACK = (Phase.SENT, Phase.UNDERSTOOD, Phase.LOOKING, Phase.ANSWERED, Phase.PUTTING_RIGHT, Phase.FINISHED)
"""The steps in their order, of each stage."""
AS_ENDED = {
    Ended.WITHDRAWN: Phase.STOPPED,
    Ended.REFUSED: Phase.REFUSED,
    Ended.MERGED: Phase.MERGED,
    Ended.MISTAKE: Phase.MISTAKE,
    Ended.DIED: Phase.STOPPED,
    Ended.OVER: Phase.FINISHED,
}
ENDED = frozenset(AS_ENDED.values()) - {Phase.FINISHED}
"""Where nothing comes next, and no date of ours stands any more."""
NO_COMPLAINT = frozenset({Phase.MERGED, Phase.MISTAKE})
"""What is counted as no complaint: another one has it, or it was none."""


def phase(complaint: Complaint) -> Phase:
    """Return the step a complaint has reached: a step is reached when its letter has gone (ruling 8)."""
    if not complaint.intake.is_complaint:
        return _of_another_kind(complaint)
    stage = complaint.current
    if complaint.ended is not None:
        return AS_ENDED[complaint.ended]
    if complaint.closure is not None:
        return Phase.FINISHED
    if stage is None or (stage.answer_sent_on is None and stage.acknowledgement_sent_on is None):
        return Phase.SENT
    if stage.answer_sent_on is None:
        return Phase.LOOKING
    if complaint.remedies.owed_by or any(promise.open for promise in complaint.promises):
        return Phase.PUTTING_RIGHT
    final = complaint.stage_2 is not None or bool(complaint.promises) or complaint.remedies.settled
    return Phase.FINISHED if final else Phase.ANSWERED


def _of_another_kind(case: Complaint) -> Phase:
    """Return whether it waits, somebody has it, or it is done: it has no stages (1.4)."""
    if case.intake.ended_on is not None:
        return Phase.FINISHED
    return Phase.SENT if case.handler is None else Phase.LOOKING
