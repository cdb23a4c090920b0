"""What a case owes by when, and what a rule answers when it says no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.domain.clock import duties
from app.domain.clock.duty_kinds import DutyKind
from app.domain.refused import Gap, Refused
from tests.domain.case.histories import Life


def due(life: Life) -> dict[DutyKind, date]:
    return {duty.kind: duty.due_on for duty in duties.of(life.complaint)}


def refused(decide: Callable[..., object], *args: Any, **more: Any) -> tuple[Gap, ...]:
    with pytest.raises(Refused) as caught:
        decide(*args, **more)
    return caught.value.gaps
