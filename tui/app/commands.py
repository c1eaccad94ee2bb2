"""The palette: every key as a command, and a jump to any record by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from heapq import nlargest

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.app.cards.words import KIND_WORDS
from tui.app.messages import Visit
from tui.app.text import DIM, LABEL, joined, words
from tui.app.widgets.keybar import key_name
from tui.corpus import Corpus, name_of
from tui.model import Record

JUMPS = ("actor", "event", "article", "contest")
MOST = 40
"""Records that the palette offers at once."""


class Keys(Provider):
    """What the keys of the moment do."""

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        seen = set()
        for node, binding, enabled, _tooltip in self.screen.active_bindings.values():
            text = binding.tooltip or binding.description
            if not enabled or not text or binding.action in seen:
                continue
            seen.add(binding.action)
            run = partial(self.app.run_action, binding.action, node)
            yield text, binding.key_display or key_name(binding.key), run

    async def discover(self) -> Hits:
        for text, key, run in self._commands():
            yield DiscoveryHit(joined(text, "  ", (key, ".key")), run, text=text)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for text, key, run in self._commands():
            if (score := matcher.match(text)) > 0:
                yield Hit(score, joined(matcher.highlight(text), "  ", key), run, text=text)


class Records(Provider):
    """Any actor, event, article or contest, by its name."""

    async def search(self, query: str) -> Hits:
        corpus = getattr(self.screen, "corpus", None)
        if not isinstance(corpus, Corpus):
            return
        matcher = self.matcher(query)
        found: list[tuple[float, int, Record, str]] = []
        number = 0
        for kind in JUMPS:
            for record in corpus.whole.of(kind):
                number += 1
                name = words(name_of(record)).plain
                score = matcher.match(name)
                if score > 0:
                    found.append((score, -number, record, name))
        for score, _number, record, name in nlargest(MOST, found, key=lambda each: each[:2]):
            shown = joined((f"{KIND_WORDS[record.kind]}  ", LABEL), matcher.highlight(name))
            go = partial(self.screen.post_message, Visit(record.id))
            yield Hit(score, joined(shown, ("", DIM)), go, text=name)
