"""A project for programs of qualitative analysis (NVivo, MAXQDA, ATLAS.ti, QualCoder): REFI-QDA.

The articles are its sources, every passage of a record is a selection in one, and what the
record says of it is a code: who speaks, what is disputed and on which side, what is tagged.
The same records give the same bytes.
"""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from tui import __version__
from tui.annotated_things import entries
from tui.annotation import NOTHING, Noted
from tui.corpus import Corpus
from tui.export.citation import citation
from tui.model import Actor, Anchor, Article, Contest, Disagreement, Event, Figure, Quote, Record
from tui.records import name_of, passages_of
from tui.terminal_text import one_line
from tui.wording import measure_words, speakers_words

NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT = "project.qde"
WHEN = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive: it has none of its own."""

USER = "serbia-tui"
_ROOT = uuid.uuid5(uuid.NAMESPACE_URL, "urn:serbia-tui:qda")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Code = tuple[str, str]
"""A code: the one that it belongs to, and its own name."""


class Selection(NamedTuple):
    """Words of an article, what they are called, the codes they have, and notes on them."""

    at: Anchor
    name: str
    told: str
    codes: tuple[Code, ...]
    notes: tuple[str, ...] = ()


def records(corpus: Corpus, found: Sequence[Record]) -> Iterator[tuple[str, bytes]]:
    """The project of some records, as one file."""
    selections = [each for record in found for each in _selections(corpus, record)]
    whole = [record.id for record in found if isinstance(record, Article)]
    yield "", _archive(corpus, selections, whole)


def notebook(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """The project of all that is added."""
    selections: list[Selection] = []
    whole: list[str] = []
    for entry in entries(corpus):
        codes, notes = _added(entry.noted)
        if isinstance(entry.record, Article):
            whole.append(entry.record.id)
        elif entry.record is not None:
            selections += [
                each._replace(codes=(*each.codes, *codes), notes=(*each.notes, *notes))
                for each in _selections(corpus, entry.record, NOTHING)
            ]
        elif entry.anchor is not None:
            selections.append(Selection(entry.anchor, entry.says, "", codes, notes))
    yield "", _archive(corpus, selections, whole)


# ------------------------------------------------------------------------ what is selected


def _selections(corpus: Corpus, record: Record, noted: Noted | None = None) -> Iterator[Selection]:
    """The passages of a record, each with its codes."""
    added = corpus.added.to(record.id) if noted is None else noted
    codes, notes = _added(added)
    told = citation(corpus, record)
    if isinstance(record, Disagreement):
        for side in record.sides:
            on = ("Disputed: " + record.about, side.says)
            for each in side.told:
                yield Selection(each.passage, record.about, told, (on, *codes), notes)
        return
    anchors = record.mentions if isinstance(record, Actor) else record.evidence
    if isinstance(record, Article):
        anchors = ()
    own = tuple(_codes(corpus, record))
    for anchor in anchors or passages_of(record)[:1]:
        yield Selection(anchor, name_of(record), told, (*own, *codes), notes)


def _codes(corpus: Corpus, record: Record) -> Iterator[Code]:
    match record:
        case Quote():
            yield "Said by", speakers_words(corpus, record)
        case Event():
            yield "Events", record.status
        case Figure():
            yield "Figures", measure_words(record.measure)
        case Contest():
            yield "Contests", record.name
        case Actor():
            yield "Actors", record.name


def _added(noted: Noted) -> tuple[tuple[Code, ...], tuple[str, ...]]:
    """What a reader has added, as codes and notes."""
    codes: list[Code] = [("Tags", tag) for tag in noted.tags]
    if noted.bookmarked:
        codes.append(("Added", "bookmarked"))
    if noted.state != "unchecked":
        codes.append(("Added", noted.state))
    corrected = tuple(
        f"{each.field}: {each.was or 'nothing'} -> {each.value or 'nothing'} {each.why}".strip()
        for each in noted.corrections
    )
    return tuple(codes), (*(note.value for note in noted.notes), *corrected)


# ------------------------------------------------------------------------- the archive


class _Text(NamedTuple):
    """The text of an article as it stands in the archive, its lines ended by a line feed."""

    text: str
    ends: tuple[int, ...]
    """Where in the article a line end of two characters stands, which here has one."""

    def place(self, offset: int) -> int:
        return offset - sum(end < offset for end in self.ends)


def _text(corpus: Corpus, article: str) -> _Text:
    text = corpus.texts[article]
    ends = tuple(found.start() for found in re.finditer("\r\n", text))
    return _Text(text.replace("\r\n", "\n").replace("\r", "\n"), ends)


def _guid(*of: object) -> str:
    return str(uuid.uuid5(_ROOT, "\0".join(map(str, of))))


def _clean(words: str) -> str:
    """Words on one line, of which none breaks XML."""
    return _NO_XML.sub("\ufffd", one_line(words))


def _archive(corpus: Corpus, selections: Sequence[Selection], whole: Iterable[str]) -> bytes:
    articles = dict.fromkeys((*(each.at.article for each in selections), *whole))
    texts = {article: _text(corpus, article) for article in articles}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry(PROJECT), _project(corpus, selections, texts))
        for article, text in texts.items():
            data = text.text.encode("utf-8", "replace")
            archive.writestr(_entry(f"sources/{_guid('source', article)}.txt"), data)
    return made.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, WHEN)
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


def _project(corpus: Corpus, selections: Sequence[Selection], texts: dict[str, _Text]) -> bytes:
    user = _guid("user")
    root = ElementTree.Element(
        "Project",
        {
            "xmlns": NAMESPACE,
            "name": "serbia-tui",
            "origin": f"serbia-tui {__version__}",
            "creatingUserGUID": user,
        },
    )
    users = ElementTree.SubElement(root, "Users")
    ElementTree.SubElement(users, "User", guid=user, name=USER)
    _code_book(root, selections)
    notes: dict[str, str] = {}
    if texts:
        sources = ElementTree.SubElement(root, "Sources")
        for article, text in texts.items():
            _source(sources, corpus.article(article), text, selections, notes)
    if notes:
        of_notes = ElementTree.SubElement(root, "Notes")
        for guid, words in notes.items():
            note = ElementTree.SubElement(of_notes, "Note", guid=guid, name=words[:40])
            ElementTree.SubElement(note, "PlainTextContent").text = words
    ElementTree.indent(root)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def _code_book(root: ElementTree.Element, selections: Iterable[Selection]) -> None:
    tree: dict[str, dict[str, None]] = {}
    for selection in selections:
        for parent, name in selection.codes:
            tree.setdefault(_clean(parent), {})[_clean(name)] = None
    if not tree:
        return
    codes = ElementTree.SubElement(ElementTree.SubElement(root, "CodeBook"), "Codes")
    for parent, names in tree.items():
        above = ElementTree.SubElement(
            codes, "Code", guid=_guid("code", parent), name=parent, isCodable="false"
        )
        for name in names:
            guid = _guid("code", parent, name)
            ElementTree.SubElement(above, "Code", guid=guid, name=name, isCodable="true")


def _source(
    sources: ElementTree.Element,
    article: Article,
    text: _Text,
    selections: Iterable[Selection],
    notes: dict[str, str],
) -> None:
    guid = _guid("source", article.id)
    made = ElementTree.SubElement(
        sources,
        "TextSource",
        guid=guid,
        name=_clean(article.title or article.path),
        plainTextPath=f"internal://{guid}.txt",
    )
    about = (article.publisher, article.agency, article.author, article.published.edtf, article.url)
    ElementTree.SubElement(made, "Description").text = _clean(" · ".join(filter(None, about)))
    here = (each for each in selections if each.at.article == article.id)
    for number, each in enumerate(here):
        place = text.place(each.at.start), text.place(each.at.end)
        of = (article.id, number, *place)
        selected = ElementTree.SubElement(
            made,
            "PlainTextSelection",
            guid=_guid("selection", *of),
            name=_clean(each.name)[:80],
            startPosition=str(place[0]),
            endPosition=str(place[1]),
        )
        if each.told:
            told = "\n".join(map(_clean, each.told.splitlines()))
            ElementTree.SubElement(selected, "Description").text = told
        for parent, name in dict.fromkeys(each.codes):
            guid = _guid("coding", *of, parent, name)
            coding = ElementTree.SubElement(selected, "Coding", guid=guid)
            target = _guid("code", _clean(parent), _clean(name))
            ElementTree.SubElement(coding, "CodeRef", targetGUID=target)
        for words in each.notes:
            note = _guid("note", *of, words)
            notes[note] = "\n".join(map(_clean, words.splitlines())) or " "
            ElementTree.SubElement(selected, "NoteRef", targetGUID=note)
