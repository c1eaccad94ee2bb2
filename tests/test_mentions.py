"""Every name and every expression of time, with what it resolves to."""

from __future__ import annotations

from typing import Any

import pytest

from tui.build import build
from tui.mentions import mentions

PLAIN = """\
Bridge opens at last

3 June 2024

Mayor Mila Novak opened a bridge on Saturday. Novak said that it took two years.
"""
NOTE = """\
---
date: 2024-06-03
---
# Bridge opens at last

**Mila Novak** opened it *yesterday*. The bridge fell in 2018.
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "a.txt").write_text(PLAIN, "utf-8")
    (folder / "b.md").write_text(NOTE, "utf-8")
    return list(mentions(build(folder).corpus))


def told(found: list[dict[str, Any]], text: str) -> list[tuple[str, str, str | None]]:
    shown = []
    for each in found:
        start, end, exact = (each["anchor"][key] for key in ("start", "end", "exact"))
        if text[start:end] == exact:
            shown.append((exact, each["type"], each["actor"] or each["edtf"]))
    return shown


def test_stand_in_the_order_of_their_text_with_what_they_resolve_to(
    found: list[dict[str, Any]],
) -> None:
    first = found[0]["anchor"]["article"]
    assert told([each for each in found if each["anchor"]["article"] == first], PLAIN) == [
        ("3 June 2024", "date", "2024-06-03"),
        ("Mila Novak", "name", "mila-novak"),
        ("on Saturday", "date", "2024-06-01"),
        ("Novak", "name", "mila-novak"),
    ]


def test_have_the_offsets_of_the_file_behind_front_matter_and_marks(
    found: list[dict[str, Any]],
) -> None:
    first = found[0]["anchor"]["article"]
    assert told([each for each in found if each["anchor"]["article"] != first], NOTE) == [
        ("2024-06-03", "date", "2024-06-03"),
        ("Mila Novak", "name", "mila-novak"),
        ("yesterday", "date", "2024-06-02"),
        ("in 2018", "date", "2018"),
    ]


def test_are_told_apart_and_have_what_every_record_has(found: list[dict[str, Any]]) -> None:
    assert len({each["id"] for each in found}) == len(found)
    assert all(
        {"id", "kind", "type", "anchor", "actor", "edtf", "basis", "evidence", "origin", "rule"}
        <= each.keys()
        for each in found
    )
