"""Our stylesheet and scripts: right from either side, readable, and light."""

import gzip
import re
from pathlib import Path

import pytest

from app.domain.landlord.landlord import Landlord

STATIC = Path(__file__).parent.parent / "app/static"
CSS = (STATIC / "css/putright.css").read_text(encoding="utf-8")
SIDES = re.compile(r"(?<![\w-])(?:(?:margin|padding|border|inset)-)?(?:left|right)(?:-\w+)?\s*:")
ONE_SIDED = re.compile(r"(?<![\w-])(?:margin|padding):\s*[^;]+\s[^;]+\s[^;]+\s[^;\s]+;")
LIGHT = {
    "css/putright.css": 8_000,
    "js/page.js": 500,
    "js/sending.js": 1_000,
    "js/stay.js": 1_000,
    "js/swaps.js": 1_500,
}


def test_no_rule_knows_left_from_right():
    assert SIDES.findall(CSS) == []
    assert ONE_SIDED.findall(CSS) == []
    assert re.findall(r"(?:text-align|float|clear):\s*(?:left|right)", CSS) == []


def test_nothing_stays_in_the_way_of_what_a_person_types():
    assert re.findall(r"position:\s*(?:fixed|sticky)", CSS) == []


@pytest.mark.parametrize(("name", "most"), LIGHT.items())
def test_it_is_light(name, most):
    assert len(gzip.compress((STATIC / name).read_bytes(), 9)) <= most


def test_the_colours_without_a_landlord_are_the_landlords_defaults():
    ours = Landlord()

    for name in ("header_colour", "button_colour", "link_colour"):
        assert f"--{name.replace('_', '-')}: {getattr(ours, name)};" in CSS


@pytest.mark.parametrize(
    ("text", "ground"),
    [("ink", "paper"), ("ink", "accent"), ("quiet-ink", "paper"), ("link-colour", "paper")],
)
def test_what_is_written_can_be_read(text, ground):
    assert contrast(colour(text), colour(ground)) >= 4.5


@pytest.mark.parametrize("tone", ["late", "soon", "done", "quiet"])
def test_what_a_tag_says_can_be_read(tone):
    ground, text = re.search(rf"\.tag--{tone} {{ background: (#\w+); color: (#\w+); }}", CSS).groups()

    assert contrast(text, ground) >= 4.5


def colour(name):
    return re.search(rf"--{name}: (#\w{{6}});", CSS)[1]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(hexadecimal):
    channels = [int(hexadecimal[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
