"""What others did after somebody's page was drawn: whoever did not see it is told, and looks again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.domain.changed import Changed, Meanwhile
from app.domain.deed import Deed
from app.store.record import Written


def refuse_if_changed(
    written: Iterable[Written], deed: Deed, touches: Callable[[Written], bool] = lambda _: True
) -> None:
    """Raise Changed with what came after `deed.seen` and touches what is to be done; a deed that saw nothing may."""
    if deed.seen is None:
        return
    since = [each for each in written if each.position > deed.seen and touches(each)]
    if since:
        raise Changed([Meanwhile(each.position, each.kind, str(each.by), each.at) for each in since])
