"""Counts of people: crowds, the arrested, the hurt, by who counted them.

Such figures belong to no contest. Two of them count the same when they are of one sort and
either stand in one paragraph and are told by different speakers, or stand in reports of the
same days whose paragraphs share a name that few paragraphs have, or that tell one story: they
share several names that few reports have, and each gives one number of the sort.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from tui.corpus import Corpus
from tui.disagreements.sides import (
    Voices,
    between_articles,
    between_voices,
    made,
    rule_id,
    sides_by_value,
)
from tui.figure_comparison import value_of
from tui.model import Anchor, Article, Disagreement, Figure

SORTS = {
    "detained": "arrests",
    "injured": "injured",
    "killed": "killed",
}
"""The measures that say what they count, and what that is called."""

NOUNS = {
    "crowd": """people persons protesters protestors demonstrators marchers supporters
        participants students citizens attendance""",
    "injured": "injured hurt wounded",
    "arrests": "arrests arrested detained detainees held",
    "killed": "dead killed deaths victims",
    "observers": "observers monitors",
}
"""The words beside a number of people, by what is counted."""

_SORT_OF = {word: sort for sort, words in NOUNS.items() for word in words.split()}

APART = 3
"""Days between two reports that count the same, at the most."""

FEW = 8
"""Counts of one sort beside whose words a name may stand and still tell them apart."""

STORY = 3
"""Names that two reports of one story share, at the least, of those that few reports have."""

_BESIDE = 60
"""Characters around a number without its noun in which the noun is looked for."""

_REACH = 600
"""Characters on either side of a number that count as its paragraph, at the most."""

_TIMES = frozenset((*calendar.day_name, *calendar.month_name, *calendar.day_abbr))
_NAME = re.compile(r"(?<![.!?:”\"“] )(?<!^)(?<!\n)\b[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)*")


@dataclass(frozen=True, slots=True)
class _Count:
    figure: Figure
    sort: str
    paragraph: tuple[str, int]
    names: Mapping[str, int]
    """The names of the paragraph, each with how far from the number it stands."""
    day: date | None


def differing_counts(corpus: Corpus, voices: Voices) -> Iterator[Disagreement]:
    """A disagreement for each thing that is counted in two ways."""
    counts = [each for figure in corpus.figures if (each := _count(corpus, figure))]
    for together in _groups(corpus, counts):
        figures = [each.figure for each in together]
        if len({value_of(each) for each in figures}) < 2:
            continue
        sides = sides_by_value(voices, figures)
        if not (between_articles(sides, voices) or between_voices(sides)):
            continue
        about = ", ".join([together[0].sort, *_shared(corpus, together)[:1]])
        yield made(
            "value",
            about,
            sides,
            id=rule_id("value", *sorted({each.figure.id for each in together})[:1]),
            items=[figure.id for figure in figures],
            rule="counts of one thing that differ",
        )


def _shared(corpus: Corpus, counts: Sequence[_Count]) -> list[str]:
    """The names that stand beside all of them, the nearest first; where there is none, those
    of all their reports, the most frequent first."""
    shared = set.intersection(*(set(each.names) for each in counts))
    if shared:
        return sorted(shared, key=lambda name: (sum(each.names[name] for each in counts), name))
    articles = {each.figure.evidence[0].article for each in counts}
    texts = [corpus.texts[article] for article in sorted(articles)]
    everywhere = set.intersection(*({found.group() for found in _NAME.finditer(t)} for t in texts))
    named = {name for name in everywhere if not _TIMES & set(name.split())}
    return sorted(named, key=lambda name: (-min(text.count(name) for text in texts), name))


def _count(corpus: Corpus, figure: Figure) -> _Count | None:
    """What a figure counts, where it counts people outside of a contest."""
    if figure.contest or figure.withdrawn or not figure.evidence or value_of(figure) is None:
        return None
    at = figure.evidence[0]
    if figure.measure not in ("people", *SORTS):
        return None
    text = corpus.texts[at.article]
    sort = SORTS.get(figure.measure) or _sort(text, at)
    if not sort:
        return None
    begin = max(text.rfind("\n\n", 0, at.start), at.start - _REACH, 0)
    end = text.find("\n\n", at.end)
    paragraph = text[begin : min(end if end > 0 else len(text), at.end + _REACH)].lstrip()
    number = at.start - text.index(paragraph, begin)
    names: dict[str, int] = {}
    for found in _NAME.finditer(paragraph):
        if not _TIMES & set(found.group().split()):
            far = abs(found.start() - number)
            names[found.group()] = min(far, names.get(found.group(), far))
    article = corpus.get(at.article)
    published = article.published.earliest if isinstance(article, Article) else ""
    day = date.fromisoformat(published) if published else None
    return _Count(figure, sort, (at.article, begin), names, day)


def _sort(text: str, at: Anchor) -> str:
    """What a number of people counts, by its noun, or what is said of them in its sentence."""
    own = [_SORT_OF[word] for word in _words(text[at.start : at.end]) if word in _SORT_OF]
    sentence = re.split(r"[.!?]\s|\n", text[at.end : at.end + _BESIDE])[0]
    before = re.split(r"[.!?]\s|\n", text[max(0, at.start - _BESIDE) : at.start])[-1]
    behind = [_SORT_OF[word] for word in _words(sentence) if word in _SORT_OF]
    told = next((each for each in behind if each not in ("crowd", "observers")), "")
    beside = [_SORT_OF[word] for word in _words(before) if word in _SORT_OF]
    if own and own[-1] != "crowd":
        return own[-1]
    return told or (own or beside or [""])[-1]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _stories(corpus: Corpus, counts: Iterable[_Count]) -> Iterator[tuple[int, int]]:
    """Pairs of counts of one sort, each its report's only one, in reports of one story."""
    only: dict[tuple[str, str], list[int]] = {}
    names: dict[str, set[str]] = {}
    for number, each in enumerate(counts):
        article = each.figure.evidence[0].article
        only.setdefault((each.sort, article), []).append(number)
        if article not in names:
            names[article] = {found.group() for found in _NAME.finditer(corpus.texts[article])}
    having: defaultdict[str, list[str]] = defaultdict(list)
    for article, own in names.items():
        for name in own:
            if not _TIMES & set(name.split()):
                having[name].append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for articles in having.values():
        if 1 < len(articles) <= FEW:
            shared.update(combinations(sorted(articles), 2))
    for (one, other), common in shared.items():
        if common >= STORY:
            for sort in NOUNS:
                first, second = only.get((sort, one), ()), only.get((sort, other), ())
                if len(first) == len(second) == 1:
                    yield first[0], second[0]


