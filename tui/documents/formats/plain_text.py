"""Plain text, as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from tui.documents.document import Found, LoadedDocument
from tui.documents.reader import Reader


def read(_name: str, data: bytes) -> Iterator[Found]:
    """The text, its front matter set aside."""
    from tui.documents import frontmatter
    from tui.documents.decoding import decode

    text, encoding = decode(data)
    matter = frontmatter.read(text)
    if matter:
        kept = ((matter.end, len(text)),)
        yield LoadedDocument(text, encoding, kept, matter.told, matter.remarks)
    else:
        yield LoadedDocument(
            text, encoding, ((1, len(text)),) if text.startswith("\ufeff") else None
        )


READER = Reader(
    quick=True,
    name="a plain text",
    suffixes=(".txt", ".text"),
    read=read,
    text="the file's, as it stands",
    facts="as its first and last lines tell them; front matter",
    archives=True,
)
