"""Texts downloaded from press databases: many articles in one, each with labels around it.

LexisNexis and Nexis Uni write ``BYLINE:``, ``LENGTH: 500 words`` and ``LOAD-DATE:`` around a
text, Factiva a block of lines before it and its number behind, or two letters before each
field. Which it is the lines themselves tell; a text without them is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.documents.document import LoadedDocument, PassedOver
from tui.documents.metadata import gathered, told

ORIGIN = "press database"

_COUNTED = re.compile(
    r"^[ \t]*(?:Document[ \t]+\d{1,6}[ \t]+of[ \t]+\d{1,6}"
    r"|\d{1,6}[ \t]+of[ \t]+\d{1,6}[ \t]+DOCUMENTS?)[ \t\r]*$",
    re.MULTILINE,
)
"""What stands before each article of LexisNexis."""

_ENDED = re.compile(r"^[ \t]*End of Document[ \t\r]*$", re.MULTILINE)
"""What stands behind each article of Nexis Uni."""

_NUMBER = re.compile(
    r"^[ \t]*Document[ \t]+[A-Z][A-Z0-9]{3,12}20\d{6}[a-z0-9]{6,12}[ \t\r]*$", re.MULTILINE
)
"""What stands behind each article of Factiva: its number there."""

_LENGTH = re.compile(r"^[ \t]*length[ \t]*:[ \t]*[\d.,]+[ \t]+words", re.MULTILINE | re.IGNORECASE)
_LOADED = re.compile(r"^[ \t]*load-date[ \t]*:", re.MULTILINE | re.IGNORECASE)

HEAD = {
    "byline": "author",
    "section": "section",
    "length": "length",
    "dateline": "dateline",
    "highlight": "",
    "headline": "title",
    "source": "publisher",
    "show": "",
    "anchors": "",
    "guests": "",
    "series": "",
    "column": "",
    "type": "",
    "body": "",
}
"""The labels before a text, and the facts of the article that they tell; "" for none."""

TAIL = {
    "load-date": "load date",
    "language": "language",
    "publication-type": "",
    "document-type": "",
    "journal-code": "",
    "graphic": "",
    "subject": "",
    "company": "",
    "organization": "",
    "ticker": "",
    "industry": "",
    "geographic": "",
    "city": "",
    "state": "",
    "country": "",
    "person": "",
    "url": "url",
    "acc-no": "",
    "correction-date": "",
    "distribution": "",
    "notes": "",
    "classification": "",
}
"""The labels behind a text."""

_LABEL = re.compile(rf"[ \t]*({'|'.join([*HEAD, *TAIL])})[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_BODY = re.compile(r"[ \t]*body[ \t]*:?[ \t]*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"[ \t]*(?:copyright\b|\(c\)|©|all rights reserved)", re.IGNORECASE)

FIELDS = {
    "HD": "title", "BY": "author", "CR": "", "WC": "length", "PD": "published", "ET": "",
    "SN": "publisher", "SC": "", "ED": "", "PG": "page", "LA": "language", "CY": "", "LP": "",
    "TD": "", "ART": "", "CO": "", "IN": "", "NS": "", "RE": "", "IPC": "", "IPD": "", "PUB": "",
    "AN": "", "SE": "section", "CLM": "", "RF": "", "VOL": "", "CT": "",
}  # fmt: skip
"""The letters before Factiva's fields, and the facts that these tell. LP and TD are the text."""

_FIELD = re.compile(rf"[ \t]*({'|'.join(FIELDS)})(?:[ \t]{{1,9}}(\S.*)|[ \t]*)")
_FIELDED = re.compile(
    r"^[ \t]*HD(?:[ \t]|$)(?s:.{0,4000}?)^[ \t]*(?:PD|SN)(?:[ \t]|$)", re.MULTILINE
)
_WORDS = re.compile(r"[ \t]*[\d.,]+[ \t]+words[ \t]*", re.IGNORECASE)

LANGUAGES = {
    "english": "en", "serbian": "sr", "croatian": "hr", "bosnian": "bs", "albanian": "sq",
    "german": "de", "french": "fr", "italian": "it", "spanish": "es", "russian": "ru",
    "hungarian": "hu", "macedonian": "mk", "slovenian": "sl", "bulgarian": "bg", "greek": "el",
}  # fmt: skip

