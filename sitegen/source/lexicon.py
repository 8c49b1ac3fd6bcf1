"""Words of the newsroom: agencies, roles, words that open no name, abbreviations."""

import re

_AGENCIES = """
ABC|ABC News|AFP|Agence France-Presse|Al Jazeera|ANI|ANSA|AP|Associated Press|BBC|BBC News|Bloomberg|Bloomberg News|
CBC|CBC News|CBS|CBS News|CNBC|CNN|CNN Business|CNS|CP|Deutsche Welle|dpa|DPA|DW|EFE|Fox News|IANS|Interfax|
Kyodo|Kyodo News|McClatchy|MSNBC|NBC|NBC News|NPR|PA|PA Media|PR Newswire|Press Association|PTI|RIA Novosti|
Reuters|Reuters Health|RFE/RL|Sky News|TASS|The Canadian Press|Canadian Press|Thomson Reuters|
Thomson Reuters Foundation|Tribune News Service|UPI|United Press International|USA Today|VOA|Voice of America|
Xinhua|Yonhap
"""
AGENCIES = frozenset(" ".join(name.split()).lower() for name in _AGENCIES.replace("\n", "").split("|"))

ROLES = frozenset(
    """agencies analyst anchor author bureau chief columnist contributing contributor correspondent critic desk
    diplomatic editor editorial foreign freelance fellow guest investigations newsroom photographer political
    producer reporter reporters senior service special staff team writer writers wire""".split()
)

# A capitalised word here after "By" begins a time, a manner or a measure, not a name.
NO_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall
    winter christmas easter ramadan thanksgiving noon midnight dawn dusk nightfall night day morning evening today
    tomorrow yesterday now then the a an this that these those his her its my our their your all any any most some
    every each no not using making taking getting being doing having far contrast comparison default definition
    chance accident law order virtue way means land sea air rail road popular public mid late early about around
    order one two three four five six seven eight nine ten it he she they we you i""".split()
)

PARTICLES = frozenset(
    "van von der den de del della di da dos du la le al bin ibn ben bint abu ter ten zu y e st.".split()
)

# Capitals before a dash that name no place.
NO_PLACES = frozenset(
    """EXCLUSIVE BREAKING UPDATE UPDATED UPDATES WATCH VIDEO AUDIO PHOTOS PICTURES LIVE LISTEN READ ANALYSIS OPINION
    COMMENT COMMENTARY EDITORIAL EXPLAINER EXPLAINED REVIEW INTERVIEW TRANSCRIPT CORRECTION CORRECTED CLARIFICATION
    NOTE WARNING IMPORTANT REVEALED QUESTION ANSWER POLL QUIZ RECAP PREVIEW FACTBOX INSIGHT SPECIAL FEATURE NEWS
    SPORT SPORTS BUSINESS POLITICS WORLD CULTURE OBITUARY LETTER LETTERS COLUMN STATE KNOWN BACKGROUND SUMMARY
    VERDICT WINNER WINNERS LOSER LOSERS TODAY TONIGHT MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY
    SOURCE CONTACT MORE ALSO PLUS BUT AND YES WHAT WHO WHY HOW WHEN WHERE UNESCO UNICEF NATO OPEC ASEAN NASA FIFA
    UEFA BREXIT COVID TRUMP BIDEN CHAPTER PART SECTION EPISODE FILE FAREWELL ALERT""".split()
)

# Shorter capitals are mostly abbreviations ("GOP"); these are towns and countries.
SHORT_PLACES = frozenset(
    """ADEN APIA BAKU BARI BATH BERN BONN BRNO CALI CEBU CHAD CORK CUBA DILI DOHA EDEN ELKO FIJI FEZ GAZA GIZA GRAZ
    GUAM HILO IASI IRAN IRAQ JENA JUBA KANO KIEL KIEV KYIV LAOS LIMA LINZ LODZ LOME LVIV LYON MALE MALI METZ NARA
    NICE NOME OMAN OSLO PERU PISA PULA QOM RENO RIGA ROME SION SUVA TOGO TROY TULA UFA WACO YORK YALTA ELY""".split()
)

_STOPPED = """
adm al apr assn atty aug av ave bros brig calif capt cf cmdr co col conn corp cpl dec del dept det dist dr ed esq est
etc feb fig fla fr ft ga gen gov hon ill inc ind insp jan jr jul jun kan lt ltd ky la lt maj mar mass messrs mich minn
miss mo mr mrs ms msgr mt neb nev no nov oct okla ont ore pa ph pp pres prof pvt rep reps ret rev rt sen sens sep sept
sgt sr st supt tenn tex univ va vol vs vt wash wis wyo
"""
ABBREVIATIONS = frozenset(_STOPPED.split())

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_SIGNS = re.compile(r"[()\[\]/.,:;–—-]+$|^[()\[\]/–—-]+")


def bare(text: str) -> str:
    """Return ``text`` without the brackets, dashes and stops at its ends, white space collapsed."""
    return " ".join(_SIGNS.sub("", text.strip()).split())


def is_agency(text: str) -> bool:
    """Tell whether ``text`` is the name of a news agency or broadcaster and nothing more."""
    name = bare(text).lower()
    return name in AGENCIES or name.removeprefix("the ") in AGENCIES
