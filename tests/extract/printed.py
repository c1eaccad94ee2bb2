"""Tables of examples: a text, and below it what is found in it, a line a record.

In the files a line with ``#`` says what those below it are about, one with ``>`` is an example,
and one with ``=`` is a text that stands before each of the examples below it (of times the day
on which they appear). ``¶`` stands for an empty line and ``↵`` for the end of a line.
``{one|another}`` makes several examples that are alike, and ``{}`` in what is found is the first
of these that was chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.extract.reading_of import KNOWN
from tui import dates
from tui.extract import article, times
from tui.extract.layout import Layout, Paragraph, lines
from tui.model import Anchor, Reading, When

HERE = Path(__file__).parent / "examples"
CHOICE = re.compile(r"\{([^{}]+)\}")


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
            yield text.replace("¶", "\n\n").replace("↵", "\n"), found


def _chosen(text: str) -> Iterator[tuple[str, str]]:
    choice = CHOICE.search(text)
    if choice is None:
        yield text, ""
        return
    for each in choice[1].split("|"):
        for whole, _ in _chosen(text[: choice.start()] + each + text[choice.end() :]):
            yield whole, each


def examples(name: str) -> list[Example]:
    """The examples of a file, in its order."""
    made: list[Example] = []
    given = ""
    for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines():
        sign, text = line[:2], line[2:]
        if sign == "= ":
            given = text
        elif sign == "> ":
            made.append(Example(text, given))
        elif line and not line.startswith("#"):
            made[-1].found.append(line)
    return made


class Printed:
    """What was found in a text that stands behind another, a line a record."""

    def __init__(self, text: str, given: str = "") -> None:
        self.given = f"{given} " if given else ""
        self.whole = self.given + text
        self.reading: Reading = article.read("invented.txt", self.whole, KNOWN)

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
        """The rule | the words | who says them, by what words, how sure | the cue | what else."""
        told = [quote for quote in self.reading.quotes if self.mine(quote.evidence[0])]
        ids = [quote.id for quote in told]
        for quote in told:
            said = quote.text.replace("\n", "↵")
            content = " + ".join(self.words(span) for span in quote.content)
            who = ", ".join(quote.speakers) or "nobody"
            yield "".join(
                [
                    f"{quote.rule} | {said} | {self.words(quote.speaker_text)} = {who}",
                    f" {quote.sure} | {self.words(quote.cue)}",
                    f" | all of it: {content}" if content != said else "",
                    self.when(quote.said),
                    f" | goes on from {ids.index(quote.continues) + 1}" if quote.continues else "",
                    f" | as {ids.index(quote.repeats) + 1}" if quote.repeats else "",
                ]
            )


def quotes(text: str, given: str) -> list[str]:
    """What is said in a text behind another, and who says it."""
    return list(Printed(text, given).quotes())


def times_of(text: str, published: str) -> list[str]:
    """The words of each time | what they are | how they are meant, by what rule | what else."""
    layout = Layout(text, tuple(Paragraph(each.start, each.end, "body") for each in lines(text)))
    when = dates.when(published, "stated") if published else dates.when("", "unknown")
    return [
        f"{text[each.start : each.end]} | {each.edtf or '?'} {each.basis} | {each.role} {each.rule}"
        + (f" | {each.note}" if each.note else "")
        for each in times.find(layout, when)
    ]
