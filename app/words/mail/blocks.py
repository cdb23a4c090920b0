"""The blocks that a letter is made of: plain text, the same on the page, in the e-mail and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Block = dict[str, Any]


def heading(text: str) -> Block:
    """A heading within the letter."""
    return {"kind": "heading", "text": text}


def paragraph(text: str) -> Block:
    """A paragraph."""
    return {"kind": "paragraph", "text": text}


def bullets(items: Sequence[str]) -> Block:
    """A list."""
    return {"kind": "list", "items": list(items)}


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """A table with a row of headings."""
    return {"kind": "table", "heads": list(heads), "rows": [list(row) for row in rows]}


def plain(blocks: Sequence[Block]) -> str:
    """Return a letter as plain text, for an e-mail."""
    return "\n\n".join(_plain(block) for block in blocks) + "\n"


def _plain(block: Block) -> str:
    match block["kind"]:
        case "heading":
            return str(block["text"]).upper()
        case "list":
            return "\n".join(f"* {item}" for item in block["items"])
        case "table":
            rows = [block["heads"], *block["rows"]]
            return "\n".join(" | ".join(row) for row in rows)
        case _:
            return str(block["text"])
