"""Messages, newsletters for example, and the mailboxes that hold many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.documents.document import EmbeddedFile, Found, LoadedDocument, PassedOver
from tui.documents.reader import LARGEST_BUNDLE, Reader, apart
from tui.files import Refused
from tui.model import FileFact

if TYPE_CHECKING:
    from email.message import EmailMessage

ORIGIN = "the message's head"

MOST_ATTACHED = 200

_HEADER = re.compile(rb"[!-9;-~]{1,80}:[ \t\r\n]")
_ENVELOPE = re.compile(
    rb"From [^\r\n]{0,200}? [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d[^\r\n]{0,60}\r?\n"
    rb"(?=[!-9;-~]{1,80}:[ \t\r\n]|>From )"
)
"""The line before each message of a mailbox."""

_AGAIN = re.compile(r"(?:(?:re|fwd?|aw|wg|odg)\s*:\s*)+", re.IGNORECASE)


def begins(head: bytes) -> bool:
    """Whether a file is a mailbox."""
    return _ENVELOPE.match(head) is not None


def read_mailbox(_name: str, data: bytes) -> Iterator[Found]:
    """The messages of a mailbox, each by itself."""
    starts = [
        found
        for found in _ENVELOPE.finditer(data)
        if not found.start() or data[: found.start()].endswith((b"\n\n", b"\n\r\n"))
    ]
    if not starts:
        raise Refused("no message is found in it")
    ends = [*(found.start() for found in starts[1:]), len(data)]
    for number, (found, end) in enumerate(zip(starts, ends, strict=True), start=1):
        # An empty line stands between two.
        message = data[found.end() : end].replace(b"\n>From ", b"\nFrom ").removesuffix(b"\n")
        yield EmbeddedFile(f"message {number}", f"message {number}.eml", message)


def read_message(name: str, data: bytes) -> list[Found]:
    """A message's text, and what is attached to it."""
    return apart("tui.documents.formats.mail:message", name, data)


def message(name: str, data: bytes) -> Iterator[Found]:
    """The same in the process in which messages are read."""
    from email import message_from_bytes, policy

    if not _HEADER.match(data.lstrip(b"\r\n")):
        raise Refused("no message: it has no head")
    parsed = message_from_bytes(data.lstrip(b"\r\n"), policy=policy.default)
    text = _text(parsed)
    if text.strip():
        told, remarks = _facts(parsed)
        yield LoadedDocument(text, told=told, remarks=remarks)
    attached = list(_attached(parsed))
    if not text.strip() and not attached:
        raise Refused("a message without a text")
    yield from attached[:MOST_ATTACHED]
    if len(attached) > MOST_ATTACHED:
        yield PassedOver("", f"more than {MOST_ATTACHED} files are attached")


def _text(parsed: EmailMessage) -> str:
    """What the message says: of a plain and a formatted form the one that says more."""
    from tui.documents import markup

    plain = _content(parsed, "plain")
    formatted = markup.plain_text(_content(parsed, "html")).text
    # Beside a formatted message many newsletters send a plain one that only links to it.
    return formatted if len(formatted) > len(plain) / 2 else plain


def _content(parsed: EmailMessage, form: str) -> str:
    part = parsed.get_body((form,))
    if part is None:
        return ""
    try:
        content = part.get_content()
    except (LookupError, UnicodeError, ValueError):
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return str(content).replace("\r\n", "\n")


def _facts(parsed: EmailMessage) -> tuple[dict[str, FileFact], tuple[str, ...]]:
    from email.utils import parseaddr, parsedate_to_datetime

    from tui.documents.metadata import gathered, told

    subject = _AGAIN.sub("", _header(parsed, "subject"), count=1)
    sender, _ = parseaddr(_header(parsed, "from"))
    try:
        day = parsedate_to_datetime(_header(parsed, "date")).date().isoformat()
    except (TypeError, ValueError):
        day = _header(parsed, "date")
    language = _header(parsed, "content-language").partition(",")[0]
    facts = {"title": subject, "publisher": sender, "published": day, "language": language}
    return gathered(told(fact, value, ORIGIN) for fact, value in facts.items())


def _header(parsed: EmailMessage, name: str) -> str:
    try:
        return str(parsed.get(name) or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # a head of any shape
        return ""


def _attached(parsed: EmailMessage) -> Iterator[EmbeddedFile]:
    for number, part in enumerate(_files_of(parsed), start=1):
        name = part.get_filename() or ""
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            yield EmbeddedFile(f"attachment {number}", "message.eml", inner.as_bytes())  # type: ignore[union-attr]
        elif name:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield EmbeddedFile(f"attachment {number}, {name}", name, payload)


def _files_of(parsed: EmailMessage) -> Iterator[EmailMessage]:
    """What stands beside the text, without the pictures in it."""
    try:
        for part in parsed.iter_attachments():
            if part.get_content_maintype() != "image":
                yield part
    except (AttributeError, TypeError, KeyError):  # said to have parts, and has none
        return


MESSAGE = Reader(
    name="a message",
    suffixes=(".eml",),
    read=read_message,
    text="what it says, formatted or plain; attached files by their own kind",
    facts="its head: subject, sender, day",
    bundle=True,
)

MAILBOX = Reader(
    name="a mailbox",
    suffixes=(".mbox", ".mbx"),
    read=read_mailbox,
    text="each message in it",
    facts="those of each message",
    begins=begins,
    required=True,
    largest=LARGEST_BUNDLE,
    bundle=True,
)
