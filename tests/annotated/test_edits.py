"""Where annotations are after their article was edited."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace

import pytest

from tests.annotated.editing import EDITS as WAYS
from tests.annotated.editing import Library, passage, seeds
from tests.annotated.measure import measured
from tui.annotated import Placer, target_of, words_target
from tui.annotation import Annotation, How, Placed
from tui.corpus import Corpus
from tui.model import Quote

FILE = "report.txt"
TEXT = """\
Ferry stays in port

By Ana Weaver

The ferry to Brodica did not sail on Monday. “We will not risk a single passenger,” harbour
master Milena Žarković said. She called the storm “the worst in a decade”.

Mayor Đorđe Ćirić asked for patience. “The bridge will be open again by the weekend, and nobody has
to wait,” he said.

Some 400 people waited at the pier.
"""
RISK = "We will not risk a single passenger"

library = Library()


def quote(corpus: Corpus, begins: str) -> Quote:
    return next(each for each in corpus.quotes if each.text.startswith(begins))


def after(text: str, begins: str = "We will", file: str = FILE) -> tuple[Placed, Corpus]:
    """Where a note on a quote is when the article has another text."""
    corpus = library.corpus({FILE: TEXT})
    target = target_of(corpus, quote(corpus, begins))
    note = Annotation(id="1", target=target, purpose="note", value="check")
    edited = library.corpus({file: text})
    (placed,) = Placer(edited).added([note]).placed
    return placed, edited


PARAGRAPH = "Shops were closed, and the fish market stood empty for most of the day.\n\n"

EDITS: list[tuple[str, str, How]] = [
    ("nothing", TEXT, "exact"),
    ("a typo mended elsewhere", TEXT.replace("patience", "some patience"), "exact"),
    ("a paragraph put before", TEXT.replace("The ferry to", PARAGRAPH + "The ferry to"), "exact"),
    (
        "the sentence moved",
        TEXT.replace(f"“{RISK},” harbour\nmaster Milena Žarković said. ", "")
        + f"\n“{RISK},” harbour master Milena Žarković said.\n",
        "exact",
    ),
    ("line ends changed", TEXT.replace("\n", "\r\n"), "exact"),
    ("letters composed otherwise", unicodedata.normalize("NFD", TEXT), "exact"),
    ("straight marks", TEXT.replace("“", '"').replace("”", '"'), "exact"),
    ("in capitals", TEXT.replace(RISK, RISK.upper()), "normalised"),
    ("the page saved again", "Saved from the web\n\n" + TEXT.replace(" ", "\u00a0"), "normalised"),
    ("a word mended in it", TEXT.replace("single passenger", "single traveller"), "context"),
    ("the quote reworded", TEXT.replace(RISK, "We do not risk a single passenger now"), "context"),
    ("the quote deleted", TEXT.replace(f"“{RISK},” harbour", "Harbour"), "orphaned"),
    ("another in its place", TEXT.replace(RISK, "Nobody was ever in danger"), "orphaned"),
]


class TestAQuote:
    @pytest.mark.parametrize(("what", "text", "how"), EDITS, ids=[each[0] for each in EDITS])
    def test_is_found_again(self, what: str, text: str, how: How) -> None:
        placed, corpus = after(text)
        assert placed.how == how
        record = corpus.get(placed.record)
        if how == "orphaned":
            assert record is None
            assert placed.annotation.target.says.startswith(RISK)
        else:
            assert isinstance(record, Quote)
            assert "passenger" in record.text.casefold() or "traveller" in record.text

    def test_is_found_when_its_file_has_another_name(self) -> None:
        placed, _corpus = after(TEXT, file="renamed.txt")
        assert placed.how == "exact"

    def test_is_found_in_an_article_that_begins_otherwise(self) -> None:
        text = TEXT.replace("Ferry stays in port", "Storm keeps every boat of the town at home")
        placed, corpus = after(text)
        assert corpus.articles[0].id not in placed.annotation.target.record
        assert placed.how == "exact"
        assert corpus.get(placed.record) is not None

    def test_whose_article_is_gone_is_an_orphan(self) -> None:
        placed, _corpus = after("Another report\n\nNothing of it is here.\n", file="other.txt")
        assert placed.how == "orphaned"


class TestOfAnotherFolder:
    @pytest.mark.parametrize(
        ("corpus", "where", "listed"),
        [("mine", "seeds", 0), ("mine", "mine", 1), ("", "seeds", 1), ("mine", "", 1)],
    )
    def test_an_orphan_is_counted_and_not_listed(
        self, corpus: str, where: str, listed: int
    ) -> None:
        read = library.corpus({FILE: TEXT})
        target = replace(target_of(read, quote(read, "We will")), corpus=corpus)
        note = Annotation(id="1", target=target, purpose="note", value="check")
        other = library.corpus({"other.txt": "Another report\n\nNothing of it is here.\n"})
        added = Placer(other, where).added([note])
        assert (len(added.placed), added.elsewhere) == (listed, 1 - listed)

    def test_what_stands_here_too_is_listed(self) -> None:
        read = library.corpus({FILE: TEXT})
        target = replace(target_of(read, quote(read, "We will")), corpus="mine")
        note = Annotation(id="1", target=target, purpose="note", value="check")
        assert len(Placer(read, "seeds").added([note]).placed) == 1


class TestWords:
    def words(self, words: str, text: str) -> str | None:
        corpus = library.corpus({FILE: TEXT})
        target = words_target(corpus, passage(corpus, FILE, words))
        note = Annotation(id="1", target=target, purpose="note", value="check")
        edited = library.corpus({FILE: text})
        (placed,) = Placer(edited).added([note]).placed
        return edited.words(placed.anchor) if placed.anchor else None

    @pytest.mark.parametrize(
        ("words", "edit", "then"),
        [
            ("did not sail", ("Monday", "Tuesday"), "did not sail"),
            ("waited at the pier", ("Some 400", "About 500"), "waited at the pier"),
            ("single", ("single ", ""), None),
            ("single", ("Monday", "single file"), "single"),
            ("the pier", ("Mayor", "The pier was full. Mayor"), "the pier"),
        ],
    )
    def test_are_found_where_they_were(
        self, words: str, edit: tuple[str, str], then: str | None
    ) -> None:
        assert self.words(words, TEXT.replace(*edit)) == then


class TestActorsAndArticles:
    def test_an_actor_is_found_by_its_name(self) -> None:
        corpus = library.corpus({FILE: TEXT})
        actor = next(each for each in corpus.actors if "Žarković" in each.name)
        renamed = replace(target_of(corpus, actor), record="another-id")
        note = Annotation(id="1", target=renamed, purpose="bookmark")
        (placed,) = Placer(corpus).added([note]).placed
        assert (placed.record, placed.how) == (actor.id, "normalised")

    def test_an_article_is_found_by_its_title(self) -> None:
        corpus = library.corpus({FILE: TEXT})
        target = target_of(corpus, corpus.articles[0])
        edited = library.corpus({"moved.txt": TEXT.replace("By Ana Weaver", "By Our Reporters")})
        note = Annotation(id="1", target=target, purpose="bookmark")
        (placed,) = Placer(edited).added([note]).placed
        assert placed.record == edited.articles[0].id


class TestRandomEdits:
    def test_lose_no_annotation_and_put_none_on_other_words(self) -> None:
        told = measured(60, random.Random(7).randrange(1000))
        assert told["lost"] == 0
        assert not [what for what in told if "WRONG" in what]
        assert not [what for what in told if "though" in what]

    def test_are_of_texts_that_say_where_their_words_went(self) -> None:
        for edit in WAYS:
            for text in seeds().values():
                edited = edit(text, random.Random(3))
                for piece in edited.pieces:
                    if piece.start >= 0:
                        assert text[piece.start : piece.start + len(piece.text)] == piece.text
