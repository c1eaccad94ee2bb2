"""The words that show what a number counts: shares, seats, stations, people and crowds."""

from __future__ import annotations

import re

from tui.extract.languages.en.words import lists, table
from tui.extract.text.late_pattern import late

_WORDS = lists("words", "figures")

POLLS = late(
    r"\b(?:opinion polls?"
    r"|(?<!exit )(?<!to the )(?<!parliamentary )(?<!presidential )(?<!general )"
    r"(?<!local )(?<!municipal )(?<!legislative )poll(?:s|ed|sters?|ing)?\b"
    r"(?!\s(?:[\d.,]+\s?(?:%|per\s?cent|pct|votes|representing|against|\()|stations?|booths?|tables?|centres?|centers?|places?|sites?|(?:have\s(?:now\s|just\s|all\s)?)?(?:open|close)d?|workers?|were|was|had))"
    r"|survey(?:s(?!\shad\b)|ed)?|respondents?|margin of (?:sampling )?error|likely voters"
    r"|approval rating"
    r"|(?:un)?favou?rab(?:ly|ility)|(?:un)?favou?rable\s(?:ratings?|views?|opinions?|impressions?|light)"
    r"|caucusgoers|caucus-goers)\b",
    re.IGNORECASE,
)
_EXIT_POLLS = late(r"\bexit[\s-]polls?\b", re.IGNORECASE)
_SURVEYS = late(
    r"\b(?:opinion\spolls?|surveyed|respondents?|likely\svoters)\b",
    re.IGNORECASE,
)


def on_exit_polls(text: str) -> bool:
    """Whether a report begins with exit polls and speaks of no others: "the poll" is one."""
    lead = text[:_LEAD].lower()
    return "exit" in lead and bool(_EXIT_POLLS.search(lead)) and not _SURVEYS.search(text)


