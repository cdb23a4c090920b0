"""What a page asks the database is counted here as it is for the pages of a case."""

from tests.web.staff.case.conftest import queries

__all__ = ["queries"]
