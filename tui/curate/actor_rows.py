"""The rows of the actors of a corpus: of each all that its articles say of it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from tui.curate.entries import ActorEntry, Curation
from tui.curate.merge import MergedExtractions, once, proof
from tui.digests import slug
from tui.model import Actor, Relation
from tui.tables.codec import as_json
from tui.tables.columns import Row
from tui.tables.line_cache import Memory
from tui.tables.record_buffers import RecordBuffer


def actor_rows(curation: Curation, found: MergedExtractions, memory: Memory) -> Iterator[bytes]:
    """The rows of the actors, of all that the articles say of each, in the order of the names.
    Before each stands what is asked of all of them, and a tab. No record is made for that: whoever
    is named everywhere has thousands of passages."""
    entries = {entry.id: entry for entry in curation.actors}
    names = {id: name for id, (name, _) in found.of_actor.items()}
    # An actor that a curated event or correction names needs a record to lead to, whether
    # or not a rule found its name.
    names.update(
        (id, each.name) for id, each in entries.items() if id in found.named | names.keys()
    )
    links = _links(curation, names.keys())
    for id in sorted(names, key=lambda id: (slug(names[id]), id)):
        numbers, curated = found.of_actor.get(id, ("", ()))[1], (entries.get(id), links.get(id, ()))
        said = chain((b"actor", repr((id, *curated)).encode()), map(found.actors.told, numbers))
        yield memory.bytes_of(said, partial(_packed, id, found.actors, numbers, *curated))


def _packed(
    id: str,
    buffer: RecordBuffer[Actor],
    numbers: Iterable[int],
    entry: ActorEntry | None,
    links: Iterable[Relation],
) -> bytes:
    row = _actor(id, [*map(buffer.row, numbers)], entry, links)
    asked = ("id", "origin", "name", "type", "also_known_as")
    head = {field: row[field] for field in asked if field in row}
    proved = [each.article for each in proof(entry.proof)] if entry else []
    head |= {"mentions": row.get("mentions", ())[:1], "proof": proved}
    return as_json(head) + b"\t" + as_json(row)


def _links(curation: Curation, present: Container[str]) -> dict[str, list[Relation]]:
    """Every actor's links to others that there are, those that lead back among them."""
    links: dict[str, list[Relation]] = {}
    for entry in curation.actors:
        for (relation, other), inverse, _ in entry.related:
            if entry.id in present and other in present:
                links.setdefault(entry.id, []).append(Relation(relation, other))
                if inverse:
                    links.setdefault(other, []).append(Relation(inverse, entry.id))
    return links


def _actor(id: str, said: list[Row], entry: ActorEntry | None, links: Iterable[Relation]) -> Row:
    def every(field: str) -> list[Any]:
        return [each for row in said for each in row.get(field, ())]

    name = entry.name if entry else said[0]["name"]
    forms = [form for row in said for form in (row["name"], *row.get("also_known_as", ()))]
    evidence = every("evidence")
    if entry:
        forms.extend(entry.aliases)
        evidence.extend(proof(entry.proof))
    may_be_none = {
        "also_known_as": tuple(form for form in once(forms) if form != name),
        "described_as": once((text, tuple(at)) for text, at in every("described_as")),
        "mentions": once(map(tuple, every("mentions"))),
        "related": once(map(tuple, [*every("related"), *links])),
    }
    return {
        "id": id,
        "evidence": once(map(tuple, evidence)),
        "origin": "curated" if entry else said[0]["origin"],
        "rule": entry.why if entry else said[0]["rule"],
        "name": name,
        "type": entry.type if entry else said[0]["type"],
        **{field: found for field, found in may_be_none.items() if found},
    }
