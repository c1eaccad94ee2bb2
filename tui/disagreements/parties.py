"""Who has a figure of a contest, where its report says so in other words than others do.

"The ruling party of Adam Kestrin won 36.8 per cent" has no list's name, and another report of
that contest speaks of "Kestrin's Civic Pact". The words before a number, back to the number before
it, name a list where they have a word that is in the name of one list of the contest only, or the
name of who leads it. What is said of rivals ("ahead of Labour") names nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.corpus import Corpus
from tui.disagreements.report_names import capitals, name_key
from tui.disagreements.stories import Stories
from tui.disagreements.words import spread, words_in
from tui.figure_comparison import Thing
from tui.folding import folded
from tui.model import Anchor

MEASURES = frozenset({"vote_share", "poll_share", "seats", "votes"})
"""What a list has."""

REACH = 200
"""Characters before a number in which is looked for who has it, at the most."""

_BREAK = re.compile(r"[.!?;](?=\s|[”\"»])|\n|\d[\d.,]*")


class Parties:
    """The lists of contests by the words that name them."""

    def __init__(self, corpus: Corpus, stories: Stories) -> None:
        self._corpus, self._stories = corpus, stories
        self._known: dict[str, Mapping[str, str]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._persons_of: dict[str, frozenset[str]] = {}

    def of(
        self, contest: str, subjects: Sequence[str], about: Thing, at: Anchor | None
    ) -> str | None:
        """The list that has a figure, of those that have others of its contest: what it is about,
        and its passage where that has no subject."""
        if about.measure not in MEASURES or len(subjects) < 2:
            return about.subject
        if contest not in self._known:
            self._known[contest] = self._names(subjects)
        names = self._known[contest]
        if about.subject:
            return self._led(about.subject, subjects, names)
        found = {names[key] for key in self._keys_beside(at) if key in names} if at else set()
        return found.pop() if len(found) == 1 else None

    def _led(self, subject: str, subjects: Sequence[str], names: Mapping[str, str]) -> str:
        """The list of a person who leads one; whoever stands for office has the figure."""
        who = self._stories.actors.get(subject)
        if who is None or who.type != "person" or self._of_persons(subjects):
            return subject
        words = self._stories.words(who.article) if who.article else None
        key = name_key(who.last_name, words) if words else ""
        return names.get(f"{LEADER}{key}", subject)

    def _of_persons(self, subjects: Sequence[str]) -> bool:
        """Whether most of those who have figures of a contest are persons."""
        known = map(self._stories.actors.get, subjects)
        return 2 * sum(each is not None and each.type == "person" for each in known) > len(subjects)

    def _keys_beside(self, at: Anchor) -> Iterator[str]:
        """The names in the words before a number; where there is none, in those behind it, if
        these say to whom it goes."""
        text, words = self._corpus.texts[at.article], self._stories.words(at.article)
        before = _BREAK.split(text[max(0, at.start - REACH) : at.start])[-1]
        behind = _BREAK.split(text[at.end : at.end + REACH])[0].partition(",")[0]
        found = [] if words.rivals.any_of(words_in(before)) else capitals(before)
        if not found and words.given_to.any_of(words_in(behind)[:1]):
            found = capitals(behind)
        for word in found:
            yield from (f"{LEADER}{key}", key) if (key := name_key(word, words)) else ()
            if len(word) >= SHORTEST:
                yield f"{FIRST}{folded(word)}"

    def _names(self, subjects: Iterable[str]) -> Mapping[str, str]:
        """The words that name one list only, and the leaders' names."""
        named: defaultdict[str, set[str]] = defaultdict(set)
        for id in subjects:
            # A list stands in many contests, and takes long to be made.
            if id not in self._keys:
                self._keys[id] = tuple(dict.fromkeys(self._keys_of(id)))
            for key in self._keys[id]:
                named[key].add(id)
        only = {key: ids.pop() for key, ids in named.items() if len(ids) == 1 and key}
        # Who leads a list is not its rival.
        return {key: only.get(f"{LEADER}{key}", id) for key, id in only.items()}

    def _keys_of(self, id: str) -> Iterator[str]:
        """The words that may name an actor."""
        actor = self._stories.actors.get(id)
        if actor is None or not actor.article:
            return
        words = self._stories.words(actor.article)
        for name in (actor.name, *actor.also_known_as):
            # A person is called by the last name.
            for word, _ in [*spread(name)][-1 if actor.type == "person" else 0 :]:
                yield name_key(word, words)
            yield f"{FIRST}{folded(name).split()[0]}"
        if actor.type != "person":
            for key, article in self._stories.leaders(id):
                if key in self._persons(article):
                    yield f"{LEADER}{key}"

    def _persons(self, article: str) -> frozenset[str]:
        """The last names of the persons in an article."""
        if article not in self._persons_of:
            self._persons_of[article] = self._last_names(article)
        return self._persons_of[article]

    def _last_names(self, article: str) -> frozenset[str]:
        words, standing = self._stories.words(article), self._stories.standing(article)
        persons = (each for each in standing if each.type == "person")
        return frozenset(name_key(each.last_name, words) for each in persons)


LEADER, FIRST = "led by ", "first "
"""What the keys of leaders, and of the first words of names, begin with: "Labour" may stand for
"Labour Union", though other names have the word."""

SHORTEST = 4
"""Letters of a first word that may stand for a name, at the least."""
