"""Speakers side by side, as text, as Markdown and as JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.samples import HOSTILE, hostile_corpus, sample_corpus
from tests.shell import Run, prepared
from tui.comparison import compare
from tui.comparison.render import FORMS, as_markdown, as_text
from tui.search import parse
from tui.terminal_text import ACTING

CORPUS = sample_corpus()
ZARKOVIC, CIRIC = "milena-zarkovic", "djordje-ciric"


class TestCompare:
    def test_says_day_by_day_and_speaker_by_speaker_who_said_what(self, serbia_tui: Run) -> None:
        ran = serbia_tui("compare", "zarkovic", "djordje-ciric")
        assert (ran.code, ran.err) == (0, "")
        lines = ran.out.splitlines()
        assert lines[0] == "Milena Žarković, Đorđe Ćirić: side by side"
        assert lines[1] == "Quotes: Milena Žarković 4, Đorđe Ćirić 5"
        day = lines.index("Wed 11 May 2022")
        assert lines[day + 1 : day + 3] == ["  Đorđe Ćirić", "    “The count was clean”"]
        assert any(line.startswith("Day not reported, in ") for line in lines)
        for quote in compare(CORPUS, [ZARKOVIC, CIRIC]).quotes:
            assert f"[{quote.id}]" in ran.out

    def test_tells_what_is_reported_from_what_is_said(self, serbia_tui: Run) -> None:
        out = serbia_tui("compare", "ciric").out
        assert "    denied: any wrongdoing\n" in out
        assert "“any wrongdoing”" not in out

    def test_takes_the_words_that_a_search_takes(self, serbia_tui: Run) -> None:
        ran = serbia_tui("compare", "zarkovic", "ciric", "--about", "topic:protest")
        assert "On: topic:protest\n" in ran.out
        assert "Quotes: Milena Žarković 2 of 4, Đorđe Ćirić 0 of 5\n" in ran.out
        assert "leave the square" in ran.out
        assert "daylight" not in ran.out

    def test_names_the_most_quoted_where_nobody_is_named(self, serbia_tui: Run) -> None:
        ran = serbia_tui("compare", "--about", "topic:theft")
        assert ran.out.startswith("Clean Hands, Milena Žarković: side by side\n")

    def test_of_what_nobody_says_tells_what_else_to_ask(self, serbia_tui: Run) -> None:
        ran = serbia_tui("compare", "zarkovic", "ciric", "--about", "sqaure")
        assert ran.code == 0
        assert "0 of 4" in ran.out
        assert "did you mean square?" in ran.err
        others = serbia_tui("compare", "zarkovic", "ciric", "--about", '"was stolen"')
        assert "leave out the names" in others.err

    def test_fails_by_name_where_nobody_is_called_so(self, serbia_tui: Run) -> None:
        ran = serbia_tui("compare", "zebra")
        assert (ran.code, ran.out) == (1, "")
        assert "nobody is called zebra; most quoted: Đorđe Ćirić" in ran.err

    def test_makes_a_table_in_markdown_also_into_a_file(
        self, serbia_tui: Run, tmp_path: Path
    ) -> None:
        arguments = ("compare", "zarkovic", "ciric", "--format", "md")
        printed = serbia_tui(*arguments)
        made = tmp_path / "compared.md"
        written = serbia_tui(*arguments, "-o", str(made))
        assert (written.code, written.out) == (0, "")
        assert made.read_text("utf-8") == printed.out
        assert "\n| Said | Milena Žarković | Đorđe Ćirić |\n| --- | --- | --- |\n" in printed.out
        cells = [line.count(" | ") for line in printed.out.splitlines() if line.startswith("|")]
        assert set(cells) == {2}

    def test_prints_every_quote_once_as_json_with_whose_it_is(self, serbia_tui: Run) -> None:
        ran = serbia_tui("compare", "ciric", "electoral", "--format", "jsonl")
        lines = [json.loads(line) for line in ran.out.splitlines()]
        assert len(lines) == 5
        assert all(line["kind"] == "quote" and CIRIC in line["compared"] for line in lines)
        assert sum(len(line["compared"]) for line in lines) == 7

    def test_of_a_folder_in_which_nobody_is_quoted_says_so(
        self, serbia_tui: Run, tmp_path: Path
    ) -> None:
        (tmp_path / "quiet").mkdir()
        (tmp_path / "quiet" / "a.txt").write_text("Nothing took place.\n")
        ran = serbia_tui("compare", "--corpus", str(tmp_path / "quiet"), sample=False)
        assert ran.code == 0
        assert "Nobody is compared" in ran.out
        assert "nobody is quoted" in ran.err


class TestHostileWords:
    @pytest.mark.parametrize("form", FORMS)
    def test_act_on_no_terminal(self, form: str) -> None:
        corpus = hostile_corpus()
        compared = compare(corpus, [actor.id for actor in corpus.actors], parse(""))
        made = "".join(FORMS[form](compared))
        assert compared.quotes
        assert not ACTING.search(made)

    def test_are_no_markup_in_markdown(self) -> None:
        corpus = hostile_corpus()
        speakers = [actor.id for actor in corpus.actors]
        made = "".join(as_markdown(compare(corpus, speakers)))
        assert "\\[He\\] said \\[/x\\]" in made
        assert "[He]" not in made.replace("\\[", "").replace("\\]", "")
        assert "[He] said [/x]" in "".join(as_text(compare(corpus, speakers)))

    def test_in_the_shell_too(self, serbia_tui: Run, tmp_path: Path) -> None:
        prepared(tmp_path / "hostile", tmp_path / "hostile.json", hostile_corpus())
        places = ["--corpus", str(tmp_path / "hostile"), "--store", str(tmp_path / "hostile.json")]
        ran = serbia_tui(*places, "compare", "he", "--about", HOSTILE, sample=False)
        assert ran.code == 0
        assert not ACTING.search(ran.out + ran.err)
