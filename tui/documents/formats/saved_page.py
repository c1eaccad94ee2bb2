"""Pages that a browser saved with all that belongs to them, as one message (MHTML)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from tui.documents.document import EmbeddedFile, Found
from tui.documents.reader import Reader, apart
from tui.files import Refused

ORIGIN = "the saved page's head"


def begins(head: bytes) -> bool:
    """Whether a file is a page that was saved as a message."""
    lower = head.lower()
    saved = b"snapshot-content-location:" in lower or b"saved by " in lower
    return saved and lower.lstrip().startswith((b"from:", b"mime-version:", b"snapshot-"))


def read(name: str, data: bytes) -> list[Found]:
    """The page, without its pictures and scripts."""
    return apart("tui.documents.formats.saved_page:page", name, data)


def page(_name: str, data: bytes) -> Iterator[Found]:
    """The same in the process in which such files are read."""
    from email import message_from_bytes, policy

    from tui.documents.metadata import gathered, told

    parsed = message_from_bytes(data.lstrip(b"\r\n"), policy=policy.compat32)
    for part in parsed.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            break
    else:
        raise Refused("no page is found in it")
    html = part.get_payload(decode=True)
    if not isinstance(html, bytes):
        raise Refused("no page is found in it")
    charset = part.get_content_charset() or "utf-8"
    # Where it is not what the head says, the page may say itself what it is.
    with contextlib.suppress(LookupError, UnicodeError):
        html = html.decode(charset).encode("utf-8")
    address = parsed["Snapshot-Content-Location"] or part["Content-Location"] or ""
    if not str(address).lower().startswith("http"):
        address = ""
    facts, _ = gathered([told("url", str(address), ORIGIN)])
    yield EmbeddedFile("", "page.html", html, facts)


READER = Reader(
    name="a page saved as one file",
    suffixes=(".mhtml", ".mht"),
    read=read,
    text="that of the web page",
    facts="the page's own data; the address from which it was saved",
    begins=begins,
    bundle=True,
)
