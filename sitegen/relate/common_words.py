"""Words that stand in talk of any kind, and so tell nothing of what is spoken of. Data for ``matter``.

Function words, and the verbs, nouns and adverbs that hold most sentences together; each with its common forms.
"""

COMMON = frozenset(
    """a able about above across actual actually add added after afterward again against ago agree agreed ahead all
    allow allowed almost alone along already also although always am among amount an and another any anybody anyone
    anything anyway anywhere apparently appear are area around as ask asked asking at away back bad badly based be
    became because become been before began begin behind being believe believed believes below best better between
    beyond big bit both bring brought but by call called calling calls came can can't cannot case cause certain
    certainly change clear clearly close come comes coming common complete completely concern continue could country
    course current currently day days deal decide decided definitely did didn different difficult do does doesn doing
    don done down due during each early easy either else end enough entire especially even event ever every everybody
    everyone everything everywhere exactly example expect expected extremely face fact far feel felt few final finally
    find fine first five follow for form former forward found four from front full fully further gave general get gets
    getting give given gives giving glad go goes going gone good got gotten great group guy guys had half happen
    happened happening happens happy hard has hasn have haven having he hear heard held help her here hers herself
    high him himself his hold hope hour hours how however huge hundred i idea if important in include including indeed
    instead into involved is isn issue issues it its itself job just keep kept kind knew know known knows large largely
    last late later lead least leave left less let life like likely line little live ll long longer look looked
    looking looks lot lots love low made mainly major make makes making man many mark matter may maybe me mean means
    meant members men mention might million mind mine minute moment monday month months more morning most mostly move
    mr mrs ms much must my myself name national near nearly necessary need needed needs neither never nevertheless new
    next nice night no nobody none nor not note noted nothing now number obviously of off offer often oh ok okay old on
    once one ones only onto open or order other others otherwise ought our ours ourselves out outside over own part
    particular particularly past people per perhaps person place plan please plenty point possible possibly present
    pretty previous previously probably problem problems public put question questions quickly quite rather re real
    really reason recent recently regard remain remember report reported result right round run said same saturday saw
    say saying says second see seem seemed seems seen sense serious seriously seven several shall she should show side
    similar simple simply since single situation six small so some somebody somehow someone something sometimes
    somewhat somewhere soon sort speak spoke stand start started state statement states stay step still stop strong
    such sunday support suppose supposed sure take taken takes taking talk talked talking ten term terms than thank
    thanks that the their theirs them themselves then there therefore these they thing things think thinking thinks
    this those though thought thousand three through thursday thus time times to today together told tomorrow tonight
    too took top totally toward towards tried true truly truth try trying tuesday turn turned two type under
    understand unfortunately unless until up upon us use used using usually various ve very view wait want wanted
    wants was wasn watch way ways we wednesday week weeks well went were weren what whatever when whenever where
    whether which while who whole whom whose why wide will wish with within without woman women won wonder word words
    work worked working works world would wouldn wrong year years yes yesterday yet you young your yours yourself
    friday aren couldn shouldn january february march april june july august september october november december
    absolutely everybody answer answered reply replied respond responded response claim claimed said tell telling tells
    bring wasn interview reporter reporters spokesman spokeswoman news conference speech campaign according
    city town government side doubt basically obvious ready interested interest care president senator governor mayor
    minister member office official officials chairman director secretary candidate candidates party election
    """.split()
)
