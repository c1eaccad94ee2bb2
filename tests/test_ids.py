"""Ids last: an edit elsewhere in an article leaves the id of what it did not touch as it was."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shell import Run
from tui import extract
from tui.build import build, inputs, seeds
from tui.digests import digest
from tui.ids import article_id, article_ids, former_id
from tui.model import Extraction, Record

SEEDS = {path.name: path.read_text("utf-8") for path in sorted(seeds().glob("*.txt"))}


def records(reading: Extraction) -> Iterator[Record]:
    yield from (*reading.events, *reading.figures, *reading.quotes)


def words_of(record: Record, text: str) -> str:
    return text[record.evidence[0].start : record.evidence[0].end]


def edited(text: str, chance: random.Random) -> str:
    """A text with a typo mended, a word or a sentence more, or a word less, behind its
    opening."""
    words = text.split(" ")
    at = chance.randrange(40, len(words))
    kind = chance.randrange(4)
    if kind == 0:
        words[at] = words[at][1:] + words[at][:1]
    elif kind == 1:
        words.insert(at, "indeed")
    elif kind == 2:
        del words[at]
    else:
        return f"{text}\n\nIt rained in Brodica all the same.\n"
    return " ".join(words)


class TestAfterAnEdit:
    @pytest.mark.parametrize("name", SEEDS)
    def test_what_is_untouched_keeps_its_id(self, name: str) -> None:
        text = SEEDS[name]
        before = {each.id: words_of(each, text) for each in records(extract.read(name, text))}
        chance = random.Random(name)
        kept = lost = 0
        for _ in range(25):
            changed = edited(text, chance)
            after = {
                each.id: words_of(each, changed) for each in records(extract.read(name, changed))
            }
            # No id moves to other words.
            assert all(
                " ".join(after[id].split()) == " ".join(before[id].split())
                for id in before.keys() & after.keys()
                if id.count("-") == 0
            )
            for id, words in before.items():
                if words in after.values():
                    kept += id in after
                    lost += id not in after
        assert kept / (kept + lost) > 0.99

    def test_the_article_keeps_its_id_too(self) -> None:
        text = SEEDS["000_5806fa49ed9b378d.txt"]
        respelt = text.replace("é", "e").replace("’", "'").replace("\n", "\r\n")
        for changed in (f"{text}\nOne line more.\n", text.replace("election", "vote"), respelt):
            assert article_id(changed) == article_id(text)


class TestTwins:
    TEXT = (
        "Ana Kos said: “We will not go home.” The crowd cheered.\n\n"
        "In Brod Mira Lin said: “We will not go home.” Nobody answered.\n"
    )

    def test_are_told_apart_by_what_stands_beside_them(self) -> None:
        one, other = (each.id for each in extract.read("a.txt", self.TEXT).quotes)
        assert one != other
        moved = "It was a long day in the square.\n\n" + self.TEXT.replace("cheered", "sang")
        assert other.split(".")[1] in {
            each.id.split(".")[1] for each in extract.read("a.txt", moved).quotes
        }

    def test_articles_that_open_alike_have_ids_of_their_own(self) -> None:
        opening = "A region votes today in all of its forty towns and no result is known. "
        texts = {"a.txt": f"{opening}Kos won.", "b.txt": f"{opening}Lin won.", "c.txt": "Other."}
        ids = article_ids(texts)
        assert len(set(ids.values())) == 3
        assert ids["c.txt"] == article_id(texts["c.txt"])


class TestFormerIds:
    """Made of the digest of the whole text, and of the offset at which a record begins."""

    def test_still_find_every_record_of_the_five_articles(self) -> None:
        corpus = build(seeds()).corpus
        begun: set[tuple[str, str, int]] = set()
        for record in (*corpus.events, *corpus.figures, *corpus.quotes):
            if record.origin != "extracted" or "." not in record.id:
                continue
            begins = {(record.kind, each.article, each.start) for each in record.evidence}
            if begins <= begun:
                continue  # Of two that begin together the first has the id.
            begun |= begins
            # Of an event that is told several times the id was that of one of its passages.
            former = [
                f"{former_id(digest(corpus.texts[each.article]))}.{record.kind[0]}{each.start}"
                for each in record.evidence
            ]
            assert any(corpus.get(each) == record for each in former), record.id
        for article_record in corpus.articles:
            assert corpus.get(former_id(article_record.sha256)) == article_record

    def test_are_taken_by_the_shell(self, serbia_tui: Run) -> None:
        ran = serbia_tui("show", "t3kxxf74.q2533", sample=False)
        assert ran.code == 0
        assert "We demand that the elections be annulled" in ran.out

    def test_of_nothing_are_still_refused(self, serbia_tui: Run) -> None:
        assert serbia_tui("show", "t3kxxf74.q1", sample=False).code == 1


def test_a_file_that_is_renamed_keeps_its_ids(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TestTwins.TEXT)
    before = [each.id for each in build(tmp_path).corpus.quotes]
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert [each.id for each in build(tmp_path).corpus.quotes] == before
    assert list(inputs(tmp_path).texts) == ["b.txt"]
