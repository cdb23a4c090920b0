"""Charts are drawn so that nobody needs colour, or a wide screen, or eyes, to know what they say."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from app.adapters.charts import COLOURS, LETTER, LETTERS, WIDTH, svg
from app.domain.figures.sections import Chart, Series, Shape

SVG = "{http://www.w3.org/2000/svg}"
LEAST_ON_A_PHONE = 290


def a_chart(shape: Shape, labels=("Damp & mould", "Noise"), unknown=False) -> Chart:
    one = Series("Stage 1", (43.0, 1.0), ("43", "1"))
    two = Series("Stage 2", (5.0, None if unknown else 0.0), ("5", "Not known" if unknown else "0"))
    return Chart(shape, "Complaints <by theme>", "Two bars & more.", labels, (one, two), unit="Complaints")


def elements(drawn: str, kind: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(drawn).iter(f"{SVG}{kind}"))  # noqa: S314 -- drawn by ourselves


def texts(drawn: str) -> list[str]:
    return [each.text or "" for each in elements(drawn, "text")]


@pytest.mark.parametrize("shape", Shape)
def test_a_chart_is_named_described_and_says_every_value_beside_its_shape(shape):
    drawn = svg(a_chart(shape), name="themes")
    root = ElementTree.fromstring(drawn)  # noqa: S314 -- drawn by ourselves

    assert root.get("role") == "img"
    assert [root.get("aria-labelledby"), root.get("aria-describedby")] == ["themes-title", "themes-description"]
    assert [(each.get("id"), each.text) for each in elements(drawn, "title")] == [
        ("themes-title", "Complaints <by theme>")
    ]
    assert [each.get("id") for each in elements(drawn, "desc")] == ["themes-description"]
    said = " ".join(texts(drawn))
    for each in ("Complaints", "Damp & mould", "Noise", "Stage 1", "Stage 2", "43", "5", "1", "0"):
        assert each in said


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("labels", [("Damp", "Noise"), ("A word " * 20, "X" * 30), ("2022/23", "2023/24")])
def test_nothing_is_drawn_outside_and_nothing_is_styled(shape, labels):
    drawn = svg(a_chart(shape, labels), name="themes")
    height = float(ElementTree.fromstring(drawn).get("height") or 0)  # noqa: S314 -- drawn by ourselves

    assert "style" not in drawn
    for each in elements(drawn, "text"):
        long = len(each.text or "") * LETTER
        start = float(each.get("x", 0)) - (long / 2 if each.get("text-anchor") == "middle" else 0)
        assert -1 <= start <= start + long <= WIDTH + LETTER, each.text
        assert 0 < float(each.get("y", 0)) <= height
    for rect in elements(drawn, "rect"):
        assert 0 <= float(rect.get("x", 0)) <= float(rect.get("x", 0)) + float(rect.get("width", 0)) <= WIDTH


@pytest.mark.parametrize("label", ["May", "A label that is too long to stand beside its bar"])
def test_a_single_series_says_its_labels_beside_or_over_the_bars_and_never_on_them(label):
    series = Series("Complaints", (43.0, None, 1.0), ("43", "Not known", "1"))
    drawn = svg(Chart(Shape.BARS, "Title", "Bars.", (label, "June", "July"), (series,)), name="themes")

    said = " ".join(texts(drawn))
    assert all(each in said for each in (label, "June", "July", "43", "Not known", "1"))
    bars = [each for each in elements(drawn, "rect") if each.get("fill") == COLOURS[0]]
    assert len(bars) == 2
    left = float(bars[0].get("x", 0))
    assert (left >= len("July") * LETTER) == (label == "May")
    for each in elements(drawn, "text"):
        assert float(each.get("x", 0)) + len(each.text or "") * LETTER <= WIDTH


def test_what_is_unknown_has_no_bar_and_says_so():
    known, unknown = (svg(a_chart(Shape.BARS, unknown=each), name="themes") for each in (False, True))

    assert len(elements(unknown, "rect")) == len(elements(known, "rect")) - 1
    assert "Stage 2: Not known" in texts(unknown)


def test_letters_are_twelve_pixels_high_on_a_phone_and_shapes_are_seen_on_white():
    assert LETTERS * LEAST_ON_A_PHONE / WIDTH >= 12
    assert all(contrast_with_white(colour) >= 4.5 for colour in COLOURS)


def test_each_series_but_the_first_has_a_pattern_of_its_own():
    drawn = svg(a_chart(Shape.STACKED), name="themes")

    fills = {each.get("fill") for each in elements(drawn, "rect")}
    assert {COLOURS[0], "url(#themes-1)"} <= fills
    assert [each.get("id") for each in elements(drawn, "pattern")] == ["themes-1"]
    assert set(re.findall(r"url\(#([^)]+)\)", drawn)) == {"themes-1"}


def contrast_with_white(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
