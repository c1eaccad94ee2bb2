"""A pattern that is compiled late finds what the pattern itself finds."""

from __future__ import annotations

import re

import pytest

from tui.extract.text.late_pattern import late


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
