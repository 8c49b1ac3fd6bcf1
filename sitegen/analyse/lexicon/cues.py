"""Words that report what somebody said, with the frames they take. Data for the rules of ``quotes``.

A frame is a letter: ``q`` the word introduces or follows a quotation; ``c`` it takes a clause ("that", "whether",
"how"); ``n`` a noun phrase that says what was said ("called it …", "condemned …"); ``i`` a "to"-infinitive. The
selection follows Levin, English Verb Classes (1993), sections 29.4 to 29.9 and 37.1 to 37.8 (verbs of communication),
and what news agencies use; the frames are those that the annotators of PolNeAR's training articles saw there.
"""

from dataclasses import dataclass
from typing import Literal

Manner = Literal["speech", "writing", "thought"]

_SPEECH = """
accuse n|acknowledge qcn|add qc|address n|admit qcn|admonish qn|advise qci|advocate n|agree qcni|air n|allege qcn
allude n|announce qcn|answer qc|apologise q|apologize qn|appeal q|applaud n|argue qc|articulate n|ask qcni|assail n
assert qcn|assess qc|assure qcn|attack n|attest c|attribute n|aver qc|bark q|beam q|beg qi|begin qn|belittle n
bellow q|bemoan n|berate n|bet c|bill n|blame n|blast n|blurt q|bluster q|boast qcn|boom q|brag qcn|brand n|brief q
call n|cast n|castigate n|caution qcn|celebrate n|censure n|champion n|chant q|characterise n|characterize n
charge qcn|chastise n|chide qn|chime q|chip q|chirp q|chorus q|christen n|chuckle q|cite n|claim qcni|clarify qc
coin n|command ci|commend n|comment qcn|compare n|complain qcn|compliment n|concede qcn|conclude qcn|concur qc
condemn n|confess qc|confide qc|confirm qcn|congratulate n|contend qc|continue qcn|coo q|correct q|counsel qci
counter qcn|crack q|credit n|criticise n|criticize n|critique n|croak q|crow q|cry q|curse q|deadpan q|declare qcn
decline cni|decree c|decry n|deem n|defend n|deliver n|demand qcni|denigrate n|denounce n|deny qcn|depict n|deplore n
deride n|describe n|detail n|direct ci|disagree q|disavow n|disclose qcn|discourage n|discuss n|dismiss n|disparage n
dispute n|divulge cn|drawl q|drone q|dub n|echo n|elaborate q|emphasise qc|emphasize qcn|encourage ni|endorse n
enquire q|enthuse q|entreat qi|estimate c|examine n|exclaim qc|exhort qi|explain qcn|explore n|expound q|express n
extol n|finish q|fire q|flag n|float n|forecast c|frame n|fret qc|fulminate q|fume q|gasp q|give n|gloat q|gloss q
greet q|grin q|gripe qc|groan q|grouse qc|growl q|grumble q|grunt q|guffaw q|gush q|hail n|herald n|highlight n
hint qcn|hiss q|hit q|hold c|holler q|howl q|hypothesise c|hypothesize c|implore qi|imply c|indicate c|inform qcn
inquire q|insinuate cn|insist qc|instruct ci|insult n|interject q|interpose q|interrupt q|intimate c|intone q
invite ni|issue n|jeer q|jest q|jibe q|joke qcn|label n|lambast n|lambaste n|lament qcn|lampoon n|lash q|laud n
laugh q|lecture q|lie q|liken n|lisp q|maintain qc|make cn|malign n|marvel q|mention qcn|moan q|mock qn|mumble q
murmur q|muse q|mutter q|name n|narrate q|nod q|note qcn|notify c|object qc|observe qcn|offer qni|opine qc|oppose n
order cni|outline ni|paint n|pan n|paraphrase q|parry q|pillory n|pipe q|pitch n|plead qci|pledge qcni|plug n|point cn
ponder q|portray n|pose n|posit qc|praise n|pray c|preach q|predict qcn|press qc|probe q|proclaim qc|profess qc
proffer qn|project c|promise qcni|promote n|prompt q|prophesy c|propose qcni|protest qc|provide n|push n|put q
quaver q|query q|question qcn|quip qc|quote n|rail q|raise n|rant q|rasp q|rave q|react q|reason qc|reassure qc
rebuke q|rebut qc|recall qcn|reckon qc|recommend qcn|recount qc|refer n|reference n|reflect q|refuse i|refute n
reiterate qcn|reject n|rejoin q|relate qc|relay qcn|release cn|remark qcn|remember q|remind qcni|repeat qcn|reply qc
report qcn|reprimand n|request ci|respond qcn|retaliate q|retort q|reveal qcn|ridicule qn|riff q|rip n|riposte q
roar q|rubbish n|rue n|rule cn|rumble q|salute n|savage n|say qc|scoff q|scold q|scorn n|scream q|seek ni|send n
share n|shoot q|shout qn|show cn|shriek q|shrug q|sigh q|signal cn|signify c|sing q|skewer n|slam n|slate n|smile q
snap q|sneer q|sniff q|snort q|sob q|sound n|speak n|specify c|speculate qc|splutter q|squeal q|stammer q|start q
state qcn|stipulate c|stress qcn|stutter q|suggest qc|sum q|summarise q|summarize q|support n|surmise qc|swear qci
sympathise q|sympathize q|talk n|taunt q|teach qc|tease q|tell qcni|term n|testify qcn|thank n|theorise c|theorize c
threaten qci|thunder q|tout n|trash n|trumpet n|tut q|underline qc|underscore c|unveil ni|upbraid n|urge qcni|vent q
venture q|vilify n|voice n|volunteer q|vote ni|vouch q|vow qcni|wager c|wail q|warn qcni|warrant c|weigh q|welcome n
wheeze q|whimper q|whine q|whisper q|wisecrack q|wonder qc|worry qc|yell q|yelp q
"""

