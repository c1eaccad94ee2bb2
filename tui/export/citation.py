"""A record as one quotes it: the words, whose they are, when, and where they stand.

What no source reports is said to be so; it is not left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.corpus import Corpus
from tui.dates import readable
from tui.model import (
    Actor,
    Anchor,
    Article,
    AttributedPassage,
    Contest,
    Disagreement,
    Event,
    Figure,
    Quote,
    Record,
    When,
)
from tui.terminal_text import one_line
from tui.wording import SPOKEN, part_words, said_as

NOT_REPORTED = "not reported"

_GROUNDS = {
    "curated": " († not from these sources)",
    "inferred": " (inferred from another article)",
}
"""What has to be said of a date that its own article does not give."""


def citation(corpus: Corpus, record: Record) -> str:
    """A few lines, without any character that acts, that end with the record's id."""
    parts = [*_claim(corpus, record)]
    sources = dict.fromkeys(anchor.article for anchor in record.evidence)
    if isinstance(record, Article):
        sources = {record.id: None}
    parts.extend(f"{source(corpus, each)}. {where(corpus, each)}" for each in sources)
    if not sources:
        parts.append("† not from these sources")
    return "\n".join([*(one_line(part) for part in parts), f"[{one_line(record.id)}]"])


def source(corpus: Corpus, article_id: str) -> str:
    """An article by its title, its publisher and its day."""
    article = corpus.article(article_id)
    publishers = dict.fromkeys(name for name in (article.publisher, article.agency) if name)
    publisher = " / ".join(publishers) or f"publisher {NOT_REPORTED}"
    return f"{article.title}. {publisher}, {_day(article.published, 'published')}"


def where(corpus: Corpus, article_id: str) -> str:
    """Where an article can be read: its address, else its file."""
    article = corpus.article(article_id)
    return article.url or article.file


def _claim(corpus: Corpus, record: Record) -> Iterator[str]:
    """What the record says, and what it is about."""
    match record:
        case Quote():
            before, behind = said_as(corpus, record)
            yield f"{before}{record.text}{behind}"
            speakers = ", ".join(corpus.name(each) for each in record.speakers)
            if not speakers and record.speaker_text:
                speakers = f"“{corpus.words(record.speaker_text)}”"
            speaker = speakers or ("a sign" if record.type == "sign" else f"speaker {NOT_REPORTED}")
            reported = " (reported speech)" if record.type == "indirect" else ""
            yield f"— {speaker}{reported}, {_day(record.said, 'said')}"
            if record.type == "indirect" and record.evidence:
                # What nobody has said in these words comes with those that the article has.
                yield f"The article: “{sentence(corpus, record.evidence[0])}”"
        case Event():
            yield record.title
            claimants = " and ".join(map(corpus.name, record.claimed_by))
            claimed = f", by {claimants}" if claimants else ""
            yield f"{record.status}{claimed}, {_day(record.when, 'dated')}"
            yield from _passages(corpus, record)
        case Figure():
            yield figure_in_words(corpus, record)
            yield from _passages(corpus, record)
        case Actor():
            yield f"{record.name} ({record.type})"
            yield from _passages(corpus, record)
        case Disagreement():
            yield f"{record.about} ({record.type})"
            for side in record.sides:
                yield f"{side.says}: {'; '.join(_told(corpus, each) for each in side.told)}"
            if record.note:
                yield f"Note: {one_line(record.note)}"
        case Contest():
            yield f"{record.name}, {_day(record.date, 'dated')}"
            yield from _passages(corpus, record)


_ENDS = re.compile(r"[.!?…]+[”\"’»)\]]*(?=\s)|\n\s*\n")


def sentence(corpus: Corpus, anchor: Anchor) -> str:
    """The sentence of its article in which a passage stands, on one line."""
    text = corpus.texts[anchor.article]
    begin = max((e.end() for e in _ENDS.finditer(text, 0, anchor.start + 1)), default=0)
    end = _ENDS.search(text, max(anchor.start, anchor.end - 1))
    return one_line(text[begin : end.end() if end else len(text)])


def figure_in_words(corpus: Corpus, figure: Figure) -> str:
    """A number with all that tells what it is a number of."""
    unit = figure.unit if figure.unit == "%" else f" {figure.unit}"
    parts = [f"{SPOKEN[figure.comparator]}{figure.value}{unit.rstrip()}"]
    if figure.subject:
        parts.append(corpus.name(figure.subject))
    if figure.measure != figure.unit:
        parts.append(figure.measure.replace("_", " "))
    if figure.contest:
        parts.append(corpus.name(figure.contest))
    if figure.part:
        parts.append(part_words(figure))
    parts.append(figure.status if figure.status != "unknown" else f"status {NOT_REPORTED}")
    if figure.base:
        parts.append(f"of {figure.base}")
    if figure.claimed_by:
        claimants = " and ".join(map(corpus.name, figure.claimed_by))
        parts.append(f"according to {claimants}")
    return ", ".join(parts)


def _told(corpus: Corpus, telling: AttributedPassage) -> str:
    """A passage and who is speaking in it."""
    named = ", ".join(corpus.name(each) for each in telling.speakers)
    return f"“{corpus.words(telling.passage)}”" + (f" ({named})" if named else "")


def _passages(corpus: Corpus, record: Record) -> Iterator[str]:
    for anchor in dict.fromkeys(record.evidence):
        yield f"“{corpus.words(anchor)}”"


def _day(when: When, what: str) -> str:
    """When it was: "said Tue 10 May 2022", "day not reported"."""
    if not when.known:
        return f"day {NOT_REPORTED}"
    return f"{what} {readable(when.edtf)}{_GROUNDS.get(when.basis, '')}"
