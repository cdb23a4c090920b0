"""Two colleagues do the same at the same moment: one is heard, the other is told, and nothing happens twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from app.db import Database
from app.domain.landlord.permissions import Role
from tests import peopled, states
from tests.clocks import Clock
from tests.forms import opened
from tests.kinds import KINDS
from tests.web.at_once import at_once

STATES = {**states.STATES, **KINDS, "heard_of_death": peopled.heard_of_death}
OFFICERS = ({Role.COMPLAINTS_OFFICER}, {Role.COMPLAINTS_OFFICER, Role.HANDLER}, {Role.COMPLAINTS_OFFICER, Role.VIEWER})
WORDS = {"words": "She told me on the phone."}
QUALITY = dict.fromkeys(("definition", "points", "plain", "promises", "dates"), "yes") | {
    "result": "to_learn",
    "words": "Long words.",
}
RULED = {"about": "handling", "delays": "no", "point": "Nobody rang", "ours": "ours", "course": "joins", "then": "do"}
AGREE, GIVE_BACK = {"decision": "yes"}, WORDS | {"decision": "no"}
BY_WHOM = text('SELECT DISTINCT "by" FROM event WHERE stream = :stream AND position > :position')
LAST = text("SELECT max(position) FROM event WHERE stream = :stream")


class Press(NamedTuple):
    """What two do at once: in which state, on which page, with what typed, dates in days from that state's."""

    state: str
    page: str
    typed: Mapping[str, str | list[str]] = {}
    days: Mapping[str, int] = {}
    form: int = 0
    who: tuple[int, int] = (0, 1)
    """Which of the officers: whoever had a hand in it before may not decide."""


PRESSES = (
    Press("acknowledged", "definition", {"outcomes-0": "A boiler that works"}),
    Press("told_and_understood", "read-back", {"how": "aloud", "right": "yes"}, {"happened_on": 0}),
    Press("acknowledged", "more-time", WORDS | {"reason": "complex"}, {"new_date": 21}),
    Press("late_with_new_date", "new-date", WORDS, {"new_date": 7}),
    Press("more_time_taken", "update", WORDS),
    Press("answered", "correction", WORDS | {"fact": "received_on"}, {"new": -16}),
    Press("answered", "stage-2", WORDS, {"happened_on": 0}),
    Press("finished", "closure", {"cause_words": "Nobody rang", "learning": "Ring.", "wider": "no"}),
    Press("with_promises", "promises/1/proof", {"proof": "Seen."}, {"happened_on": 0}),
    Press("with_promises", "promises/1/date", WORDS, {"new_date": 40}),
    Press("with_promises", "promises/1/ending", WORDS | {"how": "to_court"}, {"happened_on": 0}),
    Press("with_promises", "promises/1/owner", {"owner": "2"}),
    Press("promise_disputed", "promises/1/look", WORDS | {"look": "spoke"}, {"happened_on": 0}),
    Press("acknowledged", "handler", {"staff": "2"}),
    Press("refusal_proposed", "refusals/1", AGREE, who=(1, 2)),
    Press("refusal_proposed", "refusals/1", GIVE_BACK, who=(1, 2)),
    Press("answer_being_checked", "checks/1", GIVE_BACK, who=(0, 2)),
    Press("money_waits", "offers/1", AGREE),
    Press("money_accepted", "offers/1/payment", {"to": "resident", "proof": "BACS 4471"}, {"happened_on": 0}),
    Press("point_raised", "new-points/1", RULED),
    Press("linked", "links"),
    Press("acknowledged", "group", {"binding": "known_problem", "name": "The boilers", "lead": "1"}),
    Press("in_a_group", "group"),
    Press("acknowledged", "split", {"points": "2"}),
    Press("acknowledged", "mistake", WORDS),
    Press("acknowledged", "restriction", WORDS | {"ground": "other", "viewers": ["1", "2"]}),
    Press("concern_told", "safeguarding/1", {"outcome": "safe_now", "ended": "She is safe."}, form=1),
    Press("restriction_proposed", "contact-limits/1", AGREE, who=(1, 2)),
    Press("restricted", "contact-limits/1", WORDS | {"decision": "over"}),
    Press("spoken_for", "parties/2/end", WORDS),
    Press("for_somebody_else", "parties/2"),
    Press("acknowledged", "parties/1/death", WORDS | {"decides": "1"}, {"told_on": 0}),
    Press("acknowledged", "parties/1/move", {"safe": "not_sure"}, {"moved_on": 0}),
    Press("heard_of_death", "parties/1/heard/death", WORDS),
    Press("with_a_letter_of_an_mp", "parties/2/share", WORDS | {"share": "outcome"}),
    Press("with_a_letter_of_an_mp", "enquiries/1", WORDS | {"as_agreed": "yes"}),
    Press("acknowledged", "data-protection", WORDS),
    Press("in_touch", "messages", WORDS),
    Press("asked_how_we_did", "survey", {"overall": "neither"}),
    Press("drawn_for_review", "review", QUALITY, who=(1, 2)),
    Press("acknowledged", "withdrawal", WORDS | {"own_choice": "y"}),
)


@pytest.mark.parametrize("press", PRESSES, ids=lambda press: f"{press.state} {press.page}")
def test_of_two_who_press_at_once_one_is_heard_and_nothing_happens_twice(
    staff_client: Callable[..., FlaskClient], database: Database, clock: Clock, press: Press
) -> None:
    with database.writing() as session:
        made, on = STATES[press.state](session)
    clock.at = datetime.combine(on, time(12), UTC) + timedelta(hours=1)
    officers = [staff_client(*roles) for roles in OFFICERS]
    both = [officers[number] for number in press.who]
    forms = [opened(each, f"/staff/complaints/{made.reference}/{press.page}", form=press.form) for each in both]
    typed = dict(press.typed)
    for name, after in press.days.items():
        typed |= _day(name, on + timedelta(days=after))
    stream = {"stream": f"complaint:{made.case_id}"}
    with database.reading() as session:
        before = session.scalar(LAST, stream)

    won, lost = at_once(both, forms[0][0], [holds | typed for _, holds in forms])

    assert (won.status_code, lost.status_code) == (303, 409)
    with database.reading() as session:
        heard = [by for (by,) in session.execute(BY_WHOM, {**stream, "position": before}) if by.startswith("staff:")]
    assert len(heard) == 1


def _day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-{part}": str(getattr(on, part)) for part in ("day", "month", "year")}
