"""Who is named with whom, and when: counted, and drawn in lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.samples import hostile_corpus, sample_corpus
from tui.build import build, seeds
from tui.charts.actors import ego_lines, ego_words, matrix_lines, time_lines, time_words
from tui.charts.cooccurrence import Cooccurrence, cooccurrence_of, over_time
from tui.charts.strip import Runs
from tui.corpus import Corpus
from tui.model import Actor, Anchor
from tui.terminal_text import cell_width

NAMES = ("Ana", "Boris", "Cveta")


def told(text: str) -> Corpus:
    """A corpus of one text in which Ana, Boris and Cveta are named."""

    def actor(name: str) -> Actor:
        places = [at for at in range(len(text)) if text.startswith(name, at)]
        mentions = tuple(Anchor("a", at, at + len(name)) for at in places)
        return Actor(
            id=name.lower(),
            evidence=mentions[:1],
            origin="extracted",
            rule="name",
            name=name,
            type="person",
            mentions=mentions,
        )

    corpus = sample_corpus()
    return Corpus(
        articles=(replace(corpus.articles[0], id="a"),),
        actors=tuple(map(actor, NAMES)),
        texts={"a": text},
    )


def plain(runs: Runs) -> str:
    return "".join(text for text, _role in runs)


class TestCompany:
    def test_counts_paragraphs_that_name_both_however_often(self) -> None:
        company = Cooccurrence(
            told("Ana met Boris. Ana left Boris.\n\nAna and Boris and Cveta.\nCveta.")
        )
        assert company.of("ana") == (("boris", 2), ("cveta", 1))
        assert company.together("ana", "boris") == company.together("boris", "ana") == 2
        assert company.together("cveta", "cveta") == 2

    def test_a_line_s_end_inside_a_sentence_ends_no_paragraph(self) -> None:
        broken = "Ana, who had left,\nmet Boris.\nCveta did not.\n \nBoris."
        assert Cooccurrence(told(broken)).of("ana") == (("boris", 1),)

    def test_of_nobody_is_empty(self) -> None:
        assert Cooccurrence(told("Ana alone.\nBoris alone.")).of("ana") == ()
        assert Cooccurrence(told("")).of("nobody") == ()

    def test_is_of_the_whole_corpus_and_worked_out_once(self) -> None:
        corpus = told("Ana and Boris.")
        assert cooccurrence_of(corpus) is cooccurrence_of(corpus)

    @pytest.mark.parametrize("most", [1, 2])
    def test_names_as_many_as_are_asked_for(self, most: int) -> None:
        company = Cooccurrence(told("Ana, Boris, Cveta.\n\nAna, Cveta."))
        assert company.of("ana", most) == (("cveta", 2), ("boris", 1))[:most]
        assert company.many("ana") == 2


class TestOverTime:
    def test_mentions_are_dated_by_their_report_and_quotes_by_their_day(self) -> None:
        mentions, quotes, _events = over_time(sample_corpus(), "milena-zarkovic")
        actor = sample_corpus().get("milena-zarkovic")
        assert isinstance(actor, Actor)
        assert mentions.total == len(actor.mentions)
        assert {each.called for each, _many in quotes.dates} >= {"Tue 10 May 2022"}
        assert quotes.undated >= 1  # the transcript has no date

    def test_the_words_have_the_numbers_that_the_lines_draw(self) -> None:
        corpus = build(seeds()).corpus
        series = over_time(corpus, "aleksandar-vucic")
        lines, words = time_lines(series, 60), time_words(series)
        assert [str(each.total) in plain(line) for each, line in zip(series, lines, strict=False)]
        assert words[0].startswith("11 mentions, Thu 21 Dec 2023 – Tue 16 Jan 2024")
        assert "█" in plain(lines[0])

    def test_a_date_that_is_not_known_to_the_day_is_told_as_it_is(self) -> None:
        words = time_words(over_time(build(seeds()).corpus, "vjosa-osmani"))
        assert words[0].startswith("5 mentions, 6–11 Oct 2025")

    @pytest.mark.parametrize("width", [20, 44, 120])
    def test_no_line_is_wider_than_its_room(self, width: int) -> None:
        corpus = build(seeds()).corpus
        for actor in corpus.actors:
            for line in time_lines(over_time(corpus, actor.id), width):
                assert cell_width(plain(line)) <= max(width, 26)


class TestTheMatrix:
    def test_is_the_same_read_by_line_or_by_column(self) -> None:
        corpus = told("Ana met Boris.\nAna met Cveta.\nAna alone.")
        lines = matrix_lines(corpus, cooccurrence_of(corpus), ["ana", "boris", "cveta"], 60)
        rows = [plain(line.runs).split()[-3:] for line in lines[1:]]
        assert rows == [["3", "1", "1"], ["1", "1", "·"], ["1", "·", "1"]]
        assert [line.actor for line in lines] == ["", "ana", "boris", "cveta"]

    def test_has_as_many_columns_as_there_is_room_for(self) -> None:
        corpus = told("Ana met Boris and Cveta.")
        company = cooccurrence_of(corpus)
        for width in range(10, 60):
            lines = matrix_lines(corpus, company, ["ana", "boris", "cveta"], width)
            assert all(cell_width(plain(line.runs)) <= width for line in lines)


class TestAmongNeighbours:
    def test_every_neighbour_has_its_number_and_the_chosen_one_s_company_a_sign(self) -> None:
        corpus = told("Ana met Boris.\nAna met Boris and Cveta.")
        company = cooccurrence_of(corpus)
        (line,) = ego_lines(corpus, company, "ana", company.of("ana"), 80, 0)
        assert plain(line.runs).split() == [
            "Boris",
            "2",
            "━" * 23 + "──",
            "Ana",
            "──" + "┄" * 23,
            "1",
            "+",
            "Cveta",
        ]
        assert (line.left, line.right) == (0, 1)

    @pytest.mark.parametrize("width", [40, 56, 76, 116, 196])
    def test_all_of_the_picture_is_inside_its_room(self, width: int) -> None:
        corpus = build(seeds()).corpus
        company = cooccurrence_of(corpus)
        for actor in ("serbia-against-violence", "serbia", "aleksandar-vucic"):
            neighbours = company.of(actor, 12)
            lines = ego_lines(corpus, company, actor, neighbours, width, 0)
            assert {place for line in lines for place in line[1:]} - {-1} == set(range(12)) & set(
                range(len(neighbours))
            )
            drawn = [plain(line.runs) for line in lines]
            assert all(cell_width(each) <= width for each in drawn)
            if width >= 56:
                assert all("…" not in each or cell_width(each) > width - 4 for each in drawn)

    def test_between_two_lines_the_ties_are_joined(self) -> None:
        corpus = build(seeds()).corpus
        company = cooccurrence_of(corpus)
        first, *_, last = ego_lines(corpus, company, "serbia", company.of("serbia", 12), 116, 0)
        joints = [at for at, letter in enumerate(plain(first.runs)) if letter == "┬"]
        assert len(joints) == 2
        drawn = plain(first.below.runs)
        assert [at for at, letter in enumerate(drawn) if letter != " "] == joints
        assert plain(last.below.runs).strip() == ""
        assert (first.below.left, first.below.right) == (-1, -1)

    def test_the_words_tell_the_tie_and_who_else(self) -> None:
        corpus = told("Ana met Boris.\nAna met Boris and Cveta.")
        tie, others = ego_words(corpus, cooccurrence_of(corpus), "ana", "boris")
        assert tie == "2 paragraphs name Ana and Boris"
        assert others == "Boris also with Cveta 1"

    def test_hostile_names_take_the_cells_they_take(self) -> None:
        corpus = hostile_corpus()
        company = cooccurrence_of(corpus)
        assert ego_lines(corpus, company, "he", (), 80) == []
        assert company.of("he") == ()
