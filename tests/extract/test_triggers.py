"""The words that a rule cannot do without: what it finds with them alone, it finds anyway.

A rule is read only where one of its words stands. Were one left out, the rule would find
nothing there and no other test need fail; so each is read here everywhere as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from tests.extract.gold_key import SEEDS
from tui.extract import pipeline as article
from tui.extract.findings import Mention, Reported, TimeMention
from tui.extract.languages.en import cues
from tui.extract.languages.en.attribution import cue_finder
from tui.extract.languages.en.contests import phrases
from tui.extract.languages.en.events import detection as finding
from tui.extract.languages.en.events.rules import RULES as EVENT_RULES
from tui.extract.languages.en.events.rules import EventRule as EventRule
from tui.extract.languages.en.figures import statuses, words
from tui.extract.languages.en.figures.parts import Counting
from tui.extract.languages.en.figures.words import MEASURE_OF_THING
from tui.extract.languages.en.furniture import FURNITURE
from tui.extract.languages.en.times.rules import NUMERALS
from tui.extract.languages.en.times.rules import RULES as TIME_RULES
from tui.extract.languages.en.times.rules import TimeRule as TimeRule
from tui.extract.stages import metadata, quotes
from tui.extract.text.document import Document, around
from tui.model import Event, Figure, Quote

ARTICLES = {path.name: path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))}

TIMES = {
    "iso-date": "Posted 2023-12-21 by the editor.",
    "numeric-date": "Posted 21.12.2023 by the editor.",
    "month-day": "They met on Dec. 17, 2023. Novak came on Sunday, March 3.",
    "day-month": "They met on 17 December 2023 and on the 3rd of March.",
    "season-year": "They met in the autumn of 2022 and in spring 2023.",
    "month-year": "They met in late November 2022 and in Sept. 2023.",
    "weekdays": "They met from Monday to Wednesday.",
    "weekday": "They met last Thursday, and again on Friday.",
    "quarter": "It rose in the first quarter of 1989 and in 1990's second half.",
    "season": "They met last fall and meet this winter.",
    "weekend": "They met last weekend.",
    "holiday": "They met on Christmas Eve and on Easter Monday, 1994.",
    "day-word": "They met yesterday, today and the day before.",
    "unit": "They met last month, this week and at the end of the year.",
    "part-of-unit": "They meet at the end of the year, later in the month, or by year-end.",
    "ago": "They met three weeks ago.",
    "some-time-ago": "They met years ago.",
    "in-a-row": "They met for nine days in a row.",
    "consecutive": "They met for the third consecutive day.",
    "elsewhere": "They met two days after the vote.",
    "past-length": "They met in the past three weeks.",
    "length": "They met for two weeks.",
    "length-before-noun": "They kept a two-week strike.",
    "anniversary": "They marked the sixth anniversary of the fire.",
    "election-day": "They met on election day.",
    "decade": "They met in the 1990s.",
    "ordinal-day": "They met on the 17th.",
    "month": "They met in May and again last December.",
    "years": "They met from 2012 to 2014.",
    "year": "They met in 2014.",
}
"""For every rule for times a sentence in which it finds something."""

EVENTS = {
    "dated": "Ivan Kos arrived in Novigrad on 3 May 2024.",
    "held": "A rally was held in Novigrad.",
    "called": "Kos called on miners to march through Novigrad on 3 May 2024.",
    "announced": "Ivan Kos announced a lawsuit.",
    "intended": "Ivan Kos vowed to resign.",
    "added": "Ivan Kos stormed the hall, injuring Ana Simic.",
    "doings": "Ivan Kos complied with the ruling.",
    "accused": "Ana Simic accused Ivan Kos of rigging the vote.",
    "said_of": "Ivan Kos is said to have beaten a miner.",
    "hearsay": "Ivan Kos allegedly paid the miners.",
    "attempts": "Protesters tried to break into the town hall.",
    "named_attempts": "Ana Simic denounced an attempt by the mayor to bribe voters.",
    "telling_verbs": "Police arrested Ivan Kos. Two men were held after the rally.",
    "claimed": "Ana Simic says the mayor bribed voters.",
    "demands": "Ana Simic demanded that the elections be annulled.",
    "arranged": "The court is to hear the appeal.",
    "deadlines": "The court must rule by 3 May 2024.",
    "upcoming": "The party will skip the upcoming election.",
    "going_on": "An investigation is under way.",
    "victims": "The crowd mourned the killing of Ivan Kos.",
    "told_to": "Ana Simic told a rally in Zadar that the vote was rigged.",
    "lasting": "The miners have been on hunger strike for a week.",
    "there_was": "There were clashes outside the town hall.",
    "accused_of": "Ana Simic accused Ivan Kos of fraud.",
    "forced": "The collapse forced the mayor to resign.",
    "asked_for": "Ana Simic called for a wider road.",
    "spoken": "In an address to the crowd, Ana Simic said the vote was rigged.",
}
"""For every rule for events a sentence in which it finds something."""

CUES = {
    "finite": "Ana Simic said that the count was fair.",
    "participle": "Ana Simic left, saying that the count was fair.",
    "infinitive": "Voters rallied in Novigrad to demand the annulment of the count.",
    "passive": "The count was described by Ana Simic as fair.",
    "according": "The count was fair, according to Ana Simic.",
    "noun": "The hall was full amid claims that the count was false.",
    "went": "Ana Simic went on to say that the count was fair.",
    "goes": "Ana Simic goes on to say that the count is fair.",
    "point": "Voters point out that the count was fair.",
    "points": "Ana Simic points out that the count was fair.",
    "pointed": "Ana Simic pointed out that the count was fair.",
    "pointing": "Ana Simic left, pointing out that the count was fair.",
    "made": "Ana Simic made clear that the count was fair.",
    "makes": "Ana Simic makes clear that the count was fair.",
    "put": "Ana Simic put it this way: “The count was fair.”",
    "puts": "Ana Simic puts it this way: “The count was fair.”",
    "rule": "The Greens rule out a pact with the mayor.",
    "rules": "Ana Simic rules out a pact with the mayor.",
    "ruled": "Ana Simic ruled out a pact with the mayor.",
    "ruling": "Ana Simic left, ruling out a pact with the mayor.",
    "shot": "“The count was fair,” Ana Simic shot back.",
    "shoots": "“The count was fair,” Ana Simic shoots back.",
    "fired": "“The count was fair,” Ana Simic fired back.",
    "fires": "“The count was fair,” Ana Simic fires back.",
    "hit": "“The count was fair,” Ana Simic hit back.",
    "hits": "“The count was fair,” Ana Simic hits back.",
    "chimed": "“The count was fair,” Ana Simic chimed in.",
    "chimes": "“The count was fair,” Ana Simic chimes in.",
    "refers": "Ana Simic refers to the count as “a farce from first to last”.",
    "referred": "Ana Simic referred to the count as “a farce from first to last”.",
    "referring": "Ana Simic left, referring to the count as “a farce from first to last”.",
    "speaks": "Ana Simic speaks of “a farce from first to last”.",
    "spoke": "Ana Simic spoke of “a farce from first to last”.",
    "spoken": "Ana Simic has spoken of “a farce from first to last”.",
    "speaking": "Ana Simic left, speaking of “a farce from first to last”.",
    "sums": "“The count was fair,” Ana Simic sums up.",
    "summed": "“The count was fair,” Ana Simic summed up.",
    "summing": "“The count was fair,” said Ana Simic, summing up.",
}
"""For every way that a cue may stand, and every word that is one with another, a sentence."""


def laid_out(text: str) -> Document:
    document, _ = metadata.read(text, FURNITURE)
    return document


class TestTheRulesForTimes:
    def test_have_an_example_each(self) -> None:
        assert set(TIMES) == {rule.name for rule in TIME_RULES}

    @pytest.mark.parametrize("rule", TIME_RULES, ids=lambda rule: rule.name)
    def test_find_in_its_example_what_the_pattern_matches(self, rule: TimeRule) -> None:
        assert self.near_its_words(rule, TIMES[rule.name]) != []

    @pytest.mark.parametrize("rule", TIME_RULES, ids=lambda rule: rule.name)
    def test_find_near_their_words_all_that_they_match(self, rule: TimeRule) -> None:
        for text in [*TIMES.values(), *EVENTS.values(), *ARTICLES.values()]:
            everywhere = [match.span() for match in rule.pattern.finditer(text)]
            assert self.near_its_words(rule, text) == everywhere, text[:80]

    def near_its_words(self, rule: TimeRule, text: str) -> list[tuple[int, int]]:
        document = laid_out(text)
        anchors = document.numerals if rule.anchors is NUMERALS else document.anchors(rule.anchors)
        anchors = rule.tried_at(text, anchors)
        matches = around(rule.pattern, text, anchors, rule.back, ahead=rule.ahead)
        return [match.span() for match in matches]


Told = Callable[
    [Document, Sequence[TimeMention], Sequence[Mention], Mapping[int, Sequence[Reported]]],
    Iterator[tuple[int, list[EventRule]]],
]


class TestTheRulesForEvents:
    def test_have_an_example_each(self) -> None:
        assert set(EVENTS) == {rule.read.__name__ for rule in EVENT_RULES}

    @pytest.mark.parametrize("rule", EVENT_RULES, ids=lambda rule: rule.read.__name__)
    def test_find_something_in_its_example(
        self, rule: EventRule, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        only = self.where_its_words_are(rule)
        assert self.events(EVENTS[rule.read.__name__], only, monkeypatch) != ()

    @pytest.mark.parametrize("rule", EVENT_RULES, ids=lambda rule: rule.read.__name__)
    def test_find_where_their_words_are_all_that_they_find(
        self, rule: EventRule, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def everywhere(
            document: Document,
            times: Sequence[TimeMention],
            mentions: Sequence[Mention],
            reported: Mapping[int, Sequence[Reported]],
        ) -> Iterator[tuple[int, list[EventRule]]]:
            yield from ((number, [rule]) for number in range(len(document.sentences)))

        near = self.where_its_words_are(rule)
        for text in [*EVENTS.values(), *TIMES.values(), *ARTICLES.values()]:
            found = self.events(text, near, monkeypatch)
            assert found == self.events(text, everywhere, monkeypatch), text[:80]

    def where_its_words_are(self, rule: EventRule) -> Told:
        from tui.extract.languages.en.events.rules import told_of

        def told(
            document: Document,
            times: Sequence[TimeMention],
            mentions: Sequence[Mention],
            reported: Mapping[int, Sequence[Reported]],
        ) -> Iterator[tuple[int, list[EventRule]]]:
            for number, rules in told_of(document, times, mentions, reported):
                yield number, [each for each in rules if each is rule]

        return told

    def events(self, text: str, told: Told, monkeypatch: pytest.MonkeyPatch) -> Sequence[Event]:
        monkeypatch.setattr(finding, "told_of", told)
        return article.read("invented.txt", text).events


FIGURES = {
    "share": [
        f"In the election BL won 46{sign}." for sign in (" percent", " per cent", " pct", "%", "％")
    ],
    "turnout": ["Turn-out was two thirds.", "Half of the electorate had voted."],
    "counted": ["With half of the precincts reporting.", "A third of returns counted."],
    "seats": ["BL won 49 seats in the council.", "BL won 42 of 110 mandates in the council."],
    "votes": ["BL received 212,205 votes.", "They burnt 500 ballots."],
    "delegates": ["Kos has 200 delegates.", "Kos has 200 superdelegates."],
    "stations": [
        "It closed 30 polling stations, 40 voting booths, 50 polling places, 60 precincts."
    ],
    "countries": [
        "The bloc has 27 member states.",
        "It sold to 90 countries.",
        "It joins 50 nations.",
    ],
    "population": [
        "A population of 1.4 million.",
        "A city of 20,000 souls.",
        "It has 900 inhabitants.",
    ],
    "jobs": ["It cost 350,000 jobs.", "They gathered 20,000 signatures."],
    "crowds": [
        "Dozens rallied.",
        "Several hundred marched.",
        "A few dozen protested.",
        "A couple of thousand marched.",
        *(f"There came a {word} of 40,000." for word in ("crowd", "gathering", "group", "rally")),
        *(f"There were {word}s of 40,000." for word in ("crowd", "gathering", "audience", "group")),
        *(f"It was a {word} of 40,000." for word in ("protest", "demonstration", "turnout")),
        *(f"It {word} 40,000." for word in ("drew", "attracted", "gathered", "was attended by")),
    ],
    "peoples": [
        f"They saw 400 {word}." for word in ("Italians", "Americans", "Koreans", "Spaniards")
    ],
    "persons": [
        f"They saw 400 {word}."
        for word in [*words._PERSONS, "police officers", "asylum seekers", "New Yorkers"]
    ],
    "harm": [
        *(f"The police said that 46 were {word}." for word in ("detained", "arrested", "injured")),
        *(f"The toll is 17 {word}." for word in ("dead", "killed", "wounded")),
        *(f"There were 26 {word}." for word in ("arrests", "injuries", "deaths", "detentions")),
        "The police said that 41 are in custody, and 12 are held.",
        "The police said that 12 were hurt.",
    ],
    "chamber": [
        "The motion passed with 388 in favour.",
        "The motion passed with 388 in favor.",
        "The motion passed, 121 against.",
        "The motion passed, with 67 abstentions, 60 abstaining.",
    ],
    "things": [
        *(f"It counted 34 {noun} on Sunday." for noun in MEASURE_OF_THING),
    ],
    "money": ["It cost $40 million.", "It cost €90,000.", "It cost £30,000.", "4 million dinars."],
    "rank": ["In the election Kos came third."],
}
"""Sentences with figures, by what they count."""


class TestTheWordsOfFigures:
    @pytest.mark.parametrize("text", [each for texts in FIGURES.values() for each in texts])
    def test_stand_in_every_example(self, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
        found = self.figures(text)
        assert found
        monkeypatch.setattr(Counting, "counts", lambda *_: True)
        assert self.figures(text) == found

    def test_find_all_that_is_found_without_them(self, monkeypatch: pytest.MonkeyPatch) -> None:
        texts = [*ARTICLES.values(), *TIMES.values(), *EVENTS.values(), *CUES.values()]
        found = [self.figures(text) for text in texts]
        monkeypatch.setattr(Counting, "counts", lambda *_: True)
        assert [self.figures(text) for text in texts] == found

    def figures(self, text: str) -> tuple[Figure, ...]:
        return tuple(article.read("invented.txt", text).figures)


STATUSES = {
    "party-claim": "by its own count; according to their own parallel tally;"
    " the party’s own figures",
    "exit-poll": "exit poll; exit-polls; questioned voters outside the stations",
    "projection": "projection; projections; projected; projects; forecast; forecasts; predicted;"
    " in sample stations",
    "preliminary": "preliminary; provisional; unofficial; incomplete; partial results;"
    " partial count; early returns; first results; votes counted; ballot papers processed;"
    " initial count; precincts reporting; with half of stations in; districts counted; returns in;"
    " once 98% of ballot boxes were opened; as things stand; counted half of the votes;"
    " results from 80 percent of stations",
    "official": "every ballot counted; all the votes counted; the final protocol;"
    " the Electoral Tribunal had proclaimed; official results; official new figures;"
    " officially; final count; final tally; certified;"
    " according to the state election commission; according to electoral authorities",
    "estimate": "estimate; estimates; estimated; estimating; quick count; parallel count",
}
"""For every status all that tells it."""


class TestTheWordsOfStatuses:
    def test_stand_in_all_that_tells_one(self) -> None:
        assert set(STATUSES) == {name for name, *_ in statuses.STATUSES}
        for name, told in STATUSES.items():
            for each in told.split("; "):
                assert statuses.settled(each) == name, each


CONTESTS = [
    "The snap parliamentary, local and especially municipal elections in Novigrad were fair.",
    "Upper Novigrad’s 2016 Republican primary and the (early) mayoral run-offs were close.",
    "Kos won the U.S. Senate race, a City Council vote, by-elections and a first-round ballot.",
    "In New Novigrad 2016 presidential and provincial polls, a referendum and caucuses were held.",
    "The elections, the midterm elections and the upcoming re-run congressional votes.",
]


class TestThePhrasesOfContests:
    @pytest.mark.parametrize("text", [*CONTESTS, *ARTICLES.values()])
    def test_are_all_found_from_their_heads(self, text: str) -> None:
        document = laid_out(text)
        found, everywhere = list[str](), list[str]()
        for number, heads in document.by_sentence(document.anchors(phrases._HEAD_WORDS)):
            start, end, _ = document.sentences[number]
            found += [each[0] for each in phrases._phrases(text, heads, start, end)]
            everywhere += [each[0] for each in phrases._PHRASE.finditer(text, start, end)]
        assert found == everywhere != []


class _Everything(frozenset[str]):
    def __contains__(self, word: object) -> bool:
        return True


class TestTheCues:
    def test_have_an_example_for_each_word_that_needs_another(self) -> None:
        assert cues.PHRASES.keys() <= CUES.keys()

    @pytest.mark.parametrize("text", CUES.values(), ids=CUES.keys())
    def test_find_something_in_their_example(self, text: str) -> None:
        assert self.quotes(text) != ()

    @pytest.mark.parametrize("text", [*CUES.values(), *ARTICLES.values()])
    def test_begin_with_no_other_word(self, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
        found = self.quotes(text)
        monkeypatch.setattr(cue_finder, "CUE_WORDS", _Everything())
        monkeypatch.setattr(quotes._Reader, "_may_report", lambda *_: True)
        assert self.quotes(text) == found

    def test_are_looked_for_wherever_they_may_be_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        texts = [self.sentences(word) for word in sorted(cue_finder.CUE_WORDS)]
        found = [self.quotes(text) for text in texts]
        monkeypatch.setattr(quotes._Reader, "_may_report", lambda *_: True)
        for text, quoted in zip(texts, found, strict=True):
            assert self.quotes(text) == quoted, text

    def sentences(self, word: str) -> str:
        """A word as a cue: before what is said and behind it, as a participle and a noun."""
        second = cues.PHRASES[word].second if word in cues.PHRASES else ""
        verb = f"{word} {second}".strip()
        return (
            f"Ana Simic {verb} that the count was fair. “The count was fair,” Ana Simic {verb}."
            f" Voters left, {verb} the count was fair. Ivan Kos’s {verb} that it was fair helped."
        )

    def quotes(self, text: str) -> Sequence[Quote]:
        return article.read("invented.txt", text).quotes
