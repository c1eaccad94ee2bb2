"""Corrections as entries of the files that are curated beside the articles.

Each goes into the file that the line above it names. What those files have no entry for is
told in a comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tui.annotated import BASIS, HIDE, IN_WORDS, MERGE, split_off
from tui.annotated_things import AnnotatedThing, entries
from tui.annotation import ADD, SPLIT, Annotation
from tui.corpus import Corpus
from tui.model import Actor, Anchor, Article, Record, When
from tui.terminal_text import ACTING, one_line

CORRECTED = ("quote", "figure", "event")

_KEYS = {
    "quote": {
        "speaker": "speakers",
        "kind": "type",
        "date": "said",
        BASIS: "said",
        "words": "words",
    },
    "figure": {
        "value": "value",
        "party": "subject",
        "measure": "measure",
        "part": "part",
        "contest": "contest",
        "status": "status",
    },
    "event": {
        "title": "title",
        "date": "when",
        BASIS: "when",
        "status": "status",
        "place": "place",
    },
    "article": {
        "title": "title",
        "date": "published",
        BASIS: "published",
        "publisher": "publisher",
        "author": "author",
    },
}
_LISTS, _DATES = ("speakers",), ("said", "when", "published")


def corrections(corpus: Corpus) -> Iterator[str]:
    """The entries, file by file."""
    made: dict[tuple[str, str], None] = {}
    every = entries(corpus)
    new = {
        (each.value, entry.anchor)
        for entry in every
        for each in entry.noted.corrections
        if each.field == ADD
    }
    for entry in every:
        # What is said of a record that is new stands in the entry that adds it.
        if entry.noted.corrections and (entry.kind, entry.placed[0].anchor) not in new:
            made[_entry(corpus, entry)] = None
    ordered = sorted(made, key=lambda each: (not each[0], each[0]))
    if not ordered:
        yield "# Nothing is corrected.\n"
    for file, of_file in groupby(ordered, key=lambda each: each[0]):
        yield f"# {file}\n\n" if file else "# What the curated files have no entry for:\n\n"
        yield from (f"{text}\n" for _file, text in of_file)


def _entry(corpus: Corpus, entry: AnnotatedThing) -> tuple[str, str]:
    """The file that an entry goes into, and its text."""
    given = entry.noted.corrections
    target, anchor = given[0].target, entry.placed[0].anchor
    reasons = "; ".join(dict.fromkeys(filter(None, (each.why for each in given))))
    why = f"why = {_text(reasons or 'seen in the article')}"
    if anchor is not None and (kinds := [each.value for each in given if each.field == ADD]):
        return "corrections.toml", _added(corpus, kinds[0], anchor, target.file, why)
    hidden = any(each.field == HIDE for each in given)
    record = entry.record
    if merged := [each.value for each in given if each.field == MERGE]:
        record = corpus.get(merged[0])
    if isinstance(record, Article):
        head = ["[[article]]", f"file = {_text(record.file)}"]
        return "articles.toml", _lines([*head, *_pairs(corpus, record, given), why])
    if isinstance(record, Actor) and (names := [e.value for e in given if e.field == SPLIT]):
        others = [split_off(corpus, each) for each in names]
        both = [each for each in (record, *others) if isinstance(each, Actor)]
        return "actors.toml", "\n".join(_lines([*_actor(each), why]) for each in both)
    if isinstance(record, Actor) and not hidden:
        return "actors.toml", _lines([*_actor(record), why])
    if target.kind not in CORRECTED or anchor is None or "." not in target.record:
        told = [f"# {target.kind} {one_line(target.record)}: {_told(each)}" for each in given]
        return "", _lines(told)
    head = ["[[correction]]", f"kind = {_text(target.kind)}", f"article = {_text(target.file)}"]
    head += _words(corpus, anchor)
    if hidden or record is None:
        head.append("drop = true")
    else:
        head.append(f"set = {{ {', '.join(_pairs(corpus, record, given, anchor))} }}")
    return "corrections.toml", _lines([*head, why])


def _added(corpus: Corpus, kind: str, anchor: Anchor, file: str, why: str) -> str:
    """The entry of a record that no rule has found, with all that is said of it."""
    there = corpus.whole.in_article(anchor.article, kind)
    record = next((each for each in there if each.evidence[:1] == (anchor,)), None)
    pairs = []
    for name in _OWN[kind]:
        value = getattr(record, name, None)
        if isinstance(value, When):
            if value.known:
                basis = value.basis if value.basis in ("curated", "inferred") else "curated"
                pairs.append(f"{name} = {{ edtf = {_text(value.edtf)}, basis = {_text(basis)} }}")
        elif isinstance(value, tuple):
            if value:
                pairs.append(f"{name} = [{', '.join(map(_text, value))}]")
        elif value:
            pairs.append(f"{name} = {_text(value)}")
    head = ["[[correction]]", f"kind = {_text(kind)}", f"article = {_text(file)}"]
    head += _words(corpus, anchor)
    return _lines([*head, f"add = {{ {', '.join(pairs)} }}", why])


_OWN = {
    "quote": ("type", "speakers", "said"),
    "event": ("title", "status", "when", "place"),
    "figure": ("measure", "value", "unit", "status", "subject", "contest", "part"),
}


def _actor(record: Actor) -> list[str]:
    aliases = ", ".join(_text(name) for name in record.also_known_as if name != record.name)
    return [
        "[[actor]]",
        f"id = {_text(record.id)}",
        f"name = {_text(record.name)}",
        f"type = {_text(record.type)}",
        f"aliases = [{aliases}]",
    ]


def _words(corpus: Corpus, anchor: Anchor) -> list[str]:
    """The words of a passage, and which of them where they stand several times."""
    words, text = corpus.words(anchor), corpus.texts[anchor.article]
    places, at = [], text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    nth = [f"nth = {places.index(anchor.start) + 1}"] if len(places) > 1 else []
    return [f"words = {_text(words)}", *nth]


def _pairs(
    corpus: Corpus, record: Record, given: tuple[Annotation, ...], anchor: Anchor | None = None
) -> list[str]:
    """What corrections set, under the keys of the curated files."""
    pairs: dict[str, str] = {}
    for each in given:
        key = _KEYS[record.kind].get(each.field)
        if key is None:
            continue
        if key == "words" and anchor is not None:
            found = _standing(corpus, each.value, anchor)
            value = f"{{ {', '.join(_words(corpus, found))} }}" if found else _text(each.value)
        elif key in _LISTS:
            ids = (part.strip() for part in each.value.split(","))
            value = f"[{', '.join(_text(id) for id in ids if id)}]"
        elif key in _DATES:
            value = _dated(corpus, getattr(record, key))
        else:
            value = _text(each.value)
        pairs[key] = value
    return [f"{key} = {value}" for key, value in pairs.items()]


def _dated(corpus: Corpus, when: When) -> str:
    """A date with its basis, and the words that tell it where it is known by these."""
    parts = [f"edtf = {_text(when.edtf)}", f"basis = {_text(when.basis)}"]
    if when.basis in IN_WORDS and (told := when.expression) is not None:
        parts.append(f"article = {_text(corpus.article(told.article).file)}")
        parts += _words(corpus, told)
    return f"{{ {', '.join(parts)} }}"


def _standing(corpus: Corpus, words: str, near: Anchor) -> Anchor | None:
    """Where words stand in an article, of several places the nearest."""
    text = corpus.texts[near.article]
    places, at = [], text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    if not places:
        return None
    start = min(places, key=lambda each: abs(each - near.start))
    return Anchor(near.article, start, start + len(words))


def _told(each: Annotation) -> str:
    why = f" ({one_line(each.why)})" if each.why else ""
    return f"{each.field}: {one_line(each.was)} -> {one_line(each.value)}{why}"


def _text(value: str) -> str:
    """A text as TOML writes it, on one line."""
    signs = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    made = "".join(signs.get(each, each) for each in value)
    harmless = ACTING.sub(lambda found: f"\\U{ord(found.group()):08X}", made)
    return f'"{harmless}"'


def _lines(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
