"""Well-known countries, states and cities: one word of these alone is a place, whoever else may bear the name."""

_COUNTRIES = """afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas
bahrain
bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burma
burundi cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti
dominica ecuador egypt england eritrea estonia ethiopia fiji finland france gabon gambia georgia germany ghana greece
greenland grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein
lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco
mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan
palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia
seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania
thailand tibet togo tonga tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen
yugoslavia zambia zimbabwe africa america asia europe antarctica scandinavia crimea chechnya kurdistan kashmir catalonia
bavaria normandy tuscany sicily sardinia corsica siberia gaza"""

_STATES = """alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
indiana
    iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
    nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin
    wyoming ontario quebec alberta manitoba saskatchewan queensland tasmania victoria cornwall devon dorset
    essex kent norfolk suffolk surrey sussex yorkshire lancashire cumbria cheshire derbyshire wiltshire
    hampshire berkshire hertfordshire oxfordshire cambridgeshire lincolnshire leicestershire staffordshire
    shropshire worcestershire warwickshire gloucestershire somerset northumberland durham ulster munster
    connacht leinster"""

_CITIES = """aberdeen adelaide albuquerque aleppo alexandria algiers amsterdam anchorage ankara antwerp athens atlanta
    auckland austin baghdad baltimore bangalore bangkok barcelona basel basra bath beijing beirut belfast
    belgrade benghazi berlin bern birmingham bologna bombay bonn bordeaux boston bradford brasilia bremen
    brighton brisbane bristol brooklyn brussels bucharest budapest burnley cairo calcutta calgary cambridge
    canberra caracas cardiff charlotte chelsea chennai chicago cincinnati cleveland cologne columbus copenhagen
    coventry dallas damascus darwin delhi denver derby detroit dhaka doha donetsk dortmund dresden dubai dublin
    dundee durban dusseldorf edinburgh edmonton essen everton exeter florence frankfurt fresno geneva genoa
    glasgow gothenburg grozny hague hamburg hanoi hanover harare harlem hartford havana helsinki hiroshima
    hobart hollywood honolulu houston hull indianapolis ipswich islamabad istanbul jakarta jerusalem
    johannesburg kabul kampala kandahar karachi kathmandu khartoum kiev kyiv kolkata lagos lahore lausanne leeds
    leicester lille lima lincoln lisbon liverpool llanelli london luton lyon madrid malaga manchester manhattan
    manila marseille melbourne memphis miami milan milwaukee minneapolis minsk mogadishu montreal moscow mosul
    mumbai munich nairobi nantes naples nashville newcastle newark norwich nottingham nuremberg oakland odessa
    orlando osaka oslo ottawa oxford palermo paris perth philadelphia phoenix pittsburgh plymouth portland porto
    prague preston pretoria pyongyang raleigh ramallah reading reykjavik riga riyadh rome rotterdam sacramento
    salzburg sarajevo seattle seoul seville shanghai sheffield shenzhen sofia southampton stockholm stoke
    strasbourg stuttgart sunderland swansea sydney taipei tallinn tampa tashkent tbilisi tehran tokyo toronto
    toulouse tripoli tucson tulsa tunis turin vancouver venice vienna vilnius warsaw wellington winnipeg
    wolverhampton worcester wuhan yangon york zagreb zurich"""

_LONGER = (
    "new york|new jersey|new mexico|new hampshire|new zealand|new orleans|new delhi|north carolina|south carolina|"
    "north dakota|south dakota|west virginia|rhode island|north korea|south korea|south africa|south sudan|"
    "saudi arabia|sri lanka|costa rica|puerto rico|el salvador|el paso|san francisco|san diego|san jose|san antonio|"
    "santa fe|santa monica|santa barbara|los angeles|las vegas|salt lake|st. louis|st. petersburg|buenos aires|"
    "rio de janeiro|sao paulo|são paulo|mexico city|cape town|tel aviv|hong kong|kuala lumpur|ho chi minh|"
    "abu dhabi|sierra leone|burkina faso|ivory coast|cape verde|san marino|vatican city|northern ireland|great britain|"
    "nova scotia|"
    "british columbia|new brunswick|south bend|fort worth|baton rouge|corpus christi|virginia beach|palm springs|"
    "monte carlo|addis ababa|dar es salaam|phnom penh|santo domingo|san salvador|silicon valley|wall street|white house"
)

PLACES = frozenset(f"{_COUNTRIES} {_STATES} {_CITIES}".split()) | frozenset(_LONGER.split("|"))
