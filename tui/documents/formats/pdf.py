"""PDF: the text of its pages, as paragraphs.

Lines are put together to paragraphs, across pages too; what is repeated at the top or foot of
pages is left out, and words that a line breaks are mended. Where each page begins is kept, so
that a passage knows its page.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tui.documents.document import Found, LoadedDocument
from tui.documents.reader import LARGEST_BUNDLE, Reader, apart
from tui.files import Refused
from tui.model import FileFact

ORIGIN = "the document's own data"

MOST_PAGES = 2_000

FEWEST_LETTERS = 20
"""Letters of a page that has a text at all."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|strana|str\.)\W*)?\d{1,4}(?:\W*(?:of|od|/)\W*\d{1,4})?\W*", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_SPACE = re.compile(r"[^\S\n]+")

EDGE = 2
"""Lines at the top and at the foot of a page that may be repeated on others."""


def begins(head: bytes) -> bool:
    """Whether a file is a PDF; some have a little before their mark."""
    return b"%PDF-" in head[:1024]


def read(name: str, data: bytes) -> list[Found]:
    """The text of a PDF."""
    return apart("tui.documents.formats.pdf:document", name, data)


def document(_name: str, data: bytes) -> Iterator[Found]:
    """The same in the process in which PDFs are read."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pdf = PdfReader(io.BytesIO(data))
        if pdf.is_encrypted and not pdf.decrypt(""):
            raise Refused("it has a password; save it without one")
        total = len(pdf.pages)
    except PyPdfError as error:
        if type(error).__name__ == "DependencyError":
            raise Refused("it is locked; save it again without") from error
        raise Refused("a damaged PDF, or one that is cut off") from error
    pages: list[list[str]] = []
    remarks: list[str] = []
    for number in range(min(total, MOST_PAGES)):
        try:
            text = pdf.pages[number].extract_text()
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - of a page of any shape the library raises its own
            remarks.append(f"page {number + 1} cannot be read")
            text = ""
        lines = _SPACE.sub(" ", text.replace("\f", "\n").replace("\0", "")).split("\n")
        pages.append([line.strip() for line in lines])
    if total > MOST_PAGES:
        remarks.append(f"more than {MOST_PAGES:,} pages: the others are not read")
    silent = [
        number for number, page in enumerate(pages, start=1) if _letters(page) < FEWEST_LETTERS
    ]
    if len(silent) == len(pages):
        raise Refused("no text in it: scanned pages need a program that recognises letters (OCR)")
    if silent:
        some = ", ".join(map(str, silent[:10]))
        remarks.append(f"no text on {'page' if len(silent) == 1 else 'pages'} {some}")
    made, begin = joined(pages)
    yield LoadedDocument(made, told=_facts(pdf.metadata, made), remarks=tuple(remarks), pages=begin)


def _letters(page: Sequence[str]) -> int:
    return sum(each.isalpha() for line in page for each in line)


def _facts(about: object, text: str) -> dict[str, FileFact]:
    """The title, where the text has it too: many programs write the name of a file there."""
    from tui.documents.metadata import gathered, told

    title = " ".join(str(getattr(about, "title", None) or "").split())
    if " " not in title or title.lower() not in " ".join(text[:5_000].split()).lower():
        return {}
    return gathered([told("title", title, ORIGIN)])[0]


# ------------------------------------------------------------------------ pages and lines


_MARK = "\ue000"
"""Stands where a page begins while a text is put together."""


def joined(pages: Sequence[list[str]]) -> tuple[str, tuple[int, ...]]:
    """The text of pages of lines, as paragraphs, and where each page begins in it."""
    from tui.cleaning import clean_text

    repeated = _repeated(pages)
    lines: list[str] = []
    for page in pages:
        body = _body([line.replace(_MARK, "") for line in page], repeated) or [""]
        lines += [_MARK + body[0], *body[1:]]
    lengths = sorted(len(line) for line in lines if line.strip(_MARK))
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    # Words that a line breaks are mended by what else the text has; nothing else is broken.
    text = clean_text("\n\n".join(_paragraphs(lines, width)))
    paragraphs = filter(None, (each.replace("\n", " ").strip() for each in text.split("\n\n")))
    pieces = "\n\n".join(paragraphs).split(_MARK)
    begin, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        begin.append(at)
    return "".join(pieces), tuple(begin)


def _repeated(pages: Sequence[list[str]]) -> frozenset[str]:
    """The lines at the edges of pages that stand on many of them, whatever their numbers."""
    shapes: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line]
        edges = {*lines[:EDGE], *lines[-EDGE:]} if len(lines) > 2 * EDGE else {*lines[:1]}
        shapes.update({_DIGITS.sub("0", line) for line in edges})
    most = max(2, len(pages) // 3)
    return frozenset(shape for shape, number in shapes.items() if number >= most)


def _body(page: list[str], repeated: frozenset[str]) -> list[str]:
    """The lines of a page without its head and foot."""
    start, end = 0, len(page)
    while start < end and (not page[start] or _is_edge(page[start], repeated)):
        start += 1
    while end > start and (not page[end - 1] or _is_edge(page[end - 1], repeated)):
        end -= 1
    return page[start:end]


def _is_edge(line: str, repeated: frozenset[str]) -> bool:
    return _PAGE_NUMBER.fullmatch(line) is not None or _DIGITS.sub("0", line) in repeated


def _paragraphs(lines: Sequence[str], width: int) -> Iterator[str]:
    """The paragraphs that lines make: one ends where a line does not reach the edge and ends
    a sentence, or is a heading."""
    current = ""
    for number, line in enumerate(lines):
        words = line.removeprefix(_MARK)
        mark = line[: len(line) - len(words)]
        if not words:
            # A page without a text, or an empty line: of these alone the second divides.
            if mark or not current:
                current += mark
                continue
        elif not current.strip(_MARK):
            current += mark + words
        elif current.endswith(("-", "\xad")):
            first, space, rest = words.partition(" ")
            current += f"\n{first}{mark}{space}{rest}"
        else:
            current += f" {mark}{words}"
        following = next((each for each in lines[number + 1 : number + 2]), _MARK).strip(_MARK)
        at_edge = number + 1 < len(lines) and lines[number + 1].startswith(_MARK)
        if not words or _ends(words, following, width) or (not following and not at_edge):
            yield current
            current = ""
    if current:
        yield current


def _ends(line: str, following: str, width: int) -> bool:
    if _ENDS.search(line):
        return len(line) < 0.85 * width
    return len(line) < 0.6 * width and line[-1] not in ",;-–" and following[:1].isupper()


READER = Reader(
    name="a PDF",
    suffixes=(".pdf",),
    read=read,
    text="the text of its pages as paragraphs, without heads, feet and page numbers; "
    "passages tell their page",
    facts="its title, where the text has that too",
    begins=begins,
    required=True,
    archives=True,
    largest=LARGEST_BUNDLE,
    extra="pdf",
    libraries=("pypdf",),
)
