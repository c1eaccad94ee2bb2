"""Actors against the key: their names, types, and what links them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.extract.gold_key import GoldKey, Table, bare
from tests.extract.matching.parts import Outcome, absent, judged, one_of
from tui.corpus import Corpus
from tui.model import Actor


def outcomes(key: GoldKey, corpus: Corpus) -> Iterator[Outcome]:
    known: set[str] = set()
    for entry in key.actors:
        found = [actor for actor in corpus.actors if actor.id in key.ids(entry["id"])]
        known.update(key.ids(entry["id"]))
        if not found:
            yield absent("actor", "", entry["id"], entry)
            continue
        own = next((actor for actor in found if actor.id == entry["id"]), found[0])
        yield judged("actor", "", entry["id"], _actor_faults(key, entry, own, corpus))
    for actor in corpus.actors:
        if actor.id not in known:
            forms = ", ".join(sorted({corpus.words(mention) for mention in actor.mentions}))
            yield Outcome("actor", "", actor.id, "unexpected", (f"{actor.type}, as {forms}",))


def _actor_faults(key: GoldKey, entry: Table, actor: Actor, corpus: Corpus) -> Iterator[str]:
    yield from one_of(entry, "type", actor.type)
    if entry.get("unnamed"):
        return
    yield from one_of(entry, "name", actor.name)
    surely, perhaps = _forms(key, entry)
    known = {_folded(form) for form in (entry["name"], *entry["aliases"])}
    found = {_folded(form): form for form in (actor.name, *actor.also_known_as)}
    for form in sorted((known - found.keys()) - (perhaps - surely) - {_folded(entry["name"])}):
        yield f"also_known_as: lacks {form!r}"
    for form in sorted(found.keys() - known - surely - perhaps):
        yield f"also_known_as: {found[form]!r} is no name of it"
    present = {each.id for each in corpus.actors}
    for other in entry.get("related", []):
        if key.ids(other) & present and not key.ids(other) & _linked(corpus, actor.id):
            yield f"related: lacks {other!r}"


def _folded(form: str) -> str:
    return bare(form).casefold()


def _forms(key: GoldKey, entry: Table) -> tuple[set[str], set[str]]:
    """The forms under which the articles surely name an actor, and those that may be read so."""
    surely: set[str] = set()
    perhaps: set[str] = set()
    for article in key.articles:
        for mention in article.of("mention"):
            if entry["id"] in (mention["actor"], *mention.get("accept_actor", [])):
                forms = (mention["words"], *mention.get("accept_words", []))
                (surely if mention["count"] else perhaps).update(map(_folded, forms))
    return surely, perhaps


def _linked(corpus: Corpus, actor_id: str) -> set[str]:
    """The actors that one link, in either direction, or two lead to."""
    near: dict[str, set[str]] = {}
    for actor in corpus.actors:
        for relation in actor.related:
            near.setdefault(actor.id, set()).add(relation.actor)
            near.setdefault(relation.actor, set()).add(actor.id)
    first = near.get(actor_id, set())
    return first.union(*(near[other] for other in first))
