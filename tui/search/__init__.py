"""Search: which records say these words, where, and why each is a hit.

A query is any string; none fails. Read after it was folded (:mod:`tui.folding`: case,
accents, alphabet, the sort of quotation mark and of dash do not matter), it is::

    query   = { part }                         every part has to hold, in any order
    part    = clause { "OR" clause }           one of them has to; OR binds tighter than
                                               the space, and is written in capitals
    clause  = [ "-" ] what                     with "-", what must not hold
    what    = word | phrase | field
    word    = letters [ "*" | "~" ]            * it may go on   ~ or be written much so
    phrase  = mark { word } [ mark [ "*" | "~" ] ]
                                               these words, one after the other
    mark    = one of " “ ” „ « » and their like
    field   = name ":" ( word | phrase )       name: speaker party source kind topic rule
                                               is has tag state
            | "date:" ( date | [ date ] ".." [ date ] )
            | "sure:" ( number | ( ">" | ">=" | "<" | "<=" ) number
                      | [ number ] ".." [ number ] )
    date    = year [ "-" month [ "-" day ] ] [ "*" ]
    number  = 0 to 1, or per cent
    letters = letters and digits, with - ' . , : / & @ between them

What fits nowhere in that is read as it stands, with a hint of one line: an unknown field
is a word with a colon inside, an OR that joins nothing is the word "or", a sign that
stands alone is a mark. Marks do not count, unless a query or phrase is nothing else. A
phrase that is not closed ends with the query. While a query is being typed, the word at
its end may go on, as if ``*`` followed; so may a date.

Words are looked for in what a record says, in the names of its actors (all their names),
in the passage behind it and in its source's name: :mod:`tui.search.fields` is the list,
and tells what each field means for which kind of record. A field that a kind does not
have is left out, with a hint. Hits come by where their words were found, the record's own
words first, and then by date. Nothing of a query ever becomes a regular expression.

:func:`answer` gives all there is to show: the hits (made as they are asked for), how many,
a hint, and for a query that finds nothing what to leave out of it and what was perhaps
meant. :func:`everywhere` asks every kind, :func:`completions` says how a query may go on,
:func:`facets` what the hits divide into, :func:`prepare` makes an index ahead of time.

Whoever is outside imports from here, and from no module inside: two threads that begin with
different ones would each wait for what the other has half imported.
"""

from tui.search.answers import (
    KINDS,
    Answer,
    Otherwise,
    answer,
    everywhere,
    search,
    settled,
)
from tui.search.completions import Completion, Facet, completions, facets, prepare
from tui.search.facets import NONE, Chosen, FacetChoices, FieldFilter, Value, fits
from tui.search.fields import text_of
from tui.search.hits import Hit, Hits, stretches
from tui.search.in_article import InArticle, within
from tui.search.index import is_made
from tui.search.notes import among
from tui.search.parsing import parse
from tui.search.query import FIELDS, Query, Term, Words

__all__ = [
    "FIELDS",
    "KINDS",
    "NONE",
    "Answer",
    "Chosen",
    "Completion",
    "Facet",
    "FacetChoices",
    "FieldFilter",
    "Hit",
    "Hits",
    "InArticle",
    "Otherwise",
    "Query",
    "Term",
    "Value",
    "Words",
    "among",
    "answer",
    "completions",
    "everywhere",
    "facets",
    "fits",
    "is_made",
    "parse",
    "prepare",
    "search",
    "settled",
    "stretches",
    "text_of",
    "within",
]
