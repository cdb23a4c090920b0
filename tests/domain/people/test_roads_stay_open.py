"""No road that a restriction must never close so much as knows of one (5.14, 5.15, ruling 21)."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.modules import Module, modules

THEIRS = {"contact_limits", "contact_limit_reviews"}
VALUES = "app.domain.people.limits."
MAY_KNOW = {
    "app/domain/case/state.py",
    "app/domain/history.py",
    "app/domain/people/silence.py",
    "app/domain/touches.py",
    "app/services/case/news.py",
    "app/services/mail/letters.py",
    "app/web/resident/case/__init__.py",
    "app/web/resident/case/complaints.py",
    "app/web/staff/case/__init__.py",
    "app/web/staff/case/complaints.py",
    "app/words/__init__.py",
    "app/words/people/events.py",
}
"""Where a restriction is kept, told and shown: beside the modules of that name, nothing else may look at one."""


def test_only_those_who_tell_of_it_know_of_a_restriction():
    others = [module for module in modules("app/") if module.path.stem not in (*THEIRS, "limits", "people_stories")]

    assert {module.where for module in others if _knows(module)} == MAY_KNOW


def _knows(module: Module) -> bool:
    return bool(THEIRS & set(_named(module))) or any(name.startswith(VALUES) for name in module.imported)


def _named(module: Module) -> Iterator[str]:
    """Yield every name and attribute that a module reads, and the last part of what it imports."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
    for name in module.imported:
        yield from name.split(".")[-2:]
