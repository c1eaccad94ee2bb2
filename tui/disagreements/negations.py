"""Accounts that exclude one another: what one report says, and another says is not so.

A sentence is held against those of another report of the story (and, where it denies what
somebody claims, of its own): it disagrees with one that has the words which it says are not so.
What has not happened yet on one day may have happened on the next, so that only a denial stands
against a later report.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from tui.corpus import Corpus
from tui.disagreements.negated import Negated
from tui.disagreements.report_names import KEPT
from tui.disagreements.sides import Voices, between_articles, between_voices, made, rule_id
from tui.disagreements.statements import SUBJECT, Statement, sentences
from tui.disagreements.stories import Stories
from tui.disagreements.times import of_one_time, times_in
from tui.disagreements.words import ComparisonWords
from tui.model import Anchor, Disagreement, Side

AT_HAND = 32
"""Reports whose sentences are at hand."""

REACH = 14
"""Words behind a negation that it bears on, at the most."""

DENIED, NOT_SO = 3 / 4, 2 / 3
"""The share of what is denied, or is not so, that is said elsewhere, at the least."""

_NEAR = 4
"""Words before a thing in which it is said that something is one."""

WITHIN = 1500
"""Characters between a claim and its denial in one article, at the most."""


class Denial(NamedTuple):
    """A passage, the one that says that it is not so, and what that says was so instead."""

    positive: Anchor
    negative: Anchor
    instead: Anchor | None = None


class _Report:
    """The sentences of a report, and which of them say that something is not so."""

    def __init__(
        self, article: str, text: str, words: ComparisonWords, day: date | None = None
    ) -> None:
        self.article, self.day = article, day
        self.sentences = sentences(article, text, words)
        self.negated = list(chain.from_iterable(map(_negated, self.sentences)))

    @cached_property
    def having(self) -> defaultdict[str, list[Statement]]:
        """Its sentences by the words in them."""
        having: defaultdict[str, list[Statement]] = defaultdict(list)
        for sentence in self.sentences:
            for stem in {word.stem for word in sentence.words if word.stem}:
                having[stem].append(sentence)
        return having

    def after(self, sentence: Statement) -> Statement | None:
        """The sentence behind one."""
        place = bisect_right(self.sentences, sentence.at.start, key=_start)
        return self.sentences[place] if place < len(self.sentences) else None

    def near(self, stem: str, sentence: Statement) -> Sequence[Statement]:
        """The sentences with a word that stand at most ``WITHIN`` characters from one."""
        having, at = self.having.get(stem, []), sentence.at.start
        first = bisect_right(having, at - WITHIN, key=_start)
        return having[first : bisect_left(having, at + WITHIN, key=_start)]


def _start(sentence: Statement) -> int:
    return sentence.at.start


def denied(corpus: Corpus, voices: Voices, stories: Stories) -> Iterator[Disagreement]:
    """A disagreement for each statement that another denies."""

    @lru_cache(AT_HAND)
    def report(article: str) -> _Report:
        words, day = stories.words(article), stories.published(article)
        return _Report(article, corpus.texts[article], words, day)

    def own(article: str) -> Iterable[Denial]:
        told = stories.told(article)
        if told:
            return (Denial(*_anchors(article, each)) for each in told.denials)
        return own_denials(article, corpus.texts[article], stories.words(article))

    articles = [each.id for each in corpus.articles]
    pairs = (
        pair for one, other in stories.pairs(articles) for pair in ((one, other), (other, one))
    )
    between = (_denials(report(here), report(there)) for here, there in pairs)
    seen: set[str] = set()
    for denial in chain.from_iterable(chain(map(own, articles), between)):
        found = _disagreement(corpus, voices, denial)
        if found and found.id not in seen:
            seen.add(found.id)
            yield found


def _anchors(article: str, spans: Sequence[int]) -> Iterator[Anchor]:
    return (Anchor(article, *spans[at : at + 2]) for at in range(0, len(spans), 2))


def own_denials(article: str, text: str, words: ComparisonWords) -> list[Denial]:
    """What an article says, and also says, or lets somebody say, is not so."""
    letters = text.lower()
    patterns = filter(None, (words.denials, words.nobody_said))
    if not any(pattern.search(letters) for pattern in patterns):
        return []
    report = _Report(article, text, words)
    # Only these may speak of another sentence of their own report.
    report.negated = [each for each in report.negated if each.denial or each.nobody]
    return [*_denials(report, report)]


def _denials(here: _Report, there: _Report) -> Iterator[Denial]:
    """What one report says is not so, and another, or the same, says."""
    # What a headline says its report says in more words.
    for negated in sorted(here.negated, key=lambda each: each.sentence.opens):
        said = _said(negated, here, there)
        if said is not None:
            sentence, first, last = said
            negative = negated.sentence.passage(negated.first, negated.last)
            after = here.after(negated.sentence)
            # Who denies something says next what was so instead.
            instead = after.at if after and negated.denial and after.quoted else None
            yield Denial(sentence.passage(first, last), negative, instead)


def _disagreement(corpus: Corpus, voices: Voices, denial: Denial) -> Disagreement | None:
    positive, negative, instead = denial
    both = [[positive], [negative, *filter(None, [instead])]]
    told = [Side("", voices.told(passages)) for passages in both]
    if not (between_articles(told, voices) or between_voices(told)):
        return None
    # Of many no text is read to find that they are told by one.
    says = [" ".join(corpus.seen(passages[0]).split()) for passages in both]
    sides = [Side(each, side.told) for each, side in zip(says, told, strict=True)]
    return made(
        "account",
        sides[0].says,
        sides,
        id=rule_id("account", positive.article, str(positive.start), negative.article),
        items=[],
        rule="what one says and another denies",
    )


# --------------------------------------------------------------------- what is not so


def _negated(sentence: Statement) -> Iterator[Negated]:
    """What a sentence says is not so."""
    language, words = sentence.language, sentence.words
    letters = [word.folded for word in words]
    for pattern, denial in ((language.denials, True), (language.refusals, False)):
        found = pattern.search(sentence.letters) if pattern else None
        if found:
            first = sentence.letters[: found.start()].count(" ")
            last = sentence.letters[: found.end()].count(" ")
            made = _bears_on(sentence, first, last, denial=denial)
            return iter([made] if made else [])
    for at, word in enumerate(letters):
        if not _may_deny_alone(word, language):
            continue
        if _denies_verb(sentence, at) or word in language.nobody or word in language.no_thing:
            made = _bears_on(sentence, at, at, denial=False)
            if made:
                return iter([made])
    return iter(())


@lru_cache(KEPT)
def _may_deny_alone(word: str, words: ComparisonWords) -> bool:
    """Whether a folded word says that something is not so, where its sentence goes on so; nearly
    all words do not."""
    if words.shortened and word.endswith(words.shortened):
        return True
    return any(word in each for each in (words.negations, words.nobody, words.no_thing))


def _denies_verb(sentence: Statement, at: int) -> bool:
    """Whether a word denies a verb: "has not", "did not", "didn't"."""
    language, words = sentence.language, sentence.words
    if language.shortened and words[at].folded.endswith(language.shortened):
        return True
    beside = (word.folded for word in words[max(0, at - 2) : at + 2])
    return words[at].folded in language.negations and language.auxiliaries.any_of(beside)


def _bears_on(sentence: Statement, first: int, last: int, *, denial: bool) -> Negated | None:
    language, words = sentence.language, sentence.words
    stems: dict[str, None] = {}
    end = last
    for at in range(last + 1, min(len(words), last + 1 + REACH)):
        between = sentence.between(words[at - 1].end, words[at].start)
        own = words[at - 1].folded in language.articles or words[at - 1].folded in language.pronouns
        claims = words[at].folded in language.claims and not own  # "his claim" says nothing.
        stops = claims or words[at].folded in language.clauses
        if any(mark in between for mark in ",;:—") or stops:
            break
        if words[at].stem and not words[at].name:
            stems[words[at].stem] = None
        end = at
    close = [word.folded for word in words[last + 1 : last + 4]]
    if not stems or sentence.asks or sentence.open_before(first):
        return None
    before = words[first - 1].folded if first else ""
    if before in language.negations or words[first].folded in language.obliging:
        return None
    if language.no_negation.any_of(close) or not _verb_is_close(sentence, last, stems):
        return None
    word = words[first].folded
    beside = [each.folded for each in words[max(0, first - 2) : last + 1]]
    thing = bool(close) and close[0] in language.articles and language.being.any_of(beside)
    around = (each.folded for each in words[max(0, first - 2) : last + 2])
    return Negated(
        sentence,
        first,
        end,
        tuple(stems),
        form=_form(sentence, first, last, next(iter(stems))),
        ahead=first < last or language.ahead.any_of(beside),
        denial=denial,
        nobody=word in language.nobody,
        so_far=not denial and (first < last or language.so_far.any_of(around)),
        subject=frozenset(each.stem for each in words[max(0, first - SUBJECT) : first]) - {""},
        noun=word in language.no_thing or _of_a_thing(sentence, last, stems),
        thing=thing,
    )


def _form(sentence: Statement, first: int, last: int, stem: str) -> str:
    """The word that is not so, where its form tells whether it is so elsewhere."""
    language, words = sentence.language, sentence.words
    around = (each.folded for each in words[max(0, first - 1) : last + 1])
    if language.declined or first < last or language.doing.any_of(around):
        return ""
    word = next(each.folded for each in words[last + 1 :] if each.stem == stem)
    return "" if language.is_irregular(word) else word


def _of_a_thing(sentence: Statement, last: int, stems: Mapping[str, None]) -> bool:
    """Whether "nothing" stands right before what is not so, which then is no verb: "nothing
    illegal"."""
    language, words = sentence.language, sentence.words
    behind = [word.stem for word in words[last + 1 : last + 2]]
    return words[last].folded in language.nothing and behind == [next(iter(stems))]