_LEAD = 1000
"""Characters of a report that tell what it is about."""
HELD = late(
    r"\b(?:elections?|referendum|results?|returns|turn-?out|ballots|counted|tallied|outcome|votes\s(?:were|are|cast)"
    r"|elected|commission|(?:19|20)[0-9]{2}|(?:finish(?:ed|es)|c[ao]me|placed|ranked)\s(?:in\s)?(?:first|second|third|last)"
    r"|(?:won|took|received|garnered|secured)(?!\sout))\b",
    re.IGNORECASE,
)
"""What tells of votes that have been cast, or of those of another year."""
POLL_WORDS = _WORDS["poll_words"]
"""The words of which each passage that ``POLLS`` matches has one."""
ELECTION = late(
    r"\b(?:elections?|by-elections?|referendum|ballots?|votes?|primary|primaries|caucus(?:es)?"
    r"|run-?off|results|exit polls?|vote count|returns|re-?run)\b",
    re.IGNORECASE,
)
ELECTION_WORDS = _WORDS["election_words"]
"""The words of which each passage that ``ELECTION`` matches has one."""
WIN = (
    r"(?:w[io]n|wins|winning|secur(?:es?|ed|ing)|earn(?:s|ed|ing)?|g[eo]t|gets|getting"
    r"|receiv(?:es?|ed|ing)|takes?|took|taken|taking|garner(?:s|ed|ing)?|gain(?:s|ed|ing)?|polled"
    r"|scor(?:es?|ed|ing)|captur(?:es?|ed|ing)|collect(?:s|ed|ing)?|obtain(?:s|ed|ing)?|achiev(?:es?|ed|ing)|amass(?:es|ed|ing)?|clinch(?:es|ed|ing)?|gather(?:s|ed|ing)?|muster(?:s|ed|ing)?|elect(?:s|ed|ing)?|record(?:s|ed|ing)?|register(?:s|ed|ing)?|net(?:s|ted)|swe(?:ep|pt)|reap(?:s|ed)|command(?:s|ed)|boast(?:s|ed)"
    r"|manag(?:es?|ed|ing)|bag(?:s|ged|ging)|grab(?:s|bed|bing)|nab(?:s|bed)|retain(?:s|ed|ing)?|keeps?|kept"
    r"|cl(?:i|u)ng(?:s|ing)?(?:\son)?\sto|(?<=to )poll"
    r"|(?:picked|picking)\sup|draws?|drew"
    r"|snagged|notched|attract(?:s|ed|ing))"
)
STAND = (
    r"(?:claim(?:s|ed|ing)?|holds?|holding|held|has|have|had|having|controls?|controlled|los(?:es?|t"
    r"|ing)|finish(?:es|ed|ing)?|comes?|came|coming|leads?|led|leading|stands?|stood|trail(?:s|ed|ing)?"
    r"|reach(?:es|ed|ing)?|gives?|gave|giving|given|puts?|putting|show(?:s|ed|ing)?|at|with|on"
    r"|(?:supported|backed|preferred|favou?red)\sby|(?:heading|course|track|line|set|poised|bound)\sfor)"
)
WINS = late(rf"\b{WIN}\s(?:[\w’'-]+\s){{0,3}}$", re.IGNORECASE)
"""Verbs that give a share to somebody even where nobody can tell to whom."""
GAINED = late(rf"\b(?:{WIN}|{STAND})\s(?:[\w’'-]+\s){{0,5}}$", re.IGNORECASE)
CONQUERED = late(
    rf"\b(?:{WIN}|holds?|held|controls?|los(?:es?|t)|ahead|first)\s(?:[\w’'-]+\s){{0,5}}$",
    re.IGNORECASE,
)
"""What stands before the towns that somebody has won."""
UNSEATED = late(r"\b(?:courts?|bench|plane|aircraft|bus|stadium|theat(?:er|re))\b")
"""Where there are seats of other kinds."""
SEATED = late(
    r"^(?!.*\b(?:courts?|bench|plane|aircraft|bus|stadium|theat(?:er|re))\b).*"
    r"\b(?:w[io]n(?:s|ning)?|secur\w+|g[eo]t(?:s|ting)?|took|tak(?:es?|en|ing)|receiv\w+|earn\w+"
    r"|gain\w*|hold(?:s|ing)?|held|control\w*|los[et]s?|losing|pick\w*|allocat\w+"
    r"|mandates?|councillors?|parliament\w*|assembly|councils?|legislature|house|senate|congress|chamber|majority|part(?:y"
    r"|ies)|coalition|bloc|government|election|vote)\b",
    re.IGNORECASE | re.DOTALL,
)
MOVED = late(
    r"\b(?:(?<!followed )(?<!followed closely )(?<!won )(?<!led )(?<!supported )"
    r"(?<!backed )(?<!preferred )(?<!favoured )by\s(?:(?-i:[a-z’'-]+)\s){0,3}"
    r"|(?:up|down|rose|risen|fell|fallen|increas\w+"
    r"|decreas\w+|dropped|grew|grown|from|jump\w*"
    r"|lower|higher|cut|tax|rate|margin)\s(?:[\w’'-]+\s){0,3})$|\bby\s[^.;]{0,12}\s[—–-]\s$",
    re.IGNORECASE,
)
AFTER_SHARE = late(
    r"\s?(?:[,.;:!?()«»\]—–\"'”’]|$|-[\s\d])|\s(?:of|in|to|for|while|and|with|against|compared|followed"
    r"|versus|vs|on|at|ahead|went|goes|was|is|were|are|made|means|meant|gave|left|put|would|will|short|enough|too|each|based|nationally|nationwide|support|backing|respectively|but|as|after|from|up|down|by(?=\s(?:its|his|her|their|the)\b)"
    r"|according|or|over|behind|than|when|where|whereas|respectively|there|statewide|overall)\b"
)
OF_VOTES = late(
    r"\s?of\s(?P<words>(?:(?:the|all|total|its|their|both|cast|valid|popular|overall|national"
    r"|nationwide|primary|second|first-round|preference|final|party|list|counted|expressed|votes?|and"
    r"|country['’]s)\s){0,3}?(?:votes?|ballots?|first[\s-]preferences?|(?<=of\s)support|(?<=the\s)support)(?:\scast)?)\b"
)
_PERSONS = table("words")["figures"]["persons"].split()
PERSON = late(
    rf"(?:police\sofficers|asylum[\s-]seekers|New\sYorkers|{'|'.join(_PERSONS)}"
    r"|[A-Z][a-z]+(?:ians|icans|eans|ards))\b"
)
PEOPLE = late(
    rf"(?P<gap>(?:\s(?:[\w’'.-]+\s){{0,4}}?))(?P<of>of\s(?:the\s|his\s|her\s|its\s|their\s)?)?"
    rf"(?P<more>(?:[\w’'-]+\s){{0,4}}?)(?P<noun>{PERSON.pattern}"
    rf"(?:\s{PERSON.pattern})*)"
)
THAN = late(r"\sthan\b")
WHAT_IT_HAD = late(r"\s(?:that\s|which\s)?(?:it|they|he|she)\s")
NO_ADJECTIVE = _WORDS["no_adjective"]
HARM = (
    r"(?:kill(?:s|ed|ing)?|die[sd]?|dying|dead|injur(?:ed|ing|e[sd]?)|wound(?:ed|ing|s)?|arrest(?:ed"
    r"|s|ing)?|detain(?:ed|s|ing)?|kidnapp?(?:ed|ing)|abduct(?:ed|ing)|jail(?:ed|ing)|shot|missing|hurt"
    r"|hospitali[sz]ed|evacuated|deported|displaced|executed|murdered|massacred|slaughtered"
    r"|taken\s(?:into\s(?:police\s)?custody|to\shospital))"
)
HARMED = late(rf"\b{HARM}\b")
HARMED_BEFORE = late(rf"\b(?P<harm>{HARM})\s(?:[\w’'-]+\s){{0,2}}$")
HARMED_AFTER = late(
    r"[^.,;:]{0,40}?\b(?:was|were|been|being|are|is|have|has|had|left|be)\s(?:[a-z]+ly\s)?"
    rf"(?P<harm>{HARM}|in\scustody)\b|\s(?P<alone>died|dead|killed|wounded|injured)\b"
    r"|\s(?:sustained|suffered)\s(?:[a-z-]+\s){0,3}(?P<sustained>injuries|wounds|burns)\b"
)
DETAINED = late(
    r"(?:arrest|detain|detention|jail|held|brought\sin|led\saway"
    r"|(?:taken\s)?in(?:to\s(?:police\s)?|\s)custody)"
)
CROWD_VERB = late(
    r"\s(?:more\s)?(?:(?:have|has|had|were|was|are|been|being|be|will|would|could|also|since|then"
    r"|again|later|already|still|now|reportedly|peacefully|[a-z]+ly|who)\s)*"
    r"(?P<verb>rall(?:y|ied|ying)|gather(?:ed|ing)?|protest(?:ed|ing)?|march(?:ed|ing)?|attend(?:ed"
    r"|ing)?|demonstrat(?:ed?|ing)|took\s(?:to|part)|tak(?:en|ing)\s(?:to|part)|turned\sout|chant"
    r"(?:ed|ing)?|attend(?:ed|ing)?|block(?:ed|ing)?|storm(?:ed|ing)?|fled|fleeing|poured|flocked"
    r"|lined|cheer(?:ed|ing)?|clash(?:ed|ing)|filled|packed|joined|assembled|convened|watch(?:ed"
    rf"|ing)|voted|queued|camped|signed|{HARM})\b"
)
CROWD = late(
    r"\b(?:(?:crowd|gathering|audience|group|rally|protest|demonstration|turnout)s?\s(?:of|numbering"
    r"|estimated\sat)|(?:protesters|demonstrators|marchers|participants|crowd)\snumbered|(?:attendance|the\s(?:crowd|turnout)|number\sof\s(?:the\s)?(?:participants|protest[eo]rs"
    r"|demonstrators|marchers|people))\sat|(?:crowd|gathering|group|rally|protest|demonstration|march),?\s(?:which|that)\s[^.;:\d]{2,80}?\s(?:puts?|estimated)\sat|attended\sby|(?:drew|attracted|gathered)(?:\sa\scrowd\sof)?)\s$"
)
POPULATION_BEFORE = late(
    r"\bpopulation\s(?:of|is|was|stands\sat|has\sreached|exceeds|numbers)\s(?:just\s|only\s)?$"
    r"|\b(?:city|town|country|nation|state|village|province|municipality|republic|community)\sof\s$"
    r"|\bhome\sto\s$"
)
POPULATION_AFTER = late(r"\s(?:people|residents|inhabitants|citizens|souls)\b")
ADJECTIVES = r"(?P<gap>(?:[\w’'-]+\s){0,3}?)"
SEATS = late(rf"\s{ADJECTIVES}(?:seats?|mandates?)\b")
VOTES = late(
    rf"\s{ADJECTIVES}(?P<noun>votes?|ballots?|(?:first\s)?preferences|papers|envelopes)\b(?!\s?-)"
)
BALLOT_PAPERS = late(r"\b(?:ballots?|postal|abroad)\b")
"""Without one of these words in a text its papers and envelopes are no votes."""
DELEGATES = late(rf"\s{ADJECTIVES}(?:super)?delegates\b")
STATIONS = late(
    rf"\s{ADJECTIVES}(?P<noun>(?:polling|voting)\s(?:stations?|booths?|tables?|centres|centers|places|sites)|precincts)\b"
)
BARE_STATIONS = late(r"\s(?:(?:of\s(?:the\s|all\s)?(?:[\w.,]+\s)?)?stations|of\sthem)\b")
ONLY_STATIONS = late(r"\s(?:of\s(?:the\s|all\s)?(?:[\d,]+\s)?)?stations\b")
BARE_TABLES = late(r"\s(?:of\s(?:the\s|these\s|all\s)?(?:[\w.,]+\s)?)?tables\b")
"""Those of which the text has told that people vote there."""
VOTING_TABLES = late(
    r"\b(?:polling|voting)\stables\b|\btables\s(?:(?:had|have|were|been)\s)*(?:counted|processed)\b"
)
"""What tells that people vote at tables."""
TOWNS = late(
    rf"\s{ADJECTIVES}(?:towns?|cit(?:y|ies)|municipalit(?:y|ies)|(?:town|city)\shalls?|mayoral\s(?:posts?|positions|seats?|races|offices)"
    r"|mayors|mayoralties)\b"
)
COUNTRIES = late(
    rf"\s{ADJECTIVES}(?P<noun>(?P<member>member\s(?:states|countries|nations))|countries"
    r"|nations)\b"
)
JOBS = late(rf"\s{ADJECTIVES}jobs\b")
SIGNATURES = late(rf"\s{ADJECTIVES}signatures\b")
ELECTORATE = late(
    r"\s?of\s(?P<whose>(?:the\s|all\s|its\s|their\s)?(?:[\w’'-]+\s){0,3}?)electorate\b"
)
LIKED = late(r"^[^.;,\d]{0,50}\b(?:(?:un)?favou?rabl[ey]|(?:dis)?approv\w+)\b")
OF_PEOPLE = late(rf"\s?of\s(?:the\s|all\s)?(?:those\b|(?:[\w’'.-]+\s){{0,4}}?{PERSON.pattern})")
POLL_AFTER = late(
    r"\s(?:support(?:ed|s|ing)?|back(?:ed|ing|s)?|said|say(?:ing)?|favou?r(?:ed|ing)?|approv(?:e|al|ing)"
    r"|disapprov\w+|view(?:ed|ing)?|oppos\w+|were\sundecided|undecided|would|prefer(?:red|s)?|ch(?:oo|o)se|think|believe|did(?=\snot\b|n['’]t\b|\s?[.,;])|named|picked|trust(?:ed)?|(?:dis)?agreed?|expect(?:ed)?)\b"
)

