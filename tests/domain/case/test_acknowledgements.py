"""The acknowledgement: defined, named and dated; its clock stops when the letter has gone (6.2, rulings 8 and 9)."""

from datetime import date

import pytest

from app.domain.case import acknowledgements, complaints
from app.domain.case.acknowledgements import Acknowledged
from app.domain.case.definitions import DefinitionDraft, PointDraft
from app.domain.case.vocabulary import Ours
from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.clock.profiles import Stage
from app.domain.mail import letters
from app.domain.mail.letters import Failed
from app.domain.mail.notices import Notice
from app.domain.people.preferences import Way
from app.domain.refused import Refused, Why
from tests.domain.case.histories import Life, a_definition, deed, received

LATE = date(2026, 12, 4)


def acknowledge(
    life: Life,
    on: date,
    draft: DefinitionDraft | None = None,
    handler: int | None = 1,
    answer_by: date | None = None,
) -> Acknowledged:
    """A handler acknowledges on a day."""
    return acknowledgements.acknowledge(
        life.complaint,
        draft or a_definition(),
        handler,
        answer_by,
        terms=life.terms,
        deed=deed(on),
        write=life.write,
    )


def kinds(life: Life) -> set[DutyKind]:
    """What is to be done now."""
    return {duty.kind for duty in duties.of(life.complaint)}


def test_a_late_acknowledgement_has_the_code_s_date_as_limit_and_the_as_if_on_time_date_as_target() -> None:
    life = received()

    life.happen(deed(LATE), acknowledge(life, LATE))
    life.send(life.issue(deed(LATE), Notice.ACKNOWLEDGED, Stage.ONE), deed(LATE))

    stage = life.complaint.stage_1
    assert stage is not None
    assert (stage.limit, stage.target) == (date(2026, 12, 18), date(2026, 12, 14))


def test_the_duty_stays_open_until_the_letter_has_gone_and_the_limit_runs_from_that_day() -> None:
    life, written, posted = received(), date(2026, 11, 25), date(2026, 11, 27)

    life.happen(deed(written), acknowledge(life, written))
    number = life.issue(deed(written), Notice.ACKNOWLEDGED, Stage.ONE)
    before = kinds(life)
    life.send(number, deed(posted))

    stage = life.complaint.stage_1
    assert stage is not None
    assert before == {DutyKind.ACKNOWLEDGE, DutyKind.POST_LETTER}
    assert kinds(life) == {DutyKind.RESPOND}
    assert (stage.respond_by, stage.limit) == (date(2026, 12, 9), date(2026, 12, 11))


def test_a_letter_that_comes_back_opens_the_duty_again() -> None:
    life, on = received(), date(2026, 11, 25)
    life.happen(deed(on), acknowledge(life, on))
    number = life.issue(deed(on), Notice.ACKNOWLEDGED, Stage.ONE)
    life.send(number, deed(on))

    back = letters.come_back(
        life.complaint, number, Failed.RETURNED, Way.PHONE, terms=life.terms, deed=deed(date(2026, 11, 27))
    )
    life.happen(deed(date(2026, 11, 27)), back)

    assert kinds(life) == {DutyKind.ACKNOWLEDGE, DutyKind.TELL_BY_PHONE}


def test_every_gap_is_said_at_once() -> None:
    draft = DefinitionDraft((PointDraft(" ", None),), ("",))

    with pytest.raises(Refused) as refused:
        acknowledge(received(), date(2026, 11, 25), draft, handler=None, answer_by=date(2026, 12, 31))

    assert [gap.why for gap in refused.value.gaps] == [
        Why.NO_POINTS,
        Why.POINT_WITHOUT_OWNER,
        Why.NO_OUTCOMES,
        Why.NO_HANDLER,
        Why.DATE_BEYOND_LIMIT,
    ]


def test_outcomes_may_be_unknown_if_the_letter_asks() -> None:
    draft = DefinitionDraft((PointDraft("The boiler", Ours.OURS),), (), outcomes_unknown=True)

    event = acknowledge(received(), date(2026, 11, 25), draft)

    assert event.definition.outcomes == ()


def test_who_is_complained_of_cannot_deal_with_it() -> None:
    life = received()
    life.happen(deed(), complaints.mark_concerned(life.complaint, (1,)))

    with pytest.raises(Refused) as refused:
        acknowledge(life, date(2026, 11, 25))

    assert refused.value.why is Why.CONCERNED_IN_COMPLAINT


def test_a_second_acknowledgement_is_refused() -> None:
    life, on = received(), date(2026, 11, 25)
    life.happen(deed(on), acknowledge(life, on))

    with pytest.raises(Refused) as refused:
        acknowledge(life, on)

    assert refused.value.why is Why.NO_ACKNOWLEDGEMENT_DUE
