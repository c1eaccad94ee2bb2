"""A fault of each kind is found and named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests.samples import GAZETTE_ID, TEXTS, hostile_corpus, sample_corpus
from tui.corpus import Corpus
from tui.ids import article_id
from tui.integrity import problems
from tui.model import Anchor, AttributedPassage, Description, Relation, Side, When

WHOLE = hostile_corpus().disagreements[0].evidence[0]
TOLD = AttributedPassage(WHOLE)
GUESSED = When("2022", "guessed")  # type: ignore[arg-type]
RADIO = article_id(TEXTS["radio.txt"])


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
        ("quote", {"said": GUESSED}, "basis of its date is 'guessed'"),
        ("quote", {"speaker_text": Anchor("x", 0, 1)}, "no passage stands at"),
        ("quote", {"continues": "x"}, "continued 'x' is no quote"),
        ("quote", {"article": RADIO}, "stands in another article"),
        ("quote", {"sure": -0.1}, "sure to -0.1"),
        ("event", {"when": When("2022", "stated", Anchor("x", 0, 1))}, "no passage stands at"),
        ("event", {"title": ""}, "no title"),
        ("event", {"status": "maybe"}, "its status 'maybe'"),
        ("event", {"actors": ("nobody",)}, "actor 'nobody' is no actor"),
        ("event", {"claimed_by": ("nobody",)}, "claimed by 'nobody' is no actor"),
        ("figure", {"contest": "nothing"}, "contest 'nothing' is no contest"),
        ("figure", {"subject": "nobody"}, "subject 'nobody' is no actor"),
        ("figure", {"claimed_by": ("nobody",)}, "claimed by 'nobody' is no actor"),
        ("figure", {"contest_text": Anchor("x", 0, 1)}, "no passage stands at"),
        ("figure", {"status": "rumour"}, "its status 'rumour'"),
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


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"items": ("nothing",)}, "item 'nothing' is no "),
        ({"actors": ("nobody",)}, "actor 'nobody' is no actor"),
        ({"type": "quarrel"}, "its type 'quarrel'"),
        ({"explained_by": "weather"}, "its explanation 'weather'"),
        ({"about": " "}, "about nothing"),
        ({"sides": ()}, "0 sides"),
        ({"sides": (Side(" ", (TOLD,)), Side("b", (TOLD,)))}, "a side says nothing"),
        ({"sides": (Side("a", ()), Side("b", (TOLD,)))}, "or has no passage"),
        (
            {"sides": (Side("a", (AttributedPassage(WHOLE, ("nobody",)),)), Side("b", (TOLD,)))},
            "speaker 'nobody' is no actor",
        ),
        (
            {"sides": (Side("a", (AttributedPassage(WHOLE._replace(end=5)),)), Side("b", (TOLD,)))},
            "not those of its sides",
        ),
        (
            {
                "sides": (
                    Side("a", (AttributedPassage(WHOLE._replace(end=10**6)),)),
                    Side("b", (TOLD,)),
                )
            },
            "not those of its sides",
        ),
    ],
)
def test_a_fault_of_a_disagreement_is_named(changes: dict[str, Any], named: str) -> None:
    corpus = hostile_corpus()
    broken = replace(corpus.disagreements[0], **changes)
    found = problems(replace(corpus, disagreements=(broken,)))
    assert any(named in problem for problem in found)


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
