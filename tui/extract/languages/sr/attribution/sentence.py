"""A sentence laid out for attribution: its words by their keys, which of them are verbs of
saying, and which may be the subject of one.

Positions among the tokens are indexes; a phrase is a first index and one past its last.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.languages.sr.cues import CueForm, forms, light
from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.names.mentions import NameMentions
from tui.extract.languages.sr.roles import bodies, roles
from tui.extract.languages.sr.words import lists
from tui.extract.text.document import Span
from tui.extract.text.lazy_property import lazy_property

Phrase = tuple[int, int]

_GRAMMAR = lists("grammar")
AUXILIARIES = _GRAMMAR["auxiliaries"]
PREPOSITIONS = _GRAMMAR["prepositions"]
CONJUNCTIONS = _GRAMMAR["conjunctions"]
RELATIVES = _GRAMMAR["relatives"]
SUBORDINATORS = _GRAMMAR["subordinators"]
ADVERBS = _GRAMMAR["adverbs"]
NEGATIONS = _GRAMMAR["negations"]
CLITICS = _GRAMMAR["clitics"]
_REFLEXIVE = lists("grammar")["reflexive"]
PRONOUNS = {"on": ("m", "s"), "ona": ("f", "s"), "oni": ("m", "p"), "one": ("f", "p")}


_GERUND = "uci"
_OWN = frozenset(("sam", "smo"))
_ASKED = ("pitanj", "upitan")
_FAR = 6
"""Words between "pitanje" and what is asked, at the most."""
_OUTLETS = _GRAMMAR["outlets"]
_AGREES = {"m": "i", "f": "a", "": "iaoe", "n": "oe"}
"""How adjectives end with a noun in the nominative, by its gender."""


class SubjectPhrase(NamedTuple):
    """The words that may be a subject, with their gender and number, "" where not known."""

    phrase: Phrase
    gender: str
    number: str


class SentenceView:
    def __init__(self, unit: QuotedSentence, text: str, names: NameMentions) -> None:
        self.unit = unit
        self.text = text
        self.names = names
        self.tokens, self.starts, self.ends = unit.tokens
        self.keys = [key(t.text) if t.kind == "word" else t.text for t in self.tokens]
        self.headline = unit.role in ("title", "lead-title")

    def __len__(self) -> int:
        return len(self.tokens)

    @lazy_property
    def forms(self) -> list[CueForm | None]:
        """The form of a verb of saying that each token is, if any."""
        return [
            self._form(at, form) if self.mention(at) is None and not self._not_a_verb(at) else None
            for at, form in enumerate(map(forms().get, self.keys))
        ]

    def light(self, at: int) -> CueForm | None:
        """The form of a verb that says something with a noun alone: "izrazio", "je"."""
        if self.keys[at] in ("je", "su"):
            return CueForm("biti", "say", "present", "", "s" if self.keys[at] == "je" else "p")
        form = light().get(self.keys[at])
        before = self.keys[max(0, at - 2) : at]
        return form if NEGATIONS.isdisjoint(before) else None

    def _form(self, at: int, form: CueForm | None) -> CueForm | None:
        """A form as it stands: with "se" nobody is its subject."""
        if form is None or form.tense != "present" or key(form.lemma) in _REFLEXIVE:
            return form
        beside = self.keys[max(0, at - 1) : at + 2]
        return form._replace(tense="passive", gender="n") if "se" in beside else form

    def _not_a_verb(self, at: int) -> bool:
        """Whether a word that looks like a verb is a noun, or is told as what is not so."""
        token = self.tokens[at]
        form = forms().get(self.keys[at])
        if token.kind != "word" or form is None:
            return True
        before = self.keys[at - 1] if at else ""
        if self._negates(at - 1) or (
            before in ("se", "bi") and self.keys[at - 2 : at - 1] == ["ne"]
        ):
            return form.kind != "deny"
        if form.tense == "present":
            if self.keys[at] == "navode" and any(
                word.endswith(_GERUND) for word in self.keys[max(0, at - 3) : at]
            ):
                return True  # "komentarišući medijske navode da"
            if before in PREPOSITIONS:
                return True  # "povodom zahteva", "zbog ocene"
            # "da kaže", "te navode", "ocene o".
            if before == "da" or (before in AUXILIARIES and self.keys[max(0, at - 2)] == "da"):
                return True
            asked = before == "kako" or before in _GRAMMAR["questions"]
            near = self.keys[max(0, at - _FAR) : at]
            if asked and any(word.startswith(_ASKED) for word in near):
                return True  # "na pitanje kako odgovara na navode"
            return before in _GRAMMAR["determiners"] or "li" in self.keys[max(0, at - 4) : at]
        if form.tense == "past":
            first = max(0, at - 3)
            marks = [each for each in range(first, at) if self.tokens[each].kind != "word"]
            beside = self.keys[marks[-1] + 1 if marks else first : at + 2]
            if not _OWN.isdisjoint(beside) and "je" not in beside:
                return True  # "Ja sam vam rekao da": whoever speaks here, of himself.
            return "bi" in self.keys[max(0, at - 2) : at] or any(
                map(self._negates, (at - 1, at - 2))
            )
        return False

    def _negates(self, at: int) -> bool:
        """Whether a token is "nije" or the like, and not a town ("u Nišu")."""
        if at < 0 or self.keys[at] not in NEGATIONS:
            return False
        return not self.tokens[at].capital or not at or self.tokens[at - 1].kind != "word"

    def mention(self, at: int) -> Span | None:
        """The name that a token is."""
        if self.starts[at] in self.names.case:
            return Span(self.starts[at], self.ends[at])
        return None

    def actor(self, at: int) -> str:
        """The id of the actor that a token names, "" where it names none."""
        return self._actors.get(self.starts[at], "")

    @lazy_property
    def _actors(self) -> Mapping[int, str]:
        return self.names.actor_at

    def cases(self, at: int) -> frozenset[str]:
        """The cases of the name that a token is; none of an adjective ("Vučićeva")."""
        return self.names.case[self.starts[at]]

    def names_person(self, at: int) -> bool:
        actor = self.names.actors.get(self.actor(at))
        return actor is not None and actor.type == "person"

    def gender(self, at: int) -> str:
        actor = self.names.actors.get(self.actor(at))
        return actor.gender if actor is not None and actor.type == "person" else ""

    def is_mark(self, at: int, marks: str) -> bool:
        if not (0 <= at < len(self.tokens) and self.tokens[at].kind == "mark"):
            return False
        if self.tokens[at].text not in marks:
            return False
        return self.tokens[at].text != "," or not self._decimal(at)

    def _decimal(self, at: int) -> bool:
        """Whether a comma stands in a number: "8,4"."""
        if not 0 < at < len(self.tokens) - 1 or self.ends[at] != self.starts[at + 1]:
            return False
        return self.ends[at - 1] == self.starts[at] and self.text[self.starts[at] - 1].isdigit()

    def is_stop(self, at: int) -> bool:
        """Whether a full stop ends the sentence here, and no abbreviation or ordinal."""
        if not self.is_mark(at, ".?!…"):
            return False
        if at >= len(self) - 1:
            return True
        # "U Možemo! kažu": a mark may belong to a name.
        goes_on = self.tokens[at + 1].kind == "word" and not self.tokens[at + 1].capital
        return self.tokens[at].text != "." and not goes_on

    # --------------------------------------------------------------- subjects

    def subject_at(self, at: int) -> SubjectPhrase | None:
        """What may be a subject by its form: a name in the nominative, a pronoun, a role."""
        token = self.tokens[at]
        if token.kind != "word":
            return None
        if self.mention(at) is not None:
            cases = self.names.case[self.starts[at]]
            if at and self.keys[at - 1] in PREPOSITIONS:
                return None
            if at and not self.names_person(at) and self._is_of_another(at - 1):
                return None
            if "N" not in cases or (len(cases) > 2 and self._governed(at)):
                return None
            joined = at > 1 and self.keys[at - 1] == "i" and self.mention(at - 2) is not None
            if joined and "N" not in self.names.case[self.starts[at - 2]]:
                return None  # "Dragana Kosa i HDZ pozvao je"
            actor = self.names.actors[self.actor(at)]
            if actor.type == "person":
                return SubjectPhrase((at, at + 1), actor.gender, "s")
            if at > 1 and self.keys[at - 1] in _OUTLETS and self.keys[at - 2] in PREPOSITIONS:
                return None  # "za TV Informer"
            return SubjectPhrase((at, at + 1), "", "")
        if self.keys[at] in PRONOUNS:
            return SubjectPhrase((at, at + 1), *PRONOUNS[self.keys[at]])
        for noun in roles().get(self.keys[at], ()):
            if "N" in noun.cases and not self._governed(at):
                # A woman may be told of as "ministar".
                gender = noun.gender if noun.gender == "f" or noun.number == "p" else ""
                return SubjectPhrase((at, at + 1), gender, noun.number)
        return None

    def _is_of_another(self, at: int) -> bool:
        """Whether what stands before a body's name tells that it belongs to something: "misija
        OMS/UNB", "nosilac liste Most za sve"."""
        nouns = bodies().get(self.keys[at], ())
        of = bool(nouns) and not any("N" in noun.cases for noun in nouns)
        return of or self.tokens[at].text == "/"

    def _governed(self, at: int) -> bool:
        """Whether a preposition stands before a phrase that a token ends."""
        index = at - 1
        while index >= 0 and self.tokens[index].kind == "word" and at - index < 4:
            if self.keys[index] in PREPOSITIONS:
                return not self._noun_of_its_own(index + 1, at)
            if self.mention(index) is not None or self.forms[index] is not None:
                return False
            if self.keys[index] in AUXILIARIES or self.keys[index] in ADVERBS:
                return False
            index -= 1
        return False

    def _noun_of_its_own(self, first: int, at: int) -> bool:
        """Whether what a preposition governs is over before a name: "iz klupe | Ana Kos"."""
        if at - first != 1 or self.mention(at) is None or self.mention(first) is not None:
            return False
        if self.keys[first] in lists("words")["no_names"]:
            return True  # "u Nišu | Ana Kos"
        return self.keys[first] not in roles() and not self.tokens[first].capital

    def phrase_of(self, subject: SubjectPhrase, first: int, last: int) -> Phrase:
        """The whole noun phrase that a subject is the name in: with the role before it, and what
        stands behind a comma with it."""
        at, end = subject.phrase
        begin = at
        index = at - 1
        while index >= first:
            if self.tokens[index].kind == "quote" or self.forms[index] is not None:
                break
            if self.tokens[index].kind == "mark":
                # "član odbora gradske skupštine, Petar Kos"
                if not (self.tokens[index].text in ",.-" and self._role_in(first, index)):
                    break
            elif self.keys[index] in AUXILIARIES or self.keys[index] in RELATIVES:
                break
            else:
                if self._role_of(index, subject):
                    begin = index
            index -= 1
        while begin > first and self._adjective(begin - 1, self._gender_of(begin, subject)):
            begin -= 1
        return begin, min(end, last)

    def _role_of(self, at: int, subject: SubjectPhrase) -> bool:
        """Whether a token is a role in the nominative that may be a subject's."""
        return self.mention(at) is None and any(
            "N" in noun.cases and noun.gender in ("m", subject.gender or noun.gender)
            for noun in roles().get(self.keys[at], ())
        )

    def _role_in(self, first: int, last: int) -> bool:
        return any(self.keys[at] in roles() for at in range(first, last))

    def _gender_of(self, at: int, subject: SubjectPhrase) -> str:
        """The gender of the noun that begins a phrase."""
        nouns = roles().get(self.keys[at], ())
        return next((noun.gender for noun in nouns if "N" in noun.cases), subject.gender)

    def _adjective(self, at: int, gender: str) -> bool:
        """Whether a token may be an adjective with the noun behind it: "srpski ministar". What
        a preposition governs is none."""
        word = self.keys[at]
        if self.tokens[at].kind != "word" or self.mention(at) is not None:
            return False
        if (self.tokens[at].capital and at) or word in _GRAMMAR["no_subjects"]:
            return False
        if word in PREPOSITIONS or word in CONJUNCTIONS or word in AUXILIARIES or word in ADVERBS:
            return False
        if word in RELATIVES or self.forms[at] is not None or word[-1:] not in _AGREES[gender]:
            return False
        return not (at and self.keys[at - 1] in PREPOSITIONS)

    def agrees(self, subject: SubjectPhrase, form: CueForm) -> bool:
        """Whether a subject may be that of a verb."""
        if form.gender and subject.gender and form.number == "s" and subject.number == "s":
            return form.gender in (subject.gender, "n")
        if form.gender == "n" and form.tense == "past" and self._is_feminine(subject):
            return False  # "istraživanje koje je naručila Stranka rada pokazalo je da"
        return not (form.number and subject.number) or form.number == subject.number

    def _is_feminine(self, subject: SubjectPhrase) -> bool:
        """Whether a subject is a body whose name has a noun of that gender: "Stranka rada"."""
        nouns = bodies().get(self.keys[subject.phrase[0]].split()[0], ())
        return any(noun.gender == "f" and "N" in noun.cases for noun in nouns)

    # ------------------------------------------------------------------ spans

    def span(self, phrase: Phrase) -> Span | None:
        """The text of a phrase without the marks at its ends."""
        begin, end = phrase
        while begin < end and self.is_mark(begin, ",.;:–—-…--"):
            begin += 1
        while end > begin and self.is_mark(end - 1, ",;:–—-.--") and end - begin > 1:
            end -= 1
        return Span(self.starts[begin], self.ends[end - 1]) if begin < end else None

    def small(self, at: int) -> bool:
        return self.keys[at] in lists("words")["small"]
