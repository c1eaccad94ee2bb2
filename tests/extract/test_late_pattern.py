"""A pattern that is compiled late, or kept, finds what the pattern itself finds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from threading import Thread
from typing import Any

import pytest

from tui import beside_bytecode
from tui.extract.text import late_pattern
from tui.extract.text.late_pattern import late, patterns_kept


def test_nothing_is_compiled_before_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def count(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_now(pattern, flags)

    monkeypatch.setattr(re, "compile", count)
    votes = late(r"(\d+) VOTES?", re.IGNORECASE)
    assert votes.pattern == r"(\d+) VOTES?"
    assert compiled == []
    found = votes.search("It has 12 votes.")
    assert found is not None
    assert found[1] == "12"
    assert votes.findall("1 vote, 2 votes") == ["1", "2"]
    assert compiled == [r"(\d+) VOTES?"]


def test_it_has_what_a_pattern_has() -> None:
    votes = late(r"(?P<votes>\d+) votes?\b", re.IGNORECASE)
    assert votes.groupindex == {"votes": 1}
    assert votes.flags & re.IGNORECASE
    assert votes.split("1 vote, 2 votes") == ["", "1", ", ", "2", ""]
    assert votes.fullmatch("3 VOTES") is not None
    assert votes.match("no vote") is None


PATTERNS = (
    (r"(?P<one>a+)(?P<two>[^\W\d_]\b)?|(c)", 0),
    (r"(?i:vote[sd]?)\s(?=\d)(?<!x)", re.IGNORECASE | re.MULTILINE),
    (r"^([А-я“”]{2,5}?)(?(1)x|y)", re.DOTALL),
)
TEXTS = ("aab caac", "VOTES 12\nvoted 3", "сабор“x", "")


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What is kept, in memory."""
    held: dict[str, Any] = {}
    monkeypatch.setattr(beside_bytecode, "read", lambda name, _of: held.get(name))
    monkeypatch.setattr(
        beside_bytecode, "write", lambda name, _of, value: held.update({name: value})
    )
    return held


def made(make: Callable[..., re.Pattern[str]] = re.compile) -> list[re.Pattern[str]]:
    re.purge()
    with patterns_kept("some"):
        return [make(*each) for each in PATTERNS]


def found(patterns: Iterable[re.Pattern[str]]) -> list[Any]:
    return [
        [(each.span(), each.groups(), each.groupdict()) for each in pattern.finditer(text)]
        for pattern in patterns
        for text in TEXTS
    ]


def test_a_pattern_that_is_kept_finds_what_it_found(kept: dict[str, Any]) -> None:
    plain = [re.compile(*each) for each in PATTERNS]
    first, again = made(), made()
    assert kept["some"].keys() == {(pattern, int(flags)) for pattern, flags in PATTERNS}
    assert found(plain) == found(first) == found(again)
    for one, other in zip(plain, again, strict=True):
        assert (one.flags, one.groups, one.groupindex) == (
            other.flags,
            other.groups,
            other.groupindex,
        )


def test_what_is_kept_is_not_compiled(
    kept: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = found(made())
    monkeypatch.setattr(late_pattern, "_compiled", None)
    assert found(made()) == before


def test_what_is_no_longer_asked_for_goes_with_the_next_change(kept: dict[str, Any]) -> None:
    made()
    with patterns_kept("some"):
        re.compile("one that is new")
    assert list(kept["some"]) == [("one that is new", 0)]


def test_what_is_late_is_kept_by_the_second_time(
    kept: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def both(pattern: str, flags: int) -> re.Pattern[str]:
        re.compile("known")
        return late(pattern, flags)

    first = made(both)
    assert list(kept["some"]) == [("known", 0)]
    made(both)
    assert kept["some"].keys() == {("known", 0), *((each, int(flags)) for each, flags in PATTERNS)}
    third = made(both)
    assert [type(each) for each in third] == [re.Pattern] * len(PATTERNS)
    assert found(first) == found(third)


def test_what_another_thread_compiles_is_not_kept(kept: dict[str, Any]) -> None:
    """It may be made of what somebody has typed."""
    with patterns_kept("some"):
        re.compile("a rule's own")
        other = Thread(target=re.compile, args=("somebody's words",))
        other.start()
        other.join()
    assert list(kept["some"]) == [("a rule's own", 0)]


def test_a_python_that_is_not_known_compiles_as_it_does(
    kept: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(late_pattern, "IS_KNOWN", False)
    assert found(made()) == found(map(late, *zip(*PATTERNS, strict=True)))
    assert not kept


def test_the_compiler_is_given_back(kept: dict[str, Any]) -> None:
    compiler: Any = import_module("re._compiler")
    compiles = compiler.compile
    with pytest.raises(re.error), patterns_kept("some"):
        re.compile("(")
    assert compiler.compile is compiles
    assert not kept


def test_the_patterns_of_a_language_are_the_same_in_every_process() -> None:
    """What is joined of a set has an order of its own in each: nothing would stay kept."""
    program = (
        "from tui import beside_bytecode as it; it.read = lambda name, of: None;"
        "it.write = lambda name, of, value: of or print(sorted(map(repr, value)));"
        "from tui.extract import languages; languages.get('en'); languages.get('sr')"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
