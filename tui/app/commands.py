"""The palette: every key as a command, and a jump to any record by its name.

Matches are lit here and not by the palette's own matcher, which reads names as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from heapq import nlargest

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import FuzzySearch

from tui.app.cards.words import KIND_WORDS
from tui.app.messages import Visit
from tui.app.text import joined, lit, words
from tui.app.widgets.keybar import key_name
from tui.corpus import Corpus, name_of
from tui.folding import fold
from tui.model import Record

JUMPS = ("actor", "event", "article", "contest", "disagreement")
WHOLE = 0.9
"""The score of a name whose words begin as what was typed."""
MOST = 40
"""Records that the palette offers at once."""


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
        return lit(words(name), spans, "bold underline")


class Keys(Provider):
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


class Records(Provider):
    """Any actor, event, article or contest, by its name."""

    async def search(self, query: str) -> Hits:
        corpus = getattr(self.screen, "corpus", None)
        if not isinstance(corpus, Corpus):
            return
        matching = Matching(query)
        found: list[tuple[float, int, Record]] = []
        for kind in JUMPS:
            for record in corpus.whole.of(kind):
                if (score := matching.score(name_of(record))) > 0:
                    found.append((score, -len(found), record))
        if any(score >= WHOLE for score, _number, _record in found):
            # Where words begin as typed, letters scattered over others are noise.
            found = [each for each in found if each[0] >= WHOLE]
        for score, _number, record in nlargest(MOST, found, key=lambda each: each[:2]):
            name = name_of(record)
            shown = joined(matching.lit(name), (f"  {KIND_WORDS[record.kind]}", "dim"))
            go = partial(self.screen.post_message, Visit(record.id))
            yield Hit(score, shown, go, text=words(name).plain)
