"""The answer key: the gold files as tables whose quoted words are places in the articles.

The head of ``gold/actors.toml`` tells what the fields mean. Here they become spans, the
ids that name one actor, and the events that several entries tell.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from tui.digests import slug
from tui.ids import article_id

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parents[2] / "seeds"

Table = dict[str, Any]

TITLES = re.compile(r"^(?:the|an?|other|its|his|her|their|mr|mrs|ms|president)\s+", re.I)
POSSESSIVE = re.compile(r"[’']s?$")
DATE_KEYS = frozenset(
    "edtf basis accept accept_basis note words why without_outside_knowledge".split()
)
KEYS: dict[str, frozenset[str]] = {
    "article": frozenset("title publisher agency accept_agency author note".split()),
    "quote": frozenset(
        """type text nth accept accept_type speakers speaker_text speaker_nth accept_speaker_text
        cue cue_nth accept_cue content content_nth accept_content said continues accept_continues
        repeats accept_repeats inherited group optional note""".split()
    ),
    "not_quote": frozenset("text nth why".split()),
    "event": frozenset(
        """title key passages passages_nth expression expression_nth accept_expression
        other_expressions when merged status accept_status claimed_by accept_claimed_by actors
        accept_actors place accept_place optional apart joined note""".split()
    ),
    "figure": frozenset(
        """words nth value accept_value unit accept_unit measure accept_measure comparator
        accept_comparator contest accept_contest contest_words subject accept_subject
        about status accept_status base accept_base as_of claimed_by accept_claimed_by optional
        note""".split()
    ),
    "not_figure": frozenset("words nth why".split()),
    "mention": frozenset(
        """actor accept_actor words accept_words within count optional_count place_count nested
        note""".split()
    ),
    "described": frozenset("actor text nth accept by optional note".split()),
    "actor": frozenset(
        """id accept_id name accept_name type accept_type aliases canonical_basis related articles
        unnamed optional note""".split()
    ),
    "contest": frozenset(
        "key name date place seats_total seats_basis articles optional note".split()
    ),
}
"""The keys that a table of each kind may have."""


class Span(NamedTuple):
    """A stretch of an article's text."""

    start: int
    end: int

    def shares(self, other: Span) -> int:
        """How many characters two stretches have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def likeness(self, other: Span) -> float:
        """What two stretches share, of all that both cover: 0.0 to 1.0."""
        both = self.shares(other)
        return both / (max(self.end, other.end) - min(self.start, other.start)) if both else 0.0

    def touches(self, other: Span) -> bool:
        """Whether a good part of the shorter one is in the longer one."""
        shorter = min(self.end - self.start, other.end - other.start)
        return self.shares(other) > 0.3 * shorter


class NotThere(Exception):
    """The key quotes words that the article does not have."""


@dataclass(frozen=True)
class GoldArticle:
    """One article and what its key says."""

    number: str
    file: str
    text: str
    tables: Table

    @property
    def id(self) -> str:
        return article_id(self.text)

    def of(self, kind: str) -> list[Table]:
        """The entries of a kind, in the order of the file."""
        found: list[Table] = self.tables.get(kind, [])
        return found

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def occurrences(self, words: str) -> list[Span]:
        """Everywhere that words stand, also inside longer ones."""
        starts = [found.start() for found in re.finditer(f"(?={re.escape(words)})", self.text)]
        return [Span(start, start + len(words)) for start in starts] if words else []

    def find(self, words: str, nth: int = 1) -> Span:
        """Where words stand for the nth time."""
        found = self.occurrences(words)
        if len(found) < nth:
            raise NotThere(f"{self.file}: {words!r} stands {len(found)} times, not {nth}")
        return found[nth - 1]

    def near(self, words: str, place: Span) -> Span:
        """Where words stand nearest to a place: for readings that give no ``nth``."""
        found = self.occurrences(words)
        if not found:
            raise NotThere(f"{self.file}: {words!r} stands nowhere")
        return min(found, key=lambda span: (-span.shares(place), abs(span.start - place.start)))

    def text_of(self, quote: Table) -> Span:
        return self.find(quote["text"], quote.get("nth", 1))

    def texts_of(self, quote: Table) -> list[Span]:
        """The words of a quote, and the other spans of them that are as right."""
        first = self.text_of(quote)
        return [first, *(self.near(words, first) for words in quote.get("accept", []))]

    def speaker_text_of(self, quote: Table) -> list[Span]:
        if not quote["speaker_text"]:
            return []
        first = self.find(quote["speaker_text"], quote.get("speaker_nth", 1))
        others = quote.get("accept_speaker_text", [])
        return [first, *(self.near(words, first) for words in others)]

    def cue_of(self, quote: Table) -> list[Span]:
        if not quote["cue"]:
            return []
        first = self.find(quote["cue"], quote.get("cue_nth", 1))
        return [first, *(self.near(words, first) for words in quote.get("accept_cue", []))]

    def contents_of(self, quote: Table) -> list[list[Span]]:
        """The readings of all that a quote attributes, each as stretches of text."""
        first = self.text_of(quote)
        readings = []
        if "content" in quote:
            nth = quote.get("content_nth", [1] * len(quote["content"]))
            parts = zip(quote["content"], nth, strict=True)
            readings.append([self.find(words, which) for words, which in parts])
        others = quote.get("accept_content", [])
        readings.extend([self.near(words, first) for words in other] for other in others)
        if quote["type"] != "mixed":
            readings.extend([span] for span in self.texts_of(quote))
        return readings or [[first]]

    def words_of(self, figure: Table) -> Span:
        return self.find(figure["words"], figure.get("nth", 1))

    def contest_text_of(self, figure: Table) -> list[Span]:
        words = figure.get("contest_words", "")
        return [self.near(words, self.words_of(figure))] if words else []

    def passages_of(self, event: Table) -> list[Span]:
        words = event["passages"]
        nth = event.get("passages_nth", [1] * len(words))
        return [self.find(each, which) for each, which in zip(words, nth, strict=True)]

    def expressions_of(self, event: Table) -> list[Span]:
        """The time words that may date an event."""
        found = []
        near = self.passages_of(event)[0]
        if event["expression"]:
            found.append(self.find(event["expression"], event.get("expression_nth", 1)))
            near = found[0]
        others = [other["words"] for other in event.get("other_expressions", [])]
        return found + [self.near(w, near) for w in (*event.get("accept_expression", []), *others)]

    def quoted(self) -> Iterator[Span]:
        """Every stretch that the key quotes; NotThere where one is not in the article."""
        for quote in self.of("quote"):
            yield from self.texts_of(quote)
            yield from self.speaker_text_of(quote)
            yield from self.cue_of(quote)
            for reading in self.contents_of(quote):
                yield from reading
            for key in ("continues", "repeats"):
                for words in (quote.get(key, ""), *quote.get(f"accept_{key}", [])):
                    yield self.find(words or quote["text"])
        for event in self.of("event"):
            yield from self.passages_of(event)
            yield from self.expressions_of(event)
        for figure in self.of("figure"):
            yield self.words_of(figure)
            yield from self.contest_text_of(figure)
        for kind in ("not_quote", "not_figure", "described"):
            for table in self.of(kind):
                yield self.find(table.get("text") or table["words"], table.get("nth", 1))
                for other in table.get("accept", []):
                    yield self.find(other)
        for mention in self.of("mention"):
            named = mention["count"] + mention.get("optional_count", 0)
            yield self.find(mention["words"], max(1, named + mention.get("place_count", 0)))
            for other in (*mention.get("accept_words", []), *mention.get("within", [])):
                yield self.find(other)


@dataclass(frozen=True)
class GoldEvent:
    """What one key of ``[[event]]`` tells, in one article or several."""

    key: str
    entries: tuple[tuple[GoldArticle, Table], ...]

    @property
    def optional(self) -> bool:
        return all(entry.get("optional", False) for _, entry in self.entries)

    @property
    def title(self) -> str:
        title: str = self.entries[0][1]["title"]
        return title

    def every(self, *names: str) -> list[Any]:
        """The values of some fields over all entries, lists flattened."""
        found: list[Any] = []
        for _, entry in self.entries:
            for name in names:
                value = entry.get(name, [])
                found.extend(value if isinstance(value, list) else [value])
        return found

    def passages(self) -> list[tuple[str, Span]]:
        return [
            (article.id, span)
            for article, entry in self.entries
            for span in article.passages_of(entry)
        ]

    def dates(self) -> list[Table]:
        """The dates that are right for the one event that all entries tell."""
        told = []
        alone = len({article.number for article, _ in self.entries}) == 1
        for _, entry in self.entries:
            if "merged" in entry:
                told.append(entry["merged"])
            if "merged" not in entry or (alone and not entry.get("apart")):
                told.append(entry["when"])
        return told


@dataclass(frozen=True)
class GoldKey:
    """The whole key: the articles' files, and those of actors and contests."""

    articles: tuple[GoldArticle, ...]
    actors: tuple[Table, ...]
    contests: tuple[Table, ...]

    @cached_property
    def events(self) -> tuple[GoldEvent, ...]:
        told: dict[str, list[tuple[GoldArticle, Table]]] = {}
        for article in self.articles:
            for entry in article.of("event"):
                told.setdefault(entry["key"], []).append((article, entry))
        return tuple(GoldEvent(key, tuple(entries)) for key, entries in told.items())

    @cached_property
    def optional_actors(self) -> frozenset[str]:
        """The actors that a reading need not have, and so no event need list."""
        return frozenset(actor["id"] for actor in self.actors if actor.get("optional"))

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        ids = {}
        for actor in self.actors:
            same = {actor["id"], *actor.get("accept_id", [])}
            if actor.get("unnamed"):
                names = (actor["name"], *actor["aliases"])
                same.update(slug(form) for name in names for form in (name, bare(name)))
            ids[actor["id"]] = frozenset(same)
        return ids

    def ids(self, actor: str) -> frozenset[str]:
        """The ids under which a reading may have an actor."""
        return self._ids.get(actor, frozenset({actor}))

    def same_actor(self, expected: Iterable[str], found: str) -> bool:
        """Whether an actor that was found is one of those expected."""
        return any(found in self.ids(each) for each in expected)

    def lacking(self, expected: Iterable[str], found: Sequence[str]) -> list[str]:
        """The expected actors that were not found."""
        return [each for each in expected if not self.ids(each) & set(found)]


def bare(name: str) -> str:
    """A name without titles, article or possessive: "Mr Vucic’s" is "Vucic"."""
    name = POSSESSIVE.sub("", " ".join(name.split()))
    while (shorter := TITLES.sub("", name)) != name:
        name = shorter
    return name


def _load(file: str) -> Table:
    return tomllib.loads((GOLD / file).read_text(encoding="utf-8"))


@cache
def read() -> GoldKey:
    """The key, read from its folder."""
    articles = []
    for path in sorted(SEEDS.glob("*.txt")):
        tables = _load(f"{path.stem}.toml")
        text = path.read_bytes().decode("utf-8")
        articles.append(GoldArticle(path.stem[:3], path.name, text, tables))
    return GoldKey(
        tuple(articles),
        tuple(_load("actors.toml")["actor"]),
        tuple(_load("contests.toml")["contest"]),
    )
