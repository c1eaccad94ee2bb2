"""A corpus of any size, invented by a seeded generator, for measuring.

Its words are as frequent as words are in news (a few stand everywhere, most hardly ever),
its speakers too; names have their accents, some quotes are in Cyrillic, and marks are
curly. Two calls with the same arguments give the same corpus.
"""

from __future__ import annotations

import random
from itertools import accumulate

from tests.fixture_ids import placed_id
from tui.corpus import Corpus
from tui.digests import digest
from tui.ids import article_id
from tui.model import Actor, Anchor, Article, Quote, Relation, When

SPOKEN = (
    "the of to a in that is it was for on be are not we by with this have has from they will"
    " vote votes election elections people government party president result results say said"
    " must theft fraud opposition Belgrade Serbia commission international protest street city"
    " voters list lists media pressure Europe union court law right rights fair free count box"
    " boxes turnout seat seats majority coalition campaign candidate mayor assembly Kosovo"
).split()
"""Words that are meant to be frequent, the most frequent first."""

CYRILLIC = "избори крађа гласови Београд Вучић Србија опозиција протест народ комисија".split()
FIRST = "Ana Đorđe Milena Žarko Ćiro Šana Luka Jelena Ljubiša Njegoš Dženan Vera".split()
SYLLABLES = "ba ke di mo ru va ne ti so lu pra ste vić dan mir slav jo ga šu ča že re na po".split()
TOPICS = ("election fraud", "protests", "media bias", "Kosovo", "observers", "vote buying")
RULES = ("direct-before", "direct-inherited", "indirect-before", "mixed-before", "sign")
TYPES = ("direct", "mixed", "indirect", "sign")

VOCABULARY = 40_000
PER_ARTICLE = 50


def generated(quotes: int, *, speakers: int = 2_000, seed: int = 1) -> Corpus:
    """A corpus of so many quotes of about 200 characters each."""
    chance = random.Random(seed)
    words = [*SPOKEN, *_invented(chance, VOCABULARY - len(SPOKEN))]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    actors = _actors(chance, speakers)
    often = list(accumulate(1 / (rank + 10) for rank in range(len(actors))))
    ids = [actor.id for actor in actors]
    articles, said, texts = [], [], {}
    for number in range(0, quotes, PER_ARTICLE):
        lines = [f"Report {number // PER_ARTICLE}\n\n"]
        places = []
        for _ in range(min(PER_ARTICLE, quotes - number)):
            line = " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(20, 44)))
            if chance.random() < 0.05:
                line = f"{' '.join(chance.choices(CYRILLIC, k=3))} {line}"
            if chance.random() < 0.3:
                line = line.replace(" it ", " don’t ").replace(" is ", ", 46.7% – ")
            start = sum(map(len, lines)) + 1
            places.append((start, start + len(line)))
            lines.append(f"“{line}”, she said.\n")
        text = "".join(lines)
        article = article_id(text)
        texts[article] = text
        articles.append(_article(article, text, number // PER_ARTICLE))
        for start, end in places:
            (speaker,) = chance.choices(ids, cum_weights=often)
            said.append(_quote(chance, Anchor(article, start, end), text[start:end], speaker))
    return Corpus(articles=tuple(articles), actors=tuple(actors), quotes=tuple(said), texts=texts)


def _invented(chance: random.Random, count: int) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5)))] = None
    return list(words)


def _actors(chance: random.Random, count: int) -> list[Actor]:
    parties = [
        Actor(
            id=f"party-{n}",
            evidence=(),
            origin="curated",
            rule="invented",
            name=f"{name} Party",
            type="party",
            also_known_as=(f"{name[0]}{name[1].upper()}P",),
        )
        for n, name in enumerate(("Harbour", "River", "Mountain", "Meadow", "Union"))
    ]
    people = [
        Actor(
            id=f"speaker-{n}",
            evidence=(),
            origin="extracted",
            rule="invented",
            name=f"{chance.choice(FIRST)} {''.join(chance.choices(SYLLABLES, k=3)).title()}",
            type="person",
            also_known_as=(f"speaker {n}",),
            related=(Relation("member of", f"party-{n % 5}"),) if n % 3 == 0 else (),
        )
        for n in range(count)
    ]
    return [*people, *parties]


def _article(article: str, text: str, number: int) -> Article:
    day = f"{2022 + number % 3}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return Article(
        id=article,
        evidence=(Anchor(article, 0, 6),),
        origin="extracted",
        rule="invented",
        file=f"{number:05}.txt",
        sha256=digest(text),
        title=f"Report {number}",
        publisher=f"{('River', 'Lowland', 'Morning', 'Evening')[number % 4]} Gazette",
        published=When(day, "stated", None, "", day, day),
        characters=len(text),
    )


def _quote(chance: random.Random, at: Anchor, text: str, speaker: str) -> Quote:
    day = f"2023-12-{chance.randint(1, 31):02}"
    when = When(day, "stated", None, "", day, day) if chance.random() < 0.2 else When()
    return Quote(
        id=placed_id(at.article, "quote", at.start),
        evidence=(at,),
        origin="extracted",
        rule=chance.choice(RULES),
        article=at.article,
        type=chance.choice(TYPES),  # type: ignore[arg-type]
        text=text,
        speakers=(speaker,),
        content=(at,),
        said=when,
        topics=(chance.choice(TOPICS),) if chance.random() < 0.5 else (),
        sure=chance.choice((0.3, 0.6, 0.75, 0.8, 0.9, 0.97)),
    )
