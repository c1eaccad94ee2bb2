"""Ids that last: what an article and its records are called, from their words alone.

An id must not change when something else in the article does, and must not depend on the
other articles. No id can have both without limit: two versions of one article are either
one article that was edited or two articles of one corpus, and their texts do not say which.
These are the choices:

- **An article** is called after its opening: the first letters (the numbers in full) of its
  first words. The rest of the text can change as it likes, and so can spelling, accents,
  quotation marks, line ends and the name of the file. A digest of the whole text would
  change with every edit; a sample of the whole text would change with many, and two reports
  that share an agency's paragraphs would often share it.
- Where **two articles of one corpus open alike**, each of them takes a longer opening, and
  where that is the same too, the digest of its whole text. This is the only case in which an
  id depends on the other articles.
- **A record** is called after its article, its kind and the words it stands on:
  ``3r8k0c1x.q7k3m9x``. Where records of one kind in one article stand on the same words,
  each adds what the words beside it give: ``3r8k0c1x.q7k3m9x-4fq``. Only twins whose
  neighbours are the same as well are told apart by their order: ``3r8k0c1x.q7k3m9x-4fq-2``.

Ids used to be made of the digest of the whole text and the offset of the record
(``35eqejbe.q1187``). Those are still understood, and so are ids that another twin or another
opening has made different: see :func:`meant`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from tui.digests import ID_ALPHABET, digest, short_id
from tui.model import Anchor, Article, Record

OPENINGS = (12, 60)
"""Words of an article's opening: those that make its id, and those that make it where two
articles of a corpus open with the same."""

NEIGHBOURS = (4, 16)
"""Words on either side of a passage that tell it from others with the same words: those that
are tried first, and those that are tried where the first are the same."""

_FAR = 20_000
"""Characters of a text in which its opening is looked for."""

_LONG = 24
"""Characters of a long word with the space beside it: words are looked for in so many each."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_RUN = re.compile(r"\w+")
OWN_WORDS = 5
"""Words that a passage has at least if they alone are to tell which record is meant."""

_RECORD = re.compile(
    r"(?P<article>[0-9a-z]{8})\.(?P<name>[a-z][0-9a-z]{6})(?P<beside>-[0-9a-z]{3})?(?:-[0-9]+)?"
)
_FORMER = re.compile(
    r"(?P<article>[0-9a-z]{8})(?:\.(?P<kind>[a-z])(?P<start>[0-9]{1,12})(?:-(?P<nth>[0-9]{1,4}))?)?"
)


# ----------------------------------------------------------------------- articles


def article_id(text: str) -> str:
    """The id of an article: eight characters after Crockford's base 32."""
    return _eight(_opening(text, OPENINGS[0]))


def possible_ids(text: str) -> tuple[str, ...]:
    """The ids that an article may have, in the order in which they are tried."""
    return (*(_eight(_opening(text, words)) for words in OPENINGS), former_id(digest(text)))


def article_ids(texts: Mapping[str, str], first: Mapping[str, str] | None = None) -> dict[str, str]:
    """The ids of the articles of one corpus by their files, no two the same. ``first`` are those
    that they would have alone, where these are known."""
    ids = dict(first or {file: article_id(text) for file, text in texts.items()})
    for level in range(1, len(OPENINGS) + 1):
        counts = Counter(ids.values())
        shared = [file for file, id in ids.items() if counts[id] > 1]
        if not shared:
            break
        ids |= {file: possible_ids(texts[file])[level] for file in shared}
    return ids


def former_id(sha256: str) -> str:
    """The id that is made of the digest of a whole text."""
    return _in_base_32(int(sha256[:10], 16))


