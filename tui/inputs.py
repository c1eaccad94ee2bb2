"""What folders of articles hold: the documents of their files, and what is passed over.

Their files and those of their sub-folders are read once. What is no article is left out with
a reason, and so is what of a file cannot be read. Of several folders the first has its names
as they are; before those of another stands what it is called.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui import documents, parsed_files, store
from tui.digests import digest
from tui.documents import LoadedDocument, PassedOver, Reference
from tui.files import Refused, head_of, read_file
from tui.folders import OWN, own_articles
from tui.walking import files_below

if TYPE_CHECKING:
    from tui.spill import DiskDict


class Skipped(NamedTuple):
    """A file, or what stands in one, that is not read as an article, and why not."""

    file: str
    reason: str


class BuildError(Exception):
    """There is nothing to build; the message says why, and ``skipped`` what was refused,
    where anything was."""

    def __init__(self, message: str, skipped: Iterable[Skipped] = ()) -> None:
        super().__init__(message)
        self.skipped = tuple(skipped)

    @property
    def problems(self) -> tuple[str, ...]:
        """What was refused, a line each."""
        return tuple(f"{file}: {reason}" for file, reason in self.skipped)


class ArticleFolder(NamedTuple):
    """A folder of articles, and what stands before the names of its files."""

    folder: Path
    before: str = ""


class Remark(NamedTuple):
    """What was done with a file that is an article, and that its owner may not expect."""

    file: str
    remark: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """What folders hold: their articles by their paths, what else might have been one, and
    the digest of every file that a corpus is made from."""

    sources: tuple[ArticleFolder, ...]
    documents: Mapping[str, LoadedDocument]
    skipped: tuple[Skipped, ...]
    digests: Mapping[str, str]

    @property
    def folder(self) -> str:
        """The folders, to be named in a line."""
        return ", ".join(str(each.folder) for each in self.sources)

    @property
    def texts(self) -> Mapping[str, str]:
        """The articles' texts by their paths."""
        return Texts(self.documents, {path: path for path in self.documents})

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What the owner of the files may not expect, article by article."""
        return tuple(
            Remark(path, remark)
            for path, document in self.documents.items()
            for remark in remarks_on(document)
        )


class Texts(Mapping[str, str]):
    """The texts of documents under other names than their paths, each by its path."""

    def __init__(self, documents: Mapping[str, LoadedDocument], paths: Mapping[str, str]) -> None:
        self._documents = documents
        self._paths = paths

    def __getitem__(self, name: str) -> str:
        return self._documents[self._paths[name]].text

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def sources(*folders: Path) -> tuple[ArticleFolder, ...]:
    """Folders with what stands before the names of their files, none of it twice."""
    first, *others = dict.fromkeys(folders)
    made = [ArticleFolder(first)]
    for folder in others:
        name = OWN if folder == own_articles() else folder.absolute().name or "folder"
        number, before = 1, f"{name}/"
        # No file of the first folder may have a name that one of another has.
        while before in {each.before for each in made} or (first / before).exists():
            number += 1
            before = f"{name}-{number}/"
        made.append(ArticleFolder(folder, before))
    return tuple(made)


def inputs(*folders: Path, beside: Path | None = None) -> Inputs:
    """What folders hold; BuildError when one cannot be read. What was taken from files of
    which that takes long is kept ``beside`` a store."""
    place = parsed_files.place_beside(beside) if beside else None
    with parsed_files.parsing(place) as parse:
        return _inputs(sources(*folders), parse)


def _inputs(given: tuple[ArticleFolder, ...], parse: parsed_files.Parse) -> Inputs:
    from tui import curate, spill

    found = spill.DiskDict[LoadedDocument]()
    skipped: list[Skipped] = []
    digests: dict[str, str] = {}
    references: dict[str, Reference] = {}
    shelf = Shelf()
    columns = {
        each.before + file: told
        for each in given
        for file, told in curate.columns_in(each.folder).items()
    }
    for file, name, data in _files(given):
        if not isinstance(data, _NoArticle):
            digests[file] = _digest(name, data)
        if isinstance(data, Refused):
            skipped.append(passed_over(file, str(data)))
        elif not _is_curated(name):
            for path, document in parse(
                file, data, digests[file], columns.get(file, documents.NO_COLUMNS)
            ):
                if isinstance(document, Reference):
                    references[path] = document
                elif isinstance(document, PassedOver):
                    skipped.append(passed_over(path, document.reason))
                else:
                    try:
                        shelf.take(path, document)
                        found.put(path, document)
                    except Refused as refused:
                        skipped.append(Skipped(path, str(refused)))
    skipped += [
        Skipped(file, "no such table, though tables.toml says what its columns hold")
        for file in columns
        if file not in digests
    ]
    if references:
        skipped += _refer(references, found)
    return Inputs(given, found, tuple(skipped), digests)


CURATED_BELOW = "a curated file counts only at the top of a folder of articles: put it there"


def passed_over(file: str, reason: str) -> Skipped:
    """What is left out for a reason, or for a better one: curated files belong elsewhere."""
    name = file.rpartition("/")[2]
    if reason == documents.NO_KIND and name.endswith(".toml"):
        from tui import curate

        reason = CURATED_BELOW if name in curate.FILES else reason
    return Skipped(file, reason)


def _refer(
    references: Mapping[str, Reference], found: DiskDict[LoadedDocument]
) -> Iterator[Skipped]:
    """Give articles the facts that lists of literature have of them, where they lack these;
    what is about no article that is there."""
    from tui.documents.references import Shelfmarks

    shelfmarks = Shelfmarks(found)
    for path, reference in references.items():
        article = shelfmarks.path_of(reference)
        if article:
            document = found[article]
            found.put(article, replace(document, told={**reference.told, **document.told}))
        else:
            yield Skipped(path, "facts of an article that is not here")


def digests_of(*folders: Path) -> dict[str, str]:
    """The digest of every file that a corpus is made from; BuildError when a folder cannot
    be read. No file is read for what it says, which costs more for some kinds."""
    return {
        file: _digest(name, data)
        for file, name, data in _files(sources(*folders))
        if not isinstance(data, _NoArticle)
    }


class _NoArticle(Refused):
    """A file is none that a corpus is made from."""


def _files(given: Sequence[ArticleFolder]) -> Iterator[tuple[str, str, bytes | Refused]]:
    """The bytes of the articles and curated files of folders, the articles first and in the
    order of their names; the reason instead where a file is not to be read. Before them
    stands what each is called, and its name in its folder."""
    articles: list[tuple[str, str, Path]] = []
    curated: list[tuple[str, str, Path]] = []
    others: list[tuple[str, str, str]] = []
    for folder, before in given:
        names, passed_over = _names(folder)
        for name in _not_our_own(folder, names):
            files = curated if _is_curated(name) else articles
            files.append((before + name, name, folder))
        others += [(before + name, name, reason) for name, reason in passed_over]
    for file, name, folder in sorted(articles):
        if not is_store(folder, name):
            yield file, name, _article(folder, name)
    yield from ((file, name, _NoArticle(reason)) for file, name, reason in others)
    for file, name, folder in curated:
        try:
            yield file, name, read_file(folder, name)
        except Refused as refused:
            raise BuildError(f"{folder / name}: {refused}") from refused


def _names(folder: Path) -> tuple[list[str], list[tuple[str, str]]]:
    try:
        return files_below(folder)
    except OSError as error:
        missing = folder == own_articles() and not folder.exists()
        hint = "no article of your own yet: serbia-tui add FILE" if missing else ""
        raise BuildError(f"{folder}: {hint or error.strerror or error}") from error


def named_files(folder: Path) -> Iterator[str]:
    """The names of the files of a folder that are articles or curated by their names; OSError
    where it cannot be looked into."""
    for name in _not_our_own(folder, files_below(folder)[0]):
        if _is_curated(name) or documents.is_article(name):
            yield name


def _not_our_own(folder: Path, names: Iterable[str]) -> Iterator[str]:
    """Names in a folder without those of what this program keeps there, and without what tells
    about the other files."""
    kept = _own_data(folder)
    for name in names:
        if not (kept and name.startswith(kept)) and not documents.is_readme(name):
            yield name


def _own_data(folder: Path) -> str:
    """How the names of what this program keeps begin, where it keeps that in the folder."""
    kept, above = store.default_path().parent, folder.resolve()
    return f"{kept.relative_to(above)}/" if above in kept.parents else ""


def is_store(folder: Path, name: str) -> bool:
    """Whether a file is a store of this program, or what it keeps beside one."""
    try:
        stem, _dot, end = name.rpartition(".")
        if end in ("readings", "documents", "columns", "index"):
            name = f"{stem}.json"
        return name.endswith(".json") and head_of(folder, name).startswith(store.BEGINS)
    except Refused:
        return False


def _is_curated(name: str) -> bool:
    return name.endswith(".toml") and "/" not in name


def _article(folder: Path, name: str) -> bytes | Refused:
    """The bytes of an article's file, or why there are none."""
    named = documents.is_article(name)
    try:
        if not named and not documents.may_be_article(name, head_of(folder, name)):
            return _NoArticle(documents.NO_KIND)
        return read_file(folder, name, documents.largest(name))
    except Refused as refused:
        return refused if named else _NoArticle(str(refused))


