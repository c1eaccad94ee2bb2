"""Tables of a scraper: a row an article, in CSV or in JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tui.documents.document import Found, LoadedDocument, PassedOver
from tui.documents.reader import LARGEST_BUNDLE, NO_COLUMNS, Columns, Reader, apart
from tui.files import Refused
from tui.model import FileFact

ORIGIN = "the table"

TEXT = """text fulltext full_text maintext main_text article_text articletext body article_body
    articlebody body_text content article_content story_text story article raw_text content_text
    content_html body_html html description summary""".split()
"""The names of columns that hold the text, the surest first."""

COLUMNS = {
    "title": "title headline head story_title article_title titel naslov",
    "author": "author authors byline creator writer autor",
    "published": """published date_published datepublished publish_date publication_date pub_date
        pubdate date_publish published_at publishedat published_date first_published date
        publish_time datetime timestamp created_at created time datum""",
    "publisher": """publisher source_name sitename site_name site outlet newspaper publication
        media_name media medium source_domain hostname domain source izvor""",
    "url": "url link canonical_url canonical source_url article_url web_url permalink guid",
    "language": "language lang language_code story_language jezik",
}
"""The article's facts, and what columns are called that hold them, the surest first."""

FEWEST = 120
"""Characters that an object has in a field, where it is an article and no list of some."""

FEWEST_UNNAMED = 300
"""Characters that a text has on the average in a column that has no known name."""

LOOKED_AT = 50
"""Rows that are looked at to guess the column of the text."""

_SPLIT_NAME = re.compile(r"(?<=[a-z])(?=[A-Z])|[\s.\-]+")


class InputRow(NamedTuple):
    """A row with what it is called, and why it is none, if so."""

    locator: str
    values: Mapping[str, Any]
    wrong: str = ""


class ColumnRoles(NamedTuple):
    """Which column holds the text, and which the facts."""

    text: str
    facts: Mapping[str, str]

    @property
    def told(self) -> str:
        """This as a remark."""
        facts = ", ".join(f"{fact} from {name!r}" for fact, name in self.facts.items())
        return f"texts from the column {self.text!r}{f', {facts}' if facts else ''}"


# ------------------------------------------------------------------------------ rows


def read_csv(name: str, data: bytes, columns: Columns = NO_COLUMNS) -> list[Found]:
    """The articles of a table in CSV."""
    return apart("tui.documents.formats.table:csv_rows", name, data, columns)


def read_json(name: str, data: bytes, columns: Columns = NO_COLUMNS) -> list[Found]:
    """The articles of JSON Lines, or of a list in JSON."""
    return apart("tui.documents.formats.table:json_rows", name, data, columns)


def csv_rows(_name: str, data: bytes, columns: Columns = NO_COLUMNS) -> Iterator[Found]:
    """The articles of a CSV file, in the process in which such files are read."""
    from tui.documents.decoding import decode

    text, encoding = decode(data)
    yield from _documents(_of_csv(text.removeprefix("\ufeff")), encoding, columns)


def _of_csv(text: str) -> Iterator[InputRow]:
    import csv
    from io import StringIO

    csv.field_size_limit(LARGEST_BUNDLE)
    first, _, rest = text.partition("\n")
    if declared := re.fullmatch(r"sep=(.)\r?", first, re.IGNORECASE):
        text, delimiter = rest, declared[1]
    else:
        delimiter = max(",;\t|", key=first.count)
    header: list[str] = []
    before: InputRow | None = None
    number = 0
    try:
        for number, cells in enumerate(
            csv.reader(StringIO(text, ""), delimiter=delimiter), start=1
        ):
            if not header:
                header = [cell.strip() for cell in cells]
            elif any(cell.strip() for cell in cells):
                if before:
                    yield before
                before = InputRow(f"row {number}", dict(zip(header, cells, strict=False)))
    except csv.Error as error:
        yield InputRow(f"row {number + 1}", {}, f"no CSV: {error}")
    if before:
        open_end = not text.endswith("\n") and len(before.values) < len(header)
        cut = open_end or text.count('"') % 2
        yield before._replace(wrong="cut off, or a mark does not close" if cut else "")


def json_rows(_name: str, data: bytes, columns: Columns = NO_COLUMNS) -> Iterator[Found]:
    """The articles of a JSON file, in the process in which such files are read."""
    from tui.documents.decoding import decode

    text, encoding = decode(data)
    yield from _documents(_of_json(text.removeprefix("\ufeff")), encoding, columns)


def _of_json(text: str) -> Iterator[InputRow]:
    import json

    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _of_lines(text)
        return
    items = _items(whole)
    for number, item in enumerate(items, start=1):
        locator = "" if items == [whole] else f"item {number}"
        if isinstance(item, dict):
            yield InputRow(locator, item)
        else:
            yield InputRow(locator, {}, "no object with fields")


def _items(whole: Any) -> list[Any]:
    """The articles of a JSON value: itself, or the list that it is or holds."""
    if isinstance(whole, list):
        return whole
    if isinstance(whole, dict):
        lists = [each for each in whole.values() if isinstance(each, list)]
        longest = max(lists, key=len, default=[])
        if longest and all(isinstance(each, dict) for each in longest) and not _has_text(whole):
            return longest
    return [whole]


def _has_text(item: Mapping[str, Any]) -> bool:
    return any(isinstance(each, str) and len(each) >= FEWEST for each in item.values())


