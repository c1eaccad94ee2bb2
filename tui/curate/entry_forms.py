"""The form of each entry of the curated files, and what it is checked for.

One function an entry's form, in the order in which ``seeds/README.md`` tells them. The keys that a
form asks its table for are the keys that it knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.cleaning import clean_text
from tui.curate.columns import COLUMNS
from tui.curate.entries import (
    CORRECTED_KINDS,
    AccountEntry,
    ActorEntry,
    ActorLink,
    ActorReference,
    AnswerEntry,
    AnsweringPassage,
    ArticleEntry,
    ContestEntry,
    CorrectedKind,
    CorrectionEntry,
    EventEntry,
    TopicEntry,
)
from tui.curate.fields import Parts
from tui.curate.typed_table import TypedTable, shown
from tui.model import (
    ACTOR_TYPES,
    COMPARATORS,
    EVENT_STATUSES,
    EXPLANATIONS,
    FIGURE_STATUSES,
    QUOTE_TYPES,
    UNKNOWN,
    Anchor,
    Relation,
)

FACTS = ("title", "publisher", "agency", "author", "url", "language")
"""The fields of an article that an entry may give."""


class EntryForms(Parts):
    """The forms of the entries."""

    # ---------------------------------------------------------------- entries

    def article(self, table: TypedTable) -> ArticleEntry | None:
        file = self.file(table, "file")
        facts = {key: table.text(key) for key in FACTS if table.has(key)}
        table.asked.extend(key for key in FACTS if key not in table.asked)
        published = self.dated(table, "published", file, closed=True)
        return ArticleEntry(
            where=table.where(),
            why=table.prose("why", required=True),
            file=file,
            facts=facts,
            published=published,
            dated_at=table.where("published"),
            proof=self.proof(table, file),
        )

    def columns(self, table: TypedTable) -> None:
        """Is taken when the table is read; here it is only checked."""
        table.needed("file")
        table.prose("why", required=True)
        for key in COLUMNS:
            table.text(key)

    def actor(self, table: TypedTable) -> ActorEntry | None:
        id = table.id()
        name = clean_text(table.needed("name"))
        sort = table.choice("type", ACTOR_TYPES, required=True)
        aliases = tuple(map(clean_text, table.texts("aliases")))
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
            related.append(ActorLink(Relation(relation, other), inverse, link.where("actor")))
        proof = self.proof(table)
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
        spelled = re.compile(r"\s+".join(words), re.IGNORECASE if len(words) > 1 else 0)
        return any(spelled.search(clean_text(text)) for text in self.texts.values())

    def contest(self, table: TypedTable) -> ContestEntry:
        return ContestEntry(
            where=table.where(),
            why=table.prose("why", required=True),
            id=table.id(),
            name=table.needed("name"),
            date=self.dated(table, "date", required=True) or UNKNOWN,
            place=table.needed("place"),
            words=table.texts("words", required=True),
            seats_total=table.number("seats_total"),
            seats_basis=table.text("seats_basis"),
            proof=self.proof(table),
        )

    def event(self, table: TypedTable) -> EventEntry:
        id = table.id()
        title = table.needed("title")
        given = table.tables("passages", required=True)
        passages = [found for each in given if (found := self.passage(each))]
        files = {self.files[each.anchor.article] for each in passages}
        actors = self.actors(table, "actors")
        return EventEntry(
            where=table.where(),
            why=table.prose("why", required=True),
            id=id,
            title=title,
            when=self.dated(table, "when", files.pop() if len(files) == 1 else ""),
            status=table.choice("status", EVENT_STATUSES, required=False),
            place=table.text("place"),
            actors=actors if table.has("actors") else None,
            claimed_by=self.claimant(table),
            passages=tuple(passages),
        )

    def topic(self, table: TypedTable) -> TopicEntry:
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

    def correction(self, table: TypedTable) -> CorrectionEntry | None:
        kind = table.choice("kind", CORRECTED_KINDS, required=True)
        passage = self.passage(table, done=False)
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
        actors: tuple[ActorReference, ...] = ()
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

    def account(self, table: TypedTable) -> AccountEntry:
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

    def _answer(self, table: TypedTable) -> AnswerEntry:
        says = table.needed("says")
        passages = []
        for each in table.tables("passages", required=True):
            speakers = self.actors(each, "speakers")
            passage = self.passage(each)
            if passage:
                named = speakers if each.has("speakers") else None
                passages.append(AnsweringPassage(passage=passage, speakers=named))
        table.done()
        return AnswerEntry(says=says, passages=tuple(passages))

    # ------------------------------------------------------------ corrections

    def _fields(
        self, kind: CorrectedKind, table: TypedTable, article: str
    ) -> tuple[dict[str, object], tuple[ActorReference, ...], str]:
        """The fields that a correction gives a record, and the actors and contest in them."""
        file = self.files[article]
        fields: dict[str, object] = {}
        actors: list[ActorReference] = []
        contest = ""

        def passage(key: str) -> Anchor | None:
            value = table.values.get(key)
            if value == "":
                table.asked.append(key)
                return None
            if isinstance(value, dict):
                inner = table.table(key)
                found = self.passage(inner, file) if inner else None
                return found.anchor if found else None
            words = table.verbatim(key)
            return self.find(table, key, file, words, None) if words else None

        for key in FIELDS[kind]:
            if not table.has(key):
                table.asked.append(key)
                continue
            value: object
            match key:
                case "speakers" | "actors" | "claimed_by":
                    named = self.actors(table, key)
                    actors.extend(named)
                    value = tuple(each.id for each in named)
                case "subject" | "actor":
                    value = table.id(key, required=key == "actor") or None
                    if value:
                        actors.append(ActorReference(value, table.where(key)))
                case "contest":
                    value = contest = table.id(key, required=False)
                    value = value or None
                case "speaker_text" | "cue" | "words" | "contest_text":
                    value = passage(key)
                case "said" | "as_of" | "when":
                    value = self.dated(table, key, file)
                case "type":
                    value = table.choice(key, QUOTE_TYPES, required=True)
                case "status" if kind == "event":
                    value = table.choice(key, EVENT_STATUSES, required=True)
                case "status":
                    value = table.choice(key, FIGURE_STATUSES, required=True)
                case "comparator":
                    value = table.choice(key, COMPARATORS, required=True)
                case "value":
                    value = table.decimal(key)
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
        "part",
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
