"""Titles and offices that stand before a name. Observed in newspapers' style guides (AP, Guardian) and in news."""

from sitegen.model.person_name import bare

# Written before a surname alone as readily as before a full name. Without full stop, in lower case.
HONORIFICS = frozenset(
    """mr mrs ms miss mx dr sir dame lord lady madam messrs mme mlle m sen sens rep reps gov govs gen col lt capt
    cpt maj sgt cpl pvt adm cmdr cdr brig supt insp det pc cllr cllrs prof rev fr msgr hon atty asst st. ald
    amb pres sec coun dci di con engr barr mla mlc mep msp alhaji alhaja hajji shri smt pandit begum ustad
    datuk""".split()
)

_OFFICES = frozenset(
    """president senator representative congressman congresswoman congressmember governor mayor minister premier
    chancellor secretary ambassador judge justice king queen prince princess pope cardinal bishop archbishop
    chairman chairwoman chairperson chair director commissioner councillor councilor councilman councilwoman
    alderman sheriff detective inspector superintendent constable officer sergeant lieutenant captain colonel
    general admiral commander major marshal coach professor doctor reverend pastor rabbi imam sheikh sheik
    emir sultan ayatollah speaker spokesman spokeswoman spokesperson assemblyman assemblywoman delegate
    treasurer comptroller prosecutor solicitor counsel chief leader harbourmaster harbormaster skipper
    headteacher headmaster headmistress vicar father mother sister brother coxswain boatswain pilot engineer
    baron baroness count countess duke
    duchess earl lama candidate nominee contender frontrunner strategist economist analyst author actor
    actress singer comedian rapper billionaire businessman tycoon mogul commentator columnist reporter
    correspondent anchor host lawmaker lawyer attorney activist scientist historian journalist adviser advisor
    aide manager producer director filmmaker dj mc quarterback striker goalkeeper midfielder defender
    novelist ceo cfo coo cto dpp barrister magistrate coroner""".split()
)

# Stand before an office and belong to the title: "former deputy prime minister", "Vice President".
_QUALIFIERS = frozenset(
    """vice deputy prime foreign defence defense finance interior home health education attorney former ex acting
    assistant chief lieutenant state associate senior junior crown first interim under shadow lord transport
    justice trade press police fire harbour harbor""".split()
)

# With a single name these are how the person is called: "Pope Francis".
REGAL = frozenset("""pope king queen prince princess emperor empress sultan emir""".split())

# With "of" and a place these take the place of a name: "the Duchess of Cambridge".
STYLES = frozenset("duke duchess prince princess earl countess marquess archbishop".split())

FEMALE_TITLES = frozenset(
    """mrs ms miss dame lady madam mme mlle congresswoman chairwoman councilwoman spokeswoman assemblywoman queen
    princess baroness countess duchess sister mother actress headmistress""".split()
)
MALE_TITLES = frozenset(
    """mr sir lord messrs congressman chairman councilman spokesman assemblyman king prince pope father brother
    baron count duke earl actor headmaster businessman""".split()
)

# What abbreviations before a name stand for, where the word is used alone as well: "the senator".
LONG_FORMS = {
    "sen": "senator", "sen.": "senator", "rep": "representative", "rep.": "representative", "gov": "governor",
    "gov.": "governor", "dr": "doctor", "dr.": "doctor", "prof": "professor", "prof.": "professor", "capt": "captain",
    "capt.": "captain", "sgt": "sergeant", "sgt.": "sergeant", "lt.": "lieutenant", "gen.": "general",
    "col.": "colonel", "cllr": "councillor", "det": "detective", "det.": "detective", "rev": "reverend",
    "rev.": "reverend", "insp": "inspector", "supt": "superintendent",
}  # fmt: skip


def is_honorific(word: str) -> bool:
    """Tell whether ``word`` is a form of address or an abbreviated office."""
    return bare(word) in HONORIFICS


def is_title(word: str) -> bool:
    """Tell whether ``word`` can be the last word of a title before a name."""
    key = bare(word)
    return key in HONORIFICS or key in _OFFICES


def is_qualifier(word: str) -> bool:
    """Tell whether ``word`` can stand before an office as a part of the title."""
    return bare(word) in _QUALIFIERS or is_title(word)
