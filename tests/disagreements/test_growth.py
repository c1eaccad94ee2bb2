"""What is looked up once for all comparisons, however many articles there are."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

from tui.build import build
from tui.corpus import Corpus
from tui.disagreements import disagreements
from tui.disagreements.report_facts import facts_of
from tui.model import Actor, Extraction
from tui.summary import CorpusFacts, ReportFacts
from tui.tables.codec import as_json, encode
from tui.tables.lazy_records import LazyRecords
from tui.tables.record_buffers import PackedRecords


def counting(folder: Path, articles: int) -> tuple[Corpus, Counter[str]]:
    """A corpus of so many reports of one election, of which no actor is kept; and how often each
    has been made."""
    folder.mkdir()
    for number in range(1, articles + 1):
        text = (
            f"Published {number} December 2023\n\nAna Kos's Blue Pact won 3{number}.1 percent of"
            f" the vote in the parliamentary election of 26 November 2023, and the Civic List took"
            f" 2{number}.4 percent. Mayor Petar Lukin was arrested on {number} December 2023.\n"
        )
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    corpus = build(folder, processes=1).corpus
    rows = [as_json(encode(each, corpus.texts)) for each in corpus.actors]
    counts: Counter[str] = Counter()

    class Counted(PackedRecords[Actor]):
        def packed(self, place: int) -> bytes:
            return rows[place]

        def make(self, place: int) -> Actor:
            actor = super().make(place)
            counts[actor.name] += 1
            return actor

    return replace(corpus, actors=Counted(Actor, len(rows), corpus.texts)), counts


def made(folder: Path, articles: int) -> Counter[str]:
    """How often each actor of so many reports is made to tell where they disagree."""
    corpus, counts = counting(folder, articles)
    assert list(disagreements(corpus))
    return counts


def test_no_actor_is_made_again_for_each_article(tmp_path: Path) -> None:
    few, many = made(tmp_path / "few", 3), made(tmp_path / "many", 7)
    assert few.keys() == many.keys()
    assert max(many[name] - few[name] for name in few) == 0


def test_none_is_made_again_for_its_name(tmp_path: Path) -> None:
    corpus, counts = counting(tmp_path / "few", 3)
    ids = [*corpus.actors.ids()] if isinstance(corpus.actors, LazyRecords) else []
    assert {corpus.name(each) for each in (*ids, *ids)} >= {"Ana Kos", "Petar Lukin"}
    assert set(counts.values()) == {1}


REPORT = (
    "Vera Tomić of the Civic List said that observers had been turned away from polling stations"
    " in the port of Lesna. The commission denied that any observer had been turned away.\n"
)


def test_what_is_told_of_texts_is_what_they_tell(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Published 3 December 2023\n\n" + REPORT, encoding="utf-8")
    corpus = replace(build(tmp_path, processes=1).corpus, disagreements=())
    (article,) = corpus.articles
    reading = Extraction(article=article, actors=corpus.actors, quotes=corpus.quotes)
    told = facts_of(reading, corpus.texts[article.id])
    facts = ReportFacts.unpacked(json.loads(as_json(told.packed())), told.spoken, told.counts)
    assert facts == told._replace(answers=[], actors=facts.actors)
    found = [*disagreements(corpus)]
    assert [each.rule for each in found] == ["what one says and another denies"]
    assert [*disagreements(corpus, CorpusFacts({article.id: facts}))] == found
    # Of a text that tells nothing nothing is found, unless its article is of another language.
    silent = facts._replace(denials=[])
    assert [*disagreements(corpus, CorpusFacts({article.id: silent}))] == []
    other = CorpusFacts({article.id: silent._replace(language="sr")})
    assert [*disagreements(corpus, other)] == found
