"""Which files are articles, and what reads each kind of them.

A reader is chosen by a file's name and its first bytes, before anything is decoded. What
reads is imported when a file is read: a store that is there is opened without. To add a
format, write its file in ``formats`` and name that here.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui.cleaning import clean_text
from tui.documents.document import EmbeddedFile, LoadedDocument, PassedOver, Read
from tui.documents.formats import (
    archive,
    bibliography,
    book,
    feed,
    mail,
    markdown_text,
    pdf,
    plain_text,
    rich_text,
    saved_page,
    table,
    web_archive,
    web_page,
    word,
)
from tui.documents.reader import HEAD, NO_COLUMNS, NO_READER, Columns, Reader
from tui.files import Refused

READERS: tuple[Reader, ...] = (
    plain_text.READER,
    markdown_text.READER,
    web_page.READER,
    saved_page.READER,
    pdf.READER,
    word.READER,
    rich_text.READER,
    mail.MESSAGE,
    mail.MAILBOX,
    table.CSV,
    table.JSON,
    bibliography.RIS,
    bibliography.BIBTEX,
    feed.READER,
    book.READER,
    web_archive.READER,
    archive.READER,
)
"""Those that look inside stand before others that begin as they do."""

SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.suffixes)
"""How the names of articles end, in small letters or capitals."""

_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}

MOST_DOCUMENTS = 20_000
"""Documents that are read from one file."""

MOST_BYTES = 500_000_000
"""Bytes of all files within one file."""

DEEPEST = 4
"""Files within files within files."""

NO_KIND = "of a kind that is not read"


def is_article(name: str) -> bool:
    """Whether a file of this name is read as an article.

    A README stands beside articles and is none.
    """
    suffix = _suffix(name)
    return suffix in _BY_SUFFIX and not is_readme(name)


def is_readme(name: str) -> bool:
    """Whether a file tells about the others."""
    return name.rpartition("/")[2].lower().partition(".")[0] == "readme"


def may_be_article(name: str, head: bytes) -> bool:
    """Whether a file whose name does not say so is read by what it begins with."""
    return not is_readme(name) and _by_head(head) is not None


def suffix_of(data: bytes) -> str:
    """How the name of a file of these bytes should end: as a plain text's where they do not
    say what they are."""
    try:
        reader, _ = _chosen("", data)
    except Refused:
        reader = plain_text.READER
    return reader.suffixes[0]


def largest(name: str) -> int:
    """Bytes of the largest file of this name that is read."""
    reader = _BY_SUFFIX.get(_suffix(name))
    return reader.largest if reader else max(each.largest for each in READERS)


def _suffix(name: str) -> str:
    """How a name ends, in small letters; "" where it is nothing but an end."""
    # A large folder has many names: a path of each would take longer than to read them.
    stem, dot, end = name.rpartition(".")
    return dot + end.lower() if stem and stem[-1] != "/" else ""


def reader_of(name: str, data: bytes = b"") -> str:
    """What a file is read by where that may change, "" where it is this program alone."""
    try:
        reader, _ = _chosen(name, data)
    except Refused:
        reader = _BY_SUFFIX.get(_suffix(name), plain_text.READER)
    if reader.bundle:
        return ", ".join({each.version(): None for each in READERS if each.libraries})
    return reader.version() if reader.libraries else ""


def is_quick(name: str, data: bytes) -> bool:
    """Whether reading a file takes no longer than to find again what came of it before."""
    try:
        reader, _ = _chosen(name, data)
    except Refused:
        return True
    return reader.quick


def _by_head(head: bytes) -> Reader | None:
    head = head[:HEAD]
    return next((each for each in READERS if each.begins(head) and not each.looks), None)


def _chosen(name: str, data: bytes) -> tuple[Reader, str]:
    """What reads a file, and what its owner may not expect of that."""
    named = _BY_SUFFIX.get(_suffix(name))
    head = data[:HEAD]
    begins = [each for each in READERS if each.begins(head)]
    if begins:
        fits = [each for each in begins if each.looks is None or each.looks(data)]
        if not fits:
            raise Refused(NO_KIND if named is None else f"not {named.name}, though so named")
        if named not in fits:
            return fits[0], f"read as {fits[0].name}, which it is whatever its name says"
    elif named and named.required:
        raise Refused(f"not {named.name}, though so named")
    if named is None:
        raise Refused(NO_KIND)
    return named, ""


def read(name: str, data: bytes) -> LoadedDocument:
    """The document that a file holds; Refused, with the reason, when it holds none. Of a
    file that holds many it is the first."""
    reason = "it holds no article"
    for each in read_all(name, data):
        if isinstance(each, LoadedDocument):
            return each
        if isinstance(each, PassedOver):
            reason = each.reason
    raise Refused(reason)


def read_all(name: str, data: bytes, columns: Columns = NO_COLUMNS) -> Iterator[Read]:
    """The documents that a file holds, each with its locator, and what of it is passed over.
    ``columns`` are what somebody has said of a table.

    Refused, with the reason, where nothing of the file can be read.
    """
    yield from _Reading(name, columns).of(name, data)


class _TooMuch(Exception):
    """A file holds more than is read; the message says what."""


class _Reading:
    """The reading of one file, with all that there is within it."""

    def __init__(self, name: str, columns: Columns) -> None:
        self.name = name
        self._columns = columns
        self._bytes = 0
        self._locators: Counter[str] = Counter()

    def of(self, name: str, data: bytes) -> Iterator[Read]:
        number = 0
        try:
            for number, each in enumerate(self._found(name, data, 0), start=1):
                yield self._apart_from_others(each) if each.locator else each
                if number == MOST_DOCUMENTS:
                    raise _TooMuch(f"more than {MOST_DOCUMENTS:,} documents")
        except _TooMuch as error:
            yield PassedOver("", f"{error}: the others are not read")

    def _found(self, name: str, data: bytes, depth: int) -> Iterator[Read]:
        if not data:
            raise Refused("empty")
        from tui.documents.content import remarks_on

        reader, remark = _chosen(name, data)
        if len(data) > reader.largest:
            raise Refused(f"larger than {reader.largest // 1_000_000} MB")
        if reader.libraries and reader.version() == NO_READER:
            needs = " ".join(reader.libraries)
            raise Refused(f"{reader.name} needs the extra {reader.extra}: pip install {needs}")
        columns = (self._columns,) if reader.columns and self._columns else ()
        for each in reader.read(name, data, *columns):
            inner: Iterable[Read] = (
                [each] if not isinstance(each, EmbeddedFile) else (self._within(each, depth + 1))
            )
            for one in inner:
                if isinstance(one, LoadedDocument):
                    remarks = one.remarks
                    if one is each and reader is not web_page.READER:
                        remarks += remarks_on(one.report)
                    # What holds for the file is said once.
                    remarks, remark = (remark, *remarks) if remark else remarks, ""
                    for article in self._articles(replace(one, remarks=remarks), reader):
                        yield from _if_it_says_something(article)
                else:
                    yield one

    def _articles(self, document: LoadedDocument, reader: Reader) -> Iterator[Read]:
        """The articles of a text that a press database may have put together."""
        if not reader.archives:
            yield document
            return
        from tui.documents import press_archive

        yield from press_archive.articles(document)

    def _within(self, part: EmbeddedFile, depth: int) -> Iterator[Read]:
        """What there is in a file within the file."""
        self._bytes += len(part.data)
        try:
            if depth > DEEPEST:
                raise Refused(f"a file within {DEEPEST} others")
            if self._bytes > MOST_BYTES:
                raise _TooMuch(f"more than {MOST_BYTES // 1_000_000} MB unpacked")
            for each in self._found(part.name, part.data, depth):
                locator = "/".join(filter(None, (part.locator, each.locator)))
                if not isinstance(each, LoadedDocument):
                    yield each._replace(locator=locator)
                else:
                    yield replace(each, locator=locator, told={**part.told, **each.told})
        except Refused as refused:
            yield PassedOver(part.locator, str(refused))

    def _apart_from_others(self, found: Read) -> Read:
        """The same with a locator that nothing before it has."""
        self._locators[found.locator] += 1
        number = self._locators[found.locator]
        if number == 1:
            return found
        locator = f"{found.locator} ({number})"
        if isinstance(found, LoadedDocument):
            return replace(found, locator=locator)
        return found._replace(locator=locator)


def _if_it_says_something(document: Read) -> Iterator[Read]:
    if not isinstance(document, LoadedDocument) or clean_text(document.report).strip():
        yield document
        return
    reason = "empty: nothing stands behind its front matter and marks"
    if not document.locator:
        raise Refused(reason)
    yield PassedOver(document.locator, reason)


def same_words(document: LoadedDocument) -> bytes:
    """A digest that two documents share when their reports have the same words."""
    words = " ".join(clean_text(document.report).split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
