"""How every letter begins: whom it is to."""

from __future__ import annotations

from collections.abc import Iterator

from app.words.catalogues import N_, catalogue
from app.words.mail.blocks import Block, paragraph
from app.words.mail.letters import Matter

DEAR = N_("Dear %(name)s")
HELLO = N_("Hello")


def dear(matter: Matter) -> Iterator[Block]:
    """Greet the person by name, or without one who gave none."""
    _ = catalogue(matter.language).gettext
    yield paragraph(_(DEAR) % {"name": matter.name} if matter.name else _(HELLO))
