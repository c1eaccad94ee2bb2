"""The attributions of a sentence, in the order of their cues.

The rules, each tried on every cue:

* ``clause``: a verb, and behind it a clause with "da", "kako", "što" or a question, or speech
  behind a colon: "X je rekao da ...";
* ``behind``: a verb behind what is said: "„...“, rekao je X", "..., kaže X";
* ``inside``: a verb between commas in what is said: "Odgovor je, tvrdi X, bio ...";
* ``as``: "kako navodi X, ...", "..., kako je rekao";
* ``according``: "prema rečima X, ...", "po njenom mišljenju", "prema podacima X";
* ``phrase``: a noun phrase under a verb of demanding, denying or accusing;
* ``noun``: "tvrdnja da ...", "izjava X kako ...";
* ``headline``: "X: ...".
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.extract.analysis.attribution import Attribution, Cue
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.languages.sr import cues
from tui.extract.languages.sr.attribution import (
    according,
    content_end,
    contents,
    headlines,
    said_before,
    sources,
)
from tui.extract.languages.sr.attribution.found import SentenceAttributions
from tui.extract.languages.sr.attribution.sentence import (
    ADVERBS,
    AUXILIARIES,
    NEGATIONS,
    PREPOSITIONS,
    SUBORDINATORS,
    Phrase,
    SentenceView,
)
from tui.extract.languages.sr.cues import CueForm
from tui.extract.languages.sr.names.mentions import NameMentions

_STANDS_WRITTEN = frozenset(("pisati", "stajati"))
_MOST = 24
"""Attributions of one sentence, more than anybody writes."""
_LEAD = 9
"""Words between what opens a sentence and the verb that says it, at the most."""
_TAKES_CLAUSE = frozenset(("say", "mind", "show", "clause", "demand", "deny"))
_TAKES_PHRASE = frozenset(("demand", "deny", "accuse"))


def read(
    names: NameMentions, unit: QuotedSentence, text: str, _mention_ends: Mapping[int, int]
) -> list[Attribution]:
    return SentenceRules(SentenceView(unit, text, names)).read()


class SentenceRules(SentenceAttributions):
    """Reads one sentence from left to right. ``free`` is the first token that no content has
    taken: what stands before it is said by somebody already."""

    def __init__(self, sentence: SentenceView) -> None:
        super().__init__(sentence)
        self.free = 0
        self.aside: list[according.Aside] = []
        self.answered = 0
        """The noun of what somebody else says, where what answers it has to follow."""

    def read(self) -> list[Attribution]:
        sentence = self.sentence
        if self._headline():
            return self.found
        if self._whole():
            return self.found
        self.aside = aside = according.read(sentence)
        for at in range(len(sentence)):
            form = sentence.forms[at]
            if at < self.free:
                continue
            if len(self.found) > _MOST:
                break
            if form is not None and not any(a.first <= at < a.last for a in aside):
                self._verb(at, form)
            elif form is None and sentence.keys[at] in cues.nouns() | cues.held():
                self._noun(at)
        for each in aside:
            self._aside(each)
        return self.in_order()

    # ------------------------------------------------------------------ verbs

    def _verb(self, at: int, form: CueForm) -> None:
        start = contents.complement(self.sentence, at, form)
        quoted = self._said_before(at)
        if form.tense == "gerund":
            if start is not None:
                self._gerund(at, form, start)
            return
        if quoted is not None and (start is None or said_before.is_speech(self.sentence, quoted)):
            if not said_before.is_subject(self.sentence, quoted, form):
                self._behind(at, form, quoted)
            return
        if start is not None:
            self._clause(at, form, start)
        elif form.kind in _TAKES_CLAUSE and self._fronted(at, form):
            pass
        elif form.kind in _TAKES_PHRASE:
            self._phrase(at, form)

    def _said_before(self, at: int) -> Phrase | None:
        """What stands right before a verb, behind a comma or in marks, and may be said: from
        where to where."""
        sentence = self.sentence
        index = at - 1
        while index >= 0 and (
            sentence.keys[index] in AUXILIARIES or sentence.keys[index] in ADVERBS
        ):
            index -= 1
        if index < 0:
            return None
        if sentence.tokens[index].kind == "quote":
            return self._opens(), index + 1
        if not sentence.is_mark(index, ",–—-") or index <= self.free:
            return None
        if any(each.last == index for each in self.aside):
            return None
        if sentence.tokens[index - 1].kind == "quote" or index - self._opens() > 1:
            return self._opens(), index
        return None

    def _opens(self) -> int:
        """Where what is said before a verb begins."""
        first = self.free
        while first < len(self.sentence) and self.sentence.is_mark(first, ",–—-…"):
            first += 1
        return first

    def _clause(self, at: int, form: CueForm, start: int) -> None:
        sentence = self.sentence
        if form.lemma in _STANDS_WRITTEN and said_before.is_on_a_sign(sentence, at):
            self.free = len(sentence)
            return
        source = sources.before(sentence, form, self._clause_start(at), at)
        if source is None:
            source = sources.behind(sentence, form, at + 1, start)
        if source is None and at == self.free + 1 and (told := content_end.told_of(sentence, at)):
            source = sources.before(sentence, form, 0, told)
        if source is None and at == self.free + 1 and self.answered:
            source = sources.before(sentence, form, 0, self.answered)
        end, holes = content_end.end(sentence, start, form)
        if source is None and self.free == 0 and content_end.opens_under(sentence, start):
            source = sources.of_next_clause(sentence, form, end)
        if form.kind == "call":
            end = min(end, start + 1)
        self.add(at, form, source, contents.pieces(sentence, start, end, holes), False, "clause")
        self.free = max(self.free, end)

    def _clause_start(self, at: int) -> int:
        """Where the clause of a verb begins: behind a content, or behind "a", "ali", "dok"."""
        sentence = self.sentence
        for index in range(at - 1, self.free, -1):
            if sentence.is_mark(index, ";:") or sentence.tokens[index].kind == "quote":
                return index + 1
            joins = sentence.keys[index] in ("a", "ali", "dok", "pa", "te", "nego", "no", "i")
            joins = joins and sentence.keys[index - 1] not in PREPOSITIONS  # "iz te stranke"
            verb = sentence.forms[at]
            if not joins or index + 1 == at or verb is None:
                continue
            clause = sentence.is_mark(index - 1, ",") or sentence.keys[index] != "i"
            if clause and sources.before(sentence, verb, index + 1, at) is not None:
                return index + 1
        return self.free

    def _behind(self, at: int, form: CueForm, quoted: Phrase) -> None:
        sentence = self.sentence
        source, stop = self._subject_behind(at, form)
        if form.kind in ("ask", "accuse", "call", "only") and not said_before.is_quoted(
            sentence, quoted
        ):
            return
        if source is None and said_before.is_told(sentence, at, form, quoted):
            return
        if self.free and sentence.keys[quoted[0]].startswith("koj"):
            return  # "..., smatra Kos koji traži istragu, navodi se na sajtu"
        content = [span] if (span := sentence.span(quoted)) else []
        rule = "behind"
        if said_before.is_adverb(sentence, quoted):
            content = []
        if said_before.goes_on(sentence, quoted, stop):
            # "Odgovor je, tvrdi X, bio ...": what is said goes on.
            end, holes = content_end.end(sentence, stop + 1, form)
            content += contents.pieces(sentence, stop + 1, end, holes)
            rule, stop = "inside", end
        self.add(at, form, source, content, True, rule)
        if rule == "inside" and content:
            self.found[-1].interrupted = True
        self.free = max(self.free, stop)

    def _subject_behind(self, at: int, form: CueForm) -> tuple[Phrase | None, int]:
        """The subject behind a verb, an aside between them or not, and where its clause ends."""
        sentence = self.sentence
        stop = contents.source_end(sentence, at)
        source = sources.behind(sentence, form, at + 1, stop)
        resumed = contents.past_aside(sentence, stop) if source is None else 0
        if resumed:
            further = contents.source_end(sentence, resumed - 1)
            source = sources.behind(sentence, form, resumed, further)
            stop = further if source is not None else stop
        elif source is not None and (whole := contents.past_commas(sentence, form, source, stop)):
            source, stop = (source[0], whole[0]), whole[1]
        return source, stop

    def _fronted(self, at: int, form: CueForm) -> bool:
        """ "Da je most star, u izjavi za list ocenila je X": what opens the sentence is said."""
        sentence = self.sentence
        if self.free or not contents.begins(sentence, 0):
            return False
        comma = next((i for i in range(at - 1, 1, -1) if sentence.is_mark(i, ",")), 0)
        between = sentence.keys[comma + 1 : at]
        if not comma or len(between) > _LEAD or any(w in SUBORDINATORS for w in between):
            return False
        if any(sentence.forms[i] for i in range(comma + 1, at)):
            return False
        if sentence.keys[0] == "kako" and any(sentence.forms[:comma]):
            return False  # "Kako je preneo list, ...": an aside.
        source, stop = self._subject_behind(at, form)
        content = sentence.span((0, comma))
        if source is None or content is None:
            return False
        self.add(at, form, source, [content], True, "behind")
        self.free = max(self.free, stop)
        return True

    def _whole(self) -> bool:
        """Whether a verb with its subject ends the sentence, and all before is what is said,
        whoever says something in it: "EU očekuje da ..., rekao je portparol"."""
        sentence = self.sentence
        verbs = [at for at, form in enumerate(sentence.forms) if form is not None]
        if len(verbs) < 2:
            return False
        at = verbs[-1]
        form = sentence.forms[at]
        comma = at - 1
        while comma > 0 and sentence.keys[comma] in AUXILIARIES:
            comma -= 1
        if (
            form is None
            or form.kind not in ("say", "mind", "show")
            or not sentence.is_mark(comma, ",")
        ):
            return False
        if form.tense == "gerund" or said_before.is_someones(sentence, comma, verbs[:-1]):
            return False
        if sentence.forms[comma - 1] and sentence.is_mark(comma - 2, ","):
            return False  # "..., što je, kaže, pokazala provera": an aside.
        stop = contents.source_end(sentence, at)
        source = sources.behind(sentence, form, at + 1, stop)
        content = sentence.span((0, comma))
        if form.tense == "passive" and source and sentence.keys[source[0]] != "iz":
            return False  # What a paper says is told by whoever speaks in it.
        if stop < len(sentence) - 1 or source is None or content is None:
            return False
        self.add(at, form, source, [content], True, "behind")
        return True

    def _gerund(self, at: int, form: CueForm, start: int) -> None:
        sentence = self.sentence
        end, holes = content_end.end(sentence, start, form)
        if form.kind == "call":
            end = min(end, start + 1)
        content = contents.pieces(sentence, start, end, holes)
        same = next((n for n in range(len(self.found) - 1, -1, -1) if self.forms_of[n]), None)
        if same is not None:
            self.add(at, form, None, content, False, "gerund", same)
        else:
            any_form = CueForm("", "say", "present", "", "")
            source = sources.before(sentence, any_form, 0, at)
            if source is None or (source[0] == 0 and sentence.small(0)):
                verb = next((i for i in range(end, len(sentence)) if sentence.forms[i]), end)
                source = sources.before(sentence, any_form, end, verb) or source
            self.add(at, form, source, content, False, "gerund")
        self.free = max(self.free, end)

    def _phrase(self, at: int, form: CueForm) -> None:
        sentence = self.sentence
        fronted = contents.fronted_phrase(sentence, at) if form.kind == "deny" else None
        found = fronted or contents.phrase(sentence, at, form)
        if found is None:
            return
        span = sentence.span(found)
        if found == fronted:
            source, _ = self._subject_behind(at, form)
            source = sources.before(sentence, form, found[1], at) or source
            found = (0, at + 1)
        else:
            source = sources.before(sentence, form, self._clause_start(at), at)
        opens = at == self._opens() and form.tense == "present"
        if span is None or (source is None and not self.found and not opens):
            return
        self.add(at, form, source, [span], False, "phrase")
        self.free = max(self.free, found[1])

    # ------------------------------------------------------------------ others

    def _noun(self, at: int) -> None:
        """ "Tvrdnja da ...", "ocena X da ...": whose it is stands between, or nowhere."""
        sentence = self.sentence
        start = at + 1
        while start < len(sentence) and sentence.tokens[start].kind == "word":
            if sentence.keys[start] in ("da", "kako") or sentence.forms[start] is not None:
                break
            if start - at > 8 or sentence.keys[start] in AUXILIARIES:
                return
            start += 1
        if start >= len(sentence) or sentence.keys[start] not in ("da", "kako"):
            return
        if sentence.keys[start] == "kako" and start == at + 1:
            return
        if at and sentence.keys[at - 1] in ("uz", "s", "sa"):
            self._gerund(at - 1, CueForm("", "say", "gerund", "", ""), start)
            return
        if at and sentence.keys[at - 1] in NEGATIONS:
            return
        verb = said_before.light(sentence, at)
        if start > at + 1 and sentence.keys[at + 1] in PREPOSITIONS:
            return
        form = sentence.light(verb) if verb >= 0 else None
        end, holes = content_end.end(sentence, start, form)
        if form is not None:
            whose = sources.before(sentence, form, self._clause_start(verb), verb)
            whose = whose or sources.behind(sentence, form, verb + 1, at)
            pieces = contents.pieces(sentence, start, end, holes)
            self.add(verb, form, whose, pieces, False, "noun")
            self.free = max(self.free, end)
            return
        if sentence.keys[at] not in cues.nouns():
            return
        source = (at + 1, start) if start > at + 1 else None
        if said_before.is_answered(sentence, at):
            self.answered = at
        if at <= 1:
            end = content_end.end_of_subject(sentence, start, end)
        cue = Cue(at, at, sentence.keys[at], "noun")
        content = contents.pieces(sentence, start, end, holes)
        self.keep(cue, source and sentence.span(source), content, False, "noun", None)
        self.free = max(self.free, end)

    def _headline(self) -> bool:
        found = headlines.headline(self.sentence)
        if found is None:
            return False
        colon, source = found
        second = headlines.second(self.sentence, colon)
        end = second[1][0] if second else headlines.end(self.sentence)
        span = self.sentence.span((colon + 1, end))
        if span is None:
            return False
        cue = Cue(colon, colon, ":", "headline")
        self.keep(cue, self.sentence.span(source), [span], False, "headline", None)
        if second is not None:
            colon, source = second
            span = self.sentence.span((colon + 1, len(self.sentence)))
            cue = Cue(colon, colon, ":", "headline")
            whose = self.sentence.span(source)
            self.keep(cue, whose, [span] if span else [], False, "headline", None)
        return True

    def _aside(self, aside: according.Aside) -> None:
        """Add what "prema" and "kako" tell; between commas in what somebody says it is a hole
        there, and no other attribution where nobody else is named."""
        sentence = self.sentence
        start = sentence.starts[aside.first]
        around = next(
            (
                each
                for each in self.found
                if min(s.start for s in each.content) <= start < max(s.end for s in each.content)
            ),
            None,
        )
        form = sentence.forms[aside.verb] if aside.verb >= 0 else None
        if around is not None or (form is not None and form.kind == "relay" and self.found):
            return
        content = [span for each in aside.content if (span := sentence.span(each))]
        if not content:
            return
        cue = Cue(aside.cue[0], aside.cue[1] - 1, aside.lemma, aside.rule)
        source = sentence.span(aside.source) if aside.source else None
        implied = None
        if source is None and form is not None:
            # "Kos će, kako kaže, ...": who is told of says it.
            subject = sources.before(sentence, form, 0, aside.first)
            several = form.number == "p"  # "Radnici će, kako kažu, ...": they do.
            if subject is not None and (several or sentence.gender(subject[1] - 1)):
                source = sentence.span(subject)
            implied = sentence.span((aside.verb, aside.verb + 1))
        self.keep(cue, source, content, False, aside.rule, None, implied)
        self.forms_of[-1] = form
        self.found[-1].interrupted = len(content) > 1