def _opening(text: str, words: int) -> str:
    """What the first words of a text begin with; a number counts in full."""
    # Not the whole of a long text is gone through, whatever space it begins with.
    most = words * _LONG
    # A word has a letter at least, and a space behind it.
    beginning = " ".join(text[:_FAR].split(None, most // 2 + 1)[: most // 2 + 1])[:most]
    begins = islice(_WORD.finditer(_plain(beginning)), words)
    return " ".join(word if (word := found[0])[0].isdigit() else word[0] for found in begins)


def _eight(words: str) -> str:
    return _in_base_32(int(digest(words)[:10], 16))


def _in_base_32(number: int) -> str:
    return "".join(ID_ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))


# ------------------------------------------------------------------------ records


def record_ids(kind: str, passages: Sequence[Anchor], text: str) -> list[str]:
    """The ids of an article's records of one kind, by the passage that each stands on."""
    names = [_name(kind, text[each.start : each.end]) for each in passages]
    twins: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        twins[name].append(number)
    for name, numbers in twins.items():
        if len(numbers) > 1:
            _tell_apart(name, numbers, passages, text, names)
    return [f"{each.article}.{name}" for each, name in zip(passages, names, strict=True)]


def record_id(kind: str, passage: Anchor, text: str) -> str:
    """The id of a record that has no twin."""
    return record_ids(kind, [passage], text)[0]


def _name(kind: str, words: str) -> str:
    return kind[0] + short_id(_bare(words) or words)


def _tell_apart(
    name: str, twins: Iterable[int], passages: Sequence[Anchor], text: str, names: list[str]
) -> None:
    """Give names to records that stand on the same words, by the words beside them."""
    left = list(twins)
    for reach in NEIGHBOURS:
        beside = {number: _beside(passages[number], text, reach) for number in left}
        counts = Counter(beside.values())
        for number in left:
            names[number] = f"{name}-{beside[number]}"
        left = [number for number in left if counts[beside[number]] > 1]
    times: Counter[str] = Counter()
    for number in left:
        times[names[number]] += 1
        if times[names[number]] > 1:
            names[number] = f"{names[number]}-{times[names[number]]}"


def _beside(passage: Anchor, text: str, words: int) -> str:
    """Three characters that the words on either side of a passage give."""
    reach = words * _LONG
    before = _words(text[max(0, passage.start - reach) : passage.start])[-words:]
    after = _words(text[passage.end : passage.end + reach])[:words]
    return short_id("|".join((" ".join(before), " ".join(after))))[:3]


def _bare(words: str) -> str:
    return " ".join(_words(words))


def _words(text: str) -> list[str]:
    plain = _plain(text)
    runs = _RUN.findall(plain)
    # Without digits and bars, as most passages are, a run is a word; it is found in half the time.
    return runs if "".join(runs).isalpha() else _WORD.findall(plain)


def _plain(text: str) -> str:
    """A text without case and accents; composed and decomposed letters are the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    bare = [each for each in apart if each < _COMBINING or not unicodedata.combining(each)]
    return "".join(bare).casefold()


_COMBINING = "\u0300"
"""The first of the signs that stand above or below the letter before."""


# ---------------------------------------------------------------- ids of other times


def meant(id: str, known: Mapping[str, Record], texts: Mapping[str, str]) -> Record | None:
    """The record that an id of another time means, where just one can be meant.

    ``known`` are the records by their ids, ``texts`` the articles' texts by theirs. What is
    understood: ids made of a digest and an offset; the id of a twin that is alone now; and,
    where no article has the id's first part any longer, a passage of some length that just
    one article has.
    """
    if former := _FORMER.fullmatch(id):
        article = _by_digest(former["article"], known, texts)
        if article is not None:
            return _at(article, former, known) if former["kind"] else article
    found = _RECORD.fullmatch(id)
    if found is None:
        return None
    if found["article"] not in texts:
        name = id[len(found["article"]) :]
        same = [known[each] for each in known if each.endswith(name)]
        same = [each for each in same if len(_words(_words_of(each, texts))) >= OWN_WORDS]
    elif found["beside"]:
        name = f"{found['article']}.{found['name']}"
        same = [known[each] for each in known if each.startswith(name)]
        same = [each for each in same if found["beside"] in _all_beside(each, texts)]
    else:
        return None
    return same[0] if len(same) == 1 else None


def _by_digest(id: str, known: Mapping[str, Record], texts: Iterable[str]) -> Article | None:
    for each in texts:
        article = known.get(each)
        if isinstance(article, Article) and former_id(article.sha256) == id:
            return article
    return None


def _at(article: Article, former: re.Match[str], known: Mapping[str, Record]) -> Record | None:
    """The record of an article that begins at an offset, the second or third that does so
    where the id counts."""
    begins = f"{article.id}.{former['kind']}"
    records = (known[each] for each in known if each.startswith(begins))
    at = [each for each in records if each.evidence[0].start == int(former["start"])]
    number = int(former["nth"] or 1)
    return at[number - 1] if 0 < number <= len(at) else None


def _all_beside(record: Record, texts: Mapping[str, str]) -> list[str]:
    """What the words beside a record may have added to its id."""
    passage = record.evidence[0]
    return [f"-{_beside(passage, texts[passage.article], reach)}" for reach in NEIGHBOURS]


def _words_of(record: Record, texts: Mapping[str, str]) -> str:
    article, start, end = record.evidence[0]
    return texts[article][start:end]
