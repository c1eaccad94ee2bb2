"""A corpus against the answer key: what is found, missing, wrong, and in no key at all.

Every entry of the key has one outcome, and so has every record that nothing in the key
accounts for. Records and entries are paired best first, so that a slip in one field is told
as such and not as one record missing and another invented.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal, TypeVar

from tests.extract.gold_key import GoldArticle, GoldEvent, GoldKey, Span, Table, bare
from tui.corpus import Corpus
from tui.model import Actor, Anchor, Contest, Event, Figure, Quote, When

State = Literal["found", "missing", "wrong", "unexpected", "left out"]
"""``left out`` is an optional entry that the corpus does not have: neither missing nor wrong."""

G = TypeVar("G")
F = TypeVar("F")

LITTLE_WORDS = frozenset(
    """a an the of by and or in its his her their mr mrs ms president leader other with that
    which""".split()
)
CLOSING = " \n,."
QUOTATION_MARKS = '“”„"‘«»'


@dataclass(frozen=True)
class Outcome:
    """What became of one entry of the key, or of one record that is not in it."""

    kind: str
    article: str
    """The article's number; "" for what several articles tell."""
    label: str
    state: State
    faults: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    """Differences that no careful reader need call wrong."""

    @property
    def name(self) -> str:
        return f"{self.article or 'all'} {self.label}"

    @property
    def right(self) -> bool:
        return self.state in ("found", "left out")


def outcomes(key: GoldKey, corpus: Corpus) -> list[Outcome]:
    """Every outcome, kind by kind and article by article."""
    return [
        *(outcome for article in key.articles for outcome in _articles(article, corpus)),
        *_actors(key, corpus),
        *_contests(key, corpus),
        *(outcome for article in key.articles for outcome in _quotes(key, article, corpus)),
        *(outcome for article in key.articles for outcome in _marks(article, corpus)),
        *_events(key, corpus),
        *(outcome for article in key.articles for outcome in _figures(key, article, corpus)),
        *(outcome for article in key.articles for outcome in _mentions(key, article, corpus)),
        *(outcome for article in key.articles for outcome in _described(key, article, corpus)),
    ]


def _judged(
    kind: str, article: str, label: str, faults: Iterable[str], hints: Iterable[str] = ()
) -> Outcome:
    faults = tuple(faults)
    return Outcome(kind, article, label, "wrong" if faults else "found", faults, tuple(hints))


def _absent(kind: str, article: str, label: str, entry: Table) -> Outcome:
    return Outcome(kind, article, label, "left out" if entry.get("optional") else "missing")


