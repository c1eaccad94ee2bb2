"""Articles read, few or many: by all cores where there are many, and only those not read yet.

Each article is read alone: what comes of it depends on its file's name, its text and what is
told beforehand, so that readings may be made in any process, of any machine, and kept. Those of a
large corpus are written into a file as they come, in the order of the articles, and made
again from there whenever somebody goes through them. With a place of its own that file
stays: the next build takes from it what has the same text, is told the same beforehand and
would be read by the same rules.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys
from array import array
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui import __version__, executors
from tui.bounds import OutOfBounds, within
from tui.dependencies import digest_of
from tui.disagreements.report_facts import facts_of
from tui.model import KINDS, Article, Extraction, Hints, Record
from tui.summary import ExtractionSummary, ReportFacts, SummarisedExtraction, summary_of
from tui.tables import kept_files
from tui.tables.codec import as_json, decode, encode, from_json
from tui.tables.lazy_records import LazyRecords
from tui.tables.line_cache import DIGEST, LABEL, NOT_KEPT, LineWriter, labelled, written
from tui.tables.line_cache import kept as kept_lines
from tui.tables.record_buffers import Home, RowStretch, id_in, packed_rows
from tui.tables.spill import SpilledTexts, SpillFile, text_row

if TYPE_CHECKING:
    from concurrent.futures import Executor

MANY = 200
"""Articles from which on readings are kept in a file, and as many have to be read for more
than one process: with fewer, those take longer to start than there is to do."""

BATCH = 8
"""Articles that a process is given at a time."""

LONG_BATCH = 500_000
"""Characters from which on fewer articles are given at a time."""


class Bound(NamedTuple):
    """Seconds of processor time for reading an article: some for any, more for a long one.

    A long article takes some 3 s for a million characters on a slow machine.
    """

    any: float = 20
    million: float = 30

    def of(self, text: str) -> float:
        return self.any + self.million * len(text) / 1e6


BOUND = Bound()


class Task(NamedTuple):
    """An article to be read, with what is known of it. It is called by its path."""

    path: str
    text: str
    known: Hints
    missing: str = ""
    """Why its text cannot be had, where it cannot."""


class Failure(NamedTuple):
    """An article on which a rule fails or takes too long, and how."""

    path: str
    reason: str


class Readings(NamedTuple):
    """What came of some articles: readings that may be gone through again and again."""

    read: Iterable[Extraction]
    files: frozenset[str]
    failures: tuple[Failure, ...]
    lost: int = 0
    """How many were read here since whoever was to read them has died or was gone."""
    texts: Mapping[str, str] | None = None
    """The texts of the articles by their ids, where they are kept with the readings."""
    kept: LineWriter = NOT_KEPT
    """What has written the readings of many for the next build."""


Done = Callable[[int, Callable[[], Readings]], None]
"""Is told, before each article, how many are done, and what gives the readings of these."""


def read_all(
    files: Collection[str],
    told: Callable[[str], str],
    task: Callable[[str], Task],
    done: Done,
    place: Path | None = None,
    processes: int | None = None,
    executor: Executor | None = None,
) -> Readings:
    """The readings of articles by their files, in the order of these.

    ``told`` gives all that the reading of a file depends on but the rules, ``task`` what there is
    to read in it, whenever that is needed. ``place`` is the file where readings are kept from one
    build to the next, if they are. Many are read by an executor where one is given, else by as
    many processes as there are cores, or so many as are given. Refusal where one of its workers
    has other rules.
    """
    if len(files) < MANY:
        kept_files.forget(place)
        made: list[Extraction | Failure] = []
        for file in files:
            done(len(made), lambda: _sorted_out(made))
            made.append(_read(task(file), BOUND))
        return _sorted_out(made)
    keys = {file: _cache_key(told(file)) for file in files}
    read, failed, lost = list[str](), list[Failure](), list[int]()
    with contextlib.ExitStack() as ends:
        kept = ends.enter_context(kept_lines(place))
        new = [file for file in files if keys[file] not in kept]
        packing = _packed(
            new,
            task,
            processes or executors.cores(),
            executor,
            lambda batch: lost.append(len(batch)),
        )
        fresh = ends.enter_context(contextlib.closing(packing))
        keeping = ends.enter_context(written(place))
        lines = SpillFile(keeping)
        places: dict[str, tuple[int, int]] = {}

        def readings() -> Readings:
            texts = SpilledTexts(lines, dict(places))
            made = _Spilled(lines, [begin for begin, _ in places.values()], texts)
            return Readings(made, frozenset(read), tuple(failed), sum(lost), texts)

        for number, (file, key) in enumerate(keys.items()):
            done(number, readings)
            packed = None if key in kept else next(fresh)
            if isinstance(packed, Failure):
                failed.append(packed)
            else:
                read.append(file)
                line = kept.line(key) if packed is None else labelled(key, packed)
                id, begin, end = _text_in(line)
                places[id] = lines.starts[-1] + begin, lines.starts[-1] + end
                lines.append(line)
                keeping.leave_room(lines.starts[-1], len(read), len(files))
        lines.flush()
    return readings()._replace(kept=keeping)


def _sorted_out(made: Iterable[Extraction | Failure]) -> Readings:
    readings = [each for each in made if isinstance(each, Extraction)]
    failures = tuple(each for each in made if isinstance(each, Failure))
    return Readings(readings, frozenset(each.article.path for each in readings), failures)


# ------------------------------------------------------------------------- one article


def _read(task: Task, bound: Bound) -> Extraction | Failure:
    from tui import extract

    if task.missing:
        return Failure(task.path, task.missing)
    try:
        file = task.path.removesuffix(f"/{task.known.locator}") if task.known.locator else task.path
        return within(bound.of(task.text), extract.read, file, task.text, task.known)
    except OutOfBounds as error:
        return Failure(task.path, f"reading it {error}")
    except Exception as error:  # noqa: BLE001 - no article takes the others with it
        return Failure(task.path, f"an error of the program: {type(error).__name__}: {error}")


_PARTS: dict[str, type[Record]] = {
    part.name: kind for part in fields(Extraction) for kind in KINDS if part.name == f"{kind.kind}s"
}


def _read_packed(tasks: list[Task], bound: Bound) -> list[bytes | Failure]:
    """Articles read in whatever process this is, each reading packed into one line."""
    found: list[bytes | Failure] = []
    for task in tasks:
        reading = _read(task, bound)
        found.append(reading if isinstance(reading, Failure) else _pack(reading, task.text))
    return found


def _pack(reading: Extraction, text: str) -> bytes:
    """A reading as one line of cells: the article, its text and every record, before them the facts
    of its text that few ask for, and first how many records there are of each kind, how long each
    cell is with what stands behind it, the summary and the other facts. Between cells stands what
    JSON has none of in itself."""
    texts = {reading.article.id: text}
    parts = [getattr(reading, name) for name in _PARTS]
    facts = facts_of(reading, text)
    cells = [
        *(facts.spoken, facts.counts),
        *(as_json(encode(reading.article, texts)), text_row(texts, reading.article.id)),
        *(row for part in parts for row in packed_rows(part, texts)),
    ]
    lengths = [*map(len, parts)], [len(cell) + 1 for cell in cells[TEXT:]]
    return b"\t".join([as_json([*lengths, summary_of(reading), facts.packed()]), *cells])


TEXT = 3
"""The number of the cell of an article's text, behind the first."""


