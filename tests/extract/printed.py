"""Tables of examples: a text, and below it what is found in it, a line a record.

In the files a line with ``#`` says what those below it are about, one with ``>`` is an example,
and one with ``=`` is a text that stands before each of the examples below it (of times the day
on which they appear). ``¶`` stands for an empty line and ``↵`` for the end of a line; in whole
articles a line with ``+`` is the next paragraph of the example above it.
``{one|another}`` makes several examples that are alike, and ``{}`` in what is found is the first
of these that was chosen. ``python -m tests.extract.rewriting`` writes them anew, for a rule that
was meant to change.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.extract.reading_of import KNOWN
from tests.extract.samples_of_votes import ACTORS, CONTESTS
from tui import dates
from tui.extract import pipeline as article
from tui.extract.languages.en import times
from tui.extract.languages.en.figures import numbers
from tui.extract.languages.en.furniture import FURNITURE
from tui.extract.stages import metadata
from tui.extract.text.document import Document, Paragraph, lines, sentences_in
from tui.model import UNKNOWN, Anchor, Extraction, Hints, KnownActor, When

VOTES = Hints(
    actors=tuple(
        KnownActor(actor, name, kind, tuple(each for each, same, _ in ACTORS if same == actor))
        for name, actor, kind in ACTORS
        if len(name) > 2
    ),
    contests=CONTESTS,
)
"""Parties and elections that a file knows."""
ALL_KNOWN = Hints(actors=KNOWN.actors + VOTES.actors, contests=CONTESTS)
HERE = Path(__file__).parent / "examples"
CHOICE = re.compile(r"\{([^{}]+)\}")
NEXT = "\n+ "


@dataclass
class Example:
    """A text as its file has it, what stands before it, and what is to be found in it."""

    text: str
    given: str
    found: list[str] = field(default_factory=list)

    def made(self) -> Iterator[tuple[str, list[str]]]:
        """The texts that it stands for, each with what is to be found in it."""
        for text, chosen in _chosen(self.text):
            found = [line.replace("{}", chosen) for line in self.found]
            text = text.replace(NEXT, "\n\n").replace("¶", "\n\n").replace("↵", "\n")
            yield text, found


def _chosen(text: str) -> Iterator[tuple[str, str]]:
    choice = CHOICE.search(text)
    if choice is None:
        yield text, ""
        return
    for each in choice[1].split("|"):
        for whole, _ in _chosen(text[: choice.start()] + each + text[choice.end() :]):
            yield whole, each


@dataclass
class Section:
    """The examples of one thing, and what that is."""

    about: str
    examples: list[Example] = field(default_factory=list)


def lines_of(name: str) -> list[str]:
    """The lines of a file, the paragraphs of an article together as one."""
    text = (HERE / f"{name}.txt").read_text("utf-8").removesuffix("\n")
    return re.split(rf"\n(?!{re.escape(NEXT[1:])})", text)


def sections(name: str) -> list[Section]:
    """The sections of a file, in its order."""
    made: list[Section] = []
    given = ""
    for line in lines_of(name):
        sign, text = line[:2], line[2:]
        if sign == "# ":
            made.append(Section(text))
        elif sign == "= ":
            given = text
        elif sign == "> ":
            made[-1].examples.append(Example(text, given))
        elif line:
            made[-1].examples[-1].found.append(line)
    return made


class Printed:
    """What was found in a text that stands behind another, a line a record."""

    def __init__(self, text: str, given: str = "", known: Hints = KNOWN) -> None:
        self.given = f"{given} " if given else ""
        self.whole = self.given + text
        self.known = known
        self.reading: Extraction = article.read("invented.txt", self.whole, known)

    def words(self, anchor: Anchor | None) -> str:
        """The words of a passage in one line, a dash where there is none."""
        return " ".join(self.whole[anchor.start : anchor.end].split()) if anchor else "–"

    def mine(self, anchor: Anchor) -> bool:
        """Whether a passage stands in the text itself, not in what is given before it."""
        return anchor.end > len(self.given)

    def when(self, when: When) -> str:
        """A date as the words have it, and what it is."""
        if not when.edtf and when.expression is None:
            return ""
        note = f" ({when.note})" if when.note else ""
        return f" | {self.words(when.expression)} = {when.edtf or '?'} {when.basis}{note}"

    def quotes(self) -> Iterator[str]:
        """The rule | the words | who says them by what words, how sure, by what rule | the cue,
        and what else is not as most quotes have it: how it is meant if not as a statement."""
        document, about = metadata.read(self.whole, FURNITURE)
        heard = article._Article("invented.txt", self.whole, self.known)._heard(document, about, ())
        rules = [found.speaker.rule or "–" for found in heard.said.found]
        reported = [(each.start, each.end, each.stance) for each in heard.said.reported]
        both = zip(self.reading.quotes, rules, strict=True)
        told = [(quote, rule) for quote, rule in both if self.mine(quote.evidence[0])]
        ids = [quote.id for quote, _ in told]
        for quote, rule in told:
            said = quote.text.replace("\n", "↵")
            content = " + ".join(self.words(span) for span in quote.content)
            who = ", ".join(quote.speakers) or "nobody"
            at = quote.content[0].start
            stance = next((how for start, end, how in reported if start <= at < end), "no words")
            yield "".join(
                [
                    f"{quote.rule} | {said} | {self.words(quote.speaker_text)} = {who}",
                    f" {quote.sure} {rule} | {self.words(quote.cue)}",
                    f" | all of it: {content}" if content != said else "",
                    f" | {stance}" if stance != "statement" else "",
                    f" | {quote.type}" if not quote.rule.startswith(quote.type) else "",
                    self.when(quote.said),
                    f" | goes on from {ids.index(quote.continues) + 1}" if quote.continues else "",
                    f" | as {ids.index(quote.repeats) + 1}" if quote.repeats else "",
                ]
            )

    def turns(self) -> Iterator[str]:
        """Who says each turn | the words | the turn that it answers."""
        said = [quote for quote in self.reading.quotes if quote.type == "turn"]
        ids = [quote.id for quote in said]
        for turn in said:
            who = ", ".join(turn.speakers) or "nobody"
            answers = f" | answers {ids.index(turn.answers) + 1}" if turn.answers else ""
            yield f"{who} | {' '.join(turn.text.split())}{answers}"

    def figures(self) -> Iterator[str]:
        """The words | what is counted | whose | in which contest, named how | when, by whom."""
        for figure in self.reading.figures:
            if not self.mine(figure.evidence[0]):
                continue
            counted = f"{figure.measure} {figure.comparator} {figure.value} {figure.unit}"
            base = f" of {figure.base}" if figure.base else ""
            yield "".join(
                [
                    f"{self.words(figure.evidence[0])} | {counted}{base} | {figure.rule}",
                    f" | {figure.status}" if figure.status != "unknown" else "",
                    f" | of {figure.subject}" if figure.subject else "",
                    f" | in {figure.contest}" if figure.contest else "",
                    f" “{self.words(figure.contest_text)}”" if figure.contest_text else "",
                    f" | part {figure.part}" if figure.part else "",
                    self.when(figure.as_of),
                    f" | says {', '.join(figure.claimed_by)}" if figure.claimed_by else "",
                    f" | {figure.note}" if figure.note else "",
                ]
            )

    def contests(self) -> Iterator[str]:
        """The id of each | its name, its place | its date | where it is named."""
        for contest in self.reading.contests:
            named = [self.words(each) for each in contest.evidence if self.mine(each)]
            if named:
                yield (
                    f"{contest.id} {contest.rule} | {contest.name} | {contest.place or '–'}"
                    f"{self.when(contest.date)} | {' + '.join(named)}"
                )

    def events(self) -> Iterator[str]:
        """The title | how it stands, by what rule | with whom, where, when, who says so."""
        for event in self.reading.events:
            told = [self.words(each) for each in event.evidence if self.mine(each)]
            if not told:
                continue
            yield "".join(
                [
                    f"{event.title} | {event.status} {event.rule} | {' + '.join(told)}",
                    f" | with {', '.join(event.actors)}" if event.actors else "",
                    f" | in {event.place}" if event.place else "",
                    self.when(event.when),
                    f" | says {', '.join(event.claimed_by)}" if event.claimed_by else "",
                ]
            )

    def actors(self) -> Iterator[str]:
        """The id and type of each, by what rule | its mentions | its other names | what it is
        called."""
        for actor in self.reading.actors:
            mentions = [self.words(each) for each in actor.mentions if self.mine(each)]
            if not mentions:
                continue
            yield "".join(
                [
                    f"{actor.id} {actor.type} {actor.rule} | {' + '.join(mentions)}",
                    f" | also {', '.join(actor.also_known_as)}" if actor.also_known_as else "",
                    f" | called {' + '.join(each.text for each in actor.described_as)}"
                    if actor.described_as
                    else "",
                ]
            )


def quotes(text: str, given: str) -> list[str]:
    """What is said in a text behind another, and who says it."""
    return list(Printed(text, given).quotes())


def turns_of(text: str, given: str) -> list[str]:
    """The turns of an interview or a debate."""
    return list(Printed(text, given, Hints()).turns())


def times_of(text: str, published: str) -> list[str]:
    """The words of each time | what they are | how they are meant, by what rule | what else."""
    document = Document(
        text, tuple(Paragraph(each.start, each.end, "body") for each in lines(text))
    )
    when = UNKNOWN if published == "unknown" else dates.when(published, "stated")
    return [
        f"{text[each.start : each.end]} | {each.edtf or '?'} {each.basis} | {each.role} {each.rule}"
        + (f" | {each.note}" if each.note else "")
        for each in times.find(document, when)
    ]


def numbers_of(text: str, _given: str) -> list[str]:
    """The words of each number | how exactly, what, in what unit | its own words, its form."""
    return [
        f"{text[each.start : each.end]} | {each.comparator} {each.value} {each.unit}".rstrip()
        + f" | {text[each.at : each.stop]} {each.form} {each.link}".rstrip()
        for each in numbers.find(text, 0, len(text))
    ]


def results_of(text: str, given: str) -> list[str]:
    """What is counted in a report whose parties and elections are in no file."""
    return list(Printed(text, given.replace("¶", "\n\n"), Hints()).figures())


def tables_of(text: str, _given: str) -> list[str]:
    """What a page with a table counts: the words | what, how much | whose | where | in which
    contest, how settled, who says so. Then whom it names, and of what kind each is."""
    printed = Printed(text, known=Hints())
    found = [
        f"{printed.words(each.evidence[0])} | {each.measure} {each.value}"
        + (f" | of {each.subject}" if each.subject else "")
        + (f" | part {each.part}" if each.part else "")
        + (f" | in {each.contest}" if each.contest else "")
        + (f" | {each.status}" if each.status != "unknown" else "")
        + (f" | says {', '.join(each.claimed_by)}" if each.claimed_by else "")
        for each in printed.reading.figures
    ]
    return [*found, *(f"{each.id} {each.type}" for each in printed.reading.actors)]


def figures_of(text: str, given: str) -> list[str]:
    """What is counted in a text behind another, and whose it is."""
    return list(Printed(text, given, VOTES).figures())


def contests_of(text: str, given: str) -> list[str]:
    """Which elections a text behind another speaks of."""
    return list(Printed(text, given, VOTES).contests())


def events_of(text: str, given: str) -> list[str]:
    """What happens in a text behind another."""
    return list(Printed(text, given).events())


def actors_of(text: str, given: str) -> list[str]:
    """Who is named in a text behind another."""
    return list(Printed(text, given).actors())


def report_of(text: str, _given: str) -> list[str]:
    """The role of each paragraph and its words, then what the text says about itself, and the
    record of the article as far as that is made of it."""
    document, about = metadata.read(text, FURNITURE)
    found = [f"{each.role} | {text[each.start : each.end]!r}" for each in document.paragraphs]
    record = article.read("invented.txt", text).article
    day = record.published
    told = {
        "spoken": "yes" if about.spoken else "",
        "its agency": record.agency and about.agency and text[slice(*about.agency[0])],
        "its name": record.agency,
        "its outlet": record.publisher,
        "its title": record.title,
        "its author": record.author,
        "its language": record.language,
        "its day": day.edtf
        and day.expression
        and f"{text[slice(*day.expression[1:])]} = {day.edtf}",
    }
    found += [f"{name} | {words}" for name, words in told.items() if words]
    passages = " + ".join(text[each.start : each.end] for each in record.evidence)
    return [*found, f"{record.rule} | {passages}".strip()]


def facts_of(text: str, given: str) -> list[str]:
    """What a page tells of itself: its headline, who wrote it, for whom, and when. The report that
    stands before the examples is what stands in each where it says so."""
    page = text.replace("[report]", given.replace("¶", "\n\n"))
    told = article.read("invented.txt", page).article
    facts = {
        "title": told.title,
        "author": told.author,
        "outlet": told.publisher,
        "agency": told.agency,
        "day": told.published.edtf,
    }
    return [f"{name} | {words}" for name, words in facts.items() if words]


def all_of(text: str, _given: str) -> list[str]:
    """Everything that is found in a whole article, each line with the kind of the record."""
    printed = Printed(text, known=ALL_KNOWN)
    quotes = [
        line + (f" | on {', '.join(quote.topics)}" if quote.topics else "")
        for line, quote in zip(printed.quotes(), printed.reading.quotes, strict=True)
    ]
    kinds = {
        "part": (textwrap.shorten(line, 70, placeholder=" …") for line in report_of(text, "")),
        "quote": quotes,
        "event": printed.events(),
        "figure": printed.figures(),
        "contest": printed.contests(),
        "actor": printed.actors(),
    }
    return [f"{kind}: {line}" for kind, found in kinds.items() for line in found]


def sentences_of(text: str, _given: str) -> list[str]:
    """Its sentences."""
    return [text[each.start : each.end] for each in sentences_in(text, 0, len(text))]
