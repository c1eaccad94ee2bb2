"""What a store depends on beside its articles: the modules and data files that make it.

They are found by following the imports from a module, so that a new rule or list of words
counts without being named anywhere. A package that is imported counts whole, with its data.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tui import __version__

ROOT = Path(__file__).parent

_IMPORT = re.compile(
    rb"^[ \t]*(?:from|import)[ \t]+tui(?:\.(\w+)|[ \t]+import[ \t]+([^\n#(]+|\([^)]*\)))", re.M
)
_NAME = re.compile(rb"\w+")
_DERIVED = ("__pycache__",)


@cache
def digest_of(module: str) -> str:
    """A digest of the program's version and of every file that a module depends on.

    ``module`` is a name directly below ``tui``. Files that are not there, as in a program
    that is installed without its sources, count by the version alone.
    """
    made = hashlib.sha256(__version__.encode())
    for path, data in sorted(_reached(module).items()):
        made.update(b"%s %d " % (path.encode(), len(data)))
        made.update(data)
    return made.hexdigest()[:32]


def files_of(module: str) -> list[str]:
    """The files that a module depends on, by their paths below the package, in order."""
    return sorted(_reached(module))


def _reached(module: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    waiting, seen = [module], {module}
    while waiting:
        for path, data in _files(waiting.pop()):
            found[path] = data
            if path.endswith(".py"):
                names = _imported(data) - seen
                seen |= names
                waiting += names
    return found


def _files(name: str) -> Iterator[tuple[str, bytes]]:
    """The files of a module or a package below ``tui``, each with its bytes."""
    for path in _paths(str(ROOT / name)):
        try:
            data = Path(path).read_bytes()
        except OSError:
            continue
        yield os.path.relpath(path, ROOT), data


def _paths(place: str) -> Iterator[str]:
    if not os.path.isdir(place):  # noqa: PTH112 - a path each takes a while, at every start
        yield f"{place}.py"
        return
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in _DERIVED:
                    yield from _paths(entry.path)
            elif entry.name[0] != ".":
                yield entry.path


def _imported(source: bytes) -> set[str]:
    """The names directly below ``tui`` that a module imports, wherever the import stands."""
    found = set()
    for module, names in _IMPORT.findall(source):
        for name in [module] if module else _NAME.findall(names.replace(b" as ", b" ")):
            found.add(name.decode())
    return found
