"""Curated entries lie over what the rules find, and say when they no longer fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.curate.readings import (
    LEAD_READING,
    NEW_VOTE,
    READINGS,
    TALK_READING,
    VOTE,
    VOTE_TALK,
    article,
    event,
    made,
    refused,
)
from tests.curate.samples import LEAD, TALK, at, curated
from tui.corpus import Corpus
from tui.curate import Curation
from tui.dates import when
from tui.model import (
    Actor,
    Relation,
)


def entry(id: str, corpus: Corpus) -> Actor:
    found = corpus.get(id)
    assert isinstance(found, Actor)
    return found


def ids(records: Iterable[object]) -> list[str]:
    return [getattr(record, "id", "") for record in records]


class TestWithoutEntries:
    corpus = made(Curation())

    def test_the_articles_come_in_the_order_of_their_names(self) -> None:
        assert [each.file for each in self.corpus.articles] == ["lead.txt", "talk.txt"]

    def test_an_actor_of_two_articles_is_one(self) -> None:
        assert ids(self.corpus.actors) == ["djordje-ciric", "clean-hands"]
        one = entry("djordje-ciric", self.corpus)
        assert one.name == "Ćirić"
        assert one.also_known_as == ("Djordje Ciric",)
        assert one.mentions == (at(LEAD, "Ćirić"), at(TALK, "Djordje Ciric"))
        assert [each.text for each in one.described_as] == ["The mayor"]
        assert (one.origin, one.rule) == ("extracted", "name")

    def test_events_go_by_date_and_the_undated_last(self) -> None:
        assert [each.when.edtf for each in self.corpus.events] == ["2022-05", "2022-05-08", ""]

    def test_a_contest_that_nothing_is_about_is_left_out(self) -> None:
        assert ids(self.corpus.contests) == ["vote"]

    def test_the_order_of_the_readings_does_not_matter(self) -> None:
        assert made(Curation(), *reversed(READINGS)) == self.corpus


class TestArticles:
    def test_are_given_their_facts_with_the_reason(self, tmp_path: Path) -> None:
        curation = curated(
            tmp_path,
            articles="""\
[[article]]
file = "talk.txt"
title = "Mayor speaks of vote"
publisher = ""
published = { edtf = "2022-05-11", basis = "inferred" }
why = "the day after the other report"
""",
        )
        lead, talk = made(curation).articles
        assert lead.origin == "extracted"
        assert (talk.title, talk.published.edtf) == ("Mayor speaks of vote", "2022-05-11")
        assert (talk.origin, talk.rule) == ("curated", "the day after the other report")

    def test_have_one_publication_date(self, tmp_path: Path) -> None:
        curation = curated(
            tmp_path,
            articles="""\
[[article]]
file = "talk.txt"
why = "so"
published = { edtf = "2022-05-11", basis = "curated" }
""",
        )
        dated = replace(TALK_READING, article=article("talk.txt", when("2022-05-09", "stated")))
        assert refused(curation, dated) == [
            (
                "articles.toml:4: 'talk.txt' has two publication dates: 2022-05-11 here, and"
                " 2022-05-09 in its text; expected no entry for what the text says"
            )
        ]


class TestActors:
    TOML = """\
[[actor]]
id = "djordje-ciric"
name = "Đorđe Ćirić"
type = "person"
aliases = ["Ciric"]
related = [
  { relation = "mayor of", actor = "brodica" },
  { relation = "rival of", actor = "clean-hands", inverse = "rival of" },
]
proof = { article = "talk.txt", words = "The mayor, Djordje Ciric" }
why = "his name is spelled without accents"

[[actor]]
id = "brodica"
name = "Brodica"
type = "institution"
why = "no article names it"
"""

    def test_are_called_as_the_entry_says(self, tmp_path: Path) -> None:
        one = entry("djordje-ciric", made(curated(tmp_path, actors=self.TOML)))
        assert one.name == "Đorđe Ćirić"
        assert one.also_known_as == ("Ćirić", "Djordje Ciric", "Ciric")
        assert one.evidence[-1] == at(TALK, "The mayor, Djordje Ciric")
        assert (one.origin, one.rule) == ("curated", "his name is spelled without accents")

    def test_that_no_article_mentions_are_left_out(self, tmp_path: Path) -> None:
        corpus = made(curated(tmp_path, actors=self.TOML))
        assert ids(corpus.actors) == ["clean-hands", "djordje-ciric"]
        one = entry("djordje-ciric", corpus)
        assert one.related == (Relation("rival of", "clean-hands"),)
        assert entry("clean-hands", corpus).related == (Relation("rival of", "djordje-ciric"),)

    def test_that_nobody_knows_are_told(self, tmp_path: Path) -> None:
        toml = self.TOML.replace('"clean-hands"', '"cleen-hands"')
        assert refused(curated(tmp_path, actors=toml)) == [
            (
                "actors.toml:8: no actor is called 'cleen-hands', neither in actors.toml nor in the"
                " articles; did you mean 'clean-hands'?"
            )
        ]


class TestContests:
    def test_are_as_the_entry_defines_them(self, tmp_path: Path) -> None:
        curation = curated(
            tmp_path,
            contests="""\