def _verb_is_close(sentence: Statement, last: int, stems: Mapping[str, None]) -> bool:
    """Whether what is not so stands right behind the words that say so."""
    return any(word.stem == next(iter(stems)) for word in sentence.words[last + 1 : last + 4])


# ------------------------------------------------------------------------ what is so


def _said(negated: Negated, here: _Report, there: _Report) -> tuple[Statement, int, int] | None:
    """The sentence of a report that says what another says is not so, with the first and the
    last of the words that they share."""
    if here is not there and negated.so_far and here.day and there.day and here.day < there.day:
        return None
    with_stem = {
        stem: there.near(stem, negated.sentence) if here is there else there.having.get(stem, ())
        for stem in negated.stems
    }
    counts = Counter(id(each) for having in with_stem.values() for each in having)
    candidates = {
        id(each): each
        for stem in (negated.stems if negated.denial else (negated.predicate,))
        for each in with_stem[stem]
        if here is not there or (each.at != negated.sentence.at and _beside(each, negated))
    }
    for key in sorted(candidates, key=lambda key: (-counts[key], candidates[key].at.start)):
        found = _positive(candidates[key], negated, here, there)
        if found:
            return (candidates[key], *found)
    return None


def _beside(sentence: Statement, negated: Negated) -> bool:
    """Whether a sentence of the same report may be what another denies: a claim before its denial;
    of "nobody was hurt" what another says, before or behind."""
    behind = negated.sentence.at.start - sentence.at.start
    return 0 < behind < WITHIN if negated.denial else negated.nobody and abs(behind) < WITHIN


