"""From a folder of articles to a corpus: read, then curate, then store.

What is wrong in a curated file stops the build, and an old store stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, replace
from itertools import starmap
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from tui import store
from tui.corpus import Corpus
from tui.dependencies import digest_of
from tui.executors import Refusal
from tui.files import Refused, sweep
from tui.folders import own_articles, seeds
from tui.gc_pause import gc_paused, gc_seldom
from tui.ids import article_ids
from tui.inputs import (
    BuildError,
    Inputs,
    Remark,
    Skipped,
    digests_of,
    inputs,
    remarks_on,
)
from tui.model import Hints
from tui.parsed_files import Texts
from tui.tables import kept_files
from tui.tables.line_cache import Memory, remembering, told_unkept

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tui import batch

__all__ = [
    "BuildError",
    "Built",
    "Inputs",
    "Report",
    "Skipped",
    "build",
    "digests_of",
    "inputs",
    "open_or_build",
    "own_articles",
    "remarks_on",
    "seeds",
]

Progress = Callable[[int, int], None]
"""Is told how many articles of how many have been read."""

ShowPart = Callable[[Corpus, float], None]
"""Is given what the articles say that are read so far, and in how many seconds that was put
together."""

FIRST_PART = 1.5
"""Seconds of reading after which what is read is put together for the first time."""

GROWN = 3
"""Again where so many times as many are read, and no later than this share of all: to put a
part together takes as long as it does for the whole, article by article."""

FILL_IT = "put some there: texts, pages, PDFs, archives"


class Unread(NamedTuple):
    """A language without rules, "" where none is recognised, and how many articles are in it."""

    language: str
    articles: int

    @property
    def told(self) -> str:
        """This as a sentence."""
        articles = "1 article" if self.articles == 1 else f"{self.articles:,} articles"
        are = "is" if self.articles == 1 else "are"
        only = "only words in quotation marks are read"
        if not self.language:
            return f"the language of {articles} is not recognised: {only}"
        return f"{articles} {are} in {self.language}, for which there are no rules: {only}"


Tallied = Counter[tuple[str, str]]
"""How many records of a kind came to be in which way."""


class Tally(NamedTuple):
    """How many of a kind the rules found, and how many stand in the curated files."""

    kind: str
    extracted: int
    curated: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a build found."""

    articles: int
    skipped: tuple[Skipped, ...]
    tallies: tuple[Tally, ...]
    remarks: tuple[Remark, ...] = ()
    unread: tuple[Unread, ...] = ()


class Built(NamedTuple):
    """A corpus, how it came to be, and the digests of what it was made from."""

    corpus: Corpus
    report: Report
    digests: Mapping[str, str]


@gc_seldom()
def build(
    source: Path | Sequence[Path] | Inputs,
    progress: Progress | None = None,
    place: Path | None = None,
    processes: int | None = None,
    executor: Executor | None = None,
    show: ShowPart | None = None,
) -> Built:
    """The corpus of a folder of articles, or of several together.

    With ``place``, where its store is to be, the readings of a large corpus are kept beside
    that, and only what has changed is read the next time; the corpus is the same. A large one
    is read by an executor where one is given, else by as many processes as there are cores, or
    so many as are given. Where reading takes a while ``show`` is given what is read so far.

    Raises BuildError when there is no article or a worker of the executor has other rules, and
    ``tui.curate.CurationError`` with every problem of the curated files when these do not fit.
    """
    # Here and not above: whoever opens a store that is there needs no rules.
    from tui import batch

    store.note_rules()
    if isinstance(source, Inputs):
        given = source
    else:
        given = inputs(*([source] if isinstance(source, Path) else source), beside=place)
    if not given.documents:
        raise BuildError(f"{given.folder}: no article to read; {FILL_IT}", given.skipped)
    total = len(given.documents)
    articles = _Articles(given)
    parts = _Parts(articles, show)

    def tell(done: int, so_far: Callable[[], batch.Readings]) -> None:
        if progress:
            progress(done, total)
        parts.after(done, so_far)

    try:
        readings = batch.read_all(
            given.documents.keys(),
            articles.told,
            articles.task,
            tell,
            kept_files.beside(place, kept_files.READINGS) if place else None,
            processes,
            executor,
        )
    except Refusal as refusal:
        raise BuildError(str(refusal)) from refusal
    skipped = (*given.skipped, *(Skipped(*failure) for failure in readings.failures))
    if not readings.files:
        raise BuildError(f"{given.folder}: no article could be read", skipped)
    if progress:
        progress(total, total)
    tally: Tallied = Counter()
    with gc_paused(), _remembering(place, total, readings.kept.room) as memory:
        corpus = articles.put_together(readings, tally, memory)
        report = _report(given, readings, skipped, corpus, tally)
    unkept = starmap(Remark, told_unkept(given.kept, readings.kept, memory.lines))
    return Built(corpus, replace(report, remarks=(*report.remarks, *unkept)), given.digests)


