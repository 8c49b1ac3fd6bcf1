"""Common words that decide what a capitalised phrase names."""

# The last word of an organisation's, a building's or an event's name: what stands before it is no person.
ORGANISATION_HEADS = frozenset(
    """administration agency airlines airport alliance association authority bank board brothers bureau campaign
    capital center centre church city club coalition college committee commission company conference congress
    corp corporation council county court department district doctrine division enterprises family federation
    firm foundation fund galleries gallery government group guild hall harbour herald holdings hospital hotel
    house inc incorporated industries initiative institute international journal laboratories league library
    limited llc llp ltd market memorial ministry mission museum network news office organisation organization
    parliament park partners party plan post press productions project records report republic review school
    schools service services sisters society square stadium station store stores street studios systems team
    theatre theater times tower towers trust tunnel union university valley ventures watch works world act
    bill law prize award cup bay beach bridge creek island islands lake mountain mountains river road avenue
    boulevard day show republicans democrats senate democrat republican pac building parish hills lawsuit
    partner software systems solutions technologies technology communications entertainment media motors
    airways bros mall plaza terminal palace castle cathedral chapel abbey cemetery arena complex estate
    estates springs falls heights lane drive freeway highway expressway syndrome disease index poll survey
    scandal affair trial case movement festival olympics championship championships cup open marathon series
    tour convention summit treaty accord agreement doctrine effect foods pharmaceuticals pharma energy oil gas
    electric bancorp securities investments insurance academy seminary orchestra choir band quartet choice
    science magazine journal gazette tribune chronicle courier mirror telegraph express mail sun star globe
    observer examiner inquirer packet reserve refuge night wall ball united rovers wanderers athletic albion
    villa hotspur fc afc klan boss forecast intentions age caucus panel""".split()
)

# What stands before the name of a ship, a horse, a work or a storm.
THINGS = frozenset(
    """ferry trawler ship boat yacht cutter vessel tanker freighter liner schooner lifeboat tug barge steamer frigate
    destroyer submarine dredger racehorse horse mare filly colt gelding stallion greyhound musical play novel film movie
    album song opera operetta sitcom ballet painting pub tavern hurricane storm typhoon cyclone""".split()
)

# The last word of a place's name.
PLACE_HEADS = frozenset(
    """avenue bay beach boulevard bridge canyon cape castle cliff cliffs common cove creek dock docks drive estuary
    falls fell forest gardens glen gulf harbor harbour heath heights highway hill hills island islands isle lake lane
    loch
    marina marsh meadow meadows moor mountain mountains ocean park peninsula pier plaza point pond promenade quay reef
    reservoir river road sea sound square strait street tunnel valley village wharf wood woods""".split()
)

# Days that many call by a name.
HOLIDAYS = frozenset("easter christmas whitsun lent ramadan eid hanukkah passover diwali thanksgiving".split())

# The first word of a ship's, a storm's or a club's name.
NAME_PREFIXES = frozenset(
    "uss hms rms hmcs mv ss storm hurricane typhoon cyclone fc afc ac real operation project".split()
)

PLACE_PREFIXES = frozenset(
    """st st. saint san santa fort ft. ft mount mt. mt lake port north south east west new los las""".split()
)

# Capitalised by custom, never a person by themselves.
NEVER_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december christmas easter god lord bible koran quran congress senate parliament
    twitter facebook google youtube instagram internet brexit covid islam christianity republican democrat
    republicans democrats american americans photo image video advertisement read copyright getty reuters i he
    she they we you it his her their our my the a an and or but if when where who what why how this that these
    those there here yes no not never mr mrs ms dr sir madam reporting editing opinion editorial exclusive
    breaking update updated live related more share follow watch source contact email tags obamacare medicaid
    medicare gop white black north south east west new united states kingdom union state county city first
    second third earth nobody somebody everybody everyone someone anyone one mom dad grandma grandpa hi hey
    hello oh ok okay lol trumpcare wikileaks kremlin pentagon whatsapp telegram tiktok snapchat reddit
    breitbart bitcoin capitol politico xinhua axios haaretz yonhap interfax gawker buzzfeed huffpost mediaite newsmax
    bild tass variety two three four five six seven eight nine ten eleven twelve""".split()
)

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan. feb. aug. sept. sep. oct. nov. dec.""".split()
)

