"""The closed word lists of English that the rules lean on: cues, roles, function words.

Nothing here is about Serbia or about one article; names and facts of the articles stand
in the curated files.
"""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "know": ("knows", "knew", "known", "knowing"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "find": ("finds", "found", "found", "finding"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "read": ("reads", "read", "read", "reading"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "see": ("sees", "saw", "seen", "seeing"),
    "hear": ("hears", "heard", "heard", "hearing"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "mean": ("means", "meant", "meant", "meaning"),
    "forget": ("forgets", "forgot", "forgotten", "forgetting"),
    "show": ("shows", "showed", "shown", "showing"),
    "go": ("goes", "went", "gone", "going"),
    "put": ("puts", "put", "put", "putting"),
    "begin": ("begins", "began", "begun", "beginning"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "let": ("lets", "let", "let", "letting"),
    "bet": ("bets", "bet", "bet", "betting"),
    "forbid": ("forbids", "forbade", "forbidden", "forbidding"),
}


_SHORT = re.compile(r"(?:[^aeiou]|qu)*[aeiou][bdglmnprtz]")
"""A verb of one syllable with a short vowel: its last letter is doubled ("begged")."""

_DOUBLED = frozenset("admit annul concur deadpan demur expel kidnap prefer rebut".split())
"""Longer verbs whose last letter is doubled, as their last syllable is the stressed one."""


def forms(verb: str) -> tuple[str, ...]:
    """The finite and participle forms of a verb: base, -s, past, participle, -ing."""
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb])
    if verb in _DOUBLED or _SHORT.fullmatch(verb):
        last = verb[-1]
        return (verb, f"{verb}s", f"{verb}{last}ed", f"{verb}{last}ed", f"{verb}{last}ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing")
    plural = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"
    if verb.endswith("e"):
        return (verb, plural, f"{verb}d", f"{verb}d", f"{verb[:-1]}ing")
    return (verb, plural, f"{verb}ed", f"{verb}ed", f"{verb}ing")


def _lemmas(verbs: str) -> dict[str, str]:
    return {form: verb for verb in verbs.split() for form in forms(verb)}


SPEECH = _lemmas(
    """say tell add state note explain insist argue claim warn stress emphasize emphasise announce
    declare confirm continue conclude reply respond ask write tweet report acknowledge admit concede
    suggest predict contend maintain assert allege charge complain joke quip observe recall remark
    reiterate repeat reveal vow pledge promise describe call counter testify mention boast lament
    shout yell chant cry exclaim elaborate opine muse recount proclaim affirm assure inform caution
    interject proffer underline underscore retort offer disclose specify clarify swear post
    communicate relate gush fume snap scoff agree object protest hint imply intone declaim deadpan
    quote comment summarize summarise simplify advise claim insinuate speculate blog retweet chide
    concur attest cite outline read hail brag rant bemoan bristle bark boom bellow roar thunder
    mutter mumble whisper murmur sigh crow gripe grumble demur enthuse venture"""
)
"""Cues of speech and writing: what follows, precedes or surrounds is what is said."""

STANCE = _lemmas(
    """deny reject dismiss denounce condemn criticize criticise accuse blame demand urge request
    propose recommend threaten appeal implore beg plead dispute question oppose refute decry praise
    slam blast mock deride exhort call rebut rebuke deplore challenge defend attack ridicule lambast
    tout endorse order refuse decline instruct direct forbid invite encourage support"""
)
"""Cues of denial, demand and judgement: the content is a complement, not always a clause."""

MIND = _lemmas(
    """believe think know hope expect fear feel want wish doubt see suspect understand learn
    estimate find worry consider view regard assume realize realise remember conclude decide
    determine plan intend seek prefer appear show indicate prove mean forecast
    wonder imagine figure guess anticipate foresee hear recognize recognise rule"""
)
"""Cues of thought, intention and evidence. In a news text they report too, with less certainty."""

CUES: dict[str, str] = {**MIND, **STANCE, **SPEECH}

INTRANSITIVE = _lemmas("speak talk comment appear rally testify protest gather march")

CUE_NOUNS = _set(
    """statement letter tweet interview speech report press release email memo op-ed column post
    address briefing conference testimony remarks ruling decision opinion complaint filing lawsuit
    survey poll study transcript document affidavit message note blog book memoir video ad
    advertisement"""
)

NOUNS_OF_SAYING = {
    form: noun
    for noun in _set(
        """claim allegation accusation assertion suggestion contention statement comment remark
        argument warning promise pledge prediction insistence belief declaration announcement
        complaint charge admission concern fear hope rumor rumour report speculation notion
        conclusion finding vow demand acknowledgment acknowledgement opinion observation"""
    )
    for form in (noun, f"{noun}s")
}
"""Nouns that "that" and what is said may follow: "amid claims that ...", "her warning that ..."."""

DETERMINERS = _set(
    """the a an this that these those some any each every no both all another other its his her
    their our my your such several many most few one two three four five six seven eight nine ten"""
)
PREPOSITIONS = _set(
    """in on at by for with from of to into onto about against among amid after before between
    during over under through without within toward towards upon despite since until till as like
    near outside inside around across behind beyond beneath beside besides regarding concerning
    following including via per alongside throughout off above below along up down out"""
)
SUBORDINATORS = _set(
    """because although though while whereas if unless when whenever where whether once lest than
    who whom whose which that what how why"""
)
CONJUNCTIONS = _set("and or but nor yet so")
AUXILIARIES = _set(
    """is are was were be been being am has have had having do does did will would shall should can
    could may might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't
    won't wouldn't shouldn't can't cannot couldn't 's 're 've 'd 'll"""
)
SUBJECT_PRONOUNS = _set("he she they it we i you who")
PRONOUNS = SUBJECT_PRONOUNS | _set(
    """him her them us me himself herself themselves itself his hers theirs their its my our your
    this that these those anyone someone everyone nobody somebody everybody one others""",
)
ADVERBS = _set(
    """also then later now today yesterday tomorrow again still just only even already ever never
    often once twice earlier recently reportedly allegedly repeatedly previously publicly initially
    finally meanwhile however instead further furthermore moreover likewise always first famously
    once soon too well very much rather quite perhaps maybe so not n't tonight there here thus
    therefore nonetheless nevertheless elsewhere"""
)

IRREGULAR_VERBS = frozenset(
    """won held came went took made got led left met ran rose fell gave kept began became brought
    bought built caught chose drew drove ate fought flew forgot grew hid hurt knew lost paid
    rode sang sat sent shot slept sold spent stood struck swam taught threw wore stole broke
    beat hit put set cut let""".split()
)
"""Past forms that no ending tells."""

HONORIFICS = _set("mr mrs ms miss dr sir lord lady dame prof professor judge justice rev reverend")
MALE_HONORIFICS = _set("mr sir lord king prince mr.")
FEMALE_HONORIFICS = _set("mrs ms miss lady dame queen princess mrs. ms.")

ROLE_NOUNS = _set(
    """president premier minister chancellor secretary senator sen congressman congresswoman
    representative rep governor gov mayor deputy speaker spokesman spokeswoman spokesperson
    chairman chairwoman chair chairperson chief director leader head commissioner ambassador envoy
    general colonel captain lieutenant sergeant officer sheriff attorney lawyer prosecutor judge
    justice candidate nominee activist analyst expert professor historian economist strategist
    consultant adviser advisor aide editor reporter journalist correspondent author columnist
    writer host anchor anchorman commentator pollster demonstrator protester protestor supporter
    voter student teacher doctor nurse farmer worker businessman businesswoman billionaire mogul
    investor executive ceo founder owner manager counsel member legislator lawmaker councilman
    councilwoman politician dictator king queen prince princess pope bishop pastor reverend
    veteran soldier commander admiral marshal actor actress singer rapper comedian star producer
    filmmaker contestant model wife husband son daughter brother sister mother father widow friend
    colleague rival opponent running-mate mate diplomat official inspector detective agent source
    witness resident citizen neighbor neighbour physician scholar scientist researcher fellow
    coordinator organizer organiser operative surrogate democrat republican strongman
    vice-president frontrunner incumbent man woman guy boy girl person"""
)
"""Nouns that name a person by what he or she is."""

FEMALE_ROLES = _set(
    """congresswoman chairwoman spokeswoman businesswoman councilwoman actress queen princess wife
    daughter sister mother widow woman girl"""
)
MALE_ROLES = _set(
    """congressman chairman spokesman businessman councilman king prince husband son brother father
    man guy boy anchorman pope"""
)

GROUP_NOUNS = _set(
    """group alliance coalition party bloc movement union opposition government administration
    cabinet ministry department agency commission committee council court parliament assembly
    senate house congress campaign police army military office organisation organization
    institution company firm newspaper magazine network channel station paper outlet website site
    bank university institute foundation association federation league team crowd mission body
    panel board authority regime camp delegation staff watchdog tribunal judiciary bureau ngo list
    country state city kingdom republic nation leadership force service center centre think-tank"""
)
PLURAL_PEOPLE = _set(
    """officials leaders supporters activists voters protesters protestors demonstrators residents
    citizens observers monitors experts analysts critics opponents allies aides advisers advisors
    lawmakers senators representatives democrats republicans conservatives liberals reporters
    journalists prosecutors lawyers attorneys police authorities sources witnesses students
    scientists researchers economists historians scholars diplomats ministers governors mayors
    members people men women investigators strategists pollsters operatives surrogates
    spokesmen spokespeople politicians donors veterans families deputies watchdogs reports polls
    surveys documents studies organizers organisers rivals friends colleagues commentators
    pundits others many some institutions campaigners union unions groups parties media groups"""
)

ORG_WORDS = _set(
    """party alliance coalition union organisation organization office assembly council commission
    committee parliament ministry department agency court bank university college institute
    foundation association federation league congress senate house bureau service corps guard
    police army navy force forces center centre board authority board group movement front forum
    society club church company corporation corp inc llc network list bloc initiative project
    network fund administration campaign journal"""
)
PARTY_WORDS = _set("party democrats republicans labour tories conservatives liberals socialists")
COALITION_WORDS = _set("alliance coalition bloc list front")
MEDIA_WORDS = _set(
    """times post press tribune herald journal gazette guardian telegraph news tv television radio
    agency today daily weekly magazine cnn bbc nbc abc cbs msnbc npr ap afp reuters politico
    breitbart bloomberg broadcaster newspaper chronicle globe examiner mail observer"""
)
PLACE_WORDS = _set(
    """capital city town village region province district county street square avenue building
    area island river mountain lake coast border peninsula valley beach airport"""
)

CALENDAR = _set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december mon tue wed thu fri sat sun jan feb mar
    apr jun jul aug sept sep oct nov dec"""
)

SIGN_WORDS = re.compile(
    r"\b(?:read(?:ing|s)?|chant(?:ing|ed|s)?|shout(?:ing|ed|s)?|placards?|banners?|signs?|slogans?"
    r"|graffiti|posters?|t-shirts?|emblazoned|scrawled|inscribed|written)\b",
    re.IGNORECASE,
)

TITLED_WORDS = re.compile(
    r"\b(?:called|dubbed|titled|entitled|headlined|named|nicknamed|known as|so-called|message"
    r"|slogan|motto|banner of|under the (?:name|title|motto|slogan|banner|message)|word|term"
    r"|phrase|label(?:l?ed)?|song|book|film|movie|album|show|documentary|series|hashtag)"
    r"[\s,:]*$",
    re.IGNORECASE,
)
"""What stands before a name or title in quotation marks."""
_TITLED_ENDS = tuple(
    """called dubbed titled entitled headlined named nicknamed as message slogan motto of name title
    banner word term phrase label labeled labelled song book film movie album show documentary
    series hashtag""".split()
)

_NO_WORDS = ",:" + "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())


def titled(text: str, position: int) -> bool:
    """Whether such words stand right before a position."""
    before = text[max(0, position - 60) : position].rstrip(_NO_WORDS)
    # The last word alone is soon told, and seldom the right one.
    if not before[-20:].lower().endswith(_TITLED_ENDS):
        return False
    return TITLED_WORDS.search(text, max(0, position - 60), position) is not None
