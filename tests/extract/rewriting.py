"""Writes the tables of examples anew, for a rule that was meant to change.

``python -m tests.extract.rewriting attribution names`` has each example of these tables found again
(of all without a name); the difference is to be read before it is kept. Examples that were alike
and are so no more become several.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from tests.extract.printed import CHOICE, HERE, Example, lines_of
from tests.extract.test_examples import TABLES


def rewritten(name: str, lines: list[str]) -> Iterator[str]:
    """The lines of a table with what is found in its examples as it is read today."""
    given = ""
    for line in lines:
        sign, text = line[:2], line[2:]
        if sign == "> ":
            yield from _example(name, text, given)
        elif sign in ("# ", "= ") or not line:
            given = text if sign == "= " else given
            yield line


def _example(name: str, text: str, given: str) -> Iterator[str]:
    choice = CHOICE.search(text)
    if choice is None:
        yield f"> {text}"
        ((whole, _),) = Example(text, given).made()
        yield from TABLES[name](whole, given)
        return
    alike: dict[tuple[str, ...], list[str]] = {}
    before, after = text[: choice.start()], text[choice.end() :]
    for each in choice[1].split("|"):
        chosen = re.compile(rf"(?<!\w){re.escape(each)}(?!\w)")
        _, *found = _example(name, f"{before}{each}{after}", given)
        if CHOICE.search(after):
            yield from _example(name, f"{before}{each}{after}", given)
            continue
        alike.setdefault(tuple(chosen.sub("{}", line) for line in found), []).append(each)
    for found_so, chosen_so in alike.items():
        only = chosen_so[0] if len(chosen_so) == 1 else ""
        yield f"> {before}{only or '{' + '|'.join(chosen_so) + '}'}{after}"
        yield from (line.replace("{}", only) if only else line for line in found_so)


if __name__ == "__main__":
    for table in sys.argv[1:] or TABLES:
        path = HERE / f"{table}.txt"
        path.write_text("\n".join(rewritten(table, lines_of(table))) + "\n", "utf-8")
