"""What a terminal's encoding lacks is replaced sign by sign, and keeps its place."""

from __future__ import annotations

import pytest

from tui.glyphs import BRAILLE, has_all_signs, in_encoding
from tui.terminal_text import cell_width

DRAWN = "█▓▒░╱━╸─│┃●○◐◆▲▼▌▏┌┐└┘├┤…·†≠≤≥“”‘’›⌫⠁⣿"
NAMES = "Đorđe Žarković, Tepić, Łódź, Ђинђић, 日本"


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-1", "cp1250", "cp437", "nonsense"])
@pytest.mark.parametrize("text", [DRAWN, NAMES])
def test_every_sign_keeps_its_cells(text: str, encoding: str) -> None:
    shown = in_encoding(text, encoding)
    shown.encode("ascii" if encoding == "nonsense" else encoding)
    assert cell_width(shown) == cell_width(text)


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf-16", "utf_8_sig"])
def test_utf_has_all(encoding: str) -> None:
    assert has_all_signs(encoding)
    assert in_encoding(DRAWN + NAMES, encoding) == DRAWN + NAMES


def test_what_an_encoding_has_it_keeps() -> None:
    assert in_encoding("Marinika Tepić “said”…", "cp1250") == "Marinika Tepić “said”…"
    assert in_encoding("Marinika Tepić “said”…", "ascii") == 'Marinika Tepic "said".'
    assert in_encoding("Đinđić", "ascii") == "Dindic"


def test_fillings_that_stand_side_by_side_stay_told_apart() -> None:
    assert len(set(in_encoding("█▓▒░╱─━", "ascii"))) == 7


def test_braille_is_the_darker_the_more_dots_it_has() -> None:
    empty, full = chr(BRAILLE.start), chr(BRAILLE.stop - 1)
    assert in_encoding(empty + full, "ascii") == " @"


def test_marks_without_a_cell_take_none() -> None:
    assert in_encoding("e\u0301\u200b", "ascii") == "e"


def test_at_least_is_never_shown_as_more_than() -> None:
    assert in_encoding("about  ≥30, ≤4", "ascii") == "about >=30,<=4"
    assert in_encoding("≥30", "ascii") == "?30"
    assert in_encoding("  ≥30", "cp437") == "  ≥30"
