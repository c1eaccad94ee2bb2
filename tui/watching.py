"""Whether the files of articles are still as they were when they were read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from tui.files import FileState
from tui.inputs import ArticleFolder, is_store, named_files, sources

Found = dict[str, FileState | None]
"""The files of folders by their paths in the corpus; under the path of a folder itself None,
where it cannot be looked into."""


class FolderWatch:
    """Tells what has changed in folders of articles since it was made. It opens no file but one
    that is new or has changed and may be a store. ``besides`` is a file that is none of theirs,
    wherever it stands; others that are named after it are none either."""

    def __init__(self, *folders: Path, besides: Path | None = None) -> None:
        self._given = sources(*folders)
        self._besides = besides.absolute() if besides else None
        self._before = self._files()

    def changes(self) -> tuple[str, ...]:
        """What is otherwise now, a line for each file: changed, renamed, removed or new."""
        now = self._files()
        new = {path: state for path, state in now.items() if path not in self._before}
        if lost := [path for path, state in new.items() if state is None]:
            return tuple(f"{path} cannot be read" for path in lost)
        gone = {path: state for path, state in self._before.items() if path not in now}
        renamed = dict(_renamed(gone, new))
        named = set(renamed.values())
        changed = [path for path in now if path not in new and now[path] != self._before[path]]
        return (
            *(f"{path} has changed" for path in changed if not self._is_store(path)),
            *(f"{path} is now {other}" for path, other in renamed.items()),
            *(f"{path} is gone" for path in gone if path not in renamed),
            *(f"{path} is new" for path in new if path not in named and not self._is_store(path)),
        )

    def _files(self) -> Found:
        found: Found = {}
        for given in self._given:
            try:
                found.update(self._in_folder(given))
            except OSError:
                found[f"{given.folder}"] = None
        return found

    def _in_folder(self, given: ArticleFolder) -> Iterator[tuple[str, FileState]]:
        for name in named_files(given.folder):
            path = os.path.join(given.folder, name)  # noqa: PTH118 - of a large folder a path each takes a while
            try:
                status = os.stat(path)  # noqa: PTH116 - as above
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode) and not self._is_besides(path):
                yield given.before + name, FileState.of(status)

    def _is_besides(self, path: str) -> bool:
        if self._besides is None or self._besides.stem not in path:
            return False
        file = Path(path).absolute()
        return file.parent == self._besides.parent and file.name.startswith(self._besides.stem)

    def _is_store(self, path: str) -> bool:
        """Whether a path in the corpus is that of a store, which this program writes."""
        given = max(
            (each for each in self._given if path.startswith(each.before)),
            key=lambda each: len(each.before),
        )
        return is_store(given.folder, path.removeprefix(given.before))


def _renamed(
    gone: Mapping[str, FileState | None], new: Mapping[str, FileState | None]
) -> Iterator[tuple[str, str]]:
    """The files that have another name now, and which."""
    # When it was last changed is other by its name alone.
    by_state = {state[:-1]: path for path, state in new.items() if state}
    for path, state in gone.items():
        if state and state[:-1] in by_state:
            yield path, by_state.pop(state[:-1])
