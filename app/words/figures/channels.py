"""How complaints reach us, as figures name it in a table."""

from app.domain.case.vocabulary import Channel
from app.words.catalogues import N_, catalogue

CHANNELS = {
    Channel.PORTAL: N_("Website"),
    Channel.EMAIL: N_("Email"),
    Channel.PHONE: N_("Phone"),
    Channel.LETTER: N_("Letter"),
    Channel.IN_PERSON: N_("In person"),
    Channel.SOCIAL_MEDIA: N_("Social media"),
    Channel.OTHER: N_("Other"),
}


def names(language: str) -> dict[str, str]:
    """Return what each channel that everybody has is called, by its key."""
    return {channel.value: catalogue(language).gettext(name) for channel, name in CHANNELS.items()}
