"""What the rules take for a disagreement, and what they do not, on invented reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from tests.samples import sample_corpus
from tui.corpus import Corpus
from tui.digests import digest
from tui.disagreements import disagreements
from tui.disagreements.labels import labels
from tui.disagreements.names import sound
from tui.disagreements.words import words_of
from tui.ids import article_id
from tui.model import Actor, ActorType, Anchor, Article, Description, Disagreement, Figure, Quote


def reports(*texts: str, language: str = "en") -> Corpus:
    """A corpus of these texts, without any record but the articles."""
    return Corpus(
        articles=tuple(
            Article(
                id=article_id(text),
                evidence=(),
                origin="extracted",
                rule="title line",
                file=f"{number}.txt",
                sha256=digest(text),
                title=text[:20],
                characters=len(text),
                language=language,
            )
            for number, text in enumerate(texts)
        ),
        texts={article_id(text): text for text in texts},
    )


def everywhere(corpus: Corpus, words: str) -> list[Anchor]:
    """Where words stand in any of the articles."""
    return [
        Anchor(article, text.index(words), text.index(words) + len(words))
        for article, text in corpus.texts.items()
        if words in text
    ]


def called(
    *names: str,
    type: ActorType = "person",  # noqa: A002
    language: str = "en",
) -> list[Disagreement]:
    """What is found of one actor who is called so, in an article for each name."""
    told = (f"{name} spoke in the square, report {n}." for n, name in enumerate(names))
    corpus = reports(*told, language=language)
    mentions = {each for name in names for each in everywhere(corpus, name)}
    actor = Actor(
        id="somebody",
        evidence=(),
        origin="extracted",
        rule="name",
        name=names[0],
        type=type,
        mentions=tuple(sorted(mentions)),
    )
    return list(disagreements(replace(corpus, actors=(actor,))))


class TestANameIsMisspelt:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Milena Žarković", "Milenka Zarkovic"),
            ("Jonathan Weaver", "Jonathon Weaver"),
            ("Milena Žarković", "Žakrović"),
            ("Harbour Party", "Harbuor Party"),
        ],
    )
    def test_where_a_letter_is_more_less_other_or_elsewhere(self, one: str, other: str) -> None:
        (found,) = called(one, other)
        assert (found.type, found.about, found.items) == ("name", one, ("somebody",))
        assert {side.says for side in found.sides} == {one, other}

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Dragan Đilas", "Dragan Djilas"),
            ("Aleksandar Vučić", "Александар Вучић"),
            ("Dmitry Peskov", "Dmitriy Peskov"),
            ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
            ("Milena Žarković", "Žarković"),
            ("Milena Žarković", "MILENA ŽARKOVIĆ"),
            ("Alex Weaver", "Alexander Weaver"),
            ("Ana Weaver", "Una Weaver"),
            ("Board of Organisation", "Board of Organization"),
            ("SNS", "SPN"),
            ("Clean Hands", "Harbour Party"),
        ],
    )
    def test_not_where_it_is_short_or_of_another_alphabet_or_another(
        self, one: str, other: str
    ) -> None:
        assert called(one, other) == []

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Gradska skupština", "Gradske skupštine"),
            ("Milena Žarković", "Milenom Žarković"),
            ("Petar Kosan", "Petrom Kosanom"),
            ("Петар Косан", "Петру Косану"),
            ("Ивана Косаница", "Иваном Косаницом"),
            ("Radnička banka", "Radničkoj banci"),
        ],
    )
    def test_not_where_a_language_declines_it(self, one: str, other: str) -> None:
        assert called(one, other, language="sr-Latn") == []

    def test_in_a_language_that_declines_names_a_slip_is_one(self) -> None:
        assert len(called("Marinika Kosan", "Marinkom Kosan", language="hr")) == 1

    def test_not_where_the_words_are_common(self) -> None:
        assert called("observers there", "observer there", type="group") == []

    def test_not_within_one_article(self) -> None:
        corpus = reports("Milena Weaver spoke. Milenka Weaver left.")
        mentions = everywhere(corpus, "Milena Weaver") + everywhere(corpus, "Milenka Weaver")
        actor = Actor(
            id="weaver",
            evidence=(),
            origin="extracted",
            rule="name",
            name="Milena Weaver",
            type="person",
            mentions=tuple(mentions),
        )
        assert list(disagreements(replace(corpus, actors=(actor,)))) == []

    def test_its_id_stays_when_an_article_is_added(self) -> None:
        (before,) = called("Milena Weaver", "Milenka Weaver")
        (after,) = called("Milena Weaver", "Milenka Weaver", "Milena Weaver of Brodica")
        assert before.id == after.id
        assert before.id.startswith("d-")

    def test_romanisations_sound_the_same(self) -> None:
        assert sound("Vuchich") == sound("Vučić") == sound("Вучић")
        assert sound("Marinika") != sound("Marinka")


def described(*descriptions: Sequence[str], quoted: Iterable[str] = ()) -> list[Disagreement]:
    """What is found of a party that articles describe so, one after the other."""
    corpus = reports(
        *(f"{' and '.join(each)} party, report {n}." for n, each in enumerate(descriptions))
    )
    anchors = [
        (words, anchor)
        for article, each in zip(corpus.articles, descriptions, strict=True)
        for words in each
        for anchor in everywhere(corpus, words)
        if anchor.article == article.id
    ]
    party = Actor(
        id="harbour",
        evidence=(),
        origin="extracted",
        rule="name",
        name="Harbour Party",
        type="party",
        described_as=tuple(Description(words, anchor) for words, anchor in anchors),
    )
    quotes = tuple(
        Quote(
            id=f"{anchor.article}.q{anchor.start}",
            evidence=(anchor,),
            origin="extracted",
            rule="marks",
            article=anchor.article,
            type="direct",
            text=words,
            speakers=("mayor",),
        )
        for words, anchor in anchors
        if words in quoted
    )
    return list(disagreements(replace(corpus, actors=(party,), quotes=quotes)))


class TestALabelDiffers:
    def test_where_one_article_has_a_leaning_that_another_does_not(self) -> None:
        (found,) = described(["the ruling"], ["the populist ruling"], ["a right-wing"])
        assert [side.says for side in found.sides] == ["ruling", "populist, ruling", "right-wing"]

    def test_where_one_sees_it_govern_and_another_oppose(self) -> None:
        (found,) = described(["the governing"], ["the opposition"])
        assert [side.says for side in found.sides] == ["ruling", "opposition"]

    def test_where_several_do_not_say_where_it_leans(self) -> None:
        (found,) = described(["the opposition"], ["the opposition"], ["the center-right"])
        assert [side.says for side in found.sides] == ["opposition", "center-right"]

    def test_where_they_see_it_side_with_others_abroad(self) -> None:
        (found,) = described(["the pro-EU"], ["the pro-Kremlin"])
        assert [side.says for side in found.sides] == ["pro-eu", "pro-kremlin"]

    @pytest.mark.parametrize(
        "descriptions",
        [
            (["the ruling"], ["the governing"]),
            (["the centre-right"], ["a center right"]),
            (["the populist"], ["the biggest"]),
            (["the populist"],),
            (["Mayor"], ["a big local"]),
            (["the opposition"], ["the centre-left opposition"]),
            (["the incumbent"], ["the pro-Western"]),
            (["the pro-Moscow"], ["the pro-Russian"]),
            (["the populist"], ["the pro-Russian populist"]),
            (["the ruling"], ["the left-wing"]),
            (["the main opposition"], ["the social democratic"]),
            (["the leftist"], ["a socialist"]),
            (["the conservative"], ["the anti-tax"]),
            (["the populist"], ["a controversial"]),
            (["the populist"], ["the Democratic"]),
            (["the populist"], ["Conservative"]),
        ],
    )
    def test_not_where_words_mean_the_same_or_one_says_nothing(
        self, descriptions: tuple[list[str], ...]
    ) -> None:
        assert described(*descriptions) == []

    def test_in_marks_it_is_the_speakers(self) -> None:
        (found,) = described(["the populist"], ["the leftist"], quoted=["the leftist"])
        assert [side.told[0].speakers for side in found.sides] == [(), ("mayor",)]

    @pytest.mark.parametrize(
        ("description", "expected"),
        [
            ("a leader of the center-right alliance", []),
            ("Serbia’s main opposition group", ["opposition"]),
            ("the pro-Western, left-wing bloc", ["pro-western", "left-wing"]),
            ("a party backed by the nationalist government", []),
            ("self-styled moderate", ["self-styled", "moderate"]),
            ("ruling-class", []),
        ],
    )
    def test_is_about_the_actor_and_nobody_else(
        self, description: str, expected: list[str]
    ) -> None:
        assert list(labels(description, words_of("en"))) == expected


class TestAValueDiffers:
    def test_with_what_explains_it(self) -> None:
        corpus = replace(sample_corpus(), disagreements=(), actors=())
        shares, *others = disagreements(corpus)
        assert not others
        assert (shares.type, shares.explained_by) == ("value", "status")
        assert [side.says for side in shares.sides] == ["48.2 %", "47.9 %", "46 %"]
        assert all(isinstance(corpus.get(each), Figure) for each in shares.items)

    def test_and_says_who_claims_it(self) -> None:
        (shares,) = disagreements(replace(sample_corpus(), disagreements=(), actors=()))
        assert shares.sides[1].told[0].speakers == ("electoral-board",)

    def test_not_where_a_bound_leaves_room_for_the_other(self) -> None:
        found = disagreements(replace(sample_corpus(), actors=()))
        assert not [each for each in found if "seats" in each.about]
