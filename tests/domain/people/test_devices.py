"""What somebody signed in with, by their browser's own line about itself."""

import pytest

from app.domain.people.devices import Browser, Device, Machine, device

MOZILLA = "Mozilla/5.0"
WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "machine", "browser"),
    [
        (f"{MOZILLA} (Linux; Android 14) {WEBKIT} Chrome/130.0 Mobile Safari/537.36", Machine.ANDROID, Browser.CHROME),
        (
            f"{MOZILLA} (Linux; Android 14) {WEBKIT} SamsungBrowser/25 Chrome/121 Safari/537",
            Machine.ANDROID,
            Browser.SAMSUNG,
        ),
        (
            f"{MOZILLA} (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604",
            Machine.IPHONE,
            Browser.SAFARI,
        ),
        (f"{MOZILLA} (Windows NT 10.0) {WEBKIT} Chrome/130 Safari/537.36 Edg/130", Machine.WINDOWS, Browser.EDGE),
        (f"{MOZILLA} (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", Machine.LINUX, Browser.FIREFOX),
        ("", Machine.UNKNOWN, Browser.UNKNOWN),
        ("curl/8", Machine.UNKNOWN, Browser.UNKNOWN),
    ],
)
def test_a_device_is_known_by_its_machine_and_browser(agent, machine, browser):
    assert device(agent) == Device(machine, browser)
