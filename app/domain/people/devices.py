"""What somebody signed in with, as far as their browser says: enough to tell one's own telephone from another's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Machine(Enum):
    """A kind of machine, by what people call it."""

    IPHONE = "iphone"
    IPAD = "ipad"
    ANDROID = "android"
    WINDOWS = "windows"
    MAC = "mac"
    CHROMEBOOK = "chromebook"
    LINUX = "linux"
    UNKNOWN = "unknown"


class Browser(Enum):
    """A browser, by its maker's name for it."""

    EDGE = "edge"
    SAMSUNG = "samsung"
    OPERA = "opera"
    FIREFOX = "firefox"
    CHROME = "chrome"
    SAFARI = "safari"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Device:
    """A machine and the browser on it."""

    machine: Machine
    browser: Browser


# In this order: each browser claims to be those after it, and an Android telephone to be a Linux machine.
MACHINES = {
    "iPhone": Machine.IPHONE,
    "iPad": Machine.IPAD,
    "Android": Machine.ANDROID,
    "Windows": Machine.WINDOWS,
    "CrOS": Machine.CHROMEBOOK,
    "Macintosh": Machine.MAC,
    "Linux": Machine.LINUX,
}
BROWSERS = {
    "Edg": Browser.EDGE,
    "SamsungBrowser": Browser.SAMSUNG,
    "OPR/": Browser.OPERA,
    "Firefox/": Browser.FIREFOX,
    "FxiOS/": Browser.FIREFOX,
    "Chrome/": Browser.CHROME,
    "CriOS/": Browser.CHROME,
    "Safari/": Browser.SAFARI,
}


def device(agent: str) -> Device:
    """Return what a browser's own line about itself says it is."""
    machine = next((each for mark, each in MACHINES.items() if mark in agent), Machine.UNKNOWN)
    browser = next((each for mark, each in BROWSERS.items() if mark in agent), Browser.UNKNOWN)
    return Device(machine, browser)
