"""What the README and the documents beside the code say is so."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location

import pytest

from tests.documentation import ROOT, documents
from tui.command_line import COMMANDS, parse
from tui.export.jsonl import own_fields
from tui.help_topics import HELP_TOPICS
from tui.store import TABLES

README = documents()["README.md"]
LONGEST = 1_000
"""Words of the README, without the addresses of its links."""

LINES = [
    (path, line)
    for path, text in documents().items()
    for line in re.findall(r"^serbia-tui\b[^#\n]*", text, re.MULTILINE)
]


@pytest.mark.parametrize(("path", "line"), LINES)
def test_every_command_line_is_understood(path: str, line: str) -> None:
    parse(shlex.split(line)[1:])


def test_every_command_is_shown() -> None:
    lines = [line for path, line in LINES if path == "tui/cli/SHELL.md"]
    assert {words[1] for line in lines if len(words := line.split()) > 1} >= set(COMMANDS)


def test_the_readme_is_short_enough_to_be_read() -> None:
    assert len(re.sub(r"\]\([^)]*\)", "]", README).split()) <= LONGEST


def test_every_figure_of_accuracy_is_one_of_the_document() -> None:
    table = README.partition("<!-- accuracy -->")[2].partition("<!-- /accuracy -->")[0]
    shown = re.findall(r"\d+(?:\.\d)?", table)
    assert len(shown) > 8
    assert set(shown) <= set(re.findall(r"\d+(?:\.\d)?", HELP_TOPICS["accuracy"].text))


@pytest.mark.parametrize("kind", TABLES.values(), ids=lambda kind: kind.kind)
def test_every_field_of_a_record_is_listed(kind: type) -> None:
    name = kind.kind  # type: ignore[attr-defined]
    (row,) = re.findall(rf"^\| {name} \|(.*)\|$", HELP_TOPICS["forms"].text, re.MULTILINE)
    assert re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", row)) == own_fields(kind)


def test_the_two_commands_stand_each_on_a_line_of_its_own() -> None:
    commands = re.findall(r"^python3 -m venv .*", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("serbia-tui")
    assert ".venv/bin/pytest" in commands[1]


@pytest.mark.parametrize("path", documents())
def test_every_file_that_is_named_is_there(path: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", documents()[path]):
        assert ((ROOT / path).parent / link).exists(), link


def test_every_test_that_a_promise_is_held_by_is_there() -> None:
    table = HELP_TOPICS["guarantees"].text.partition("| Promise | Held by | Tested in |")[2]
    rows = table.partition("\n\n")[0].split("\n")[2:]
    named = re.findall(r"`([^`]+)`", " ".join(row.split("|")[-2] for row in rows))
    assert len(named) > 10
    for path in named:
        assert (ROOT / path).exists() or (ROOT / "tests" / "robustness" / path).exists(), path


class TestWhereThePackageIsListed:
    """Its README has no file beside it there."""

    def shown(self, address: str) -> str:
        place = ROOT / ".ci" / "readme_links.py"
        spec = spec_from_file_location("readme_links", place)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        shown: str = module.standing_alone(README, address)
        return shown

    def test_every_link_leads_to_the_repository(self) -> None:
        address = "https://host.example/owner/name"
        links = re.findall(r"(!?)\[[^\]]*\]\(([^)]+)\)", self.shown(address))
        assert len(links) > 20
        for picture, link in links:
            kind, _, path = link.removeprefix(f"{address}/").partition("/main/")
            assert kind == ("raw" if picture else "blob"), link
            assert (ROOT / path).exists(), link

    def test_none_leads_nowhere_where_it_has_no_address(self) -> None:
        assert not re.search(r"\]\((?!https?:)", self.shown(""))
        assert "searching" in self.shown("")


class TestHelp:
    """``serbia-tui help`` prints the documents."""

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        program = [sys.executable, "-m", "tui", "help", *arguments]
        return subprocess.run(program, capture_output=True, text=True, check=False, cwd=ROOT)

    def test_lists_the_topics(self) -> None:
        told = self.run()
        assert told.returncode == 0
        for name in HELP_TOPICS:
            assert f"serbia-tui help {name} " in told.stdout

    @pytest.mark.parametrize("name", HELP_TOPICS)
    def test_has_a_line_in_the_readme_for_each(self, name: str) -> None:
        assert f"[](tui/{HELP_TOPICS[name].file})" in re.sub(r"\[[^]]*\]", "[]", README)
        assert f"`serbia-tui help {name}`" in README

    def test_prints_a_document(self) -> None:
        assert self.run("search").stdout == HELP_TOPICS["search"].shown

    @pytest.mark.parametrize("name", HELP_TOPICS)
    def test_shows_no_picture_and_no_address_of_a_file(self, name: str) -> None:
        assert not re.search(r"!\[|\]\((?!https?:)", HELP_TOPICS[name].shown)

    def test_says_how_a_command_is_used(self) -> None:
        assert self.run("compare").stdout.startswith("usage: serbia-tui compare")

    def test_of_what_there_is_none_says_what_there_is(self) -> None:
        told = self.run("serch")
        assert told.returncode == 2
        assert "search" in told.stderr
