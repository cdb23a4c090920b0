"""An address or number as it may stand on a screen that somebody else might look at: enough to know it again."""

from app.domain.people.preferences import Way
from app.words.catalogues import N_, catalogue

EMAIL = N_("%(first)s…@%(domain)s")
PHONE = N_("the number that ends in %(last)s")
LETTER = N_("the address for letters that you gave us")
SHOWN = 4


def masked(way: Way, value: str, language: str) -> str:
    """Return "a…@example.org", "the number that ends in 0123", or of a home nothing at all."""
    _ = catalogue(language).gettext
    match way:
        case Way.EMAIL:
            name, _at, domain = value.rpartition("@")
            return _(EMAIL) % {"first": name[:1], "domain": domain}
        case Way.TEXT | Way.PHONE:
            return _(PHONE) % {"last": value[-SHOWN:]}
        case _:
            return _(LETTER)
