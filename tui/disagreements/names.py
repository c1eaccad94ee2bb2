"""Names: one actor, written in ways of which one must be a slip.

Two spellings disagree when they have the same words but for one or more that are written
nearly alike: Marinika and Marinka. What is left out (a first name), what another alphabet
or its romanisation brings along (Đilas, Djilas; Dmitry, Dmitriy; organisation,
organization), capitals and accents are no disagreement, nor is the grammatical case of a name in
a language that declines names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.corpus import Corpus
from tui.disagreements.sides import Voices, between_articles, made, rule_id
from tui.disagreements.words import words_of
from tui.edit_distance import distance
from tui.folding import folded
from tui.model import Actor, Anchor, Disagreement, Side
from tui.summary import ToldActor

if TYPE_CHECKING:
    from tui.disagreements.stories import Stories

NAMELESS = ("group",)
"""Types of actors whose names are common words: two words for them are two descriptions."""

SLIP = 3
"""Letters in which two surnames may differ that are one with a slip."""

KEPT = 1 << 14
"""Words that are known as they are compared: most names are seen again and again."""

SHORTEST = 4
"""Letters below which words that are nearly alike are two words: SPN and SNS."""

_SOUNDS = (
    (r"isation(s?)\b", r"ization\1"),
    (r"tre(s?)\b", r"ter\1"),
    (r"tsch|tch|ch|cz|ts|tz", "c"),
    (r"sh|sch|sz", "s"),
    (r"zh", "z"),
    (r"kh", "h"),
    (r"ph", "f"),
    (r"ks", "x"),
    (r"w", "v"),
    (r"ou", "u"),
    (r"[ij]?[yij]+", "i"),
    (r"(.)\1", r"\1"),
)
"""What romanisations write in several ways, in this order, and the one way to compare."""

_CASE = re.compile(r"(?<=\w{3})(?:ama|ima|og|om|oj|em|im|ih|[aeiou])$")
_FLEETING = re.compile(r"a(?=[^\Waeiou]$)")
"""The "a" that some stems have in the nominative alone: Petar, Petra."""
_SOFTENED = str.maketrans("czs", "kgh")
"""What the last letter of a stem becomes before an "i", and what it is: banka, banci."""


def differing_names(corpus: Corpus, voices: Voices, actor: Actor) -> Disagreement | None:
    """That some article spells an actor's name otherwise, if one does."""
    if actor.type in NAMELESS:
        return None
    sides = _sides(corpus, voices, actor)
    if len(sides) < 2 or not between_articles(sides, voices):
        return None
    return made(
        "name",
        actor.name,
        sides,
        id=rule_id("name", actor.id),
        items=[actor.id],
        actors=[actor.id],
        rule="one name in two spellings",
    )


def differing_people(corpus: Corpus, voices: Voices, stories: Stories) -> Iterator[Disagreement]:
    """Two reports of one story that name somebody of one first name by surnames that begin alike
    and are nearly one, where each has only its own: Jan Malec and Jan Malecki."""
    found: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for one, other in stories.pairs(stories.reports):
        named = [_people(stories, article) for article in (one, other)]
        for key in filter(named[1].__contains__, named[0]):
            mine, theirs = named[0][key], named[1][key]
            first, second = (sound(each.last_name) for each in (mine, theirs))
            if mine.id == theirs.id or first == second or distance(first, second, SLIP) > SLIP:
                continue
            both = found.setdefault((min(mine.id, theirs.id), max(mine.id, theirs.id)), {})
            both.setdefault(mine.id, {})[one] = None
            both.setdefault(theirs.id, {})[other] = None
    for both in found.values():
        sides = [
            Side(
                stories.actors[actor].name,
                voices.told(
                    [at for article in articles for at in _mentions(corpus, actor, article)]
                ),
            )
            for actor, articles in both.items()
        ]
        if between_articles(sides, voices):
            yield made(
                "name",
                sides[0].says,
                sides,
                id=rule_id("name", *both),
                items=[*both],
                actors=[*both],
                rule="one person by two surnames",
            )


