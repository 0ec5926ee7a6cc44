"""Words for what is named after people: behind or before a name they make it a street, a prize or a ship.

Own collection (Apache-2.0), from general knowledge of the languages; folded. Words that are also names, or ordinary
English words beside a name (Park, Hall, "via"), are left out.
"""

from __future__ import annotations

_NAMESAKES = """
    street road avenue boulevard square highway bridge tunnel airport station stadium arena university college school
    academy institute hospital clinic library museum theatre theater auditorium foundation endowment prize award medal
    trophy memorial monument tournament scholarship fellowship lecture building cathedral mosque kindergarten refinery
    strasse allee platz brucke universitat schule gymnasium stiftung preis haus stadion klinik straat laan plein brug
    gatan gade vej gata caddesi sokagi bulvari havalimani universitesi lisesi koprusu vakfi utca katu
    """
NAMESAKES = frozenset(_NAMESAKES.split())
"""Capitalised words behind a name, in English, German, Dutch, the Scandinavian languages, Turkish and Hungarian."""

NAMESAKE_ENDINGS = ("strasse", "straat", "gatan")
"""Endings that are joined to the last part of a name, or to a number: Nobelstrasse."""

_BEFORE = """
    rue avenue boulevard quai lycee college ecole hopital stade calle avenida plaza paseo colegio instituto estadio
    universidad universidade rua praca escola viale piazza liceo scuola ospedale ulica ulicy aleja szkola улица улице
    улицу улицы проспект проспекте площадь площади бульвар вулиця вулиці имени імені
    ship vessel tanker supertanker freighter trawler yacht superyacht ferry frigate destroyer corvette submarine cruiser
    icebreaker liner schooner uss hms mv mt
    """
BEFORE_NAMESAKES = frozenset(_BEFORE.split())
"""Words before a name in the Romance and Slavic languages, and kinds of ships."""
