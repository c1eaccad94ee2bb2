"""One article from its file to its records: every field of each, its passages by their words."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from tui.dates import when
from tui.digests import digest
from tui.extract import pipeline as article
from tui.ids import article_id
from tui.model import Anchor, FactOrigin, FileFact, Hints

TEXT = (
    "---\ntitle: “Bridge opens”\npublisher: River Gazette\ndate: 2023-12-22\n---\n"
    "Mayor *Opens* Bridge\n\nBy Ana Simic\n\n"
    "The mayor, Mila Novak, said on Monday: “We *have* won the election.” “Nobody can"
    " stop us now!” Some 3,000 people marched on Tuesday. The Mayor *Novak* Fund (MNF) paid.\n"
)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def known() -> Hints:
    """What the file tells beside its report, of which the marks are no part."""
    told = {
        "title": FileFact("“Bridge opens”", "front matter", span("“Bridge opens”")),
        "publisher": FileFact("River Gazette", "front matter", span("River Gazette")),
        "published": FileFact("2023-12-22", "front matter", span("2023-12-22")),
        "author": FileFact("The desk", "a catalogue"),
        "language": FileFact("en-gb", "a catalogue"),
        "url": FileFact("https://gazette.example/1", "a catalogue"),
    }
    begin = TEXT.index("Mayor *")
    cuts = [at for at, letter in enumerate(TEXT) if letter == "*" and at > begin]
    kept = zip([begin, *(at + 1 for at in cuts)], [*cuts, len(TEXT)], strict=True)
    return Hints(told=told, kept=tuple(kept), encoding="cp1250")


def in_words(value: Any) -> Any:
    """A record as its fields that are not empty, its passages as their words."""
    if isinstance(value, Anchor):
        assert value.article == article_id(TEXT)
        return TEXT[value.start : value.end]
    if is_dataclass(value):
        each = {one.name: in_words(getattr(value, one.name)) for one in fields(value)}
        return {name: told for name, told in each.items() if told not in ("", (), [], None, {})}
    if isinstance(value, tuple):
        return [in_words(one) for one in value]
    return value


ARTICLE = {
    "id": "kbv3z8d0",
    "evidence": [
        "“Bridge opens”",
        "River Gazette",
        "2023-12-22",
        "Mayor *Opens* Bridge",
        "Ana Simic",
    ],
    "origin": "extracted",
    "rule": "front matter",
    "file": "mayor.md",
    "sha256": "df37922b1955c285f27a076407d325c94b84099d07371f99b86b6ebef5bcec4d",
    "title": "“Bridge opens”",
    "publisher": "River Gazette",
    "author": "The desk",
    "language": "en-gb",
    "published": {
        "edtf": "2023-12-22",
        "basis": "stated",
        "expression": "2023-12-22",
        "note": "front matter",
        "earliest": "2023-12-22",
        "latest": "2023-12-22",
    },
    "characters": 276,
    "url": "https://gazette.example/1",
    "encoding": "cp1250",
    "facts_from": [
        ["author", "a catalogue"],
        ["language", "a catalogue"],
        ["published", "front matter"],
        ["publisher", "front matter"],
        ["title", "front matter"],
        ["url", "a catalogue"],
    ],
}

QUOTES = [
    {
        "id": "kbv3z8d0.qhbvhvf",
        "evidence": ["We *have* won the election."],
        "origin": "extracted",
        "rule": "direct-before",
        "article": "kbv3z8d0",
        "type": "direct",
        "text": "We *have* won the election.",
        "speakers": ["mila-novak"],
        "speaker_text": "Mila Novak",
        "cue": "said",
        "content": ["We *have* won the election."],
        "said": {
            "edtf": "2023-12-18",
            "basis": "resolved",
            "expression": "on Monday",
            "earliest": "2023-12-18",
            "latest": "2023-12-18",
        },
        "sure": 0.97,
    },
    {
        "id": "kbv3z8d0.qmeh9sa",
        "evidence": ["Nobody can stop us now!"],
        "origin": "extracted",
        "rule": "direct-inherited",
        "article": "kbv3z8d0",
        "type": "direct",
        "text": "Nobody can stop us now!",
        "speakers": ["mila-novak"],
        "content": ["Nobody can stop us now!"],
        "said": {
            "edtf": "2023-12-18",
            "basis": "resolved",
            "expression": "on Monday",
            "note": "the occasion that is told before",
            "earliest": "2023-12-18",
            "latest": "2023-12-18",
        },
        "continues": "kbv3z8d0.qhbvhvf",
        "sure": 0.85,
    },
]

ACTORS = [
    {
        "id": "mila-novak",
        "evidence": ["Mila Novak"],
        "origin": "extracted",
        "rule": "full-name",
        "name": "Mila Novak",
        "type": "person",
        "described_as": [["The mayor", "The mayor"]],
        "mentions": ["Mila Novak"],
    },
    {
        "id": "novak-fund",
        "evidence": ["Novak* Fund"],
        "origin": "extracted",
        "rule": "organisation",
        "name": "Novak Fund",
        "type": "institution",
        "also_known_as": ["MNF"],
        "described_as": [["Mayor", "Mayor"]],
        "mentions": ["Novak* Fund", "MNF"],
    },
]

EVENTS = [
    {
        "id": "kbv3z8d0.e6wd945",
        "evidence": ["The mayor, Mila Novak, said on Monday"],
        "origin": "extracted",
        "rule": "dated-verb",
        "title": "The mayor Mila Novak said: We have won the election",
        "when": {
            "edtf": "2023-12-18",
            "basis": "resolved",
            "expression": "on Monday",
            "earliest": "2023-12-18",
            "latest": "2023-12-18",
        },
        "actors": ["mila-novak"],
        "status": "happened",
        "type": "speech",
    },
    {
        "id": "kbv3z8d0.ezcmxv0",
        "evidence": ["Some 3,000 people marched on Tuesday"],
        "origin": "extracted",
        "rule": "dated-verb",
        "title": "Some 3,000 people marched",
        "when": {
            "edtf": "2023-12-19",
            "basis": "resolved",
            "expression": "on Tuesday",
            "earliest": "2023-12-19",
            "latest": "2023-12-19",
        },
        "status": "happened",
        "type": "protest",
    },
]

FIGURES = [
    {
        "id": "kbv3z8d0.f2ey76j",
        "evidence": ["Some 3,000 people"],
        "origin": "extracted",
        "rule": "people",
        "measure": "people",
        "value": "3000",
        "unit": "people",
        "comparator": "~",
        "status": "unknown",
        "as_of": {
            "edtf": "2023-12-19",
            "basis": "resolved",
            "expression": "on Tuesday",
            "earliest": "2023-12-19",
            "latest": "2023-12-19",
        },
        "withdrawn": False,
    }
]


def test_every_field_of_every_record_is_what_the_file_and_its_report_tell() -> None:
    read = article.read("mayor.md", TEXT, known())
    assert in_words(read.article) == ARTICLE | {"sha256": digest(TEXT), "characters": len(TEXT)}
    assert in_words(read.quotes) == QUOTES
    assert in_words(read.actors) == ACTORS
    assert in_words(read.events) == EVENTS
    assert in_words(read.figures) == FIGURES
    assert read.contests == ()


def test_without_the_file_s_own_facts_the_text_s_are_taken() -> None:
    read = article.read("mayor.md", TEXT, replace(known(), told={})).article
    assert (read.title, read.rule, read.author) == ("Mayor Opens Bridge", "title", "Ana Simic")
    assert (read.publisher, read.language, read.url, read.facts_from) == ("", "en", "", ())
    assert in_words(read.evidence) == ["Mayor *Opens* Bridge", "Ana Simic"]


REPORT = "The mayor opened a bridge on Monday, and the town was glad. It is long.\n"
FRIDAY = when("2023-12-22", "curated")


@pytest.mark.parametrize(
    ("text", "known", "published"),
    [
        (REPORT, Hints(), ("", "unknown", "")),
        (REPORT, Hints(published=FRIDAY), ("2023-12-22", "curated", "")),
        (
            REPORT,
            Hints(told={"published": FileFact("2023-12-21", "its page")}),
            ("2023-12-21", "stated", "its page"),
        ),
        (f"date 2023-12-21 {REPORT}", Hints(published=FRIDAY), ("2023-12-21", "stated", "")),
        (
            f"date 2023-12-21 {REPORT}",
            Hints(told={"published": FileFact("2023-12-20", "its page")}),
            ("2023-12-20", "stated", "its page; the text itself has 2023-12-21"),
        ),
        (
            f"date 2023-12-21 {REPORT}",
            Hints(told={"published": FileFact("2023-12-21", "its page")}),
            ("2023-12-21", "stated", "its page"),
        ),
    ],
)
def test_its_day_is_the_file_s_or_the_text_s_or_a_curated_one(
    text: str, known: Hints, published: tuple[str, str, str]
) -> None:
    day = article.read("a.txt", text, known).article.published
    assert (day.edtf, day.basis, day.note) == published


def test_its_title_may_be_curated_and_is_the_first_words_else() -> None:
    told = article.read("a.txt", REPORT, Hints(title="A bridge")).article
    assert (told.title, told.rule) == ("A bridge", "title")
    told = article.read("a.txt", "", Hints()).article
    assert (told.title, told.rule, told.evidence) == ("a.txt", "lead", ())


def test_records_that_begin_together_have_ids_of_their_own() -> None:
    text = "Ana Simic said 30 of 223 votes were false in the election of the town council.\n"
    ids = [figure.id.partition(".")[2] for figure in article.read("a.txt", text).figures]
    assert len(ids) == len(set(ids))


def test_an_election_has_its_date_its_place_and_the_passage_that_names_it() -> None:
    text = "The presidential election in Fiji was held on May 3, 2020. It was fair.\n"
    (contest,) = article.read("a.txt", text).contests
    assert (contest.id, contest.name, contest.place) == (
        "presidential-election-fiji-2020",
        "Presidential election, Fiji, 2020",
        "Fiji",
    )
    words = [text[each.start : each.end] for each in contest.evidence]
    assert words == ["presidential election in Fiji"]
    assert (contest.date.edtf, contest.date.basis) == ("2020-05-03", "resolved")


def test_an_address_above_its_text_is_its_own_and_names_the_site_that_publishes_it() -> None:
    text = f"https://www.gazette.example/count?id=7\n\nMayor Opens New Bridge\n\n{REPORT}"
    told = article.read("a.txt", text).article
    assert (told.url, told.publisher, told.title) == (
        "https://www.gazette.example/count?id=7",
        "gazette.example",
        "Mayor Opens New Bridge",
    )
    assert told.facts_from == (FactOrigin("publisher", "its address"),)
