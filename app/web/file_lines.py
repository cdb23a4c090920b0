"""A file of a case, as a list of them shows it."""

from __future__ import annotations

from typing import NamedTuple

from flask_babel import gettext

from app.domain.case.files import OURS, Scan
from app.services.case.desks import Desk
from app.services.case.evidence import Shown
from app.services.case.pages import CasePage
from app.web.languages import language
from app.words.dates import in_full
from app.words.say import say

KILOBYTE = 1024


class FileLine(NamedTuple):
    """One file, said. `standing` is what has become of it where it cannot be opened."""

    number: int
    called: str
    what: str
    when: str
    standing: str
    opens: bool
    picture: bool
    scan: str
    whose: str
    new: bool


def line(file: Shown, case: CasePage | Desk) -> FileLine:
    """Return a file of this case as a list shows it."""
    state = file.state
    size = gettext("%(size)s KB", size=f"{max(1, state.size // KILOBYTE):,}")
    return FileLine(
        state.number,
        file.called or say(case.gone(state.said), language()),
        f"{say(state.kind, language())}, {size}",
        in_full(state.on, language()),
        _standing(file),
        file.ready,
        file.kept is not None and file.kept.thumbnail is not None,
        say(Scan(file.kept.scan), language()) if file.kept and file.ready else "",
        gettext("Ours: residents do not see it") if state.party == OURS else "",
        state.is_new,
    )


def _standing(file: Shown) -> str:
    if file.state.set_aside is not None:
        why = say(file.state.set_aside, language())
        return gettext("Nobody can open this file, and we did not keep it: %(why)s.", why=why)
    if file.kept is None or file.kept.address is None:
        return gettext("The file is gone.")
    return "" if file.ready else gettext("We are checking this file. Look again in a minute or two.")
