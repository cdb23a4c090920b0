"""What tests of a case's people share: the questions put to the database."""

from __future__ import annotations

from tests.web.staff.case.conftest import queries

__all__ = ["queries"]
