"""How the clauses of a sentence lie in one another, and whose verb each is.

A clause opens with the sentence, with a relative pronoun or with a conjunction ("after",
"that"). A verb belongs to the innermost clause that has none; a verb for which none is left
goes on with the clause before ("and left"), or opens one of its own (", and the police left").
So in "A man who threw a stone was held" the man threw it, and the man was held.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.past_forms import is_participle, may_be_participle
from tui.extract.languages.en.clauses.phrases import OF_TIME, Phrases
from tui.extract.languages.en.clauses.tokens import DETERMINERS, RELATIVES, ClauseTokens
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.happenings import noun_sort
from tui.extract.languages.en.morphology import forms
from tui.extract.languages.en.words import lists
from tui.extract.text.lazy_property import lazy_property

_WORDS = lists("words", "clauses")

_OTHERS = _WORDS["others"]
_SAYING_SO = frozenset(forms(verb).gerund for verb in cues.SPEECH)
"""Behind a comma what follows them is said: ", saying police had charged"."""
_OF_SOMEBODY = frozenset(
    "accuse blame charge condemn criticise criticize denounce hail praise thank welcome".split()
)
"""What is behind these is no clause that somebody says: "charged him with theft and Kos left"."""
_TO_SAY = frozenset("allege argue claim insist say".split())
"""Behind "to" what follows them is said: "came to claim police had charged"."""
_MAY_OPEN = RELATIVES | _OTHERS | OF_TIME | _SAYING_SO | _TO_SAY
_OPEN_NEXT = RELATIVES | _OTHERS | frozenset({"as"})
_SAYING = cues.SPEECH | cues.STANCE
_HYPOTHETICAL = frozenset("if unless whether".split())
_HOPING = frozenset("hope believe expect fear say think".split())
_OTHERS_HOPE = frozenset("many some most critics analysts observers people".split())
_AWAITED = frozenset("until till once before".split())
_AFTER = frozenset("after when".split())
_PRESENT = frozenset("has have is are".split())
"""What is awaited lies ahead: "until votes have been counted", "only after she resigns"."""
_AND = frozenset("and or but nor then yet".split())
_CONTENT = frozenset("that whether if how why".split())
_BEFORE_THAT = frozenset(
    "about against at by despite during following for from over through to under with".split()
)
"""Prepositions behind which "that" points to something."""
_EMPTY = frozenset("those anyone everyone someone people one ones".split())
_ASIDE = OF_TIME | _OTHERS | frozenset({"who", "which"})
_NEAR = 8
"""Words between a verb and the clause that it says, at most."""


class EventClause(NamedTuple):
    """A verb's clause: its subject's tokens, the word that opens it, and where it begins."""

    subject: tuple[int, int]
    opener: str = ""
    begin: int = 0
    hypothetical: bool = False


NO_CLAUSE = EventClause((0, 0))


@dataclass(slots=True)
class _Open:
    """A clause that is being read."""

    start: int
    opener: str = ""
    comma: bool = False
    verb: Verb | None = None
    subject: tuple[int, int] = (0, 0)
    inner: int = -1
    """Where the first clause within it begins, before its verb."""
    behind: int = 0
    """Behind the verb of the last clause within it, before its own verb."""
    hypothetical: bool = False


class Structure:
    """The clauses of a sentence, each by the first token of its verb."""

    def __init__(self, tokens: ClauseTokens, verbs: Sequence[Verb], dated: Collection[int]) -> None:
        self.tokens = tokens
        self.dated = dated
        self.phrases = Phrases(tokens, dated)
        self.clauses: dict[int, EventClause] = {}
        self.reduced: set[int] = set()
        """Verbs that turned out to be participles behind their noun ("those held last night")."""
        self.openers: list[int] = []
        """The words that open a clause within the sentence, in order."""
        self.contacts: set[int] = set()
        """Where the verb of a clause stands that no word opens: "the role ministers | played"."""
        self._commas = self.phrases.commas
        self._finite = [verb for verb in verbs if verb.shape in ("finite", "copula")]
        self._starts = [verb.first for verb in self._finite]
        self._heads = {verb.first: verb for verb in self._finite}
        self._stack = [_Open(0)]
        self._read()

    # ----------------------------------------------------------------- reading

    def _read(self) -> None:
        tokens = self.tokens
        verbal = {at for verb in self._finite for at in range(verb.first, verb.head + 1)}
        telling = {at for at, lower in enumerate(tokens.lowers) if lower in _MAY_OPEN}
        for at in sorted(telling.union(self._heads, tokens.apart)):
            lower = tokens.lowers[at]
            if at in tokens.apart:
                self._stack = [_Open(at)]
            if at in self._heads:
                self._take(self._heads[at])
            elif (
                lower in _MAY_OPEN
                and at not in verbal
                and (at not in self.dated or lower in ("after", "before"))
                and self._opens(at, lower)
            ):
                self._open(at, lower)

    def _opens(self, at: int, lower: str) -> bool:
        tokens = self.tokens
        if lower in _SAYING_SO:
            return at in tokens.commas and self._verb_near(at)
        if lower in _TO_SAY:
            told = tokens.lower(at - 1) == "to" and self._stack[-1].verb is not None
            return told and tokens.lower(at + 1) not in _MAY_OPEN and self._verb_near(at)
        of = lower == "because" and tokens.lower(at + 1) == "of"
        since = lower == "since" and at + 1 in self.dated  # "on strike since Monday"
        if of or since or (lower in OF_TIME and self.phrases.is_hour(at + 1)):
            return False
        if lower in OF_TIME and self._stack[-1].verb is None and noun_sort(tokens.lower(at - 1)):
            return at == 0  # "A hearing before the court is set for Monday."
        if lower in _OTHERS or lower in ("who", "which"):
            return True
        if lower == "that" and tokens.lower(at - 1) in _BEFORE_THAT:
            return False  # "appeals against that decision"
        if lower == "that":
            follows = tokens.lowers[at + 1] if at + 1 < len(tokens) else ""
            before = self._stack[-1].verb
            said = before is not None and before.lemma in _SAYING
            plain = follows in DETERMINERS | lex.SUBJECT_PRONOUNS
            reach = (2 if plain else 1) * _NEAR if said else 2
            near = before is not None and at - before.head < reach
            if at + 1 in self._heads or near:
                return at > 0
            return at > 0 and bool(follows) and self._verb_near(at)
        if lower not in OF_TIME or tokens.lowers[at - 1 : at] == ["so"]:
            return False
        # "After the debate the council met" has no other verb.
        alone = at == 0 and lower in ("after", "before", "since") and len(self._starts) == 1
        return not alone and self._verb_near(at)

    def _verb_near(self, at: int) -> bool:
        """Whether a verb with a subject before it follows before a comma or a mark."""
        index = bisect_right(self._starts, at)
        if index == len(self._starts) or self._starts[index] == at + 1:
            return False
        verb = self._starts[index]
        comma = bisect_right(self._commas, at)
        return not (comma < len(self._commas) and self._commas[comma] <= verb) and not any(
            n in self.tokens.apart or self.tokens.lowers[n] in _OPEN_NEXT
            for n in range(at + 1, min(verb, at + 30))
        )

    def _open(self, at: int, lower: str) -> None:
        outer = self._stack[-1]
        lower = "that" if lower in _SAYING_SO | _TO_SAY else lower
        comma = at in self.tokens.commas
        if len(self._stack) > 1 and outer.verb is None and outer.start == at:
            outer.start = at + 1  # "that when ..."
        if outer.verb is None and outer.inner < 0:
            outer.inner = at
        relative = self.tokens.lowers[at] in RELATIVES
        subject = self.phrases.antecedent_of(at) if relative else (0, 0)
        self.openers.append(at)
        hypothetical = lower in _HYPOTHETICAL or outer.hypothetical
        self._stack.append(_Open(at + 1, lower, comma, None, subject, hypothetical=hypothetical))

    def _take(self, verb: Verb) -> None:
        """Give a verb to its clause."""
        stack = self._stack
        comma = verb.first in self.tokens.commas
        outer = any(each.verb is None for each in stack[:-1])
        top = stack[-1]
        apart = comma and top.start + 1 < verb.first and top.start not in self.tokens.commas
        if top.verb is None and outer and apart:
            self._close()
        top = stack[-1]
        while top.verb is not None and self._goes_back(top.verb, verb):
            self._close()
            top = stack[-1]
        clitic, joined, _ = self.tokens.lowers[verb.first].partition("'")
        if joined and (top.verb is not None or clitic in lex.SUBJECT_PRONOUNS):
            # "she'll" has its subject in itself.
            top.subject, begin = (0, 0), verb.first
        elif top.verb is None:
            top.subject = self._own_subject(top, verb)
            begin = top.start - 1 if top.opener else top.start
            if top.inner >= 0:
                # What is behind a clause within it.
                first = top.subject[0]
                apart = verb.first in self.tokens.commas  # "who left on May 2, | was held"
                begin = verb.first if apart else self._lead(verb)
                begin = first if first >= top.behind > 0 else begin
        else:
            begin = self._next(top, verb)
        top = stack[-1]
        if verb.first in self.reduced:
            return
        top.verb = verb
        only = top.start > 1 and self.tokens.lowers[top.start - 2] == "only"
        awaited = top.opener in _AWAITED or (only and top.opener in _AFTER)
        present = self.tokens.lowers[verb.first] in _PRESENT or (only and verb.tense == "present")
        top.hypothetical = top.hypothetical or (awaited and present)
        self.clauses[verb.first] = EventClause(top.subject, top.opener, begin, top.hypothetical)
        if len(stack) > 1:
            stack[-2].behind = verb.head + 1

    def _close(self) -> None:
        closed = self._stack.pop()
        if closed.verb is not None:
            self._stack[-1].behind = closed.verb.head + 1

    def _goes_back(self, before: Verb, verb: Verb) -> bool:
        """Whether a verb is that of a clause further out, and no longer of the innermost."""
        if not any(each.verb is None for each in self._stack[:-1]):
            return False
        at = self._lead(verb)
        if at > before.head + 1 and self.tokens.lowers[at - 1] in _AND:
            return False
        says = before.lemma in cues.SPEECH and at > before.head + 1
        return not says or verb.first in self.tokens.commas

    def _lead(self, verb: Verb) -> int:
        """The first of the adverbs and dates right before a verb."""
        at = verb.first
        while at > 0 and (at - 1 in self.dated or self.phrases.is_adverb(at - 1)):
            at -= 1
        return at

    # ---------------------------------------------------------------- subjects

    def _own_subject(self, clause: _Open, verb: Verb) -> tuple[int, int]:
        """The subject of a clause's first verb."""
        last = self._lead(verb)
        if clause.opener in RELATIVES and (
            clause.start >= last or (clause.start in self.tokens.commas)
        ):
            return clause.subject
        if clause.inner >= 0:
            found = self.phrases.trimmed(clause.start, min(clause.inner, last))
            if found != (0, 0):
                return found
            begin = next(
                (c for c in self.phrases.between(clause.behind, verb.first) if c < last), None
            )
            return self.phrases.trimmed(begin, last) if begin is not None else (0, 0)
        return self.phrases.trimmed(clause.start, last)

    def _next(self, clause: _Open, verb: Verb) -> int:
        """The subject of a verb that follows another in its clause; where it begins."""
        before = clause.verb or verb
        tokens = self.tokens
        at = self._lead(verb)
        if at > before.head + 1 and tokens.lowers[at - 1] in _AND:
            self._further_out(verb)
            return at - 1
        says = before.lemma in _SAYING
        plain = before.first == before.head and before.tense == "past" and not before.passive
        if at <= before.head + 1:
            dated = any(n in self.dated for n in range(at, verb.first))
            if at not in tokens.commas and not dated and verb.first == verb.head:
                self.reduced.add(verb.first)  # "were seen gathered"
            elif plain and not says and at not in tokens.commas:
                return self._described(before)  # "The paper signed on Monday was lost."
            return at
        splits = [
            n
            for n in range(before.head + 1, at)
            if (n in tokens.commas or tokens.lowers[n] in _AND) and n not in self.dated
        ]
        if at in tokens.commas:
            joined = [n for n in splits if n in tokens.commas and tokens.lowers[n] in _AND]
            if not joined:
                self._further_out(verb)
                return at
            clause.subject = self.phrases.trimmed(joined[-1], at)
            return joined[-1]
        if not splits:
            judged = before.lemma in _OF_SOMEBODY and self.phrases.is_one(before.head + 1, at)
            if says and not judged:  # "hailed the success of the list formed in May"
                clause.subject = self.phrases.trimmed(before.head + 1, at)
                return before.head + 1
            if tokens.lowers[at - 1] in _HOPING and tokens.lowers[at - 2] in _OTHERS_HOPE:
                return self._hanging(clause, at - 1)  # "a government many hope | will last"
            if tokens.lowers[at - 1] in lex.SUBJECT_PRONOUNS:
                return self._hanging(clause, at - 1)  # "faults at the stations they saw"
            has_object = self.phrases.object_behind(before.head + 1)
            if is_participle(tokens, verb, before) and verb.first - 1 not in self.dated:
                self.reduced.add(verb.first)  # "gathered in a hall filled with lamps"
                return at
            if plain and not has_object and may_be_participle(tokens, before):
                return self._described(before)  # "The man held last night denied it."
            return self._hanging(clause, at)
        split = self.phrases.row_of_subjects(splits, verb.first)
        commas = [n for n in splits if n in tokens.commas]
        joined = [n for n in commas if tokens.lowers[n] in _AND]
        if joined:
            split = joined[-1]
        elif commas and commas[-1] < split:
            split = commas[-1]
        if says and not commas and before.lemma not in _OF_SOMEBODY:
            # "said Kos and Low left": of what is said, all is the subject.
            split = before.head + 1
        clause.subject = self.phrases.trimmed(split, at)
        return split

    def _hanging(self, clause: _Open, at: int) -> int:
        """Note that a clause that no word opens begins at a position and belongs to the noun before
        it; where it begins."""
        clause.subject = (0, 0)
        if at - 1 not in self.dated:
            self.contacts.add(at)
        return at

    def _described(self, before: Verb) -> int:
        """Take what looked like a verb for a participle behind its noun; where it stands."""
        self.reduced.add(before.first)
        self.clauses.pop(before.first, None)
        return before.first

    def _further_out(self, verb: Verb) -> None:
        """Go back to the clause whose tense a verb has: "states that it won, and urges"."""
        inner = self._stack[-1].verb
        for number in range(len(self._stack) - 2, -1, -1):
            outer = self._stack[number].verb
            if (
                inner is not None
                and outer is not None
                and self._time_of(inner) != self._time_of(verb) == self._time_of(outer)
            ):
                del self._stack[number + 1 :]
                return

    def _time_of(self, verb: Verb) -> str:
        """The tense of a verb; "had left" is of another time than "left"."""
        return "before" if self.tokens.lowers[verb.first] == "had" else verb.tense

    def end(self, verb: Verb) -> int:
        """The token behind the last of a verb's clause."""
        tokens = self.tokens
        borders = self._borders
        after = borders[bisect_right(borders, verb.head) :]
        stop = next((at for at in after if at not in self.contacts), len(tokens))
        if verb.first not in self.clauses and verb.shape == "reduced":
            stop = min([stop, *(at for at in self._starts if at > verb.head)])
        elif after and self._contents(verb, stop):
            says = verb.lemma in _SAYING
            inner = (at for at in after if at in tokens.apart or (not says and at != stop))
            stop = next(inner, len(tokens))
            if says:
                # A comma within what is said ends it only behind its verb.
                inside = [v for v in self._finite if verb.head < v.first < stop]
                main = (
                    v for v in inside if self.clauses.get(v.first, NO_CLAUSE).opener not in _ASIDE
                )
                told = next(main, verb)
                return self.phrases.comma_end(told.head + 1, stop)
        return self.phrases.comma_end(verb.head + 1, stop)

    @lazy_property
    def _borders(self) -> list[int]:
        """Where clauses begin, and the marks that none goes across, in order."""
        return sorted({*self._begins, *self.openers, *self.tokens.apart})

    @lazy_property
    def _begins(self) -> list[int]:
        """Where the clauses of verbs begin, in order."""
        return sorted({clause.begin for clause in self.clauses.values()})

    def _contents(self, verb: Verb, at: int) -> bool:
        """Whether a clause belongs to the one before, which would be empty without it:
        "declared that it won", "attacked those who fled"."""
        lowers = self.tokens.lowers
        if at in self.tokens.apart or at in self.tokens.commas:
            return False
        if at in self.openers and lowers[at] in RELATIVES and lowers[at - 1] in _EMPTY:
            return True
        says = verb.lemma in _SAYING
        near = at == verb.head + 1 or (at in self.openers and at - verb.head < _NEAR)
        return says and near and (at not in self.openers or lowers[at] in _CONTENT)
