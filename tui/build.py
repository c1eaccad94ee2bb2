"""From a folder of articles to a corpus: read, then curate, then store.

The folder's files are read once; what is no article is left out with a reason, and the
others are built. What is wrong in a curated file stops the build, and an old store stands.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from tui import documents, store
from tui.corpus import Corpus
from tui.documents import Document
from tui.files import Refused, names_in, read_file, sweep
from tui.ids import article_ids
from tui.model import Known, digest

Progress = Callable[[int, int], None]
"""Is told how many articles of how many have been read."""


class BuildError(Exception):
    """There is nothing to build; the message says why, and ``problems`` name the files
    that were refused, where there are any."""

    def __init__(self, message: str, problems: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class Skipped(NamedTuple):
    """A file that is not read as an article, and why not."""

    file: str
    reason: str


class Remark(NamedTuple):
    """What was done with a file that is an article, and that its owner may not expect."""

    file: str
    remark: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a folder holds: its articles by file name, what else has an article's name,
    and the digest of every file that a corpus is made from."""

    folder: Path
    documents: Mapping[str, Document]
    skipped: tuple[Skipped, ...]
    digests: Mapping[str, str]

    @property
    def texts(self) -> Mapping[str, str]:
        """The articles' texts by file name."""
        return Texts(self.documents, {file: file for file in self.documents})

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What the owner of the files may not expect, file by file."""
        return tuple(
            Remark(file, remark)
            for file, document in self.documents.items()
            for remark in remarks_on(document)
        )


class Texts(Mapping[str, str]):
    """The texts of documents under other names than their files', each by its file."""

    def __init__(self, documents: Mapping[str, Document], files: Mapping[str, str]) -> None:
        self._documents = documents
        self._files = files

    def __getitem__(self, name: str) -> str:
        return self._documents[self._files[name]].text

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


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


def seeds() -> Path:
    """The five articles: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"


def own_articles() -> Path:
    """The folder of the user's own articles, in the user's data directory."""
    return store.default_path().parent / "articles"


def inputs(folder: Path) -> Inputs:
    """What a folder holds; BuildError when it cannot be read."""
    from tui import spool

    found = spool.Filed[Document]()
    skipped: list[Skipped] = []
    digests: dict[str, str] = {}
    known = Shelf()
    for name, data in _files(folder):
        digests[name] = _digest(name, data)
        try:
            if isinstance(data, Refused):
                raise data
            if documents.is_article(name):
                document = documents.read(name, data)
                known.take(name, document)
                found.put(name, document)
        except Refused as refused:
            skipped.append(Skipped(name, str(refused)))
    return Inputs(folder, found, tuple(skipped), digests)


def digests_of(folder: Path) -> dict[str, str]:
    """The digest of every file that a corpus is made from; BuildError when the folder
    cannot be read. No file is read for what it says, which costs more for some kinds."""
    return {name: _digest(name, data) for name, data in _files(folder)}


def _files(folder: Path) -> Iterator[tuple[str, bytes | Refused]]:
    """The bytes of the articles and curated files of a folder, the articles first; the
    reason instead where an article's file is not to be read."""
    try:
        names = names_in(folder)
    except OSError as error:
        missing = folder == own_articles() and not folder.exists()
        hint = "no article of your own yet: serbia-tui add FILE" if missing else ""
        raise BuildError(f"{folder}: {hint or error.strerror or error}") from error
    for name in filter(documents.is_article, names):
        try:
            yield name, read_file(folder, name)
        except Refused as refused:
            yield name, refused
    for name in names:
        if name.endswith(".toml"):
            try:
                yield name, read_file(folder, name)
            except Refused as refused:
                raise BuildError(f"{folder / name}: {refused}") from refused


def _digest(name: str, data: bytes | Refused) -> str:
    """The digest of a file's bytes, with what reads them where that may change."""
    if isinstance(data, Refused):
        return f"skipped: {data}"
    made = hashlib.sha256(data).hexdigest()
    reader = documents.reader_of(name)
    return f"{made}, {reader}" if reader else made


