"""Which article at hand an entry of a list of literature is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tui.documents.document import LoadedDocument, Reference

_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)

_SLASH = re.compile(r"[/\\\\]")

HEAD_LINES = 6
"""Lines at the beginning of a text among which its title may stand."""

FEWEST_LETTERS = 12
"""Letters and digits of a title that no other article has by chance."""


class Shelfmarks:
    """The articles by their addresses, titles and the names of their files."""

    def __init__(self, documents: Mapping[str, LoadedDocument]) -> None:
        self._paths: dict[str, set[str]] = {}
        for path, document in documents.items():
            for mark in self._marks(path, document):
                self._paths.setdefault(mark, set()).add(path)

    @staticmethod
    def _marks(path: str, document: LoadedDocument) -> Iterator[str]:
        if not document.locator:
            yield f"file {path.rpartition('/')[2]}"
        if "url" in document.told:
            yield f"url {_address(document.told['url'].value)}"
        titles = document.report[:3_000].strip().splitlines()[:HEAD_LINES]
        if "title" in document.told:
            titles.append(document.told["title"].value)
        titles.append(path.rpartition("/")[2].rpartition(".")[0])
        yield from (f"title {title}" for title in map(_letters, titles) if title)

    def path_of(self, reference: Reference) -> str:
        """The article that an entry is about, "" where there is none or it may be several."""
        marks = [f"file {_SLASH.split(each)[-1]}" for each in reference.files]
        if "url" in reference.told:
            marks.append(f"url {_address(reference.told['url'].value)}")
        if "title" in reference.told and (title := _letters(reference.told["title"].value)):
            marks.append(f"title {title}")
        found = (self._paths[mark] for mark in marks if len(self._paths.get(mark, ())) == 1)
        return next((path for paths in found for path in paths), "")


def _address(url: str) -> str:
    return _SCHEME.sub("", url).partition("#")[0].rstrip("/").lower()


def _letters(title: str) -> str:
    """A title's letters and digits, "" where they are few."""
    letters = "".join(re.findall(r"[^\W_]+", title)).casefold()
    return letters if len(letters) >= FEWEST_LETTERS else ""