def _digest(name: str, data: bytes | Refused) -> str:
    """The digest of a file's bytes, with what reads them where that may change."""
    if isinstance(data, Refused):
        return f"skipped: {data}"
    made = hashlib.sha256(data).hexdigest()
    reader = "" if _is_curated(name) else documents.reader_of(name, data)
    return f"{made}, {reader}" if reader else made


class Shelf:
    """The articles that there are, against which a further one is held."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._words: dict[bytes, str] = {}

    def take(self, name: str, document: LoadedDocument) -> None:
        """Keep an article in mind; Refused when it is there under another name."""
        text = digest(document.text)
        first = self._texts.get(text)
        if first is not None:
            raise Refused(f"the same text as {first}")
        publisher = document.told.get("publisher")
        words = documents.same_words(document) + str(publisher and publisher.value).encode()
        first = self._words.get(words)
        if first is not None:
            raise Refused(f"the same words as {first}, spaced or marked otherwise")
        self._texts[text] = self._words[words] = name


def remarks_on(document: LoadedDocument) -> Iterator[str]:
    """What the owner of a file may not expect of how it is read."""
    if document.encoding != "utf-8":
        yield f"read as {document.encoding}"
    yield from document.remarks


MOST_ALIKE = 5
"""Files that are passed over for one reason and named one by one."""


def told(
    skipped: Iterable[Skipped], verbose: bool = False, said: str = "skipped "
) -> Iterator[str]:
    """What is passed over, a line a file; where one reason holds for many, a line for it."""
    by_reason: dict[str, list[str]] = {}
    for file, reason in skipped:
        by_reason.setdefault(reason, []).append(file)
    for reason, files in by_reason.items():
        if verbose or len(files) <= MOST_ALIKE:
            yield from (f"{said}{file}: {reason}" for file in files)
        else:
            yield f"{said}{len(files):,} files, {files[0]} and others: {reason}"
