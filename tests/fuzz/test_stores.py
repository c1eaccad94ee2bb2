"""A store of any bytes is refused in words, or is a corpus that can be shown."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from tests.fuzz.test_articles import told
from tests.fuzz.writing import fuzzed
from tests.samples import hostile_corpus, sample_corpus
from tui import store
from tui.corpus import Corpus
from tui.store import StoreProblem
from tui.tables.codec import DecodeError

WHOLE = tuple(store.packed(make(), {"a.txt": "a" * 64}) for make in (sample_corpus, hostile_corpus))


def sealed(tables: Any) -> bytes:
    """Tables as the bytes of a store, a line a row, with a digest that is theirs."""
    tables["meta"]["1"].pop("digest", None)
    told_ = {
        name: [f'"{n}":{_json(row)}' for n, row in rows.items()] for name, rows in tables.items()
    }
    parts = [
        f'"{name}":{{\n' + ",\n".join(rows) + "\n" * bool(rows) for name, rows in told_.items()
    ]
    body = "{" + "},".join(parts)
    body = body.replace('"meta":{\n', '"meta":{').removesuffix("}\n") + ","
    data = body.encode("utf-8", "replace")
    return data + b'"digest":"%s"}}}\n' % hashlib.sha256(data).hexdigest().encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_a_store_that_is_sealed_again_is_that_store() -> None:
    for whole in WHOLE:
        assert sealed(json.loads(whole)) == whole


def opened(place: Path, data: bytes) -> Corpus | None:
    """The corpus of these bytes, or none where they are refused with a reason."""
    place.write_bytes(data)
    reason, corpus = "", None
    try:
        corpus = store.load(place)
    except StoreProblem as problem:
        reason = problem.reason
    assert corpus is not None or reason
    return corpus


@fuzzed
@given(
    some.sampled_from(WHOLE),
    some.integers(0, 10**6),
    some.integers(0, 40),
    some.binary(max_size=20),
    some.booleans(),
)
def test_bytes_that_are_not_its_own(
    place: Path, whole: bytes, at: int, length: int, put: bytes, cut: bool
) -> None:
    at %= len(whole)
    data = whole[:at] + put + (b"" if cut else whole[at + length :])
    assert opened(place, data) is None or data == whole


VALUES = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats()
    | some.text(max_size=8)
    | some.sampled_from(("he", "vote", "direct", "2022-05-08", "unknown", "\x1b[2J", "NaN", "-0")),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(some.sampled_from(("1", "2", "id", "edtf", "basis")), inner, max_size=3)
    ),
    max_leaves=6,
)


@some.composite
def altered(draw: some.DrawFn) -> bytes:
    """A store with another value somewhere, or some, and a digest that fits."""
    tables: Any = json.loads(draw(some.sampled_from(WHOLE)))
    for _ in range(draw(some.integers(1, 3))):
        at: Any = tables[draw(some.sampled_from((*store.TABLES, "meta")))]
        while isinstance(at, dict | list) and at:
            keys = sorted(at) if isinstance(at, dict) else range(len(at))
            key = draw(some.sampled_from(list(keys)))
            if not isinstance(at[key], dict | list) or not at[key] or draw(some.booleans()):
                change = draw(some.sampled_from(("set", "drop", "swap")))
                if change == "set":
                    at[key] = draw(VALUES)
                elif change == "drop":
                    del at[key]
                else:
                    other = draw(some.sampled_from(list(keys)))
                    at[key], at[other] = at[other], at[key]
                break
            at = at[key]
    about = tables["meta"].get("1")
    return sealed(tables) if about and isinstance(about, dict) else json.dumps(tables).encode()


@fuzzed
@given(altered())
def test_values_that_are_not_its_own(place: Path, data: bytes) -> None:
    corpus = opened(place, data)
    if corpus is not None:
        # A row is believed when it is read and not before.
        with contextlib.suppress(DecodeError):
            told(corpus)


@fuzzed
@given(some.binary(max_size=400))
def test_any_bytes(place: Path, data: bytes) -> None:
    corpus = opened(place, data)
    if corpus is not None:
        told(corpus)
