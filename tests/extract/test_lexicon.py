"""How verbs are written in each of their forms."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tui.extract import languages
from tui.extract.languages.en import cues
from tui.extract.languages.en.morphology import forms

LANGUAGES = Path(languages.__file__).parent


def lists_in(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, list[str]]]:
    """The lists of single words in a data file, by the keys they stand under."""
    for key, held in table.items():
        if isinstance(held, Mapping):
            yield from lists_in(held, f"{above}{key}.")
        elif isinstance(held, str) and held == held.lower() and "|" not in held:
            yield f"{above}{key}", held.split()


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


LISTS = [
    (path.relative_to(LANGUAGES).as_posix(), key, words)
    for name in (
        "en/words.toml",
        "en/events.toml",
        "en/names/kinds.toml",
        "sr/words.toml",
        "sr/grammar.toml",
    )
    for path in [LANGUAGES / name]
    for key, words in lists_in(tomllib.loads(path.read_text("utf-8")))
]


def test_no_word_stands_twice_in_a_list() -> None:
    assert len(LISTS) > 50
    twice = {
        (file, key): sorted(word for word, count in Counter(words).items() if count > 1)
        for file, key, words in LISTS
    }
    assert {each: words for each, words in twice.items() if words} == {}