_PAGE = re.compile(r"[ \t]*Page[ \t]+\d{1,6}([ \t]+of[ \t]+\d{1,6})?[ \t]*", re.IGNORECASE)

LONGEST_HEAD = 60
"""Lines before a text."""


@dataclass
class _Piece:
    """An article as it is found in the text: its facts by their names, and its paragraphs."""

    facts: dict[str, str] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)


def articles(document: LoadedDocument) -> Iterator[LoadedDocument | PassedOver]:
    """The articles in a text, or the text itself where it is of no press database."""
    pieces = _pieces(document.text)
    if not pieces:
        yield document
        return
    remarks = document.remarks
    for number, lines in enumerate(pieces, start=1):
        locator = f"document {number}" if len(pieces) > 1 else ""
        piece = _factiva(lines) or _labelled(lines)
        if not piece.paragraphs:
            yield PassedOver(locator, "an article without a text")
            continue
        facts, amiss = gathered(
            told(fact, value, ORIGIN) for fact, value in piece.facts.items() if value
        )
        paragraphs = [piece.facts.get("title", ""), *piece.paragraphs]
        text = "\n\n".join(filter(None, paragraphs)) + "\n"
        yield LoadedDocument(text, document.encoding, None, facts, (*remarks, *amiss), locator)
        remarks = ()


def _pieces(text: str) -> list[list[str]]:
    """The lines of each article; none where nothing tells that it is one."""
    labelled = _LENGTH.search(text) is not None or _LOADED.search(text) is not None
    bounds: list[tuple[int, int]] = []
    if labelled and (counted := [found.span() for found in _COUNTED.finditer(text)]):
        ends = [start for start, _ in counted[1:]] + [len(text)]
        bounds = [(start, end) for (_, start), end in zip(counted, ends, strict=True)]
    elif ended := [found.span() for found in (_ENDED if labelled else _NUMBER).finditer(text)]:
        if labelled or _is_factiva(text):
            starts = [0, *(end for _, end in ended[:-1])]
            bounds = [(start, end) for start, (end, _) in zip(starts, ended, strict=True)]
            rest = text[ended[-1][1] :]
            if len(rest.split()) > LONGEST_HEAD:  # an article that is cut off
                bounds.append((ended[-1][1], len(text)))
    elif labelled and _LENGTH.search(text) and _LOADED.search(text):
        bounds = [(0, len(text))]
    return [text[start:end].splitlines() for start, end in bounds]


def _is_factiva(text: str) -> bool:
    beginning = text[:20_000]
    return _FIELDED.search(beginning) is not None or any(
        _WORDS.fullmatch(line) for line in beginning.splitlines()[: LONGEST_HEAD * 2]
    )


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines as paragraphs: those that empty lines divide, or each line where none does."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    made: list[str] = []
    for block in filter(None, blocks):
        # Lines of one length are a paragraph that is broken to fit a page.
        wrapped = len(block) > 1 and all(40 <= len(line) <= 100 for line in block[:-1])
        made += [" ".join(block)] if wrapped else block
    return made


def _author(value: str) -> str:
    return re.sub(r"^(?:by|von|par)\s+", "", value.strip(), flags=re.IGNORECASE)


def _settled(facts: dict[str, str]) -> dict[str, str]:
    """Facts as the article's are: a day, a code of a language, a name."""
    made = {name: " ".join(value.split()) for name, value in facts.items() if name}
    if "language" in made:
        first = re.split(r"[^a-z]", made["language"].lower())[0]
        made["language"] = LANGUAGES.get(first, "")
    if "author" in made:
        made["author"] = _author(made["author"])
    return made


# ------------------------------------------------------------------- LexisNexis, Nexis Uni


