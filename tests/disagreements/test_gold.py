"""Every disagreement between the five articles that a careful reader finds, and no other."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tui.build import build, seeds
from tui.corpus import Corpus
from tui.model import Anchor, Disagreement, Side

GOLD = tomllib.loads((Path(__file__).parent / "gold.toml").read_text("utf-8"))
KEY: list[dict[str, Any]] = GOLD["disagreement"]
NONE: list[dict[str, Any]] = GOLD["no_disagreement"]


@cache
def corpus() -> Corpus:
    return build(seeds()).corpus


def at(quoted: dict[str, str]) -> Anchor:
    """Where the words of the key stand; they have to."""
    (article,) = (each for each in corpus().articles if each.file.startswith(quoted["article"]))
    start = corpus().texts[article.id].index(quoted["words"])
    return Anchor(article.id, start, start + len(quoted["words"]))


def overlap(one: Anchor, other: Anchor) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def side_with(found: Disagreement, passage: Anchor) -> Side | None:
    """The side that stands on a passage."""
    for side in found.sides:
        if any(overlap(telling.passage, passage) for telling in side.told):
            return side
    return None


def matches(found: Disagreement, key: dict[str, Any]) -> bool:
    """Whether a record is the one of the key: its sides are those of the key, each on all
    the passages that the key has for it."""
    if found.type != key["type"] or len(found.sides) != len(key["sides"]):
        return False
    matched = [{side_with(found, at(each)) for each in side} for side in key["sides"]]
    chosen = {side for sides in matched for side in sides}
    whole = None not in chosen and len(chosen) == len(found.sides)
    return whole and all(len(each) == 1 for each in matched)


@pytest.mark.parametrize("key", KEY, ids=lambda key: key["what"])
def test_it_is_listed_with_the_passages_of_every_side(key: dict[str, Any]) -> None:
    (found,) = (each for each in corpus().disagreements if matches(each, key))
    assert found.explained_by == key.get("explained_by")
    assert found.origin == ("curated" if key["type"] == "account" else "extracted")


@pytest.mark.parametrize("found", corpus().disagreements, ids=lambda found: found.id)
def test_none_is_listed_that_is_not_one(found: Disagreement) -> None:
    assert [key["what"] for key in KEY if matches(found, key)]


@pytest.mark.parametrize("key", KEY, ids=lambda key: key["what"])
def test_it_says_who_is_speaking(key: dict[str, Any]) -> None:
    (found,) = (each for each in corpus().disagreements if matches(each, key))
    told = [telling for side in found.sides for telling in side.told]
    for quoted in (each for side in key["sides"] for each in side if "speaker" in each):
        speakers = {s for each in told if overlap(each.passage, at(quoted)) for s in each.speakers}
        assert speakers >= {quoted["speaker"]} if quoted["speaker"] else not speakers


@pytest.mark.parametrize("pair", NONE, ids=lambda pair: pair["why"])
def test_what_only_looks_like_one_is_none(pair: dict[str, Any]) -> None:
    for found in corpus().disagreements:
        one, other = side_with(found, at(pair["one"])), side_with(found, at(pair["other"]))
        assert one is None or other is None or one is other, found.about
