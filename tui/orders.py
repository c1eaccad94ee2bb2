"""What lists are sorted by, and what is counted of them: columns whose keys need words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.corpus import Corpus
from tui.filters import LACKS
from tui.model import ACTOR_TYPES, Actor, Article, Disagreement, Quote, Record
from tui.paragraphs import PARAGRAPHS
from tui.tables.columns import DATES, RELATIONS, ColumnField, Key
from tui.wording import difference_group, source_name, speakers_words


def _itself(key: Key) -> Key:
    return key


def _folded(key: str) -> str:
    return key.casefold()


def _publisher(_corpus: Corpus, record: Record) -> Iterator[tuple[bool, str]]:
    if isinstance(record, Article):
        yield not record.publisher, record.publisher.casefold()


def _source(corpus: Corpus, record: Record) -> Iterator[str]:
    article = corpus.get(record.article) if isinstance(record, Quote) else record
    yield source_name(article) if isinstance(article, Article) else ""


def _speaker(corpus: Corpus, record: Record) -> Iterator[tuple[bool, str]]:
    if isinstance(record, Quote):
        # Where the speaker is not known a quote comes last, not under "s".
        yield not record.speakers, speakers_words(corpus, record)


def _named(_corpus: Corpus, record: Record) -> Iterator[tuple[int, str]]:
    if isinstance(record, Actor):
        yield -len(record.mentions), record.name.casefold()


def _of_type(_corpus: Corpus, record: Record) -> Iterator[tuple[int, int, str]]:
    if isinstance(record, Actor):
        count = -len(record.mentions)
        yield ACTOR_TYPES.index(record.type), count, record.name.casefold()


def _text(kind: type[Record], name: str, key: Callable[[str], str]) -> ColumnField:
    def of(_corpus: Corpus, record: Record) -> Iterator[str]:
        yield key(getattr(record, name))

    return ColumnField(name, (kind.kind,), of, _itself)


SOURCES = ColumnField("source", ("article", "quote"), _source, _itself)
PUBLISHERS = ColumnField("publisher", ("article",), _publisher, _itself)
NAMES = _text(Actor, "name", _folded)
NAMED = ColumnField("mentions", ("actor",), _named, _itself)
OF_TYPE = ColumnField("type", ("actor",), _of_type, _itself)
SPEAKERS = ColumnField("speaker", ("quote",), _speaker, _itself)
QUOTE_TYPES = _text(Quote, "type", str)
SUBJECTS = _text(Disagreement, "about", _folded)
WEIGHTS = ColumnField(
    "weight",
    ("disagreement",),
    lambda _c, each: [difference_group(each)] if isinstance(each, Disagreement) else [],
    _itself,
)
ORDERS: dict[tuple[str, str], ColumnField] = {
    ("article", "date"): DATES,
    ("article", "publisher"): PUBLISHERS,
    ("actor", "name"): NAMES,
    ("actor", "mentions"): NAMED,
    ("actor", "type"): OF_TYPE,
    ("event", "date"): DATES,
    ("quote", "date"): DATES,
    ("quote", "speaker"): SPEAKERS,
    ("quote", "source"): SOURCES,
    ("quote", "type"): QUOTE_TYPES,
    ("disagreement", "weight"): WEIGHTS,
    ("disagreement", "subject"): SUBJECTS,
}
"""What a list of a kind is sorted by, by the name of the order."""

KEPT = (*RELATIONS, LACKS, PARAGRAPHS, SOURCES, *ORDERS.values())
"""All columns that are kept beside a store of many articles."""


def fields_of(kind: str) -> tuple[ColumnField, ...]:
    """The columns that are kept of a kind."""
    return tuple({each.name: each for each in KEPT if kind in each.kinds}.values())
