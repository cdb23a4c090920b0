"""A device as its owner would name it: "Chrome on an Android phone or tablet"."""

from app.domain.people.devices import Browser, Device, Machine
from app.words.catalogues import N_, catalogue
from app.words.say import say, say_each

MACHINES = {
    Machine.IPHONE: N_("an iPhone"),
    Machine.IPAD: N_("an iPad"),
    Machine.ANDROID: N_("an Android phone or tablet"),
    Machine.WINDOWS: N_("a Windows computer"),
    Machine.MAC: N_("a Mac"),
    Machine.CHROMEBOOK: N_("a Chromebook"),
    Machine.LINUX: N_("a Linux computer"),
    Machine.UNKNOWN: N_("a device we do not know"),
}
BROWSERS = {
    Browser.EDGE: N_("Edge"),
    Browser.SAMSUNG: N_("Samsung Internet"),
    Browser.OPERA: N_("Opera"),
    Browser.FIREFOX: N_("Firefox"),
    Browser.CHROME: N_("Chrome"),
    Browser.SAFARI: N_("Safari"),
    Browser.UNKNOWN: N_("a browser we do not know"),
}
ON = N_("%(browser)s on %(machine)s")

say_each(MACHINES)
say_each(BROWSERS)


@say.register
def _(device: Device, language: str) -> str:
    said = {"browser": say(device.browser, language), "machine": say(device.machine, language)}
    return catalogue(language).gettext(ON) % said
