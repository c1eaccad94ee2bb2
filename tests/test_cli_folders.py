"""The commands that build, check and add, and those that begin the explorer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.samples import TEXTS
from tests.shell import Run
from tui.build import seeds


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
