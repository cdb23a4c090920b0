"""A figure as somebody states it: read, or refused with all that is wrong beside its field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.figures.profile import groups
from app.domain.figures.stated import Key, Statement, Subject
from app.domain.figures.stated_whys import StatedWhy
from app.domain.figures.stating import COLUMNS, NO_GROUP, read, said
from app.domain.refused import Refused
from app.words.figures.refused import WORDS


def cells(line: str) -> dict[str, str]:
    """Cells of a line: what, name, group, from, to, value, tolerance, in_time."""
    return dict(zip(COLUMNS, line.split("|"), strict=True))


def gaps(line: str) -> list[tuple[StatedWhy, str]]:
    with pytest.raises(Refused) as refusal:
        read(cells(line), TODAY)
    return [(gap.why, gap.field) for gap in refusal.value.gaps]


TODAY = date(2024, 6, 15)
LAST, APRIL = date(2024, 3, 31), date(2023, 4, 1)
GOOD = {
    "homes|LCRA||2024-03-31||9800||": Statement(Key(Subject.HOMES, "LCRA", "", LAST, LAST), Decimal(9800)),
    "homes|LCHO||2024-03-31||none||": Statement(Key(Subject.HOMES, "LCHO", "", LAST, LAST), None),
    "homes|LCHO||2024-03-31||0||": Statement(Key(Subject.HOMES, "LCHO", "", LAST, LAST), Decimal(0)),
    "target|on_time_rate||2023-04-01||100%|65.5%|": Statement(
        Key(Subject.TARGET, "on_time_rate", "", APRIL, APRIL), Decimal(1), Decimal("0.655")
    ),
    "target|stages.2.mean_working_days.from_receipt||2023-04-01||19.5||": Statement(
        Key(Subject.TARGET, "stages.2.mean_working_days.from_receipt", "", APRIL, APRIL), Decimal("19.5")
    ),
    "contacts|Email||2023-04||1250||1100": Statement(
        Key(Subject.CONTACTS, "Email", "", APRIL, APRIL), Decimal(1250), Decimal(1100)
    ),
    "contacts|Email||2024-06||12||": Statement(
        Key(Subject.CONTACTS, "Email", "", date(2024, 6, 1), date(2024, 6, 1)), Decimal(12)
    ),
    "contacts|Email||2024-07||none||": Statement(
        Key(Subject.CONTACTS, "Email", "", date(2024, 7, 1), date(2024, 7, 1)), None
    ),
    "customers|age|under_25|2024-03-31||310||": Statement(
        Key(Subject.CUSTOMERS, "age", "under_25", LAST, LAST), Decimal(310)
    ),
    "customers|Age|Under 25|2024-03-31||none||": Statement(Key(Subject.CUSTOMERS, "Age", "Under 25", LAST, LAST), None),
    "customers|Household|Two or more|2024-03-31||10||": Statement(
        Key(Subject.CUSTOMERS, "Household", "Two or more", LAST, LAST), Decimal(10)
    ),
    "prior|stages.1.received||2023-04-01|2024-03-31|1262||": Statement(
        Key(Subject.PRIOR, "stages.1.received", "", APRIL, LAST), Decimal(1262)
    ),
    "prior|breakdowns.directorate.stage_1|Commercial|2023-04-01|2024-03-31|50||": Statement(
        Key(Subject.PRIOR, "breakdowns.directorate.stage_1", "Commercial", APRIL, LAST), Decimal(50)
    ),
}


@pytest.mark.parametrize("line", GOOD)
def test_what_is_stated_is_read_and_would_be_stated_so_again(line):
    assert read(cells(line), TODAY) == GOOD[line]
    assert said(GOOD[line]) == cells(line)


@pytest.mark.parametrize(
    ("written", "read_as"), [("1,573", "1573"), (" 12 ", "12"), ("0", "0"), ("NONE", None)], ids=str
)
def test_a_count_may_be_written_as_people_write_it(written, read_as):
    value = read({"what": "homes", "name": "LCRA", "from": LAST, "value": written}, TODAY).value

    assert value == (None if read_as is None else Decimal(read_as))


@pytest.mark.parametrize(("written", "pence"), [("125000", 125000), ("£1,250", 125000), ("£ 12.5", 1250)])
def test_a_sum_is_in_pence_or_in_pounds_after_their_sign(written, pence):
    assert read(cells(f"prior|stages.1.compensation_pence||2023-04-01|2024-03-31|{written}||"), TODAY).value == pence


def test_the_words_tell_every_group_that_can_be_stated():
    for name, why in NO_GROUP.items():
        assert all(group in WORDS[why] for group in groups(name))


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("houses|LCRA||2024-03-31||9800||", [(StatedWhy.NO_SUCH_SUBJECT, "what")]),
        ("homes|LCRA||||9800||", [(StatedWhy.NOT_STATED, "from")]),
        ("homes|flats||31/03/2024||9,80||", [(StatedWhy.NO_MEASURED_TENURE, "name"), (StatedWhy.NOT_A_DAY, "from")]),
        ("homes|LCRA||2024-03-31||98.5||", [(StatedWhy.NOT_A_COUNT, "value")]),
        ("homes|LCRA|flats|2024-03-31||98||", [(StatedWhy.NOT_OF_THIS, "group")]),
        ("target|stages.1.received||2023-04-01||85||", [(StatedWhy.NO_TARGET_OF_THIS, "name")]),
        ("target|on_time_rate||2023-04-01||85||", [(StatedWhy.NOT_A_SHARE, "value")]),
        ("target|on_time_rate||2023-04-01||85%|90%|", [(StatedWhy.TOLERANCE_ABOVE_TARGET, "tolerance")]),
        ("target|escalation_rate||2023-04-01||15%|10%|", [(StatedWhy.TOLERANCE_BELOW_TARGET, "tolerance")]),
        ("target|tsm.LCRA.CH02.stage_1||2023-04-01||many||", [(StatedWhy.NOT_A_NUMBER, "value")]),
        ("contacts|Email||2023-04-02||10||", [(StatedWhy.NOT_A_MONTH, "from")]),
        ("contacts|Email||2023-13||10||", [(StatedWhy.NOT_A_MONTH, "from")]),
        ("contacts|Email||2023-04||10||11", [(StatedWhy.MORE_THAN_THERE_WERE, "in_time")]),
        ("contacts|Email||2024-07||1||", [(StatedWhy.MONTH_TO_COME, "from")]),
        (
            "customers|Age|25 to 34|2024-03-31||1||",
            [(StatedWhy.NO_SUCH_CHARACTERISTIC, "name"), (StatedWhy.NO_GROUP_OF_AGE, "group")],
        ),
        ("prior|stages.1.received||2099-04-01|2100-03-31|40||", [(StatedWhy.NOT_OVER_YET, "to")]),
        ("customers|ethnicity|Asian|2024-03-31||1||", [(StatedWhy.NO_GROUP_OF_ETHNICITY, "group")]),
        ("prior|stages.1.compensation_pence||2023-04-01|2024-03-31|£1.255||", [(StatedWhy.NOT_A_SUM, "value")]),
        (f"customers|Kind|{'a' * 101}|2024-03-31||1||", [(StatedWhy.NAME_TOO_LONG, "group")]),
        ("customers|Age\nband|Old|2024-03-31||1||", [(StatedWhy.NAME_TOO_LONG, "name")]),
        ("customers|Kind||2024-03-31||1||", [(StatedWhy.NOT_STATED, "group")]),
        ("prior|stages.3.received||2023-04-01|2024-03-31|1||", [(StatedWhy.NO_SUCH_MEASURE, "name")]),
        ("prior|stages.1.received||2024-04-01|2024-03-31|1||", [(StatedWhy.BEFORE_ITS_BEGINNING, "to")]),
        ("prior|stages.1.received|x|2023-04-01|2024-03-31|1||", [(StatedWhy.NOT_OF_THIS, "group")]),
        ("prior|breakdowns.theme.stage_1||2023-04-01|2024-03-31|1||", [(StatedWhy.NOT_STATED, "group")]),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(line, wrong):
    assert gaps(line) == wrong
