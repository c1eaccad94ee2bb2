"""Whether a given name is a woman's or a man's, from ``given_names.toml``."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from tui import beside_bytecode


@cache
def _genders() -> dict[str, str]:
    names = beside_bytecode.table(Path(__file__).with_suffix(".toml"))
    women, men = (set(names[key].split()) for key in ("women", "men"))
    genders = dict.fromkeys(women, "f") | dict.fromkeys(men, "m")
    return {name: genders[name] for name in genders if name not in women & men}


@lru_cache(1 << 12)
def gender_of(name: str) -> str:
    """ "f" or "m" where the first word of a name tells, else ""."""
    first = name.split(" ", 1)[0].lower().replace("đ", "dj")
    plain = "".join(c for c in unicodedata.normalize("NFD", first) if not unicodedata.combining(c))
    return _genders().get(plain, "")
