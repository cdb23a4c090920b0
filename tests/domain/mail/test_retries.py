"""Pauses double, stop growing at an hour, and are spread by chance."""

from datetime import timedelta

import pytest

from app.domain.mail.retries import pause_after


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 30), (2, 60), (3, 120), (7, 1920), (8, 3600), (500, 3600)])
def test_the_pause_doubles_up_to_an_hour(attempts, seconds):
    assert pause_after(attempts, jitter=0) == timedelta(seconds=seconds)


def test_chance_takes_off_a_half_at_most():
    assert pause_after(1, jitter=1) == timedelta(seconds=15)
