"""The commands: what they print, where, and how they end."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.inherited import WARNINGS
from tests.samples import HOSTILE, TEXTS, hostile_corpus, sample_corpus
from tui import __version__, store
from tui.arguments import COMMANDS, WALKED, parse
from tui.build import inputs, seeds
from tui.command_examples import EXAMPLES
from tui.corpus import Corpus
from tui.terminal_text import ACTING


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def prepared(folder: Path, place: Path, corpus: Corpus) -> None:
    """A folder of articles whose store holds the records of a corpus made by hand."""
    folder.mkdir()
    for article in corpus.articles:
        (folder / article.file).write_bytes(corpus.texts[article.id].encode())
    store.save(corpus, place, inputs(folder).digests)


@pytest.fixture
def serbia_tui(tmp_path: Path) -> Run:
    """Run the program as people do, on the sample corpus unless it is told otherwise."""
    folder, place = tmp_path / "articles", tmp_path / "store.json"
    prepared(folder, place, sample_corpus())

    def run(*arguments: str, sample: bool = True, **settings: str) -> Ran:
        places = ["--corpus", str(folder), "--store", str(place)] if sample else []
        return started([*places, *arguments], tmp_path, settings)

    return run


def started(arguments: Sequence[str], home: Path, settings: dict[str, str]) -> Ran:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "PYTHONWARNINGS": WARNINGS,
        **settings,
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        env=environment,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    # A file that is left open is only told of, as it is closed by nobody.
    assert b"ResourceWarning" not in ran.stderr
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def in_shell(home: Path, command: str) -> Ran:
    """Run a command on the sample corpus with what a shell can do to its streams."""
    program = f"{sys.executable} -m tui --corpus articles --store store.json"
    ran = subprocess.run(
        ["bash", "-c", f"{program} {command}"],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUNBUFFERED": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


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


class TestBuild:
    def test_says_what_it_found_and_where_it_is(self, serbia_tui: Run, tmp_path: Path) -> None:
        ran = serbia_tui("build", "--store", str(tmp_path / "new" / "s.json"))
        assert ran.code == 0
        lines = ran.out.splitlines()
        assert lines[0] == "3 articles read"
        assert lines[1].split() == ["from", "rules", "curated"]
        assert [line.split()[0] for line in lines[2:9]] == (
            "articles actors mentions contests events figures quotes".split()
        )
        assert lines[-1] == f"store: {tmp_path / 'new' / 's.json'}"

    def test_names_what_it_skipped(self, serbia_tui: Run, tmp_path: Path) -> None:
        (tmp_path / "articles" / "bad.txt").write_bytes(b"\0")
        (tmp_path / "articles" / "copy.txt").write_text(TEXTS["post.txt"])
        ran = serbia_tui("build")
        assert ran.code == 0
        assert ran.err.splitlines() == [
            "serbia-tui: skipped bad.txt: binary: it holds NUL bytes",
            "serbia-tui: skipped post.txt: the same text as copy.txt",
            "serbia-tui: skipped 2, read 3",
        ]

    def test_names_file_and_line_of_a_curated_fault(self, serbia_tui: Run, tmp_path: Path) -> None:
        before = (tmp_path / "store.json").read_bytes()
        (tmp_path / "articles" / "actors.toml").write_text("\n\nthis is [no TOML\n")
        ran = serbia_tui("build")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("actors.toml:3: ")
        assert ran.err.endswith("serbia-tui: the curated files do not fit: 1 found\n")
        assert (tmp_path / "store.json").read_bytes() == before

    def test_of_the_five_articles_goes_into_the_users_data(
        self, serbia_tui: Run, tmp_path: Path
    ) -> None:
        ran = serbia_tui("build", sample=False)
        assert ran.code == 0
        assert ran.out.startswith("5 articles read\n")
        if sys.platform == "linux":
            assert (tmp_path / "data" / "serbia-tui" / "seeds.json").is_file()


class TestCheck:
    def test_holds_for_the_five_articles(self, serbia_tui: Run) -> None:
        assert serbia_tui("build", sample=False).code == 0
        ran = serbia_tui("check", sample=False)
        assert (ran.code, ran.err) == (0, "")
        assert "records from 5 articles check out" in ran.out

    def test_lists_what_does_not_hold(self, serbia_tui: Run, tmp_path: Path) -> None:
        (tmp_path / "articles" / "radio.txt").write_text("Another text.\n")
        ran = serbia_tui("check")
        assert ran.code == 1
        assert "its file 'radio.txt' has another text" in ran.out

    def test_names_a_damaged_store(self, serbia_tui: Run, tmp_path: Path) -> None:
        (tmp_path / "store.json").write_text("{}")
        ran = serbia_tui("check")
        assert ran.code == 1
        assert "the store is damaged" in ran.out


class TestAdd:
    def test_copies_articles_into_the_users_own_folder(
        self, serbia_tui: Run, tmp_path: Path
    ) -> None:
        (tmp_path / "report.txt").write_text("“We won,” said Ana Weaver.\n", "utf-8")
        own = tmp_path / "data" / "serbia-tui" / "articles"
        ran = serbia_tui("add", "report.txt", "articles/post.txt", sample=False)
        assert (ran.code, ran.err) == (0, "")
        if sys.platform == "linux":
            assert ran.out.splitlines() == [
                "added report.txt",
                "added articles/post.txt",
                f"{own}: serbia-tui shows it beside the five, serbia-tui --corpus mine alone",
            ]
        assert serbia_tui("build", "--corpus", "mine", sample=False).out.startswith("2 articles")
        assert "We won" in serbia_tui("--corpus", "mine", "search", "won", sample=False).out

    def test_copies_into_the_folder_that_is_named(self, serbia_tui: Run, tmp_path: Path) -> None:
        (tmp_path / "post.txt").write_bytes("„Pobedili smo“, rekao je Vučić.".encode("cp1250"))
        ran = serbia_tui("add", "post.txt")
        assert ran.code == 0
        assert ran.out.splitlines()[0] == "added post.txt as post-2.txt"
        assert ran.err == "serbia-tui: post.txt: read as windows-1250\n"
        assert (tmp_path / "articles" / "post-2.txt").is_file()

    def test_says_in_a_line_each_what_is_not_added(self, serbia_tui: Run, tmp_path: Path) -> None:
        (tmp_path / "copy.txt").write_text(TEXTS["post.txt"], "utf-8")
        (tmp_path / "link.txt").symlink_to("copy.txt")
        (tmp_path / "a\x1b[2J.txt").write_bytes(b"")
        ran = serbia_tui("add", "copy.txt", "link.txt", "/dev/null", "a\x1b[2J.txt")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.splitlines() == [
            "serbia-tui: not added: copy.txt: the same text as post.txt",
            "serbia-tui: not added: link.txt: a link; name the file that it leads to",
            "serbia-tui: not added: /dev/null: not a regular file",
            "serbia-tui: not added: a␛[2J.txt: empty",
            "serbia-tui: added 0, not added 4",
        ]

    def test_leaves_the_five_articles_as_they_are(self, serbia_tui: Run, tmp_path: Path) -> None:
        ran = serbia_tui("add", "articles/post.txt", "--corpus", str(seeds()), sample=False)
        assert (ran.code, ran.out) == (1, "")
        assert "the five articles stay as they are" in ran.err

    def test_is_what_a_user_without_own_articles_is_told_of(self, serbia_tui: Run) -> None:
        ran = serbia_tui("build", "--corpus", "mine", sample=False)
        assert ran.code == 1
        assert ran.err.endswith("no article of your own yet: serbia-tui add FILE\n")

    def test_says_when_it_cannot_write(self, serbia_tui: Run, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        ran = serbia_tui("add", "articles/post.txt", "--corpus", "file", sample=False)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == "serbia-tui: file: Not a directory\n"


class TestExplore:
    def test_without_a_terminal_says_so(self, serbia_tui: Run) -> None:
        ran = serbia_tui()
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("serbia-tui: exploring needs a terminal")


class TestOnWindows:
    def test_says_at_once_what_is_missing(self, tmp_path: Path) -> None:
        script = (
            "import argparse, pathlib, signal, sys; sys.platform = 'win32'; "
            # What Python has not got there, nothing may ask for before it is said.
            "sys.modules.update(dict.fromkeys('fcntl grp pty pwd resource termios tty'.split())); "
            "del signal.SIGHUP, signal.pthread_sigmask, signal.setitimer; "
            "from tui.cli import main; sys.exit(main(['search', 'x']))"
        )
        environment = {"PYTHONPATH": str(Path(__file__).parents[1]), "HOME": str(tmp_path)}
        ran = subprocess.run(
            [sys.executable, "-c", script],
            env=environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert (ran.returncode, ran.stdout) == (1, "")
        assert ran.stderr.startswith("serbia-tui: needs Linux or macOS")


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
