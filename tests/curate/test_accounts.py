"""Curated accounts: questions that articles answer in different ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.curate.readings import BY_ID, actor, article, quote
from tests.curate.samples import LEAD, TALK, at, curated, problems
from tui.corpus import Corpus
from tui.curate import CurationError, apply
from tui.model import Extraction

ACCOUNT = """\
[[account]]
id = "was-it-fair"
question = "Was it fair?"
answers = [
  { says = "fair", passages = [{ article = "lead.txt", words = "the vote of May 8 was fair" }] },
  { says = "to be held anew", passages = [
    { article = "talk.txt", words = "Clean Hands wants a new vote" },
    { article = "lead.txt", words = "We won" },
  ] },
]
why = "no word of the two is the same"
"""


def applied(folder: Path, toml: str) -> Corpus:
    """The corpus of both reports, a quote of the mayor among its records."""
    won = at(LEAD, "We won")
    lead = Extraction(
        article=article("lead.txt"),
        actors=(actor("ciric", "Mayor Ćirić", at(LEAD, "Mayor Ćirić")),),
        quotes=(quote(won, "ciric"),),
    )
    readings = (lead, Extraction(article=article("talk.txt")))
    return apply(curated(folder, accounts=toml), readings, BY_ID)


class TestAnAccount:
    def test_becomes_a_record_with_every_side_s_passages(self, tmp_path: Path) -> None:
        (found,) = applied(tmp_path, ACCOUNT).disagreements
        assert (found.id, found.type, found.about) == ("was-it-fair", "account", "Was it fair?")
        assert (found.origin, found.rule) == ("curated", "no word of the two is the same")
        assert [side.says for side in found.sides] == ["fair", "to be held anew"]
        assert found.evidence == (
            at(LEAD, "the vote of May 8 was fair"),
            at(TALK, "Clean Hands wants a new vote"),
            at(LEAD, "We won"),
        )

    def test_knows_who_speaks_from_the_quotes(self, tmp_path: Path) -> None:
        (found,) = applied(tmp_path, ACCOUNT).disagreements
        assert [each.speakers for side in found.sides for each in side.told] == [(), (), ("ciric",)]
        assert found.items == (f"{at(LEAD, 'We won').article}.q{at(LEAD, 'We won').start}",)
        assert found.actors == ("ciric",)

    def test_says_itself_who_speaks_where_no_quote_does(self, tmp_path: Path) -> None:
        toml = ACCOUNT.replace('was fair" }', 'was fair", speakers = ["ciric"] }')
        (found,) = applied(tmp_path, toml).disagreements
        assert found.sides[0].told[0].speakers == ("ciric",)

    def test_may_say_what_explains_it(self, tmp_path: Path) -> None:
        more = 'explained_by = "date"\nnote = "on two days"\n'
        (found,) = applied(tmp_path, ACCOUNT + more).disagreements
        assert (found.explained_by, found.note) == ("date", "on two days")


class TestASlipIsToldWithItsLine:
    @pytest.mark.parametrize(
        ("right", "wrong", "line", "why"),
        [
            ("was fair", "was foul", 5, "do not stand in 'lead.txt'"),
            ("Clean Hands wants", "Harbour wants", 7, "do not stand in 'talk.txt'"),
            ('says = "fair"', 'says = ""', 5, "'says' is empty"),
            ('says = "fair"', 'say = "fair"', 5, "unknown key 'say'"),
            ('"to be held anew"', '"Fair"', 7, "the answer 'Fair' is given already"),
            ('question = "Was it fair?"', "", 1, "key 'question' is missing"),
            ('"lead.txt", words = "We won"', '"lead.txt", words = "won"', 8, "stand 3 times"),
        ],
    )
    def test_in_an_answer(
        self, tmp_path: Path, right: str, wrong: str, line: int, why: str
    ) -> None:
        toml = ACCOUNT.replace(right, wrong)
        told = problems(tmp_path, accounts=toml)
        assert any(each.startswith(f"accounts.toml:{line}: ") and why in each for each in told)

    def test_in_an_explanation(self, tmp_path: Path) -> None:
        told = problems(tmp_path, accounts=ACCOUNT + 'explained_by = "roundness"\n')
        (line,) = told
        assert line.startswith("accounts.toml:12: ")
        assert "did you mean 'rounding'?" in line

    def test_where_one_article_alone_answers(self, tmp_path: Path) -> None:
        toml = ACCOUNT.replace("talk.txt", "lead.txt")
        toml = toml.replace("Clean Hands wants a new vote", "May 8")
        assert problems(tmp_path, accounts=toml) == [
            "accounts.toml:1: is told by one article only; expected at least two"
        ]

    def test_where_there_is_one_answer_only(self, tmp_path: Path) -> None:
        first = ACCOUNT.splitlines(keepends=True)
        toml = "".join(first[:5] + first[9:])
        assert problems(tmp_path, accounts=toml) == [
            "accounts.toml:1: has one answer only; expected at least two"
        ]

    def test_where_a_passage_gives_both_answers(self, tmp_path: Path) -> None:
        toml = ACCOUNT.replace("We won", "the vote of May 8 was fair")
        assert problems(tmp_path, accounts=toml) == [
            "accounts.toml:8: this passage answers already at accounts.toml:5"
        ]

    def test_where_nobody_has_a_speaker_s_name(self, tmp_path: Path) -> None:
        toml = ACCOUNT.replace('was fair" }', 'was fair", speakers = ["cirik"] }')
        with pytest.raises(CurationError) as error:
            applied(tmp_path, toml)
        assert error.value.problems[0].startswith("accounts.toml:5: no actor is called 'cirik'")

    def test_where_the_rules_know_the_speaker_too(self, tmp_path: Path) -> None:
        toml = ACCOUNT.replace('"We won" }', '"We won", speakers = ["ciric"] }')
        with pytest.raises(CurationError) as error:
            applied(tmp_path, toml)
        assert error.value.problems == [
            "accounts.toml:8: speakers are no longer needed: the rules find the same"
        ]
