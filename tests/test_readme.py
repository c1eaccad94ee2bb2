"""What the README shows is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tui.arguments import COMMANDS, parse
from tui.export.jsonl import own_fields
from tui.store import TABLES

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")

LINES = re.findall(r"^serbia-tui\b[^#\n]*", README, re.MULTILINE)


@pytest.mark.parametrize("line", LINES)
def test_every_command_line_is_understood(line: str) -> None:
    parse(shlex.split(line)[1:])


def test_every_command_is_shown() -> None:
    shown = {words[1] for line in LINES if len(words := line.split()) > 1}
    assert shown >= set(COMMANDS)


@pytest.mark.parametrize("kind", TABLES.values(), ids=lambda kind: kind.kind)
def test_every_field_of_a_record_is_listed(kind: type) -> None:
    (row,) = re.findall(rf"^\| {kind.kind} \|(.*)\|$", README, re.MULTILINE)  # type: ignore[attr-defined]
    assert re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", row)) == own_fields(kind)


def test_the_two_commands_stand_each_on_a_line_of_its_own() -> None:
    commands = re.findall(r"^python3 -m venv .*", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("serbia-tui")
    assert ".venv/bin/pytest" in commands[1]


def test_every_file_that_is_named_is_there() -> None:
    for path in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (Path(__file__).parents[1] / path).exists()


def test_every_test_that_a_promise_is_held_by_is_there() -> None:
    table = README.partition("| Promise | Held by | Tested in |")[2].partition("\n\n")[0]
    named = re.findall(r"`([^`]+)`", " ".join(row.split("|")[-2] for row in table.split("\n")[2:]))
    assert len(named) > 10
    root = Path(__file__).parents[1]
    for path in named:
        assert (root / path).exists() or (root / "tests" / "robustness" / path).exists(), path
