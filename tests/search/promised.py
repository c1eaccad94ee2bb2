"""What is promised of a search, line by line: a few quotes, and what each query finds of them.

The same list is asked in a shell and on the screen. Every quote has a name by which the
list speaks of it.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.fixture_ids import placed_id
from tui.corpus import Corpus
from tui.digests import digest
from tui.ids import article_id
from tui.model import Actor, Anchor, Article, Quote, QuoteType, Relation, When


class Said(NamedTuple):
    """A quote of these articles: who said it, when, in which of them, how and on what."""

    words: str
    speaker: str
    day: str
    article: str
    type: QuoteType
    topic: str


SAID = {
    "planned": Said(
        "The election theft was planned for months.",
        "milena-zarkovic", "2022-05-10", "courier.txt", "direct", "fraud",
    ),
    "bus": Said(
        "There was no theft of an election, only a bus that came late.",
        "djordje-ciric", "2022-05-11", "courier.txt", "mixed", "fraud",
    ),
    "lists": Said(
        "Djurdjevo will adjust its lists — all of them.",
        "djordje-ciric", "2022-06-01", "courier.txt", "indirect", "lists",
    ),
    "sign": Said(
        "We don’t\u00a0trust a by\u2010election in the river\u200bside town",
        "", "2022-05-12", "courier.txt", "sign", "trust",
    ),
    "cyrillic": Said(
        "Крађа избора почела је у Љубичеву.",
        "milena-zarkovic", "2023-12-17", "glas.txt", "direct", "fraud",
    ),
    "albanian": Said(
        "Çështja e votës është e hapur.",
        "bese-cela", "2023-12-26", "glas.txt", "direct", "trust",
    ),
}  # fmt: skip
"""The quotes by the names that the list below has for them."""

PUBLISHERS = {"courier.txt": "Harbour Courier", "glas.txt": "Glas Brodice"}


class Row(NamedTuple):
    """A query, what it finds, and what else is to be seen: the stretches that are lit in
    the words said, why else a quote is found, or what is said of the query."""

    query: str
    finds: str
    lit: str = ""
    why: str = ""
    told: str = ""


PROMISED: dict[str, tuple[Row, ...]] = {
    "words are ANDed in any order": (
        Row("theft", "planned bus", lit="theft"),
        Row("theft planned", "planned", lit="theft planned"),
        Row("planned theft", "planned", lit="theft planned"),
        Row("planned bus", "", told="leave out planned: 1; leave out bus: 1"),
    ),
    "over the words said, the speaker and the source": (
        Row("zarkovic", "planned cyrillic", why="speaker Milena Žarković"),
        Row("courier theft", "planned bus", lit="theft", why="source Harbour Courier"),
        Row("ciric glas", "", told="leave out ciric: 2; leave out glas: 2"),
    ),
    "a phrase, in marks of every kind": (
        *(
            Row(phrase, "planned", lit="election theft")
            for phrase in (
                '"election theft"', "“election theft”", "„election theft“", "„election theft”",
                "«election theft»", "»election theft«",
            )
        ),
        Row('"theft election"', "", told='with the words of "theft election" apart: 2'),
    ),
    "-word leaves out": (
        Row("theft -bus", "planned", lit="theft"),
        Row("-theft source:courier", "lists sign"),
        Row('-"election theft" theft', "bus", lit="theft"),
        Row("theft -speaker:ciric", "planned", lit="theft"),
    ),
    "a OR b": (
        Row("planned OR bus", "planned bus", lit="planned"),
        Row("planned OR bus theft", "planned bus", lit="theft planned"),
        Row("planned or bus", "", told="only planned: 1; only bus: 1"),
    ),
    "word* goes on, and a whole word does not": (
        Row("plan*", "planned", lit="plan"),
        Row("plan", "", told="with plan*: 1"),
    ),
    "word~ is written much so, and without the sign is not": (
        Row("plannde~", "planned", lit="planned"),
        Row("plannde", "", told="did you mean planned?"),
    ),
    "every field": (
        Row("speaker:ciric", "bus lists", why="speaker Đorđe Ćirić"),
        Row('party:"clean hands"', "planned cyrillic", why="leader of Clean Hands"),
        Row("party:crn", "planned cyrillic", why="leader of Clean Hands, also ČRN"),
        Row("source:glas", "cyrillic albanian", why="source Glas Brodice"),
        Row("date:2023-12", "cyrillic albanian"),
        Row("date:2023-12-17..2023-12-25", "cyrillic"),
        Row("date:..2022-05", "planned bus sign"),
        Row("kind:mixed", "bus"),
        Row("kind:sign", "sign"),
        Row("topic:trust", "albanian sign", why="topic trust"),
        Row("sure:<0.6", "lists", why="sure 0.5"),
        Row("rule:invented", " ".join(SAID), why="curated: invented for this list"),
        Row("speaker:ciric topic:fraud date:2022", "bus"),
    ),
    "what is not closed is closed": (
        Row('"election theft', "planned", lit="election theft"),
        Row("«election theft", "planned", lit="election theft"),
        Row('speaker:"milena zar', "", told='with speaker:"milena zar"*: 2'),
    ),
    "an unknown field is read as it stands, and the fields are named": (
        Row("mood:theft", "", told="hint: mood: is no field and is read as it stands; speaker:"),
    ),
    "a stray operator is read as it stands, with a hint": (
        Row("OR theft", "", told="hint: OR stands between two words: here it is read as a word"),
        Row("theft - late", "bus", told="hint: - stands alone and is read as a mark"),
        Row("theft * late", "bus", told="hint: * stands alone and is read as a mark"),
        Row("th*eft", "", told="hint: * counts at the end of a word only"),
        Row("date:soon theft", "", told="hint: date: takes 2023, 2023-12, 2023-12-17 or a span"),
        Row("speaker: theft", "planned bus", told="hint: speaker: is followed by nothing"),
    ),
    "case, accents and alphabet do not matter, and what is lit is the original": (
        Row("KRAĐA", "cyrillic", lit="Крађа"),
        Row("крађа", "cyrillic", lit="Крађа"),
        Row("ljubicevu", "cyrillic", lit="Љубичеву"),
        Row("zarkovic theft", "planned", lit="theft", why="speaker Milena Žarković"),
        Row("Жарковић theft", "planned", lit="theft", why="speaker Milena Žarković"),
    ),
    "đ is dj and d": (
        *(Row(word, "cyrillic", lit="Крађа") for word in ("krađa", "kradja", "krada")),
        *(Row(word, "lists", lit="Djurdjevo") for word in ("đurđevo", "djurdjevo", "durdevo")),
        *(Row(f"speaker:{name}", "bus lists") for name in ("đorđe", "djordje", "dorde", "Ђорђе")),
        Row("adjust", "lists", lit="adjust"),
    ),
    "Albanian ë and ç": (
        Row("ceshtja eshte", "albanian", lit="Çështja është"),
        Row("bese cela", "albanian", why="speaker Besë Çela"),
    ),
    "curly marks, dashes, odd and invisible spaces": (
        Row("don't trust", "sign", lit="don’t trust"),
        Row('"don\'t trust"', "sign", lit="don’t\u00a0trust"),
        Row("by-election", "sign", lit="by\u2010election"),
        Row("riverside", "sign", lit="river\u200bside"),
        Row('"lists all"', "lists", lit="lists — all"),
    ),
}  # fmt: skip
"""What is promised, and the queries that show it."""

TYPED = {
    "pla": "planned",
    "theft pla": "planned",
    '"election th': "planned",
    "speaker:cir": "bus lists",
    "date:2023-1": "cyrillic albanian",
    "theft OR": "planned bus",
    "theft -": "planned bus",
}
"""What is found while this is being typed: its last word may go on."""


def _when(day: str) -> When:
    return When(day, "stated", None, "", day, day)


def _actor(id: str, name: str, kind: str, *also: str, leads: str = "") -> Actor:
    return Actor(
        id=id,
        evidence=(),
        origin="curated",
        rule="invented for this list",
        name=name,
        type=kind,  # type: ignore[arg-type]
        also_known_as=also,
        related=(Relation("leader of", leads),) if leads else (),
    )


def promised_corpus() -> Corpus:
    """The articles in which all this stands."""
    texts = {
        file: "".join(f"“{each.words}”\n" for each in SAID.values() if each.article == file)
        for file in PUBLISHERS
    }
    articles = tuple(
        Article(
            id=article_id(text),
            evidence=(),
            origin="extracted",
            rule="title line",
            file=file,
            sha256=digest(text),
            title=f"What was said, in {file}",
            publisher=PUBLISHERS[file],
            language="en",
            published=_when("2024-01-01"),
            characters=len(text),
        )
        for file, text in texts.items()
    )
    return Corpus(
        articles=articles,
        texts={article_id(text): text for text in texts.values()},
        actors=(
            _actor("bese-cela", "Besë Çela", "person"),
            _actor("clean-hands", "Clean Hands", "party", "ČRN"),
            _actor("djordje-ciric", "Đorđe Ćirić", "person", "Djordje Ciric"),
            _actor("milena-zarkovic", "Milena Žarković", "person", leads="clean-hands"),
        ),
        quotes=tuple(_quote(name, texts[each.article]) for name, each in SAID.items()),
    )


def _quote(name: str, text: str) -> Quote:
    said = SAID[name]
    start = text.index(said.words)
    at = Anchor(article_id(text), start, start + len(said.words))
    return Quote(
        id=placed_id(at.article, "quote", start),
        evidence=(at,),
        origin="curated",
        rule="invented for this list",
        article=at.article,
        type=said.type,
        text=said.words,
        speakers=(said.speaker,) if said.speaker else (),
        content=(at,),
        said=_when(said.day),
        topics=(said.topic,),
        sure=0.5 if said.type == "indirect" else 1.0,
    )


def named(corpus: Corpus, ids: list[str]) -> list[str]:
    """The quotes with these ids, by their names in the list, in the list's order."""
    words = {quote.text for quote in corpus.quotes if quote.id in ids}
    return [name for name, each in SAID.items() if each.words in words]
