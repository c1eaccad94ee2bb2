"""Electronic books, such as newspapers that a program fetches: each chapter is an article."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tui.documents.document import Found, LoadedDocument, PassedOver
from tui.documents.formats import archive
from tui.documents.reader import Reader, apart
from tui.files import LARGEST, Refused
from tui.model import FileFact

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

ORIGIN = "the book's own data"

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"

MOST_CHAPTERS = 5_000
FEWEST_WORDS = 20
"""Words of a chapter that is more than a cover or a list of what follows."""

MOST_BYTES = 200_000_000
"""Bytes of all chapters, unpacked."""

_FACTS = {
    "publisher": "publisher",
    "creator": "author",
    "date": "published",
    "language": "language",
}
"""What the book's own data are called, and the article's facts."""


def looks(data: bytes) -> bool:
    """Whether an archive is a book."""
    return CONTAINER in archive.names(data)


def read(name: str, data: bytes) -> list[Found]:
    """The chapters of a book, in its own order."""
    return apart("tui.documents.formats.book:chapters", name, data)


def chapters(_name: str, data: bytes) -> Iterator[Found]:
    """The same in the process in which books are read."""
    from zipfile import ZipFile

    from tui.documents import markup

    with ZipFile(io.BytesIO(data)) as files:
        place, package = _package(files)
        told, remarks = _facts(package)
        locked = _locked(files)
        unpacked = 0
        for number, href in enumerate(_spine(package), start=1):
            if number > MOST_CHAPTERS or unpacked > MOST_BYTES:
                yield PassedOver("", "more chapters than are read")
                return
            locator = f"chapter {number}"
            path = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(href)))
            if path in locked:
                yield PassedOver(locator, "it is locked (DRM)")
                continue
            try:
                html = _file(files, path).decode("utf-8-sig", "replace")
            except Refused as refused:
                yield PassedOver(locator, str(refused))
                continue
            unpacked += len(html)
            text, title = markup.plain_text(html)
            if len(text.split()) < FEWEST_WORDS:
                yield PassedOver(locator, f"fewer than {FEWEST_WORDS} words")
                continue
            facts = {**told, "title": FileFact(title, "heading")} if title else told
            yield LoadedDocument(text, told=facts, remarks=remarks, locator=locator)
            remarks = ()


def _file(files: ZipFile, path: str) -> bytes:
    import zlib
    from zipfile import BadZipFile

    try:
        with files.open(path) as file:
            data = file.read(LARGEST + 1)
    except KeyError:
        raise Refused("it is missing") from None
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise Refused("damaged, or packed in a way that is not known") from error
    if len(data) > LARGEST:
        raise Refused(f"larger than {LARGEST // 1_000_000} MB")
    return data


def _xml(files: ZipFile, path: str) -> Element:
    from xml.etree.ElementTree import ParseError, fromstring

    data = _file(files, path)
    if b"<!ENTITY" in data:
        raise Refused(f"a damaged book: {path} declares entities")
    try:
        return fromstring(data)  # noqa: S314 - without entities, and in a process with bounds
    except ParseError as error:
        raise Refused(f"a damaged book: {path} is no XML") from error


def _package(files: ZipFile) -> tuple[str, Element]:
    """Where the list of a book's files stands, and the list."""
    root = _xml(files, CONTAINER).find(".//{*}rootfile")
    place = root.get("full-path", "") if root is not None else ""
    if not place:
        raise Refused("a damaged book: it does not say what is in it")
    return place, _xml(files, place)


def _spine(package: Element) -> Iterator[str]:
    items = {item.get("id"): item for item in package.iterfind(".//{*}manifest/{*}item")}
    for each in package.iterfind(".//{*}spine/{*}itemref"):
        item = items.get(each.get("idref"))
        if item is not None and "nav" not in item.get("properties", "").split():
            yield item.get("href", "")


def _locked(files: ZipFile) -> frozenset[str]:
    if ENCRYPTION not in files.namelist():
        return frozenset()
    found = _xml(files, ENCRYPTION).iterfind(".//{*}CipherReference")
    return frozenset(unquote(each.get("URI", "")) for each in found)


def _facts(package: Element) -> tuple[dict[str, FileFact], tuple[str, ...]]:
    from tui.documents.metadata import gathered, told

    found = []
    for key, fact in _FACTS.items():
        value = package.findtext(f".//{{*}}metadata/{{*}}{key}") or ""
        # A program that fetches newspapers signs as their author.
        if not (fact == "author" and value.strip().lower() == "calibre"):
            found.append(told(fact, value, ORIGIN))
    return gathered(found)


READER = Reader(
    name="an electronic book",
    suffixes=(".epub",),
    read=read,
    text="each chapter",
    facts="the book's own data; the chapter's heading",
    begins=archive.begins,
    looks=looks,
    required=True,
)
