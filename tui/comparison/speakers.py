"""Who is meant by a name that somebody types."""

from __future__ import annotations

from tui.comparison.comparison import most_quoted
from tui.corpus import Corpus
from tui.folding import folded
from tui.model import Actor
from tui.search import fits

NAMED = 5
"""So many are named where several may be meant."""


class NotKnown(Exception):
    """Nobody is called so, or several are; the message says who might be meant, ``meant`` how
    many are called so."""

    def __init__(self, message: str, meant: int = 0) -> None:
        super().__init__(message)
        self.meant = meant


def speaker_called(corpus: Corpus, name: str) -> str:
    """The id of the actor that a name means: an id, a whole name, or the beginnings of its
    words, however they are spelt. Of several, the only one who is quoted.

    Raises :class:`NotKnown`.
    """
    if isinstance(corpus.get(name), Actor):
        return name
    quoted = most_quoted(corpus)
    called = [actor for actor in corpus.whole.actors if folded(name) in map(folded, _names(actor))]
    fitting = called or [
        actor for actor in corpus.whole.actors if any(fits(each, name) for each in _names(actor))
    ]
    meant = [actor for actor in fitting if actor.id in quoted] or fitting
    if len(meant) == 1 and name.strip():
        return meant[0].id
    if not fitting or not name.strip():
        known = ", ".join(corpus.name(each) for each in quoted[:NAMED])
        raise NotKnown(f"nobody is called {name}" + (f"; most quoted: {known}" if known else ""))
    listed = ", ".join(f"{actor.name} ({actor.id})" for actor in meant[:NAMED])
    more = f" and {len(meant) - NAMED} more" if len(meant) > NAMED else ""
    raise NotKnown(f"{name} may mean {listed}{more}", len(meant))


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.also_known_as)