[[contest]]
id = "vote"
name = "Brodica town council, 2022"
date = { edtf = "2022-05-08", basis = "curated" }
place = "Brodica"
words = ["the vote"]
seats_total = 61
seats_basis = "curated"
why = "only the talk tells the day"
""",
        )
        (contest,) = made(curation).contests
        assert (contest.name, contest.seats_total) == ("Brodica town council, 2022", 61)
        assert contest.evidence == (VOTE,)
        assert contest.origin == "curated"


EVENT = """\
[[event]]
id = "vote-2022"
title = "The vote in Brodica"
passages = [
  { article = "lead.txt", words = "the vote of May 8" },
  { article = "talk.txt", words = "Sunday’s vote" },
]
why = "both are the vote of 8 May"
"""


class TestEvents:
    def test_told_twice_are_one_with_the_best_date(self, tmp_path: Path) -> None:
        corpus = made(curated(tmp_path, events=EVENT))
        first, second = corpus.events
        assert (first.id, first.title) == ("vote-2022", "The vote in Brodica")
        assert first.evidence == (VOTE, VOTE_TALK)
        assert (first.when.edtf, first.status) == ("2022-05-08", "happened")
        assert first.actors == ("clean-hands",)
        assert second.evidence == (NEW_VOTE,)

    def test_are_the_rules_work_when_only_the_title_is_curated(self, tmp_path: Path) -> None:
        first = made(curated(tmp_path, events=EVENT)).events[0]
        assert first.origin == "extracted"
        assert first.rule == "dated clause; our title: both are the vote of 8 May"

    @pytest.mark.parametrize(
        "line",
        ['status = "alleged"', 'when = { edtf = "2022-05-07", basis = "curated" }'],
    )
    def test_are_a_person_s_work_when_date_or_status_is(self, tmp_path: Path, line: str) -> None:
        first = made(curated(tmp_path, events=EVENT + line)).events[0]
        assert (first.origin, first.rule) == ("curated", "both are the vote of 8 May")

    def test_are_a_person_s_work_when_a_passage_is(self, tmp_path: Path) -> None:
        toml = EVENT.replace("Sunday’s vote", "spoke")
        corpus = made(curated(tmp_path, events=toml + 'actors = ["djordje-ciric"]'))
        first = corpus.events[0]
        assert first.evidence == (VOTE, at(TALK, "spoke"))
        assert first.origin == "curated"
        assert first.actors == ("djordje-ciric",)
        assert len(corpus.events) == 3

    def test_go_to_the_entry_that_shares_most_of_their_words(self, tmp_path: Path) -> None:
        other = """\
[[event]]
id = "of-may"
title = "May"
passages = [{ article = "lead.txt", words = "of May 8" }]
why = "a part of the clause"
"""
        corpus = made(curated(tmp_path, events=other + EVENT))
        assert [each.id for each in corpus.events if VOTE in each.evidence] == ["vote-2022"]

    def test_that_tell_more_than_a_passage_stay_alone_when_another_is_nearer(
        self, tmp_path: Path
    ) -> None:
        wider = event(at(LEAD, "said on Tuesday that the vote of May 8"), "2022-05-10")
        reading = replace(LEAD_READING, events=(wider, *LEAD_READING.events))
        corpus = made(curated(tmp_path, events=EVENT), reading, TALK_READING)
        assert wider.id in ids(corpus.events)
        only = replace(LEAD_READING, events=(wider,))
        corpus = made(curated(tmp_path, events=EVENT), only, TALK_READING)
        assert wider.id not in ids(corpus.events)

    def test_without_a_date_keep_the_note_of_the_entry(self, tmp_path: Path) -> None:
        toml = EVENT.replace("talk.txt", "lead.txt").replace("Sunday’s vote", "was fair")
        unknown = 'when = { edtf = "", basis = "unknown", note = "in spring" }'
        undated = replace(LEAD_READING, events=(event(VOTE),))
        (one,) = made(curated(tmp_path, events=toml + unknown), undated).events
        assert (one.when.edtf, one.when.note) == ("", "in spring")
        (one,) = made(curated(tmp_path, events=toml + unknown), LEAD_READING).events
        assert one.when.edtf == "2022-05"

    def test_have_an_id_of_their_own(self, tmp_path: Path) -> None:
        assert refused(curated(tmp_path, events=EVENT.replace("vote-2022", "clean-hands"))) == [
            "events.toml:1: the id 'clean-hands' is that of an actor already; expected another"
        ]


class TestTopics:
    def test_are_found_by_whole_words_and_beginnings(self, tmp_path: Path) -> None:
        curation = curated(
            tmp_path,
            topics="""\
[[topic]]
id = "victory"
name = "victory"
words = ["WE  won", "triumph*"]
why = "so"
[[topic]]
id = "weight"
name = "weight"
words = ["won to"]
why = "so"
""",
        )
        assert [each.topics for each in made(curation).quotes] == [("victory",)] * 3
