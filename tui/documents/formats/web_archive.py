"""Web archives (WARC), as crawlers write them: each page that was answered."""

from __future__ import annotations

import io
from collections.abc import Iterator

from tui.documents.document import EmbeddedFile, Found, PassedOver
from tui.documents.reader import LARGEST_BUNDLE, Reader, apart
from tui.files import LARGEST
from tui.model import FileFact

ORIGIN = "the web archive"

MOST_BYTES = 300_000_000
"""Bytes of all pages, unpacked."""


def begins(head: bytes) -> bool:
    """Whether a file is an archive, packed or not."""
    return head.startswith((b"WARC/1.", b"\x1f\x8b\x08"))


def looks(data: bytes) -> bool:
    """Whether what is packed is such an archive."""
    import zlib

    if data.startswith(b"WARC/1."):
        return True
    try:
        return zlib.decompressobj(31).decompress(data[:4096], 16).startswith(b"WARC/1.")
    except zlib.error:
        return False


def read(name: str, data: bytes) -> list[Found]:
    """The pages in an archive."""
    return apart("tui.documents.formats.web_archive:pages", name, data)


def pages(_name: str, data: bytes) -> Iterator[Found]:
    """The same in the process in which archives are read."""
    from warcio.archiveiterator import ArchiveIterator

    from tui.documents.metadata import gathered, told

    unpacked = number = 0
    for record in ArchiveIterator(io.BytesIO(data)):
        http = record.http_headers
        if record.rec_type != "response" or http is None or http.get_statuscode() != "200":
            continue
        if "html" not in (http.get_header("Content-Type") or ""):
            continue
        number += 1
        page = record.content_stream().read(LARGEST)
        unpacked += len(page)
        if unpacked > MOST_BYTES:
            yield PassedOver("", f"more than {MOST_BYTES // 1_000_000} MB unpacked")
            return
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        facts: dict[str, FileFact] = gathered([told("url", address, ORIGIN)])[0]
        yield EmbeddedFile(f"page {number}", "page.html", page, facts)


READER = Reader(
    name="a web archive",
    suffixes=(".warc", ".gz"),
    read=read,
    text="that of each page in it",
    facts="those of each page; its address",
    begins=begins,
    looks=looks,
    required=True,
    largest=LARGEST_BUNDLE,
    bundle=True,
    extra="warc",
    libraries=("warcio",),
)
