"""7 Notes: all that the reader has added, what has lost its place first."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from tui.annotated_things import AnnotatedThing, counts, entries
from tui.annotation import MOVED
from tui.app.cards import card
from tui.app.cards.added import added_rows
from tui.app.cards.card_rows import fact, passages
from tui.app.keys import hint, key
from tui.app.messages import Open, Remove
from tui.app.panes.pane import HEAD, Pane
from tui.app.styling import DIM, HEADING, LABEL, STRONG, WARN, counted, cut, joined, spread, styled
from tui.app.widgets.row_list import RowList
from tui.app.widgets.rows import GAP, Row, block, line
from tui.corpus import Corpus
from tui.model import Anchor, Record
from tui.wording import order_words

ABOUT = "What you mark, write and correct is kept here, even when its article changes."

STEPS = (
    ("On any record", ""),
    ("{bookmark}", "bookmark it, or take the bookmark away"),
    ("{note}", "write a note"),
    ("{tag}", "add tags"),
    ("{review}", "mark it as checked, or dispute it"),
    ("{correct}", "correct a speaker, a party, a date or a number"),
    ("In an article", ""),
    ("{select}", "select words, to note or to quote them"),
    ("Everywhere", ""),
    ("{undo} {redo}", "undo and redo what you have added"),
    ("{export}", "export all of it to a file"),
)
"""What one can add, and by which keys; a line without a key is a heading."""


class NotebookPane(Pane):
    """Everything that something is added to, with what that is."""

    NOUN = "item"
    KINDS = ("note",)
    SORTS = ("newest", "source", "kind")
    HIT_SORTS = SORTS
    NONE = "Nothing here yet."

    BINDINGS: ClassVar[list[BindingType]] = [
        key(
            "remove",
            "delete,X",
            "remove",
            "Remove",
            "Remove everything that you added to this record",
        ),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._entries: dict[str, AnnotatedThing] = {}

    # ------------------------------------------------------------------ what is listed

    def records(self) -> Sequence[Record]:
        return ()

    def refill(self) -> None:
        """List the entries; there are never so many that this has to be waited for."""
        self._stale = False
        self._tight = self.tight
        every = entries(self.corpus)
        found = every
        if self.searching:
            from tui.search import among

            found = among(self.corpus, every, self.query_text, typing=self._typing)
        if self.order != self.SORTS[0]:
            found.sort(key=self._key)
        self._entries = {each.key: each for each in found}
        at, scroll = self._wanted
        self._wanted = (None, None)
        self.listing.show(
            self._listed(found) or self.nothing(), at=at or self._shown, scroll=scroll
        )
        if self.listing.target is None:
            self._shown = None
            self.page.clear(keep_room=self.typing)
            self._refresh_keys()
        elif self._shown == self.listing.target:
            self.show_detail()
        self._tell(every, found)

    def _key(self, entry: AnnotatedThing) -> tuple[bool, str]:
        by = entry.source(self.corpus) if self.order == "source" else entry.kind
        return not entry.orphaned, by.casefold()

    def _listed(self, found: Sequence[AnnotatedThing]) -> list[Row]:
        rows: list[Row] = []
        lost = [each for each in found if each.orphaned]
        moved = [each for each in found if each.noted.how in MOVED]
        rest = [each for each in found if each not in lost and each not in moved]
        for title, told, some in (
            ("Orphaned", "their words are no longer in any article", lost),
            ("Found again", "their words have changed", moved),
            ("In its place", "", rest if lost or moved else []),
        ):
            if some:
                rows += [GAP] if rows else []
                head = joined((title, HEADING), (f"{len(some):,}", DIM), (told, DIM), by="  ")
                rows += [line(head), *map(self._row, some)]
        return rows or [self._row(each) for each in rest]

    def _row(self, entry: AnnotatedThing) -> Row:
        added = [each.value for each in entry.noted.annotations if each.purpose in ("note",)]
        tags = " ".join(f"#{tag}" for tag in entry.noted.tags)
        below = joined(
            *((" ".join(each.split()), WARN) for each in added),
            (tags, DIM),
            (entry.source(self.corpus), DIM),
            by=" · ",
        )
        says = styled(entry.says, STRONG if not entry.orphaned else "")

        def draw(width: int) -> list[Content]:
            first = spread(says, styled(entry.kind, DIM), width)
            return [first, cut(below, width)]

        return Row(draw, entry.key, 2)

    def nothing(self) -> list[Row]:
        rows = [GAP]
        if self.searching:
            rows.append(block(joined("Nothing matches ", (self.query_text, STRONG), ".")))
            return [*rows, GAP, block(hint(self, "{clear} shows all again."))]
        rows += [block(styled(self.NONE, STRONG)), block(styled(ABOUT, DIM)), GAP]
        for keys, does in STEPS:
            if not does:
                rows.append(line(styled(keys, HEADING)))
                continue
            rows.append(block(styled(does, DIM), indent=10, first=joined("  ", hint(self, keys))))
        return rows

    def _tell(self, every: Sequence[AnnotatedThing], found: Sequence[AnnotatedThing]) -> None:
        many, elsewhere = counted(len(found), self.NOUN), self.corpus.added.elsewhere
        if len(found) < len(every):
            many = f"{len(found):,} of {len(every):,}"
        self.summary.left = joined(
            (many, STRONG),
            *((f"{count:,} {name}", DIM) for name, count in counts(found).items()),
            (f"{elsewhere:,} in other folders" if elsewhere else "", DIM),
            (self.query_text.strip(), ".hit"),
            hint(self, "{clear} clears") if self.searching else "",
            (order_words(self.order) if len(found) > 1 else "", DIM),
            by=" · ",
        )

    def signs_of(self, target: Hashable) -> str:
        entry = self._entries.get(str(target))
        if entry is None:
            return super().signs_of(target)
        return "?" if entry.orphaned else entry.noted.signs

    # ------------------------------------------------------------------ what is beside it

    @property
    def entry(self) -> AnnotatedThing | None:
        """What the list is at."""
        return self._entries.get(self._shown or "")

    @property
    def record(self) -> Record | None:
        return self.entry.record if self.entry else None

    @property
    def subject(self) -> Record | Anchor | None:
        entry = self.entry
        return (entry.record or entry.anchor) if entry else None

    def show_detail(self, at: Hashable | None = None, scroll: int | None = None) -> None:
        if self.entry is not None:
            self.page.show(self._told(self.entry), at=at, scroll=scroll)

    def _told(self, entry: AnnotatedThing) -> list[Row]:
        """The record with what is added, or the words, or what an orphan was about."""
        added = added_rows(self.corpus, entry.noted)
        if entry.record is not None:
            rows = card(self.corpus.whole, entry.record)
            return [*rows[:HEAD], *added, *rows[HEAD:]]
        if not entry.orphaned:
            head = [
                line(styled(entry.kind.upper(), LABEL)),
                block(styled(entry.says, STRONG)),
                GAP,
            ]
            anchors = [entry.anchor] if entry.anchor else []
            return [*head, *added, *passages(self.corpus.whole, anchors, "In its article")]
        target = entry.placed[0].annotation.target
        at = target.selector
        rows = [
            line(styled(f"{entry.kind.upper()}, ORPHANED", LABEL)),
            block(styled(entry.says, STRONG)),
            GAP,
            *added,
            fact("Was in", target.source or "no article", (f"  {target.file}", DIM)),
        ]
        if at is not None:
            stood = joined((at.prefix, DIM), (at.exact, STRONG), (at.suffix, DIM))
            rows.append(fact("Stood", stood))
        return [
            *rows,
            GAP,
            block(styled("Its words are no longer in any article. X removes it.", DIM)),
        ]

    def show_added(self) -> None:
        self._changed()

    def watch_corpus(self, before: Corpus, after: Corpus) -> None:
        if after is not before:
            self._changed()

    # ------------------------------------------------------------------ what one asks

    @on(RowList.Chosen, ".list")
    def open_passage(self, event: RowList.Chosen) -> None:
        """Enter on a thing opens its passage."""
        event.stop()
        entry = self.entry
        if entry is not None and (entry.record or entry.anchor):
            article = entry.anchor.article if entry.anchor else ""
            id = entry.record.id if entry.record else article
            self.post_message(Open(id, None if entry.record else entry.anchor, self.query_text))

    def go_to(self, target: Hashable) -> None:
        if isinstance(target, Anchor) and self.record is None:
            self.post_message(Open(target.article, target))
        else:
            super().go_to(target)

    def settle(self) -> None:
        if self._typing:
            from tui.search import settled

            self._typing = False
            self.search_for(settled(self.query_text))
        super().settle()

    @property
    def _has_any(self) -> bool:
        """Whether there is anything to search, to sort or to carry out."""
        return self.searching or bool(self.corpus.added.placed)

    async def action_search(self) -> None:
        """Where nothing is added, all else is searched: who types to search types no commands."""
        if self._has_any:
            await super().action_search()
        else:
            await self.run_action("screen.everywhere")

    def action_remove(self) -> None:
        if self.entry is not None:
            ids = frozenset(each.annotation.id for each in self.entry.placed)
            self.post_message(Remove(ids, self.entry.says))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "remove":
                return self.entry is not None
            case "sort" | "export":
                return self._has_any
            case "filter" | "compare":
                return False
            case "clear":
                return bool(self.query_text)
        return super().check_action(action, parameters)
