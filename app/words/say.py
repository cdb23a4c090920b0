"""`say(thing, language)`: the one way to put into words what the domain answers in enums and values."""

from collections.abc import Mapping
from enum import Enum
from functools import singledispatch
from typing import TypeVar

from app.words.catalogues import catalogue

Member = TypeVar("Member", bound=Enum)


@singledispatch
def say(thing: object, language: str) -> str:
    """Return the words for a thing in a language; raises TypeError for one that nobody has taught."""
    raise TypeError(f"there are no words for {thing!r}")


def say_each(words: Mapping[Member, str], kind: type[Member] | None = None) -> None:
    """Teach `say` an enum, each member by its marked words; `kind` is their base, when they are of several."""

    def say_member(member: Member, language: str) -> str:
        return catalogue(language).gettext(words[member])

    say.register(kind or type(next(iter(words))), say_member)
