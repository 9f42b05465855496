"""A text in small Latin letters, digits and hyphens, as ids have them."""

from __future__ import annotations

import re

from casebank.fields import LONGEST_ID
from casebank.word_index import fold

_TABLE = """
ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ı:i ħ:h ŋ:ng
ου:ou α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y
φ:f χ:ch ψ:ps ω:o
а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts
ч:ch ш:sh щ:sht ъ:a ы:y ь: э:e ю:yu я:ya є:ye і:i ґ:g ј:j љ:lj њ:nj ћ:c ђ:d џ:dz ѕ:dz
"""
"""Letters that lose no accent and yet are not Latin as addresses have them; more than one first.

`new_case_ids.js` has the same, since a browser proposes the same names; a test compares the two.
"""

_LETTERS = dict(pair.split(":") for pair in _TABLE.split())
_LETTER = re.compile("|".join(_LETTERS))


def slug(text: str) -> str:
    """Return a text as an id, as many whole words of it as fit: "Łódź: teatr" is "lodz-teatr".

    It is empty if the text has no letter of a European script and no digit.
    """
    plain = _LETTER.sub(lambda letter: _LETTERS[letter[0]], fold(text))
    whole = re.sub(r"[^a-z0-9]+", "-", re.sub("['’]", "", plain)).strip("-")
    if len(whole) <= LONGEST_ID:
        return whole
    return whole[: LONGEST_ID + 1].rpartition("-")[0] or whole[:LONGEST_ID]
