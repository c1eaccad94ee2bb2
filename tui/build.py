"""From a folder of articles to a corpus: read, then curate, then store.

The folder's files are read once; what is no article is left out with a reason, and the
others are built. What is wrong in a curated file stops the build, and an old store stands.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tui import store
from tui.corpus import Corpus
from tui.files import Refused, names_in, read_file
from tui.model import Anchor, Reading, article_id

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


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a folder holds: its articles' texts by file name, what else has an article's
    name, and the digest of every file that a corpus is made from."""

    folder: Path
    texts: Mapping[str, str]
    skipped: tuple[Skipped, ...]
    digests: Mapping[str, str]


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


def inputs(folder: Path) -> Inputs:
    """What a folder holds; BuildError when it cannot be read."""
    try:
        names, curated = names_in(folder, ".txt"), names_in(folder, ".toml")
    except OSError as error:
        raise BuildError(f"{folder}: {error.strerror or error}") from error
    texts: dict[str, str] = {}
    skipped: list[Skipped] = []
    digests: dict[str, str] = {}
    first_with: dict[str, str] = {}
    for name in names:
        try:
            data = read_file(folder, name)
            digests[name] = hashlib.sha256(data).hexdigest()
            text = _text(data)
            first = first_with.setdefault(article_id(text), name)
            if first != name:
                raise Refused(f"the same text as {first}")
            texts[name] = text
        except Refused as refused:
            digests.setdefault(name, f"skipped: {refused}")
            skipped.append(Skipped(name, str(refused)))
    for name in curated:
        try:
            digests[name] = hashlib.sha256(read_file(folder, name)).hexdigest()
        except Refused as refused:
            raise BuildError(f"{folder / name}: {refused}") from refused
    return Inputs(folder, texts, tuple(skipped), digests)


def _text(data: bytes) -> str:
    if b"\0" in data:
        raise Refused("binary: it holds NUL bytes")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(f"not UTF-8: byte {error.start + 1} is 0x{data[error.start]:02x}") from error
    if not text.strip():
        raise Refused("empty")
    return text


def build(source: Path | Inputs, progress: Progress | None = None) -> Built:
    """The corpus of a folder of articles.

    Raises BuildError when there is no article, and ``tui.curate.CurationError`` with every
    problem of the curated files when these do not fit.
    """
    # Here and not above: whoever opens a store that is there needs no rules.
    from tui import curate, extract

    given = inputs(source) if isinstance(source, Path) else source
    if not given.texts:
        refused = (f"{file}: {reason}" for file, reason in given.skipped)
        raise BuildError(f"{given.folder}: no article (a .txt file) to read", refused)
    curation = curate.read(given.folder, given.texts)
    readings = []
    for done, (file, text) in enumerate(given.texts.items()):
        if progress:
            progress(done, len(given.texts))
        readings.append(extract.read(file, text, curation.known_for(file)))
    texts = {article_id(text): text for text in given.texts.values()}
    corpus = curate.apply(curation, readings, texts)
    if progress:
        progress(len(readings), len(given.texts))
    return Built(
        corpus, Report(len(readings), given.skipped, _tallies(corpus, readings)), given.digests
    )


def open_or_build(
    folder: Path | None, place: Path | None, say: Callable[[str], None]
) -> tuple[Corpus, Report | None]:
    """The corpus of a folder (of the seeds when None), from its store where this is whole
    and not older than the folder, else built anew; ``say`` is told why.

    The report is that of the build, if there was one. A store that cannot be written is
    no reason not to explore: that, too, is only said.
    """
    place = place or store.default_path(folder)
    given = inputs(folder or seeds())
    try:
        return store.load(place, given.digests), None
    except store.StoreProblem as problem:
        say(f"reading the articles: the store {problem.reason}")
    built = build(given)
    try:
        store.save(built.corpus, place, built.digests)
    except OSError as error:
        say(f"the store cannot be kept: {error.strerror or error}")
    return built.corpus, built.report


def _tallies(corpus: Corpus, readings: Iterable[Reading]) -> tuple[Tally, ...]:
    """Records by how they came to be, and the actors' mentions, which are no records."""
    tallies = []
    for kind in ("article", "actor", "contest", "event", "figure", "quote"):
        origins = Counter(record.origin for record in corpus.of(kind))
        tallies.append(Tally(f"{kind}s", origins["extracted"], origins["curated"]))
    by_rule: set[Anchor] = {
        mention for reading in readings for actor in reading.actors for mention in actor.mentions
    }
    mentions = {mention for actor in corpus.actors for mention in actor.mentions}
    tallies.insert(2, Tally("mentions", len(mentions & by_rule), len(mentions - by_rule)))
    return tuple(tallies)