def _mentions(corpus: Corpus, actor: str, article: str) -> list[Anchor]:
    """The passages of an article that mention an actor."""
    found = corpus.get(actor)
    mentions = found.mentions if isinstance(found, Actor) else ()
    return [at for at in mentions if at.article == article]


def _people(stories: Stories, article: str) -> dict[tuple[str, str], ToldActor]:
    """The people of an article by their first name and how their surname begins; none where two
    of them are alike in it."""
    found: dict[tuple[str, str], list[ToldActor]] = {}
    for actor in stories.standing(article):
        words = actor.name.split()
        if actor.type == "person" and len(words) > 1 and len(words[-1]) > SHORTEST:
            key = folded(words[0]), sound(words[-1])[:SHORTEST]
            found.setdefault(key, []).append(actor)
    return {key: actors[0] for key, actors in found.items() if len(actors) == 1}


def _sides(corpus: Corpus, voices: Voices, actor: Actor) -> list[Side]:
    """The spellings of a name that cannot all be right, the most frequent first."""
    mentions: dict[str, list[Anchor]] = {}
    for mention in actor.mentions:
        mentions.setdefault(corpus.seen(mention), []).append(mention)
    articles = {each.article for each in actor.mentions}
    declined = any(words_of(voices.language(article)).declined for article in articles)
    written: dict[tuple[str, ...], list[Anchor]] = {}
    for name, places in mentions.items():
        written.setdefault(_form(name, declined), []).extend(places)
    # The longest first, so that a surname alone joins the whole name that it ends.
    slips = sorted(_slips(written), key=lambda form: (-len(form), -len(written[form])))
    spellings: list[list[tuple[str, ...]]] = []
    for form in slips:
        same = next((each for each in spellings if not _differ(each[0], form)), None)
        if same is None:
            spellings.append([form])
        else:
            same.append(form)
    sides = []
    for forms in spellings:
        passages = [mention for form in forms for mention in written[form]]
        sides.append(voices.side(passages))
    return sorted(sides, key=lambda side: -len(side.told))


def may_differ(told: ToldActor) -> bool:
    """Whether articles may spell an actor's name otherwise; hardly one is."""
    declined = any(words_of(language).declined for language in told.languages)
    forms = {_form(name, declined) for name in told.written}
    return len(forms) > 1 and any(_slips(forms))


def _form(name: str, declined: bool) -> tuple[str, ...]:
    """A name as it is compared, word by word."""
    return tuple(map(stem if declined else sound, re.findall(r"\w[\w'’-]*", name)))


def _slips(forms: Collection[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The forms of a name of which another is written nearly alike."""
    return (form for form in forms if any(_slip(form, other) for other in forms))


@lru_cache(KEPT)
def sound(word: str) -> str:
    """A word as it is compared: folded, and in one of its romanisations."""
    letters = re.sub(r"[^\w]", "", folded(word))
    for pattern, instead in _SOUNDS:
        letters = re.sub(pattern, instead, letters)
    return letters


def stem(word: str) -> str:
    """A word of a language that declines names as it is compared: less its ending of a case."""
    letters = re.sub(r"[^\w]", "", folded(word))
    found = _FLEETING.sub("", _CASE.sub("", letters))
    softened = letters.endswith("i") and len(found) < len(letters)
    return sound(found[:-1] + found[-1].translate(_SOFTENED) if softened else found)


def _slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ, and just by words that are nearly alike. They are compared
    from the last word, as the first may be left out."""
    pairs = _differ(one, other)
    return bool(pairs) and all(_nearly(*pair) for pair in pairs)


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, str]]:
    """The words of two names that are not the same, in pairs from the last."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return [(word, another) for word, another in pairs if word != another]


def _nearly(one: str, other: str) -> bool:
    """Whether two words are one, written with a slip: neither short, nor a short form (the
    beginning) or a plural of the other."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST or longer.startswith(shorter):
        return False
    most = 1 if len(shorter) < 8 else 2
    return shorter[0] == longer[0] and distance(one, other, most) <= most
