"""The palette: every key as a command, and a jump to any record by its name.

Matches are lit here and not by the palette's own matcher, which reads names as markup.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from heapq import nlargest

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import FuzzySearch

from tui.app.cards.labels import KIND_WORDS
from tui.app.keys import key_name
from tui.app.messages import Forget, SearchTab, ShowRecord
from tui.app.search_worker import is_small
from tui.app.styling import highlighted, joined, styled
from tui.corpus import Corpus
from tui.folding import fold
from tui.notes import Notes, SavedSearch
from tui.records import name_of
from tui.search import Answer, everywhere
from tui.search import Hit as FoundHit

JUMPS = ("actor", "event", "article", "contest", "disagreement")
WHOLE = 0.9
"""The score of a name whose words begin as what was typed."""
MOST, GUESSED = 40, 5
"""Records that the palette offers at once; and of those of what was perhaps meant."""
PERHAPS = 0.3
"""The score of what was perhaps meant: whatever has the letters themselves comes before it."""


class Matching:
    """How well names fit what was typed: words that begin so before scattered letters."""

    def __init__(self, typed: str) -> None:
        self._typed = fold(typed).text.strip()
        self._words = self._typed.split()
        self._fuzzy = FuzzySearch()

    def score(self, name: str) -> float:
        """From 0, no match, to 1."""
        folded = fold(name).text
        starts = folded.split()
        if self._words and all(any(s.startswith(w) for s in starts) for w in self._words):
            return WHOLE + 0.1 * len(self._typed) / max(len(folded), len(self._typed))
        score, _places = self._fuzzy.match(self._typed, folded)
        return min(0.89, score / 100 + 0.1) if score else 0.0

    def lit(self, name: str) -> Content:
        """The name with what was typed lit in its original letters."""
        folded = fold(name)
        spans = []
        for word in self._words:
            at = folded.text.find(word)
            if at >= 0:
                spans.append(folded.span(at, at + len(word)))
        if not spans:
            _score, places = self._fuzzy.match(self._typed, folded.text)
            spans = [folded.span(place, place + 1) for place in places]
        return highlighted(styled(name), spans, "bold underline")


class KeyCommands(Provider):
    """What the keys of the moment do."""

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        seen = set()
        active = self.screen.active_bindings.values()
        # Those that the footer shows come first.
        for node, binding, enabled, _tooltip in sorted(active, key=lambda each: not each[1].show):
            # Every key of ours explains itself; what has no word of its own only scrolls.
            text = binding.tooltip
            if not enabled or not text or binding.action in seen:
                continue
            seen.add(binding.action)
            run = partial(self.app.run_action, binding.action, node)
            yield text, key_name(binding.key), run

    async def discover(self) -> Hits:
        for text, key, run in self._commands():
            yield DiscoveryHit(joined(text, (f"  {key}", "dim")), run, text=text)

    async def search(self, query: str) -> Hits:
        matching = Matching(query)
        for text, key, run in self._commands():
            if (score := matching.score(text)) > 0:
                yield Hit(score, joined(matching.lit(text), (f"  {key}", "dim")), run, text=text)


class RecordCommands(Provider):
    """Any actor, event, article or contest, by what the search finds of it."""

    async def search(self, query: str) -> Hits:
        corpus = getattr(self.screen, "corpus", None)
        if not isinstance(corpus, Corpus) or not query.strip():
            return
        find = partial(_named, corpus.whole, query)
        best, meant = find() if is_small(corpus) else await asyncio.to_thread(find)
        if meant:
            # Whoever types the name of a command means that.
            best = [] if self._names_a_command(query) else best[:GUESSED]
        for place, hit in enumerate(best):
            name = styled(name_of(hit.record)).plain
            note = joined(KIND_WORDS[hit.record.kind], hit.why, meant, by=" · ").plain
            shown = joined(
                highlighted(styled(name), hit.spans, "bold underline"), (f"  {note}", "dim")
            )
            go = partial(self.screen.post_message, ShowRecord(hit.record.id))
            # The search has put them in order, which the palette keeps.
            yield Hit((PERHAPS if meant else WHOLE) - place / 1000, shown, go, text=name)

    def _names_a_command(self, query: str) -> bool:
        commands = self.app.get_system_commands(self.screen)
        return any(fold(each.title).text.startswith(fold(query).text.strip()) for each in commands)


def _named(corpus: Corpus, query: str) -> tuple[list[FoundHit], str]:
    """The records that a query finds, the best first; where there are none, those of what was
    perhaps meant, and a note that says so."""
    answers = everywhere(corpus, query, JUMPS, typing=True)
    best = _best(answers)
    if best:
        return best, ""
    likely = max(
        (each.suggestion for each in answers.values() if each.suggestion),
        key=lambda each: each.total,
        default=None,
    )
    if likely is None:
        return [], ""
    return _best(everywhere(corpus, likely.text, JUMPS, typing=True)), f"for {query.strip()}"


def _best(answers: Mapping[str, Answer]) -> list[FoundHit]:
    hits = (hit for each in answers.values() for hit in each.hits[:MOST])
    best = nlargest(MOST, hits, key=lambda hit: hit.score)
    # Where names have the words, what only its passage or source brings in is noise.
    return [hit for hit in best if hit.spans] or best


class SavedCommands(Provider):
    """The searches that were saved, by name: to ask them again, or to forget them."""

    def _saved(self) -> tuple[SavedSearch, ...]:
        notes = getattr(self.screen, "notes", None)
        return notes.saved if isinstance(notes, Notes) else ()

    def _ask(self, search: SavedSearch) -> Callable[[], object]:
        return partial(self.screen.post_message, SearchTab(search.query, search.where))

    async def discover(self) -> Hits:
        for search in self._saved():
            shown = joined(search.name, (f"  saved search · {search.query}", "dim"))
            yield DiscoveryHit(shown, self._ask(search), text=search.name)

    async def search(self, query: str) -> Hits:
        matching = Matching(query)
        for search in self._saved():
            if (score := matching.score(search.name)) > 0:
                note = (f"  saved search · {search.query}", "dim")
                shown = joined(matching.lit(search.name), note)
                yield Hit(score, shown, self._ask(search), text=search.name)
            text = f"Forget the saved search {search.name}"
            if query.strip() and text.casefold().startswith(query.strip().casefold()):
                forget = partial(self.screen.post_message, Forget(search.name))
                yield Hit(WHOLE, matching.lit(text), forget, text=text)
