"""A small corpus of invented reports, made by hand, that every test may use.

It holds every kind of record in every shape that matters: each precision of a date, each
status, each type of quote, records with several passages and records with hardly any.
Nothing in it comes from the extractors, so a test of the explorer or of the store does
not depend on them.
"""

from __future__ import annotations

from dataclasses import replace

from tests.fixture_ids import placed_id
from tui.corpus import Corpus
from tui.digests import digest
from tui.ids import article_id
from tui.model import (
    UNKNOWN,
    Actor,
    Anchor,
    Article,
    AttributedPassage,
    Contest,
    Description,
    Disagreement,
    Event,
    Figure,
    Quote,
    Relation,
    Side,
    When,
)

GAZETTE = """\
Brodica vote ends in dispute

By Ana Weaver | 10.05.2022

The opposition alliance Clean Hands said on Tuesday that the vote of May 8 in the river town
of Brodica was stolen. Alliance leader Milena Žarković called it “a theft in broad daylight”.

“We will not leave the square,” Žarković said. “We have time, and we have the records.”

The ruling Harbour Party of Mayor Đorđe Ćirić won 48.2% of the vote and 31 seats, according to
preliminary results, while Clean Hands took roughly 44 per cent. An exit poll had seen the two
level at 46 per cent.

Ćirić denied any wrongdoing. He is to speak to the council on May 12.

Some 3,000 people marched through Brodica on Monday, holding signs that read “Count again”.

The town, whose charter dates from 1907, last changed its mayor in June 2014.
"""

POST = """\
Ćirić: "The count was clean"

The mayor of Brodica, Djordje Ciric, and officials of the Electoral Board said "the count was
clean" and that no complaint had been proven.

"Not one box was opened," he told the Lowland Post on Wednesday.

Protests have been held since May 9. Clean Hands alleges that 400 voters were brought in by
bus on election day. The Electoral Board says official results give the Harbour Party 47.9% of
valid votes and turnout above 60 per cent.

Clean Hands demanded a new vote before the end of the year.
"""

RADIO = """\
TRANSCRIPT
The crowd in Brodica is not going home.
"They can switch off the lights, but they cannot switch off the town."
That was Milena Zarkovic, whose fast is said to have begun around the middle of the month.
The Harbour Party estimates that it will hold 30 or more of the 61 seats.
Nobody here remembers when the old bridge was closed.
"""

TEXTS = {"gazette.txt": GAZETTE, "post.txt": POST, "radio.txt": RADIO}
"""The invented articles by their file names."""

GAZETTE_ID, POST_ID, RADIO_ID = (article_id(text) for text in TEXTS.values())


