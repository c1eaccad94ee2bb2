"""Sources for BibTeX and biblatex: letters as they are, and no sign that TeX would act on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.corpus import Corpus
from tui.export.bibliography import CitedArticle, iso, of_notebook, sources
from tui.model import Record

_ACTING = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SIGNS = re.compile(r"[\\{}~^&%$#_]")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def records(corpus: Corpus, found: Sequence[Record]) -> Iterator[str]:
    return _written(sources(corpus, found))


def notebook(corpus: Corpus) -> Iterator[str]:
    return _written(of_notebook(corpus))


def _written(found: Iterable[CitedArticle]) -> Iterator[str]:
    for each in found:
        yield f"@misc{{{each.key},\n"
        for name, value in _fields(each):
            yield f"  {name} = {value},\n"
        yield "}\n\n"


def _fields(source: CitedArticle) -> Iterator[tuple[str, str]]:
    # Two pairs of braces keep a title's capitals.
    yield "title", f"{{{{{escaped(source.title)}}}}}"
    if source.authors:
        names = " and ".join(f"{{{escaped(each)}}}" for each in source.authors)
        yield "author", f"{{{names}}}"
    publishers = " / ".join(filter(None, (source.publisher, source.agency)))
    if publishers:
        yield "publisher", f"{{{escaped(publishers)}}}"
    if source.dates:
        first = source.dates[0]
        doubt = "?" if source.uncertain else ""
        yield "date", f"{{{'/'.join(iso(each) + doubt for each in source.dates)}}}"
        yield "year", f"{{{first[0]:04}}}"
        if len(first) > 1:
            yield "month", MONTHS[first[1] - 1]
    else:
        yield "note", "{undated}"
    if source.url:
        # An address is taken letter by letter; braces alone would end it.
        yield "url", f"{{{source.url.replace('{', '%7B').replace('}', '%7D')}}}"
    if source.language:
        yield "langid", f"{{{escaped(source.language)}}}"
    yield "file", f"{{{escaped(source.file)}}}"
    if source.cited:
        yield "annote", f"{{{escaped(', '.join(source.cited))}}}"


def escaped(words: str) -> str:
    """Words of which TeX acts on none."""
    return _SIGNS.sub(lambda found: _ACTING[found.group()], words)