class Shelf:
    """The articles that there are, against which a further one is held."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._words: dict[bytes, str] = {}

    def take(self, name: str, document: Document) -> None:
        """Keep an article in mind; Refused when it is there under another name."""
        text = digest(document.text)
        first = self._texts.get(text)
        if first is not None:
            raise Refused(f"the same text as {first}")
        words = documents.same_words(document)
        first = self._words.get(words)
        if first is not None:
            raise Refused(f"the same words as {first}, spaced or marked otherwise")
        self._texts[text] = self._words[words] = name


def remarks_on(document: Document) -> Iterator[str]:
    """What the owner of a file may not expect of how it is read."""
    if document.encoding != "utf-8":
        yield f"read as {document.encoding}"
    yield from document.remarks


def build(
    source: Path | Inputs,
    progress: Progress | None = None,
    place: Path | None = None,
    processes: int | None = None,
) -> Built:
    """The corpus of a folder of articles.

    With ``place``, where its store is to be, the readings of a large corpus are kept beside
    that, and only what has changed is read the next time; the corpus is the same. As many
    processes read a large corpus as there are cores, or so many as are given.

    Raises BuildError when there is no article, and ``tui.curate.CurationError`` with every
    problem of the curated files when these do not fit.
    """
    # Here and not above: whoever opens a store that is there needs no rules.
    from tui import curate, reading, spool
    from tui.disagreements import disagreements

    store.note_rules()
    given = inputs(source) if isinstance(source, Path) else source
    if not given.documents:
        refused = (f"{file}: {reason}" for file, reason in given.skipped)
        kinds = ", ".join(documents.SUFFIXES)
        raise BuildError(f"{given.folder}: no article ({kinds}) to read", refused)
    curation = curate.read(given.folder, given.texts)
    total = len(given.documents)
    ids = article_ids(given.texts)
    files = {id: file for file, id in ids.items()}

    def task(file: str) -> reading.Task:
        document = given.documents[file]
        known = replace(_known(curation.known_for(file), document), id=ids[file])
        return reading.Task(file, document.text, known)

    readings = reading.read_all(
        given.documents.keys(),
        task,
        Texts(given.documents, files),
        lambda done: progress(done, total) if progress else None,
        reading.place_beside(place) if place else None,
        processes,
    )
    skipped = (*given.skipped, *(Skipped(*failure) for failure in readings.failures))
    if not readings.files:
        raise BuildError(f"{given.folder}: no article could be read", map(": ".join, skipped))
    if progress:
        progress(total, total)
    texts = Texts(
        given.documents, {id: file for id, file in files.items() if file in readings.files}
    )
    tally: Counter[tuple[str, str]] = Counter()
    pile = spool.FiledPile if total >= reading.MANY else spool.Pile
    corpus = curate.apply(curation, readings.read, texts, pile, tally)
    found = tuple(disagreements(corpus))
    corpus = replace(corpus, disagreements=(*found, *corpus.disagreements))
    report = Report(
        len(readings.files), skipped, _tallies(corpus, tally), given.remarks, _unread(corpus)
    )
    return Built(corpus, report, given.digests)


def _known(curated: Known, document: Document) -> Known:
    """What is known of an article, from people and from its file."""
    return replace(curated, told=document.told, kept=document.kept, encoding=document.encoding)


def open_or_build(
    folder: Path | None,
    place: Path | None,
    say: Callable[[str], None],
    progress: Progress | None = None,
) -> tuple[Corpus, Report | None]:
    """The corpus of a folder (of the seeds when None), from its store where this is whole
    and not older than the folder, else built anew; ``say`` is told why, and ``progress``
    how far that is.

    The report is that of the build, if there was one. A store that cannot be written is
    no reason not to explore: that, too, is only said.
    """
    place = place or store.default_path(folder)
    sweep(place.parent)
    try:
        return store.load(place, digests_of(folder or seeds())), None
    except store.StoreProblem as problem:
        say(f"reading the articles: the store {problem.reason}")
    built = build(folder or seeds(), progress, place)
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


def _tallies(corpus: Corpus, counted: Counter[tuple[str, str]]) -> tuple[Tally, ...]:
    """Records by how they came to be, and the actors' mentions, which are no records.
    What of these is counted already is not gone through again."""
    for kind in ("article", "contest", "disagreement"):
        counted.update((kind, record.origin) for record in corpus.of(kind))
    kinds = "article actor mention contest event figure quote disagreement".split()
    return tuple(
        Tally(f"{kind}s", counted[kind, "extracted"], counted[kind, "curated"]) for kind in kinds
    )
