"""What a corpus comes to, a fact a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.charts.shares import between
from tui.corpus import Corpus
from tui.dates import readable
from tui.model import Disagreement, Record, When
from tui.overview import MentionedActor, Outcome, Overview, SideTold, overview, sides_of
from tui.plain.facts import NOT_FROM_HERE, Fact
from tui.wording import (
    DIFFERENCES,
    NOT_REPORTED,
    SPOKEN,
    counted,
    list_name,
    value_words,
)


def walk(corpus: Corpus) -> Iterator[str]:
    """The lines of the overview: how many of what there are, then each record that it is
    about behind an empty line, and last what nobody tells."""
    found = overview(corpus)
    kinds = ("article", "quote", "event", "figure", "disagreement")
    counts = [counted(len(corpus.of(kind)), kind) for kind in kinds if corpus.of(kind)]
    yield f"tab: overview, {', '.join(counts) or 'no articles here'}"
    if found.days:
        yield Fact("articles of", found.days).line
    for facts in _blocks(corpus, found):
        yield ""
        yield from (fact.line for fact in facts)


def _blocks(corpus: Corpus, found: Overview) -> Iterator[Iterable[Fact]]:
    for differing in found.disputed:
        yield _disputed(differing, sides_of(corpus, differing))
    for outcome in found.outcomes:
        yield _outcome(corpus, outcome)
    for named in (*found.people, *found.parties):
        yield _named(named)
    for article in found.reports:
        yield (
            Fact("article", article.title),
            Fact("source", article.publisher or article.agency or NOT_REPORTED),
            Fact("published", _date(article.published)),
            _id(article),
        )
    for source in found.sources:
        told = ", ".join(filter(None, (counted(source.reports, "article"), source.days)))
        yield (Fact("source", f"{source.name}, {told}"),)
    if found.lacking:
        yield (
            Fact("not known", f"{each.lacking:,} of {counted(each.of, each.by.kind)} {words}")
            for each in found.lacking
            if (words := each.by.describe(corpus))
        )


def _date(when: When) -> str:
    if not when.known:
        return NOT_REPORTED
    return readable(when.edtf) + (f", {NOT_FROM_HERE}" if when.basis == "curated" else "")


def _id(record: Record | MentionedActor) -> Fact:
    return Fact("id", record.id)


def _disputed(record: Disagreement, sides: list[SideTold]) -> Iterator[Fact]:
    yield Fact("disagreement", record.about)
    yield Fact("between", DIFFERENCES[record.type])
    for side in sides:
        yield Fact(
            "side", f"{side.says}: {', '.join(side.who)}, in {counted(side.reports, 'report')}"
        )
    yield _id(record)


def _outcome(corpus: Corpus, outcome: Outcome) -> Iterator[Fact]:
    contest, shares, seats = outcome
    yield Fact("contest", contest.name)
    yield Fact("held", _date(contest.date))
    for share in shares.shares:
        figure = share.choice.figure
        name = corpus.name(figure.subject or "")
        told = {"≠": ", others differ unexplained", "~": ", others differ"}
        differs = told.get(share.sign(corpus), "")
        value = value_words(figure, SPOKEN)
        yield Fact("share of the vote", f"{name}, {value}{differs} [{figure.id}]")
    if shares.shares and shares.rest > 0:
        about = "about " if shares.about else ""
        yield Fact(f"share of the vote, {NOT_REPORTED}", f"{about}{shares.rest.normalize():f} %")
    for bench in seats.benches:
        yield Fact("seats", f"{list_name(corpus, bench.key)}, {between(bench.least, bench.most)}")
    if seats.benches and (free := seats.unreported).most:
        yield Fact(f"seats, {NOT_REPORTED}", between(free.least, free.most))
    if seats.needed is not None and seats.benches:
        yield Fact("majority", f"{seats.needed:,} of {seats.seats:,} seats")
    yield _id(contest)


def _named(named: MentionedActor) -> Iterator[Fact]:
    yield Fact("actor", f"{named.name}, {named.type}")
    yield Fact("named", counted(named.named, "time"))
    yield Fact("quotes", f"{named.quotes:,}")
    yield _id(named)
