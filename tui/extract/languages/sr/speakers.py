"""Who the words of a source stand for: a name in any case, a pronoun, a role, or nobody but the
form of the verb.

Speakers are remembered with their gender and number. A pronoun is the speaker before, or the
subject of the sentence before, that agrees; where no words name a source, the verb's own form has
to agree. What agrees with nobody is left open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tui.extract.findings import Mention, Speaker
from tui.extract.languages.sr.attribution import not_speech
from tui.extract.languages.sr.cues import CueForm, forms, light
from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.names.mentions import NameMentions
from tui.extract.languages.sr.names.tokens import NameToken
from tui.extract.languages.sr.roles import Noun, bodies
from tui.extract.languages.sr.speaker_words import names_somebody, pronoun_of, roles_of
from tui.extract.languages.sr.words import lists
from tui.extract.text.document import Document, Span
from tui.extract.text.lazy_property import lazy_property
from tui.extract.text.quotation_marks import QuotedSpan

NAMED = 0.97
"""How sure a speaker is whom a name names."""
REACH = 2_500
"""Characters behind a speaker within which a pronoun may stand for that one."""
_ACCORDING = frozenset(("prema", "po", "kako"))
"""What stands in a sentence before somebody in another case whose words it gives."""
_PARTS = frozenset("i a da je su koji koja se".split())
_GUESTS = frozenset(map(key, "sagovornik sagovornica gost gošća govornik govornica".split()))
"""Roles of whoever speaks at the time."""
_LIST = 3
"""People in one sentence that make a list, of which none is its subject."""
_BESIDE_BODIES = frozenset("iz u od to tog toga tom ta te toj ovo ovog ovoga ova ove ovoj".split())
_FAR = 7
"""Words before a name among which a role is the person's."""


class _Spoke(NamedTuple):
    """Somebody who may be meant by a pronoun: where, who, in which words."""

    position: int
    speaker: Speaker
    gender: str
    number: str


