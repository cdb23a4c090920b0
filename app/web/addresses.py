"""What may stand in an address."""

from __future__ import annotations

from werkzeug.routing import IntegerConverter


class Number(IntegerConverter):
    """A number of a letter, a promise, a party: nothing has one longer than the databases' integers hold."""

    regex = r"\d{1,9}"