# When something was said, never who said it.
TIMES = CALENDAR | frozenset(
    """morning afternoon evening night noon midnight day days week weeks weekend month months year years hour hours
    minute minutes today yesterday tomorrow tonight earlier later""".split()
)

# Stand for a person, or for people, without naming them.
HUMAN = frozenset(
    """spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople executives partner partners opponent
    opponents official officials man woman men women boy girl person people
    witness witnesses resident residents neighbour neighbor neighbours neighbors lawyer lawyers attorney attorneys
    prosecutor prosecutors expert experts analyst analysts critic critics supporter supporters voter voters aide aides
    adviser advisers advisor advisors source sources student students teacher teachers parent parents mother father
    son daughter brother sister husband wife widow friend friends colleague colleagues member members leader leaders
    president senator senators lawmaker lawmakers minister ministers mayor governor secretary chairman chairwoman
    director doctor doctors nurse nurses officer officers captain skipper fisherman farmer worker workers driver
    author writer journalist reporter reporters editor columnist candidate nominee representative representatives
    deputy councillor chief executive ceo founder owner manager coach player victim suspect judge scientist scientists
    researcher researchers professor economist historian activist activists protester protesters others many some one
    another everyone nobody both most few general""".split()
)

# Of those the ones that a company or a party can be as well: "Holt Marine, a leader in …".
NOT_ONLY_HUMAN = frozenset(
    """leader leaders member members owner founder supporter supporters critic critics source sources others many some
    one another everyone nobody both most few general chief people victim representative representatives player
    candidate nominee worker workers partner opponent manager""".split()
)

# Speak for somebody who is named behind them: "a spokeswoman for the port".
SPOKESPEOPLE = frozenset(
    """spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople official officials lawyer lawyers attorney
    attorneys aide aides adviser advisers advisor advisors representative representatives executive executives director
    president chairman chairwoman chief leader leaders professor""".split()
)

CALLINGS = (HUMAN - NOT_ONLY_HUMAN) | frozenset(
    """nurse neighbour neighbor campaigner pupil landlord landlady backbencher daughter son shopper farmer driver winger
    striker goalkeeper organiser organizer deckhand sailor fisherman builder plumber carpenter baker butcher grocer
    teacher headteacher student midwife surgeon paramedic firefighter volunteer pensioner grandmother grandfather
    mother father widow widower barrister solicitor novelist poet painter sculptor drummer guitarist singer pianist
    conductor chef waiter waitress barman publican trader broker investor analyst blogger vlogger gardener ranger warden
    caretaker cleaner postman bishop curate vicar imam rabbi coroner magistrate constable sergeant inspector
    seller vendor hawker stallholder shopkeeper mechanic""".split()
)

_MORE = frozenset(
    """archaeologist barman biologist bookmaker boss broadcaster builder cellist chemist clerk cook curator dealer dean
    dentist doorman farmer gamekeeper geologist headmaster headmistress hotelier jockey juror keeper librarian
    magician mechanic meteorologist musician organist photographer physicist politician porter promoter
    provost psychologist receptionist rector referee seamstress shepherd shopkeeper stallholder stranger surveyor
    technician trainer translator umpire undertaker usher verger vet vocalist watchman zookeeper actor actress beau
    boyfriend girlfriend fiance fiancee fiancé fiancée ex pal star starlet model kid kids son sons daughter daughters
    child children sibling twin twins uncle aunt cousin niece nephew grandson granddaughter ally rival boss protege
    midfielder defender winger forward keeper captain skipper teammate quarterback pitcher batsman bowler jockey golfer
    sprinter cyclist boxer wrestler swimmer gymnast runner champion winner rapper musician producer director filmmaker
    screenwriter designer architect historian philosopher billionaire tycoon entrepreneur executive banker lawmaker
    congressman congresswoman councillor backbencher premier chancellor ambassador envoy dictator heir""".split()
)
_NOT_ONE = frozenset("nobody everyone everybody somebody one another many most few both some people".split())

# Stand for one person.
PEOPLE = (HUMAN | CALLINGS | SPOKESPEOPLE | _MORE) - _NOT_ONE

# Of a family, or as close.
KIN = frozenset(
    """mother father mum mom dad parent parents son sons daughter daughters child children kid kids baby twins brother
    sister sibling siblings husband wife widow widower spouse boyfriend girlfriend fiance fiancee fiancé fiancée
    grandmother grandfather grandson granddaughter uncle aunt nephew niece cousin stepfather stepmother stepson
    stepdaughter""".split()
)
