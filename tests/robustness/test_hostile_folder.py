"""A folder of everything that a folder may hold: each file is read, or refused by name."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.robustness.test_keeping import ran
from tests.samples import HOSTILE, TEXTS, sample_corpus
from tests.shell import started
from tui import store
from tui.build import Built, build, inputs
from tui.cli import main
from tui.forms import form
from tui.integrity import problems
from tui.terminal_text import ACTING, sanitized

SAID = "Prime Minister Ana Weaver said on Monday: “We won 46 per cent of the vote of 8 May 2022.”\n"

READ = {
    "utf16.txt": ("Sixteen. " + SAID).encode("utf-16"),
    "cp1250.txt": "„Pobedili smo“, rekao je Vučić u četvrtak.\n".encode("cp1250"),
    "latin1.txt": "Hélène Molière said in Genève: “Très bien.”\n".encode("cp1252"),
    "mark.txt": ("Marked. " + SAID).encode("utf-8-sig"),
    "breaks.txt": ("CR\rNEL\u0085LS\u2028PS\u2029VT\x0bFF\x0c" + SAID).encode(),
    "combining.txt": ("Z" + "\u0301" * 3000 + " said “a" + "\u0336" * 3000 + "”. " + SAID).encode(),
    "escapes.txt": f"\x1b]52;c;aGk=\x07\x1b]8;;http://x\x07a\x1b]8;;\x07{HOSTILE} {SAID}".encode(),
    "unbalanced.txt": ("“open ‘open „ « ( [ " * 40 + SAID).encode(),
    "nested.txt": ("“‘" * 400 + " deep " + "’”" * 400 + SAID).encode(),
    "impossible.txt": (
        "On 31 February 2023, the 99th of December 9999 and 30.02.0000, 999999999999 % voted, ٤٦٪ "
        f"of them twice, {'9' * 400} seats, 1e999 per cent, {'five hundred ' * 50}people. {SAID}"
    ).encode(),
    "caf\udce9.txt": b"No text is its name. " + SAID.encode(),
    "new\nline.txt": b"A line in its name. " + SAID.encode(),
    "-rf.txt": b"A dash. " + SAID.encode(),
    "--help.txt": b"Two dashes. " + SAID.encode(),
    "\x1b]0;x\x07.txt": b"A title. " + SAID.encode(),
    "\u202egpj.txt": b"Backwards. " + SAID.encode(),
    "[bold]m[b].txt": b"Markup. " + SAID.encode(),
    "Twin.txt": b"One twin. " + SAID.encode(),
    "twin.txt": b"The other twin. " + SAID.encode(),
    f"{'x' * 200}.txt": b"Long. " + SAID.encode(),
}
"""Files that are articles, whatever they look like."""

REFUSED = {
    "binary.txt": "binary: it holds NUL bytes",
    "device.txt": "not a regular file",
    "dot.txt": "a link to a folder",
    "empty.txt": "empty",
    "inside.txt": "the same text as -rf.txt",
    "invalid.txt": "not UTF-8: byte 7 is 0xff",
    "loop-one.txt": "a link that leads in a circle",
    "loop-two.txt": "a link that leads in a circle",
    "nowhere.txt": "cannot be read: No such file or directory",
    "out.txt": "a link that leads out of the folder",
    "pipe.txt": "not a regular file",
    "socket.txt": "not a regular file",
    "zero.txt": "a link that leads out of the folder",
}
"""What is no article, and why."""

SECRET = "nobody should read this"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of everything."""
    made = tmp_path_factory.mktemp("zoo") / "zoo"
    made.mkdir()
    (made.parent / "secret.txt").write_text(SECRET)
    for name, data in READ.items():
        (made / name).write_bytes(data)
    (made / "binary.txt").write_bytes(bytes(range(256)))
    (made / "empty.txt").write_bytes(b" \n")
    (made / "invalid.txt").write_bytes("Tepić".encode() + b"\xff said no.")
    (made / "folder.txt").mkdir()
    os.mkfifo(made / "pipe.txt")
    # A socket's name may not be long, so it is bound from within.
    bound = "import socket; socket.socket(socket.AF_UNIX).bind('socket.txt')"
    subprocess.run([sys.executable, "-c", bound], cwd=made, check=True)
    for name, leads in {
        "device.txt": ".",
        "dot.txt": ".",
        "inside.txt": "./-rf.txt",
        "loop-one.txt": "loop-two.txt",
        "loop-two.txt": "loop-one.txt",
        "nowhere.txt": "missing",
        "out.txt": "../secret.txt",
        "zero.txt": "/dev/zero",
    }.items():
        (made / name).symlink_to(leads)
    if os.geteuid() == 0:
        (made / "device.txt").unlink()
        os.mknod(made / "device.txt", 0o20666, os.makedev(1, 5))
    return made


