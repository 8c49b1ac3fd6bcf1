"""Short forms of given names. Common knowledge: each line is one name and what people of that name are called."""

_LINES = """
abigail abby gail
abraham abe bram
albert al bert bertie
alexander alex alec sandy sasha xander
alexandra alex sandra sasha lexi
alfred alf alfie fred freddie
andrew andy drew
anne ann anna annie nan nancy
anthony antony tony
antonia toni tonia
arthur art artie
barbara babs barb barbie
benjamin ben benny benji
bernard bernie
bridget bridie biddy
catherine katherine kathryn kate katie kathy cathy kitty kit
charles charlie chuck chas
charlotte charlie lottie
christina christine chris tina chrissie
christopher chris kit topher
cynthia cindy
daniel dan danny
david dave davey
deborah debra deb debbie
dorothy dot dottie dolly
douglas doug dougie
edith edie
edward ed eddie ned ted teddy
eleanor ellie nell nora
elizabeth elisabeth liz lizzie beth betty bess eliza elsie libby
emily em emmy
eugene gene
evelyn evie
florence flo florrie flossie
frances fran frankie fanny
francis frank frankie
frederick fred freddie
gabriel gabe
geoffrey jeffrey geoff jeff
gerald gerry jerry
gillian gill jill
gregory greg
harold harry hal
helen nell nellie
henry harry hal hank
isabel isabella bella izzy
jacob jake
james jim jimmy jamie
janet jan
jennifer jen jenny
jessica jess jessie
joanna jo joan
john johnny jack
jonathan jon jonny
joseph joe joey
josephine jo josie
joshua josh
judith judy judi
katrina kat trina
kenneth ken kenny
lawrence laurence larry laurie
leonard len lenny leo
louise lou lulu
lucille lucy lucinda
margaret maggie meg peg peggy madge greta rita daisy
martha marty patty
martin marty
mary molly polly mamie
matilda tilly tilda
matthew matt
maximilian max
michael mike mick micky mickey
mildred millie
millicent millie
nathaniel nathan nat nate
nicholas nick nicky
nicola nicky
oliver ollie
pamela pam
patricia pat patty trish tricia
patrick pat paddy
peter pete
philip phillip phil pip
philippa pippa
raymond ray
rebecca becky becca
reginald reg reggie
richard rick ricky dick rich richie
robert bob bobby rob robbie bert
roger rodge
ronald ron ronnie
rosemary rose rosie
samantha sam sammy
samuel sam sammy
sarah sally sadie
sidney sid
simon si
stanley stan
stephen steven steve stevie
stuart stewart stu
susan susanna sue susie suzy
theodore ted teddy theo
theresa teresa terry tess tessa
thomas tom tommy
timothy tim timmy
valerie val
veronica ronnie nicky
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
wilfred wilf
william will bill billy willie liam
winifred winnie freda
zachary zach zack
"""

# Each name with the numbers of the lines that it stands in: "alex" is Alexander's and Alexandra's.
_LINES_OF: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(_LINES.strip().split("\n")):
    for _name in _line.split():
        _LINES_OF[_name] = _LINES_OF.get(_name, frozenset()) | {_number}


def families(given: str) -> frozenset[int]:
    """Return the families of names that a folded given name belongs to; none for most."""
    return _LINES_OF.get(given, frozenset())