def _of_lines(text: str) -> Iterator[InputRow]:
    import json

    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                item = json.loads(line)
            except (ValueError, RecursionError):
                yield InputRow(f"line {number}", {}, "no JSON, or cut off")
                continue
            if isinstance(item, dict):
                yield InputRow(f"line {number}", item)
            else:
                yield InputRow(f"line {number}", {}, "no object with fields")


# ------------------------------------------------------------------------- documents


def _documents(rows: Iterator[InputRow], encoding: str, given: Columns) -> Iterator[Found]:
    """The articles of rows. The columns that nobody has given are guessed by the first of
    them, and told."""
    first = list(islice(rows, LOOKED_AT))
    columns = guessed([each.values for each in first if not each.wrong], given)
    if columns is None:
        if first and all(each.wrong for each in first):
            raise Refused(first[0].wrong)
        names = ", ".join(list(first[0].values)[:20]) if first else ""
        raise Refused(f"no column holds texts of articles ({names or 'it has no rows'})")
    remark = columns.told
    for each in _chained(first, rows):
        if each.wrong:
            yield PassedOver(each.locator, each.wrong)
            continue
        document = _document(each, columns, encoding)
        if document is None:
            yield PassedOver(each.locator, f"its column {columns.text!r} is empty")
            continue
        text, told, remarks = document
        remarks = (remark, *remarks) if remark else remarks
        yield LoadedDocument(text, encoding, told=told, remarks=remarks, locator=each.locator)
        remark = ""


def _chained(first: Iterable[InputRow], others: Iterable[InputRow]) -> Iterator[InputRow]:
    yield from first
    yield from others


def guessed(rows: Sequence[Mapping[str, Any]], given: Columns = NO_COLUMNS) -> ColumnRoles | None:
    """The columns of some rows: those that are given, and the others by their names, that of
    the text else by its length. A fact that is given "" has none. Refused where no column has
    a name that is given; None where no column holds texts."""
    names = {name: _plain(name) for row in rows for name in row}
    for name in filter(None, given.values()):
        if name not in names:
            raise Refused(f"no column is called {name!r}, as tables.toml says: {', '.join(names)}")
    mean = {name: _mean_length(name, rows) for name in names}
    others = {name: plain for name, plain in names.items() if name not in given.values()}
    text = given.get("text") or _text_column(rows, others, mean)
    if not text:
        return None
    facts = {**_facts(others, mean, text), **given}
    return ColumnRoles(text, {fact: facts[fact] for fact in COLUMNS if facts.get(fact)})


def _text_column(
    rows: Sequence[Mapping[str, Any]], names: Mapping[str, str], mean: Mapping[str, float]
) -> str:
    """The column that holds the texts, by its name or else by its length; "" for none."""
    by_name = (
        name for wanted in TEXT for name, plain in names.items() if plain == wanted and mean[name]
    )
    text = next((name for name in by_name if mean[name] >= FEWEST / 2), "")
    if text:
        return text
    # Notes may be long as well: a table of articles tells something else of each.
    written = [name for name in names if any(isinstance(row.get(name), str) for row in rows)]
    text = max(written, key=lambda name: mean[name], default="")
    told = text and mean[text] >= FEWEST_UNNAMED and _facts(names, mean, text)
    return text if told else ""


def _facts(names: Mapping[str, str], mean: Mapping[str, float], text: str) -> dict[str, str]:
    """The columns of the facts, by their names."""
    facts = {}
    for fact, wanted in COLUMNS.items():
        found = (name for each in wanted.split() for name, plain in names.items() if plain == each)
        name = next((each for each in found if each != text and mean[each]), "")
        if name:
            facts[fact] = name
    return facts


def _plain(name: str) -> str:
    return _SPLIT_NAME.sub("_", name.strip()).lower()


def _mean_length(name: str, rows: Sequence[Mapping[str, Any]]) -> float:
    return sum(len(_value(row.get(name))) for row in rows) / len(rows)


def _value(value: Any) -> str:
    """A value as words: a list's with commas, an object's by its name."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(filter(None, map(_value, value[:100])))
    if isinstance(value, dict):
        return next((_value(value[key]) for key in ("name", "title", "url") if key in value), "")
    return "" if value is None or isinstance(value, bool) else str(value)


def _document(
    row: InputRow, columns: ColumnRoles, encoding: str
) -> tuple[str, dict[str, FileFact], tuple[str, ...]] | None:
    from tui.documents import markup
    from tui.documents.metadata import gathered, told

    text = _value(row.values.get(columns.text))
    if markup.is_markup(text):
        text = markup.plain_text(text).text
    if not text.strip():
        return None
    facts, remarks = gathered(
        told(fact, _value(row.values.get(name)), f"{ORIGIN}, column {name}")
        for fact, name in columns.facts.items()
    )
    return text, facts, remarks


_TEXT = "the column that holds texts, as its name or its length tells; HTML in it as it is seen"
_TOLD = "the columns that their names tell; which they are is said"

CSV = Reader(
    name="a table",
    suffixes=(".csv", ".tsv"),
    read=read_csv,
    text=_TEXT,
    facts=_TOLD,
    largest=LARGEST_BUNDLE,
    columns=True,
)

JSON = Reader(
    name="JSON of a scraper",
    suffixes=(".jsonl", ".ndjson", ".json"),
    read=read_json,
    text=_TEXT.replace("column", "field"),
    facts=_TOLD.replace("columns", "fields"),
    largest=LARGEST_BUNDLE,
    columns=True,
)
