"""Letters fold to what people type, and every folded letter knows where it comes from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.folding import fold, folded


class TestFolding:
    @pytest.mark.parametrize(
        ("written", "typed"),
        [
            ("Vučić", "vucic"),
            ("Вучић", "vucic"),
            ("VUCIC", "vucic"),
            ("Vuc\u030cic\u0301", "vucic"),
            ("Đilas", "dilas"),
            ("Djilas", "dilas"),
            ("Ђилас", "dilas"),
            ("Đorđe", "dorde"),
            ("Žarković Šešelj", "zarkovic seselj"),
            ("Љубља Њњ Џџ", "ljublja njnj dzdz"),
            ("ǈubǉa", "ljublja"),
            ("Kosovë, Burç", "kosove, burc"),
            ("„don’t” – «no»", '"don\'t" - "no"'),
            ("a\u00a0b\u2009c\nd", "a b c d"),
            ("in\u200bvis\u00adible\ufeff", "invisible"),
            ("adjust to Djordje", "adjust to dorde"),
            ("straße…", "strasse..."),
            ("٤٦", "٤٦"),
        ],
    )
    def test_brings_letters_to_what_is_typed(self, written: str, typed: str) -> None:
        assert fold(written).text == typed

    @pytest.mark.parametrize(
        ("text", "word", "original"),
        [
            ("rekao je Đilas", "dilas", "Đilas"),
            ("said Djilas.", "dilas", "Djilas"),
            ("Каже Љубиша", "ljubisa", "Љубиша"),
            ("Vuc\u030cic\u0301 said", "vucic", "Vuc\u030cic\u0301"),
            ("an in\u200bvisible one", "invisible", "in\u200bvisible"),
            ("die Straße", "strasse", "Straße"),
            ("Љ", "l", "Љ"),
        ],
    )
    def test_leads_back_to_the_original_letters(self, text: str, word: str, original: str) -> None:
        folded = fold(text)
        at = folded.text.index(word)
        start, end = folded.span(at, at + len(word))
        assert text[start:end] == original

    @given(st.text(alphabet=st.characters()))
    def test_keeps_a_way_back_for_every_letter(self, text: str) -> None:
        folded = fold(text)
        assert len(folded.starts) == len(folded.text) + 1
        assert list(folded.starts) == sorted(folded.starts)
        assert folded.starts[-1] == len(text)
        for at in range(len(folded.text)):
            start, end = folded.span(at, at + 1)
            assert 0 <= start < end <= len(text)

    @given(st.text(alphabet="dDjJaAđĐ ћ\u0301"))
    def test_gives_dj_and_đ_the_same_letter(self, text: str) -> None:
        assert fold(text.replace("đ", "ђ")).text == fold(text).text

    @given(st.text(alphabet=st.characters()))
    @example("ddjj")
    @example("ΐ ŉ ﬃ ℀")
    def test_folds_no_further_a_second_time(self, text: str) -> None:
        assert folded(fold(text).text) == fold(text).text == folded(text)

    @pytest.mark.parametrize("name", ["Аврам Ђурђе", "Љиљана Џаја", "Ćирић Ћипa", "Ѓорче Ќосев"])
    def test_reads_cyrillic_as_the_latin_alphabet_writes_it(self, name: str) -> None:
        from cyrtranslit import to_latin

        assert folded(name) == folded(to_latin(to_latin(name, "sr"), "mk"))

    def test_imports_no_library_for_a_latin_text(self) -> None:
        script = (
            "import sys; from tui.folding import fold; fold('Vučić, Đilas – „ne“');"
            "print('cyrtranslit' in sys.modules); fold('Вучић');"
            "print('cyrtranslit' in sys.modules)"
        )
        ran = subprocess.run(
            [sys.executable, "-c", script],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout.split() == ["False", "True"]
