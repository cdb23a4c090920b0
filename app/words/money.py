"""Sums of money as they are said: "£250", "£12.50"."""

from copy import copy
from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_currency

from app.words.languages import locale

PENCE = 100


@lru_cache(maxsize=1024)
def pounds(pence: int, language: str) -> str:
    """Return so many pence as a language writes pounds; whole pounds are said without pence."""
    spoken = locale(language)
    whole, rest = divmod(pence, PENCE)
    if rest:
        return format_currency(Decimal(pence) / PENCE, "GBP", locale=spoken)
    pattern = copy(spoken.currency_formats["standard"])
    pattern.frac_prec = (0, 0)
    return str(pattern.apply(whole, spoken, currency="GBP", currency_digits=False))
