"""Words that report what somebody said, with the frames they take. Data for the rules of ``quotes``.

A frame is a string of letters: ``q`` introduces or follows a quotation; ``c`` takes a that-clause; ``n`` a noun
phrase with words in quotation marks ("called it …"); ``w`` weak: a verb of thought or attitude, which reports
speech only beside quotation marks. The selection follows Levin, English Verb Classes (1993), sections 37.1 to
37.8 (verbs of communication) and 29.4 to 29.9, and what news agencies use.
"""

_VERBS = """
say qc|tell qc|add qc|state qc|ask qc|reply qc|answer qc|respond qc|respond qc|announce qc|declare qc|explain qc
insist qc|argue qc|claim qc|assert qc|maintain qc|contend qc|allege qc|warn qc|caution qc|note qc|observe qc
remark qc|comment qc|mention qc|point c|acknowledge qc|admit qc|concede qc|confess qc|agree qc|confirm qc
deny qc|complain qc|boast qc|joke qc|quip qc|suggest qc|propose qc|recommend qc|urge qc|advise qc|promise qc|vow qc
pledge qc|swear qc|predict qc|estimate c|reveal qc|disclose qc|report qc|recall qc|recount qc|reiterate qc|repeat qc
stress qc|emphasize qc|emphasise qc|underline qc|underscore c|highlight n|describe n|call n|dub n|label n|brand n
write qc|tweet qc|post q|text q|email q|retweet q|blog q|cable q|read q|publish q|testify qc|attest c|telegraph q
shout q|yell q|cry q|scream q|whisper q|mutter q|murmur q|mumble q|exclaim qc|proclaim qc|bellow q|roar q|growl q
snap q|bark q|chant q|sing q|sigh q|laugh q|chuckle q|smile q|grin q|nod q|shrug q|chime q|interject q|interrupt q
continue q|conclude qc|begin q|finish q|start q|counter qc|retort q|shoot q|fire q|hit q|lash q|rebut qc
criticize n|criticise n|critique n|denounce n|condemn n|decry n|blast n|slam n|ridicule nq|mock nq|praise n
hail n|tout n|blame n
accuse n|charge qc|demand qc|request c|order c|plead qc|beg q|implore q|appeal q|pray c|wonder qc|inquire q|query q
question qc|teach qc|preach q|lament qc|bemoan n|regret c|apologize q|apologise q|thank n|welcome n|cite n|quote n
indicate c|hint qc|imply c|signal c|intimate c|speculate qc|theorize c|hypothesize c|assume w|believe wc|think wc
feel wc|hope wc|fear wc|expect wc|know wc|understand wc|doubt wc|suspect wc|want w|wish w|consider w|find w
learn w
realize wc|realise wc|decide wc|remember q|muse q|opine qc|ponder q|reason qc|figure w|guess wc|reckon qc
reassure qc|assure qc|inform qc|notify c|remind qc|convince w|persuade w|brief q|lecture q|scold q|rebuke q|chide q
vent q|rant q|rail q|fume q|gush q|rave q|marvel q|enthuse q|crow q|brag qc|bluster q|thunder q|intone q|deadpan q
elaborate q|clarify qc|specify c|detail n|outline n|summarize q|summarise q|paraphrase q|gloss q|signify c|assess qc
volunteer q|offer q|venture q|confide qc|gripe qc|grumble q|groan q|moan q|protest qc|object qc|dispute n|reject n
dismiss n|refute n|rule c|hold c|write qc|pen q|scribble q|scrawl q|inscribe q|characterize n|characterise n|refer n
liken n|crack q|command c|instruct c|direct c|credit n|worry qc|fret qc|paint n|bill n|frame n|pitch n|cast n
compare n|portray n|depict n|term n|deem n|endorse n|defend n|voice n|express n|echo n|air n|sum q|put q
decree c|assail n|attack n|tease q|taunt q|greet q|address q|joke qc|lie q|prophesy c|forecast c|project c|warrant c
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
    "chat": "chats chatted chatting",
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
    "marvel": "marvels marveled marvelled marveling marvelling",
}


def _forms(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return [verb, third, verb + "ed", verb + "ing"]


def _lexicon() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for entry in _VERBS.replace("\n", "|").strip("|").split("|"):
        verb, frames = entry.split()
        for form in _forms(verb):
            table.setdefault(form, (verb, frames))
    return table


# Form in lower case → (verb, frames).
VERBS = _lexicon()

# Report speech only right beside the words: "Begin!" he began; not "beginning with "The Herring Queen"".
_SHY = "begin finish continue start hit shoot fire put read hold offer laugh smile address sing post"
SHY = frozenset(form for verb in _SHY.split() for form in _forms(verb))

# Nouns whose genitive, or "by", names a speaker and which take a clause: "Clinton's claim that …".
NOUNS = frozenset(
    """claim assertion statement argument suggestion warning remark comment allegation insistence declaration promise
    pledge vow announcement prediction complaint contention accusation charge admission acknowledgment
    acknowledgement denial reply response answer question quip joke tweet letter post message words""".split()
)

# Say nothing by themselves; with a clause they report what a text says, and the text is the source.
DOCUMENTS = frozenset(
    """statement letter report study survey poll email e-mail tweet post memo filing complaint lawsuit indictment
    affidavit article story editorial headline book blog document transcript release website site ad advertisement
    sign banner placard poster caption message text note ruling order bill law plan resolution""".split()
)

# "according to" and its kin: preposition phrases that name a source.
SOURCES = (("according", "to"), ("in", "the", "words", "of"), ("per",))
