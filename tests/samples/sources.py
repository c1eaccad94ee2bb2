"""The articles of the sample corpus, who is named in them, and the elections."""

from __future__ import annotations

from dataclasses import replace

from tests.samples.texts import GAZETTE, POST, RADIO, TEXTS, day, passage
from tui.digests import digest
from tui.ids import article_id
from tui.model import (
    UNKNOWN,
    Actor,
    Article,
    Contest,
    Description,
    Relation,
    When,
)


def articles() -> tuple[Article, ...]:
    def article(file: str, title: str, publisher: str, published: When, *names: str) -> Article:
        text = TEXTS[file]
        return Article(
            id=article_id(text),
            evidence=tuple(passage(text, words) for words in names),
            origin="extracted",
            rule="title line",
            file=file,
            sha256=digest(text),
            title=title,
            publisher=publisher,
            language="en",
            published=published,
            characters=len(text),
        )

    return (
        replace(
            article(
                "gazette.txt",
                "Brodica vote ends in dispute",
                "River Gazette",
                day("2022-05-10", passage(GAZETTE, "10.05.2022")),
                "Brodica vote ends in dispute",
                "By Ana Weaver",
            ),
            author="Ana Weaver",
            url="https://gazette.example/brodica",
        ),
        article(
            "post.txt",
            'Ćirić: "The count was clean"',
            "Lowland Post",
            When("2022-05-11", "inferred", None, "the day after", "2022-05-11", "2022-05-11"),
            'Ćirić: "The count was clean"',
        ),
        article("radio.txt", "The crowd in Brodica", "", UNKNOWN, "TRANSCRIPT"),
    )


def actors() -> tuple[Actor, ...]:
    return (
        Actor(
            id="clean-hands",
            evidence=(passage(GAZETTE, "Clean Hands"),),
            origin="extracted",
            rule="named group",
            name="Clean Hands",
            type="coalition",
            described_as=(
                Description("opposition alliance", passage(GAZETTE, "opposition alliance")),
            ),
            mentions=(
                passage(GAZETTE, "Clean Hands"),
                passage(GAZETTE, "Clean Hands", 2),
                passage(POST, "Clean Hands"),
                passage(POST, "Clean Hands", 2),
            ),
        ),
        Actor(
            id="djordje-ciric",
            evidence=(passage(GAZETTE, "Mayor Đorđe Ćirić"),),
            origin="curated",
            rule="one man under two spellings",
            name="Đorđe Ćirić",
            type="person",
            also_known_as=("Djordje Ciric", "Ćirić"),
            described_as=(
                Description("Mayor", passage(GAZETTE, "Mayor")),
                Description("The mayor of Brodica", passage(POST, "The mayor of Brodica")),
            ),
            mentions=(
                passage(GAZETTE, "Đorđe Ćirić"),
                passage(GAZETTE, "Ćirić", 2),
                passage(POST, "Ćirić"),
                passage(POST, "Djordje Ciric"),
            ),
            related=(Relation("member of", "harbour-party"),),
        ),
        Actor(
            id="electoral-board",
            evidence=(passage(POST, "Electoral Board"),),
            origin="extracted",
            rule="named institution",
            name="Electoral Board",
            type="institution",
            mentions=(passage(POST, "Electoral Board"), passage(POST, "Electoral Board", 2)),
        ),
        Actor(
            id="harbour-party",
            evidence=(passage(GAZETTE, "Harbour Party"),),
            origin="extracted",
            rule="named party",
            name="Harbour Party",
            type="party",
            described_as=(Description("ruling", passage(GAZETTE, "ruling")),),
            mentions=(
                passage(GAZETTE, "Harbour Party"),
                passage(POST, "Harbour Party"),
                passage(RADIO, "Harbour Party"),
            ),
        ),
        Actor(
            id="lowland-post",
            evidence=(passage(POST, "Lowland Post"),),
            origin="extracted",
            rule="named medium",
            name="Lowland Post",
            type="media",
            mentions=(passage(POST, "Lowland Post"),),
        ),
        Actor(
            id="milena-zarkovic",
            evidence=(passage(GAZETTE, "Milena Žarković"),),
            origin="extracted",
            rule="title and name",
            name="Milena Žarković",
            type="person",
            also_known_as=("Milena Zarkovic", "Žarković"),
            described_as=(Description("Alliance leader", passage(GAZETTE, "Alliance leader")),),
            mentions=(
                passage(GAZETTE, "Milena Žarković"),
                passage(GAZETTE, "Žarković", 2),
                passage(RADIO, "Milena Zarkovic"),
            ),
            related=(Relation("leader of", "clean-hands"),),
        ),
        Actor(
            id="officials-of-the-electoral-board",
            evidence=(passage(POST, "officials of the Electoral Board"),),
            origin="extracted",
            rule="group of an institution",
            name="officials of the Electoral Board",
            type="group",
            mentions=(passage(POST, "officials of the Electoral Board"),),
        ),
    )


def contests() -> tuple[Contest, ...]:
    vote = passage(GAZETTE, "the vote of May 8 in the river town\nof Brodica")
    return (
        Contest(
            id="brodica-2022",
            evidence=(vote,),
            origin="curated",
            rule="the vote that all three reports are about",
            name="Brodica town council, 2022",
            date=day("2022-05-08", passage(GAZETTE, "May 8")),
            place="Brodica",
            seats_total=61,
            seats_basis="61 seats, says the transcript",
        ),
        Contest(
            id="brodica-2014",
            evidence=(passage(GAZETTE, "last changed its mayor in June 2014"),),
            origin="extracted",
            rule="named election",
            name="Brodica town council, 2014",
            date=When("2014-06", "stated", None, "", "2014-06-01", "2014-06-30"),
            place="Brodica",
        ),
    )