def _positive(
    sentence: Statement, negated: Negated, here: _Report, there: _Report
) -> tuple[int, int] | None:
    """Where a sentence says what another says is not so, if it does."""
    places = [at for at, word in enumerate(sentence.words) if word.stem in negated.stems]
    shared = {sentence.words[at].stem for at in places}
    if not negated.denial and negated.predicate not in shared:
        return None
    names = sentence.names & negated.sentence.names
    if len(shared) == 1:
        (stem,) = shared
        rare = len(there.having[stem]) <= 2 and len(here.having[stem]) <= 2
        of_one = names if negated.denial else names & sentence.names_before(places[0])
        about = negated.subject & {word.stem for word in sentence.words}
        alone = (negated.nobody or of_one or len(about) > 1) and not negated.noun
        alone = alone and (here is there or not negated.denial)
        enough = rare and len(negated.stems) <= 1 + negated.denial and bool(alone)
    else:
        same = shared.issuperset(negated.stems) if negated.noun else bool(names)
        told = negated.denial or negated.nobody or same
        most = DENIED if negated.denial else NOT_SO
        enough = told and len(shared) >= most * len(negated.stems)
    if not enough or sentence.asks or not _is_so(sentence, places, negated):
        return None
    if here is not there and not _of_one(sentence, places[0], negated):
        return None
    if sentence.open_before(places[-1]) or (negated.thing and not _is_one(sentence, negated)):
        return None
    return places[0], places[-1]


def _is_so(sentence: Statement, places: Sequence[int], negated: Negated) -> bool:
    """Whether a sentence says of words in it that it is so, neither that it is not nor that it is
    to be."""
    language, words = sentence.language, sentence.words
    letters = [word.folded for word in words]
    before = letters[max(0, places[0] - REACH) : places[-1] + 1]
    if any(_may_deny_alone(word, language) for word in before):
        return False
    phrases = filter(None, (language.denials, language.refusals))
    if any(phrase.search(" ".join(before)) for phrase in phrases):
        return False
    if negated.denial or negated.noun:
        return negated.denial or not negated.ahead
    told = [at for at in places if words[at].stem == negated.predicate]
    return any(
        letters[at] == (negated.form or letters[at])
        and (negated.ahead or not language.ahead.any_of(letters[max(0, at - 2) : at]))
        for at in told
    )


def _of_one(sentence: Statement, at: int, negated: Negated) -> bool:
    """Whether a sentence is of the time, of whom, and of what is named in one that says that
    something is not so; and says nothing that is not so itself."""
    language, words = sentence.language, negated.sentence.words
    both = (times_in(each.text, language) for each in (sentence, negated.sentence))
    if not of_one_time(*both) or any(_may_deny_alone(w.folded, language) for w in sentence.words):
        return False
    behind = {word.name for word in words[negated.first : negated.last + 1] if word.name}
    before = [word.name for word in words[max(0, negated.first - SUBJECT) : negated.first]]
    whom = {*[name for name in before if name][-1:]}
    return negated.nobody or (behind <= sentence.names and whom <= sentence.names_before(at))


def _is_one(sentence: Statement, negated: Negated) -> bool:
    """Whether a sentence says that something is what another says it is not."""
    for at, word in enumerate(sentence.words):
        if word.stem == negated.predicate:
            before = (each.folded for each in sentence.words[max(0, at - _NEAR) : at])
            if sentence.language.being.any_of(before):
                return bool(sentence.names_before(at) & negated.sentence.names)
    return False
