"""How long to wait before word that could not be sent is tried again."""

from datetime import timedelta

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)


def pause_after(attempts: int, jitter: float) -> timedelta:
    """Return the pause after so many attempts: twice as long each time, up to an hour.

    `jitter`, from 0 to 1, shortens it by up to a half, so that many do not all come back at once.
    """
    doublings = min(attempts - 1, 10)
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE) * (1 - jitter / 2)
