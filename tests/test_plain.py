"""Plain text: a fact a line, no line that has to be seen to be understood."""

from __future__ import annotations

import re
import unicodedata
from argparse import Namespace
from dataclasses import replace

import pytest

from tests.council import council_corpus
from tests.samples import hostile_corpus, sample_corpus
from tui.annotated import Desk
from tui.annotation import Annotation, Target
from tui.command_line import CHARTS, OVERVIEW, WALKED
from tui.corpus import Corpus
from tui.plain.charts import CHARTS as TOLD
from tui.plain.facts import facts
from tui.plain.tabs import TABS, blocks, walk
from tui.terminal_text import ACTING


def told(corpus: Corpus, id: str) -> list[str]:
    """The lines of one record."""
    record = corpus.get(id)
    assert record is not None
    return [fact.line for fact in facts(corpus, record)]


class TestATab:
    def test_can_be_walked_where_the_command_line_says_so(self) -> None:
        assert (OVERVIEW, *TABS) == WALKED

    @pytest.mark.parametrize("name", TABS)
    @pytest.mark.parametrize("corpus", [sample_corpus(), council_corpus(), hostile_corpus()])
    def test_is_facts_with_labels_and_draws_nothing(self, corpus: Corpus, name: str) -> None:
        for line in walk(corpus, name):
            assert re.match(r"$|[a-z][\w ,]*: \S", line), line
            assert not ACTING.search(line)
            drawn = {unicodedata.name(sign, "").split()[0] for sign in line if ord(sign) > 127}
            assert not drawn & {"BOX", "BLOCK", "BLACK", "WHITE", "DAGGER"}, line

    @pytest.mark.parametrize("name", TABS)
    def test_begins_each_record_with_its_kind_and_ends_it_with_its_id(self, name: str) -> None:
        corpus = sample_corpus()
        first, *records = "\n".join(walk(corpus, name)).split("\n\n")
        assert first.startswith(f"tab: {name}, ")
        for lines in (block.split("\n") for block in records):
            kind, id = lines[0].partition(": ")[0], lines[-1].removeprefix("id: ")
            record = corpus.get(id)
            assert record is not None
            assert record.kind == kind
        kinds = TABS[name].kinds
        assert len(records) == sum(len(corpus.of(kind)) for kind in kinds)

    def test_says_that_there_is_nothing(self) -> None:
        assert list(walk(Corpus(), "timeline")) == ["tab: timeline, no events in these articles"]


class TestARecord:
    def test_that_is_denied_does_not_read_as_said(self) -> None:
        corpus = sample_corpus()
        denied = next(quote for quote in corpus.quotes if "any wrongdoing" in quote.text)
        assert told(corpus, denied.id)[0] == "quote: Đorđe Ćirić denied: any wrongdoing"

    def test_says_what_is_not_reported(self) -> None:
        corpus = sample_corpus()
        undated = next(event for event in corpus.events if not event.when.known)
        assert any(line.startswith("when: not reported") for line in told(corpus, undated.id))
        figure = replace(corpus.figures[0], status="unknown")
        lines = [fact.line for fact in facts(corpus, figure)]
        assert "status: not reported" in lines

    def test_says_about_and_at_least_instead_of_a_sign(self) -> None:
        corpus = sample_corpus()
        heads = [told(corpus, figure.id)[0] for figure in corpus.figures]
        assert any(": about 44 %" in head for head in heads)
        assert not [head for head in heads if re.search(r"[~<>≤≥]", head)]

    def test_says_which_of_several_figures_is_drawn_and_how_it_differs(self) -> None:
        corpus = council_corpus()
        lines = [line for figure in corpus.figures for line in told(corpus, figure.id)]
        assert any(line.startswith("in charts: this one of ") for line in lines)
        assert any(line.startswith("difference: explained by rounding: ") for line in lines)
        assert any(line.startswith("difference: not explained: ") for line in lines)

    def test_that_is_a_contest_says_what_nobody_reports_and_who_could_have_a_majority(self) -> None:
        lines = told(council_corpus(), "council")
        assert "seats, not reported: 0 to 16, whoever holds them" in lines
        assert [line for line in lines if line.startswith("majority by arithmetic: enough: ")]

    def test_that_is_a_version_of_another_report_says_so(self) -> None:
        corpus = sample_corpus()
        first, other, *_ = corpus.articles
        lines = [fact.line for fact in facts(corpus, replace(first, copy_of=other.id))]
        assert f"version of: {other.title} [{other.id}]" in lines

    def test_says_what_its_reader_has_added(self) -> None:
        corpus = sample_corpus()
        target = Target(kind="actor", record="clean-hands", says="Clean Hands")
        added = [
            Annotation(id="1", target=target, purpose="note", value="Ask\nthem"),
            Annotation(id="2", target=target, purpose="tag", value="vote"),
            Annotation(id="3", target=target, purpose="state", value="disputed"),
            Annotation(id="4", target=target, purpose="bookmark"),
        ]
        lines = told(Desk(corpus, "").corpus(tuple(added)), "clean-hands")
        at = lines.index("you: bookmarked")
        assert lines[at : at + 4] == [
            "you: bookmarked",
            "you: disputed",
            "your tag: vote",
            "your note: Ask them",
        ]

    def test_says_what_it_is_found_by(self) -> None:
        corpus = sample_corpus()
        record = corpus.actors[0]
        *_, why, id = blocks(corpus, [record], {record.id: "described as opposition"})
        assert (why, id) == ("found by: described as opposition", f"id: {record.id}")


class TestAChart:
    @pytest.mark.parametrize("name", CHARTS)
    def test_is_told_without_a_drawing(self, name: str) -> None:
        asked = Namespace(width=80, by="kind", unit=None)
        lines = list(TOLD[name](council_corpus(), asked))
        assert lines
        for line in lines:
            assert not re.search(r"[━─█▓▒░●○◐╱┃]|\s{2,}", line), line

    def test_of_time_counts_each_period(self) -> None:
        asked = Namespace(width=80, by="kind", unit="month")
        lines = list(TOLD["timeline"](sample_corpus(), asked))
        assert lines[-1].startswith(f"all: {len(sample_corpus().events)} events, happened ")
