"""Contests against the key."""

from __future__ import annotations

from collections.abc import Iterator

from tests.extract.gold_key import GoldKey, Table
from tests.extract.matching.parts import Outcome, absent, date_faults, judged, one_of
from tui.corpus import Corpus
from tui.model import Contest


def outcomes(key: GoldKey, corpus: Corpus) -> Iterator[Outcome]:
    for entry in key.contests:
        contest = next((each for each in corpus.contests if each.id == entry["key"]), None)
        if contest is None:
            yield absent("contest", "", entry["key"], entry)
        else:
            hints = _contest_hints(key, entry, contest)
            yield judged("contest", "", entry["key"], _contest_faults(entry, contest), hints)
    expected = {entry["key"] for entry in key.contests}
    for contest in corpus.contests:
        if contest.id not in expected:
            yield Outcome("contest", "", contest.id, "unexpected", (contest.name,))


def _contest_faults(entry: Table, contest: Contest) -> Iterator[str]:
    yield from date_faults("date", [entry["date"]], contest.date)
    yield from one_of(entry, "place", contest.place)
    if contest.seats_total != entry.get("seats_total"):
        yield f"seats_total: {contest.seats_total}, not {entry.get('seats_total')}"
    if (contest.seats_basis or "unknown") != entry["seats_basis"]:
        yield f"seats_basis: {contest.seats_basis!r}, not {entry['seats_basis']!r}"


def _contest_hints(key: GoldKey, entry: Table, contest: Contest) -> Iterator[str]:
    told = {anchor.article for anchor in contest.evidence}
    for article in key.articles:
        if (article.number in entry["articles"]) != (article.id in told):
            verb = "is" if article.id in told else "is not"
            yield f"{article.number} {verb} among its sources"
    if contest.name != entry["name"]:
        yield f"name: {contest.name!r}, not {entry['name']!r}"
