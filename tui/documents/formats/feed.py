"""Feeds of news (RSS, Atom) that were saved: each item is an article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from tui.documents.document import Found, LoadedDocument, PassedOver
from tui.documents.reader import Reader, apart
from tui.files import Refused
from tui.model import FileFact

ORIGIN = "the feed"

FEWEST_WORDS = 20
"""Words of an item that tells more than its headline."""

_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]*>\s*){0,5}"
    rb"<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)


def begins(head: bytes) -> bool:
    """Whether a file is a feed."""
    return _BEGINS.match(head) is not None


def read(name: str, data: bytes) -> list[Found]:
    """The items of a feed."""
    return apart("tui.documents.formats.feed:items", name, data)


def items(_name: str, data: bytes) -> Iterator[Found]:
    """The same in the process in which feeds are read."""
    import feedparser

    from tui.documents import markup
    from tui.documents.metadata import gathered

    if b"<!ENTITY" in data[:100_000]:
        raise Refused("a feed that declares entities")
    # Given as a file, so that it is never taken for an address.
    feed = feedparser.parse(io.BytesIO(data))
    if not feed.entries:
        raise Refused("a feed without items, or cut off before the first")
    for number, item in enumerate(feed.entries, start=1):
        locator = f"item {number}"
        text = markup.plain_text(_text(item)).text
        if len(text.split()) < FEWEST_WORDS:
            yield PassedOver(locator, f"fewer than {FEWEST_WORDS} words")
            continue
        facts, remarks = gathered(_facts(feed.feed, item))
        yield LoadedDocument(text, told=facts, remarks=remarks, locator=locator)
    if feed.bozo and type(feed.get("bozo_exception")).__name__ == "SAXParseException":
        yield PassedOver("", "not well-formed, or cut off: its last item may be short")


def _text(item: Any) -> str:
    """The longest that an item says of itself."""
    said = [str(each.get("value") or "") for each in item.get("content", ())]
    return max([*said, str(item.get("summary") or "")], key=len)


def _facts(feed: Any, item: Any) -> Iterator[tuple[str, FileFact] | str]:
    from tui.documents import markup
    from tui.documents.metadata import told

    publisher = item.get("source", {}).get("title") or feed.get("title") or ""
    language = str(feed.get("language") or "").partition("-")[0]
    for fact, value in {
        "title": markup.plain_text(str(item.get("title") or "")).text,
        "author": str(item.get("author") or ""),
        "publisher": markup.plain_text(str(publisher)).text,
        "published": _day(item),
        "url": str(item.get("link") or ""),
        "language": language,
    }.items():
        yield told(fact, value, ORIGIN)


def _day(item: Any) -> str:
    """The day of an item as it was written, where that is known; else in universal time."""
    from email.utils import parsedate_to_datetime

    written = str(item.get("published") or item.get("updated") or "")
    if re.match(r"\d{4}-\d{2}-\d{2}", written):
        return written
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (TypeError, ValueError):
        parsed = item.get("published_parsed") or item.get("updated_parsed")
        return "{:04}-{:02}-{:02}".format(*parsed[:3]) if parsed else ""


READER = Reader(
    name="a feed",
    suffixes=(".rss", ".atom", ".xml"),
    read=read,
    text="what each item says, where that is more than a headline",
    facts="the item's title, author, day, address; the feed's title",
    begins=begins,
    required=True,
    extra="feeds",
    libraries=("feedparser",),
)
