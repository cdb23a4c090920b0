"""The landlord's homes: what a list of them must say, and how a postcode is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.refused import Gap, Why

COLUMNS = ("reference", "address", "postcode")
"""What each line of a list must have; `neighbourhood` and `tenure` may stand beside them."""

POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")


@dataclass(frozen=True, slots=True)
class Listed:
    """A home as the landlord's list has it; `address` without its postcode."""

    reference: str
    address: str
    postcode: str
    neighbourhood: str | None = None
    tenure: str | None = None


@dataclass(frozen=True, slots=True)
class HomesImported:
    """A list of homes was taken in: how many were new and how many changed, and the hash of the file."""

    added: int
    changed: int
    sha256: str


Event = HomesImported


def postcode(typed: str) -> str | None:
    """Return a postcode as it is written ("M1 1AE"), or None when it cannot be one."""
    found = POSTCODE.fullmatch("".join(typed.split()).upper())
    return f"{found[1]} {found[2]}" if found else None


def postcode_within(address: str) -> str | None:
    """Return the postcode at the end of an address, None when it ends in none."""
    *_, before, last = ["", "", *address.replace(",", " ").split()]
    return postcode(before + last) or postcode(last)


def parted(address: str) -> tuple[str, str]:
    """Return an address without the postcode that it ends in, and that postcode; empty where it ends in none."""
    found = postcode_within(address)
    if found is None:
        return address, ""
    however_spaced = r"\s*".join(found.replace(" ", ""))
    return re.sub(rf"[\s,]*{however_spaced}[\s,]*$", "", address, flags=re.IGNORECASE), found


def check_line(line: Mapping[str, str], neighbourhoods: frozenset[str], tenures: frozenset[str]) -> tuple[Gap, ...]:
    """Return what is wrong with one line of a list, by its columns."""
    gaps = []
    if not line.get("reference", "").strip():
        gaps.append(Gap(Why.LINE_WITHOUT_REFERENCE, "reference"))
    if not line.get("address", "").strip():
        gaps.append(Gap(Why.LINE_WITHOUT_ADDRESS, "address"))
    if postcode(line.get("postcode", "")) is None:
        gaps.append(Gap(Why.NOT_A_POSTCODE, "postcode"))
    if (key := line.get("neighbourhood", "").strip()) and key not in neighbourhoods:
        gaps.append(Gap(Why.NO_SUCH_NEIGHBOURHOOD, "neighbourhood"))
    if (key := line.get("tenure", "").strip()) and key not in tenures:
        gaps.append(Gap(Why.NO_SUCH_TENURE, "tenure"))
    return tuple(gaps)


def twice(references: Sequence[str]) -> frozenset[str]:
    """Return the references that stand in a list more than once."""
    return frozenset(reference for reference, count in Counter(references).items() if reference and count > 1)


def listed(line: Mapping[str, str]) -> Listed:
    """Return the home of a line in which nothing is wrong."""
    address = ", ".join(part.strip() for part in line["address"].splitlines() if part.strip())
    return Listed(
        line["reference"].strip(),
        address,
        postcode(line["postcode"]) or "",
        line.get("neighbourhood", "").strip() or None,
        line.get("tenure", "").strip() or None,
    )
