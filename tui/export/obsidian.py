"""Notes for Obsidian: a folder of Markdown files that link to one another.

Each record is a note with properties, its words with their source, and what a reader has
added; each article and each actor that one of them names is a note as well, so that every
link leads somewhere.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from tui.annotated_things import AnnotatedThing, entries
from tui.annotation import NOTHING, Noted
from tui.corpus import Corpus
from tui.export.citation import citation
from tui.export.markdown import escaped
from tui.model import Actor, Article, Quote, Record
from tui.records import actors_of, name_of, passages_of, when_of
from tui.terminal_text import one_line

FOLDERS = {
    "article": "Sources",
    "actor": "Actors",
    "contest": "Contests",
    "event": "Events",
    "figure": "Figures",
    "quote": "Quotes",
    "disagreement": "Disagreements",
}
"""The folder of a kind's notes. What has lost its place, and words, stand in this one:"""
OTHERS = "Notebook"

LONGEST = 60
"""Characters of a note's name."""

_UNFIT = re.compile(r'[\\/:*?"<>|#^\[\]%\x00-\x1f\x7f]+')
"""What no file's name, or no link, may have."""
_NO_TAG = re.compile(r"[^\w/-]+")

Files = Iterator[tuple[str, bytes]]


def records(corpus: Corpus, found: Sequence[Record]) -> Files:
    """The notes of some records."""
    return _Notes(corpus).written(found)


def notebook(corpus: Corpus) -> Files:
    """The notes of all that is added."""
    every = entries(corpus)
    lost = [each for each in every if each.record is None]
    return _Notes(corpus).written([each.record for each in every if each.record], lost)


class _Notes:
    """Notes by their records, each under a name of its own."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._paths: dict[str, str] = {}
        self._taken: set[str] = set()

    def written(self, found: Sequence[Record], others: Sequence[AnnotatedThing] = ()) -> Files:
        every = {record.id: record for record in found}
        for record in found:
            every |= {each.id: each for each in self._beside(record)}
        for record in every.values():
            self._name(record.id, FOLDERS[record.kind], self._called(record))
        for record in every.values():
            yield self._paths[record.id] + ".md", self._note(record).encode("utf-8", "replace")
        for each in others:
            self._name(each.key, OTHERS, each.says)
            yield self._paths[each.key] + ".md", _other(each).encode("utf-8", "replace")

    def _beside(self, record: Record) -> Iterator[Record]:
        """The articles and actors that a record is linked to."""
        ids = [*actors_of(record), *(anchor.article for anchor in passages_of(record))]
        for id in dict.fromkeys(ids):
            other = self._corpus.get(id)
            if isinstance(other, Actor | Article):
                yield other

    def _called(self, record: Record) -> str:
        if isinstance(record, Quote):
            return record.text
        return name_of(record)

    def _name(self, id: str, folder: str, name: str) -> None:
        """Give a note a name that no other has, whether or not case makes a difference."""
        plain = unicodedata.normalize("NFC", " ".join(_UNFIT.sub(" ", one_line(name)).split()))
        stem = plain[:LONGEST].strip(" .") or "untitled"
        number, made = 1, f"{folder}/{stem}"
        while made.casefold() in self._taken:
            number += 1
            made = f"{folder}/{stem} ({number})"
        self._taken.add(made.casefold())
        self._paths[id] = made

    def _link(self, id: str) -> str:
        path = self._paths[id]
        return f"[[{path}|{path.partition('/')[2]}]]"

    def _links(self, ids: Iterable[str]) -> list[str]:
        return [self._link(id) for id in dict.fromkeys(ids) if id in self._paths]

    def _note(self, record: Record) -> str:
        corpus, noted = self._corpus, self._corpus.added.to(record.id)
        when = when_of(record)
        properties: dict[str, object] = {
            "id": record.id,
            "kind": record.kind,
            "aliases": [one_line(name_of(record))],
            "tags": [f"serbia-tui/{record.kind}", *_tags(noted)],
        }
        if when is not None and when.known:
            properties |= {"date": when.edtf, "date-basis": when.basis}
        if isinstance(record, Article):
            facts = ("publisher", "agency", "author", "url", "language")
            told = {name: one_line(getattr(record, name)) for name in facts}
            properties |= {name: value for name, value in told.items() if value}
        elif isinstance(record, Actor):
            names = (record.name, *record.also_known_as)
            properties |= {"type": record.type, "aliases": [one_line(each) for each in names]}
        actors = self._links(each for each in actors_of(record) if each != record.id)
        if actors:
            properties["actors"] = actors
        articles = {anchor.article: None for anchor in passages_of(record)}
        sources = [] if isinstance(record, Article) else self._links(articles)
        if sources:
            properties["sources"] = sources
        lines = [*_front_matter(properties), f"# {escaped(name_of(record))}", ""]
        said, *rest = citation(corpus, record).splitlines()
        lines += [f"> {escaped(said)}", *(f">\n> {escaped(each)}" for each in rest), ""]
        lines += [f"- {each}" for each in (*actors, *sources)]
        return "\n".join([*lines, *_added(noted)]) + "\n"


def _front_matter(properties: dict[str, object]) -> list[str]:
    """Properties as YAML: a text as JSON writes it is one of YAML too."""
    lines = ["---"]
    for name, value in properties.items():
        if isinstance(value, list):
            lines.append(f"{name}:" if value else f"{name}: []")
            lines += [f"  - {json.dumps(each, ensure_ascii=False)}" for each in value]
        else:
            lines.append(f"{name}: {json.dumps(value, ensure_ascii=False)}")
    return [*lines, "---", ""]


def _tags(noted: Noted) -> list[str]:
    """The tags that a reader gave, as Obsidian takes them."""
    tags = [_NO_TAG.sub("-", tag).strip("-") for tag in noted.tags]
    marks = ["bookmarked"] if noted.bookmarked else []
    state = [noted.state] if noted.state != "unchecked" else []
    return list(dict.fromkeys(each for each in (*tags, *marks, *state) if each))


def _added(noted: Noted) -> Iterator[str]:
    """What a reader has added, below the record."""
    if not (noted.notes or noted.corrections):
        return
    yield "\n## Notes\n"
    for each in noted.corrections:
        why = f" ({escaped(each.why)})" if each.why else ""
        was, now = escaped(each.was or "nothing"), escaped(each.value or "nothing")
        yield f"{escaped(each.field)}: ~~{was}~~ {now}{why}\n"
    for note in noted.notes:
        yield from (escaped(line) for line in note.value.split("\n"))
        yield ""


def _other(entry: AnnotatedThing) -> str:
    """Words that something is added to, or what has lost its place."""
    noted = entry.noted or NOTHING
    properties: dict[str, object] = {
        "id": entry.key,
        "kind": entry.kind,
        "orphaned": entry.orphaned,
        "tags": [f"serbia-tui/{entry.kind}", *_tags(noted)],
    }
    lines = [*_front_matter(properties), f"> {escaped(entry.says)}", ""]
    return "\n".join([*lines, *_added(noted)]) + "\n"
