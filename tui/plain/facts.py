"""What a record says, a fact a line: a label and words that can be understood alone.

The first fact is the record's kind with its name or words, the last one its id.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tui.charts.results import majorities, measures_of
from tui.charts.shares import SHARES, between, shares
from tui.corpus import Corpus
from tui.dates import readable
from tui.figure_comparison import (
    Comparison,
    Preferred,
    Thing,
    chosen,
    compared,
    ground,
    grouped,
    subject_key,
    value_of,
)
from tui.model import (
    Actor,
    Anchor,
    Article,
    Contest,
    Disagreement,
    Event,
    Figure,
    Quote,
    Record,
    When,
)
from tui.plausibility import of_contest
from tui.seats import house, majority
from tui.terminal_text import one_line
from tui.wording import (
    BASIS_WORDS,
    DIFFERENCES,
    EXPLANATIONS,
    ITSELF,
    NOT_REPORTED,
    QUOTE_WORDS,
    SPOKEN,
    STATUS_WORDS,
    dagger,
    figure_source,
    measure_words,
    said_as,
    source_name,
    speakers_words,
    status_words,
    value_words,
)

NOT_FROM_HERE = "not from these sources"
FOUND = ("quote", "event", "figure", "contest", "actor")
"""The kinds of records that are found in articles."""


class Fact(NamedTuple):
    """A label, and what it says."""

    label: str
    words: str

    @property
    def line(self) -> str:
        """The fact as a line without a line feed and without a character that acts."""
        return f"{self.label}: {one_line(self.words)}"


def facts(corpus: Corpus, record: Record) -> Iterator[Fact]:
    """Everything that the tab of a record shows of it."""
    match record:
        case Event():
            yield from _event(corpus, record)
        case Actor():
            yield from _actor(corpus, record)
        case Contest():
            yield from _contest(corpus, record)
        case Figure():
            yield from _figure(corpus, record)
        case Quote():
            yield from _quote(corpus, record)
        case Article():
            yield from _article(corpus, record)
        case Disagreement():
            yield from _disagreement(corpus, record)
    yield from _added(corpus, record)
    if not isinstance(record, Disagreement):
        for other in corpus.disputing(record.id):
            yield Fact("disagreement", f"{other.about} [{other.id}]")
    yield Fact("id", record.id)


def _event(corpus: Corpus, event: Event) -> Iterator[Fact]:
    yield Fact("event", event.title)
    yield from _when(corpus, "when", event.when)
    yield Fact("status", STATUS_WORDS.get(event.status, event.status))
    yield from _each("claimed by", map(corpus.name, event.claimed_by))
    yield from _each("where", filter(None, (event.place,)))
    yield from _each("who", map(corpus.name, event.actors))
    yield from _passages(corpus, event.evidence)


def _actor(corpus: Corpus, actor: Actor) -> Iterator[Fact]:
    yield Fact("actor", actor.name)
    yield Fact("type", actor.type)
    sources = len({anchor.article for anchor in actor.mentions})
    of = f"in {sources:,} of {_counted(len(corpus.whole.articles), 'article')}"
    yield Fact("named", f"{_counted(len(actor.mentions), 'time')} {of}")
    for kind in ("quote", "event", "figure"):
        if number := len(corpus.about_actor(actor.id, kind)):
            yield Fact(f"{kind}s", f"{number:,}")
    yield from _each("also known as", actor.also_known_as)
    described = (
        f"“{' '.join(each.text.split())}”, {_source(corpus, each.anchor.article)}"
        for each in actor.described_as
    )
    yield from _each("described as", dict.fromkeys(described))
    for relation, other in actor.related:
        yield Fact("related", f"{relation} {corpus.name(other)}")


def _contest(corpus: Corpus, contest: Contest) -> Iterator[Fact]:
    yield Fact("contest", contest.name)
    yield from _when(corpus, "held", contest.date)
    yield from _each("where", filter(None, (contest.place,)))
    if contest.seats_total is None:
        yield Fact("seats", NOT_REPORTED)
    else:
        known = NOT_FROM_HERE if dagger(contest) else contest.seats_basis
        counts = f"{contest.seats_total:,}, majority {majority(contest.seats_total):,}"
        yield Fact("seats", f"{counts}{known and f', {known}'}")
    figures = corpus.of_contest(contest.id)
    if not figures:
        yield Fact("figures", NOT_REPORTED)
    for measure in measures_of(figures):
        if left := _unreported(corpus, contest, measure):
            yield Fact(f"{measure_words(measure)}, {NOT_REPORTED}", left)
    yield from _each("doubtful", (doubt.why for doubt in of_contest(corpus, contest)))
    counted = house(corpus, contest)
    if counted.benches:
        yield from _each("majority by arithmetic", majorities(corpus, counted))


def _unreported(corpus: Corpus, contest: Contest, measure: str) -> str:
    """How much of a contest nobody reports."""
    if measure in SHARES:
        left = shares(corpus, contest, measure)
        about = "about " if left.about else ""
        return f"{about}{left.rest.normalize():f} %" if left.shares and left.rest > 0 else ""
    free = house(corpus, contest).unreported if measure == "seats" else None
    return f"{between(free.least, free.most)}, whoever holds them" if free and free.most else ""


def _figure(corpus: Corpus, figure: Figure) -> Iterator[Fact]:
    words = f"“{one_line(corpus.words(figure.evidence[0]))}”" if figure.evidence else ""
    of = corpus.name(figure.subject) if figure.subject else words
    what = ", ".join(filter(None, (of, measure_words(figure.measure))))
    yield Fact("figure", f"{what}: {value_words(figure, SPOKEN)}")
    if figure.contest:
        yield Fact("contest", corpus.name(figure.contest))
    yield from _each("part", filter(None, (figure.part,)))
    yield Fact("status", status_words(figure) or NOT_REPORTED)
    yield from _each("base", filter(None, (figure.base,)))
    yield from _each("claimed by", map(corpus.name, figure.claimed_by))
    if figure.withdrawn:
        yield Fact("withdrawn", "by the source itself")
    if figure.as_of.known:
        yield from _when(corpus, "as of", figure.as_of)
    yield from _each("note", filter(None, (figure.note,)))
    yield from _chosen(corpus, figure)
    yield from _passages(corpus, figure.evidence)


_of_corpus: dict[int, Mapping[Thing, Preferred]] = {}


def _choices(corpus: Corpus) -> Mapping[Thing, Preferred]:
    """For all that figures are about, the one that is drawn: worked out once for a corpus, of
    whose figures each would otherwise be compared with every other."""
    if id(corpus) not in _of_corpus:
        groups = grouped(corpus.figures).items()
        _of_corpus[id(corpus)] = {
            about: choice for about, group in groups if (choice := chosen(group, corpus))
        }
        weakref.finalize(corpus, _of_corpus.pop, id(corpus), None)
    return _of_corpus[id(corpus)]


def _chosen(corpus: Corpus, figure: Figure) -> Iterator[Fact]:
    """Which of several figures for the same is drawn, and how this one differs from it."""
    about = subject_key(figure)
    choice = _choices(corpus.whole).get(about) if about else None
    if choice is None or not choice.others or value_of(figure) is None:
        return
    if choice.figure.id == figure.id:
        why = ground(choice, corpus)
        yield Fact("in charts", f"this one of {len(choice.others) + 1:,}{why and f', {why}'}")
        return
    found = compared(figure, choice.figure, corpus)
    drawn = f"{value_words(choice.figure, SPOKEN)}, {figure_source(corpus, choice.figure)}"
    yield Fact("in charts", f"another one: {drawn}")
    if found is not None:
        yield Fact("difference", _difference(found))


def _difference(found: Comparison) -> str:
    if found.sign == "=":
        return "none, the same value"
    why = ": ".join(filter(None, (found.explained_by, found.why)))
    return f"explained by {why}" if found.sign == "~" else f"not explained: {why}"


def _quote(corpus: Corpus, quote: Quote) -> Iterator[Fact]:
    before, behind = said_as(corpus.whole, quote)
    # "Vučić denied: …", and "Vučić: “…”" where no verb belongs to the words.
    speakers = speakers_words(corpus, quote) + (" " if before[:1].isalpha() else ": ")
    yield Fact("quote", f"{speakers}{before}{quote.text}{behind}")
    yield Fact("type", QUOTE_WORDS.get(quote.type, quote.type))
    yield from _when(corpus, "said", quote.said)
    yield Fact("source", _source(corpus, quote.article))
    yield from _each("topic", quote.topics)
    for label, other in (
        ("answers", quote.answers),
        ("continues", quote.continues),
        ("repeats", quote.repeats),
    ):
        if other:
            yield Fact(label, other)
    yield from _each("note", filter(None, (quote.note,)))


def _article(corpus: Corpus, article: Article) -> Iterator[Fact]:
    yield Fact("article", article.title)
    yield from _when(corpus, "published", article.published)
    yield Fact("publisher", article.publisher or NOT_REPORTED)
    yield from _each("agency", filter(None, (article.agency,)))
    yield from _each("author", filter(None, (article.author,)))
    yield from _each("language", filter(None, (article.language,)))
    if article.copy_of:
        yield Fact("version of", f"{corpus.name(article.copy_of)} [{article.copy_of}]")
    yield Fact("file", article.path)
    yield from _each("address", filter(None, (article.url,)))
    for kind in FOUND:
        yield Fact(f"{kind}s", f"{len(corpus.in_article(article.id, kind)):,}")


def _disagreement(corpus: Corpus, record: Disagreement) -> Iterator[Fact]:
    yield Fact("disagreement", record.about)
    yield Fact("type", DIFFERENCES[record.type])
    if record.explained_by:
        yield Fact("explanation", EXPLANATIONS[record.explained_by])
    elif record.type in ("value", "account"):
        yield Fact("explained", "by nothing that these articles tell")
    yield from _each("note", filter(None, (record.note,)))
    for number, side in enumerate(record.sides, 1):
        yield Fact(f"side {number}", side.says)
        for passage, speakers in side.told:
            named = ", ".join(map(corpus.name, speakers)) or ITSELF
            words = f"“{corpus.words(passage)}”, {named}, {_source(corpus, passage.article)}"
            yield Fact(f"side {number} passage", words)


def _added(corpus: Corpus, record: Record) -> Iterator[Fact]:
    """What the reader has added to it."""
    noted = corpus.added.to(record.id)
    yield from _each("you", ("bookmarked",) if noted.bookmarked else ())
    if noted.state != "unchecked":
        yield Fact("you", noted.state)
    yield from _each("your tag", noted.tags)
    yield from _each("your note", (note.value for note in noted.notes))
    yield from _each("you corrected", (each.field for each in noted.corrections))


def _when(corpus: Corpus, label: str, when: When) -> Iterator[Fact]:
    """A date with what it stands on, and why it is not known where it is not."""
    if not when.known:
        yield Fact(label, ", ".join(filter(None, (NOT_REPORTED, when.note))))
        return
    # The dagger is told in words.
    ground, note = (each.removeprefix("† ") for each in (BASIS_WORDS[when.basis], when.note))
    words = f"from “{corpus.words(when.expression)}”" if when.expression else ""
    yield Fact(label, ", ".join(filter(None, (readable(when.edtf), ground, words, note))))


def _passages(corpus: Corpus, anchors: Iterable[Anchor]) -> Iterator[Fact]:
    found = [
        Fact("passage", f"“{corpus.words(anchor)}”, {_source(corpus, anchor.article)}")
        for anchor in dict.fromkeys(anchors)
    ]
    yield from found or [Fact("source", NOT_FROM_HERE)]


def _source(corpus: Corpus, article_id: str) -> str:
    """An article by the name that a list gives it, and its day."""
    article = corpus.article(article_id)
    day = readable(article.published.edtf) if article.published.known else "undated"
    return f"{source_name(article)}, {day}"


def _each(label: str, words: Iterable[str]) -> Iterator[Fact]:
    return (Fact(label, each) for each in words)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
