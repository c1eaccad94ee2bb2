"""What is made of the program's own files at each start, kept beside its bytecode.

As Python does with the bytecode of a module: what is kept was made of the same, by this very
Python; where it is not there or damaged it is made, and where it cannot be written nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import sys
import tomllib
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, cast

from tui.files import in_place_of

_DIGEST = hashlib.sha256().digest_size


def table(path: Path) -> dict[str, Any]:
    """The contents of a TOML file of the program, of values that bytecode may have."""
    data = path.read_bytes()
    name = "-".join(path.with_suffix("").parts[-2:])
    kept = read(name, data)
    if kept is None:
        kept = tomllib.loads(data.decode())
        write(name, data, kept)
    return cast(dict[str, Any], kept)


def read(name: str, made_of: bytes) -> Any:
    """What is kept under a name, None where nothing is that was made of the same."""
    with contextlib.suppress(OSError, NotImplementedError):
        data = _place(name).read_bytes()
        if data[:_DIGEST] == _digest(made_of, data[_DIGEST:]):
            return marshal.loads(data[_DIGEST:])  # noqa: S302 - as the bytecode beside it
    return None


def write(name: str, made_of: bytes, value: Any) -> None:
    """Keep what was made, where bytecode is kept."""
    if sys.dont_write_bytecode:
        return
    with contextlib.suppress(OSError, NotImplementedError):
        packed = marshal.dumps(value)
        with in_place_of(_place(name), lasting=False) as file:
            file.write(_digest(made_of, packed) + packed)
        file.close()


def _place(name: str) -> Path:
    beside = Path(cache_from_source(__file__))
    return beside.with_name(f"{name}.{beside.name.partition('.')[2]}").with_suffix(".kept")


def _digest(made_of: bytes, packed: bytes) -> bytes:
    made = hashlib.sha256(f"{sys.version}\n{len(made_of)}\n".encode())
    made.update(made_of)
    made.update(packed)
    return made.digest()
