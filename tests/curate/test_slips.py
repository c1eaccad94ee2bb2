"""A slip in a curated file is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.curate.samples import problems
from tests.curate.test_load import ACTOR


class TestASlipIsToldWithItsLine:
    @pytest.mark.parametrize(
        ("line", "told"),
        [
            (
                'alias = ["Ćirić"]',
                (
                    "actors.toml:7: unknown key 'alias'; expected one of: id, name, type, aliases,"
                    " place, related, proof, why; did you mean 'aliases'?"
                ),
            ),
            ('place = "yes"', "actors.toml:7: 'place' is text; expected true or false"),
            ("proof = 7", "actors.toml:7: 'proof' is a whole number; expected a table in braces"),
            (
                "related = [1979-05-27]",
                (
                    "actors.toml:7: 'related' is a date or time without quotation marks; expected a"
                    " list of tables"
                ),
            ),
            (
                "related = 0.5",
                "actors.toml:7: 'related' is a number; expected a list of tables",
            ),
            (
                'related = [{ relation = "mayor of" }]',
                "actors.toml:7: key 'actor' is missing",
            ),
            (
                'related = [{ relation = "mayor of", actor = "djordje-ciric" }]',
                "actors.toml:7: 'djordje-ciric' is related to itself",
            ),
            (
                'proof = { article = "talk.txt", words = "The mayor of" }',
                (
                    "actors.toml:7: the words 'The mayor of' do not stand in 'talk.txt'; after"
                    " 'The mayor' it has ', Djordje Ciric, spo'"
                ),
            ),
            (
                'proof = { article = "talk.txt", words = "Sunday\'s vote" }',
                (
                    "actors.toml:7: the words \"Sunday's vote\" do not stand in 'talk.txt'; it has"
                    " 'Sunday’s vote', with other marks or dashes"
                ),
            ),
            (
                'proof = { article = "lead.txt", words = "said" }',
                (
                    "actors.toml:7: the words 'said' stand 2 times in 'lead.txt'; expected more of"
                    " the words, or nth = 1 to 2"
                ),
            ),
            (
                'proof = { article = "lead.txt", words = "said", nth = 3 }',
                "actors.toml:7: nth is 3, but the words 'said' stand 2 times in 'lead.txt'",
            ),
            (
                'proof = { article = "lead.txt", words = "said", nth = 0 }',
                "actors.toml:7: 'nth' is out of range; expected 1 to 1000000",
            ),
            (
                'proof = { article = "led.txt", words = "said" }',
                "actors.toml:7: no article is called 'led.txt'; did you mean 'lead.txt'?",
            ),
            (
                'proof = { article = "lead.txt" }',
                "actors.toml:7: key 'words' is missing",
            ),
        ],
    )
    def test_in_an_actor(self, tmp_path: Path, line: str, told: str) -> None:
        assert told in problems(tmp_path, actors=f"{ACTOR}{line}\n")

    @pytest.mark.parametrize(
        ("was", "becomes", "told"),
        [
            ('id = "djordje-ciric"', "", "actors.toml:1: key 'id' is missing"),
            ('why = "the talk spells him without accents"', "", "key 'why' is missing"),
            ('why = "the talk spells him without accents"', 'why = ""', ":6: 'why' is empty"),
            (
                '"djordje-ciric"',
                '"Đorđe Ćirić"',
                (
                    "actors.toml:2: 'id' is 'Đorđe Ćirić'; expected small letters, digits and"
                    " hyphens, such as 'dragan-djilas'"
                ),
            ),
            (
                '"person"',
                '"persona"',
                (
                    "actors.toml:4: 'type' is 'persona'; expected one of: person, party, coalition,"
                    " institution, state, media, group; did you mean 'person'?"
                ),
            ),
            (
                '["Djordje Ciric"]',
                '"Djordje Ciric"',
                "actors.toml:5: 'aliases' is text; expected a list of texts",
            ),
            (
                '["Djordje Ciric"]',
                '[\n"A",\n"A"]',
                "actors.toml:7: 'aliases' has 'A' twice",
            ),
            ('["Djordje Ciric"]', '[""]', "actors.toml:5: 'aliases' has an empty text"),
            (
                '["Djordje Ciric"]',
                '["Ciric",\n"DJORDJE CIRIC",\n"Georg Ciric"]',
                "actors.toml:7: alias 'Georg Ciric' stands in no article",
            ),
            ('["Djordje Ciric"]', '["ciric"]', "actors.toml:5: alias 'ciric' stands in no article"),
            (
                '["Djordje Ciric"]',
                '["Đorđe Ćirić"]',
                "actors.toml:1: alias 'Đorđe Ćirić' is the name already",
            ),
            (
                '"Đorđe Ćirić"',
                '"Đorđe\\u001b[31m"',
                "actors.toml:3: 'name' holds the control character U+001B",
            ),
            (
                '"Đorđe Ćirić"',
                '"Đorđe\\u202e"',
                "actors.toml:3: 'name' holds the control character U+202E",
            ),
            (
                '"Đorđe Ćirić"',
                '"""Đorđe\nĆirić"""',
                "actors.toml:3: 'name' holds the control character U+000A",
            ),
            ('"Đorđe Ćirić"', '" Đorđe"', "actors.toml:3: 'name' has a space at one of its ends"),
            ('"Đorđe Ćirić"', "2024-01-01", "actors.toml:3: 'name' is a date"),
            ("[[actor]]", "[actor]", "actors.toml:1: 'actor' is one table or value"),
            (
                "[[actor]]",
                "[[actors]]",
                "actors.toml:1: unknown table or key 'actors'; expected [[actor]]",
            ),
            ('"person"', "“person”", "actors.toml:4: not valid TOML: invalid value (column 8)"),
        ],
    )
    def test_in_the_lines_of_an_actor(
        self, tmp_path: Path, was: str, becomes: str, told: str
    ) -> None:
        assert was in ACTOR
        assert any(told in each for each in problems(tmp_path, actors=ACTOR.replace(was, becomes)))

    @pytest.mark.parametrize(
        ("published", "told"),
        [
            (
                '{ edtf = "May 2022", basis = "curated" }',
                (
                    "'May 2022' is not an EDTF date of level 0 or 1; expected a date such as"
                    " '2023-12-17', '2023-12', '2023-12-26?' or '2023-12-17/2023-12-30'"
                ),
            ),
            ('{ edtf = "2022-13", basis = "curated" }', "'2022-13' is not an EDTF date"),
            (
                '{ edtf = "2022-05-10", basis = "curated", without = "spring" }',
                "'spring' is not an EDTF date",
            ),
            (
                '{ edtf = "2022-05-10", basis = "resolved" }',
                "basis 'resolved' needs the words that say it, key 'words'",
            ),
            (
                '{ edtf = "2022-05-10", basis = "guessed" }',
                (
                    "'basis' is 'guessed'; expected one of: stated, resolved, inferred, curated,"
                    " unknown"
                ),
            ),
            (
                '{ edtf = "", basis = "curated" }',
                "a date that is not known has edtf \"\" and basis 'unknown'",
            ),
            ('{ basis = "curated" }', "key 'edtf' is missing"),
            ("2022-05-10", "'published' is a date or time without quotation marks"),
            (
                '{ edtf = "2022-05-10", basis = "stated", words = "10 May" }',
                "the words '10 May' do not stand in 'lead.txt'",
            ),
        ],
    )
    def test_in_a_date(self, tmp_path: Path, published: str, told: str) -> None:
        toml = f'[[article]]\nfile = "lead.txt"\nwhy = "so"\n\npublished = {published}\n'
        found = problems(tmp_path, articles=toml)
        assert len(found) == 1
        assert found[0].startswith(f"articles.toml:5: {told}")

    @pytest.mark.parametrize(
        ("rest", "told"),
        [
            ("", "has none of drop = true, set and add; expected just one of them"),
            ("drop = true\nadd = { type = 'sign' }", "has 2 of drop = true, set and add"),
            ("set = { speaker = 'x' }", "did you mean 'speakers'?"),
            ("set = { type = 'shouted' }", "'type' is 'shouted'; expected one of: direct, mixed"),
            ("set = {}", "is empty; expected at least one field"),
            ("set = { cue = 'says so' }", "the words 'says so' do not stand in 'lead.txt'"),
            ("add = { speakers = ['he'] }", "key 'type' is missing; a new quote needs it"),
            ("drop = 1", "'drop' is a whole number; expected true or false"),
        ],
    )
    def test_in_a_correction(self, tmp_path: Path, rest: str, told: str) -> None:
        toml = (
            '[[correction]]\narticle = "lead.txt"\nwords = "“We won,”"\nkind = "quote"\n'
            f'why = "so"\n{rest}\n'
        )
        found = problems(tmp_path, corrections=toml)
        assert any(told in each for each in found)
        assert all(
            each.startswith(("corrections.toml:1:", "corrections.toml:6:")) for each in found
        )

    def test_in_a_figure_s_value(self, tmp_path: Path) -> None:
        toml = """\
