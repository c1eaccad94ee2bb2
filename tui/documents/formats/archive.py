"""Zip archives: every file in them by its own kind.

Nothing of an archive is written anywhere, so that its names cannot lead out of a folder;
those that try are not read all the same. A file is unpacked only as far as its own kind may
be large, whatever the archive says of it.
"""

from __future__ import annotations

import io
import re
import stat
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.documents.document import EmbeddedFile, Found, PassedOver
from tui.documents.reader import HEAD, LARGEST_BUNDLE, Reader
from tui.files import Refused
from tui.walking import beside_a_page

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MOST_ENTRIES = 50_000

_TRICKS = re.compile(r"/|[A-Za-z]:|(?:.*/)?\.\.(?:/|\Z)")
"""Names that lead out of the folder in which an archive is unpacked."""

OFFICE = "[Content_Types].xml"
MIMETYPE = "mimetype"
"""The files that tell that an archive is a document of its own kind."""


def begins(head: bytes) -> bool:
    """Whether a file is an archive, or one of the documents that are archives inside."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def names(data: bytes) -> frozenset[str]:
    """The names in an archive; none where it is damaged."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return frozenset()


def looks(data: bytes) -> bool:
    """Whether it is no document of an office program or a book."""
    return not names(data) & {OFFICE, MIMETYPE}


def read(_name: str, data: bytes) -> Iterator[Found]:
    """The files in an archive, in the order of their names."""
    from zipfile import BadZipFile, ZipFile

    try:
        archive = ZipFile(io.BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Refused("a damaged archive: its list of files is missing, or is none") from error
    with archive:
        entries = sorted(archive.infolist(), key=_name_of)
        if len(entries) > MOST_ENTRIES:
            yield PassedOver("", f"more than {MOST_ENTRIES:,} files: the others are not read")
            del entries[MOST_ENTRIES:]
        every = {_name_of(entry) for entry in entries}
        for entry in entries:
            yield from _entry(archive, entry, every)


def _name_of(entry: ZipInfo) -> str:
    """The name of an entry. Many programs write UTF-8 and do not say so."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        try:
            return name.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return name


def _entry(archive: ZipFile, entry: ZipInfo, every: set[str]) -> Iterator[Found]:
    from tui.documents import registry

    name = _name_of(entry)
    folders = name.split("/")
    if entry.is_dir() or folders[0] == "__MACOSX" or any(each[:1] == "." for each in folders[-1:]):
        return
    if registry.is_readme(name):
        return
    if _TRICKS.match(name.replace("\\", "/")):
        yield PassedOver(name, "its name leads out of the archive")
    elif stat.S_ISLNK(entry.external_attr >> 16):
        yield PassedOver(name, "a link")
    elif entry.flag_bits & 0x1:
        yield PassedOver(name, "it has a password; unpack it first")
    elif _of_a_page(folders, every):
        yield PassedOver(name, "belongs to a saved page beside it")
    else:
        yield _unpacked(archive, entry, name)


def _of_a_page(folders: list[str], every: set[str]) -> bool:
    """Whether a file stands in a folder that a browser made for a page."""
    for depth, folder in enumerate(folders[:-1]):
        page = beside_a_page(folder)
        above = "/".join([*folders[:depth], page])
        if page and {f"{above}.html", f"{above}.htm"} & every:
            return True
    return False


def _unpacked(archive: ZipFile, entry: ZipInfo, name: str) -> Found:
    import zlib
    from zipfile import BadZipFile

    from tui.documents import registry

    try:
        with archive.open(entry) as file:
            head = file.read(HEAD)
            if not registry.is_article(name) and not registry.may_be_article(name, head):
                return PassedOver(name, registry.NO_KIND)
            largest = registry.largest(name)
            data = head + file.read(max(0, largest + 1 - len(head)))
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        return PassedOver(name, "damaged, or packed in a way that is not known")
    if len(data) > largest:
        return PassedOver(name, f"larger than {largest // 1_000_000} MB")
    return EmbeddedFile(name, name, data)


READER = Reader(
    name="a zip archive",
    suffixes=(".zip",),
    read=read,
    text="each file in it by its own kind",
    facts="those of the files in it",
    begins=begins,
    looks=looks,
    required=True,
    largest=LARGEST_BUNDLE,
    bundle=True,
)
