"""Labels: one actor, placed differently in politics by who describes it.

A description is reduced to the words by which it takes a stand: where it leans (populist,
right-wing, pro-Western), what standing it grants (self-proclaimed, legitimate), and
whether it governs or opposes. Articles disagree on an actor when one has a word of the
first two sorts that another, which describes the actor as well, does not have; or when
one sees it govern and another oppose. An article that says nothing of the sort is no side:
silence is no label. Nor does one that only says more ("the opposition", "the centre-left
opposition"), and whom an actor sides with abroad ("pro-Western") competes with nothing but
another side abroad.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from tui.corpus import Corpus
from tui.disagreements.sides import Voices, between_articles, made, rule_id
from tui.model import Actor, Anchor, Description, Disagreement, Side

_SIDED = r"(?:far|hard|extreme|ultra|center|centre|alt)[- ](?:left|right)|(?:left|right)[- ]wing"
_STAND = r"(?:pro|anti)-[\w-]+|ultra-?\w+ist"
LEANING = frozenset(
    """
    leftist rightist centrist populist nationalist ultranationalist chauvinist conservative
    neoconservative liberal neoliberal libertarian socialist communist marxist anarchist fascist
    neo-nazi green environmentalist monarchist royalist loyalist islamist secular reformist
    progressive moderate radical extremist hardline hard-line militant separatist secessionist
    irredentist unionist authoritarian autocratic dictatorial despotic undemocratic illiberal
    democratic eurosceptic
    """.split()
)
STANDING = frozenset(
    """
    legitimate illegitimate self-proclaimed self-styled so-called disputed breakaway puppet
    illegal unrecognised unrecognized rebel terrorist criminal corrupt disgraced controversial
    """.split()
)
POWER = {
    **dict.fromkeys(("ruling", "governing", "incumbent"), "ruling"),
    **dict.fromkeys(("opposition", "opposing", "dissident"), "opposition"),
}
ABROAD = {
    **dict.fromkeys(("russia", "moscow", "kremlin", "putin"), "russian"),
    **dict.fromkeys(("west", "eu", "europe", "european", "brussels", "nato"), "western"),
    **dict.fromkeys(("us", "american", "washington"), "western"),
    **dict.fromkeys(("china", "beijing"), "chinese"),
}
"""Sides abroad by other names: who is pro-Moscow is pro-Russian."""
_WORD = re.compile(rf"\b(?:{_SIDED}|{_STAND}|[a-z]+(?:-[a-z]+)*)(?![\w-])", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:of|in|for|with|by|to|from|at|against|backed|who|which|that)\b|[\"“„«]"
)
"""What begins words about somebody else: "a leader of the center-right alliance"."""


def differing_labels(corpus: Corpus, voices: Voices, actor: Actor) -> Disagreement | None:
    """That articles place an actor differently, if they do."""
    labelled = _labelled(actor, voices)
    if not _disagree(labelled.keys()):
        return None
    sides = [
        Side(", ".join(labels), voices.told(passages, quoted=True))
        for labels, passages in labelled.items()
    ]
    if not between_articles(sides, voices):
        return None
    return made(
        "label",
        actor.name,
        sides,
        id=rule_id("label", actor.id),
        items=[actor.id],
        actors=[actor.id],
        rule="one actor under different labels",
    )


def _labelled(actor: Actor, voices: Voices) -> dict[tuple[str, ...], list[Anchor]]:
    """The labels that articles give an actor, each set of them with its descriptions.

    An article that gives a label twice, once with another beside it, has both.
    """
    by_article: dict[str, list[tuple[Description, tuple[str, ...]]]] = {}
    for description in actor.described_as:
        if found := tuple(dict.fromkeys(labels(description.text))):
            by_article.setdefault(description.anchor.article, []).append((description, found))
    together: dict[tuple[str, ...], list[Anchor]] = {}
    for article in sorted(by_article, key=voices.order.__getitem__):
        described = by_article[article]
        every = tuple(dict.fromkeys(label for _each, found in described for label in found))
        key = next((known for known in together if set(known) == set(every)), every)
        together.setdefault(key, []).extend(each.anchor for each, _found in described)
    return together


def _disagree(given: Iterable[tuple[str, ...]]) -> bool:
    """Whether sets of labels place an actor differently."""
    sets = [set(labels) for labels in given]
    power = {label for each in sets for label in each} & set(POWER.values())
    if len(power) > 1:
        return True
    home = [{label for label in each if not _abroad(label)} for each in sets]
    sides = [{side for label in each if (side := _abroad(label))} for each in sets]
    return _exclude(home, power) or _exclude(sides, set())


def _exclude(sets: Iterable[set[str]], power: set[str]) -> bool:
    """Whether each of two sets has what the other lacks, and not by an office alone."""
    return any(
        one - other and other - one and one - power != other - power
        for one, other in combinations(sets, 2)
    )


def _abroad(label: str) -> str:
    """The side abroad that a label tells of, by one name; "" where it tells of none."""
    way, dash, whom = label.partition("-")
    return f"{way}-{ABROAD.get(whom, whom)}" if dash and way in ("pro", "anti") else ""


def labels(description: str) -> Iterator[str]:
    """The words of a description that place somebody in politics, each in one spelling."""
    own = _OF_OTHERS.split(description, maxsplit=1)[0]
    for found in _WORD.finditer(own):
        word = found.group().lower()
        if word in POWER:
            yield POWER[word]
        elif word in LEANING or word in STANDING or re.fullmatch(f"{_SIDED}|{_STAND}", word):
            yield re.sub(r"^centre", "center", word).replace(" ", "-")