_WRITING = """
blog q|cable q|e-mail qn|email qn|inscribe q|list n|pen q|post qcn|publish qn|read qcn|retweet q|scrawl q|scribble q
telegraph q|text q|tweet qcn|write qcn
"""

# Attitudes: they report words only right beside quotation marks, or with a clause.
_THOUGHT = """
anticipate c|assume n|believe c|consider n|convince i|decide ci|doubt c|expect ci|fear ci|feel c|figure n|find cn
guess c|hope ci|know c|learn n|persuade i|plan ni|realise c|realize c|regret c|suspect c|think c|understand c|want i
wish i
"""

_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "swear": "swears swore sworn swearing",
    "read": "reads read reading",
    "sing": "sings sang sung singing",
    "begin": "begins began begun beginning",
    "shoot": "shoots shot shooting",
    "hit": "hits hit hitting",
    "plead": "pleads pleaded pled pleading",
    "beg": "begs begged begging",
    "teach": "teaches taught teaching",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "know": "knows knew known knowing",
    "understand": "understands understood understanding",
    "find": "finds found finding",
    "hold": "holds held holding",
    "put": "puts put putting",
    "snap": "snaps snapped snapping",
    "quip": "quips quipped quipping",
    "nod": "nods nodded nodding",
    "grin": "grins grinned grinning",
    "shrug": "shrugs shrugged shrugging",
    "dub": "dubs dubbed dubbing",
    "slam": "slams slammed slamming",
    "admit": "admits admitted admitting",
    "brag": "brags bragged bragging",
    "refer": "refers referred referring",
    "rebut": "rebuts rebutted rebutting",
    "sum": "sums summed summing",
    "pen": "pens penned penning",
    "forecast": "forecasts forecast forecasting",
    "regret": "regrets regretted regretting",
    "blog": "blogs blogged blogging",
    "lie": "lies lied lying",
    "label": "labels labeled labelled labeling labelling",
    "signal": "signals signaled signalled signaling signalling",
    "show": "shows showed shown showing",
    "speak": "speaks spoke spoken speaking",
    "rip": "rips ripped ripping",
    "seek": "seeks sought seeking",
    "make": "makes made making",
    "give": "gives gave given giving",
    "send": "sends sent sending",
    "cast": "casts cast casting",
    "deadpan": "deadpans deadpanned deadpanning",
    "extol": "extols extolled extolling",
    "counsel": "counsels counseled counselled counseling counselling",
    "learn": "learns learned learnt learning",
    "be": "is are was were been being",
    "have": "has had having",
    "get": "gets got gotten getting",
    "hear": "hears heard hearing",
    "see": "sees saw seen seeing",
    "become": "becomes became become becoming",
    "meet": "meets met meeting",
    "wear": "wears wore worn wearing",
    "drive": "drives drove driven driving",
    "eat": "eats ate eaten eating",
    "drink": "drinks drank drunk drinking",
    "buy": "buys bought buying",
    "sell": "sells sold selling",
    "die": "dies died dying",
    "go": "goes went gone going",
    "come": "comes came come coming",
    "take": "takes took taken taking",
    "rise": "rises rose risen rising",
    "fall": "falls fell fallen falling",
    "forget": "forgets forgot forgotten forgetting",
    "stop": "stops stopped stopping",
    "forgo": "forgoes forwent forgone forgoing",
    "nickname": "nicknames nicknamed nicknaming",
    "agree": "agrees agreed agreeing",
    "disagree": "disagrees disagreed disagreeing",
    "tut": "tuts tutted tutting",
    "chip": "chips chipped chipping",
    "sob": "sobs sobbed sobbing",
    "bet": "bets bet betting",
    "pan": "pans panned panning",
    "flag": "flags flagged flagging",
    "plug": "plugs plugged plugging",
    "decree": "decrees decreed decreeing",
    "plan": "plans planned planning",
    "fret": "frets fretted fretting",
    "concur": "concurs concurred concurring",
    "aver": "avers averred averring",
    "marvel": "marvels marveled marvelled marveling marvelling",
}


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb by its base form; see the module for ``frames``."""

    lemma: str
    frames: str
    manner: Manner

    @property
    def quotes(self) -> bool:
        """Tell whether it introduces or follows words in quotation marks as "said" does."""
        return "q" in self.frames


def _forms(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return [verb, third, verb + "ed", verb + "ing"]


def forms_of(verbs: str) -> frozenset[str]:
    """Return all forms of verbs that are given by their base forms, blanks between them."""
    return frozenset(form for verb in verbs.split() for form in _forms(verb))


def _lexicon() -> dict[str, CueVerb]:
    table: dict[str, CueVerb] = {}
    sections: tuple[tuple[Manner, str], ...] = (("speech", _SPEECH), ("writing", _WRITING), ("thought", _THOUGHT))
    for manner, section in sections:
        for entry in section.replace("\n", "|").strip("|").split("|"):
            lemma, frames = entry.split()
            for form in _forms(lemma):
                table.setdefault(form, CueVerb(lemma, frames, manner))
    return table


# Form in lower case → verb.
VERBS = _lexicon()

# Report speech only right beside the words: "Begin!" he began; not "beginning with "The Herring Queen"".
_SHY = "begin finish continue start hit shoot fire put read hold offer laugh smile address sing post"
SHY = forms_of(_SHY)

# What somebody does who is spoken to, or who does not speak: whose words stand beside it is another question.
SILENT = forms_of(
    """hear listen read receive get open face see watch look have own hire type find be become meet know like love hate
    want need own carry hold wear ignore refuse flinch die turn walk drive eat drink buy sell"""
)

# Verbs behind a name that headlines set in capitals ("Howard Dean Tells Convention"); no surnames.
HEADLINE_VERBS = frozenset(
    "says tells asks claims warns vows urges calls slams blasts insists admits denies reveals declares".split()
)

# Nouns that report like verbs and name their speaker by a genitive or by "by": "Clinton's claim that …".
NOUNS = frozenset(
    """assurance jokes quips posts messages claim assertion statement argument suggestion warning remark comment
    allegation insistence declaration promise pledge vow announcement prediction complaint contention accusation
    charge admission acknowledgment acknowledgement denial claims assertions statements arguments suggestions
    warnings remarks comments allegations declarations promises pledges vows predictions complaints contentions
    accusations charges admissions denials replies responses answers questions question tweets letters attacks
    attack calls call proposal proposals announcements report reports demand demands praise criticism reference
    references assurances reply response answer quip joke tweet letter post message words""".split()
)

# Say nothing by themselves; with a clause they report what a text says, and the text is the source.
DOCUMENTS = frozenset(
    """statement letter report study survey poll email e-mail tweet post memo filing complaint lawsuit indictment
    affidavit article story editorial headline book blog document transcript release website site ad advertisement
    sign banner placard poster caption message text note ruling order bill law plan resolution""".split()
)
