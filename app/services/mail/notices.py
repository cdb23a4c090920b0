"""Post a word to the outbox, in the transaction of the deed it tells of: once for its key, with no secret in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from app.domain.deed import Deed
from app.domain.mail.notices import Notice, useful_until
from app.domain.record import canonical
from app.services.landlord import landlord
from app.store import outbox

AT_ONCE = timedelta(0)


def post(
    session: Session,
    notice: Notice,
    stream: str,
    once: str,
    deed: Deed,
    *,
    party: int | None = None,
    letter: int | None = None,
    facts: Mapping[str, object] | None = None,
    after: timedelta = AT_ONCE,
) -> None:
    """Post a notice about a stream; one under the same key (`once`) was posted before, and then nothing is changed.

    Its Message-ID is fixed here, so that a mail reader knows a second copy for what it is.
    """
    goes_at = deed.at + after
    word = outbox.Notice(
        key=f"{stream}:{once}",
        kind=notice.value,
        stream=stream,
        message_id=make_msgid(domain=urlsplit(landlord.current(session).address).hostname),
        party=party,
        letter=letter,
        facts=canonical(facts or {}),
        useful_until=useful_until(notice, goes_at),
    )
    outbox.post(session, word, deed.at, goes_at)
