"""News of an invented country, as many articles as one likes, for measuring.

    python -m tests.bench.newsroom FOLDER ARTICLES

An article has about as many characters as one of the wires (4,600), a headline, a date, and
paragraphs of plain prose, reported and quoted speech, happenings and figures, of these rather
more than the news has. A few people
are in the news every day and most only once, so that new names keep coming however many
articles there are. The same number always gives the same article, and those of a smaller
folder are in every larger one.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

LENGTH = 4_600
"""Characters of an article, about."""

FIRST = (
    "Ana Boris Cvijeta Dana Eva Filip Goran Hana Ivan Jelena Kosta Lena Marko Nina Oto Petra"
    " Radovan Sanja Tamara Uroš Vera Zoran Milica Đorđe"
).split()
SYLLABLES = (
    "ba ber bo da de dra go ha ja ki ko la le lo ma me mi na no pa ra ri sa so ta vo".split()
)
ENDINGS = "vić ić ski nov ček mer nd rić lin son".split()
TOWNS = (
    "Novigrad Brodna Lipova Kamenik Sutjeska Radovo Zelengora Belica Mostine Trnava Ostrog"
    " Drenova Vrelo Jablan Krupina Studen"
).split()
COLOURS = "Blue Green Democratic National Civic Free New United Social Liberal Rural".split()
BODIES = "Party Alliance Movement Union Coalition Front League".split()
ROLES = (
    "the mayor of {town}|the opposition leader|a spokesman for the interior ministry|the prime"
    " minister|an analyst at the Institute for Elections|the head of the election commission|a"
    " lawmaker for the {party}|the deputy chairwoman of the {party}|a professor of law"
).split("|")
TITLES = "President Minister Judge Dr. Professor Mayor General".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CAUSES = (
    "the vote was stolen|the ballots had been counted twice|the lists of voters were never shown|"
    "no pressure was put on teachers|observers were kept out of the hall|the count was fair|the"
    " government must resign|turnout was the lowest since the war|buses brought voters from abroad|"
    "the court would hear every complaint|the budget leaves nothing for the villages|the road to"
    " the border stays closed"
).split("|")
SAID = "said told reporters|said|added|warned|insisted|argued|replied|claimed".split("|")
CLAIMS = "said alleged denied claimed confirmed insisted acknowledged".split()
DID = (
    "rallied in the square of {town}|met the envoys of the neighbouring states|marched to the"
    " ministry|opened a new hospital in {town}|signed the agreement on water|blocked the bridge"
    " at {town}|voted on the budget"
).split("|")
PROSE = (
    "The street was quiet again by the evening, and the cafés around the station filled slowly.",
    "It is not clear how long the arrangement can last, or who will pay for it.",
    "Few of the villages along the river have a school, and the nearest doctor is an hour away.",
    "The old quarter, which has been rebuilt since the fire, looks down on the harbour.",
    "Much depends on the harvest, as it always has in this part of the country.",
    "Neither side has shown the documents on which it relies, though both speak of them often.",
    "The dispute over the dam has divided families here for longer than most can remember.",
    "A light rain fell on those who waited, and the queue grew all the same.",
    "{name} grew up in {town}, where the mine is the only employer worth the name.",
    "For {name} the spring is a test of patience as much as of strength.",
    "The office of {name} has two windows, a map of the valley and no telephone.",
    "Those who know {name} well speak of long evenings over maps and lists.",
    "In {town} the posters of the {party} hang beside those of its rivals.",
    "The {party} has been in power for most of the time that anybody here can vote.",
    "Nobody knows whether {name} and the {party} will find a common language.",
    "The hall in {town} is cold, the coffee is weak, and the lists are long.",
    "Between {town} and the border there is one road, and it is a bad one.",
    "What {name} wants is less clear than what {name} does not want.",
)


class _Writer:
    """One article's chances, and who is in it."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number)
        self.day = date(2021, 1, 4) + timedelta(days=number * 7919 % 1500)
        self.town = self._one(TOWNS)
        self.people = [self._person() for _ in range(self.chance.randint(3, 6))]
        self.parties = [self._party() for _ in range(2)]
        self.introduced: set[str] = set()

    def _one(self, choices: list[str] | tuple[str, ...]) -> str:
        return self.chance.choice(choices)

    def _rank(self) -> int:
        """Small for somebody often in the news, of any size for the others."""
        return int(self.chance.paretovariate(0.7) * 8)

    def _person(self) -> str:
        who = random.Random(f"person {self._rank()}")
        last = "".join(who.choices(SYLLABLES, k=who.randint(1, 3))) + who.choice(ENDINGS)
        return f"{who.choice(FIRST)} {last.title()}"

    def _party(self) -> str:
        which = random.Random(f"party {self._rank() % 400}")
        return f"{which.choice(COLOURS)} {which.choice(SYLLABLES).title()}na {which.choice(BODIES)}"

    def name(self) -> str:
        """Somebody, in full and with what they are at first, then by surname."""
        person = self._one(self.people)
        if person in self.introduced:
            return person.split()[1]
        self.introduced.add(person)
        if self.chance.random() < 0.4:
            return f"{self._one(TITLES)} {person}"
        role = self._one(ROLES).format(town=self.town, party=self._one(self.parties))
        return f"{person}, {role},"

    def direct(self) -> str:
        cause, more = self.chance.sample(CAUSES, 2)
        cause = cause[0].upper() + cause[1:]
        verb = self._one(SAID)
        match self.chance.randrange(4):
            case 0:
                return f"“{cause},” {self.name()} {verb}. “And {more}.”"
            case 1:
                return f"“{cause},” {verb.removesuffix(' reporters')} {self.name()}."
            case 2:
                return f"{self.name()} {verb} on {self._one(WEEKDAYS)}: “{cause}, and {more}.”"
        return f'"{cause}, but {more}," {self.name().rstrip(",")} {verb} on {self._one(WEEKDAYS)}.'

    def indirect(self) -> str:
        match self.chance.randrange(4):
            case 0:
                return f"{self.name()} {self._one(CLAIMS)} that {self._one(CAUSES)}."
            case 1:
                return f"According to {self.name().rstrip(',')}, {self._one(CAUSES)}."
            case 2:
                return f"The {self._one(self.parties)} accused the government of “staging a play”."
        return f"He also {self._one(CLAIMS)} that {self._one(CAUSES)}, and called it a “disgrace”."

    def happening(self) -> str:
        did = self._one(DID).format(town=self._one(TOWNS))
        when = (self.day - timedelta(days=self.chance.randint(1, 900))).strftime("%B %-d, %Y")
        match self.chance.randrange(4):
            case 0:
                return f"Supporters of the {self._one(self.parties)} {did} on {when}."
            case 1:
                return f"Last {self._one(['week', 'month', 'year'])} {self.name()} {did}."
            case 2:
                return f"On {self._one(WEEKDAYS)}, thousands {did} after the vote of {when}."
        return f"The {self._one(self.parties)} plans to protest again next {self._one(WEEKDAYS)}."

    def figure(self) -> str:
        party, other = self.parties
        share = self.chance.randint(11, 590) / 10
        match self.chance.randrange(5):
            case 0:
                return f"The {party} won {share} percent of the votes, ahead of the {other}."
            case 1:
                return f"Some {self.chance.randint(2, 90)},000 people rallied in {self.town}."
            case 2:
                return f"Turnout was {share + 30:.1f} per cent, the election commission said."
            case 3:
                return f"The {other} took {self.chance.randint(5, 120)} of the 250 seats."
        some, of = self.chance.randint(2, 900), self.chance.randint(901, 8000)
        return f"About {some} of {of:,} polling stations reported irregularities."

    def prose(self) -> str:
        told = self._one(PROSE)
        if "{" not in told:
            return told
        party, town = self._one(self.parties), self._one(TOWNS)
        return told.format(name=self.name().rstrip(","), party=party, town=town)

    def article(self) -> str:
        says: tuple[Callable[[], str], ...] = (self.direct, self.indirect, self.happening)
        others: tuple[Callable[[], str], ...] = (self.figure, self.prose)
        weights = (20, 13, 4, 2, 61)
        head = f"{self.town} {self._one(('Vote', 'Count', 'Protest', 'Court'))} Divides the"
        pieces = [
            f"{head} {self._one(self.parties)}\n",
            f"{self._person()} | {self.day.day:02}.{self.day.month:02}.{self.day.year}\n",
        ]
        length = sum(map(len, pieces))
        while length < LENGTH:
            told = self.chance.choices([*says, *others], weights, k=self.chance.randint(1, 4))
            pieces.append(" ".join(tell() for tell in told) + "\n")
            length += len(pieces[-1]) + 1
        return "\n".join(pieces)


def article(number: int) -> str:
    """The text of an article."""
    return _Writer(number).article()


def publish(folder: Path, articles: int) -> None:
    """Write so many articles into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(articles):
        (folder / f"{number:06}.txt").write_bytes(article(number).encode())


if __name__ == "__main__":
    publish(Path(sys.argv[1]), int(sys.argv[2]))
