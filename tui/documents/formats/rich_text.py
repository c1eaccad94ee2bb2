"""Rich Text Format, which word processors and press databases write."""

from __future__ import annotations

from collections.abc import Iterator

from tui.documents.document import Found, LoadedDocument
from tui.documents.reader import Reader, apart
from tui.files import Refused


def begins(head: bytes) -> bool:
    """Whether a file is of this format."""
    return head.lstrip().startswith(b"{\\rtf")


def read(name: str, data: bytes) -> list[Found]:
    """The text of such a file."""
    return apart("tui.documents.formats.rich_text:document", name, data)


def document(_name: str, data: bytes) -> Iterator[Found]:
    """The same in the process in which such files are read."""
    from striprtf.striprtf import rtf_to_text

    # Letters beyond ASCII are written as codes, but not by every program.
    try:
        written = data.decode("utf-8")
    except UnicodeDecodeError:
        written = data.decode("windows-1252", "replace")
    text = rtf_to_text(written.replace("\0", ""), errors="replace")
    lines = (" ".join(line.split()) for line in text.splitlines())
    made = "\n".join(lines).strip()
    if not made:
        raise Refused("it holds no text")
    yield LoadedDocument(f"{made}\n")


READER = Reader(
    name="a rich text",
    suffixes=(".rtf",),
    read=read,
    text="its paragraphs",
    facts="as its first lines tell them",
    begins=begins,
    required=True,
    archives=True,
    extra="rtf",
    libraries=("striprtf",),
)
