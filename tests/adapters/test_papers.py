"""A report as a PDF: tagged, in its language, with every figure as text, and with no word of it taken for markup."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pdfua
import pikepdf
import pytest
from pypdf import PdfReader

from app.adapters.papers import pdf
from app.domain.figures.papers import Chapter, Paper, Said, Shown
from app.domain.figures.sections import Chart, Figure, Line, Section, Series, Shape, Table

HOSTILE = '#include "/etc/passwd" *b* $x$ <tag> \\ " end'
ARABIC = "التقرير السنوي"
TABLE = Table(
    "Complaints by theme",
    ("Theme", "Stage 1", "Share"),
    (
        Line("Damp & mould", (Figure("1,234"), Figure("87.6%"))),
        Line("All", (Figure("1,409"), Figure("100.0%")), is_total=True),
    ),
)
CHART = Chart(Shape.BARS, "Themes", "Two bars.", ("Damp & mould",), (Series("Stage 1", (1234.0,), ("1,234",)),))
SECTION = Section(
    "breakdowns.theme", "Complaints by theme", "Of 2023/24.", TABLE, CHART, ("The most were under damp.",)
)
GAP = Section("told", "Whether residents were told", "Of 2023/24.", gap="Nobody has kept this.")
SHOWN = (Shown(SECTION, (Said("Learning", HOSTILE),)), Shown(GAP))


def a_paper(title: str = "How we did", language: str = "en", is_rtl: bool = False) -> Paper:
    chapters = (Chapter("First part", (HOSTILE,)), Chapter("Second part", (), SHOWN))
    return Paper(title, "Elm Grove Homes", ("1 April 2023 to 31 March 2024",), language, is_rtl, chapters)


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(a_paper())


def text_of(file: bytes) -> str:
    """The words of a PDF, as somebody copies them out of it."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages))


def elements(node: pikepdf.Object) -> list[pikepdf.Object]:
    """The elements of a structure tree, in the order in which they are read."""
    if isinstance(node, pikepdf.Array):
        return [each for one in node for each in elements(one)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    return [node, *elements(node.get("/K", pikepdf.Array()))]


def test_every_word_and_figure_is_text_and_none_is_markup(made):
    said = text_of(made)

    for each in ("How we did", "Elm Grove Homes", "1,234", "87.6%", "Damp & mould", "Nobody has kept this.", HOSTILE):
        assert each in said, each
    assert "root:" not in said


def test_it_is_tagged_with_headings_a_table_and_words_for_its_chart(made):
    with pikepdf.open(io.BytesIO(made)) as file:
        root = file.Root
        found = elements(root.StructTreeRoot.K)
        kinds = [str(each.S) for each in found]
        assert (str(root.Lang), bool(root.MarkInfo.Marked)) == ("en-GB", True)
        assert [kind for kind in kinds if kind.startswith("/H")] == ["/H1", "/H1", "/H2", "/H3", "/H2"]
        assert (kinds.count("/Table"), kinds.count("/TH"), kinds.count("/TD")) == (1, 3, 6)
        assert [str(each.Alt) for each in found if "/Alt" in each] == ["Themes. Two bars."]
        assert "/Outlines" in root


def test_the_checker_finds_nothing(made, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(made)

    assert [each.message for each in pdfua.validate(path).findings] == []


def test_what_is_written_from_right_to_left_can_be_copied_out_letter_by_letter():
    said = text_of(pdf(a_paper(ARABIC, "ar", is_rtl=True)))

    assert sorted(ARABIC.replace(" ", "")) == sorted(letter for letter in said if "\u0600" <= letter <= "\u06ff")


def test_the_same_report_is_the_same_file(made):
    assert pdf(a_paper()) == made


def test_a_letter_that_no_font_of_ours_has_leaves_the_report_readable():
    paper = a_paper()
    smiling = replace(
        paper, chapters=(*paper.chapters, Chapter("After", ("Thank you \U0001f642, 谢谢, said a resident.",)))
    )

    assert "said a resident" in text_of(pdf(smiling))


def test_the_same_report_is_drawn_once():
    assert pdf(a_paper()) is pdf(a_paper())
