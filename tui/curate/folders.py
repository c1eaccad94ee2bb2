"""The curated files of one folder or of several, put together and held against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from tui.curate.contradictions import find_contradictions
from tui.curate.entries import Curation, CurationError
from tui.curate.load import read_folder
from tui.curate.typed_table import Problems
from tui.ids import article_ids


def read(folder: Path, texts: Mapping[str, str]) -> Curation:
    """What the TOML files of a folder say about its articles (file name to text).

    Raises :class:`CurationError` with everything that is wrong in them.
    """
    return read_all([(folder, "")], texts, article_ids(texts))


def read_all(
    sources: Sequence[tuple[Path, str]], texts: Mapping[str, str], ids: Mapping[str, str]
) -> Curation:
    """What the TOML files of several folders say, each about its own articles: those whose
    names begin with what is given with the folder. ``ids`` are the ids of all articles."""
    problems = Problems()
    others = [before for _, before in sources if before]
    made = [
        read_folder(folder, before, _Within(texts, before, () if before else others), ids, problems)
        for folder, before in sources
    ]
    curation = Curation(
        **{
            each.name: tuple(entry for one in made for entry in getattr(one, each.name))
            for each in fields(Curation)
        }
    )
    find_contradictions(curation, problems)
    if problems.found:
        raise CurationError(problems.told())
    return curation


class _Within(Mapping[str, str]):
    """The texts of one folder among others: those whose names begin as its do."""

    def __init__(self, texts: Mapping[str, str], before: str, others: Collection[str]) -> None:
        self._texts = texts
        self._before = before
        self._others = tuple(others)

    def __getitem__(self, name: str) -> str:
        if name not in self:
            raise KeyError(name)
        return self._texts[name]

    def __contains__(self, name: object) -> bool:
        return name in self._texts and self._belongs(str(name))

    def __iter__(self) -> Iterator[str]:
        return filter(self._belongs, self._texts)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _belongs(self, name: str) -> bool:
        return name.startswith(self._before) and not name.startswith(self._others)
