"""Common given names and the gender they usually have: to spot a name the model missed, and to read "he" and "she"."""

from sitegen.analyse.lexicon.census import usual_gender
from sitegen.analyse.lexicon.world_names import FEMALE, MALE
from sitegen.model.person_name import fold

_FEMALE = frozenset(
    """abigail ada adela adriana agnes aisha alexandra alexis alice alicia alison allison amanda amber amelia amy
    ana anastasia andrea angela angelina anita ann anna anne annette annie april ariana astrid audrey ava
    barbara beatrice becky belinda bernadette bernice beth bethany betsy betty beverly bianca bonnie brenda
    bridget brittany camila candace cara carla carly carmen carol carole caroline carolyn catherine cathy
    cecilia celia charlene charlotte chelsea cheryl chloe christina christine cindy claire clara claudia
    colleen condoleezza connie constance corinne courtney crystal cynthia daisy dana daniela danielle dawn
    deborah debbie debra deirdre delia denise diana diane dianne dina dolores donna dora doris dorothy edith
    eileen elaine eleanor elena elise elizabeth ella ellen elsa emily emma erica erika erin esther ethel eva
    eve evelyn faith fatima felicia fiona florence frances gabriela gabrielle gail genevieve georgia geraldine
    gertrude gillian gina ginger giorgia glenda gloria grace greta gretchen gwen gwendolyn hannah harriet
    hazel heather heidi helen helena helga hilary hillary holly hope huma ida ingrid irene iris irina isabel
    isabella ivanka ivy jackie jacqueline jade jamila jan jane janet janice jasmine jean jeanette jeanne jen
    jenna jennifer jenny jess jessica jill jo joan joanna joanne jocelyn jodi josephine joy joyce judith judy
    julia juliana julianne julie juliet june kaitlyn kamala karen kate katharine katherine kathleen kathryn
    kathy katie katrina kayla kelly kerry kim kimberly kirsten kirstjen kristen kristin kristina lara laura
    lauren leila lena leslie lily linda lindsay lisa liz lois lorena loretta lori lorraine louise lucia lucy
    lydia lynn madeleine madeline maggie malala marcia margaret margarita maria marie marilyn marina marion
    marissa marjorie marsha martha mary maureen maxine megan melania melanie melinda melissa mercedes meredith
    mia michaela michele michelle mildred miranda miriam molly monica muriel nadia nancy naomi natalia natalie
    natasha nellie nicole nikki nina nora norma olga olivia olympia oprah padma pamela patricia patty paula
    pauline peggy penelope penny petra poppy britney meghan marin daisy nell nessa winnie edith enid hana hanna
    farida judy zofia liesbet maisie freya saoirse aoife niamh siobhan imelda corazon aung indira benazir golda tzipi
    ursula greta marine segolene yingluck dilma phoebe phyllis priya rachel rebecca regina renee rhonda rita roberta
    robin rosa rosalind rose rosemary ruby ruth sabrina sally samantha sandra sara sarah sasha selena serena
    shannon sharon sheila shelley sherry shirley simone sofia sonia sophia sophie stacey stacy stella
    stephanie sue susan susana susanne suzanne sylvia tabitha tamara tammy tania tanya tara tatiana teresa
    tess theresa tiffany tina tracy trudy tulsi ursula valerie vanessa vera veronica vicki vicky victoria
    viola violet virginia vivian wanda wendy whitney wilma winifred yasmin yolanda yulia yvette yvonne zainab
    zoe""".split()
)

_MALE = frozenset(
    """aaron abdul abdullah abraham adam adolf adrian ahmad ahmed alan alastair albert alec aleksandr alejandro
    alex alexander alexei alfred ali alistair allan allen alvin amir anatoly anders andre andreas andrew
    andrey andy angus anthony antonio archie ari armando arnold arthur asif austin barack barry bashar ben
    benjamin bernard bernie bert bill billy bob bobby boris brad bradley brandon brendan brent brett brian
    bruce bruno bryan byron caleb callum calvin cameron carl carlos carter cecil cesar chad charles charlie
    chris christian christopher chuck clarence clark claude clay clifford clint clinton clive cody colin conor
    corey craig curt curtis cyril dale damian damon dan daniel danny darrell darren dave david dean dennis
    derek desmond devin diego dietrich dmitri dmitry dominic don donald doug douglas duncan dustin dwayne
    dwight dylan earl eddie edgar eduardo edward edwin eli elias elijah elliot elon emmanuel enrique eric erik
    ernest ethan eugene evan ezra felix fernando fidel finn floyd francis francisco francois frank franklin
    fred frederick gabriel gareth garrett gary gavin gene geoff geoffrey george gerald gerard gerhard gilbert
    giles giovanni giuseppe glen glenn gordon graham grant greg gregory guillermo gus guy hamid harold harry
    harvey hassan hector henrik henry herbert herman hosni howard hubert hugh hugo hussein ian ibrahim igor
    ira isaac ivan jack jacob jaime jake james jamie jared jason javier jay jean-claude jed jeff jeffrey
    jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan johannes john johnny jon jonah
    jonathan jordan jorge jose josef joseph josh joshua juan julian julio julius justin kareem karl keith ken
    kenneth kenny kevin khalid kirk konstantin kurt kyle lance larry lars laurence lawrence lee len leo leon
    leonard leonid leroy levi lewis liam lincoln lindsey jered roman gareth rory imran alec joss abel emyr dai
    owain sanjay vikram arjun ravi anil sunil lionel lloyd logan lorenzo lou louis lucas luigi luis
    luke malcolm manuel marc marcel marco marcus mario mark marshall martin marty marvin mathew matt matthew
    maurice max maxim maxwell mehmet mel michael miguel mikael mike mikhail miles milton mitch mitchell
    mohamed mohammad mohammed moses muhammad mustafa narendra nathan nathaniel neal ned neil nelson nicholas
    nick nicola nicolas nigel nikolai noah noel norman oliver omar orlando oscar osama otto owen pablo patrick
    paul pavel pedro percy perry pete peter phil philip philippe phillip pierre piotr rafael rahul rajiv ralph
    ramon rand randall randy raul ray raymond recep reggie reginald reince rex ricardo richard rick ricky rob
    robert roberto rod roderick rodney rodrigo roger roland rolf ron ronald ronnie rory ross roy rudolph rudy
    rupert russell ryan salman sam samir samuel saul scott sean sebastian sergei sergey sergio seth shane
    shaun shawn sheldon sherman shinzo sidney silvio simon stanley stefan stephen steve steven stewart stuart
    sven taylor ted terence terrence terry theodore thomas tim timothy toby todd tom tomas tommy tony travis
    trevor trey tristan tyler umar vernon victor viktor vince vincent vladimir volodymyr wade wallace walter
    warren wayne wesley wilbur wilfred will willard william willie winston wolfgang xavier yitzhak yuri yusuf
    zachary""".split()
)


def gender(given: str) -> str:
    """Return "f" or "m" for a given name that is usually a woman's or a man's, else an empty string."""
    key = fold(given)
    female, male = key in _FEMALE or key in FEMALE, key in _MALE or key in MALE
    if female and male:
        return ""
    return "f" if female else "m" if male else usual_gender(key)


def is_given_name(word: str) -> bool:
    """Tell whether ``word`` is a common given name."""
    return fold(word) in _COMMON


_COMMON = _FEMALE | _MALE | FEMALE | MALE
