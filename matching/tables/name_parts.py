"""Words that stand in and around names without telling people apart: titles, particles, suffixes, kinds of company.

Compiled for this project from general knowledge of the languages (no list was copied). All folded.
"""

from __future__ import annotations

_HONORIFICS = """
    mr mrs ms miss mx dr prof professor sir dame lord lady hon rev reverend fr father sister brother rabbi imam mufti
    mullah mulla maulana maulvi mawlawi molvi sheikh shaikh shaykh sheik hajji haji hajj al-hajj ustad ustadh ayatollah
    hojatoleslam alhaj sayyed sayed sayyid emir amir
    president minister premier chancellor senator congressman congresswoman representative governor mayor ambassador
    judge justice king queen prince princess duke
    general gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm sergeant sgt corporal
    brigadier brig marshal private officer agent detective inspector
    herr frau monsieur madame mme mlle senor senora signor signora don dona doktor mag dipl ing
    """
HONORIFICS = frozenset(_HONORIFICS.split())
"""Titles before a name; in a listed name they need not be met. Some are also names, so that they may be met."""

_SUFFIXES = "jr sr ii iii iv phd md esq cbe obe kbe na nee"
SUFFIXES = frozenset(_SUFFIXES.split())
"""What follows a name."""

_ARTICLES = "al el ul ad ar as ash an at az ur ud ed es le la"
ARTICLES = frozenset(_ARTICLES.split())
"""Articles in Arabic and Romance names: written, left out, joined on and exchanged for one another."""

PARTICLES = ARTICLES | frozenset(
    "bin ibn ben bint abu abou ould von van der den de del della di da do dos das du des y e i wa na zu zur ter ten".split()
)
"""Words of kinship and descent: they belong to the name but do not identify anyone."""

_ORGANISATION_TYPES = """
    ltd limited llc llp inc incorporated corp corporation co company plc sa sas sarl srl spa ag gmbh kg ohg bv nv ab as
    oy oyj pte pty sdn bhd pjsc jsc ojsc cjsc ooo oao zao pao ao tov fze fzco fzc dmcc kft zrt doo ad ead ood sl slu
    lda ltda eireli kk kabushiki kaisha
    """
ORGANISATION_TYPES = frozenset(_ORGANISATION_TYPES.split())
"""Legal forms of companies; a listed name is also met without them."""

_CONJUNCTIONS = "and und et y e en og och ja ve i и та та і"
CONJUNCTIONS = frozenset(_CONJUNCTIONS.split()) | frozenset({"及", "和", "与"})
"""Words that join two people's names."""