def _labelled(lines: list[str]) -> _Piece:
    """An article among labels. What stands before the first is the outlet, day and title."""
    unlabelled: list[str] = []
    facts: dict[str, str] = {}
    at, begins, seen = 0, 0, False
    for at, line in enumerate(lines[:LONGEST_HEAD]):
        label = _LABEL.fullmatch(line)
        if _BODY.fullmatch(line):
            begins = at + 1
            break
        if label and label[1].lower() in HEAD:
            seen = True
            facts.setdefault(HEAD[label[1].lower()], label[2])
            begins = at + 1
        elif not seen:
            unlabelled.append(line)
    body: list[str] = []
    ends = len(lines)
    for at in range(begins, len(lines)):
        label = _LABEL.fullmatch(lines[at])
        if label and label[1].lower() in TAIL and _is_tail(lines[at], label[1]):
            ends = min(ends, at)
            facts.setdefault(TAIL[label[1].lower()], label[2])
        elif ends == len(lines):
            body.append(lines[at])
    while body and (not body[-1].strip() or _COPYRIGHT.match(body[-1])):
        body.pop()
    title, publisher, published = _head(unlabelled)
    facts = {"title": title, "publisher": publisher, "published": published} | facts
    return _Piece(_settled(facts), _paragraphs(body))


def _is_tail(line: str, label: str) -> bool:
    """Whether a label is the database's and no word of the report: all capitals, or Load-Date."""
    return label.isupper() or "-" in label or line.strip().istitle()


def _head(lines: list[str]) -> tuple[str, str, str]:
    """The title, outlet and day before the first label, in the order of either program."""
    lines = [line for line in lines if not _PAGE.fullmatch(line)]
    blocks = [each for each in _blocks(lines) if not _COPYRIGHT.match(each[0])]
    dated = next(
        ((number, at) for number, block in enumerate(blocks) for at, line in enumerate(block)
         if day(line)), None,
    )  # fmt: skip
    if dated is None:
        return (" ".join(blocks[-1]) if blocks else ""), "", ""
    number, at = dated
    published = day(blocks[number][at])
    before = [*blocks[:number], blocks[number][:at]]
    if number + 1 < len(blocks):
        return " ".join(blocks[-1]), " ".join(" ".join(each) for each in before).strip(), published
    before = [each for each in before if each]
    publisher = before[-1].pop() if before else ""
    title = next((each for each in reversed(before) if each), [])
    return " ".join(title), publisher, published


def day(line: str) -> str:
    """The day that a line begins with, in ISO form, "" where it begins with none."""
    found = told("published", line, ORIGIN)
    return "" if isinstance(found, str) else found[1].value


def _blocks(lines: list[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return [each for each in blocks if each]


# ------------------------------------------------------------------------------- Factiva


def _factiva(lines: list[str]) -> _Piece | None:
    """An article of Factiva, with letters before its fields or with a block of lines."""
    if _FIELDED.search("\n".join(lines[: LONGEST_HEAD * 2])):
        return _fielded(lines)
    worded = next(
        (at for at, line in enumerate(lines[:LONGEST_HEAD]) if _WORDS.fullmatch(line)), None
    )
    return None if worded is None else _in_block(lines, worded)


def _fielded(lines: list[str]) -> _Piece:
    values: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        found = _FIELD.fullmatch(line)
        if found:
            current = values.setdefault(found[1], [])
            current.append(found[2] or "")
        else:
            current.append(line)
    facts = {fact: " ".join(values.get(name, [])) for name, fact in FIELDS.items() if fact}
    facts["published"] = day(facts["published"].strip())
    text = [*values.get("LP", []), "", *values.get("TD", [])]
    return _Piece(_settled(facts), _paragraphs(text))


def _in_block(lines: list[str], worded: int) -> _Piece:
    """Title and author stand before the number of words; day, outlet and owner behind it."""
    before = [line.strip() for line in lines[:worded] if line.strip()]
    facts = {"length": lines[worded].strip()}
    if len(before) > 1 and re.match(r"(?:by|von|par)\s", before[-1], re.IGNORECASE):
        facts["author"] = before.pop()
    facts["title"] = before[-1] if before else ""
    if len(before) > 1:
        facts["section"] = before[0]
    at = worded + 1
    while at < len(lines) and at < worded + LONGEST_HEAD and not _COPYRIGHT.match(lines[at]):
        line = lines[at].strip()
        if "published" not in facts and day(line):
            facts["published"] = day(line)
        elif line.lower() in LANGUAGES:
            facts["language"] = line
        elif "published" in facts and "publisher" not in facts and re.match(r"[^\W\d]", line):
            facts["publisher"] = line
        at += 1
    # Without a line of the owner nothing tells where the text begins.
    text = lines[at + 1 :] if at < len(lines) and _COPYRIGHT.match(lines[at]) else []
    return _Piece(_settled(facts), _paragraphs(text))
