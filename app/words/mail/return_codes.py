"""The sheet with a return code, for those who chose letters and nobody else (ruling 2)."""

from __future__ import annotations

from collections.abc import Iterator

from app.words.catalogues import N_, catalogue
from app.words.mail.blocks import Block, bullets, heading, paragraph

YOUR_CODE = N_("Your return code")
WITH_THIS = N_("With this code you can come back to what you told us, on any phone or computer.")
REFERENCE = N_("Reference: %(reference)s")
CODE = N_("Return code: %(code)s")
ADDRESS = N_("Go to: %(address)s")
SECOND_PART = N_("You also need the 4-digit number that you chose or, if you chose none, your postcode.")
KEEP_SAFE = N_("Keep this sheet where only you see it. Anybody who has it and knows the rest could read your case.")
RING = N_("You can ring us instead, and read the code to us: %(phone)s")


def sheet(reference: str, code: str, address: str, phone: str, language: str) -> Iterator[Block]:
    """Return what stands on the sheet: it is printed and never kept."""
    _ = catalogue(language).gettext
    yield heading(_(YOUR_CODE))
    yield paragraph(_(WITH_THIS))
    yield bullets(
        [_(REFERENCE) % {"reference": reference}, _(CODE) % {"code": code}, _(ADDRESS) % {"address": address}]
    )
    yield paragraph(_(SECOND_PART))
    yield paragraph(_(KEEP_SAFE))
    if phone:
        yield paragraph(_(RING) % {"phone": phone})
