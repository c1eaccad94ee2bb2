"""Curated files of any shape fit the articles, or are refused with file and line."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some

from tests.fuzz.writing import GLUED, SENTENCES, fuzzed, spoilt, toml
from tests.samples import TEXTS
from tui import curate, extract
from tui.corpus import Corpus
from tui.curate import CurationError
from tui.curate.load import FORMS
from tui.ids import article_id
from tui.integrity import problems
from tui.model import EVENT_STATUSES, FIGURE_STATUSES
from tui.terminal_text import ACTING

ALL = {article_id(text): text for text in TEXTS.values()}

SOUND = {
    "articles.toml": """
[[article]]
file = "radio.txt"
title = "Nobody goes home"
publisher = "Brodica Radio"
published = { edtf = "2022-05-16", basis = "inferred", note = "after the other reports" }
why = "the transcript does not say"
""",
    "actors.toml": """
[[actor]]
id = "djordje-ciric"
name = "Đorđe Ćirić"
type = "person"
aliases = ["Djordje Ciric", "Ćirić"]
related = [{ relation = "member of", actor = "harbour-party", inverse = "its member" }]
proof = { article = "gazette.txt", words = "Harbour Party of Mayor Đorđe Ćirić" }
why = "one man under two spellings"

[[actor]]
id = "harbour-party"
name = "Harbour Party"
type = "party"
why = "so that it is a party everywhere"
""",
    "contests.toml": """
[[contest]]
id = "brodica-2022"
name = "Election in Brodica, 2022"
date = { edtf = "2022-05-08", basis = "stated", article = "gazette.txt", words = "May 8" }
place = "Brodica"
words = ["vote", "the vote of May 8"]
seats_total = 61
seats_basis = "stated"
why = "the articles call it the vote"
""",
    "events.toml": """
[[event]]
id = "brodica-votes"
title = "Brodica votes"
passages = [{ article = "gazette.txt", words = "the vote of May 8 in the river town" }]
when = { edtf = "2022-05-08", basis = "stated", article = "gazette.txt", words = "May 8" }
status = "happened"
actors = ["clean-hands"]
claimed_by = "harbour-party"
why = "a title that fits a line"
""",
    "topics.toml": """
[[topic]]
id = "lights"
name = "lights"
words = ["lights", "switch*"]
why = "they say it"
""",
    "accounts.toml": """
[[account]]
id = "was-the-count-clean"
question = "Was the count clean?"
answers = [
  { says = "clean", passages = [{ article = "post.txt", words = "no complaint had been proven" }] },
  { says = "a theft", passages = [
    { article = "gazette.txt", words = "a theft in broad daylight", speakers = ["clean-hands"] },
  ] },
]
explained_by = "scope"
why = "no word of the two is the same"
""",
    "corrections.toml": """
[[correction]]
article = "radio.txt"
words = "30"
kind = "figure"
add = { measure = "seats", value = "30", unit = "", comparator = ">=", status = "party-claim" }
why = "the rules miss it"
""",
    "tables.toml": """
[[table]]
file = "scrape.csv"
text = "body"
title = ""
why = "the columns have no names that tell"
""",
}
"""Curated files that fit the invented articles, to be spoilt."""

WORDS = (
    some.sampled_from((*FORMS, *TEXTS, *EVENT_STATUSES, *FIGURE_STATUSES))
    | some.sampled_from(
        "harbour-party djordje-ciric nobody 2022-05-08 2022 person vote May".split()
    )
    | GLUED
    | SENTENCES
)
KEYS = some.sampled_from(
    "id name type aliases place related proof why file title published words date passages when"
    " nth status actors kind drop set add article edtf basis note value measure said"
    " answers says question speakers".split()
)
VALUES = some.recursive(
    WORDS | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.dates(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)
ENTRY = some.builds(
    lambda name, values: f"[[{name}]]\n{toml(values)}",
    some.sampled_from(tuple(FORMS.values())),
    some.dictionaries(KEYS, VALUES, max_size=6),
)


@some.composite
def curated(draw: some.DrawFn) -> dict[str, str]:
    """Some curated files, each sound, spoilt or of any shape."""
    files = {}
    for name in draw(some.sets(some.sampled_from(tuple(FORMS)), min_size=1, max_size=3)):
        sound = SOUND[name]
        files[name] = draw(some.just(sound) | spoilt(sound) | ENTRY.map(sound.__add__) | ENTRY)
    return files


def built(folder: Path) -> Corpus:
    """The invented articles with the curated files of a folder."""
    curation = curate.read(folder, TEXTS)
    readings = [extract.read(file, text, curation.known_for(file)) for file, text in TEXTS.items()]
    return curate.apply(curation, readings, ALL)


@fuzzed
@given(curated())
def test_they_fit_or_are_refused_with_file_and_line(folder: Path, files: dict[str, str]) -> None:
    for old in folder.iterdir():
        old.unlink()
    for name, words in files.items():
        (folder / name).write_bytes(words.encode("utf-8", "replace"))
    refused: list[str] = []
    try:
        corpus = built(folder)
    except CurationError as error:
        refused = error.problems
        assert refused
    else:
        assert problems(corpus, TEXTS) == []
    for problem in refused:
        assert re.match(rf"({'|'.join(FORMS)}):[1-9][0-9]*: .", problem), problem
        assert not ACTING.search(problem)
        assert "\n" not in problem


def test_what_is_spoilt_is_sound_before(folder: Path) -> None:
    for old in folder.iterdir():
        old.unlink()
    for name, words in SOUND.items():
        (folder / name).write_text(words, "utf-8")
    assert problems(built(folder), TEXTS) == []