def _groups(corpus: Corpus, counts: Sequence[_Count]) -> Iterable[list[_Count]]:
    """The counts of one thing, of which there are two at least."""
    parents = list(range(len(counts)))

    def root(at: int) -> int:
        while parents[at] != at:
            at = parents[at]
        return at

    def join(numbers: Sequence[int]) -> None:
        for one, other in combinations(numbers, 2):
            if _same(counts[one], counts[other]):
                parents[root(other)] = root(one)

    paragraphs: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    named: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(counts):
        paragraphs[each.paragraph, each.sort].append(number)
        for name in each.names:
            named[each.sort, name].append(number)
    for numbers in (*paragraphs.values(), *named.values()):
        if 1 < len(numbers) <= FEW:
            join(numbers)
    for pair in _stories(corpus, counts):
        join(pair)
    groups: defaultdict[int, list[_Count]] = defaultdict(list)
    for number, each in enumerate(counts):
        groups[root(number)].append(each)
    return [group for group in groups.values() if len(group) > 1]


def _same(one: _Count, other: _Count) -> bool:
    """Whether two counts of one sort, of one paragraph or beside one name, count the same."""
    if one.figure.subject and other.figure.subject and one.figure.subject != other.figure.subject:
        return False
    if one.figure.evidence[0].article == other.figure.evidence[0].article:
        return one.paragraph == other.paragraph
    if one.day is None or other.day is None or abs((one.day - other.day).days) > APART:
        return False
    first, second = one.figure.as_of, other.figure.as_of
    if first.known and second.known:
        return first.earliest <= second.latest and second.earliest <= first.latest
    return True