def _paired(
    gold: Sequence[G], found: Sequence[F], score: Callable[[G, F], float]
) -> dict[int, int]:
    """Which of the found goes with which of the key: the best pair first, none twice."""
    ranked = sorted(
        ((score(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for points, i, j in ranked:
        if points > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _short(words: str, length: int = 60) -> str:
    words = " ".join(words.split())
    return words if len(words) <= length else words[: length - 1] + "…"


def _span(anchor: Anchor) -> Span:
    return Span(anchor.start, anchor.end)


# ------------------------------------------------------------------------ fields


def _allowed(entry: Table, field: str) -> set[str]:
    return {entry[field], *entry.get(f"accept_{field}", [])}


def _one_of(entry: Table, field: str, found: str | None) -> Iterator[str]:
    """A field whose value is the key's, or one that the key accepts; None is as ""."""
    if (found or "") not in _allowed(entry, field):
        yield f"{field}: {found or ''!r}, not {entry[field]!r}"


def _actor_field(key: GoldKey, entry: Table, field: str, found: str | None) -> Iterator[str]:
    """As ``_one_of``, for a field that names an actor."""
    right = _allowed(entry, field)
    if not (found is None and "" in right) and not (found and key.same_actor(right, found)):
        yield f"{field}: {found or ''!r}, not {entry[field]!r}"


def date_is(expected: Table, found: When) -> bool:
    """Whether a date is the key's, or one that the key accepts, on such a basis."""
    bases = {expected["basis"], *expected.get("accept_basis", [])}
    if found.edtf == expected["edtf"]:
        return found.basis in (bases if found.edtf else {"unknown"})
    if found.edtf not in expected.get("accept", []):
        return False
    return found.basis in ({*bases, "resolved", "inferred"} if found.edtf else {"unknown"})


def _date(field: str, expected: Sequence[Table], found: When) -> Iterator[str]:
    if not any(date_is(each, found) for each in expected):
        wanted = " or ".join(
            dict.fromkeys(f"{each['edtf']!r} {each['basis']}" for each in expected)
        )
        yield f"{field}: {found.edtf!r} {found.basis}, not {wanted}"


def _same_words(text: str, one: Span, other: Span) -> bool:
    """Whether two spans hold the same words, apart from a comma or stop at the end."""
    ends = [span.start + len(text[span.start : span.end].rstrip(CLOSING)) for span in (one, other)]
    return one.start == other.start and ends[0] == ends[1]


def _words_at(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the words of some spans begin, without the "that" or "to" that opens them."""
    starts: set[int] = set()
    for span in spans:
        words = [found.start() for found in re.finditer(r"\w+", text[span.start : span.end])]
        first = re.match(r"\W*(?:that|to)\b", text[span.start : span.end])
        starts.update(span.start + start for start in words[1 if first else 0 :])
    return frozenset(starts)


# ---------------------------------------------------------------------- articles


def _articles(gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    article = next((each for each in corpus.articles if each.file == gold.file), None)
    if article is None:
        yield Outcome("article", gold.number, gold.file, "missing")
        return
    expected = gold.tables["published"]
    faults = [*_date("published", [expected], article.published)]
    if expected["words"] and article.published.expression is not None:
        where = gold.find(expected["words"])
        if not where.touches(_span(article.published.expression)):
            faults.append(f"published: read from {corpus.words(article.published.expression)!r}")
    facts = gold.tables["article"]
    for field in ("agency", "author", "publisher"):
        faults.extend(_one_of(facts, field, getattr(article, field)))
    if facts["title"] and article.title != facts["title"]:
        faults.append(f"title: {article.title!r}, not {facts['title']!r}")
    if not facts["title"] and article.title.rstrip(" …") in gold.text:
        faults.append(f"title: {article.title!r}; the text has no headline")
    if (article.sha256, article.characters) == ("", 0) or article.id != gold.id:
        faults.append(f"id: {article.id}, not {gold.id}")
    yield _judged("article", gold.number, gold.file, faults)


# ------------------------------------------------------------------------ actors


def _actors(key: GoldKey, corpus: Corpus) -> Iterator[Outcome]:
    known: set[str] = set()
    for entry in key.actors:
        found = [actor for actor in corpus.actors if actor.id in key.ids(entry["id"])]
        known.update(key.ids(entry["id"]))
        if not found:
            yield _absent("actor", "", entry["id"], entry)
            continue
        own = next((actor for actor in found if actor.id == entry["id"]), found[0])
        yield _judged("actor", "", entry["id"], _actor_faults(key, entry, own, corpus))
    for actor in corpus.actors:
        if actor.id not in known:
            forms = ", ".join(sorted({corpus.words(mention) for mention in actor.mentions}))
            yield Outcome("actor", "", actor.id, "unexpected", (f"{actor.type}, as {forms}",))


def _actor_faults(key: GoldKey, entry: Table, actor: Actor, corpus: Corpus) -> Iterator[str]:
    yield from _one_of(entry, "type", actor.type)
    if entry.get("unnamed"):
        return
    yield from _one_of(entry, "name", actor.name)
    surely, perhaps = _forms(key, entry)
    known = {_folded(form) for form in (entry["name"], *entry["aliases"])}
    found = {_folded(form): form for form in (actor.name, *actor.also_known_as)}
    for form in sorted((known - found.keys()) - (perhaps - surely) - {_folded(entry["name"])}):
        yield f"also_known_as: lacks {form!r}"
    for form in sorted(found.keys() - known - surely - perhaps):
        yield f"also_known_as: {found[form]!r} is no name of it"
    present = {each.id for each in corpus.actors}
    for other in entry.get("related", []):
        if key.ids(other) & present and not key.ids(other) & _linked(corpus, actor.id):
            yield f"related: lacks {other!r}"


def _folded(form: str) -> str:
    return bare(form).casefold()


def _forms(key: GoldKey, entry: Table) -> tuple[set[str], set[str]]:
    """The forms under which the articles surely name an actor, and those that may be read so."""
    surely: set[str] = set()
    perhaps: set[str] = set()
    for article in key.articles:
        for mention in article.of("mention"):
            if entry["id"] in (mention["actor"], *mention.get("accept_actor", [])):
                forms = (mention["words"], *mention.get("accept_words", []))
                (surely if mention["count"] else perhaps).update(map(_folded, forms))
    return surely, perhaps


def _linked(corpus: Corpus, actor_id: str) -> set[str]:
    """The actors that one link, in either direction, or two lead to."""
    near: dict[str, set[str]] = {}
    for actor in corpus.actors:
        for relation in actor.related:
            near.setdefault(actor.id, set()).add(relation.actor)
            near.setdefault(relation.actor, set()).add(actor.id)
    first = near.get(actor_id, set())
    return first.union(*(near[other] for other in first))


# ---------------------------------------------------------------------- contests


def _contests(key: GoldKey, corpus: Corpus) -> Iterator[Outcome]:
    for entry in key.contests:
        contest = next((each for each in corpus.contests if each.id == entry["key"]), None)
        if contest is None:
            yield _absent("contest", "", entry["key"], entry)
        else:
            hints = _contest_hints(key, entry, contest)
            yield _judged("contest", "", entry["key"], _contest_faults(entry, contest), hints)
    expected = {entry["key"] for entry in key.contests}
    for contest in corpus.contests:
        if contest.id not in expected:
            yield Outcome("contest", "", contest.id, "unexpected", (contest.name,))


def _contest_faults(entry: Table, contest: Contest) -> Iterator[str]:
    yield from _date("date", [entry["date"]], contest.date)
    yield from _one_of(entry, "place", contest.place)
    if contest.seats_total != entry.get("seats_total"):
        yield f"seats_total: {contest.seats_total}, not {entry.get('seats_total')}"
    if (contest.seats_basis or "unknown") != entry["seats_basis"]:
        yield f"seats_basis: {contest.seats_basis!r}, not {entry['seats_basis']!r}"


def _contest_hints(key: GoldKey, entry: Table, contest: Contest) -> Iterator[str]:
    told = {anchor.article for anchor in contest.evidence}
    for article in key.articles:
        if (article.number in entry["articles"]) != (article.id in told):
            verb = "is" if article.id in told else "is not"
            yield f"{article.number} {verb} among its sources"
    if contest.name != entry["name"]:
        yield f"name: {contest.name!r}, not {entry['name']!r}"


# ------------------------------------------------------------------------ quotes


def _quotes(key: GoldKey, gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    entries = gold.of("quote")
    found = [quote for quote in corpus.quotes if quote.article == gold.id]
    spans = [_span(quote.evidence[0]) for quote in found]

    def score(entry: Table, quote: Quote) -> float:
        span = _span(quote.evidence[0])
        first, *others = gold.texts_of(entry)
        same_kind = 0.1 if quote.type == entry["type"] else 0.0
        if _same_words(gold.text, first, span):
            return 3.0 + same_kind
        if any(_same_words(gold.text, other, span) for other in others):
            return 2.0 + same_kind
        likeness = max(each.likeness(span) for each in (first, *others))
        return likeness + same_kind if likeness > 0.3 else 0.0

    pairs = _paired(entries, found, score)
    told = {found[j].id: entries[i] for i, j in pairs.items()}
    left = [j for j in range(len(found)) if j not in pairs.values()]
    for i, entry in enumerate(entries):
        again = f" ({entry['nth']})" if "nth" in entry else ""
        label = f"{entry['type']} {_short(entry['text'])}{again}"
        if i not in pairs:
            if not _told_by_group(gold, entry, told, found):
                yield _absent("quote", gold.number, label, entry)
            else:
                yield _judged("quote", gold.number, label, ())
            continue
        parts = [pairs[i], *_parts(gold, entry, spans[pairs[i]], left, spans)]
        left = [j for j in left if j not in parts]
        faults = list(_text_faults(gold, entry, [spans[j] for j in parts]))
        for j in parts:
            faults.extend(_quote_faults(key, gold, entry, found[j], corpus, told))
        yield _judged("quote", gold.number, label, dict.fromkeys(faults))
    for j in left:
        reason = _why_unexpected(gold, spans[j])
        label = f"{found[j].type} {_short(found[j].text)}"
        by = ", ".join(found[j].speakers) or "nobody"
        told_as = (f"{reason}by {by}; rule {found[j].rule}",)
        yield Outcome("quote", gold.number, label, "unexpected", told_as)


def _told_by_group(
    gold: GoldArticle, entry: Table, told: dict[str, Table], found: Sequence[Quote]
) -> bool:
    """Whether one record holds the fragments of a sentence, this one among them."""
    if "group" not in entry:
        return False
    span = gold.text_of(entry)
    return any(
        told.get(quote.id, {}).get("group") == entry["group"]
        and any(_span(anchor).shares(span) == span.end - span.start for anchor in quote.content)
        for quote in found
    )


def _parts(
    gold: GoldArticle, entry: Table, taken: Span, left: Iterable[int], spans: Sequence[Span]
) -> list[int]:
    """Other records that tell the rest of what an entry allows to be told in parts."""
    parts: list[int] = []
    for j in left:
        apart = not any(spans[j].shares(each) for each in (taken, *(spans[p] for p in parts)))
        options = gold.texts_of(entry)[1:]
        if apart and any(_same_words(gold.text, option, spans[j]) for option in options):
            parts.append(j)
    return parts


def _text_faults(gold: GoldArticle, entry: Table, spans: Sequence[Span]) -> Iterator[str]:
    options = gold.texts_of(entry)
    right = [o for o in options if any(_same_words(gold.text, o, span) for span in spans)]
    if not right:
        yield f"text: {_short(gold.words(spans[0]), 200)!r}"
    elif options[0] not in right:
        # An entry that may be told in parts is told when all of its parts are.
        for option in options[1:]:
            if not any(option.shares(each) for each in right):
                yield f"text: lacks {_short(gold.words(option))!r}"


def _quote_faults(
    key: GoldKey,
    gold: GoldArticle,
    entry: Table,
    quote: Quote,
    corpus: Corpus,
    told: dict[str, Table],
) -> Iterator[str]:
    yield from _one_of(entry, "type", quote.type)
    for lost in key.lacking(entry["speakers"], quote.speakers):
        yield f"speakers: lacks {lost!r}"
    for other in quote.speakers:
        if not key.same_actor(entry["speakers"], other):
            yield f"speakers: {other!r} is none"
    yield from _speaker_text_faults(gold, entry, quote)
    yield from _cue_faults(gold, entry, quote)
    expected = {_words_at(gold.text, reading) for reading in gold.contents_of(entry)}
    content = [_span(anchor) for anchor in quote.content]
    if _words_at(gold.text, content) not in expected:
        yield "content: " + " … ".join(repr(_short(gold.words(span), 120)) for span in content)
    yield from _date("said", [entry["said"]], quote.said)
    yield from _link_faults("continues", entry, quote, corpus, told)
    yield from _link_faults("repeats", entry, quote, corpus, told)


def _speaker_text_faults(gold: GoldArticle, entry: Table, quote: Quote) -> Iterator[str]:
    expected = gold.speaker_text_of(entry)
    found = quote.speaker_text
    if found is None:
        if expected:
            yield f"speaker_text: none, not {entry['speaker_text']!r}"
        return
    shared = [
        word
        for span in expected
        if span.shares(_span(found))
        for word in re.findall(
            r"\w+", gold.text[max(span.start, found.start) : min(span.end, found.end)].lower()
        )
    ]
    if not set(shared) - LITTLE_WORDS:
        yield f"speaker_text: {gold.words(_span(found))!r}, not {entry['speaker_text']!r}"


def _cue_faults(gold: GoldArticle, entry: Table, quote: Quote) -> Iterator[str]:
    expected = gold.cue_of(entry)
    if quote.cue is None:
        if expected:
            yield f"cue: none, not {entry['cue']!r}"
        return
    cue = _span(quote.cue)
    shorter = cue.end - cue.start
    if not any(e.shares(cue) in (e.end - e.start, shorter) for e in expected):
        yield f"cue: {gold.words(cue)!r} at {cue.start}, not {entry['cue']!r}"


def _link_faults(
    field: Literal["continues", "repeats"],
    entry: Table,
    quote: Quote,
    corpus: Corpus,
    told: dict[str, Table],
) -> Iterator[str]:
    """``continues`` and ``repeats`` are given by how the other quote begins."""
    other_id = quote.continues if field == "continues" else quote.repeats
    other = corpus.get(other_id) if other_id else None
    begins = entry.get(field, "")
    accepted = entry.get(f"accept_{field}", [])
    if other is None:
        if begins and "" not in accepted:
            yield f"{field}: nothing, not {_short(begins)!r}"
        return
    assert isinstance(other, Quote)
    allowed = tuple(filter(None, (begins, *accepted)))
    group = entry.get("group")
    if group and told.get(other.id, {}).get("group") == group:
        return
    if not allowed or not other.text.startswith(allowed):
        yield f"{field}: {_short(other.text)!r}, not {_short(begins)!r}"


def _why_unexpected(gold: GoldArticle, span: Span) -> str:
    for entry in gold.of("not_quote"):
        if gold.text_of(entry).touches(span):
            return f"no quote: {entry['why']}; "
    return ""


# ------------------------------------------------------------------------- marks


def _marks(gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    """Every quotation mark stands at the edge of a quote, or of what is no quote."""
    named = [gold.text_of(entry) for entry in gold.of("not_quote")]
    quoted = [gold.text_of(entry) for entry in gold.of("quote") if entry["type"] != "indirect"]
    records = [
        _span(quote.evidence[0])
        for quote in corpus.quotes
        if quote.article == gold.id and quote.type != "indirect"
    ]
    for at, mark in enumerate(gold.text):
        if mark not in QUOTATION_MARKS:
            continue
        label = f"mark {at} {_short(gold.text[max(0, at - 20) : at + 20], 45)}"
        if any(_at_edge(gold.text, at, span) for span in named):
            yield _judged("mark", gold.number, label, ())
        elif not any(_at_edge(gold.text, at, span) for span in quoted):
            yield _judged("mark", gold.number, label, ["the key has nothing for it"])
        elif any(_at_edge(gold.text, at, span) for span in records):
            yield _judged("mark", gold.number, label, ())
        else:
            yield Outcome("mark", gold.number, label, "missing")


def _at_edge(text: str, at: int, span: Span) -> bool:
    """Whether a mark opens or closes a stretch; a comma or stop may stand between."""
    if at < span.start:
        return at == span.start - 1
    return at >= span.end - 1 and not text[span.end : at].strip(CLOSING)


# ------------------------------------------------------------------------ events


def _events(key: GoldKey, corpus: Corpus) -> Iterator[Outcome]:
    texts = {article.id: article for article in key.articles}

    def score(gold: GoldEvent, event: Event) -> float:
        pairs = [
            (passage, _span(anchor))
            for article, passage in gold.passages()
            for anchor in event.evidence
            if anchor.article == article
        ]
        like = sum(a.likeness(b) for a, b in pairs if a.touches(b))
        # What one passage tells may be in the key twice: as a happening, and as its telling.
        return like + (0.0 if gold.optional else 0.5) if like else 0.0

    pairs = _paired(key.events, corpus.events, score)
    extra: dict[int, list[int]] = {}
    unexpected: list[tuple[Event, str]] = []
    for j, event in enumerate(corpus.events):
        if j in pairs.values():
            continue
        points, best = max((score(gold, event), -i) for i, gold in enumerate(key.events))
        if points <= 0:
            unexpected.append((event, "nothing of the kind is told"))
        elif key.events[-best].optional or _may_stand_apart(key.events[-best], event):
            extra.setdefault(-best, []).append(j)
        else:
            unexpected.append((event, f"{key.events[-best].key!r} told twice"))
    for i, gold in enumerate(key.events):
        records = [pairs[i], *extra.get(i, [])] if i in pairs else extra.get(i, [])
        told = [corpus.events[j] for j in records]
        joined = gold.every("joined")
        if not told and joined:
            others = [n for n, other in enumerate(key.events) if other.key in joined]
            told = [
                corpus.events[pairs[n]]
                for n in others
                if n in pairs and score(gold, corpus.events[pairs[n]]) > 0
            ]
            if told:
                yield _judged("event", "", gold.key, (), [f"told within {told[0].id}"])
                continue
        if not told:
            state: State = "left out" if gold.optional else "missing"
            yield Outcome("event", "", gold.key, state)
            continue
        faults: dict[str, None] = {}
        for event in told:
            which = f"{event.id}: " if event.id != gold.key else ""
            for fault in _event_faults(key, gold, event, texts):
                faults[which + fault] = None
        untold = _untold(gold, told)
        faults.update(
            (f"not told by {article.number}", None)
            for article, entry in gold.entries
            if not entry.get("optional")
            and {(article.id, span) for span in article.passages_of(entry)} <= untold
        )
        hints = [*_event_hints(key, gold, told), *_untold_hints(texts, untold)]
        yield _judged("event", "", gold.key, faults, hints)
    for event, reason in unexpected:
        where = texts[event.evidence[0].article].number if event.evidence else ""
        words = _short(corpus.words(event.evidence[0]), 100) if event.evidence else ""
        by = f", claimed by {event.claimed_by}" if event.claimed_by else ""
        told_as = f"{reason}: {event.status}{by}: {words!r}"
        yield Outcome("event", where, f"{event.id} {_short(event.title)}", "unexpected", (told_as,))


def _may_stand_apart(gold: GoldEvent, event: Event) -> bool:
    """Whether an entry that may be an event of its own is told by this one alone."""
    return any(
        entry.get("apart") and _tells(event, article, entry) for article, entry in gold.entries
    )


def _untold(gold: GoldEvent, told: Iterable[Event]) -> set[tuple[str, Span]]:
    anchors = [anchor for event in told for anchor in event.evidence]
    return {
        (article, span)
        for article, span in gold.passages()
        if not any(a.article == article and span.touches(_span(a)) for a in anchors)
    }


def _untold_hints(texts: dict[str, GoldArticle], untold: set[tuple[str, Span]]) -> Iterator[str]:
    for article, span in sorted(untold):
        yield f"passage not told: {texts[article].number} {_short(texts[article].words(span))!r}"


def _event_faults(
    key: GoldKey, gold: GoldEvent, event: Event, texts: dict[str, GoldArticle]
) -> Iterator[str]:
    dates = gold.dates()
    dates += [entry["when"] for _, entry in gold.entries if entry.get("apart")]
    yield from _date("when", dates, event.when)
    yield from _expression_faults(gold, event, texts)
    if event.status not in gold.every("status", "accept_status"):
        yield f"status: {event.status}, not {' or '.join(gold.every('status'))}"
    claimants = gold.every("claimed_by", "accept_claimed_by")
    if event.claimed_by and not key.same_actor(claimants, event.claimed_by):
        yield f"claimed_by: {event.claimed_by!r}, not {' or '.join(claimants) or 'anybody'}"
    if not event.claimed_by and event.status in ("alleged", "demanded") and claimants:
        yield f"claimed_by: nobody, not {' or '.join(claimants)}"
    lost = _lost_actors(key, gold, event)
    if lost and not (gold.optional and event.actors):
        yield f"actors: lacks {', '.join(lost)}"
    places = [place for place in gold.every("place", "accept_place") if place]
    if event.place and places and not any(_shares_name(event.place, each) for each in places):
        yield f"place: {event.place!r}, not {' or '.join(dict.fromkeys(places))!r}"


def _lost_actors(key: GoldKey, gold: GoldEvent, event: Event) -> list[str]:
    """The actors that what an event tells should name, and that it does not."""
    named = [*event.actors, *filter(None, (event.claimed_by,))]
    expected = [
        actor
        for article, entry in gold.entries
        if _tells(event, article, entry) and (gold.optional or not entry.get("optional"))
        for actor in entry["actors"]
        if actor not in key.optional_actors
    ]
    return list(dict.fromkeys(key.lacking(expected, named)))


def _tells(event: Event, article: GoldArticle, entry: Table) -> bool:
    """Whether an event has a passage of an entry."""
    return any(
        anchor.article == article.id and span.touches(_span(anchor))
        for span in article.passages_of(entry)
        for anchor in event.evidence
    )


def _expression_faults(
    gold: GoldEvent, event: Event, texts: dict[str, GoldArticle]
) -> Iterator[str]:
    expression = event.when.expression
    if expression is None or not event.when.edtf:
        return
    expected = [
        span
        for article, entry in gold.entries
        if article.id == expression.article
        for span in article.expressions_of(entry)
    ]
    if expected and not any(span.touches(_span(expression)) for span in expected):
        yield f"when: read from {texts[expression.article].words(_span(expression))!r}"


def _shares_name(one: str, other: str) -> bool:
    """Whether two places have a name or noun in common."""
    words = [{word.lower() for word in re.findall(r"\w{4,}", place)} for place in (one, other)]
    return bool(words[0] & words[1])


def _event_hints(key: GoldKey, gold: GoldEvent, told: Iterable[Event]) -> Iterator[str]:
    expected = gold.every("actors", "accept_actors", "claimed_by")
    places = gold.every("place", "accept_place")
    passages = gold.passages()
    for event in told:
        lost = _lost_actors(key, gold, event)
        if lost and gold.optional and event.actors:
            yield f"actors: lacks {', '.join(lost)}"
        others = [actor for actor in event.actors if not key.same_actor(expected, actor)]
        if others:
            yield f"actors: also {', '.join(others)}"
        if bool(event.place) != any(places) and event.place not in places:
            yield f"place: {event.place!r}, not {places[0]!r}"
        for anchor in event.evidence:
            if not any(a == anchor.article and p.touches(_span(anchor)) for a, p in passages):
                yield f"evidence: also {anchor.article} {anchor.start} to {anchor.end}"


# ----------------------------------------------------------------------- figures


def _figures(key: GoldKey, gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    entries = gold.of("figure")
    found = [figure for figure in corpus.figures if figure.evidence[0].article == gold.id]

    def score(entry: Table, figure: Figure) -> float:
        span = gold.words_of(entry)
        like = span.likeness(_span(figure.evidence[0]))
        same = _same_number(entry, figure.value)
        return like + same if like else 0.0

    pairs = _paired(entries, found, score)
    for i, entry in enumerate(entries):
        label = _short(entry["words"])
        if i not in pairs:
            yield _absent("figure", gold.number, label, entry)
        else:
            faults = _figure_faults(key, gold, entry, found[pairs[i]])
            yield _judged("figure", gold.number, label, faults)
    for j, figure in enumerate(found):
        if j in pairs.values():
            continue
        span = _span(figure.evidence[0])
        reason = ""
        for entry in gold.of("not_figure"):
            if gold.words_of(entry).touches(span):
                reason = f"no figure: {entry['why']}; "
        told_as = f"{reason}{figure.measure} {figure.comparator}{figure.value} {figure.unit}"
        label = _short(gold.words(span))
        yield Outcome("figure", gold.number, label, "unexpected", (told_as,))


def _same_number(entry: Table, found: str) -> bool:
    try:
        return Decimal(found) in {Decimal(each) for each in _allowed(entry, "value") if each}
    except InvalidOperation:
        return False


def _figure_faults(key: GoldKey, gold: GoldArticle, entry: Table, figure: Figure) -> Iterator[str]:
    if not _same_number(entry, figure.value):
        yield f"value: {figure.value!r}, not {entry['value']!r}"
    for field in ("unit", "measure", "comparator", "status", "base", "contest"):
        yield from _one_of(entry, field, getattr(figure, field))
    yield from _actor_field(key, entry, "subject", figure.subject)
    yield from _actor_field(key, entry, "claimed_by", figure.claimed_by)
    yield from _date("as_of", [entry["as_of"]], figure.as_of)
    for expected in gold.contest_text_of(entry):
        told = figure.contest_text
        if told is None:
            yield f"contest_text: none, not {entry['contest_words']!r}"
        elif not expected.touches(_span(told)):
            yield f"contest_text: {gold.words(_span(told))!r}, not {entry['contest_words']!r}"


# ---------------------------------------------------------------------- mentions


def _mentions(key: GoldKey, gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    """Names are counted form by form; each counts for the longest form that it holds."""
    entries = gold.of("mention")
    named: list[list[Span]] = [[] for _ in entries]
    strangers: Counter[tuple[str, str]] = Counter()
    for actor in corpus.actors:
        for mention in actor.mentions:
            if mention.article != gold.id:
                continue
            i = _form_of(key, entries, actor, corpus.words(mention))
            if i is None:
                strangers[actor.id, corpus.words(mention)] += 1
            else:
                named[i].append(_span(mention))
    states = {actor["id"] for actor in key.actors if actor["type"] == "state"}
    for entry, spans in zip(entries, named, strict=True):
        label = f"{entry['actor']} {entry['words']!r}"
        faults = [*_mention_faults(gold, entry, spans, entry["actor"] in states)]
        if faults and not spans:
            yield Outcome("mention", gold.number, label, "missing", (f"{entry['count']} times",))
        else:
            yield _judged("mention", gold.number, label, faults)
    for (actor_id, words), count in strangers.items():
        label = f"{actor_id} {words!r}"
        yield Outcome("mention", gold.number, label, "unexpected", (f"{count} times",))


def _mention_faults(
    gold: GoldArticle, entry: Table, spans: Sequence[Span], state: bool
) -> Iterator[str]:
    least = entry["count"]
    # Where something lies in a state, the state is named all the same; a city is not the
    # government that bears its name.
    places = entry.get("place_count", 0) if state else 0
    most = least + entry.get("optional_count", 0) + places
    if not least <= len(spans) <= most:
        times = f"{least}" if least == most else f"{least} to {most}"
        yield f"{len(spans)} times, not {times}"
    for context in entry.get("within", []):
        around = gold.find(context)
        if not any(around.shares(span) for span in spans):
            yield f"not in {context!r}"


def _form_of(key: GoldKey, entries: Sequence[Table], actor: Actor, words: str) -> int | None:
    for i, entry in enumerate(entries):
        actors = (entry["actor"], *entry.get("accept_actor", []))
        forms = (entry["words"], *entry.get("accept_words", []))
        if key.same_actor(actors, actor.id) and (words in forms or bare(words) in forms):
            return i
    return None


# ------------------------------------------------------------------ descriptions


def _described(key: GoldKey, gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    """A description is found where its words, or part of them, are given to the actor."""
    entries = gold.of("described")
    places = [
        [gold.find(entry["text"], entry.get("nth", 1)), *map(gold.find, entry.get("accept", []))]
        for entry in entries
    ]
    found = [
        (actor, description)
        for actor in corpus.actors
        for description in actor.described_as
        if description.anchor.article == gold.id
    ]
    known: set[int] = set()
    for entry, spans in zip(entries, places, strict=True):
        told = [
            j
            for j, (actor, description) in enumerate(found)
            if actor.id in key.ids(entry["actor"])
            and (
                any(span.shares(_span(description.anchor)) for span in spans)
                or entry["text"].casefold() in description.text.casefold()
            )
        ]
        known.update(told)
        label = f"{entry['actor']} {_short(entry['text'])!r}"
        if told:
            yield _judged("described", gold.number, label, ())
        else:
            yield _absent("described", gold.number, label, entry)
    unnamed = {id for actor in key.actors if actor.get("unnamed") for id in key.ids(actor["id"])}
    for j, (actor, description) in enumerate(found):
        if j not in known and actor.id not in unnamed:
            label = f"{actor.id} {_short(description.text)!r}"
            yield Outcome("described", gold.number, label, "unexpected")
