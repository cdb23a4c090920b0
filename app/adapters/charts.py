"""Charts drawn as SVG: readable without colour and on a phone, named and described, and with no style of its own.

Each value is written where it is drawn, and each series has a pattern beside its colour. A drawing is 400 wide and its
letters are 17 high, so that they are twelve pixels high still where a phone shows it at 290.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from app.domain.figures.sections import Chart, Series, Shape

WIDTH = 400
LETTERS = 17
LETTER = 9.2
"""How wide a letter of that height is, rather more than less."""
LINE = 23
BAR = 24
GAP = 12
ROW = 30
"""How high a bar is with its label beside it."""
COLUMNS = 190
WIDEST_COLUMN = 64
SWATCH = 16
INK = "#0b0c0c"
COLOURS = ("#12436d", "#1f7f77", "#801650", "#b4471b", "#3d3d3d", "#6b4ba1")
"""Each at least 4.5 to 1 on white; next to each other they are kept apart by white."""
PATTERNS = (
    "",
    '<path d="M-2 10 10 -2M2 14 14 2" stroke="#fff" stroke-width="2"/>',
    '<circle cx="4" cy="4" r="2" fill="#fff"/><circle cx="10" cy="10" r="2" fill="#fff"/>',
    '<path d="M0 6H12" stroke="#fff" stroke-width="2"/>',
    '<path d="M6 0V12" stroke="#fff" stroke-width="2"/>',
    '<path d="M-2 2 10 14M2 -2 14 10" stroke="#fff" stroke-width="2"/>',
)
FONTS = "arial, 'Atkinson Hyperlegible', 'IBM Plex Sans Arabic', sans-serif"


class Drawn(NamedTuple):
    """Some elements, and how far down they reach."""

    elements: tuple[str, ...]
    height: float


def svg(chart: Chart, *, name: str) -> str:
    """Return a chart as an SVG element; `name` is its own on the page, for what it points to within itself."""
    fills = [_fill(name, number) for number in range(len(chart.series))]
    drawn = _drawn(chart, fills)
    height = f"{drawn.height:.0f}"
    title, description = quoteattr(f"{name}-title"), quoteattr(f"{name}-description")
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"',
            f' height="{height}" role="img" aria-labelledby={title} aria-describedby={description} direction="ltr"',
            f' font-family="{FONTS}" font-size="{LETTERS}" fill="{INK}">',
            f"<title id={title}>{escape(chart.title)}</title>",
            f"<desc id={description}>{escape(chart.description)}</desc>",
            _patterns(name, len(chart.series)),
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
            *drawn.elements,
            "</svg>",
        )
    )


def _drawn(chart: Chart, fills: Sequence[str]) -> Drawn:
    unit = Drawn((_text(0, LETTERS, chart.unit),), LINE + GAP) if chart.unit else Drawn((), 0)
    if chart.shape is Shape.STACKED:
        body = _stacked(chart, fills, unit.height)
    elif chart.shape is Shape.COLUMNS and _fit(chart):
        body = _columns(chart, fills, unit.height)
    elif len(chart.series) == 1 and _short(chart):
        body = _rows(chart, fills[0], unit.height)
    else:
        body = _bars(chart, fills, unit.height)
    return Drawn((*unit.elements, *body.elements), body.height)


def _rows(chart: Chart, fill: str, top: float) -> Drawn:
    """Return bars of one series beside their short labels."""
    (series,), left = chart.series, _longest(chart.labels) + 2 * GAP
    scale = (WIDTH - left - _longest(series.said) - GAP) / _most(chart)
    elements: list[str] = []
    for label, value, said in zip(chart.labels, series.values, series.said, strict=True):
        width = _length(value, scale)
        elements.append(_text(0, top + BAR - 7, label))
        elements += [_rect(left, top, width, BAR, fill)] if width else []
        elements.append(_text(left + width + 6, top + BAR - 7, said))
        top += ROW
    return Drawn(tuple(elements), top)


def _short(chart: Chart) -> bool:
    """Return whether labels and values leave nearly half of the width to the bars."""
    return _longest(chart.labels) + _longest(chart.series[0].said) + 3 * GAP <= WIDTH * 0.55


def _bars(chart: Chart, fills: Sequence[str], top: float) -> Drawn:
    """Return bars under their labels, so that a long one has the whole width."""
    below = GAP if len(chart.series) > 1 else GAP / 2
    said = [[_said(series, place, chart) for series in chart.series] for place in range(len(chart.labels))]
    room = max(_longest([each for some in said for each in some]), 1)
    widest, most = max(WIDTH - room - GAP, WIDTH / 4), _most(chart)
    elements: list[str] = []
    for place, label in enumerate(chart.labels):
        for line in _lines(label, WIDTH):
            top += LINE
            elements.append(_text(0, top - 6, line, bold=len(chart.series) > 1))
        for number, series in enumerate(chart.series):
            width = _length(series.values[place], widest / most)
            elements += [_rect(0, top, width, BAR - 4, fills[number])] if width else []
            elements.append(_text(width + 6, top + BAR - 8, said[place][number]))
            top += BAR
        top += below
    return Drawn(tuple(elements), top)


def _columns(chart: Chart, fills: Sequence[str], top: float) -> Drawn:
    slot, most = WIDTH / len(chart.labels), _most(chart)
    width = _column(chart)
    foot = top + LINE + COLUMNS
    elements = [f'<path d="M0 {foot}H{WIDTH}" stroke="{INK}" stroke-width="1"/>']
    deepest = foot
    for place, label in enumerate(chart.labels):
        left = slot * place + (slot - width * len(chart.series)) / 2
        for number, series in enumerate(chart.series):
            height = COLUMNS * (series.values[place] or 0) / most
            x = left + width * number
            elements.append(_rect(x + 1, foot - height, width - 2, height, fills[number]))
            elements.append(_text(x + width / 2, foot - height - 5, series.said[place], anchor="middle"))
        for line_number, line in enumerate(_lines(label, slot - 4), 1):
            deepest = max(deepest, foot + LINE * line_number)
            elements.append(_text(slot * (place + 0.5), foot + LINE * line_number, line, anchor="middle"))
    legend = _legend(chart.series, fills, deepest + GAP)
    return Drawn((*elements, *legend.elements), legend.height)


def _stacked(chart: Chart, fills: Sequence[str], top: float) -> Drawn:
    """Return a bar for each label, and under it each of its parts with its value, in the order of the bar."""
    elements: list[str] = []
    for place, label in enumerate(chart.labels):
        for line in _lines(label, WIDTH):
            top += LINE
            elements.append(_text(0, top - 6, line, bold=True))
        whole = sum(series.values[place] or 0 for series in chart.series)
        x = 0.0
        for number, series in enumerate(chart.series):
            width = WIDTH * (series.values[place] or 0) / whole if whole else 0
            if width:
                elements.append(_rect(x, top, max(width - 2, 0.5), BAR, fills[number]))
            x += width
        top += BAR + GAP / 2
        for number, series in enumerate(chart.series):
            for line_number, line in enumerate(_lines(f"{series.name}: {series.said[place]}", WIDTH - SWATCH - 8)):
                if not line_number:
                    elements.append(_rect(0, top + 4, SWATCH, SWATCH, fills[number]))
                top += LINE
                elements.append(_text(SWATCH + 8, top - 6, line))
        top += GAP
    return Drawn(tuple(elements), top)


def _legend(some: Sequence[Series], fills: Sequence[str], top: float) -> Drawn:
    if len(some) == 1:
        return Drawn((), top)
    elements: list[str] = []
    for series, fill in zip(some, fills, strict=True):
        elements.append(_rect(0, top + 4, SWATCH, SWATCH, fill))
        top += LINE
        elements.append(_text(SWATCH + 8, top - 6, series.name))
    return Drawn(tuple(elements), top + GAP / 2)


def _fit(chart: Chart) -> bool:
    """Return whether the columns of a chart have room for their values, and their labels under them."""
    if not chart.labels:
        return False
    words = [word for label in chart.labels for word in label.split()]
    values = [each for series in chart.series for each in series.said]
    known = all(value is not None for series in chart.series for value in series.values)
    return known and _longest(values) <= _column(chart) and _longest(words) <= WIDTH / len(chart.labels) - 4


def _column(chart: Chart) -> float:
    return min(WIDEST_COLUMN, (WIDTH / len(chart.labels) - 8) / len(chart.series))


def _length(value: float | None, scale: float) -> float:
    """Return how long a bar is: a line for none, nothing at all for what is unknown."""
    return 0 if value is None else max(value * scale, 2)


def _said(series: Series, place: int, chart: Chart) -> str:
    return f"{series.name}: {series.said[place]}" if len(chart.series) > 1 else series.said[place]


def _most(chart: Chart) -> float:
    return max((value or 0 for series in chart.series for value in series.values), default=0) or 1


def _longest(some: Sequence[str]) -> float:
    return max((len(each) for each in some), default=0) * LETTER


def _lines(text: str, width: float) -> list[str]:
    return wrap(text, max(int(width / LETTER), 1)) or [""]


def _text(x: float, y: float, text: str, *, anchor: str = "start", bold: bool = False) -> str:
    placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{placed}{weight}>{escape(text)}</text>'


def _rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{escape(fill)}"/>'


def _fill(name: str, number: int) -> str:
    number %= len(COLOURS)
    return f"url(#{name}-{number})" if PATTERNS[number] else COLOURS[number]


def _patterns(name: str, count: int) -> str:
    found = [
        f'<pattern id={quoteattr(f"{name}-{number}")} width="12" height="12" patternUnits="userSpaceOnUse">'
        f'<rect width="12" height="12" fill="{COLOURS[number]}"/>{PATTERNS[number]}</pattern>'
        for number in range(min(count, len(COLOURS)))
        if PATTERNS[number]
    ]
    return f"<defs>{''.join(found)}</defs>" if found else ""
