"""What is found in small invented corpora; see tests/disagreements/corpora.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.disagreements.corpora import FOLDER, Key, built, finding, read, stands_on

FILES = sorted(FOLDER.glob("*.txt"))
LISTED = [(path, key) for path in FILES for key in read(path).listed]
NONE = [(path, key) for path in FILES for key in read(path).none]


@pytest.mark.parametrize(
    ("path", "key"), LISTED, ids=[f"{path.stem}: {key.about}" for path, key in LISTED]
)
def test_what_an_editor_lists_is_found(path: Path, key: Key) -> None:
    assert finding(built(path), key)


@pytest.mark.parametrize(
    ("path", "key"), NONE, ids=[f"{path.stem}: {key.passages[0].words}" for path, key in NONE]
)
def test_a_near_miss_is_none(path: Path, key: Key) -> None:
    corpus = built(path)
    assert not [
        each.about
        for each in corpus.disagreements
        if all(stands_on(corpus, each, passage) for passage in key.passages)
    ]
