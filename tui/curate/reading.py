"""Reading the curated files: the form of each entry, and the check against the articles.

One function an entry's form, in the order in which the README tells them. The keys that a
form asks its table for are the keys that it knows. What one entry alone cannot show, two
that contradict, is looked for at the end; what only the extracted records can show, an
actor that nobody names, is looked for when the files are applied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tui.curate.contradictions import find_contradictions
from tui.curate.entries import (
    CORRECTED_KINDS,
    AccountEntry,
    ActorEntry,
    AnswerEntry,
    AnsweringPassage,
    ArticleEntry,
    ContestEntry,
    CorrectedKind,
    CorrectionEntry,
    Curation,
    CurationError,
    EventEntry,
    Link,
    NamedActor,
    Passage,
    TopicEntry,
)
from tui.curate.located import Refused, parse
from tui.curate.tables import Problems, Table, shown, suggestion
from tui.dates import when
from tui.files import Refused as Unreadable
from tui.files import names_in, read_file
from tui.model import (
    ACTOR_TYPES,
    BASES,
    COMPARATORS,
    EVENT_STATUSES,
    EXPLANATIONS,
    FIGURE_STATUSES,
    QUOTE_TYPES,
    UNKNOWN,
    Anchor,
    Relation,
    When,
    article_id,
)

Made = TypeVar("Made")

FACTS = ("title", "publisher", "agency", "author", "url", "language")
"""The fields of an article that an entry may give."""


def read(folder: Path, texts: Mapping[str, str]) -> Curation:
    """What the TOML files of a folder say about its articles (file name to text).

    Raises :class:`CurationError` with everything that is wrong in them.
    """
    problems = Problems()
    ids = {file: article_id(text) for file, text in texts.items()}
    reader = _Reader(texts, ids, {id: file for file, id in ids.items()}, problems)
    tables: dict[str, list[Table]] = {}
    try:
        names = names_in(folder, ".toml")
    except OSError as error:
        raise CurationError([f"{shown(str(folder))} cannot be read: {error.strerror}"]) from None
    for name in names:
        if name in FORMS:
            tables[name] = _tables(folder, name, problems)
        else:
            problems.add(
                shown(name)[1:-1],
                1,
                f"no curated file has this name; expected one of: {', '.join(FORMS)}"
                f"{suggestion(name, FORMS)}",
            )

    def entries(file: str, form: Callable[[Table], Made | None]) -> tuple[Made, ...]:
        made = []
        for table in tables.get(file, ()):
            entry = form(table)
            table.done()
            if entry is not None:
                made.append(entry)
        return tuple(made)

    curation = Curation(
        articles=entries("articles.toml", reader.article),
        actors=entries("actors.toml", reader.actor),
        contests=entries("contests.toml", reader.contest),
        events=entries("events.toml", reader.event),
        topics=entries("topics.toml", reader.topic),
        accounts=entries("accounts.toml", reader.account),
        corrections=entries("corrections.toml", reader.correction),
    )
    find_contradictions(curation, problems)
    if problems.found:
        raise CurationError(problems.told())
    return curation


FORMS = {
    "articles.toml": "article",
    "actors.toml": "actor",
    "contests.toml": "contest",
    "events.toml": "event",
    "topics.toml": "topic",
    "accounts.toml": "account",
    "corrections.toml": "correction",
}
"""The files there may be, and what the tables in each are called."""


def _tables(folder: Path, file: str, problems: Problems) -> list[Table]:
    """The entries of one file, as they stand in it."""
    try:
        # An editor may have set a byte order mark before the text.
        located = parse(read_file(folder, file).decode("utf-8-sig"))
    except Unreadable as refused:
        problems.add(file, 1, str(refused))
    except UnicodeDecodeError as error:
        problems.add(file, error.object.count(b"\n", 0, error.start) + 1, "is not UTF-8 text")
    except Refused as refused:
        problems.add(file, refused.line, refused.reason)
    else:
        name = FORMS[file]
        root = Table(file, located, (), located.values, problems)
        for key in root.values:
            if key != name:
                root.problem(f"unknown table or key {shown(key)}; expected [[{name}]]", key)
        value = root.values.get(name, [])
        if not isinstance(value, list):
            root.problem(f"{shown(name)} is one table or value; expected a list [[{name}]]", name)
            return []
        return root.tables(name)
    return []


@dataclass(frozen=True, slots=True)
class _Reader:
    """The forms of the entries, with the texts that they are checked against."""

    texts: Mapping[str, str]
    ids: Mapping[str, str]
    files: Mapping[str, str]
    problems: Problems

    # ---------------------------------------------------------------- entries

    def article(self, table: Table) -> ArticleEntry | None:
        file = self._file(table, "file")
        facts = {key: table.text(key) for key in FACTS if table.has(key)}
        table.asked.extend(key for key in FACTS if key not in table.asked)
        published = self._dated(table, "published", file, closed=True)
        return ArticleEntry(
            where=table.where(),
            why=table.prose("why", required=True),
            file=file,
            facts=facts,
            published=published,
            dated_at=table.where("published"),
            proof=self._proof(table, file),
        )

    def actor(self, table: Table) -> ActorEntry | None:
        id = table.id()
        name = table.needed("name")
        sort = table.choice("type", ACTOR_TYPES, required=True)
        aliases = table.texts("aliases")
        for index, alias in enumerate(aliases):
            if alias != name and not self._stands(alias):
                table.problem(f"alias {shown(alias)} stands in no article", "aliases", index)
        place = table.flag("place")
        related = []
        for link in table.tables("related"):
            relation, other = link.needed("relation"), link.id("actor")
            inverse = link.text("inverse")
            link.done()
            if other and other == id:
                link.problem(f"{shown(id)} is related to itself", "actor")
            related.append(Link(Relation(relation, other), inverse, link.where("actor")))
        proof = self._proof(table)
        why = table.prose("why", required=True)
        if sort is None:
            return None
        return ActorEntry(
            where=table.where(),
            why=why,
            id=id,
            name=name,
            type=sort,
            aliases=aliases,
            place=place,
            related=tuple(related),
            proof=proof,
        )

    def _stands(self, alias: str) -> bool:
        """Whether an article has an alias, as names are read: a single word as it is, several
        in capitals or small letters and over the ends of lines."""
        if any(alias in text for text in self.texts.values()):
            return True
        words = [re.escape(word) for word in alias.split()]
        if len(words) < 2:
            return False
        spelled = re.compile(r"\s+".join(words), re.IGNORECASE)
        return any(spelled.search(text) for text in self.texts.values())

    def contest(self, table: Table) -> ContestEntry:
        return ContestEntry(
            where=table.where(),
            why=table.prose("why", required=True),
            id=table.id(),
            name=table.needed("name"),
            date=self._dated(table, "date", required=True) or UNKNOWN,
            place=table.needed("place"),
            words=table.texts("words", required=True),
            seats_total=table.number("seats_total"),
            seats_basis=table.text("seats_basis"),
            proof=self._proof(table),
        )

    def event(self, table: Table) -> EventEntry:
        id = table.id()
        title = table.needed("title")
        given = table.tables("passages", required=True)
        passages = [found for each in given if (found := self._passage(each))]
        files = {self.files[each.anchor.article] for each in passages}
        actors = self._actors(table, "actors")
        return EventEntry(
            where=table.where(),
            why=table.prose("why", required=True),
            id=id,
            title=title,
            when=self._dated(table, "when", files.pop() if len(files) == 1 else ""),
            status=table.choice("status", EVENT_STATUSES, required=False),
            place=table.text("place"),
            actors=actors if table.has("actors") else None,
            claimed_by=self._claimant(table),
            passages=tuple(passages),
        )

    def topic(self, table: Table) -> TopicEntry:
        id = table.id()
        name = table.needed("name")
        words = table.texts("words", required=True)
        for index, each in enumerate(words):
            if "*" in each[:-1] or each == "*":
                table.problem(
                    f"{shown(each)} has a * before its end; expected it at the end of a word",
                    "words",
                    index,
                )
        return TopicEntry(
            where=table.where(),
            why=table.prose("why", required=True),
            id=id,
            name=name,
            words=words,
        )

    def correction(self, table: Table) -> CorrectionEntry | None:
        kind = table.choice("kind", CORRECTED_KINDS, required=True)
        passage = self._passage(table, done=False)
        drop = table.flag("drop")
        change, add = table.table("set"), table.table("add")
        why = table.prose("why", required=True)
        given = [drop, change is not None, add is not None].count(True)
        if given != 1:
            table.problem(
                f"has {given or 'none'} of drop = true, set and add; expected just one of them"
            )
            return None
        if kind is None or passage is None:
            return None
        inner = change or add
        fields: dict[str, object] = {}
        actors: tuple[NamedActor, ...] = ()
        contest = ""
        if inner is not None:
            fields, actors, contest = self._fields(kind, inner, passage.anchor.article)
            for key in REQUIRED[kind] if add is not None else ():
                if not inner.has(key):
                    inner.problem(f"key {shown(key)} is missing; a new {kind} needs it")
            if not inner.values:
                inner.problem("is empty; expected at least one field")
        return CorrectionEntry(
            where=table.where(),
            why=why,
            kind=kind,
            passage=passage,
            drop=drop,
            change=fields if change is not None else {},
            add=fields if add is not None else {},
            actors=actors,
            contest=contest,
        )

    def account(self, table: Table) -> AccountEntry:
        answers = tuple(self._answer(each) for each in table.tables("answers", required=True))
        return AccountEntry(
            where=table.where(),
            why=table.prose("why", required=True),
            id=table.id(),
            question=table.needed("question"),
            explained_by=table.choice("explained_by", EXPLANATIONS, required=False),
            note=table.prose("note"),
            answers=answers,
        )

    def _answer(self, table: Table) -> AnswerEntry:
        says = table.needed("says")
        passages = []
        for each in table.tables("passages", required=True):
            speakers = self._actors(each, "speakers")
            passage = self._passage(each)
            if passage:
                named = speakers if each.has("speakers") else None
                passages.append(AnsweringPassage(passage=passage, speakers=named))
        table.done()
        return AnswerEntry(says=says, passages=tuple(passages))

    # ------------------------------------------------------------------ parts

    def _file(self, table: Table, key: str) -> str:
        """The name of an article that there is, or ""."""
        file = table.needed(key)
        if file and file not in self.texts:
            table.problem(f"no article is called {shown(file)}{suggestion(file, self.texts)}", key)
            return ""
        return file

    def _passage(
        self, table: Table, file: str = "", *, done: bool = True, inside: str = "words"
    ) -> Passage | None:
        """The words that a table quotes, in the article that it names."""
        if not file or table.has("article"):
            file = self._file(table, "article")
        else:
            table.asked.append("article")
        words = table.verbatim(inside)
        nth = table.number("nth")
        if done:
            table.done()
        if not file or not words:
            return None
        found = self._find(table, inside, file, words, nth)
        return Passage(found, table.where(inside)) if found else None

    def _proof(self, table: Table, file: str = "") -> Passage | None:
        """The words that prove an entry, where an article has them."""
        inner = table.table("proof")
        return self._passage(inner, file) if inner else None

    def _find(
        self, table: Table, key: str, file: str, words: str, nth: int | None
    ) -> Anchor | None:
        """Where words stand in an article; a problem where they do not, or where ``nth``
        does not tell which of them are meant."""
        text = self.texts[file]
        starts = []
        start = text.find(words)
        while start >= 0:
            starts.append(start)
            start = text.find(words, start + 1)
        if not starts:
            table.problem(
                f"the words {shown(words)} do not stand in {shown(file)}{_nearest(text, words)}",
                key,
            )
        elif nth is None and len(starts) > 1:
            table.problem(
                f"the words {shown(words)} stand {len(starts)} times in {shown(file)}; expected"
                f" more of the words, or nth = 1 to {len(starts)}",
                key,
            )
        elif nth is not None and nth > len(starts):
            times = "once" if len(starts) == 1 else f"{len(starts)} times"
            table.problem(
                f"nth is {nth}, but the words {shown(words)} stand {times} in {shown(file)}",
                "nth",
            )
        else:
            start = starts[(nth or 1) - 1]
            return Anchor(self.ids[file], start, start + len(words))
        return None

    def _dated(
        self,
        table: Table,
        key: str,
        file: str = "",
        *,
        required: bool = False,
        closed: bool = False,
    ) -> When | None:
        """A date with its basis, and the words that tell it where an article has them."""
        inner = table.table(key, required=required)
        if inner is None:
            return None
        edtf = inner.text("edtf", required=True)
        basis = inner.choice("basis", BASES, required=True)
        note = inner.prose("note")
        expression = None
        if inner.has("words"):
            expression = self._passage(inner, file, done=False)
        else:
            inner.asked.extend(("article", "words", "nth"))
            if basis in ("stated", "resolved"):
                inner.problem(f"basis {shown(basis)} needs the words that say it, key 'words'")
        if closed and inner.has("without"):
            without = inner.text("without")
            self._date(inner, "without", without, "curated", None, "")
            told = f"without outside knowledge: {without or 'unknown'}"
            note = f"{note}; {told}" if note else told
        elif closed:
            inner.asked.append("without")
        inner.done()
        if basis is None:
            return None
        if (edtf == "") != (basis == "unknown") and inner.values.get("edtf") == edtf:
            inner.problem("a date that is not known has edtf \"\" and basis 'unknown'", "edtf")
        anchor = expression.anchor if expression else None
        return self._date(inner, "edtf", edtf, basis, anchor, note)

    def _date(
        self, table: Table, key: str, edtf: str, basis: str, expression: Anchor | None, note: str
    ) -> When | None:
        for known in BASES:
            if known == basis:
                try:
                    return when(edtf, known, expression, note)
                except ValueError:
                    table.problem(
                        f"{shown(edtf)} is not an EDTF date of level 0 or 1; expected a date"
                        " such as '2023-12-17', '2023-12', '2023-12-26?' or"
                        " '2023-12-17/2023-12-30'",
                        key,
                    )
        return None

    def _actors(self, table: Table, key: str) -> tuple[NamedActor, ...]:
        return tuple(NamedActor(id, table.where(key, index)) for id, index in table.ids(key))

    def _claimant(self, table: Table) -> NamedActor | None:
        id = table.id("claimed_by", required=False)
        return NamedActor(id, table.where("claimed_by")) if id else None

    # ------------------------------------------------------------ corrections

    def _fields(
        self, kind: CorrectedKind, table: Table, article: str
    ) -> tuple[dict[str, object], tuple[NamedActor, ...], str]:
        """The fields that a correction gives a record, and the actors and contest in them."""
        file = self.files[article]
        fields: dict[str, object] = {}
        actors: list[NamedActor] = []
        contest = ""

        def passage(key: str) -> Anchor | None:
            value = table.values.get(key)
            if value == "":
                table.asked.append(key)
                return None
            if isinstance(value, dict):
                inner = table.table(key)
                found = self._passage(inner, file) if inner else None
                return found.anchor if found else None
            words = table.verbatim(key)
            return self._find(table, key, file, words, None) if words else None

        for key in FIELDS[kind]:
            if not table.has(key):
                table.asked.append(key)
                continue
            value: object
            match key:
                case "speakers" | "actors":
                    named = self._actors(table, key)
                    actors.extend(named)
                    value = tuple(each.id for each in named)
                case "subject" | "claimed_by" | "actor":
                    value = table.id(key, required=key == "actor") or None
                    if value:
                        actors.append(NamedActor(value, table.where(key)))
                case "contest":
                    value = contest = table.id(key, required=False)
                    value = value or None
                case "speaker_text" | "cue" | "words" | "contest_text":
                    value = passage(key)
                case "said" | "as_of" | "when":
                    value = self._dated(table, key, file)
                case "type":
                    value = table.choice(key, QUOTE_TYPES, required=True)
                case "status" if kind == "event":
                    value = table.choice(key, EVENT_STATUSES, required=True)
                case "status":
                    value = table.choice(key, FIGURE_STATUSES, required=True)
                case "comparator":
                    value = table.choice(key, COMPARATORS, required=True)
                case "value":
                    value = table.needed(key)
                    if value and not re.fullmatch(r"-?\d{1,15}(\.\d{1,10})?", value):
                        table.problem(
                            f"{shown(value)} is not a decimal; expected one such as '46.72'", key
                        )
                case _:
                    value = table.text(key)
            fields[key] = value
        table.done()
        return fields, tuple(actors), contest


FIELDS: Mapping[CorrectedKind, tuple[str, ...]] = {
    "quote": ("type", "words", "speakers", "speaker_text", "cue", "said", "note"),
    "figure": (
        "measure",
        "value",
        "unit",
        "comparator",
        "contest",
        "contest_text",
        "subject",
        "status",
        "base",
        "as_of",
        "claimed_by",
        "note",
    ),
    "event": ("title", "status", "when", "place", "actors", "claimed_by"),
    "mention": ("actor",),
}
"""The fields that a correction may set, by the kind of record."""

REQUIRED: Mapping[CorrectedKind, tuple[str, ...]] = {
    "quote": ("type",),
    "figure": ("measure", "value", "unit"),
    "event": ("title", "status"),
    "mention": ("actor",),
}
"""The fields that a record needs which a correction adds."""

_LOOK_ALIKE = str.maketrans("“”„«»‘’‚–—\u00a0\u2009\u202f", '"""""\'\'\'--   ')


def _nearest(text: str, words: str) -> str:
    """What the article has instead: other marks, or another end."""
    alike = text.translate(_LOOK_ALIKE).find(words.translate(_LOOK_ALIKE))
    if alike >= 0:
        return f"; it has {shown(text[alike : alike + len(words)])}, with other marks or dashes"
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in text else (low, middle - 1)
    if low < 8:
        return ""
    start = text.find(words[:low])
    return (
        f"; after {shown(words[max(0, low - 20) : low])} it has {shown(text[start + low :][:20])}"
    )
