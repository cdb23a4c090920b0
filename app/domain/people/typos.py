"""An e-mail address that is nearly one of a large provider: we ask if that was meant, and never refuse (R10)."""

from __future__ import annotations

from collections.abc import Iterator

PROVIDERS = (
    *("gmail.com", "googlemail.com", "hotmail.co.uk", "hotmail.com", "outlook.com", "live.co.uk", "live.com"),
    *("yahoo.co.uk", "yahoo.com", "ymail.com", "icloud.com", "me.com", "mac.com", "msn.com", "aol.com", "mail.com"),
    *("email.com", "gmx.com", "gmx.co.uk", "proton.me", "protonmail.com", "btinternet.com", "btopenworld.com"),
    *("sky.com", "virginmedia.com", "ntlworld.com", "blueyonder.co.uk", "talktalk.net", "tiscali.co.uk", "o2.co.uk"),
)
"""Where most people in England have their e-mail; of two as near, the first is more likely."""
SLIPS_BY_LENGTH = ((7, 2), (5, 1))
"""How many slips of the finger we look for in a name at least so long: a short one is near to too many others."""
MOST_SLIPS_AT_THE_END = 1


def meant(address: str) -> str | None:
    """Return the address that was probably meant, or None when this one is as likely as any."""
    name, at, domain = address.strip().rpartition("@")
    domain = domain.lower()
    if not at or not name or domain in PROVIDERS:
        return None
    near = sorted(_near(domain))
    return f"{name}@{PROVIDERS[near[0][1]]}" if near else None


def _near(domain: str) -> Iterator[tuple[int, int]]:
    """Yield each provider that this is near to: how many slips away, and its place in the list."""
    name, _, end = domain.partition(".")
    for place, provider in enumerate(PROVIDERS):
        known, _, known_end = provider.partition(".")
        most = _allowed(known)
        if abs(len(domain) - len(provider)) > most:  # a slip makes a word one letter longer or shorter, if at all
            continue
        at_the_end = slips(end, known_end)
        if at_the_end > MOST_SLIPS_AT_THE_END:
            continue
        all_slips = at_the_end + slips(name, known)
        if all_slips <= most:
            yield all_slips, place


def _allowed(known: str) -> int:
    return next((most for length, most in SLIPS_BY_LENGTH if len(known) >= length), 0)


def slips(typed: str, known: str) -> int:
    """Return how many letters were left out, put in, mistaken or swapped with the next one between two words."""
    before: list[int] = []
    row = list(range(len(known) + 1))
    for i, letter in enumerate(typed, 1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(known, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != right))
            if i > 1 and j > 1 and letter == known[j - 2] and typed[i - 2] == right:
                least = min(least, earlier[j - 2] + 1)
            row.append(least)
    return row[-1]
