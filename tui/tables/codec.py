"""Records as small JSON values, and back: what the store keeps of them.

A record is a mapping of its fields without those that have their default, an anchor
``[article, start, end]``. Words that a quote's first passage already stands on are not
kept twice. A value of another shape than the record's, or an anchor into no article, is
:class:`DecodeError`.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from functools import cache, partial
from operator import eq, le
from sys import intern
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from tui.model import (
    Anchor,
    AttributedPassage,
    Description,
    Detail,
    FactOrigin,
    Quote,
    Record,
    Relation,
    Side,
    When,
)

R = TypeVar("R", bound=Record)
Texts = Mapping[str, str]
Pack = Callable[[Any], Any]
Unpack = Callable[[Any, Texts], Any]


FEW = 20
"""Fewer passages than these are made one by one."""


class DecodeError(ValueError):
    """A packed value is not what its field holds."""


class _Field(NamedTuple):
    name: str
    encode: Pack
    decode: Unpack
    default: Any


def encode(record: Record, texts: Texts) -> dict[str, Any]:
    """A record as a mapping that JSON can hold."""
    packed = _pack_fields(record)
    if isinstance(record, Quote) and record.evidence:
        article, start, end = record.evidence[0]
        if record.text == texts[article][start:end]:
            del packed["text"]
    return packed


def decode(kind: type[R], packed: object, texts: Texts) -> R:
    """The record that was packed; DecodeError when it cannot be one."""
    values = _unpack_fields(kind, packed, texts)
    if kind is Quote and "text" not in values and values.get("evidence"):
        article, start, end = values["evidence"][0]
        values["text"] = texts[article][start:end]
    if kind is Quote and values.get("article") not in texts:
        raise DecodeError(f"{values.get('article')!r:.40} is no article")
    required = _required(kind)  # type: ignore[arg-type]
    if not required.keys() <= values.keys():
        missing = next(name for name in required if name not in values)
        raise DecodeError(f"{kind.kind} without {missing}")
    return kind(**values)


def as_json(value: object) -> bytes:
    """One JSON text, compact, in a single line. Rows keep their fields' order, which is the
    model's."""
    try:
        return _compact(value).encode()
    except UnicodeEncodeError:  # a file's name that is no text: lone surrogates
        return json.dumps(value, separators=(",", ":")).encode()


_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def from_json(text: bytes) -> Any:
    """What one JSON text holds that ``as_json`` has made: nothing stands around it."""
    return _scanned(text.decode())[0]


_scanned = json.JSONDecoder().raw_decode


def _pack_fields(value: Any) -> dict[str, Any]:
    packed = {}
    for name, to_json, _, default in _fields(type(value)):
        item = getattr(value, name)
        if item != default:
            packed[name] = to_json(item)
    return packed


def _unpack_fields(kind: type[Any], packed: object, texts: Texts) -> dict[str, Any]:
    if not isinstance(packed, Mapping):
        raise DecodeError(f"{packed!r:.40} where {kind.__name__} belongs")
    unpackers = _unpackers(kind)  # type: ignore[arg-type]
    if not packed.keys() <= unpackers.keys():
        unknown = next(name for name in packed if name not in unpackers)
        raise DecodeError(f"{kind.__name__} with an unknown {unknown!r:.40}")
    return {name: unpackers[name](value, texts) for name, value in packed.items()}


_FIELDS: dict[Any, tuple[_Field, ...]] = {}


def _fields(kind: Any) -> tuple[_Field, ...]:
    """How each field of a kind is packed, worked out from its type once."""
    if kind not in _FIELDS:
        hints = get_type_hints(kind)
        _FIELDS[kind] = tuple(
            _Field(field.name, *_codec(hints[field.name]), field.default) for field in fields(kind)
        )
    return _FIELDS[kind]


@cache
def _unpackers(kind: Hashable) -> Mapping[str, Unpack]:
    return {field.name: field.decode for field in _fields(kind)}


@cache
def _required(kind: Hashable) -> Mapping[str, None]:
    """The fields that have no default."""
    return {each.name: None for each in _fields(kind) if each.default is MISSING}


