"""What entries are made of: an article's file, words that stand in it, a date, actors.

Each is read from the table that gives it, and held against the articles; what is wrong goes
to the problems, with its line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.cleaning import clean_text, cleaned
from tui.curate.entries import ActorReference, Passage
from tui.curate.typed_table import Problems, TypedTable, shown, suggestion
from tui.dates import when
from tui.model import BASES, Anchor, When
from tui.offset_map import OffsetMap


@dataclass(frozen=True, slots=True)
class Parts:
    """Reads the parts of entries, with the texts that they are checked against."""

    texts: Mapping[str, str]
    """The articles by the names of their files."""
    ids: Mapping[str, str]
    files: Mapping[str, str]
    """The names of the articles' files by the articles' ids."""
    problems: Problems
    before: str = ""
    """What stands before the names of the folder's articles."""

    def file(self, table: TypedTable, key: str) -> str:
        """The name of an article that there is, or ""."""
        file = table.needed(key)
        if file and self.before + file not in self.texts:
            known = [each.removeprefix(self.before) for each in self.texts]
            table.problem(f"no article is called {shown(file)}{suggestion(file, known)}", key)
            return ""
        return file and self.before + file

    def passage(
        self, table: TypedTable, file: str = "", *, done: bool = True, inside: str = "words"
    ) -> Passage | None:
        """The words that a table quotes, in the article that it names."""
        if not file or table.has("article"):
            file = self.file(table, "article")
        else:
            table.asked.append("article")
        words = table.verbatim(inside)
        nth = table.number("nth")
        if done:
            table.done()
        if not file or not words:
            return None
        found = self.find(table, inside, file, words, nth)
        return Passage(found, table.where(inside)) if found else None

    def proof(self, table: TypedTable, file: str = "") -> Passage | None:
        """The words that prove an entry, where an article has them."""
        inner = table.table("proof")
        return self.passage(inner, file) if inner else None

    def find(
        self, table: TypedTable, key: str, file: str, words: str, nth: int | None
    ) -> Anchor | None:
        """Where words stand in an article; a problem where they do not, or where ``nth``
        does not tell which of them are meant."""
        text = self.texts[file]
        # As the file has them, or as its readers see them.
        stands = _all(words, OffsetMap(text)) or _all(clean_text(words), cleaned(text))
        if not stands:
            table.problem(
                f"the words {shown(words)} do not stand in {shown(file)}{_nearest(text, words)}",
                key,
            )
        elif nth is None and len(stands) > 1:
            table.problem(
                f"the words {shown(words)} stand {len(stands)} times in {shown(file)}; expected"
                f" more of the words, or nth = 1 to {len(stands)}",
                key,
            )
        elif nth is not None and nth > len(stands):
            times = "once" if len(stands) == 1 else f"{len(stands)} times"
            table.problem(
                f"nth is {nth}, but the words {shown(words)} stand {times} in {shown(file)}",
                "nth",
            )
        else:
            return Anchor(self.ids[file], *stands[(nth or 1) - 1])
        return None

    def dated(
        self,
        table: TypedTable,
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
            expression = self.passage(inner, file, done=False)
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
        self,
        table: TypedTable,
        key: str,
        edtf: str,
        basis: str,
        expression: Anchor | None,
        note: str,
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

    def actors(self, table: TypedTable, key: str) -> tuple[ActorReference, ...]:
        """The actors of a list, each with where it is named."""
        return tuple(ActorReference(id, table.where(key, index)) for id, index in table.ids(key))

    def claimant(self, table: TypedTable) -> ActorReference | None:
        """Who claims what an entry tells, if it says so."""
        id = table.id("claimed_by", required=False)
        return ActorReference(id, table.where("claimed_by")) if id else None


_LOOK_ALIKE = str.maketrans("“”„«»‘’‚–—\u00a0\u2009\u202f", '"""""\'\'\'--   ')


def _all(words: str, text: OffsetMap) -> list[tuple[int, int]]:
    """Where words stand in a text, as offsets into its source."""
    found = []
    start = text.text.find(words)
    while words and start >= 0:
        found.append(text.to_source((start, start + len(words))))
        start = text.text.find(words, start + 1)
    return found


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
