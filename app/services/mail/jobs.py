"""Tell a contractor's people by e-mail of what has come to be theirs to do: nothing else brings them here (5.4)."""

from __future__ import annotations

from app.domain.case import jobs
from app.domain.mail.notices import Notice
from app.services.case.histories import Case
from app.services.mail import notices
from app.store.case.complaints import stream
from app.store.landlord import staff


def tell(case: Case) -> None:
    """Post word to each contractor's person who has something to do that they had not when the case was opened.

    One's own deed needs no telling, and those of the landlord's own people have it on their list.
    """
    given = jobs.newly_given(case.was, case.complaint) - {case.deed.by.staff_id}
    hired = {each.id for each in staff.of_contractors(case.session)} if given else set()
    for person in sorted(given & hired):
        once = f"job-{person}-{case.head.position + len(case.events)}"
        notices.post(case.session, Notice.JOB, stream(case.id), once, case.deed, facts={"staff": person})