def _unpack(
    lines: SpillFile, number: int, text: int, texts: Mapping[str, str]
) -> SummarisedExtraction:
    """The reading of a line, of which the records are left where they are; ``text`` is where its
    text stands."""
    begin = lines.starts[number]
    line = lines.part(begin, text - 1)
    head, spoken, counts, article = line[LABEL:].split(b"\t")
    many, lengths, gist, facts = from_json(head)
    home = Home(id_in(article), line[DIGEST:LABEL])
    edges = array("Q", accumulate(lengths, initial=text))[1:]
    parts: dict[str, LazyRecords[Any]] = {}
    at = 0
    for (name, kind), count in zip(_PARTS.items(), many, strict=True):
        if count:
            parts[name] = RowStretch(kind, texts, lines, edges[at : at + count + 1], home)
            at += count
    return SummarisedExtraction(
        article=decode(Article, from_json(article), texts),
        gist=ExtractionSummary._make(gist),
        facts=ReportFacts.unpacked(facts, spoken, counts),
        row=article,
        **parts,
    )


def _text_in(line: bytes) -> tuple[str, int, int]:
    """The id of an article, and where in the line of its reading the row of its text stands."""
    article = LABEL
    for _ in range(TEXT):
        article = line.index(b"\t", article) + 1
    begin = line.index(b"\t", article) + 1
    end = line.find(b"\t", begin)
    return id_in(line[article : begin - 1]), begin, len(line) if end < 0 else end


# --------------------------------------------------------------------- some processes


def _packed(
    files: Sequence[str],
    task: Callable[[str], Task],
    processes: int,
    executor: Executor | None,
    lost: Callable[[list[Task]], None],
) -> Generator[bytes | Failure, None, None]:
    """The packed readings of articles, in their order whoever is first."""
    if executor is None and (processes < 2 or len(files) < MANY):
        for file in files:
            yield from _read_packed([task(file)], BOUND)
        return
    work = partial(read_by_same_rules, fingerprint(), bound=BOUND)
    if executor is not None:
        shared: contextlib.AbstractContextManager[Executor] = contextlib.nullcontext(executor)
        ahead = executors.AHEAD
    else:
        shared, ahead = executors.process_pool(processes), 2 * processes
    with shared as readers:
        for batch in executors.results(readers, work, _batches(map(task, files)), ahead, lost):
            yield from batch


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    length = 0
    for each in tasks:
        batch.append(each)
        length += len(each.text)
        if len(batch) == BATCH or length >= LONG_BATCH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def fingerprint() -> str:
    """What two processes have to share to read an article to the same bytes."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f"{__version__}, rules {digest_of(__name__)[:12]}, Python {python}"


def read_by_same_rules(rules: str, tasks: list[Task], bound: Bound) -> list[bytes | Failure]:
    """Articles read in whatever process this is, on this machine or another; Refusal where
    that has another fingerprint than the one that asks."""
    if rules != fingerprint():
        raise executors.Refusal(f"a worker has {fingerprint()}, and this is {rules}")
    return _read_packed(tasks, bound)


# ----------------------------------------------------------------------- kept readings


def _rules_digest() -> bytes:
    """A digest of everything that a reading depends on but the article: the code that makes
    and packs it, and its data files."""
    return digest_of(__name__).encode()


def _cache_key(told: str) -> bytes:
    """What two readings share when they are the same."""
    made = hashlib.sha256(_rules_digest())
    made.update(told.encode("utf-8", "surrogatepass"))
    return made.hexdigest().encode()


class _Spilled(Iterable[SummarisedExtraction]):
    """Readings made again from the lines that there are, one at a time."""

    def __init__(self, lines: SpillFile, begins: Sequence[int], texts: Mapping[str, str]) -> None:
        self._lines, self._begins, self._texts = lines, begins, texts
        """The lines, where in each its text begins, and all texts."""

    def __iter__(self) -> Iterator[SummarisedExtraction]:
        for number, text in enumerate(self._begins):
            yield _unpack(self._lines, number, text, self._texts)
