"""The files of this package that a result depends on, found by following imports.

A store and a kept reading are valid as long as the code and the data that made them are
unchanged. Which files these are is not listed anywhere: the imports of a module are followed
through the source files, those inside functions included, and the data files of each
package on the way are taken along. A module that is only imported for its types counts as
well: one file too many costs a build, one too few shows old results as current.

The source text is searched for import statements rather than parsed, because every launch
does this: a hundred files take some milliseconds, parsing them takes half a second.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from tui import __version__

PACKAGE = Path(__file__).parent
NOT_DATA = frozenset({"__pycache__", "seeds"})
"""Folders of an installed package that hold no data of the rules: the five articles are
among the inputs of a build, each with a digest of its own."""

_INIT = "__init__.py"
_FROM = re.compile(rb"from (tui(?:\.\w+)*) import (?:\(([^)]*)\)|([^\n]*))")
_IMPORT = re.compile(rb"import (tui(?:\.\w+)*)")
_WORD = re.compile(rb"\w+")


class _NoSource(Exception):
    """A module is installed without its source, so that its imports are not known."""


@cache
def digest_of(module: str, package: Path = PACKAGE) -> str:
    """A digest that changes with any file that a module of the package depends on.

    Without sources (an archive, or compiled files alone) imports cannot be followed, and
    the whole package stands for them.
    """
    try:
        files = files_of(module, package)
    except (_NoSource, OSError):
        files = dict(_everything(package))
    made = hashlib.sha256(__version__.encode())
    for name in sorted(files):
        made.update(f"\n{name}\n".encode("utf-8", "surrogateescape"))
        made.update(files[name])
    return made.hexdigest()


def files_of(module: str, package: Path = PACKAGE) -> dict[str, bytes]:
    """What a module of the package depends on: the names of files below the package's
    folder, and the digest of each. Together they are megabytes, of which few are held."""
    top = f"{package}/"
    names = frozenset(_names_in(top))
    found: dict[str, bytes] = {}
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        source = _source_of(name, names)
        if source:
            data = _bytes_of(top + source)
            found[source] = _digest(data)
            waiting += _imported(data)
            # The packages around a module are run before it.
            if "." in name:
                waiting.append(name.rpartition(".")[0])
    packages = {source.removesuffix(_INIT) for source in found if source.endswith(_INIT)}
    for name in names:
        if not name.endswith((".py", ".pyc")) and _package_around(name, names) in packages:
            found[name] = _digest(_bytes_of(top + name))
    return found


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _source_of(module: str, names: Collection[str]) -> str:
    """The source of a module; "" for a name that is none, as that of a class."""
    _top, *parts = module.split(".")
    path = "/".join(parts)
    for source in (f"{path}.py", f"{path}/{_INIT}".removeprefix("/")):
        if source in names:
            return source
        if f"{source}c" in names:
            raise _NoSource(module)
    return ""


def _package_around(name: str, names: Collection[str]) -> str:
    """The folder of the package that a data file belongs to, as the beginning of a name."""
    folder = name
    while folder := folder.rstrip("/").rpartition("/")[0]:
        folder += "/"
        if f"{folder}{_INIT}" in names:
            return folder
    return ""


def _imported(source: bytes) -> Iterator[str]:
    """The modules of the package that a source imports, and names that may be modules."""
    for found in _IMPORT.finditer(source):
        yield found[1].decode()
    for found in _FROM.finditer(source):
        module = found[1].decode()
        yield module
        for name in _WORD.findall(found[2] or found[3]):
            yield f"{module}.{name.decode()}"


def _names_in(top: str, folder: str = "") -> Iterator[str]:
    """The names of all files below a folder, hidden ones left out."""
    with os.scandir(top + folder) as entries:
        for entry in entries:
            if entry.name[0] == "." or entry.name in NOT_DATA:
                continue
            if entry.is_dir():
                yield from _names_in(top, f"{folder}{entry.name}/")
            else:
                yield folder + entry.name


def _everything(package: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a package that can be read; of one inside an archive, the archive."""
    archive = next((each for each in package.parents if each.is_file()), None)
    top = archive.parent if archive else package
    names = [archive.name] if archive else list(_names_in(f"{top}/"))
    for name in names:
        with contextlib.suppress(OSError):
            yield name, _digest(_bytes_of(f"{top}/{name}"))


def _bytes_of(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a path each takes a while
        return file.read()