@pytest.fixture(scope="module")
def built(folder: Path) -> Built:
    return build(folder)


@pytest.fixture(scope="module")
def place(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the store of the folder is, made before any command asks for it."""
    made = tmp_path_factory.mktemp("kept") / "store.json"
    store.save(built.corpus, made, built.digests)
    return made


def test_every_file_is_read_or_refused_with_its_reason(folder: Path, built: Built) -> None:
    there = [each.name for each in folder.iterdir()]
    # Not every file system tells Twin.txt from twin.txt.
    one = {"Twin.txt", "twin.txt"} - set(there)
    assert {article.file for article in built.corpus.articles} == set(READ) - one
    assert dict(built.report.skipped) == REFUSED
    assert problems(built.corpus, inputs(folder).texts) == []


def test_nothing_outside_the_folder_is_read(built: Built) -> None:
    assert SECRET not in " ".join(built.corpus.texts.values())


def test_it_is_kept_and_opened_as_it_was_built(built: Built, tmp_path: Path) -> None:
    place = tmp_path / "store.json"
    store.save(built.corpus, place, built.digests)
    assert store.load(place, built.digests) == built.corpus


class TestInTheShell:
    def test_a_build_names_every_file_that_it_leaves_out_and_says_how_many(
        self, folder: Path, tmp_path: Path
    ) -> None:
        done = ran(folder, tmp_path / "store.json", "build")
        assert done.returncode == 0
        lines = done.stderr.splitlines()
        for name, reason in REFUSED.items():
            assert f"serbia-tui: skipped {name}: {reason}" in lines
        assert lines[-1] == f"serbia-tui: skipped {len(REFUSED)}, read {len(READ)}"
        assert done.stdout.startswith(f"{len(READ)} articles read\n")

    @pytest.mark.parametrize(
        "words",
        [
            ["build"],
            ["check"],
            ["search", "--in", "articles"],
            ["search", f"{HOSTILE} \udce9\n\x9b"],
            ["search", "won", "--format", "jsonl"],
            ["export", "articles"],
            ["export", "disagreements", "--format", "md"],
            ["compare"],
            ["compare", HOSTILE, "\x1b]0;x\x07"],
            ["compare", "--about", HOSTILE, "--format", "md"],
            ["chart", "timeline", "--by", "article"],
            ["chart", "actors"],
            ["chart", "results"],
            ["export", "quotes", "-o", "/nowhere/\x1b]0;x\x07\n\udce9"],
            ["show", f"{HOSTILE}\nserbia-tui: forged"],
            ["add", "/nowhere/\x1b[2J.txt", "--corpus", "\x1b]52;c;x\x07"],
            ["export", "\x1b[2J"],
            ["search", "--in", "\x9b2J\u202e"],
            ["--help"],
            ["search", "--help"],
        ],
        ids=lambda words: sanitized(" ".join(words))[:30].encode("ascii", "replace").decode(),
    )
    def test_no_command_prints_what_acts(self, folder: Path, place: Path, words: list[str]) -> None:
        done = started(["--corpus", str(folder), "--store", str(place), *words], place.parent, {})
        assert done.code in (0, 1, 2)
        for line in (done.out + done.err).split("\n"):
            assert not ACTING.search(line)
        assert "Traceback" not in done.err
        assert "\nserbia-tui: forged" not in done.err

    def test_what_is_printed_as_json_is_the_words_themselves(
        self, folder: Path, place: Path
    ) -> None:
        places = ["--corpus", str(folder), "--store", str(place)]
        done = started([*places, "export", "articles"], place.parent, {})
        files = {json.loads(line)["file"] for line in done.out.splitlines()}
        assert files == set(READ)

    @pytest.mark.parametrize("name", ["pipe", "loop", "file.txt", "/dev/zero", "a\x1b[2J"])
    @pytest.mark.parametrize("stored", [True, False])
    def test_what_is_no_folder_is_named_in_a_line(
        self, tmp_path: Path, name: str, stored: bool
    ) -> None:
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "loop").symlink_to("loop")
        (tmp_path / "file.txt").write_text("no folder")
        place = ["--store", str(tmp_path / "store.json")] if stored else []
        done = started(["build", "--corpus", str(tmp_path / name), *place], tmp_path, {})
        assert (done.code, done.out) == (1, "")
        (line,) = done.err.splitlines()
        assert line.startswith("serbia-tui: ")
        assert sanitized(name) in line
        assert "an error of the program" not in line
        assert not ACTING.search(line)


def test_a_file_that_nobody_may_read_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("post.txt", "radio.txt"):
        (tmp_path / name).write_text(TEXTS[name], "utf-8")
    opening = os.open

    def forbidden(path: Path, flags: int, *rest: int) -> int:
        if str(path).endswith("post.txt"):
            raise PermissionError(13, "Permission denied", str(path))
        return opening(path, flags, *rest)

    monkeypatch.setattr(os, "open", forbidden)
    found = inputs(tmp_path)
    assert dict(found.skipped) == {"post.txt": "cannot be read: Permission denied"}
    assert list(found.documents) == ["radio.txt"]


@pytest.mark.parametrize(
    "make",
    [
        os.mkfifo,
        Path.mkdir,
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to(path.parent.parent / "elsewhere.toml"),
        lambda path: path.symlink_to(path.name),
        lambda path: path.write_bytes(b"\xff\xfe\x00["),
        lambda path: path.write_text("a = " + "[" * 100_000),
        lambda path: path.write_text("a" + ".a" * 50_000 + " = 1"),
        lambda path: path.write_text("a = " + "9" * 100_000),
        lambda path: path.write_text("[[actor]]\n" * 50_000),
        lambda path: path.write_text("actor = 1979-05-27T07:32:00Z\n\x1b[2J"),
    ],
    ids=["pipe", "folder", "device", "out", "circle", "bytes", "deep", "dotted", "number", "many",
         "date"],
)  # fmt: skip
def test_a_curated_file_of_any_kind_is_refused_by_name_and_soon(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None]
) -> None:
    (tmp_path / "elsewhere.toml").write_text("")
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "post.txt").write_text(TEXTS["post.txt"], "utf-8")
    make(folder / "actors.toml")
    places = ["--corpus", str(folder), "--store", str(tmp_path / "store.json")]
    assert main(["build", *places]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert "actors.toml" in lines[0]
    assert "an error of the program" not in said.err
    assert not any(ACTING.search(line) for line in lines)
    assert not (tmp_path / "store.json").exists()


def test_no_command_writes_what_a_spreadsheet_would_reckon() -> None:
    # A cell that begins with = is a formula.
    corpus = sample_corpus()
    quote = replace(corpus.quotes[0], text="=cmd|' /C calc'!A0", note="@SUM(1)")
    table = "".join(form("csv").lines(replace(corpus, quotes=(quote,)), [quote]))
    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert row["text"] == "'=cmd|' /C calc'!A0"
    assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in row.values())


class TestAFileThatChanges:
    def test_into_a_pipe_when_it_is_opened_is_not_waited_for(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "a.txt").write_text(TEXTS["post.txt"], "utf-8")
        opening = os.open

        def changed(path: Path, flags: int, *rest: int) -> int:
            if str(path).endswith("a.txt"):
                (tmp_path / "a.txt").unlink()
                os.mkfifo(tmp_path / "a.txt")
            return opening(path, flags, *rest)

        monkeypatch.setattr(os, "open", changed)
        assert dict(inputs(tmp_path).skipped) == {"a.txt": "not a regular file"}
