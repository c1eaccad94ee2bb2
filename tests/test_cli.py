"""The commands: what they print, where, and how they end."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.samples import HOSTILE, hostile_corpus, sample_corpus
from tests.shell import Ran, Run, in_shell, prepared, started
from tui import __version__, store
from tui.command_examples import EXAMPLES
from tui.command_line import COMMANDS, WALKED, parse
from tui.terminal_text import ACTING


class TestEveryCommand:
    @pytest.mark.parametrize(
        "command", [[], ["build"], ["search"], ["show"], ["export"], ["check"], ["add"]]
    )
    def test_has_help_and_a_version(self, serbia_tui: Run, command: list[str]) -> None:
        for option in ("--help", "--version", "-V")[: 3 if command != ["search"] else 2]:
            ran = serbia_tui(*command, option, sample=False)
            assert ran.code == 0
            assert ran.err == ""
            assert ("usage" if option == "--help" else __version__) in ran.out

    def test_takes_the_places_before_or_after_it(self, serbia_tui: Run, tmp_path: Path) -> None:
        places = ["--corpus", str(tmp_path / "articles"), "--store", str(tmp_path / "store.json")]
        before = serbia_tui(*places, "search", "square", sample=False)
        after = serbia_tui("search", "square", *places, sample=False)
        mixed = serbia_tui(*places[:2], "search", "square", *places[2:], sample=False)
        assert before == after == mixed
        assert "We will not leave the square" in before.out

    @pytest.mark.parametrize(
        "arguments",
        [
            ["dance"],
            ["export", "songs"],
            ["export"],
            ["show"],
            ["search", "--format", "poem"],
            ["--tab", "kitchen"],
            ["--tab", "quotes", "build"],
            ["--corpu", "x", "build"],
            ["add"],
            ["--read-only", "search", "x"],
            ["serve", "--port", "65536"],
            ["serve", "--visitors", "0"],
            ["serve", "--notebook", "mine.json"],
        ],
    )
    def test_that_is_used_wrongly_ends_with_two(
        self, serbia_tui: Run, arguments: list[str]
    ) -> None:
        ran = serbia_tui(*arguments)
        assert ran.code == 2
        assert ran.out == ""
        what, how = ran.err.splitlines()
        assert what.startswith("serbia-tui")
        assert how.endswith("--help tells how it is used")

    def test_shows_in_its_help_how_it_is_used(self) -> None:
        assert {*EXAMPLES} == {"", *COMMANDS}
        for command, examples in EXAMPLES.items():
            for typed in examples:
                assert (parse(shlex.split(typed)).command or "") == command

    def test_says_in_one_line_that_a_folder_is_not_there(self, serbia_tui: Run) -> None:
        for command in (["build"], ["search", "x"], ["check"]):
            ran = serbia_tui("--corpus", "nowhere", *command, sample=False)
            assert (ran.code, ran.out) == (1, "")
            assert ran.err == "serbia-tui: nowhere: No such file or directory\n"

    def test_prints_what_it_was_given_only_plainly(self, serbia_tui: Run) -> None:
        for arguments in (
            ["show", "\x1b[31m\u202e"],
            ["\x1b]0;x\x07"],
            ["search", "\x1b]0;x\x07"],
            ["build", "--corpus", "\x1b[2J"],
            ["build", "--\x1b[2J"],
        ):
            ran = serbia_tui(*arguments)
            assert not ACTING.search(ran.out + ran.err)
            assert "serbia-tui: " in ran.err


class TestSearch:
    def test_prints_a_table(self, serbia_tui: Run) -> None:
        ran = serbia_tui("search", "zarkovic", "square")
        assert ran.code == 0
        assert ran.out.split("  ") == [
            ran.out.split("  ")[0],
            "undated",
            "Milena Žarković",
            "“We will not leave the square”",
            "(speaker Milena Žarković)\n",
        ]

    def test_tells_reported_words_from_words_that_were_said(self, serbia_tui: Run) -> None:
        ran = serbia_tui("search", "complaint")
        assert ran.out.rstrip().endswith(": no complaint had been proven")

    def test_prints_json_lines_with_score_and_hits(self, serbia_tui: Run) -> None:
        ran = serbia_tui("search", "SQUARE", "--format", "jsonl")
        (value,) = map(json.loads, ran.out.splitlines())
        ((start, end),) = value["hits"]
        assert value["text"][start:end] == "square"
        assert value["score"] > 0
        assert value["kind"] == "quote"

    def test_without_hits_is_done_and_says_so(self, serbia_tui: Run) -> None:
        ran = serbia_tui("search", "zebra")
        assert (ran.code, ran.out) == (0, "")
        assert ran.err == "serbia-tui: nothing in 11 quotes\n"

    def test_lists_the_first_and_says_how_many_there_are(self, serbia_tui: Run) -> None:
        whole, part = (
            serbia_tui("search", "--format", "jsonl", *most) for most in ([], ["--limit", "2"])
        )
        assert part.out.splitlines() == whole.out.splitlines()[:2]
        assert "the first 2 of 11; without --limit there are all" in part.err
        for command in (["tab", "quotes"], ["export", "quotes"]):
            ran = serbia_tui(*command, "--limit", "3")
            assert "the first 3 of 11" in ran.err
            assert serbia_tui(*command).out.startswith(ran.out)
        assert serbia_tui("search", "--limit", "11").err == serbia_tui("search").err

    def test_marks_what_was_found_on_a_terminal_or_where_asked(self, serbia_tui: Run) -> None:
        bold = "\x1b[1msquare\x1b[22m"
        assert bold not in serbia_tui("search", "square").out
        assert bold in serbia_tui("search", "square", "--color", "always").out
        assert bold not in serbia_tui("--color", "never", "search", "square").out

    def test_has_one_word_for_one_json_array(self, serbia_tui: Run) -> None:
        for command in (["search", "square"], ["show", "milena-zarkovic"], ["export", "quotes"]):
            assert serbia_tui(*command, "--json").out == (
                serbia_tui(*command, "--format", "json").out
            )

    def test_of_another_kind(self, serbia_tui: Run) -> None:
        ran = serbia_tui("search", "bridge", "--in", "events")
        assert "The old bridge is closed" in ran.out

    def test_takes_words_that_look_like_options_after_two_dashes(self, serbia_tui: Run) -> None:
        usual = serbia_tui("search", "square")
        assert serbia_tui("search", "--", "--square") == usual
        assert serbia_tui("--", "search", "--square") == usual

    def test_ends_quietly_when_nobody_reads_on(self, serbia_tui: Run, tmp_path: Path) -> None:
        ran = in_shell(tmp_path, "search | head -c 1 > /dev/null; exit ${PIPESTATUS[0]}")
        assert (ran.code, ran.out) == (0, "")
        # Whether all was written before the reader went is a matter of chance.
        assert ran.err in ("", "serbia-tui: 11 quotes\n")

    def test_ends_quietly_when_nobody_reads_at_all(self, serbia_tui: Run, tmp_path: Path) -> None:
        gone = "{ exec 0<&-; sleep 2; }; exit ${PIPESTATUS[0]}"
        assert in_shell(tmp_path, f"export quotes | {gone}") == Ran(0, "", "")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
    def test_says_that_the_output_is_full(self, serbia_tui: Run, tmp_path: Path) -> None:
        ran = in_shell(tmp_path, "search square > /dev/full")
        assert ran == Ran(1, "", "serbia-tui: the output: No space left on device\n")

    @pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-"])
    def test_takes_a_closed_stream(self, serbia_tui: Run, tmp_path: Path, closed: str) -> None:
        ran = in_shell(tmp_path, f"search square {closed}")
        assert ran.code == 0
        assert ran.err in ("", "serbia-tui: 1 of 11 quotes\n")


class TestShow:
    def test_prints_a_record_with_its_passage(self, serbia_tui: Run) -> None:
        quote = sample_corpus().quotes[2]
        ran = serbia_tui("show", quote.id)
        assert ran.code == 0
        assert "We will not leave the square" in ran.out
        assert "[[We will not leave the square]]" in ran.out
        assert "Brodica vote ends in dispute. River Gazette" in ran.out
        assert "said: not reported" in ran.out

    @pytest.mark.parametrize("kind", store.TABLES)
    def test_knows_every_kind(self, serbia_tui: Run, kind: str) -> None:
        record = sample_corpus().of(kind[:-1])[0]
        assert serbia_tui("show", record.id).out.startswith(f"{record.kind} {record.id}\n")
        (value,) = serbia_tui("show", record.id, "--format", "jsonl").out.splitlines()
        assert json.loads(value)["id"] == record.id

    def test_names_what_is_near_an_id_that_is_nobodys(self, serbia_tui: Run) -> None:
        ran = serbia_tui("show", "djordje-ciricx")
        assert (ran.code, ran.out) == (1, "")
        assert "no record has the id djordje-ciricx, and nobody is called so" in ran.err
        assert ran.err.endswith("near it: djordje-ciric\n")
        assert serbia_tui("show", "cirik").err.endswith(
            "nobody is called so; did you mean ciric?\n"
        )

    def test_knows_an_actor_by_a_name_as_compare_does(self, serbia_tui: Run) -> None:
        whole = serbia_tui("show", "milena-zarkovic")
        assert whole.code == 0
        assert serbia_tui("show", "zarkovic") == serbia_tui("show", "Milena", "Žarković") == whole
        assert "may mean" in serbia_tui("show", "").err + serbia_tui("show", "c").err

    def test_tells_words_of_an_article_and_what_is_added_to_them(self, serbia_tui: Run) -> None:
        said = sample_corpus().quotes[2].evidence[0]
        words = f"{said.article}:{said.start}-{said.end}"
        assert serbia_tui("note", words, "Ask her").code == 0
        ran = serbia_tui("show", words)
        assert ran.out.startswith(f"words {words}\n\npassages (1)\n")
        assert "[[We will not leave the square]]" in ran.out
        assert ran.out.endswith("added (2)\n  note\n  Ask her\n")
        assert serbia_tui("show", f"{said.article}:5-5").code == 1


class TestExport:
    @pytest.mark.parametrize("kind", store.TABLES)
    def test_prints_every_record_of_a_kind(self, serbia_tui: Run, kind: str) -> None:
        ran = serbia_tui("export", kind, "--format", "jsonl")
        values = [json.loads(line) for line in ran.out.splitlines()]
        records = sample_corpus().of(kind[:-1])
        assert [value["id"] for value in values] == [record.id for record in records]
        assert ran.err == ""

    def test_writes_the_same_into_a_file(self, serbia_tui: Run, tmp_path: Path) -> None:
        printed = serbia_tui("export", "quotes")
        written = serbia_tui("export", "quotes", "-o", "out.jsonl")
        assert written == Ran(0, "", "")
        assert (tmp_path / "out.jsonl").read_text("utf-8") == printed.out

    def test_says_when_it_cannot_write(self, serbia_tui: Run) -> None:
        ran = serbia_tui("export", "quotes", "-o", "articles")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == "serbia-tui: articles: Is a directory\n"

    def test_makes_no_folder(self, serbia_tui: Run, tmp_path: Path) -> None:
        ran = serbia_tui("export", "quotes", "-o", "new/out.jsonl")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == "serbia-tui: new/out.jsonl: No such file or directory\n"
        assert not (tmp_path / "new").exists()

    def test_is_utf8_whatever_the_terminal_takes(self, serbia_tui: Run) -> None:
        usual = serbia_tui("export", "actors")
        assert serbia_tui("export", "actors", PYTHONIOENCODING="latin-1") == usual
        assert serbia_tui("export", "actors", PYTHONIOENCODING="ascii") == usual


class TestChart:
    def test_the_timeline_is_drawn_and_told_in_numbers(self, serbia_tui: Run) -> None:
        ran = serbia_tui("chart", "timeline", "--width", "90")
        assert ran.code == 0
        lines = ran.out.splitlines()
        assert any(line.startswith("● happened") and "●" in line[20:] for line in lines)
        assert any("≈≈≈" in line and line.startswith("▴ reports") for line in lines)
        assert any(line.split()[:4] == ["Sun", "8", "May", "2022"] for line in lines)
        assert max(map(len, lines)) <= 90

    @pytest.mark.parametrize("settings", [{}, {"PYTHONIOENCODING": "ascii"}])
    def test_in_ascii_where_asked_for_or_nothing_else_can_be_printed(
        self, serbia_tui: Run, settings: dict[str, str]
    ) -> None:
        asked = [] if settings else ["--ascii"]
        ran = serbia_tui("chart", "timeline", "--by", "actor", *asked, **settings)
        assert ran.code == 0
        assert ran.out.isascii()
        assert "\\" not in ran.out
        assert any(line.startswith("^ reports") and "~~~" in line for line in ran.out.splitlines())

    def test_the_actors_are_told_with_whom_they_are_named(self, serbia_tui: Run) -> None:
        ran = serbia_tui("chart", "actors", "--width", "60", "--ascii")
        assert ran.code == 0
        assert ran.out.isascii()
        assert "named with" in ran.out
        assert max(map(len, ran.out.splitlines())) <= 60

    def test_a_chart_that_there_is_not_is_a_slip(self, serbia_tui: Run) -> None:
        assert serbia_tui("chart", "weather").code == 2


class TestTables:
    def test_are_printed_where_the_encoding_lacks_letters(self, serbia_tui: Run) -> None:
        ran = serbia_tui("search", "square", PYTHONIOENCODING="ascii")
        assert ran.code == 0
        assert r"Milena \u017darkovi\u0107" in ran.out


class TestPlainText:
    def test_walks_a_tab_and_a_part_of_it(self, serbia_tui: Run) -> None:
        whole = serbia_tui("tab", "quotes")
        assert (whole.code, whole.err) == (0, "")
        assert whole.out.startswith("tab: quotes, ")
        part = serbia_tui("tab", "quotes", "--query", "square")
        assert part.out.startswith("tab: quotes, 1 quote\n\nquote: Milena Žarković: “We will not")
        assert part.out.partition("\n\n")[2] in whole.out
        none = serbia_tui("tab", "quotes", "--query", "zebra")
        assert none.out == "tab: quotes, nothing is found\n"

    def test_is_asked_for_before_the_command_or_after_it(self, serbia_tui: Run) -> None:
        before = serbia_tui("--plain", "search", "square")
        assert before == serbia_tui("search", "square", "--plain")
        assert before.out.startswith("quote: Milena Žarković: ")
        assert serbia_tui("articles", "--plain").out == serbia_tui("tab", "sources").out
        assert "━" in serbia_tui("chart", "results").out
        assert "━" not in serbia_tui("chart", "results", "--plain").out
        assert re.search(r"^quotes: \d+ from rules", serbia_tui("build", "--plain").out, re.M)

    def test_goes_with_a_command(self, serbia_tui: Run) -> None:
        ran = serbia_tui("--plain")
        assert ran.code == 2
        assert "tab walks overview, timeline, actors, results" in ran.err


class TestAHostileCorpus:
    @pytest.mark.parametrize(
        "command",
        [
            ["search"],
            ["search", "--in", "figures"],
            ["search", "--format", "jsonl"],
            *(["tab", name] for name in WALKED),
            ["search", "--plain"],
            ["show", "he"],
            ["show", "vote"],
            *(["export", kind] for kind in store.TABLES),
        ],
        ids=" ".join,
    )
    def test_acts_on_no_terminal(self, tmp_path: Path, command: list[str]) -> None:
        folder, place = tmp_path / "articles", tmp_path / "store.json"
        prepared(folder, place, hostile_corpus())
        places = ["--corpus", str(folder), "--store", str(place)]
        ran = started([*command, *places], tmp_path, {})
        assert ran.code == 0
        assert ran.err in ("", "serbia-tui: 1 quote\n", "serbia-tui: 1 figure\n")
        assert not ACTING.search(ran.out)
        assert HOSTILE[:10] in ran.out


class TestWidths:
    """No width makes a chart or a table hang."""

    @pytest.mark.parametrize("width", ["1000000", "0", "-5", "wide", "9" * 400])
    def test_that_no_terminal_has_is_refused(self, serbia_tui: Run, width: str) -> None:
        ran = serbia_tui("chart", "results", f"--width={width}")
        assert (ran.code, ran.out) == (2, "")
        assert "a width from 1 to 1,000" in ran.err

    @pytest.mark.parametrize("columns", ["999999999", "9" * 400, "wide", "0", ""])
    def test_of_the_environment_is_believed_only_where_it_can_be(
        self, serbia_tui: Run, columns: str
    ) -> None:
        ran = serbia_tui("chart", "results", COLUMNS=columns)
        assert ran.code == 0
        assert 0 < max(map(len, ran.out.splitlines())) <= 1_000