def _remembering(place: Path | None, articles: int, room: int) -> AbstractContextManager[Memory]:
    """What is worked out of many articles together, where it is kept; of few nothing is."""
    from tui import batch

    kept = kept_files.beside(place, kept_files.FINDINGS) if place else None
    if articles < batch.MANY:
        kept_files.forget(kept)
        kept = None
    return remembering(kept, digest_of(store.MADE_BY), room)


def _report(
    given: Inputs,
    readings: batch.Readings,
    skipped: tuple[Skipped, ...],
    corpus: Corpus,
    tally: Tallied,
) -> Report:
    return Report(
        len(readings.files),
        skipped,
        _tallies(corpus, tally),
        (*given.remarks, *_copies(corpus), *_lost(readings.lost)),
        _unread(corpus),
    )


class _Articles:
    """The articles of a build and what people know of them.

    Raises ``tui.curate.CurationError`` where what they know does not fit the articles."""

    def __init__(self, given: Inputs) -> None:
        from tui import curate

        self.documents = given.documents
        self._known = given.documents.known
        first = {file: each.id for file, each in self._known.items()}
        self.ids = article_ids(given.texts, first)
        self.files = {id: file for file, id in self.ids.items()}
        self._curation = curate.read_all(given.sources, given.texts, self.ids)
        self.curated = {self.files[id] for id in self._curation.quoted}
        """The files that curated entries quote."""

    def _hints(self, file: str) -> Hints:
        """What is known of an article, from people and from its file."""
        document = self._known[file].rest
        return replace(
            self._curation.known_for(file),
            id=self.ids[file],
            told=document.told,
            kept=document.kept,
            encoding=document.encoding,
            locator=document.locator,
            pages=document.pages,
        )

    def told(self, file: str) -> str:
        """All that the reading of a file depends on but the rules."""
        return repr((file, self._hints(file), self._known[file].text))

    def task(self, file: str) -> batch.Task:
        """What is to be read of a file, with what is known of it. One that changes while others
        are read takes these not with it: the next build reads it."""
        from tui import batch

        try:
            text, missing = self.documents.read(file).text, ""
        except Refused as refused:
            text, missing = "", str(refused)
        return batch.Task(file, text, self._hints(file), missing)

    def put_together(self, readings: batch.Readings, tally: Tallied, memory: Memory) -> Corpus:
        """The corpus of the articles that have been read; its records are counted in ``tally``,
        and what is in the ``memory`` is not worked out again."""
        from tui import batch, curate
        from tui.disagreements import disagreements
        from tui.summary import CorpusFacts
        from tui.tables import record_buffers

        with gc_paused():
            read = {id: file for id, file in self.files.items() if file in readings.files}
            many = len(self.documents) >= batch.MANY
            pile = record_buffers.SpilledBuffer if many else record_buffers.RecordBuffer
            texts = readings.texts or Texts(self.documents, read)
            told = CorpusFacts(memory=memory)
            corpus = curate.apply(self._curation, readings.read, texts, pile, tally, told)
            found = tuple(disagreements(corpus, told))
            return replace(corpus, disagreements=(*found, *corpus.disagreements))


