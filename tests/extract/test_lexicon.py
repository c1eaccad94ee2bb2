"""How verbs are written in each of their forms."""

from __future__ import annotations

import pytest

from tui.extract.languages.en import cues
from tui.extract.languages.en.morphology import forms


@pytest.mark.parametrize(
    ("verb", "written"),
    [
        ("claim", "claims claimed claimed claiming"),
        ("argue", "argues argued argued arguing"),
        ("deny", "denies denied denied denying"),
        ("say", "says said said saying"),
        ("stress", "stresses stressed stressed stressing"),
        ("beg", "begs begged begged begging"),
        ("quip", "quips quipped quipped quipping"),
        ("slam", "slams slammed slammed slamming"),
        ("admit", "admits admitted admitted admitting"),
        ("demur", "demurs demurred demurred demurring"),
        # One vowel of two letters, a second syllable, or a letter that is never doubled.
        ("bemoan", "bemoans bemoaned bemoaned bemoaning"),
        ("boom", "booms boomed boomed booming"),
        ("hint", "hints hinted hinted hinting"),
        ("utter", "utters uttered uttered uttering"),
        ("vow", "vows vowed vowed vowing"),
        ("relax", "relaxes relaxed relaxed relaxing"),
    ],
)
def test_a_verb_has_five_forms(verb: str, written: str) -> None:
    assert forms(verb) == (verb, *written.split())


def test_what_is_said_is_found_behind_each_form_of_its_cue() -> None:
    assert {"begged", "bragged", "blogged", "snapped", "deadpanned"} <= cues.LEMMAS.keys()
