"""Lists of literature (RIS, BibTeX), as Zotero and others write them: no texts, but facts for
the articles that lie beside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from tui.documents.document import Found, PassedOver, Reference
from tui.documents.reader import Reader
from tui.files import Refused

ORIGIN = "the list of literature"

MOST_ENTRIES = 50_000

_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")

_RIS = {
    "title": ("TI", "T1", "CT"),
    "author": ("AU", "A1"),
    "published": ("DA", "Y1", "PY"),
    "publisher": ("T2", "JO", "JF", "PB"),
    "url": ("UR",),
    "language": ("LA",),
    "section": ("SE",),
}
"""The article's facts, and the tags of RIS that hold them, the surest first."""

_BIBTEX = {
    "title": ("title",),
    "author": ("author",),
    "published": ("date", "year"),
    "publisher": ("journaltitle", "journal", "booktitle", "organization", "publisher"),
    "url": ("url",),
    "language": ("langid", "language"),
}


# ------------------------------------------------------------------------------- RIS


def read_ris(_name: str, data: bytes) -> Iterator[Found]:
    """The entries of a file in RIS."""
    from tui.documents.decoding import decode

    entry: dict[str, list[str]] = {}
    number = 0
    for line in decode(data).text.removeprefix("\ufeff").splitlines():
        found = _RIS_LINE.match(line)
        if not found:
            continue
        tag, value = found[1], (found[2] or "").strip()
        if tag == "TY":
            entry = {}
        elif tag == "ER":
            number += 1
            yield _reference(number, entry, _RIS, entry.get("L1", []) + entry.get("L2", []))
            entry = {}
        elif value:
            entry.setdefault(tag, []).append(value)
        if number >= MOST_ENTRIES:
            return
    if entry:
        yield PassedOver(f"entry {number + 1}", "cut off: it has no end")
    if not number and not entry:
        raise Refused("it holds no entry")


# ---------------------------------------------------------------------------- BibTeX

_ENTRY = re.compile(r"@[ \t]*([A-Za-z]{1,40})[ \t]*\{[ \t]*([^\s,{}]{0,200})[ \t]*,")
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w-]{0,60})\s{0,20}=\s{0,20}")
_BARE = re.compile(r"[\w.:-]{1,200}")
_NO_ENTRY = frozenset("comment preamble string".split())

_ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303",
            "v": "\u030c", "c": "\u0327", "=": "\u0304", ".": "\u0307", "u": "\u0306"}  # fmt: skip
_ACCENTED = re.compile(r"""\\(?:([`'^"~=.])|([vcu])(?=[{ ]))\s?\{?([A-Za-z])\}?""")
_LETTERS = {"\\dj": "đ", "\\DJ": "Đ", "\\ss": "ß", "\\o": "ø", "\\O": "Ø", "\\l": "ł", "\\L": "Ł"}
_LETTER = re.compile(r"\\(?:dj|DJ|ss|[oOlL])(?![A-Za-z])(?:\{\}| )?")


def read_bibtex(_name: str, data: bytes) -> Iterator[Found]:
    """The entries of a file in BibTeX."""
    from tui.documents.decoding import decode

    text = decode(data).text
    number = 0
    for found in _ENTRY.finditer(text):
        if found[1].lower() in _NO_ENTRY:
            continue
        number += 1
        fields, closed = _fields(text, found.end())
        if not closed:
            yield PassedOver(f"entry {number}", "cut off: it has no end")
            return
        values = {name: [_plain(value)] for name, value in fields.items()}
        if "author" in values:
            values["author"] = re.split(r"\s+and\s+", values["author"][0])
        day = [values.get(each, [""])[0] for each in ("year", "month", "day")]
        if all(day):
            values.setdefault("date", [" ".join(reversed(day))])
        files = [_attached(each) for each in fields.get("file", "").split(";")]
        yield _reference(number, values, _BIBTEX, files)
        if number >= MOST_ENTRIES:
            return
    if not number:
        raise Refused("it holds no entry")


def _fields(text: str, at: int) -> tuple[dict[str, str], bool]:
    """The fields of an entry from a position on, and whether its end is there."""
    fields: dict[str, str] = {}
    while found := _FIELD.match(text, at):
        value, at = _value(text, found.end())
        if at < 0:
            return fields, False
        fields.setdefault(found[1].lower(), value)
    end = re.compile(r"[\s,]*\}").match(text, at)
    return fields, end is not None


def _value(text: str, at: int) -> tuple[str, int]:
    """A value, in braces, in marks or bare, and where it ends; -1 where it does not."""
    opened = text[at : at + 1]
    if opened not in ("{", '"'):
        bare = _BARE.match(text, at)
        return (bare[0], bare.end()) if bare else ("", at)
    depth, begin = 0, at + 1
    for found in _BRACKET.finditer(text, at):
        sign = found[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        if found.start() > at and not depth and sign == ("}" if opened == "{" else '"'):
            return text[begin : found.start()], found.end()
        if depth < 0:
            break
    return "", -1


_BRACKET = re.compile(r'(?<!\\)[{}"]')


def _plain(value: str) -> str:
    """A value without the signs that are for the typesetter."""

    def accented(found: re.Match[str]) -> str:
        return unicodedata.normalize("NFC", found[3] + _ACCENTS[found[1] or found[2]])

    value = _ACCENTED.sub(accented, value)
    value = _LETTER.sub(lambda found: _LETTERS[found[0].rstrip(" {}")], value)
    value = re.sub(r"\\([&%$#_])", r"\1", value).replace("--", "–")
    return " ".join(re.sub(r"[{}]", "", value).split())


def _attached(written: str) -> str:
    """The path in ``Full text:files/12/report.html:text/html``."""
    parts = re.split(r"(?<!\\):", written)
    return (parts[1] if len(parts) > 2 else parts[0]).replace("\\", "").strip()


# --------------------------------------------------------------------------- entries


def _reference(
    number: int,
    values: Mapping[str, Sequence[str]],
    names: Mapping[str, Sequence[str]],
    files: Sequence[str],
) -> Reference:
    from tui.documents.metadata import gathered, told
    from tui.documents.press_archive import LANGUAGES

    found = []
    for fact, tags in names.items():
        given = next((values[tag] for tag in tags if values.get(tag)), [])
        if fact == "author":
            value = ", ".join(map(_person, given))
        elif fact == "published":
            # A year alone is no day, and nothing is amiss where there is no more.
            value = re.sub(r"[/ ]+$", "", given[0]).replace("/", "-") if given else ""
            value = "" if re.fullmatch(r"\d{0,4}(?:-\d{1,2})?", value) else value
        else:
            value = given[0] if given else ""
        if fact == "language":
            value = LANGUAGES.get(value.lower(), value)
        found.append(told(fact, value, ORIGIN))
    facts, _ = gathered(found)
    return Reference(f"entry {number}", facts, tuple(filter(None, files)))


def _person(name: str) -> str:
    """A name as it is spoken: ``Weaver, Ana`` is Ana Weaver."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name.strip()


_FACTS = "for an article beside it with this address, title or attached file: what that lacks"

RIS = Reader(
    name="a list of literature in RIS",
    suffixes=(".ris",),
    read=read_ris,
    text="none",
    facts=_FACTS,
)

BIBTEX = Reader(
    name="a list of literature in BibTeX",
    suffixes=(".bib", ".bibtex"),
    read=read_bibtex,
    text="none",
    facts=_FACTS,
)
