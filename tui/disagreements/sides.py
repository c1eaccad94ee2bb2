"""What sides are made of: passages, who speaks in them, and ids that stay the same."""

from __future__ import annotations

from collections.abc import Iterable

from tui.corpus import Corpus
from tui.model import (
    Anchor,
    Disagreement,
    DisagreementType,
    Explanation,
    Origin,
    Side,
    Telling,
    short_id,
)


def made(
    sort: DisagreementType,
    about: str,
    sides: Iterable[Side],
    *,
    id: str,
    items: Iterable[str],
    actors: Iterable[str] = (),
    rule: str,
    origin: Origin = "extracted",
    explained_by: Explanation | None = None,
    note: str = "",
) -> Disagreement:
    """A disagreement of these sides; its evidence is the passages of all of them."""
    sides = tuple(sides)
    told = [telling for side in sides for telling in side.told]
    speakers = [speaker for telling in told for speaker in telling.speakers]
    return Disagreement(
        id=id,
        evidence=tuple(dict.fromkeys(telling.passage for telling in told)),
        origin=origin,
        rule=rule,
        about=about,
        type=sort,
        items=tuple(dict.fromkeys(items)),
        explained_by=explained_by,
        note=note,
        sides=sides,
        actors=tuple(dict.fromkeys((*actors, *speakers))),
    )


def rule_id(sort: DisagreementType, *about: str | None) -> str:
    """The id of a disagreement that a rule finds: ``d-`` and a digest of what it is about.

    It does not depend on which articles have a part in it, so it stays when one is added.
    """
    return f"d-{short_id('|'.join((sort, *(each or '' for each in about))))}"


def between_articles(sides: Iterable[Side]) -> bool:
    """Whether two sides stand in different articles: what one article says in two ways
    within itself is no disagreement between articles."""
    places = [{telling.passage.article for telling in side.told} for side in sides]
    return any(one - other or other - one for one in places for other in places)


class Voices:
    """Who speaks where: the quotes of a corpus by their articles, gone through once.

    Of each quote its passages and speakers are kept, and not the quote: of a large corpus
    the quotes are read from a file, and are not to be held all at once.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._spoken: dict[str, list[tuple[Anchor, tuple[str, ...], bool]]] = {}
        for quote in corpus.whole.quotes:
            in_marks = quote.type in ("direct", "mixed")
            for place, passage in enumerate(dict.fromkeys((*quote.evidence, *quote.content))):
                # What stands around the marks of a quote is not in them.
                spoken = (passage, quote.speakers, in_marks and not place)
                self._spoken.setdefault(passage.article, []).append(spoken)

    def of(self, passage: Anchor, *, quoted: bool = False) -> tuple[str, ...]:
        """The speakers of the quote that shares most with a passage; nobody where the
        article itself speaks. With ``quoted``, only words in quotation marks count: how
        reported speech is worded is the article's own choice."""
        most = 0
        found: tuple[str, ...] = ()
        for spoken, speakers, in_marks in self._spoken.get(passage.article, ()):
            shared = common(passage, spoken)
            if shared > most and (in_marks or not quoted):
                most, found = shared, speakers
        return found

    def told(self, passages: Iterable[Anchor], *, quoted: bool = False) -> tuple[Telling, ...]:
        """Passages, each with who speaks in it."""
        return tuple(
            Telling(passage, self.of(passage, quoted=quoted)) for passage in dict.fromkeys(passages)
        )


def common(one: Anchor, other: Anchor) -> int:
    """The characters that two passages have in common."""
    if one.article != other.article:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))
