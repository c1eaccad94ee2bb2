"""What is looked up of actors is looked up once, however many articles name them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from tui.build import build
from tui.codec import as_json, encode
from tui.corpus import Corpus
from tui.disagreements import disagreements
from tui.lazy_records import LazyRecords
from tui.model import Actor
from tui.spill import rows_of


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
    table = rows_of(Actor, len(rows), rows.__getitem__, corpus.texts)
    counts: Counter[str] = Counter()
    make = table.make

    def counted(place: int) -> Actor:
        actor = make(place)
        counts[actor.name] += 1
        return actor

    table.make = counted
    return replace(corpus, actors=table), counts


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