class _Parts:
    """What is read so far of a corpus, put together and shown now and then: not before the
    articles are read that curated entries quote."""

    def __init__(self, articles: _Articles, show: ShowPart | None) -> None:
        self._articles, self._show = articles, show
        self._last = len(articles.documents) // GROWN * (GROWN - 1)
        self._next = 1
        self._from = monotonic() + FIRST_PART

    def after(self, done: int, so_far: Callable[[], batch.Readings]) -> None:
        """Show what is read after so many articles, where it is time to."""
        if self._show is None or not self._next <= done <= self._last or monotonic() < self._from:
            return
        self._next = GROWN * done
        begun = monotonic()
        readings = so_far()
        from tui.curate import CurationError

        # What is curated may be about articles that are not read yet: then there is no part.
        with suppress(CurationError):
            if readings.files and readings.files >= self._articles.curated:
                corpus = self._articles.put_together(readings, Counter(), Memory())
                self._show(corpus, monotonic() - begun)


def open_or_build(
    folders: Path | Sequence[Path] | None,
    place: Path | None,
    say: Callable[[str], None],
    progress: Progress | None = None,
    executor: AbstractContextManager[Executor] | None = None,
    show: ShowPart | None = None,
) -> tuple[Corpus, Report | None]:
    """The corpus of folders (of the seeds when none is named), from its store where this is
    whole and not older than the folders, else built anew; ``say`` is told why, and ``progress``
    how far that is; ``show`` is given what is read so far. ``executor`` is entered where it is
    needed, and left then.

    The report is that of the build, if there was one. A store that cannot be written is
    no reason not to explore: that, too, is only said.
    """
    named = [folders] if isinstance(folders, Path) else folders or []
    place = place or store.default_path(*named)
    folders = named or [seeds()]
    sweep(place.parent)
    try:
        return store.load(place, digests_of(*folders, beside=place)), None
    except store.StoreProblem as problem:
        say(f"reading the articles: the store {problem.reason}")
    with executor or nullcontext() as readers:
        built = build(folders, progress, place, executor=readers, show=show)
    try:
        aside = store.save(built.corpus, place, built.digests)
    except OSError as error:
        say(f"the store cannot be kept: {error.strerror or error}")
    else:
        if aside:
            say(f"what stood in the store's place is kept: {aside}")
    return built.corpus, built.report


def _unread(corpus: Corpus) -> tuple[Unread, ...]:
    """The languages whose articles are read for little, those of most articles first."""
    from tui.extract import languages

    found = Counter(
        each.language
        for each in corpus.articles
        if not (
            languages.has_rules(each.language)
            if each.language
            else languages.is_short(corpus.texts[each.id])
        )
    )
    return tuple(Unread(*each) for each in sorted(found.items(), key=lambda each: (-each[1], each)))


MOST_COPIES = 5
"""Versions of reports that are named one by one."""


def _copies(corpus: Corpus) -> Iterator[Remark]:
    """The articles that are versions of others, and of which."""
    copies = [each for each in corpus.articles if each.copy_of]
    for each in copies[:MOST_COPIES]:
        first = corpus.article(each.copy_of or "")
        outlet = f" in {first.publisher}" if first.publisher else ""
        yield Remark(each.path, f"the same report as {first.path}{outlet}: a version of it")
    if len(copies) > MOST_COPIES:
        yield Remark(f"{len(copies) - MOST_COPIES:,} more", "versions of reports that are here")


def _lost(articles: int) -> Iterator[Remark]:
    """How many articles were read here that others were to read."""
    if articles:
        yield Remark(f"{articles:,} articles", "read by this process: whoever had them has died")


def _tallies(corpus: Corpus, counted: Counter[tuple[str, str]]) -> tuple[Tally, ...]:
    """Records by how they came to be, and the actors' mentions, which are no records.
    What of these is counted already is not gone through again."""
    for kind in ("article", "contest", "disagreement"):
        counted.update((kind, record.origin) for record in corpus.of(kind))
    kinds = "article actor mention contest event figure quote disagreement".split()
    return tuple(
        Tally(f"{kind}s", counted[kind, "extracted"], counted[kind, "curated"]) for kind in kinds
    )
