"""Keep an answer while it is being written, and note who worked on it (6.13)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.domain.case import responses
from app.domain.changed import Changed, Meanwhile
from app.domain.clock.profiles import Stage
from app.domain.deed import Actor, Deed
from app.services.case import histories
from app.services.case.histories import Case
from app.store.case import answer_drafts as store
from app.store.case.answer_drafts import AnswerDraft

SAVED = "answer_draft_saved"
"""What happened meanwhile when somebody else saved the answer: the record knows no such event."""


def find(session: Session, case_id: int, stage: Stage) -> AnswerDraft | None:
    """Return the answer that is being written at a stage, None where nobody has begun."""
    return store.find(session, case_id, stage)


def save(session: Session, reference: str, typed: Mapping[str, str], version: int, deed: Deed) -> AnswerDraft:
    """Keep what stands in the form and return it; a page may save again and again over its own words.

    Raises Refused for who may not answer (5.8, 6.13), and Changed when other words were saved after `version`.
    """
    with histories.opened(session, reference, deed) as case:
        worked = responses.write_on(case.complaint, deed)
        if worked is not None:
            case.add(worked)
        stage = responses.due(case.complaint).stage
        before = refuse_other_words(case, version)
        over = before.version if before is not None else 0
        draft = AnswerDraft(typed, over + 1, deed.key or "", deed.by.staff_id or 0, deed.at)
        if not store.put(session, case.id, stage, draft, over):
            raise Changed
        return draft


def refuse_other_words(case: Case, version: int | None) -> AnswerDraft | None:
    """Return the answer that is being written; raises Changed when another page saved it after `version`.

    None: it was not written from a saved draft, and there is nothing to lose.
    """
    if version is None:
        return None
    before = store.find(case.session, case.id, responses.due(case.complaint).stage)
    if before is None or before.version == version or before.page == case.deed.key:
        return before
    raise Changed([Meanwhile(before.version, SAVED, str(Actor("staff", str(before.saved_by))), before.saved_at)])
