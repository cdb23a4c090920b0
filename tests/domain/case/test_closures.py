"""A complaint is closed once nothing is left to do, and never before; whoever comes back opens it (6.6, 9.1)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import closures, escalations, withdrawals
from app.domain.case.closures import ClosingDraft
from app.domain.case.findings import PromiseDraft
from app.domain.case.headlines import News, headline
from app.domain.case.phases import Phase, phase
from app.domain.mail import letters
from app.domain.mail.letters import Failed
from app.domain.people.preferences import Way
from app.domain.promises import promises
from app.domain.promises.ledger import Ending, Source, Verdict
from app.domain.promises.promises import GivenDraft
from app.domain.refused import Refused, Why
from tests.domain.case.histories import deed, received
from tests.domain.promises.promised import DUE, LATE, a_promise, after, done, ended, judged, resident

DRAFT = ClosingDraft("delay", "", "Order the part at once", wider=False)
CAUSES = {"delay"}


def close(life, draft=DRAFT, on=LATE):
    by = deed(on)
    event = closures.close(life.complaint, draft, CAUSES, deed=by, write=life.write)
    life.happen(by, event)
    return event


def whys(life, draft=DRAFT):
    with pytest.raises(Refused) as refused:
        close(life, draft)
    return [(gap.why, gap.field) for gap in refused.value.gaps]


@pytest.fixture
def closed():
    """A complaint whose promise was done, closed."""
    life = a_promise()
    done(life, DUE)
    close(life)
    return life


def test_a_complaint_is_closed_when_its_promise_is_kept(closed):
    assert phase(closed.complaint) is Phase.FINISHED
    assert headline(closed.complaint, LATE).news is News.CLOSED
    assert closed.complaint.closure.wider is False


@pytest.mark.parametrize("how", [Ending.NO_LONGER_WANTED, Ending.TO_COURT])
def test_or_when_it_was_waived_or_ended_otherwise(how):
    life = a_promise()
    ended(life, how, DUE, resident_said=True)

    assert close(life).wider is False


def test_never_while_a_promise_is_open_or_disputed():
    life = a_promise()
    assert whys(life) == [(Why.PROMISE_STILL_OPEN, "")]
    done(life, DUE)
    judged(life, Verdict.PARTLY, LATE)
    assert whys(life) == [(Why.PROMISE_STILL_OPEN, "")]


def test_never_while_what_was_not_done_twice_was_not_inspected():
    life = a_promise()
    judged(life, Verdict.NOT_DONE, LATE)
    judged(life, Verdict.NOT_DONE, after(LATE, 1))
    done(life, after(LATE, 1))

    assert [gap.why for gap in closures.not_yet(life.complaint)] == [Why.PROMISE_NOT_INSPECTED]


def test_never_before_the_answer_has_gone():
    assert whys(received()) == [(Why.ANSWER_NOT_GONE, "")]


def test_not_twice_and_not_once_it_was_stopped(closed):
    assert whys(closed) == [(Why.ALREADY_CLOSED, "")]
    with pytest.raises(Refused) as refused:
        withdrawals.withdraw(closed.complaint, 1, own_choice=True, deed=resident(LATE), write=closed.write)
    assert refused.value.why is Why.ALREADY_CLOSED

    stopped, by = a_promise(), resident(DUE)
    stopped.happen(by, withdrawals.withdraw(stopped.complaint, 1, own_choice=True, deed=by, write=stopped.write))
    assert whys(stopped) == [(Why.ALREADY_STOPPED, "")]


def test_it_says_what_caused_it_what_was_learnt_and_whether_others_have_it():
    life = a_promise()
    done(life, DUE)

    assert whys(life, ClosingDraft()) == [
        (Why.CLOSED_WITHOUT_CAUSE, "cause"),
        (Why.CLOSED_WITHOUT_LEARNING, "learning"),
        (Why.CLOSED_WITHOUT_WIDER, "wider"),
    ]
    assert whys(life, ClosingDraft("odd", "", "Something", wider=True)) == [(Why.NO_SUCH_CAUSE, "cause")]


def test_a_cause_may_be_in_words():
    life = a_promise()
    done(life, DUE)

    assert close(life, ClosingDraft("", "Nobody read the note", "Read it", wider=True)).cause_said is not None


def test_who_says_that_it_was_not_done_opens_it_again(closed):
    judged(closed, Verdict.NOT_DONE, after(LATE, 3))

    assert closed.complaint.closure is None
    assert phase(closed.complaint) is Phase.PUTTING_RIGHT


def test_who_asks_for_stage_2_opens_it_again(closed):
    by = resident(after(LATE, 3))
    asked = escalations.ask(closed.complaint, 1, happened_on=by.on, terms=closed.terms, deed=by, write=closed.write)

    closed.happen(by, *asked)

    assert closed.complaint.closure is None
    assert phase(closed.complaint) is Phase.SENT


def test_a_promise_given_later_opens_it_again(closed):
    draft = GivenDraft(PromiseDraft("Pay £50", 1, date(2027, 1, 29)), Source.OMBUDSMAN_ORDER)
    by = deed(after(LATE, 3))

    closed.happen(by, promises.give(closed.complaint, draft, (), deed=by, write=closed.write))

    assert closed.complaint.closure is None


def test_an_answer_that_came_back_opens_it_again(closed):
    by = deed(after(LATE, 3))
    back = letters.come_back(closed.complaint, 2, Failed.RETURNED, Way.LETTER, terms=closed.terms, deed=by)

    closed.happen(by, back)

    assert closed.complaint.closure is None
