"""Taking articles away again from a folder of one's own: whole files, as they were added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.build import inputs, seeds
from tui.documents import LoadedDocument
from tui.folders import OWN, own_articles
from tui.ids import article_ids


class CannotRemove(Exception):
    """Nothing can be taken away from a folder; the message says why."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What became of a name: the file that is gone and how many articles with it, or why
    none is."""

    name: str
    file: str = ""
    refused: str = ""
    articles: int = 0


def remove(folder: Path, names: Iterable[str]) -> Iterator[Removal]:
    """Remove files from a folder of articles, by their names, or by the names or ids of the
    articles in them.

    Raises CannotRemove for the folder of the five articles, and BuildError and OSError where
    the folder cannot be read or written.
    """
    if folder.resolve() == seeds().resolve():
        raise CannotRemove(f"{folder}: the five articles stay as they are")
    documents = inputs(folder).documents
    ids = article_ids({path: each.text for path, each in documents.items()})
    for name in names:
        yield _removed(folder, name, documents, {id: path for path, id in ids.items()})


def _removed(
    folder: Path, name: str, documents: Mapping[str, LoadedDocument], ids: Mapping[str, str]
) -> Removal:
    path = ids.get(name, name)
    if folder == own_articles():
        path = path.removeprefix(f"{OWN}/")
    if path in documents:
        locator = documents[path].locator
        file = path.removesuffix(f"/{locator}") if locator else path
        within = [each for each, found in documents.items() if _file_of(each, found) == file]
        if len(within) > 1:
            number = len(within)
            return Removal(name, refused=f"one of {number:,} articles in {file}; remove {file}")
    else:
        file = path
        within = [each for each, found in documents.items() if _file_of(each, found) == file]
    place = folder / file
    if not within and (Path(file).is_absolute() or ".." in Path(file).parts):
        return Removal(name, refused="no file of the folder")
    if not within and not (place.is_file() or place.is_symlink()):
        return Removal(name, refused="no file or article is called so")
    place.unlink()
    _tidy(place.parent, folder)
    return Removal(name, file, articles=len(within))


def _file_of(path: str, document: LoadedDocument) -> str:
    return path.removesuffix(f"/{document.locator}") if document.locator else path


def _tidy(emptied: Path, folder: Path) -> None:
    """Remove the sub-folders in which nothing is left."""
    while emptied != folder and folder in emptied.parents:
        try:
            emptied.rmdir()
        except OSError:
            return
        emptied = emptied.parent
