"""Markdown: its marks stay in the text and are not read as words."""

from __future__ import annotations

from collections.abc import Iterator

from tui.documents.document import Found
from tui.documents.reader import Reader


def read(_name: str, data: bytes) -> Iterator[Found]:
    """The text with the stretches that are the report."""
    from tui.documents import markdown
    from tui.documents.decoding import decode

    yield markdown.read(*decode(data))


READER = Reader(
    quick=True,
    name="a Markdown text",
    suffixes=(".md", ".markdown"),
    read=read,
    text="the file's; front matter and marks are counted, and not read as words",
    facts="front matter; without a title there, the first `# heading`",
)
