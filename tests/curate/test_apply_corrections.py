"""Corrections of what the rules found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.curate.readings import (
    LEAD_READING,
    WON,
    WON_AGAIN,
    WON_TALK,
    made,
    refused,
)
from tests.curate.samples import LEAD, LEAD_ID, at, curated
from tests.curate.test_apply import entry
from tests.fixture_ids import placed_id


def correction(words: str, rest: str, kind: str = "quote", file: str = "lead.txt") -> str:
    return (
        f'[[correction]]\narticle = "{file}"\nwords = "{words}"\nkind = "{kind}"\n'
        f'why = "the rule misreads it"\n{rest}\n'
    )


class TestCorrections:
    def test_drop_a_quote_and_mend_what_went_on_from_it(self, tmp_path: Path) -> None:
        curation = curated(tmp_path, corrections=correction("“We won,”", "drop = true"))
        quotes = made(curation).quotes
        assert [each.evidence[0] for each in quotes] == [WON_AGAIN, WON_TALK]
        assert quotes[0].continues is None

    def test_set_the_fields_of_a_quote(self, tmp_path: Path) -> None:
        toml = correction(
            "We won,”",
            'set = { speakers = [], words = "We won", cue = { words = "said", nth = 2 } }',
        )
        changed = made(curated(tmp_path, corrections=toml)).quotes[0]
        assert (changed.text, changed.speakers) == ("We won", ())
        assert changed.evidence == changed.content == (at(LEAD, "We won"),)
        assert changed.cue == at(LEAD, "said", 2)
        assert (changed.origin, changed.rule) == ("curated", "the rule misreads it")
        assert changed.id == placed_id(LEAD_ID, "quote", WON.start)

    def test_add_a_quote_a_figure_and_an_event(self, tmp_path: Path) -> None:
        toml = (
            correction("was fair", 'add = { type = "indirect", speakers = ["djordje-ciric"] }')
            + correction(
                "44",
                'set = { comparator = "~", status = "preliminary" }',
                kind="figure",
            )
            + correction(
                "spoke", 'add = { title = "He speaks", status = "happened" }', "event", "talk.txt"
            )
        )
        corpus = made(curated(tmp_path, corrections=toml))
        added = corpus.quotes[0]
        assert (added.text, added.type, added.origin) == ("was fair", "indirect", "curated")
        assert corpus.figures[0].comparator == "~"
        assert "He speaks" in [each.title for each in corpus.events]

    def test_add_what_begins_where_another_does_under_an_id_of_its_own(
        self, tmp_path: Path
    ) -> None:
        figure = made(curated(tmp_path)).figures[0]
        words = LEAD[figure.evidence[0].start : figure.evidence[0].end + 1]
        add = 'add = { measure = "votes", value = "44", unit = "" }'
        toml = correction(words, add, kind="figure")
        found = made(curated(tmp_path, corrections=toml)).figures
        alike = [each for each in found if each.evidence[0].start == figure.evidence[0].start]
        assert [each.value for each in alike] == [figure.value, "44"]
        assert len({each.id for each in alike}) == 2

    @pytest.mark.parametrize(
        ("toml", "told"),
        [
            (
                correction("We won,”", 'set = { type = "direct" }'),
                (
                    "corrections.toml:1: no longer needed: the rules already say so; expected the"
                    " entry to be taken out"
                ),
            ),
            (
                correction("We won,”", 'add = { type = "direct" }'),
                (
                    "corrections.toml:1: no longer needed: the rules already say so; expected the"
                    " entry to be taken out"
                ),
            ),
            (
                correction("Tuesday", "drop = true"),
                (
                    "corrections.toml:1: no quote stands on these words; expected those of one that"
                    " the rules find, or add = { … }"
                ),
            ),
            (
                correction("“We won,” he said, and “we won”", "drop = true"),
                (
                    "corrections.toml:1: 2 quotes stand on these words; expected the words of"
                    " one of them"
                ),
            ),
            (
                correction("We won,”", 'set = { speakers = ["nobody"] }'),
                (
                    "corrections.toml:6: no actor is called 'nobody', neither in actors.toml nor in"
                    " the articles"
                ),
            ),
            (
                correction("44", 'set = { contest = "votes" }', "figure"),
                "corrections.toml:1: no contest is called 'votes'; did you mean 'vote'?",
            ),
            (
                correction("Clean Hands", "drop = true", "mention"),
                (
                    "corrections.toml:1: takes 'Clean Hands' its only mention, but the event"
                    f" {LEAD_READING.events[0].id} names it; expected that to be corrected as well"
                ),
            ),
            (
                correction("Ćirić", 'set = { actor = "djordje-ciric" }', "mention"),
                (
                    "corrections.toml:1: no longer needed: the rules already say so; expected the"
                    " entry to be taken out"
                ),
            ),
        ],
    )
    def test_that_do_not_fit_are_told(self, tmp_path: Path, toml: str, told: str) -> None:
        assert refused(curated(tmp_path, corrections=toml)) == [told]

    def test_give_a_mention_to_another_actor(self, tmp_path: Path) -> None:
        toml = correction("Harbour Party", 'add = { actor = "clean-hands" }', "mention")
        toml += correction("Clean Hands", "drop = true", "mention", "talk.txt")
        one = entry("clean-hands", made(curated(tmp_path, corrections=toml)))
        assert one.mentions == (at(LEAD, "Harbour Party"), at(LEAD, "Clean Hands"))

    def test_name_an_actor_of_the_authority_file(self, tmp_path: Path) -> None:
        corpus = made(
            curated(
                tmp_path,
                actors='[[actor]]\nid = "hp"\nname = "HP"\ntype = "party"\nwhy = "so"\n',
                corrections=correction("Harbour Party", 'add = { actor = "hp" }', "mention"),
            )
        )
        assert entry("hp", corpus).mentions == (at(LEAD, "Harbour Party"),)
