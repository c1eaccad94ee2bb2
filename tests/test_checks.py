"""A fault of each kind is found and named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests.samples import GAZETTE_ID, TEXTS, hostile_corpus, sample_corpus
from tui.checks import problems
from tui.corpus import Corpus
from tui.model import Anchor, Description, Relation, When


def with_fault(kind: str, **changes: Any) -> Corpus:
    """The sample corpus with a fault in the first record of a kind."""
    corpus = sample_corpus()
    first, *rest = corpus.of(kind)
    broken: Mapping[str, Any] = {f"{kind}s": (replace(first, **changes), *rest)}
    return replace(corpus, **broken)


def test_nothing_is_wrong_with_sound_records() -> None:
    assert problems(sample_corpus(), TEXTS) == []
    assert problems(hostile_corpus()) == []
    assert problems(Corpus(), {}) == []


@pytest.mark.parametrize(
    ("kind", "changes", "named"),
    [
        ("quote", {"evidence": (Anchor("nowhere", 0, 5),)}, "no passage stands at"),
        ("quote", {"evidence": (Anchor(GAZETTE_ID, 9, 10**6),)}, "no passage stands at"),
        ("quote", {"content": (Anchor(GAZETTE_ID, 9, 9),)}, "no passage stands at"),
        ("quote", {"cue": Anchor(GAZETTE_ID, -9, 9)}, "no passage stands at"),
        ("quote", {"said": When("2022", "stated", Anchor("x", 0, 1))}, "no passage stands at"),
        ("quote", {"evidence": ()}, "without a passage"),
        ("quote", {"text": "other words"}, "is not the words"),
        ("quote", {"speakers": ("nobody",)}, "speaker 'nobody' is no actor"),
        ("quote", {"speakers": (GAZETTE_ID,)}, f"speaker '{GAZETTE_ID}' is no actor"),
        ("quote", {"repeats": "x"}, "repeated 'x' is no quote"),
        ("quote", {"article": "x"}, "its article 'x' is no article"),
        ("quote", {"type": "shout"}, "its type 'shout'"),
        ("quote", {"sure": 1.5}, "sure to 1.5"),
        ("quote", {"rule": " "}, "no rule or reason"),
        ("quote", {"origin": "guessed"}, "its origin is 'guessed'"),
        ("quote", {"id": "a b"}, "not safe in an address"),
        ("quote", {"said": When("2022-13", "stated")}, "not an EDTF date"),
        ("quote", {"said": When("2022", "stated", None, "", "2022-01-01", "")}, "other days"),
        ("quote", {"said": When("2022", "unknown")}, "has the basis 'unknown'"),
        ("event", {"title": ""}, "no title"),
        ("event", {"status": "maybe"}, "its status 'maybe'"),
        ("event", {"actors": ("nobody",)}, "actor 'nobody' is no actor"),
        ("event", {"claimed_by": "nobody"}, "claimed by 'nobody' is no actor"),
        ("figure", {"contest": "nothing"}, "contest 'nothing' is no contest"),
        ("figure", {"subject": "nobody"}, "subject 'nobody' is no actor"),
        ("figure", {"value": "many"}, "is no number"),
        ("figure", {"value": "NaN"}, "is no number"),
        ("figure", {"comparator": "!="}, "its comparator '!='"),
        ("figure", {"measure": ""}, "measures nothing"),
        ("contest", {"seats_total": 0}, "0 seats"),
        ("actor", {"name": ""}, "no name"),
        ("actor", {"type": "robot"}, "its type 'robot'"),
        ("actor", {"related": (Relation("of", "nobody"),)}, "related 'nobody' is no actor"),
        ("actor", {"mentions": (Anchor("x", 0, 1),)}, "no passage stands at"),
        (
            "actor",
            {"described_as": (Description("a liar", Anchor(GAZETTE_ID, 0, 7)),)},
            "'a liar' is not in its passage",
        ),
        ("article", {"sha256": "0" * 64}, "not that of its text"),
        ("article", {"characters": 1}, "not that of its text"),
    ],
)
def test_a_fault_is_named(kind: str, changes: dict[str, Any], named: str) -> None:
    assert any(named in problem for problem in problems(with_fault(kind, **changes)))


def test_two_records_with_one_id_are_named() -> None:
    corpus = sample_corpus()
    twice = replace(corpus, quotes=(*corpus.quotes, corpus.quotes[0]))
    assert f"{corpus.quotes[0].id}: 2 records have this id" in problems(twice)


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({**TEXTS, "gazette.txt": "other"}, "has another text"),
        ({file: TEXTS[file] for file in ("post.txt", "radio.txt")}, "cannot be read"),
        ({**TEXTS, "new.txt": "new"}, "'new.txt' is no article of the store"),
    ],
)
def test_a_file_that_is_not_the_stores_is_named(files: dict[str, str], named: str) -> None:
    (problem,) = problems(sample_corpus(), files)
    assert named in problem
