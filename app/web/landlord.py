"""The landlord as pages show it: read anew every few seconds, as every page has its name and number on it."""

from __future__ import annotations

import time
from contextlib import suppress

from flask import Flask, current_app, g, url_for

from app.db import reading
from app.domain.landlord.landlord import Landlord
from app.services.landlord import landlord as service


class Remembered:
    """What this process last read, also for the pages that say that the database cannot be reached."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.landlord = Landlord()
        self.read_at: float | None = None

    def is_fresh(self) -> bool:
        return self.read_at is not None and time.monotonic() - self.read_at < self.seconds

    def keep(self, landlord: Landlord) -> Landlord:
        self.landlord, self.read_at = landlord, time.monotonic()
        return landlord

    def forget(self) -> None:
        self.read_at = None


def init_app(app: Flask, seconds: float) -> None:
    """Remember the landlord for so many seconds; templates call it `landlord`."""
    app.extensions["landlord"] = Remembered(seconds)
    app.context_processor(lambda: {"landlord": current()})


def remembered() -> Remembered:
    """Return this process's memory of the landlord."""
    memory: Remembered = current_app.extensions["landlord"]
    return memory


def brand_url() -> str:
    """Return the address of the landlord's colours, another for other colours: browsers may keep it for ever."""
    return url_for("public.brand.colours", version=colours_of(remembered().landlord))


def colours_of(ours: Landlord) -> str:
    """Return what names these colours in an address."""
    return "".join((ours.header_colour, ours.button_colour, ours.link_colour)).replace("#", "").lower()


def logo_url() -> str:
    """Return the address of the landlord's picture, or nothing without one."""
    ours = remembered().landlord
    return url_for("public.brand.logo", version=ours.logo) if ours.logo else ""


def last_known() -> Landlord:
    """Return what was last read, for pages that say that something is broken, which may be the database."""
    if remembered().read_at is None:
        with suppress(Exception):
            current()
    return remembered().landlord


def current() -> Landlord:
    """Return what the landlord says of itself, a few seconds old at most; of old where the database is silent."""
    memory = remembered()
    if memory.is_fresh() or g.get("without_database"):
        return memory.landlord
    with reading() as session:
        return memory.keep(service.current(session))