def passage(text: str, words: str, occurrence: int = 1) -> Anchor:
    """The anchor of words in a text; they have to be there."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Anchor(article_id(text), start, start + len(words))


def day(edtf: str, expression: Anchor | None = None) -> When:
    """A day that a text resolves ("on Tuesday") or states."""
    basis = "resolved" if expression else "stated"
    return When(edtf, basis, expression, "", edtf, edtf)  # type: ignore[arg-type]


def _articles() -> tuple[Article, ...]:
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


def _actors() -> tuple[Actor, ...]:
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


def _contests() -> tuple[Contest, ...]:
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


def _events() -> tuple[Event, ...]:
    def event(at: Anchor, title: str, when: When, **others: object) -> Event:
        made = Event(
            id=placed_id(at.article, "event", at.start),
            evidence=(at,),
            origin="extracted",
            rule="clause with a date",
            title=title,
            when=when,
        )
        return replace(made, **others)  # type: ignore[arg-type]

    charter = passage(GAZETTE, "whose charter dates from 1907")
    mayor = passage(GAZETTE, "last changed its mayor in June 2014")
    vote = passage(GAZETTE, "the vote of May 8 in the river town\nof Brodica")
    march = passage(GAZETTE, "Some 3,000 people marched through Brodica on Monday")
    speech = passage(GAZETTE, "He is to speak to the council on May 12")
    protests = passage(POST, "Protests have been held since May 9")
    buses = passage(POST, "400 voters were brought in by\nbus on election day")
    rerun = passage(POST, "a new vote before the end of the year")
    fast = passage(RADIO, "whose fast is said to have begun around the middle of the month")
    bridge = passage(RADIO, "the old bridge was closed")
    return (
        event(
            charter,
            "Brodica is given its charter",
            When("1907", "stated", passage(GAZETTE, "1907"), "", "1907-01-01", "1907-12-31"),
            place="Brodica",
        ),
        event(
            mayor,
            "Brodica changes its mayor",
            When(
                "2014-06", "stated", passage(GAZETTE, "June 2014"), "", "2014-06-01", "2014-06-30"
            ),
        ),
        event(
            vote,
            "Brodica votes",
            day("2022-05-08", passage(GAZETTE, "May 8")),
            place="Brodica",
            evidence=(vote, passage(POST, "election day")),
            actors=("harbour-party", "clean-hands"),
            origin="curated",
            rule="two reports of one vote",
        ),
        event(
            buses,
            "400 voters are brought in by bus",
            day("2022-05-08", passage(POST, "election day")),
            status="alleged",
            claimed_by=("clean-hands",),
        ),
        event(
            march,
            "Some 3,000 people march through Brodica",
            day("2022-05-09", passage(GAZETTE, "Monday")),
            place="Brodica",
        ),
        event(
            protests,
            "Protests in Brodica",
            When("2022-05-09/..", "resolved", passage(POST, "since May 9"), "", "2022-05-09", ""),
            status="ongoing",
        ),
        event(
            speech,
            "Đorđe Ćirić speaks to the council",
            day("2022-05-12", passage(GAZETTE, "May 12")),
            status="planned",
            actors=("djordje-ciric",),
        ),
        event(
            rerun,
            "A new vote",
            When(
                "../2022-12-31",
                "resolved",
                passage(POST, "before the end of the year"),
                "",
                "",
                "2022-12-31",
            ),
            status="demanded",
            claimed_by=("clean-hands",),
        ),
        event(
            fast,
            "Milena Žarković begins a fast",
            When(
                "2022-05-14~/2022-05-16~",
                "inferred",
                passage(RADIO, "around the middle of the month"),
                "the month is that of the other reports",
                "2022-05-14",
                "2022-05-16",
            ),
            actors=("milena-zarkovic",),
        ),
        event(bridge, "The old bridge is closed", When(note="before the broadcast")),
    )


def _figures() -> tuple[Figure, ...]:
    def figure(at: Anchor, measure: str, value: str, unit: str, **others: object) -> Figure:
        made = Figure(
            id=placed_id(at.article, "figure", at.start),
            evidence=(at,),
            origin="extracted",
            rule="number and unit",
            contest="brodica-2022",
            subject=None,
            measure=measure,
            value=value,
            unit=unit,
        )
        return replace(made, **others)  # type: ignore[arg-type]

    return (
        figure(
            passage(GAZETTE, "48.2% of the vote"),
            "vote_share",
            "48.2",
            "%",
            subject="harbour-party",
            status="preliminary",
        ),
        figure(
            passage(GAZETTE, "31 seats"),
            "seats",
            "31",
            "seats",
            subject="harbour-party",
            status="preliminary",
        ),
        figure(
            passage(GAZETTE, "roughly 44 per cent"),
            "vote_share",
            "44",
            "%",
            subject="clean-hands",
            comparator="~",
            status="preliminary",
        ),
        figure(
            passage(GAZETTE, "level at 46 per cent"),
            "vote_share",
            "46",
            "%",
            subject="harbour-party",
            status="exit-poll",
        ),
        figure(
            passage(GAZETTE, "Some 3,000 people"),
            "people",
            "3000",
            "people",
            contest=None,
            comparator="~",
            as_of=day("2022-05-09", passage(GAZETTE, "Monday")),
        ),
        figure(
            passage(POST, "400 voters"),
            "people",
            "400",
            "people",
            status="allegation",
            claimed_by=("clean-hands",),
        ),
        figure(
            passage(POST, "47.9% of\nvalid votes"),
            "vote_share",
            "47.9",
            "%",
            subject="harbour-party",
            status="official",
            base="valid votes",
            claimed_by=("electoral-board",),
            contest_text=passage(POST, "official results"),
        ),
        figure(
            passage(POST, "turnout above 60 per cent"),
            "turnout",
            "60",
            "%",
            comparator=">",
            status="official",
        ),
        figure(
            passage(RADIO, "30 or more of the 61 seats"),
            "seats",
            "30",
            "seats",
            subject="harbour-party",
            comparator=">=",
            status="party-claim",
            claimed_by=("harbour-party",),
            note="of 61",
        ),
    )


def _quotes() -> tuple[Quote, ...]:
    def quote(at: Anchor, text: str, kind: str, *speakers: str, **others: object) -> Quote:
        words = replace(
            Quote(
                id=placed_id(at.article, "quote", at.start),
                evidence=(at,),
                origin="extracted",
                rule="words, cue, speaker",
                article=at.article,
                type=kind,  # type: ignore[arg-type]
                text=next(t for t in TEXTS.values() if article_id(t) == at.article)[
                    at.start : at.end
                ],
                speakers=speakers,
                content=(at,),
            ),
            **others,  # type: ignore[arg-type]
        )
        assert words.text == text
        return words

    tuesday = day("2022-05-10", passage(GAZETTE, "Tuesday"))
    wednesday = day("2022-05-11", passage(POST, "Wednesday"))
    stolen = passage(GAZETTE, "the vote of May 8 in the river town\nof Brodica was stolen")
    theft = passage(GAZETTE, "a theft in broad daylight")
    square = passage(GAZETTE, "We will not leave the square")
    records = passage(GAZETTE, "We have time, and we have the records.")
    wrong = passage(GAZETTE, "any wrongdoing")
    again = passage(GAZETTE, "Count again")
    heading = passage(POST, "The count was clean")
    clean = passage(POST, "the count was\nclean")
    proven = passage(POST, "no complaint had been proven")
    box = passage(POST, "Not one box was opened")
    lights = passage(RADIO, "They can switch off the lights, but they cannot switch off the town.")
    clean_id = placed_id(POST_ID, "quote", clean.start)
    return (
        quote(
            stolen,
            "the vote of May 8 in the river town\nof Brodica was stolen",
            "indirect",
            "clean-hands",
            speaker_text=passage(GAZETTE, "Clean Hands"),
            cue=passage(GAZETTE, "said"),
            said=tuesday,
            topics=("election theft",),
        ),
        quote(
            theft,
            "a theft in broad daylight",
            "mixed",
            "milena-zarkovic",
            speaker_text=passage(GAZETTE, "Milena Žarković"),
            cue=passage(GAZETTE, "called"),
            content=(passage(GAZETTE, "it “a theft in broad daylight”"),),
            topics=("election theft",),
        ),
        quote(
            square,
            "We will not leave the square",
            "direct",
            "milena-zarkovic",
            speaker_text=passage(GAZETTE, "Žarković", 2),
            cue=passage(GAZETTE, "said", 2),
            topics=("protest",),
        ),
        quote(
            records,
            "We have time, and we have the records.",
            "direct",
            "milena-zarkovic",
            rule="goes on after its cue",
            continues=placed_id(GAZETTE_ID, "quote", square.start),
            sure=0.9,
        ),
        quote(
            wrong,
            "any wrongdoing",
            "indirect",
            "djordje-ciric",
            speaker_text=passage(GAZETTE, "Ćirić", 2),
            cue=passage(GAZETTE, "denied"),
        ),
        quote(again, "Count again", "sign", topics=("protest",)),
        quote(
            heading,
            "The count was clean",
            "direct",
            "djordje-ciric",
            speaker_text=passage(POST, "Ćirić"),
            said=wednesday,
            repeats=clean_id,
        ),
        quote(
            clean,
            "the count was\nclean",
            "mixed",
            "djordje-ciric",
            "officials-of-the-electoral-board",
            speaker_text=passage(
                POST,
                "The mayor of Brodica, Djordje Ciric, and officials of the Electoral Board",
            ),
            cue=passage(POST, "said"),
            said=wednesday,
        ),
        quote(
            proven,
            "no complaint had been proven",
            "indirect",
            "djordje-ciric",
            "officials-of-the-electoral-board",
            cue=passage(POST, "said"),
            said=wednesday,
        ),
        quote(
            box,
            "Not one box was opened",
            "direct",
            "djordje-ciric",
            speaker_text=passage(POST, "he"),
            cue=passage(POST, "told"),
            said=wednesday,
        ),
        quote(
            lights,
            "They can switch off the lights, but they cannot switch off the town.",
            "direct",
            "milena-zarkovic",
            origin="curated",
            rule="the next line of the transcript names her",
            topics=("protest",),
        ),
    )


def _disagreements() -> tuple[Disagreement, ...]:
    def disagreement(
        id: str, about: str, sort: str, *sides: Side, **others: object
    ) -> Disagreement:
        told = [telling for side in sides for telling in side.told]
        made = Disagreement(
            id=id,
            evidence=tuple(telling.passage for telling in told),
            origin="extracted",
            rule="one name in two spellings",
            about=about,
            type=sort,  # type: ignore[arg-type]
            sides=sides,
            actors=tuple(dict.fromkeys(each for telling in told for each in telling.speakers)),
        )
        return replace(made, **others)  # type: ignore[arg-type]

    shares = passage(GAZETTE, "48.2% of the vote"), passage(POST, "47.9% of\nvalid votes")
    theft = passage(GAZETTE, "a theft in broad daylight")
    stolen = passage(GAZETTE, "the vote of May 8 in the river town\nof Brodica was stolen")
    clean, denied = passage(POST, "the count was\nclean"), passage(GAZETTE, "denied any wrongdoing")
    return (
        disagreement(
            "d-8hj2kw",
            "Harbour Party, vote share, Brodica municipal election, 2022",
            "value",
            Side("48.2 %", (AttributedPassage(shares[0]),)),
            Side("47.9 %", (AttributedPassage(shares[1], ("electoral-board",)),)),
            items=tuple(placed_id(each.article, "figure", each.start) for each in shares),
            explained_by="status",
            note="one is preliminary, the other official",
            rule="figures for one thing that differ",
            actors=("harbour-party", "electoral-board"),
        ),
        disagreement(
            "was-the-count-clean",
            "Was the count clean?",
            "account",
            Side(
                "clean",
                (
                    AttributedPassage(clean, ("djordje-ciric", "officials-of-the-electoral-board")),
                    AttributedPassage(denied, ("djordje-ciric",)),
                ),
            ),
            Side(
                "stolen",
                (
                    AttributedPassage(stolen, ("clean-hands",)),
                    AttributedPassage(theft, ("milena-zarkovic",)),
                ),
            ),
            items=(
                placed_id(POST_ID, "quote", clean.start),
                placed_id(GAZETTE_ID, "quote", theft.start),
            ),
            origin="curated",
            rule="the two words for it have nothing in common",
        ),
    )


def sample_corpus() -> Corpus:
    """Three invented articles with their records, all hand-made."""
    return Corpus(
        articles=_articles(),
        actors=_actors(),
        contests=_contests(),
        events=_events(),
        figures=_figures(),
        quotes=_quotes(),
        disagreements=_disagreements(),
        texts={article_id(text): text for text in TEXTS.values()},
    )


HOSTILE = "[He] said [/x] [@click=app.quit]now[/] \x1b[31mred\x1b]0;t\x07 \x9b2J \u202eright\u2069"
"""Words that act on a terminal or on a markup parser unless they are shown literally."""


def hostile_corpus() -> Corpus:
    """One article whose every word, name and title is hostile, in every kind of record."""
    text = f"{HOSTILE}\n\nHe said: “{HOSTILE}”, 5 per cent.\n"
    whole = passage(text, HOSTILE, 2)
    article = article_id(text)
    when = When("2022-05-08", "stated", whole, HOSTILE, "2022-05-08", "2022-05-08")
    common = {"evidence": (whole,), "origin": "curated", "rule": HOSTILE}
    return Corpus(
        articles=(
            Article(
                id=article,
                file=f"{HOSTILE.replace('/', '-')}.txt",
                sha256=digest(text),
                title=HOSTILE,
                publisher=HOSTILE,
                agency=HOSTILE,
                author=HOSTILE,
                language="en",
                published=when,
                characters=len(text),
                **common,  # type: ignore[arg-type]
            ),
        ),
        actors=(
            Actor(
                id="he",
                name=HOSTILE,
                type="person",
                also_known_as=(HOSTILE,),
                described_as=(Description(HOSTILE, whole),),
                mentions=(whole,),
                related=(Relation(HOSTILE, "he"),),
                **common,  # type: ignore[arg-type]
            ),
        ),
        contests=(
            Contest(
                id="vote",
                name=HOSTILE,
                date=when,
                place=HOSTILE,
                seats_total=5,
                seats_basis=HOSTILE,
                **common,  # type: ignore[arg-type]
            ),
        ),
        events=(
            Event(
                id=placed_id(article, "event", 0),
                title=HOSTILE,
                when=when,
                place=HOSTILE,
                actors=("he",),
                **common,  # type: ignore[arg-type]
            ),
        ),
        figures=(
            Figure(
                id=placed_id(article, "figure", 0),
                contest="vote",
                subject="he",
                measure="vote_share",
                value="5",
                unit="%",
                base=HOSTILE,
                note=HOSTILE,
                contest_text=whole,
                **common,  # type: ignore[arg-type]
            ),
        ),
        quotes=(
            Quote(
                id=placed_id(article, "quote", whole.start),
                article=article,
                type="direct",
                text=HOSTILE,
                speakers=("he",),
                speaker_text=whole,
                cue=whole,
                content=(whole,),
                said=when,
                topics=(HOSTILE,),
                note=HOSTILE,
                **common,  # type: ignore[arg-type]
            ),
        ),
        disagreements=(
            Disagreement(
                id="differing",
                about=HOSTILE,
                type="account",
                items=("he",),
                note=HOSTILE,
                sides=(
                    Side(HOSTILE, (AttributedPassage(whole, ("he",)),)),
                    Side(HOSTILE, (AttributedPassage(whole),)),
                ),
                actors=("he",),
                **common,  # type: ignore[arg-type]
            ),
        ),
        texts={article: text},
    )
