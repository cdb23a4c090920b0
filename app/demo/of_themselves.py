"""What residents said of themselves in the year that the annual report is of, and who all of them are (OM10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time

from sqlalchemy.orm import Session

from app.domain.deed import LONDON, Deed
from app.domain.figures.periods import Period
from app.domain.figures.profile import CHARACTERISTICS, MIDDLE
from app.domain.figures.stages import UNKNOWN
from app.domain.people.equality import Age, Disabled, Ethnicity
from app.services.case.sent import VISITOR
from app.services.people import equality

ANSWERS = 38
"""Of the fifty or so who complained; one age has too few to be shown."""
AGES = (Age.FROM_45, Age.FROM_25, Age.FROM_65, Age.FROM_45, Age.FROM_25, Age.FROM_65, Age.FROM_45, Age.UNDER_25)
LIMITED = (Disabled.NO, Disabled.A_LOT, Disabled.NO, Disabled.A_LITTLE, Disabled.NO)
ETHNICITIES = (*[Ethnicity.WHITE] * 4, Ethnicity.ASIAN, Ethnicity.BLACK, None)
RESIDENTS: Mapping[str, tuple[int, ...]] = {
    "age": (320, 980, 1060, 690, 50),
    "disabled": (430, 520, 1950, 200),
    "ethnicity": (240, 130, 70, 2480, 8, 172),
}
"""How many of all residents are in each group, in the order of the groups; those of whom nobody knows last."""


def tell(session: Session, year: Period) -> None:
    """Let residents answer in the calendar year that a year's report sets beside who lives here."""
    deed = Deed(VISITOR, datetime.combine(year.first.replace(month=MIDDLE[0]), time(10), LONDON))
    for number in range(ANSWERS):
        age, limited = AGES[number % len(AGES)], LIMITED[number % len(LIMITED)]
        equality.tell(session, age, limited, ETHNICITIES[number % len(ETHNICITIES)], deed)


def residents() -> Iterator[tuple[str, str, int]]:
    """Yield how many of all residents are in each group of each characteristic."""
    for name, groups in CHARACTERISTICS.items():
        labels = (*(str(each.value) for each in groups), UNKNOWN)
        for label, count in zip(labels, RESIDENTS[name], strict=True):
            yield name, label, count
