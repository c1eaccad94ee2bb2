"""The curated files of the five articles hold, and their README tells what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.curate.samples import problems
from tui.build import build
from tui.corpus import Corpus
from tui.curate import Curation, read
from tui.model import Event

SEEDS = Path(__file__).parents[2] / "seeds"
README = (SEEDS / "README.md").read_text(encoding="utf-8")
FILES = ("articles", "actors", "contests", "events", "topics", "corrections", "accounts")


@pytest.fixture(scope="module")
def curation() -> Curation:
    texts = {path.name: path.read_bytes().decode() for path in SEEDS.glob("*.txt")}
    assert len(texts) == 5
    return read(SEEDS, texts)


@pytest.fixture(scope="module")
def records() -> Corpus:
    return build(SEEDS).corpus


def test_the_curated_files_fit_the_articles(curation: Curation) -> None:
    assert curation.articles
    assert curation.actors
    assert curation.contests
    assert curation.events
    assert curation.topics


def test_outside_knowledge_bears_a_dagger(curation: Curation) -> None:
    dated = [
        *((entry.published, entry.why) for entry in curation.articles),
        *((entry.date, entry.why) for entry in curation.contests),
        *((entry.when, entry.why) for entry in curation.events),
    ]
    for when, why in dated:
        if when is not None and when.basis == "curated":
            assert "†" in when.note + why
    for contest in curation.contests:
        assert (contest.seats_basis == "curated") == ("†" in contest.why and "seats" in contest.why)


@pytest.mark.parametrize("file", FILES)
def test_the_readme_names_every_key(tmp_path: Path, file: str) -> None:
    name = file.removesuffix("s")
    told = problems(tmp_path, **{file: f"[[{name}]]\nno_such_key = 1\n"})
    (unknown,) = (each for each in told if "unknown key" in each)
    keys = re.search(r"expected one of: ([\w, ]+)", unknown)
    assert keys is not None
    shared = README.partition("## What all entries share")[2].partition("\n## ")[0]
    own = README.partition(f"## {file}.toml")[2].partition("\n## ")[0]
    for key in keys[1].split(", "):
        assert f"`{key}`" in own or f"`{key}`" in shared or f"`{key} =" in own + shared


@pytest.mark.parametrize("file", [f"{file}.toml" for file in FILES] + ["Whose these texts are"])
def test_the_readme_has_a_part_for_each_file(file: str) -> None:
    assert f"## {file}" in README


def test_what_only_one_claimant_says_is_not_laid_to_another(records: Corpus) -> None:
    event = records.get("arrests-alleged")
    assert isinstance(event, Event)
    assert event.claimed_by == ("serbia-against-violence",)


def test_a_repeated_violation_is_no_repeated_election(records: Corpus) -> None:
    (quote,) = (q for q in records.quotes if q.text.startswith("This is a repeated violation"))
    assert "annulment and new vote" not in quote.topics