class SerbianSpeakers:
    def __init__(
        self, document: Document, names: NameMentions, marked: Sequence[QuotedSpan] = ()
    ) -> None:
        self.document = document
        self.text = document.text
        self.names = names
        self.mentions: Sequence[Mention] = names.mentions
        self.resolved: list[Mention] = []
        self.descriptions: list[tuple[str, Span]] = []
        self._starts = [each.start for each in self.mentions]
        self._marked = [each for each in marked if not each.nested]
        self._outer = [(each.open, each.close) for each in self._marked]
        self._opens = [each[0] for each in self._outer]
        self._spoke: list[_Spoke] = []
        self._roles: dict[str, list[tuple[int, str]]] = {}
        self._offices: dict[tuple[str, str], list[str]] = {}
        """Who has a role in a body, by both."""
        self._token_starts = [each.start for each in names.tokens]
        self._read_roles()

    # --------------------------------------------------------------- mentions

    def _all_within(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [each for each in self.mentions[first:last] if each.end <= end]

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions between two positions that may be subjects."""
        return [e for e in self._all_within(start, end) if "N" in self.names.case[e.start]]

    def named(self, source: Span) -> bool:
        return bool(self.within(source.start, source.end))

    def _in_title(self, position: int) -> bool:
        """Whether a position stands in marks that hold the name of a list: „Ana Kos - Most za sve,
        Petar Lim“."""
        at = bisect_left(self._opens, position + 1) - 1
        if at < 0 or position >= self._outer[at][1]:
            return False
        return not_speech.is_title(self.text, self._marked[at])

    def _quoted(self, position: int) -> bool:
        at = bisect_left(self._opens, position + 1) - 1
        return at >= 0 and position < self._outer[at][1]

    def _tokens(self, start: int, end: int) -> Sequence[NameToken]:
        first = bisect_left(self._token_starts, start)
        return self.names.tokens[first : bisect_left(self._token_starts, end, first)]

    def _names(self, position: int) -> bool:
        """Whether a person is named at a position."""
        at = bisect_left(self._starts, position + 1) - 1
        if at < 0 or self.mentions[at].end <= position:
            return False
        return self.mentions[at].type == "person"

    def _read_roles(self) -> None:
        """Note which roles stand before which names, and that these describe them."""
        for mention in self.mentions:
            if mention.type != "person":
                continue
            at = bisect_left(self._token_starts, mention.start)
            if self._in_title(mention.start):
                continue
            if at < len(self.names.tokens) and self.names.tokens[at].opens:
                continue  # "Govorio je direktor. Ana Kos kaže": of another sentence.
            begin = -1
            for index in range(at - 1, max(-1, at - 1 - _FAR), -1):
                token = self.names.tokens[index]
                if not (self.names.tokens[index + 1].joined or index + 1 == at):
                    break
                if token.key in forms() or token.key in _PARTS or self._names(token.start):
                    break
                if begin >= 0 and token.key in lists("grammar")["prepositions"]:
                    break  # "voditeljica tokom intervjua sa predsednikom Petrom Kosom"
                for noun in roles_of(token):
                    begin = token.start
                    self._roles.setdefault(noun.nominative, []).append(
                        (mention.start, mention.actor)
                    )
                    for body in self._all_within(token.end, mention.start):
                        self._offices.setdefault((noun.nominative, body.actor), []).append(
                            mention.actor
                        )
                if token.opens:
                    break
            if begin >= 0 and self.text[mention.start - 1].isspace():
                words = self.text[begin : mention.start].rstrip(" ,")
                if not set(words) & set(",;:\n"):
                    self.descriptions.append((mention.actor, Span(begin, begin + len(words))))

    # ---------------------------------------------------------------- sources

    def resolve(self, source: Span) -> Speaker:
        speaker, gender, number = self._resolved(source)
        self._spoke.append(_Spoke(source.start, speaker, gender, number))
        return speaker

    def described(self, source: Span) -> Speaker:
        return self._resolved(source)[0]

    def asking(self, source: Span) -> Speaker:
        return self.resolve(source)

    def labelled(self, words: Span) -> Speaker:
        return self._resolved(words)[0]._replace(words=words)

    def _resolved(self, source: Span) -> tuple[Speaker, str, str]:
        tokens = self._tokens(source.start, source.end)
        named = self._all_within(source.start, source.end)
        people = self._people(named, tokens)
        if people:
            actors = tuple(dict.fromkeys(each.actor for each in people))
            gender = self.names.actors[actors[0]].gender if len(actors) == 1 else ""
            number = "s" if len(actors) == 1 else "p"
            return Speaker(actors, source, "name", NAMED), gender, number
        counted = len(tokens) > 1 and tokens[1].key[:1].isdigit()  # "njih 63 odsto"
        if tokens and (pronoun := pronoun_of(tokens[0])) and not (named or counted):
            return self._pronoun(source, *pronoun)
        head = next((noun for each in tokens for noun in roles_of(each)), None)
        if tokens and tokens[0].key in ("iz", "u"):
            head = None  # "Iz kabineta premijera": several speak, and the premier does not.
        bodies = [each for each in named if each.type != "person"]
        if head is None and bodies:
            first = [each for each in bodies if "N" in self.names.case[each.start]] or bodies
            actors = tuple(dict.fromkeys(each.actor for each in first))
            number = "" if len(actors) < 2 else "p"
            return Speaker(actors, source, "name", NAMED), "", number
        if head is not None and not named:
            return self._role(source, tokens, head)
        if head is not None:
            return self._officer(source, head, bodies)
        return self._body(source, tokens), "", ""

    def _body(self, source: Span, tokens: Sequence[NameToken]) -> Speaker:
        """The one body of the text that has a noun in its name: "iz ministarstva", "komisija"."""
        own = [each for each in tokens if each.key not in _BESIDE_BODIES]
        heads = {noun.nominative for each in own[:1] for noun in bodies().get(each.key, ())}
        actors = {actor for head in heads for actor in self._bodies.get(head, ())}
        if len(own) == 1 and len(actors) == 1:
            return Speaker((*actors,), source, "role", 0.8)
        return Speaker((), source, "unnamed", 0.3)

    @lazy_property
    def _bodies(self) -> dict[str, set[str]]:
        """The institutions that a text names by a noun with other words, by that noun."""
        found: dict[str, set[str]] = {}
        for mention in self.mentions:
            if mention.type != "institution":
                continue
            words = self._tokens(mention.start, mention.end)
            for noun in (noun for word in words for noun in bodies().get(word.key, ())):
                if len(words) > 1:
                    found.setdefault(noun.nominative, set()).add(mention.actor)
        return found

    def _officer(
        self, source: Span, head: Noun, bodies: Sequence[Mention]
    ) -> tuple[Speaker, str, str]:
        """The one person whom the text has given a role in a body: "predsednik RIK-a"."""
        actors = {
            actor
            for body in bodies
            for actor in self._offices.get((head.nominative, body.actor), ())
        }
        if head.number == "s" and len(bodies) == 1 and len(actors) == 1:
            return Speaker((*actors,), source, "role", 0.85), head.gender, "s"
        return Speaker((), source, "unnamed", 0.3), head.gender, head.number

    def _people(self, named: Sequence[Mention], tokens: Sequence[NameToken]) -> list[Mention]:
        """The people of a source: those in the nominative, or in the case of what stands before
        them; nobody where a role owns the name ("zamenik Vladimira Kosa")."""
        people = [each for each in named if each.type == "person"]
        if not people:
            return []
        nominative = [each for each in people if "N" in self.names.case[each.start]]
        if nominative:
            return nominative
        head = next((each for each in tokens if roles_of(each)), None)
        if head is not None and head.start < people[0].start:
            cases = frozenset().union(*(noun.cases for noun in roles_of(head)))
            return [each for each in people if self.names.case[each.start] & cases][-1:]
        return people

    def _role(
        self, source: Span, tokens: Sequence[NameToken], head: Noun
    ) -> tuple[Speaker, str, str]:
        if head.number == "p" or head.cases == frozenset("V"):  # "odbornike koji tvrde"
            return Speaker((), source, "unnamed", 0.3), head.gender, "p"
        if any(each.capital and not each.opens for each in tokens[1:]) and names_somebody(tokens):
            return Speaker((), source, "unnamed", 0.3), head.gender, "s"
        of_ours = len(tokens) > 1 and not tokens[1].key.startswith(("emisij", "veceri"))
        if key(head.nominative) in _GUESTS and not of_ours:
            spoke = self._last(source.start, head.gender, "s")
            if spoke is not None:
                return spoke.speaker._replace(words=source, rule="role"), head.gender, "s"
        before = [actor for at, actor in self._roles.get(head.nominative, ()) if at < source.start]
        after = [actor for at, actor in self._roles.get(head.nominative, ()) if at > source.start]
        several = set(before or after)
        if len(several) == 1 or (before and len(tokens) == 1):
            actor = (before or after)[-1] if before else after[0]
            if not self._told_so(actor, tokens):
                return Speaker((), source, "unnamed", 0.3), head.gender, "s"
            return Speaker((actor,), source, "role", 0.85), head.gender, "s"
        return Speaker((), source, "unnamed", 0.3), head.gender, "s"

    def _told_so(self, actor: str, tokens: Sequence[NameToken]) -> bool:
        """Whether the words with capitals behind a role stand with the person's too: who is
        "direktor" is not "direktor Puteva"."""
        wanted = {each.key for each in tokens[1:] if each.capital and not each.opens}
        if not wanted:
            return True
        spans = [span for who, span in self.descriptions if who == actor]
        return any(wanted <= {each.key for each in self._tokens(*span)} for span in spans)

    # --------------------------------------------------------------- pronouns

    def _pronoun(self, source: Span, gender: str, number: str) -> tuple[Speaker, str, str]:
        spoke = self._antecedent(source.start, gender, number)
        if spoke is None:
            return Speaker((), source, "pronoun", 0.3), gender, number
        speaker = spoke.speaker._replace(words=source, rule="pronoun")
        for actor in speaker.actors:
            kind = self.names.actors[actor].type
            self.resolved.append(Mention(*source, actor, kind, False, "pronoun"))
        sure = min(speaker.sure, 0.85)
        return speaker._replace(sure=sure), spoke.gender or gender, spoke.number or number

    def implied(self, verb: Span) -> Speaker:
        word = key(self.text[verb.start : verb.end])
        form = forms().get(word) or light().get(word)
        gender, number = (form.gender, form.number) if form is not None else ("", "")
        if gender == "n" or self._impersonal(verb, form) or (form and form.lemma == "stajati"):
            return Speaker((), None, "unnamed", 0.3)
        gender = gender or self._asked(verb.start)
        spoke = self._antecedent(verb.start, gender, number)
        if spoke is None:
            return Speaker((), None, "unnamed", 0.3)
        speaker = spoke.speaker._replace(rule="pro-drop", sure=min(spoke.speaker.sure, 0.8))
        self._spoke.append(
            _Spoke(verb.start, spoke.speaker, spoke.gender or gender, spoke.number or number)
        )
        return speaker

    def _impersonal(self, verb: Span, form: CueForm | None) -> bool:
        """Whether "se" beside a verb tells that nobody is its subject: "ocenjuje se"."""
        if (
            form is None
            or form.tense != "present"
            or key(form.lemma) in lists("grammar")["reflexive"]
        ):
            return False
        beside = self._tokens(max(0, verb.start - 4), verb.end + 4)
        return any(each.key == "se" for each in beside)

    def _asked(self, position: int) -> str:
        """The gender of whoever is asked in a sentence: "Upitana o mostu, kaže da"."""
        sentence = self.document.sentence_at(position)
        if sentence is None:
            return ""
        asked = [
            each.key
            for each in self._tokens(sentence.start, position)
            if each.key.startswith(("upitan", "priupitan", "zamoljen"))
        ]
        return {"a": "f", "n": "m"}.get(asked[0][-1], "") if asked else ""

    def _antecedent(self, position: int, gender: str, number: str) -> _Spoke | None:
        """Who may be meant at a position: the speaker before, or the subject of a sentence
        since."""
        last = self._last(position, gender, number)
        subject = self._subject_before(position, gender, number)
        if subject is None or last is None:
            return subject or last
        if self._told_of(last, subject):
            return last if self._according(last) else subject
        return max(last, subject, key=lambda each: each.position)

    def _told_of(self, last: _Spoke, subject: _Spoke) -> bool:
        """Whether a sentence gives somebody's words of whom it tells in another case than its
        subject: "prema rečima Ane Lim, Kos je otišao", "Kos je čuo tvrdnju Ane Lim da ..."."""
        words = last.speaker.words
        if words is None or "N" in self.names.case.get(words.start, "N"):
            return False
        return self.document.number_at(subject.position) == self.document.number_at(words.start)

    def _according(self, last: _Spoke) -> bool:
        sentence = self.document.sentence_at(last.position)
        start = sentence.start if sentence else last.position
        return any(each.key in _ACCORDING for each in self._tokens(start, last.position))

    def _last(self, position: int, gender: str, number: str) -> _Spoke | None:
        for spoke in reversed(self._spoke):
            if position - spoke.position > REACH:
                return None
            if spoke.position >= position or not _agree(spoke, gender, number):
                continue
            if spoke.speaker.actors or spoke.speaker.words is not None:
                return spoke
        return None

    def _subject_before(self, position: int, gender: str, number: str) -> _Spoke | None:
        """The person or body in the nominative that stands first in the sentence before."""
        sentence = self.document.number_at(position)
        for number_of in (sentence - 1, sentence - 2):
            if number_of < 0:
                return None
            start, end, _ = self.document.sentences[number_of]
            named = [e for e in self.within(start, min(end, position)) if not self._quoted(e.start)]
            if len({each.actor for each in named if each.type == "person"}) >= _LIST:
                continue
            for each in named:
                if each.type not in ("person", "party", "institution"):
                    continue
                actor = self.names.actors[each.actor]
                person = each.type == "person"
                spoke = _Spoke(
                    each.start,
                    Speaker((each.actor,), Span(each.start, each.end), "name", 0.8),
                    actor.gender if person else "",
                    "s" if person else "",
                )
                if _agree(spoke, gender, number) and (person or number == "p"):
                    return spoke
        return None

    def remember(self, position: int, speaker: Speaker) -> None:
        if not speaker.actors:
            return
        one = len(speaker.actors) == 1
        gender = self.names.actors[speaker.actors[0]].gender if one else ""
        self._spoke.append(_Spoke(position, speaker, gender, "s" if one else "p"))

    def nominals(self) -> None:
        """No nominal is resolved where nobody quotes it."""


def _agree(spoke: _Spoke, gender: str, number: str) -> bool:
    if number and spoke.number and number != spoke.number:
        return False
    if number == "p" and not spoke.number:
        return True
    if number == "s" and not spoke.number and gender == "m" and spoke.gender == "":
        return not spoke.speaker.actors
    return not (gender and spoke.gender) or gender == spoke.gender