def _codec(hint: Any) -> tuple[Pack, Unpack]:
    """How values of a type are packed and unpacked."""
    if hint in _CODECS:
        return _CODECS[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _as_it_is, _one_of(frozenset(arguments))
    if hint == Sequence[Anchor]:
        return _each(Anchor)[0], _unpack_anchors
    if origin is tuple:
        return _each(arguments[0])
    if origin in (Union, UnionType) and arguments[1] is NoneType:
        return _or_none(arguments[0])
    raise TypeError(f"no way to keep {hint}")


def _as_it_is(value: Any) -> Any:
    return value


def _exactly(kind: type) -> Unpack:
    def unpack_it(value: Any, _texts: Texts) -> Any:
        # Not isinstance: true and false are no numbers here.
        if type(value) is not kind:
            raise DecodeError(f"{value!r:.40} where {kind.__name__} belongs")
        return value

    return unpack_it


def _one_of(choices: frozenset[Any]) -> Unpack:
    def unpack_it(value: Any, _texts: Texts) -> Any:
        if not isinstance(value, str) or value not in choices:
            raise DecodeError(f"{value!r:.40} is none of {', '.join(sorted(choices))}")
        return value

    return unpack_it


def _each(hint: Any) -> tuple[Pack, Unpack]:
    pack_one, unpack_one = _codec(hint)

    def unpack_it(value: Any, texts: Texts) -> Any:
        if not isinstance(value, list):
            raise DecodeError(f"{value!r:.40} where a list belongs")
        return tuple([unpack_one(item, texts) for item in value])

    return lambda items: [pack_one(item) for item in items], unpack_it


def _or_none(hint: Any) -> tuple[Pack, Unpack]:
    pack_one, unpack_one = _codec(hint)
    return (
        lambda value: None if value is None else pack_one(value),
        lambda value, texts: None if value is None else unpack_one(value, texts),
    )


def _named(kind: Any) -> tuple[Pack, Unpack]:
    codecs = [_codec(hint) for hint in get_type_hints(kind).values()]

    def pack_it(value: Any) -> list[Any]:
        return [to_json(item) for (to_json, _), item in zip(codecs, value, strict=True)]

    def unpack_it(value: Any, texts: Texts) -> Any:
        if not isinstance(value, list) or len(value) != len(codecs):
            raise DecodeError(f"{value!r:.40} where {kind.__name__} belongs")
        pairs = zip(codecs, value, strict=True)
        return kind._make([from_json(item, texts) for (_, from_json), item in pairs])

    return pack_it, unpack_it


def _unpack_anchor(value: Any, texts: Texts) -> Anchor:
    if isinstance(value, list) and len(value) == 3:
        article, start, end = value
        # How long the text is, is not asked: it may not have been read yet.
        numbers = type(start) is int and type(end) is int and 0 <= start <= end
        if numbers and isinstance(article, str) and article in texts:
            # JSON gives another string for every passage of one article.
            return Anchor(intern(article), start, end)
    raise DecodeError(f"{value!r:.60} is no passage of an article")


class ManyAnchors(Sequence[Anchor]):
    """Passages that take a tenth of the memory of a tuple, and are made when they are asked for:
    whoever is named everywhere has thousands."""

    __slots__ = ("_articles", "_ends", "_places", "_starts")

    def __init__(self, articles: Iterable[str], starts: Iterable[int], ends: Iterable[int]) -> None:
        places: dict[str, int] = {}
        self._places = array("I", (places.setdefault(each, len(places)) for each in articles))
        self._articles = tuple(map(intern, places))
        self._starts, self._ends = array("I", starts), array("I", ends)

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Anchor]:
        articles = map(self._articles.__getitem__, self._places)
        return map(_MAKE, zip(articles, self._starts, self._ends, strict=True))

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return tuple([self[each] for each in range(*at.indices(len(self)))])
        return Anchor(self._articles[self._places[at]], self._starts[at], self._ends[at])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (ManyAnchors, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))


def _unpack_anchors(value: Any, texts: Texts) -> Sequence[Anchor]:
    if not isinstance(value, list):
        raise DecodeError(f"{value!r:.40} where a list belongs")
    if len(value) < FEW:
        return tuple([_unpack_anchor(item, texts) for item in value])
    # Whoever is named everywhere has thousands: what is right in all is looked at in all at once.
    try:
        articles, starts, ends = zip(*value, strict=True)
        right = all(article in texts for article in {*articles})
        right = right and {*map(type, starts), *map(type, ends)} == {int}
        right = right and min(starts) >= 0 and all(map(le, starts, ends))
        if right:
            return ManyAnchors(articles, starts, ends)
    except (OverflowError, TypeError, ValueError):
        pass
    return tuple([_unpack_anchor(item, texts) for item in value])


_MAKE: Callable[[Iterable[Any]], Anchor] = partial(tuple.__new__, Anchor)
"""What ``Anchor._make`` does, without a call of Python for each."""


def _unpack_when(value: Any, texts: Texts) -> When:
    when = When(**_unpack_fields(When, value, texts))
    for day in (when.earliest, when.latest):
        try:
            _ = day and date.fromisoformat(day)
        except ValueError as error:
            raise DecodeError(f"{day!r:.40} where a day belongs") from error
    return when


_CODECS: dict[Any, tuple[Pack, Unpack]] = {
    str: (_as_it_is, _exactly(str)),
    int: (_as_it_is, _exactly(int)),
    bool: (_as_it_is, _exactly(bool)),
    float: (float, _exactly(float)),
    Anchor: (list, _unpack_anchor),
    When: (_pack_fields, _unpack_when),
}
_CODECS[Description] = _named(Description)
_CODECS[Relation] = _named(Relation)
_CODECS[FactOrigin] = _named(FactOrigin)
_CODECS[Detail] = _named(Detail)
_CODECS[AttributedPassage] = _named(AttributedPassage)
_CODECS[Side] = _named(Side)