[[correction]]
article = "lead.txt"
words = "44 per cent"
kind = "figure"
set = { value = "44%" }
why = "so"
"""
        assert problems(tmp_path, corrections=toml) == [
            "corrections.toml:5: '44%' is not a decimal; expected one such as '46.72'"
        ]

    def test_in_a_topic(self, tmp_path: Path) -> None:
        toml = '[[topic]]\nid = "x"\nname = "x"\nwords = [\n"vot*",\n"*vote"\n]\nwhy = "so"\n'
        assert problems(tmp_path, topics=toml) == [
            "topics.toml:6: '*vote' has a * before its end; expected it at the end of a word"
        ]

    def test_in_a_file_s_name(self, tmp_path: Path) -> None:
        assert problems(tmp_path, actor=ACTOR) == [
            (
                "actor.toml:1: no curated file has this name; expected one of: tables.toml,"
                " articles.toml, actors.toml, contests.toml, events.toml, topics.toml,"
                " accounts.toml, corrections.toml; did you mean 'actors.toml'?"
            )
        ]

    def test_in_the_kind_of_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "actors.toml").mkdir()
        (tmp_path / "topics.toml").write_bytes(b'[[topic]]\nid = "caf\xe9"\n')
        assert problems(tmp_path) == [
            "actors.toml:1: not a regular file",
            "topics.toml:2: is not UTF-8 text",
        ]

    def test_all_of_them_are_told_at_once_in_order(self, tmp_path: Path) -> None:
        found = problems(
            tmp_path,
            topics="[[topic]]\n[[topic]]\n",
            actors=ACTOR.replace('"person"', '"x"').replace("why", "because"),
        )
        assert [each.split(": ")[0] for each in found] == [
            "actors.toml:1",
            "actors.toml:4",
            "actors.toml:6",
            *["topics.toml:1"] * 4,
            *["topics.toml:2"] * 4,
        ]
