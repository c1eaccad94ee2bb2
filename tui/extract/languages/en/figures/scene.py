"""A sentence as its figures' owners are looked for in it: its words, and who is named there.

Names are blotted out in the words ("The Xxxx xxxx won 23 percent"), with the marks around them:
what a party is called ("Serbia Wins", "Bread and Roses") is no verb and no clause of the sentence.
Places are counted from where the sentence begins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.extract.findings import Mention
from tui.extract.languages.en.figures.owners import holds

_NOUN = re.compile(r"\s(?:coalition|list|party|alliance|bloc|movement|ticket|slate)\b")
"""What a name may have behind it, and is the name's: "the Blue List coalition"."""
_OPEN = "\"“”„‟«»‘'"
_CLOSE = "\"”“»«’'"


class Scene(NamedTuple):
    """The words of a sentence without its names, and those of them who can win something."""

    words: str
    holders: tuple[Mention, ...]
    earlier: Mapping[str, str | None]
    """Whom the sentences before leave for "it" and for "she"."""


def of(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    earlier: Mapping[str, str | None],
) -> Scene:
    """The scene of a stretch of a text, given the mentions in it."""
    parts: list[str] = []
    holders: list[Mention] = []
    place = start
    for mention in mentions:
        if mention.start < place or mention.end > end:
            continue
        first, last = mention.start, mention.end
        if not mention.named:
            # "The party of Peric" is his, whichever was told of before.
            if not text.startswith(" of ", last) and holds(mention, text[first:last]):
                holders.append(mention._replace(start=first - start, end=last - start))
            continue
        if first > place and text[first - 1] in _OPEN and text[last : last + 1] in _CLOSE:
            first, last = first - 1, min(last + 1, end)
        if mention.type != "person" and (noun := _NOUN.match(text, last, end)):
            last = noun.end()
        parts += [text[place:first], "X", "x" * (last - first - 1)]
        place = last
        if holds(mention, text[mention.start : mention.end]):
            holders.append(mention._replace(start=first - start, end=last - start))
    parts.append(text[place:end])
    return Scene("".join(parts), tuple(holders), earlier)


def left(scene: Scene, subjects: Sequence[str | None]) -> dict[str, str | None]:
    """Whom a sentence leaves for the pronouns of the next: the owner of its last figure, or the
    only party and the only person that it names."""
    found: dict[str, str | None] = {}
    for kind in ("person", "party"):
        actors = {
            one.actor for one in scene.holders if (one.type == "person") == (kind == "person")
        }
        if len(actors) == 1:
            found[kind] = actors.pop()
        elif subjects and subjects[-1] in actors:
            found[kind] = subjects[-1]
        elif not actors and kind in scene.earlier:
            found[kind] = scene.earlier[kind]
    return found
