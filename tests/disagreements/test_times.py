"""Of what time sentences tell, and whether two may tell of one."""

from __future__ import annotations

import pytest

from tui.disagreements.times import of_one_time, times_in
from tui.disagreements.words import words_of


@pytest.mark.parametrize(
    ("one", "other", "language", "may"),
    [
        ("A blaze in Arlo hurt nine.", "In February a blaze in Arlo hurt forty.", "en", False),
        ("On 3 March nine were hurt.", "On Monday forty were hurt.", "en", True),
        ("On 3 March nine were hurt.", "On March 4 forty were hurt.", "en", False),
        ("On 3 March nine were hurt.", "On March 3, 2024 forty were hurt.", "en", True),
        ("He was cleared in 1958.", "He was convicted in 1997.", "en", False),
        ("He may go; nine were hurt.", "Forty were hurt.", "en", True),
        ("Nine have fled since June.", "Forty have fled.", "en", True),
        ("Povređeno je devet ljudi.", "U februaru je povređeno 40 ljudi.", "sr", False),
        ("Povređeno je 9 ljudi 3. marta.", "Povređeno je 40 ljudi 4. marta.", "sr", False),
    ],
)
def test_two_sentences_may_tell_of_one_time(one: str, other: str, language: str, may: bool) -> None:
    words = words_of(language)
    assert of_one_time(times_in(one, words), times_in(other, words)) is may
