"""A file of a case, as a list of them shows it."""

from __future__ import annotations

from typing import NamedTuple

from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.domain.case.files import OURS, FileKind, Scan, Unusable
from app.services.case.desks import Desk
from app.services.case.evidence import Shown
from app.services.case.pages import CasePage
from app.store.case.draft_files import DraftFile
from app.web.languages import language
from app.words.dates import in_full
from app.words.say import say

KILOBYTE = 1024
CHECKING = _l("We are checking this file. Look again in a minute or two.")


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
    may_go: bool


def line(file: Shown, case: CasePage | Desk) -> FileLine:
    """Return a file of this case as a list shows it."""
    state = file.state
    return FileLine(
        state.number,
        file.called or say(case.gone(state.said), language()),
        _what(state.kind, state.size),
        in_full(state.on, language()),
        _standing(file),
        file.ready,
        file.kept is not None and file.kept.thumbnail is not None,
        say(Scan(file.kept.scan), language()) if file.kept and file.ready else "",
        gettext("Ours: residents do not see it") if state.party == OURS else "",
        state.is_new,
        state.is_new,
    )


def draft_line(file: DraftFile) -> FileLine:
    """Return a file of a complaint that is still being told as its list shows it."""
    ready = file.look_at is None and file.address is not None
    return FileLine(
        file.number,
        file.called,
        _what(FileKind(file.came_as), file.size),
        "",
        _nobody_can(Unusable(file.set_aside)) if file.set_aside else "" if ready else str(CHECKING),
        ready,
        ready and file.thumbnail is not None,
        scan="",
        whose="",
        new=True,
        may_go=True,
    )


def _standing(file: Shown) -> str:
    if file.state.set_aside is not None:
        return _nobody_can(file.state.set_aside)
    if file.kept is None or file.kept.address is None:
        return gettext("The file is gone.")
    return "" if file.ready else str(CHECKING)


def _what(kind: FileKind, size: int) -> str:
    return f"{say(kind, language())}, {gettext('%(size)s KB', size=f'{max(1, size // KILOBYTE):,}')}"


def _nobody_can(why: Unusable) -> str:
    return gettext("Nobody can open this file, and we did not keep it: %(why)s.", why=say(why, language()))
