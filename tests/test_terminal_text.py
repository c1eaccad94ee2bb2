"""No character of a source acts on a terminal, and every offset holds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal_text import one_line, sanitized

ANY_TEXT = st.text(alphabet=st.characters())


class TestPlain:
    def test_ordinary_words_stay_the_very_same_object(self) -> None:
        words = "Đilas said: “no” — twice…\nand left\u00a0at\u200b 5\u200d"
        assert sanitized(words) is words

    @pytest.mark.parametrize(
        ("acting", "shown"),
        [
            ("\x1b[31m", "␛[31m"),
            ("\x00\x07\x08", "␀␇␈"),
            ("\x7f", "␡"),
            ("a\tb\r\nc", "a b \nc"),
            ("\x9b2J\x85", "\ufffd2J\ufffd"),
            ("\u202eabc\u202c", "\ufffdabc\ufffd"),
            ("\u2066x\u2069\u200e\u200f\u061c", "\ufffdx\ufffd\ufffd\ufffd\ufffd"),
            ("\u2028\u2029\ufeff", "\ufffd\ufffd\ufffd"),
            ("\ud800x\udcff", "\ufffdx\ufffd"),
            ("\U000e0041", "\ufffd"),
        ],
    )
    def test_what_acts_is_shown_instead(self, acting: str, shown: str) -> None:
        assert sanitized(acting) == shown

    @given(ANY_TEXT)
    def test_the_text_is_as_long_as_before_and_nothing_in_it_acts(self, text: str) -> None:
        shown = sanitized(text)
        assert len(shown) == len(text)
        assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in shown)
        assert not any(unicodedata.bidirectional(c) in BIDI for c in shown)
        assert sanitized(shown) is shown

    @given(ANY_TEXT)
    def test_one_line_is_one_line(self, text: str) -> None:
        assert len(one_line(text).splitlines()) <= 1


BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
