"""What folders of articles hold: the documents of their files, and what is passed over.

Their files and those of their sub-folders are read once. What is no article is left out with
a reason, and so is what of a file cannot be read. Of several folders the first has its names
as they are; before those of another stands what it is called.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui import documents, parsed_files, store
from tui.documents import LoadedDocument, PassedOver, Reference
from tui.files import Refused, head_of, read_file
from tui.folders import OWN, own_articles
from tui.parsed_files import KnownDocument, KnownFile, ParsedFiles, Shelf, Texts, known_of, state_of
from tui.tables import kept_files, line_cache
from tui.walking import files_below

if TYPE_CHECKING:
    from tui.tables.spill import DiskDict

NOTHING: Mapping[str, documents.Columns] = {}


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
    documents: Documents
    skipped: tuple[Skipped, ...]
    digests: Mapping[str, str]
    kept: line_cache.LineWriter = line_cache.NOT_KEPT
    """What has written what is known of the files, where there is something to keep."""

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
            for path, known in self.documents.known.items()
            for remark in remarks_on(known.rest)
        )


class Documents(Mapping[str, LoadedDocument]):
    """The documents of files by their paths. Of a file that has not changed the text is read when
    somebody first asks for it; BuildError where it has changed since."""

    def __init__(self, found: DiskDict[LoadedDocument]) -> None:
        self._found = found
        self._unread: dict[str, tuple[Path, str]] = {}
        self.known: dict[str, KnownDocument] = {}
        """What is known of each without its text."""

    def put(self, path: str, document: LoadedDocument, known: KnownDocument) -> None:
        """Take a document that has been read, and what is to be known of it."""
        self._found.put(path, document)
        self.known[path] = known

    def put_unread(self, path: str, known: KnownDocument, file: _File) -> None:
        """Take one of which all but the text is known, and its file."""
        self._unread[path] = file.folder, file.name
        self.known[path] = known

    def __getitem__(self, path: str) -> LoadedDocument:
        try:
            return self.read(path)
        except Refused as refused:
            folder, name = self._unread[path]
            raise BuildError(f"{folder / name}: {refused}") from refused

    def read(self, path: str) -> LoadedDocument:
        """The document of a path; Refused where its file cannot be read, or has changed since it
        was looked at."""
        if path in self._unread and path not in self._found:
            folder, name = self._unread[path]
            document = documents.read(name, read_file(folder, name, documents.largest(name)))
            if known_of(document).text != self.known[path].text:
                raise Refused("changes while it is read: build once more")
            self._found.put(path, document)
        return self._found[path]

    def __contains__(self, path: object) -> bool:
        return path in self.known

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


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
    """What folders hold; BuildError when one cannot be read. What is known of files that takes
    long to be told again is kept ``beside`` a store."""
    place = beside and kept_files.beside(beside, kept_files.DOCUMENTS)
    with parsed_files.parsing(place) as parsed:
        return _inputs(sources(*folders), parsed)


def _inputs(given: tuple[ArticleFolder, ...], parsed: ParsedFiles) -> Inputs:
    from tui import curate
    from tui.tables.spill import DiskDict

    found = Documents(DiskDict())
    skipped: list[Skipped] = []
    digests: dict[str, str] = {}
    references: dict[str, Reference] = {}
    shelf = Shelf()
    columns = {
        each.before + file: told
        for each in given
        for file, told in curate.columns_in(each.folder).items()
    }

    def take(path: str, known: KnownDocument, put: Callable[[], None]) -> None:
        try:
            shelf.take(path, known)
            put()
        except Refused as refused:
            skipped.append(Skipped(path, str(refused)))

    for each in _files(given, parsed, columns):
        file, data = each.path, each.data
        if not isinstance(data, _NoArticle):
            digests[file] = _digest(each.name, data)
        if isinstance(data, KnownFile):
            take(file, data.document, partial(found.put_unread, file, data.document, each))
        elif isinstance(data, Refused):
            skipped.append(passed_over(file, str(data)))
        elif not _is_curated(each.name):
            told = columns.get(file, documents.NO_COLUMNS)
            whole = list[KnownDocument]()
            for path, document in parsed.parse(file, data, digests[file], told):
                if isinstance(document, Reference):
                    references[path] = document
                elif isinstance(document, PassedOver):
                    skipped.append(passed_over(path, document.reason))
                else:
                    known = known_of(document)
                    whole += [known] * (path == file)
                    take(path, known, partial(found.put, path, document, known))
            if whole and documents.is_quick(each.name, data):
                parsed.note(file, each.state, KnownFile(digests[file], whole[0]))
    skipped += [
        Skipped(file, "no such table, though tables.toml says what its columns hold")
        for file in columns
        if file not in digests
    ]
    if references:
        skipped += _refer(references, found)
    return Inputs(given, found, tuple(skipped), digests, parsed.lines)


CURATED_BELOW = "a curated file counts only at the top of a folder of articles: put it there"


def passed_over(file: str, reason: str) -> Skipped:
    """What is left out for a reason, or for a better one: curated files belong elsewhere."""
    name = file.rpartition("/")[2]
    if reason == documents.NO_KIND and name.endswith(".toml"):
        from tui import curate

        reason = CURATED_BELOW if name in curate.FILES else reason
    return Skipped(file, reason)


def _refer(references: Mapping[str, Reference], found: Documents) -> Iterator[Skipped]:
    """Give articles the facts that lists of literature have of them, where they lack these;
    what is about no article that is there."""
    from tui.documents.references import Shelfmarks

    shelfmarks = Shelfmarks(found)
    for path, reference in references.items():
        article = shelfmarks.path_of(reference)
        if article:
            document = found[article]
            document = replace(document, told={**reference.told, **document.told})
            found.put(article, document, known_of(document))
        else:
            yield Skipped(path, "facts of an article that is not here")


def digests_of(*folders: Path, beside: Path | None = None) -> dict[str, str]:
    """The digest of every file that a corpus is made from; BuildError when a folder cannot be
    read. No file is parsed, and none is read that is known ``beside`` a store and unchanged."""
    place = beside and kept_files.beside(beside, kept_files.DOCUMENTS)
    with parsed_files.parsing(place, keeping=False) as parsed:
        return {
            each.path: _digest(each.name, each.data)
            for each in _files(sources(*folders), parsed)
            if not isinstance(each.data, _NoArticle)
        }


class _NoArticle(Refused):
    """A file is none that a corpus is made from."""


class _File(NamedTuple):
    """A file: its path in the corpus, its name in its folder, the state that it was in before it
    was read, and its bytes, or what is known of them, or why it is not to be read."""

    path: str
    name: str
    folder: Path
    state: str
    data: bytes | Refused | KnownFile


def _files(
    given: Sequence[ArticleFolder],
    parsed: ParsedFiles,
    columns: Mapping[str, documents.Columns] = NOTHING,
) -> Iterator[_File]:
    """The articles and curated files of folders, the articles first and in the order of their
    names."""
    articles: list[tuple[str, str, Path]] = []
    curated: list[tuple[str, str, Path]] = []
    others: list[tuple[str, str, Path, str]] = []
    for folder, before in given:
        names, passed_over = _names(folder)
        for name in _not_our_own(folder, names):
            files = curated if _is_curated(name) else articles
            files.append((before + name, name, folder))
        others += [(before + name, name, folder, reason) for name, reason in passed_over]
    for file, name, folder in sorted(articles):
        state = state_of(os.path.join(folder, name))  # noqa: PTH118 - a path each takes a while
        known = None if file in columns else parsed.known(file, state)
        if known or not is_store(folder, name):
            yield _File(file, name, folder, state, known or _article(folder, name))
    yield from (_File(file, name, at, "", _NoArticle(why)) for file, name, at, why in others)
    for file, name, folder in curated:
        try:
            yield _File(file, name, folder, "", read_file(folder, name))
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
    if name.rpartition(".")[2] not in ("json", *kept_files.ENDINGS):
        return False
    try:
        head = head_of(folder, name)
    except Refused:
        return False
    return head.startswith(store.BEGINS) or kept_files.is_kept(name, head)


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


def _digest(name: str, data: bytes | Refused | KnownFile) -> str:
    """The digest of a file's bytes, with what reads them where that may change."""
    if isinstance(data, KnownFile):
        return data.digest
    if isinstance(data, Refused):
        return f"skipped: {data}"
    made = hashlib.sha256(data).hexdigest()
    reader = "" if _is_curated(name) else documents.reader_of(name, data)
    return f"{made}, {reader}" if reader else made


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