MEASURED = r"(?:dollars|euros|years|days|hours|minutes|miles|times|per|percent|or)\b"
RATE = late(r"\b(?:every|each|per|one\sin|for)\s$")
_LED_BY = r"(?:margin|lead|gap|difference|advantage|majority)"
_BARELY = r"\s(?:just\s|only\s|barely\s|a\smere\s)?$"
_MOVED_LEAD = (
    rf"(?:{_LED_BY}\s(?:[a-z]+\s){{0,3}}(?:to|from|by)|\b[Tt]he\s(?:margin|lead|gap|difference),)"
)
"""A lead, up to what it became: "lead was cut to", "the margin,"."""
MARGIN = late(
    rf"\b(?:[Bb]y|{_MOVED_LEAD}|{_LED_BY}\s(?:of|(?:now\s|currently\s|still\s)?(?:stands?|stood|is|was|grew|shrank)(?:\s(?:at|to))?|over"
    rf"|between|for|in)(?:\s(?:[\w’'-]+\s){{0,9}}?(?:is|was|of|at))?|leading\s(?:[A-Z]\w+\s)?by){_BARELY}"
)
"""What stands before the votes or seats by which one is ahead of another."""
UNDONE = late(
    r"\b(?:annul(?:ment|led)?|cancel(?:lation|led)?|invalidat(?:ion|ed?|ing)|recount(?:ed|ing)?|re-?run|review(?:ed)?|check(?:ed|ing)?"
    r"|verif(?:y|ied|ication)|audit(?:ed)?)\s(?:of\s)?(?:the\s)?$"
)
"""What stands before a part of the votes that nobody has won."""
BARE_MARGIN = late(
    rf"\b(?:{_LED_BY}\sof|{_MOVED_LEAD}|(?:led|leads?|leading|ahead|w[io]ns?|winning|lost|losing|loses"
    rf"|defeat(?:s|ed)|beat(?:s|en)?|trail(?:s|ed|ing)|behind)\b[^.;,\d]{{0,50}}?,?\s?\bby|^By){_BARELY}"
)
"""What stands before so many, by which one is ahead of another, where votes are not said."""
RECOUNT_WORDS = frozenset("recount recounts recounted".split())
LEAD = late(r"\s(?:lead|margin|majority|advantage|victory|win)\b")
"""What stands behind the votes by which one is ahead."""
POINTS_AHEAD = late(
    r"\b(?:(?<!accuracy )(?<!error )margin(?!\sof\s(?:[a-z]+\s)?error)|lead"
    r"|gap|difference|advantage)\s[^.;\d]{0,40}\b(?:to|at|of|is|was)\s(?:just\s|only\s|about\s)?$|\b(?:by|(?:margin|lead|gap|difference|advantage)\s(?:of|is|was|stands\sat|stood\sat)|ahead|behind)\s(?:of\s)?(?:just|only|about|around|some|nearly|almost|more\sthan"
    r"|at\sleast|a\smere)?\s?$"
)
_ASKED = rf"(?:\s?of\s(?:the\s|all\s)?(?:those\s[a-z]+|(?:[\w’'.-]+\s){{0,4}}?{PERSON.pattern}))?"
UNDECIDED = late(
    rf"{_ASKED},?\s(?:(?:are|were|is|remain(?:ed)?|still)\s){{0,2}}(?:undecided\b|(?:(?:do|did)\snot|don['’]t|didn['’]t)\sknow\b"
    r"|(?:would|will)\snot\svote\b)"
)
"""What behind a share tells that so many of those asked are for nobody."""
OPINION = late(
    rf"{_ASKED}\s(?:(?:do|did|does)\snot\s|also\s|still\s)?(?:believed?|think|thought|(?:dis|mis)?trust(?:ed)?|mention(?:ed)?|(?:dis)?agreed?"
    r"|consider(?:ed)?|feel|felt|fear(?:ed)?|expect(?:ed)?|(?:say|said)\s(?:that\s)?(?![A-Z“\"]|[^.;]{0,50}\b(?:vot\w+|support\w*|back\w*|favou?r\w*|prefer\w*"
    r"|choose|pick|elect|would|for)\b)|(?:are|were)\s(?:against\s(?:it|this|that)|satisfied|dissatisfied|worried|afraid|in\sfavou?r))\b"
)
"""What behind a share tells what so many think, and not for whom they vote."""
WOULD_VOTE = late(
    r"\s?of\s(?:the\s|all\s)?(?:respondents|those\s(?:polled|surveyed|asked|questioned))\s(?:said\s(?:that\s)?they\s)?would\s"
    r"(?:vote|back|support|choose|opt)\b"
)
"""What behind a share tells for whom so many of those asked would vote."""
CHOOSE = late(
    r"(?:\s?$|[,.;:)]|\s(?:in|on|at|from|across|among|overall|nationally|nationwide|and|while|but|to|with)\b)|[^,;:“\"]{0,80}?\b(?:support(?:ed|s|ing)?|back(?:ed|ing|s)?"
    r"|favou?r(?:ed|ing|s)?|prefer(?:red|s)?|ch(?:oo|o)se|pick(?:ed)?|named|vot(?:e[sd]?|ing)|for|against|opt(?:ed)?|oppos\w+|undecided)\b"
)
"""What behind the people asked tells for whom so many of them are, or nothing that they think."""
CHOSEN_BY = late(
    r"\b(?:(?:supported|backed|preferred|favou?red|chosen|picked|named)\sby|(?:support|backing)\s(?:of|from))\s$"
)
OF_VOTERS = late(
    r"(?:\s?of\s(?:the\s|all\s)?(?:[a-z]+\s)?(?:voters|them|those\swho\s(?:voted|cast\s(?:a\s|their\s)?ballots?)))?\s(?:had\s|have\s)?(?:(?:backed|supported|chose|approved|rejected|opted|picked|favou?red|said\s(?:[Yy]es|[Nn]o))\b"
    r"|voted\s(?:for|in\sfavou?r|against|to|yes|no)\b|cast\s(?:a\s|their\s)?(?:ballots?|votes?)\sfor\b)"
)
"""What behind a share tells how so many have voted."""
POINTS_BEHIND = late(r"\s(?:ahead|behind|clear|adrift|lead|margin|advantage)\b")
"""What stands before and behind the points by which one is ahead of another."""
POINTS_MORE = late(r"\s(?:more|fewer|less|higher|lower|better|worse|up|down|above|below)\b")
"""What stands behind the points by which something has changed."""
BETWEEN_THEM = late(
    r"\s(?:votes?|ballots?)\s(?:(?:between|apart|ahead|behind|separat)\w*|more\sthan|fewer\sthan)\b"
)
"""What stands behind the number of them."""
VOTES_MORE = late(r"\svotes\s(?:more|fewer|less)(?=[.;,]|$)")
"""What stands behind the votes by which a list has more or fewer than it had."""
TO_OTHERS = late(r"\s(?:votes|ballots)\s(?:to|against)\s[0-9]")
"""What stands behind the votes of one side where those of the other follow: "61 votes to 38"."""
WITHDRAWN = late(
    r"\b(?:earlier|previous|original|initial|first)\s(?:version|edition)s?\sof\s(?:this|the|our)\s(?![^.]*\bnow\b)"
    r"|\b(?:incorrectly|wrongly|mistakenly|erroneously|misstated)\b|,\s(?:and\s)?not\s$",
    re.IGNORECASE,
)
"""What stands before a figure that its source takes back."""
NEEDING = late(
    r"\b(?:needs?|requires?|must|needs?\sto|has\sto|have\sto|would\sneed)\s(?:win|get|have|secure|reach)?\s?$"
)
NEEDED = late(r"\s(?:[\w-]+\s){0,3}?(?:needed|required|necessary)\s(?:to|for)\b")
"""What tells that a number is what somebody would have to get."""
PREDICTED = late(
    r"\b(?:predict|project|forecast|estimat)\w*\s(?![^.]*\b(?:survey|respondents|interviewed)\b)[^.]{0,120}?"
    r"\b(?:won|winning|(?:would|will|to)\s(?:win|get|take|secure|receive)|to\scome|end(?:ed)?\sup|votes?\scounted|of\s(?:the\s)?votes?)\b",
    re.IGNORECASE,
)
"""What pollsters say of a result, which is no answer to a poll."""
POLLSTERS_TELL = late(
    r"^(?=.*\b(?:won|received|captured|secured|took|got|garnered)\b)(?=.*\bpollsters?\b)"
    r"(?!.*\b(?:polls?|surveys?|surveyed|respondents?|voters\ssay)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Words of pollsters on what has been won."""
BY_COUNT = late(
    r"\bprojection\sof\s(?:the\s)?results?|\b(?:ballots|votes)\s(?:counted|processed)|\bprocessed\ssample"
    r"|\bsample\sof\s(?:[\w,]+\s)?polling\sstations|\b(?:quick|parallel)\scount|\bpreliminary\s(?:results|data|count)"
    r"|\bprojections?\sshowed|\bturn-?out\b",
    re.IGNORECASE,
)
"""What pollsters tell of the votes themselves."""
WON = late(
    r"\b(?:finish(?:ed|ing)|came|placed)\s(?:first|second|third)\b[^.;]{0,40}$"
    r"|\b[Ii]n\s(?:the\s)?(?:first\sround|(?:last|previous)\selections?|(?:19|20)[0-9]{2}\b)"
    r"(?:(?!\bpoll)[^;]){0,60}\b(?:won|took|got|received|secured)\b"
    r"(?:(?!\b(?:and|but|is|are|poll\w*|right)\b|,\s)[^.;]){0,50}$"
    r"|\b(?:19|20)[0-9]{2},\swhen\s(?:(?!\bpoll)[^.;,]){0,60}\b(?:won|took|got|received|secured)\b[^.;,]{0,20}$"
    r"|\bwon\s(?:the\s)?(?:19|20)[0-9]{2}\s(?:[a-z]+\s)?elections?\swith\b[^;]{0,60}$"
)
"""A place that has been won, whatever polls are spoken of beside it."""
CHAMBER = late(
    r"\s(?:votes?\s|members?\s|deputies\s|MPs\s|MEPs\s|lawmakers\s|senators\s|(?:member\s)?states\s|countries\s"
    r"|nations\s)?(?:voting\s|voted\s|were\s)?(?:in\sfavou?r|against(?!\s[0-9])|abstain(?:ing|ed)|abstentions?|for\sand)\b"
)
"""What stands behind a number of votes on a motion."""
OF_CHAMBER = late(
    r"\b(?:vot(?:es?|ed|ing)|passed|approved|adopted|rejected|motion|resolution|bill|deputies|MPs|MEPs)\b"
)
BACKERS = late(r"\s(?:voters|citizens|people|electors)\b")
BACKED_BY = late(
    r"\b(?:(?:supported|backed|chosen|favou?red|voted\sfor)\sby|(?:won|has|had|got|received)\sthe\s(?:support|backing|votes)\sof)\s$"
)
"""What stands before a number of those who have voted for somebody."""
INVALID = late(
    r"\s(?:were|was|are|is|had\sbeen|have\sbeen|turned\sout\s(?:to\sbe\s)?)\s?(?:declared\s|ruled\s|found\s|deemed\s)?"
    r"(?:invalid|rejected|void|spoil(?:ed|t)|blank|cancelled|annulled|null)\b"
)
"""What is said of ballots that count for nobody."""
INVALID_BEFORE = late(r"\b(?:invalid|void|spoil(?:ed|t)|blank|null|unused)\s(?:votes?|ballots?)\b")
"""What such ballots are called."""
OURS = late(
    r"(?:^|[“\"„,;:.]\s?|\bthat\s|\band\s)(?:[Ww]e|[Oo]ur\s(?:list|party|coalition|alliance|movement|bloc))\s(?:(?:now|already|will|would"
    r"|should|could|have|has|had)\s){0,2}(?:have|has|had|won|w[io]n|got|get|took|take|holds?|held|received?|secured?|are\s(?:on|at)"
    r"|is\s(?:on|at)|lost|gained)\s(?:just\s|only\s|around\s|about\s|over\s)?$"
)
"""What somebody says before the figure of the own party."""
NUMBER_OF_VOTERS = late(
    r"\bnumber\sof\s(?:registered\s|eligible\s)?voters\s(?:[a-z]+\s){0,3}(?:at|is|was|to)\s$"
)
"""What stands before how many may vote."""
SHARE_IN_BRACKETS = late(
    r"\s\([0-9]{1,2}(?:[.,][0-9]{1,2})?\s?(?:%|per\s?cent|pct)?\)(?=\s?[,.;:)\n]|\s(?:and|against|for|to|while|ahead|behind)\b|\s*$)"
)
"""What stands behind votes whose share is told beside them: "1,771,052 (35.2)"."""
CAST = late(
    r"\s(?:had\s|have\s)?cast\s(?:a\s|an\s|their\s)?(?:ballots?|votes?)\b|\s(?:[a-z]+\s)?(?:people|persons|citizens|voters|electors)\s(?:(?:have|had|has|did|already)\s)*cast\s(?:a\s|an\s|their\s)?"
    r"(?:ballots?|votes?)\b|\s(?:[a-z]+\s)?(?:people|persons|citizens|voters|electors)\s(?:who\s)?(?:have\s|had\s)?(?:voted(?=\sfor\b)|gave\s(?:it|them|him|her|their\svotes?)\b)"
)
"""What stands behind a number of those who have voted, and so of votes."""
GAINED_BARE = late(
    r"\b(?:polled|garnered|got|received|secured|obtained|scooped|won|collected|gathered|totall?ing|had|has|managed"
    r"|(?:first|second|third|fourth|fifth|last)\s(?:place\s)?with)\s"
    r"(?:just\s|only\s|some\s|about\s)?$"
)
POLLED = late(r"\bpolled\s(?:just\s|only\s|some\s|about\s)?$")
BARE_BEHIND = late(
    r"\s?(?:$|[,;)]|\.(?:\s|$)|\(\d)|\s(?:representing|against|while|and|followed|in\sthe)\b"
)
"""What stands before and behind a number of votes that has no noun."""
MOST_VOTES = late(r"\b(?:most|fewest|number\sof)\s(?:the\s)?votes(?:,\s|\s\(|:\s|\sat\s)$")
"""What stands before a number of votes."""
SHORT_OF = late(r"\s(?:seats?|mandates|votes)\s(?:short|shy)\b")
"""What stands behind what somebody would need more."""
THINGS = {
    "complaints": "complaints objections appeals petitions lawsuits",
    "incidents": "incidents violations irregularities offences offenses breaches attacks assaults",
    "districts": "districts constituencies municipalities provinces counties prefectures",
    "mayors": "mayors mayoralties mayorships governorships",
    "councillors": "councillors councilors",
    "parties": "parties coalitions lists",
    "candidates": "candidates contenders hopefuls",
    "hearings": "sessions hearings",
    "contests": "contests races",
}
"""What reports on elections count beside votes, seats and people: a measure, and its nouns."""
MEASURE_OF_THING = {noun: measure for measure, nouns in THINGS.items() for noun in nouns.split()}
THING = late(rf"\s{ADJECTIVES}(?P<noun>{'|'.join(MEASURE_OF_THING)})\b(?!['’])")
FEW = 5
"""Fewer people than this are no figure, unless harm was done to them."""

MUCH = 10_000
"""Less money than this is no figure."""

MANY = 20
"""Fewer votes or jobs than this are no result and no policy."""


LIMIT = late(r"\s(?:threshold|barrier|mark|hurdle|bar|minimum)\b")

COUNTING_WORDS = frozenset(word.lower() for word in _PERSONS) | _WORDS["counting"]
COUNTING_WORDS |= frozenset(MEASURE_OF_THING)
"""Of these words each sentence that counts something has one, or else one of these:"""
COUNTING_MARKS = ("%", "％", "ians", "icans", "eans", "ards", "$", "€", "£", "illion")
"""The signs of shares, and the endings of the names of peoples."""
