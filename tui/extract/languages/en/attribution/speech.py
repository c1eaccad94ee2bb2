"""The rules of who says what in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tui.extract.analysis import quoted_sentence
from tui.extract.analysis.attribution import Cue
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution import cue_finder, not_speech, rules, speech_time
from tui.extract.languages.en.attribution.tokeniser import TOKENISER, attributed_behind
from tui.extract.languages.en.attribution.turn_words import TURNS
from tui.extract.languages.en.coreference.pronouns import PRONOUNS
from tui.extract.languages.en.cues import cue_verb
from tui.extract.languages.language import SpeechRules
from tui.extract.text.document import Document
from tui.extract.text.late_pattern import late
from tui.extract.text.quotation_marks import QuotedSpan

_SAYING = (
    cues.NOUNS.keys()
    | cues.DOCUMENTS
    | frozenset("call slogan refrain pitch phrase words proposal proposals claims".split())
)
"""What somebody's words are called."""
_THAT_CLAUSE = re.compile(
    r"(?<=\bthat\s)(?!(?:after|as|before|if|since|unless|until|when|where|while)\b)", re.IGNORECASE
)
_AND_THAT = re.compile(
    rf"(?:,? (?:and|but)|,) that (?!(?:{'|'.join(sorted(lex.AUXILIARIES - lex.CLITICS))}|of)\b)"
)
""" "..., that B and that C"; not "and that is why", where it is a pronoun."""
_SUBJECT = late(
    rf"(?:{'|'.join(sorted(lex.SUBJECT_PRONOUNS | lex.DETERMINERS | lex.OWNERS))})\b|[A-Z\d]"
)
_ASCRIBES = re.compile(
    r"\b(?:as|called?|calling|calls|likened|labell?ed|deemed|dubbed|branded|term(?:ed|s)?|so-called)"
    r"\s(?:[^\W\d_][\w.’'-]*\s){0,3}$"
)
_OWNS = re.compile(
    rf"(?:['’]s|(?<=s)['’])\s(?!(?:[\w-]+\s){{0,3}}?(?:{'|'.join(sorted(_SAYING))})\b)"
)
_GOVERNS = re.compile(
    r"\b(?:of|for|from|in|at|by|with|to|on|near|against|like|about|over|than|between|among|under)"
    r"\s(?:(?:[a-z]+|[A-Z][\w.]+)\s){0,2}$"
)


def _sentences(
    document: Document, marked: Sequence[QuotedSpan], mention_ends: Mapping[int, int]
) -> Iterator[QuotedSentence]:
    marked = not_speech.with_names(document.text, marked)
    return quoted_sentence.read(document, marked, mention_ends, TOKENISER, attributed_behind)


def _stance(cue: Cue) -> str:
    if cue.lemma == "call" and cue.last == cue.first:
        # "called for", "called on": without its preposition it says what somebody is called.
        return "statement"
    return cue_verb(cue.lemma).stance


def _reports(cue: Cue) -> bool:
    return cue_verb(cue.lemma).reports


def _of_many(cue: Cue, source: str) -> bool:
    if cue.lemma == "chant":
        return True
    return cue.lemma in ("read", "say", "declare", "proclaim") and bool(lex.SIGNS.search(source))


SPEECH = SpeechRules(
    sentences=_sentences,
    attributions=rules.read,
    may_report=cue_finder.may_report,
    subject=rules.subject_at,
    stance=_stance,
    reports=_reports,
    is_title=not_speech.is_title,
    may_be_title=not_speech.may_be_title,
    pronouns=PRONOUNS,
    personal=frozenset({"he", "she", "they"}),
    impersonal=frozenset({"it"}),
    ascribes=_ASCRIBES,
    owns=_OWNS,
    governs=_GOVERNS,
    parts=re.compile(r"\b(?:while|whereas|but)\b"),
    not_in_labels=frozenset("on about to vs over and".split()),
    joins=_AND_THAT,
    opens=_SUBJECT,
    clause=_THAT_CLAUSE,
    own_words=re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b"),
    speaking=re.compile(
        r"\b(?:speak(?:s|ing)?|spoken?|address(?:es|ed|ing)?|statement|speech|remarks|post(?:s|ed|ing)?"
        r"|tweet(?:s|ed)?|message|words|says?|said|saying|told|tells|writes?|wrote|repl(?:y|ies|ied))\b"
    ),
    signs=lex.SIGN_WORDS,
    of_many=_of_many,
    signs_behind=lex.READ_ON_SIGNS,
    dates=speech_time.dates_the_cue,
    turns=TURNS,
    hand_down=speech_time.hand_down,
)
