"""What is worked out for a word is worked out once, and not kept for ever."""

from __future__ import annotations

from tui.extract.text.token_cache import TokenCache


def test_a_word_is_worked_out_once_and_again_when_too_many_others_came() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = TokenCache(length, most=2)
    assert [lengths[word] for word in ("one", "one", "three", "one")] == [3, 3, 5, 3]
    assert asked == ["one", "three"]
    assert (lengths["seventh"], lengths["one"]) == (7, 3)
    assert asked == ["one", "three", "seventh", "one"]
    assert len(lengths) == 2
