"""A folder of everything that a folder may hold: each file is read, or refused by name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import HOSTILE, TEXTS
from tests.trust.test_keeping import ran
from tui import store
from tui.build import Built, build, inputs
from tui.checks import problems
from tui.plain import ACTING, plain

SAID = "Prime Minister Ana Weaver said on Monday: “We won 46 per cent of the vote of 8 May 2022.”\n"

READ = {
    "utf16.txt": ("Sixteen. " + SAID).encode("utf-16"),
    "cp1250.txt": "„Pobedili smo“, rekao je Vučić u četvrtak.\n".encode("cp1250"),
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
    "dot.txt": "not a regular file",
    "empty.txt": "empty",
    "folder.txt": "not a regular file",
    "inside.txt": "the same text as -rf.txt",
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
            ["export", "quotes", "-o", "/nowhere/\x1b]0;x\x07\n\udce9"],
            ["show", f"{HOSTILE}\nserbia-tui: forged"],
            ["add", "/nowhere/\x1b[2J.txt", "--corpus", "\x1b]52;c;x\x07"],
            ["export", "\x1b[2J"],
            ["search", "--in", "\x9b2J\u202e"],
            ["--help"],
        ],
        ids=lambda words: plain(" ".join(words))[:30].encode("ascii", "replace").decode(),
    )
    def test_no_command_prints_what_acts(
        self, folder: Path, tmp_path: Path, words: list[str]
    ) -> None:
        done = ran(folder, tmp_path / "store.json", *words)
        assert done.returncode in (0, 1, 2)
        for line in (done.stdout + done.stderr).split("\n"):
            assert not ACTING.search(line)
        assert "Traceback" not in done.stderr
        assert "\nserbia-tui: forged" not in done.stderr

    def test_what_is_printed_as_json_is_the_words_themselves(
        self, folder: Path, tmp_path: Path
    ) -> None:
        done = ran(folder, tmp_path / "store.json", "export", "articles")
        files = {json.loads(line)["file"] for line in done.stdout.splitlines()}
        assert files == set(READ)


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
