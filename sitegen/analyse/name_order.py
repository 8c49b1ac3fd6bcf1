"""Names whose first word is the family's: "Xi Jinping", "Kim Jong Un", "Orbán Viktor"."""

import re

from sitegen.analyse.lexicon.census import given_name
from sitegen.analyse.lexicon.given_names import is_given_name
from sitegen.model.person_name import PersonName, fold, split_name

# The commonest family names of China, Korea and Vietnam, as news in English spells them.
_FAMILIES = frozenset(
    """ahn bae bai bao bui cai cao cha chai chan chang chen cheng cheung chiang cho choe choi chow chu chun chung dai
    dang deng dinh do dong du duan duong fan fang feng fu gao gong gu guan guo gwon ha han hao he ho hong hou hu
    huang huynh hwang im jang jeon jeong ji jia jiang jin jo joo jung kang kim kong ko kwon lam lau le lee lei
    leung li liang liao lim lin liu lo long lu luo lyu ma mao meng min mo moon mun na nam ngo nguyen ni noh oh
    pak pan pang park peng pham phan qian qiao qin qiu qu ren rhee roh ryu seo shao shen shi shin sim sin so son
    song su suh sun sung tan tang tao tian tran truong tsai vo vu wan wang wei wen wong woo wu xi xia xiao xie
    xiong xu xue yan yang yao ye yi yin yoo yoon you yu yuan yun zeng zhai zhang zhao zheng zhong zhou zhu
    zhuang zou""".split()
)
# Given names that are Hungarian in this form.
_HUNGARIAN = frozenset(
    """aladar andras attila balazs balint bela csaba csilla dezso eniko erzsebet eszter ferenc gabor gabriella geza
    gergely gyorgy gyongyi gyula ildiko imre istvan janos jozsef judit kalman karoly katalin krisztina lajos
    laszlo matyas mihaly miklos orsolya pal reka rozsa sandor szabolcs szilvia tamas tibor viktor zoltan
    zsigmond zsofia zsolt zsuzsa zsuzsanna""".split()
)
_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|uan|ian|iao|uai|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|"
    "ua|uo|ui|ue|er|a|e|i|o|u)"
)
_PINYIN = re.compile(f"{_SYLLABLE}(?:-?{_SYLLABLE})?")
_SHORT = re.compile(r"(?=.*[aeiouy])[a-z]{2,5}")
_KOREAN = re.compile(r"[a-z]{2,5}-[a-z]{2,5}")


def person_name(words: tuple[str, ...]) -> PersonName | None:
    """Split a name into its parts, the family's first where that is the order; see ``split_name``."""
    name = split_name(words)
    if name is None or not name.full or name.suffix or not is_family_first((*name.given, name.surname)):
        return name
    return split_name(words, family_first=True)


def is_family_first(words: tuple[str, ...]) -> bool:
    """Tell whether the first of the words of a full name, hyphenated ones in one piece, is surely the family's."""
    first, *rest = map(fold, words)
    if first in _FAMILIES and len(rest) <= 2:
        if any(map(_is_western, rest)):
            return False
        if len(rest) == 2:
            # "Kim Jong Un", "Lee Kuan Yew", but "Lee Harvey Oswald".
            return all(map(_SHORT.fullmatch, rest))
        return bool(_KOREAN.fullmatch(rest[0])) or (bool(_PINYIN.fullmatch(rest[0])) and not _is_western(first))
    return len(rest) == 1 and rest[0] in _HUNGARIAN and not _is_western(first)


def _is_western(word: str) -> bool:
    return is_given_name(word) or given_name(word) in {"common", "known"}
