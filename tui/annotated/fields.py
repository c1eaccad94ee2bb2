"""The fields of a record that a reader can see to be wrong: what each says, and how what is
said instead is understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from tui.annotated.bare_words import bare
from tui.annotated.finding import find
from tui.annotated.splitting import CannotSplit, divided, names_in, spellings
from tui.annotation import SPLIT, Selector
from tui.corpus import Corpus
from tui.dates import when
from tui.ids import record_id
from tui.model import (
    ACTOR_TYPES,
    EVENT_STATUSES,
    FIGURE_STATUSES,
    QUOTE_TYPES,
    Actor,
    Anchor,
    Basis,
    Event,
    Figure,
    Quote,
    Record,
    When,
)
from tui.records import name_of

HIDE, MERGE = "hidden", "same as"
"""The fields of any record, and of an actor, that are in no record. ``SPLIT`` is one too."""

YES = "yes"


class CannotCorrect(Exception):
    """What is said instead is not to be understood, or does not fit; the message says why."""


class Field(NamedTuple):
    """A field: its name, the record's attribute, the kind of record that its values name ("" for
    none), the values that there are, where they are few, which part of the attribute it is,
    where it is not all of it, and what it tells."""

    name: str
    of: str
    names: str = ""
    choices: tuple[str, ...] = ()
    part: str = ""
    told: str = ""


NEW = ("quote", "event", "figure")
"""The kinds of records that words can be said to be."""

HIDDEN = Field(HIDE, "", choices=(YES,), told="yes leaves this record out of all lists")

BASIS = "basis"
BASIS_TOLD = "how its date is known: resolved from words, inferred, curated by hand"
GROUNDS: tuple[Basis, ...] = ("stated", "resolved", "inferred", "curated")
IN_WORDS: tuple[Basis, ...] = ("stated", "resolved")
"""What a date can be known by, and for which of these its article needs words."""

NAMELESS = ("speakers", "subject", "contest")
"""The attributes that name a record, and may name none."""

FIELDS: dict[str, tuple[Field, ...]] = {
    "quote": (
        Field("speaker", "speakers", "actor", told="who says it"),
        Field("kind", "type", choices=QUOTE_TYPES, told="in whose words it stands"),
        Field("date", "said", told="the day it was said on, as 2024-03-15 or 2024-03"),
        Field("words", "evidence", told="the passage, word for word"),
        Field(BASIS, "said", choices=GROUNDS, part="basis", told=BASIS_TOLD),
        HIDDEN,
    ),
    "figure": (
        Field("value", "value", told="the number"),
        Field("party", "subject", "actor", told="whose figure it is"),
        Field("measure", "measure", told="what is counted"),
        Field("part", "part", told="the voters it is of, in words; nothing where of all"),
        Field("contest", "contest", "contest", told="the election it belongs to"),
        Field("status", "status", choices=FIGURE_STATUSES, told="how final it is"),
        HIDDEN,
    ),
    "event": (
        Field("title", "title", told="what it is called"),
        Field("date", "when", told="its day, as 2024-03-15 or 2024-03"),
        Field("status", "status", choices=EVENT_STATUSES, told="whether it happened"),
        Field("place", "place", told="where it was"),
        Field(BASIS, "when", choices=GROUNDS, part="basis", told=BASIS_TOLD),
        HIDDEN,
    ),
    "article": (
        Field("title", "title", told="what it is called"),
        Field("date", "published", told="the day it appeared, as 2024-03-15"),
        Field("publisher", "publisher", told="the outlet"),
        Field("author", "author", told="who wrote it"),
        Field(BASIS, "published", choices=GROUNDS, part="basis", told=BASIS_TOLD),
    ),
    "actor": (
        Field(MERGE, "", "actor", told="another actor that this one is"),
        Field(SPLIT, "", told="the names under which this is another actor"),
        Field("name", "name", told="what it is called"),
        Field("type", "type", choices=ACTOR_TYPES, told="what it is"),
        HIDDEN,
    ),
    "contest": (HIDDEN,),
    "disagreement": (HIDDEN,),
}
"""The fields that can be corrected, by the kind of record."""


def field_of(record: Record, name: str) -> Field:
    """The field of a record that has a name, or begins so."""
    fields = FIELDS.get(record.kind, ())
    exact = [each for each in fields if each.name == name]
    begun = [each for each in fields if name and each.name.startswith(name)]
    if found := exact or begun:
        return found[0]
    known = ", ".join(each.name for each in fields)
    raise CannotCorrect(f"{record.kind}s have no field {name!r}; there are {known}")


def says(corpus: Corpus, record: Record, field: Field) -> str:
    """What a record says in a field, as it is kept: ids of actors, dates as EDTF."""
    if not field.of:
        return ""
    value = getattr(record, field.of)
    if field.of == "evidence":
        return corpus.words(value[0]) if value else ""
    if isinstance(value, When):
        return (value.basis if value.known else "") if field.part else value.edtf
    if isinstance(value, tuple):
        return ", ".join(value)
    return value or ""


def in_words(corpus: Corpus, field: Field, value: str) -> str:
    """A value as it is shown: names instead of ids."""
    if field.names:
        return ", ".join(corpus.name(each) for each in _parts(value))
    return value


def _parts(value: str) -> list[str]:
    return [part for each in value.split(",") if (part := each.strip())]


def understood(corpus: Corpus, record: Record, field: Field, typed: str) -> str:
    """What is typed as a value that is kept; CannotCorrect where it cannot be."""
    typed = typed.strip()
    if field.name == SPLIT:
        return _another(corpus, record, typed)
    if field.names:
        ids = [_called(corpus, field.names, each) for each in _parts(typed)]
        if field.name == MERGE and (len(ids) != 1 or ids[0] == record.id):
            raise CannotCorrect("an actor is the same as one other")
        if field.of not in ("speakers", "") and len(ids) > 1:
            raise CannotCorrect(f"{field.name}: one {field.names} at most")
        return ", ".join(ids)
    if field.choices and typed not in field.choices:
        raise CannotCorrect(f"{field.name}: one of {', '.join(field.choices)}")
    if field.of in ("title", "name", "value") and not typed:
        raise CannotCorrect(f"{field.name}: cannot be nothing")
    put(corpus, record, field, typed)
    return typed


def _another(corpus: Corpus, record: Record, typed: str) -> str:
    """Names under which an actor is another; CannotCorrect where it is not named so."""
    if not isinstance(record, Actor):
        raise CannotCorrect("only an actor can be two")
    try:
        divided(corpus, record, typed)
    except CannotSplit as reason:
        raise CannotCorrect(str(reason)) from reason
    return ", ".join(names_in(typed))


def values_for(corpus: Corpus, record: Record, field: Field) -> tuple[str, ...]:
    """The values that a field of a record can have, where they are few."""
    if field.name == SPLIT and isinstance(record, Actor):
        return spellings(corpus, record)
    return field.choices


def _called(corpus: Corpus, kind: str, typed: str) -> str:
    """The actor or contest that is meant by a name, the beginning of one, or an id."""
    there = corpus.whole.of(kind)
    wanted = bare(typed)
    if (known := corpus.whole.by_id.get(typed)) is not None and known.kind == kind:
        return known.id
    names = [(each, _names(each)) for each in there]
    exact = [each for each, names_of in names if wanted in names_of]
    words = wanted.split()
    begun = [
        each
        for each, names_of in names
        if any(
            all(any(part.startswith(w) for part in name.split()) for w in words)
            for name in names_of
        )
    ]
    found = exact or begun
    if len(found) == 1:
        return found[0].id
    if not found:
        raise CannotCorrect(f"no {kind} is called {typed!r}")
    several = ", ".join(each.id for each in found[:4])
    raise CannotCorrect(f"{typed!r} may be {several}{' …' if len(found) > 4 else ''}")


def _names(record: Record) -> tuple[str, ...]:
    others = record.also_known_as if isinstance(record, Actor) else ()
    return tuple(bare(each) for each in (name_of(record), *others))


# ------------------------------------------------------------------------- put in place


def put(corpus: Corpus, record: Record, field: Field, value: str) -> Record:
    """A record that says something else in a field; CannotCorrect where that does not fit."""
    match field.of:
        case "":
            return record
        case _ if field.part:
            return _on_ground(record, field, value)
        case "evidence":
            return _standing_on(corpus, record, value)
        case "speakers":
            return replace(cast("Quote", record), speakers=tuple(_known(corpus, field, value)))
        case "subject" | "contest":
            ids = _known(corpus, field, value)
            return _with(record, field.of, ids[0] if ids else None)
        case "said" | "when" | "published":
            try:
                return _with(record, field.of, when(value, "curated"))
            except ValueError:
                raise CannotCorrect(
                    f"{value!r} is no date; dates are written 2023-12-17, 2023-12 or 2023"
                ) from None
        case "value":
            if not re.fullmatch(r"-?\d{1,15}(\.\d{1,10})?", value, re.ASCII):
                raise CannotCorrect(f"{value!r} is no number; numbers are written 46.72")
    if field.choices and value not in field.choices:
        raise CannotCorrect(f"{field.name}: one of {', '.join(field.choices)}")
    return _with(record, field.of, value)


def _on_ground(record: Record, field: Field, value: str) -> Record:
    """A record whose date is known by something else."""
    dated: When = getattr(record, field.of)
    ground = next((each for each in GROUNDS if each == value), None)
    if ground is None:
        raise CannotCorrect(f"{field.name}: one of {', '.join(GROUNDS)}")
    if not dated.known:
        raise CannotCorrect("it has no date")
    if ground in IN_WORDS and dated.expression is None:
        others = " or ".join(each for each in GROUNDS if each not in IN_WORDS)
        raise CannotCorrect(f"no words of the article are known for this date: {others}")
    return _with(record, field.of, replace(dated, basis=ground))


def _with(record: Record, name: str, value: object) -> Record:
    changed: Callable[..., Record] = replace
    return changed(record, **{name: value})


def _known(corpus: Corpus, field: Field, value: str) -> Sequence[str]:
    ids = _parts(value)
    for each in ids:
        found = corpus.whole.by_id.get(each)
        if found is None or found.kind != field.names:
            raise CannotCorrect(f"there is no {field.names} {each} any more")
    return ids


def new_record(corpus: Corpus, kind: str, anchor: Anchor, rule: str) -> Record:
    """A record that no rule has found, on words of an article; CannotCorrect where the words
    are none of its kind."""
    text, said = corpus.texts[anchor.article], corpus.seen(anchor)
    id = record_id(kind, anchor, text)
    if id in corpus.whole.by_id:
        raise CannotCorrect("the rules find it already")
    fields: dict[str, object] = {
        "id": id,
        "evidence": (anchor,),
        "origin": "curated",
        "rule": rule,
    }
    if kind == "quote":
        marked = f"{text[max(0, anchor.start - 1) : anchor.start]}{said[:1]}"
        fields["type"] = "direct" if any(mark in marked for mark in _MARKS) else "indirect"
        fields |= {"article": anchor.article, "text": said, "content": (anchor,)}
    elif kind == "event":
        fields["title"] = " ".join(said.split())
    elif kind == "figure":
        number = _NUMBER.search(said)
        if number is None:
            raise CannotCorrect("there is no number in these words")
        share = re.match(r"\s*(?:%|per ?cent)", said[number.end() :]) is not None
        fields |= {"contest": None, "subject": None, "value": number.group().replace(",", "")}
        fields |= (
            {"measure": "percent", "unit": "%"}
            if share
            else dict.fromkeys(("measure", "unit"), "counted")
        )
    else:
        raise CannotCorrect(f"words are no {kind}")
    return _MAKERS[kind](**fields)


_MAKERS: dict[str, Callable[..., Record]] = {"quote": Quote, "event": Event, "figure": Figure}

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
_MARKS = tuple("“”„«»\"‘’'")


def _standing_on(corpus: Corpus, record: Record, words: str) -> Record:
    """A quote that stands on other words of its article, the nearest that are written so."""
    if not isinstance(record, Quote) or not record.evidence:
        raise CannotCorrect("it stands on no words")
    was = record.evidence[0]
    text = corpus.texts[was.article]
    places, at = [], text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    if places:
        start = min(places, key=lambda each: abs(each - was.start))
        anchor = Anchor(was.article, start, start + len(words))
    else:
        found = find(Selector(words, start=was.start), text) if words else None
        if found is None or found.how != "normalised":
            raise CannotCorrect("these words do not stand in its article")
        anchor = Anchor(was.article, found.start, found.end)
    return replace(
        record,
        evidence=(anchor, *record.evidence[1:]),
        text=corpus.seen(anchor),
        content=tuple(anchor if each == was else each for each in record.content),
    )
