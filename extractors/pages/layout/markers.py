"""Marker lines, after which a page shows other articles, and the label words that say what an element holds.

A marker is a short line of its own, never a part of a sentence: "Related articles", "Mehr zum Thema:", "관련 기사".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extractors.pages.layout.blocks import NOT_DISPLAYED

# What newspapers write above links to other articles; our own collection. English, German, French, Spanish,
# Italian, Portuguese, Dutch, Scandinavian, Polish, Turkish, Russian, Ukrainian, Korean, Japanese, Chinese.
_RELATED = """
# English
related
related (?:articles?|news|stories|story|posts?|content|coverage|links?|topics?|reading|reports?|videos?|items?|tags?)
(?:more|other|similar) (?:news|stories|articles|posts|headlines|coverage|reading)(?: (?:from|on|about|in|by) .{1,40})?
more (?:from|on|in|about|like) .{1,40}|more on th(?:is|e) (?:story|topic)
(?:read|see) (?:also|more|next|this next)|also (?:read|see)
you (?:may|might) (?:also )?(?:like|enjoy|be interested in).{0,20}
recommended(?: (?:for you|stories|articles|reading|videos?|by .{1,20}))?
(?:most|top) (?:read|popular|viewed|shared|stories|news|commented)(?: .{1,20})?|trending(?: .{1,20})?
popular(?: (?:now|stories|articles|posts|news))?
(?:latest|top|breaking|recent|today's|today’s) (?:news|stories|articles|posts|headlines|updates|videos)(?: .{1,20})?
the latest|editors?['’]?s? picks?|don['’]t miss|what to read next|up next|read next
also in (?:the )?(?:news|headlines|today's news|this section|.{1,20} news)|elsewhere in the news|other headlines
next (?:article|story|post|up)|previous (?:article|story|post)|in other news|from around the web|around the web
(?:sponsored|promoted) (?:content|links|stories)|from our partners
we recommend|suggested (?:for you|reading|posts)
# German
mehr zum thema.{0,30}|mehr aus .{1,30}|mehr von .{1,30}|mehr (?:nachrichten|artikel|themen)
weitere (?:artikel|themen|meldungen|nachrichten|beiträge|infos).{0,30}|lesen sie auch
lesen sie (?:mehr|weiter).{0,30}|lesetipps?|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren
meistgelesen.{0,20}|ähnliche (?:artikel|beiträge)|verwandte (?:artikel|themen)|passend zum thema|zum thema
empfohlen.{0,20}|unsere empfehlungen|top[- ]themen|neueste (?:artikel|nachrichten|meldungen)
aktuelle (?:nachrichten|meldungen)
# French
à lire aussi|a lire aussi|lire aussi|lire (?:plus|également|la suite).{0,30}|sur le même (?:sujet|thème)
articles? (?:liés?|similaires?|connexes?|recommandés?)|les plus lus|les plus (?:lu|populaire)s?|à découvrir
vous aimerez aussi|plus (?:d['’]articles|d['’]actualités).{0,30}|voir aussi|nos articles .{0,30}
# Spanish
noticias? relacionadas?|artículos? relacionados?|contenido relacionado|relacionad[oa]s?|lea también|lee también
leer también|te puede interesar|te recomendamos|también te puede interesar
más (?:noticias|información|leído|leídas|sobre .{1,30}|en .{1,30})|lo más (?:leído|visto|popular)|ver también
últimas noticias|temas relacionados
# Italian
leggi anche|articoli correlati|notizie correlate|potrebbe interessarti.{0,20}|ti potrebbe interessare.{0,20}
i più letti|più letti|altre notizie|ultime notizie|da non perdere|approfondimenti|correlati
# Portuguese
leia (?:também|mais)|veja (?:também|mais)|notícias relacionadas|artigos relacionados|conteúdo relacionado
mais lidas|as mais lidas|últimas notícias|saiba mais|relacionad[oa]s
# Dutch
lees ook|lees (?:meer|verder).{0,30}|meer over .{1,30}|meer (?:nieuws|artikelen)(?: .{1,30})?
gerelateerde? (?:artikelen|berichten|nieuws)|gerelateerd|meest gelezen|aanbevolen.{0,20}|ook interessant
# Swedish, Norwegian, Danish, Finnish
läs (?:också|även|mer).{0,30}|les også|les mer.{0,30}|læs også|læs mere.{0,30}|relaterade artiklar
relaterte (?:artikler|saker)|relaterede artikler|mest l[aeä]st[ae]?|mer om .{1,30}
flere (?:saker|artikler|nyheder).{0,20}|fler (?:artiklar|nyheter).{0,20}|lue myös|lisää aiheesta
# Polish
czytaj (?:także|też|również|więcej).{0,30}|zobacz (?:także|też|również)|podobne artykuły
powiązane (?:artykuły|tematy)|polecane(?: artykuły)?|najczęściej czytane|najnowsze(?: wiadomości)?
przeczytaj (?:także|też|również).{0,30}
# Turkish
ilgili haber(?:ler)?|benzer haberler|diğer haberler|çok okunanlar|önerilen(?: haberler)?|son dakika haberleri
bunlar da ilginizi çekebilir
# Russian
читайте также|читать также|смотрите также|похожие (?:новости|статьи|материалы)|по теме|материалы по теме
другие новости|новости по теме|самое читаемое|популярное|рекомендуем|последние новости|еще по теме|ещё по теме
# Ukrainian
читайте також|схожі (?:новини|статті)|новини за темою|за темою|більше новин|популярні новини
# Korean
관련 ?(?:기사|뉴스|글|콘텐츠|키워드)|추천 ?(?:기사|뉴스|콘텐츠)
많이 ?본 ?(?:기사|뉴스).{0,10}|인기 ?(?:기사|뉴스)|주요 ?(?:기사|뉴스)
최신 ?(?:기사|뉴스)|다른 ?기사.{0,10}|이 ?시각 ?(?:주요)? ?뉴스
함께 ?본 ?(?:기사|뉴스)|랭킹 ?뉴스|헤드라인 ?뉴스|오늘의 ?(?:주요)? ?뉴스
# Japanese
関連(?:記事|ニュース|リンク|情報|キーワード|トピックス)|おすすめ(?:記事|の記事)?|あわせて読みたい
こちらもおすすめ|人気(?:記事|の記事|ランキング)|アクセスランキング|最新(?:記事|ニュース)
その他の(?:記事|ニュース)|ランキング|注目(?:記事|ニュース|の記事)|この記事を読んだ人.{0,20}
# Chinese
(?:相关|相關|更多|热门|熱門|推荐|推薦|最新|精彩)(?:阅读|閱讀|新闻|新聞|报道|報導|报导|文章|链接|連結|推荐|推薦|内容|專題|专题)
延伸(?:阅读|閱讀)|猜你喜欢|热点(?:新闻|推荐)|(?:新闻|点击|阅读|熱門|热门|点击)?(?:排行|排行榜)|编辑推荐|小编推荐|看了又看|為你推薦|为你推荐
"""

# What is above an advertisement, in the languages of the markers. It says nothing about what comes below it: the
# advertisement itself is drawn by script, and then the article goes on.
_ADVERTISEMENTS = """
(?:advertise?ments?|advertising|ads?|sponsored|promoted|paid (?:content|post)|story continues below(?: advertisement)?)
(?:article|story) continues (?:below|after) (?:this )?(?:advertisement|ad)|continue reading below|scroll to continue
anzeigen?|werbung|advertorial|publicités?|pub|publicidad|publicidade|anuncios?|anúncios?|pubblicità|annuncio
advertenties?|reclame|annons(?:er)?|annonser?|reklam[ae]?|mainos|sponsorowane|materiał sponsorowany|hirdetés|διαφήμιση
реклама|на правах рекламы|광고|広告|スポンサーリンク|pr|广告|廣告|推广|الإعلانات|إعلان|פרסומת|โฆษณา|quảng cáo|iklan
विज्ञापन|বিজ্ঞাপন
"""

# What is above what somebody paid for, with the name of who did.
_SPONSORS = """
(?:sponsored|presented|promoted|paid for|powered|brought to you) by|(?:in )?(?:paid )?partnership with
partner content from
anzeige (?:von|der)|präsentiert von|gesponsert von|in kooperation mit|sponsorisé par|présenté par|en partenariat avec
patrocinado p[oe]r|contenido patrocinado|presentado por|offerto da|sponsorizzato da|in collaborazione con
gesponsord door|aangeboden door|sponsrad av|annonse fra|annons från|i samarbete med|sponsorowany przez|реклама от
"""

# What is above readers' comments.
_COMMENTS = """
(?:readers?['’]?s? )?comments?|(?:the )?discussion|join the (?:conversation|discussion)|responses?|replies
leave a (?:comment|reply)|(?:leser)?kommentare|leserbriefe|diskussion|commentaires?(?: des lecteurs)?|réactions?
comentarios|opiniones|comentários|commenti
reacties|kommentarer|kommentit|opinie|komentarze?|komentáře|diskuse|hozzászólások|comentarii|σχόλια|yorumlar|yorum
комментарии|комментариев|обсуждение|коментарі|коментари|댓글|의견|コメント(?:一覧)?|みんなのコメント|评论|網友評論|网友评论|評論|留言
التعليقات|تعليقات|תגובות|نظرات|ความคิดเห็น|bình luận|komentar|टिप्पणियाँ|মন্তব্য
"""

# Labels at the beginning of a line that names another article: "Read more: …", "関連記事 …".
_READ_MORE = """
(?:also|must)[- ]read|read(?: (?:also|more|next|this|on))?|see also|watch(?: (?:also|more|now))?|more on this
related(?: (?:articles?|stor(?:y|ies)|news|posts?|reading|coverage))?|you may also like|don['’]t miss
lesen sie (?:auch|mehr|hier|dazu)|lesen sie auch hier|auch interessant|mehr zum thema|mehr dazu|lesetipp
(?:à|a) lire(?: aussi| également)?|lire (?:aussi|également|plus)|voir aussi|sur le même sujet
le[ae] (?:también|más)|leer también|ver también|te puede interesar|(?:nota|noticia) relacionada
leggi anche|leggi pure|vedi anche|approfondisci|lei?a (?:também|mais)|veja (?:também|mais)|saiba mais
lees (?:ook|meer|verder)|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue myös
(?:czytaj|zobacz|przeczytaj|sprawdź) (?:także|też|również|więcej)|bunu da oku(?:yun)?|ayrıca oku(?:yun)?|ilgili haber
(?:читайте|смотрите|читать) (?:также|також|ещё|еще)|по теме|за темою
"""
_CJK_READ_MORE = r"""
관련 ?(?:기사|뉴스)|함께 ?(?:읽기|볼 ?만한 ?기사)|더 ?읽기
関連(?:記事|ニュース)|(?:あわせて|合わせて|併せて)読みたい|こちらも(?:読む|おすすめ)
相关(?:阅读|新闻|报道)|延伸阅读|延伸閱讀|相關(?:閱讀|新聞|報導)
"""


def _joined(lines: str) -> str:
    """The lines as alternatives of a pattern."""
    return "|".join(line for line in lines.split("\n") if line and not line.startswith("#"))


_ALTERNATIVES = _joined(_RELATED)
_READ_MORE_LINE = re.compile(
    rf"[^\w“”\"'«»„]*(?:(?:{_joined(_READ_MORE)})\s*(?:[:：|»>→\])]|[–—-]\s)"
    rf"|(?:{_joined(_CJK_READ_MORE)})(?:\s*[:：|»>→\])】〉》]|\s(?!.*[.。]\W*$)))",
    re.IGNORECASE,
)
_MARKER = re.compile(rf"\W*(?:{_ALTERNATIVES})\s*[\W_]*", re.IGNORECASE)
_ADVERTISEMENT = re.compile(rf"\W*(?:{_joined(_ADVERTISEMENTS)})\W*", re.IGNORECASE)
_SPONSOR_LABEL = re.compile(rf"^(?:{_joined(_SPONSORS)})[^\S\n]+\w.*$", re.IGNORECASE | re.MULTILINE)
_COMMENTS_HEADING = re.compile(rf"\W*(?:\d+\s*)?(?:{_joined(_COMMENTS)})\W*(?:\d+\W*)?", re.IGNORECASE)
_ANY_COMMENTS_HEADING = re.compile(rf"^{_COMMENTS_HEADING.pattern}$", re.IGNORECASE | re.MULTILINE)
_MAX_MARKER_LENGTH = 60  # code points

# Words of class and id names, after the candidate lists of Mozilla Readability and trafilatura (both Apache-2.0),
# by the role of the element that has them.
_LABEL_WORDS = {
    "related": """
        related recommended recommendation recommendations recommend recirc recirculation teaser teasers promo promos
        trending popular latest outbrain taboola zergnet dianomi sidebar rail upnext readnext mostread moreon onward
        relacionadas relacionados correlati similar relatedposts yarpp
    """,
    "comment": """
        comment comments commentlist disqus remark replies shoutbox kommentar kommentare kommentarer kommentit
        leserbriefe
        commentaire commentaires comentario comentarios comentarii commenti commento reacties reactie opinie komentarz
        komentarze komentare yorum yorumlar kommentarii hozzaszolas guestbook
    """,
    "caption": "caption captions figcaption credit credits legend photocredit bildunterschrift",
    "author": "byline bio biography contributor contributors authorbox writer",
    "promotion": """
        newsletter subscribe subscription signup advert advertisement advertising ads sponsor sponsored sponsors
        banner popup modal cookie cookies consent gdpr donate donation membership
    """,
    "factbox": "infobox factbox fact facts faktaboks faktarute fakta faktakasten infokasten kasten explainer",
    "box": "box",
    "hidden": NOT_DISPLAYED,
    "embed": "tweet twitter instagram embed oembed tiktok facebook youtube",
    "endnote": """
        attribution tagline signoff shirttail endnote endnotes disclaimer footnote footnotes correction copyright
    """,
    "navigation": """
        nav navigation navbar menu breadcrumb breadcrumbs footer toolbar pagination pager share sharing social tags
    """,
}
LEAD_WORDS = frozenset(
    [
        "subtitle",
        "subheadline",
        "subhead",
        "subheading",
        "standfirst",
        "lead",
        "lede",
        "preamble",
        "excerpt",
        "dek",
        "deck",
        "intro",
        "summary",
        "synopsis",
        "abstract",
        "epigraph",
        "ingress",
        "chapo",
        "strapline",
        "entradilla",
        "bajada",
        "vorspann",
        "sapo",
        "sottotitolo",
        "manchet",
    ]
)
"""Words of class names for the lead, the paragraph between headline and text."""
_LABELS = {role: frozenset(words.split()) for role, words in _LABEL_WORDS.items()}
_TAGS = {
    "aside": "aside",
    "nav": "navigation",
    "footer": "navigation",
    "figcaption": "caption",
    "form": "promotion",
    "dialog": "promotion",
    "button": "navigation",
}
_MAX_READ_MORE_LENGTH = 200  # code points: a label and a headline


def is_read_more_line(line: str) -> bool:
    """True if the line begins with a label such as "Read more:", followed by what is to be read.

    A colon, dash or bracket must separate the two, which does not happen with these words in a sentence; in Korean,
    Japanese and Chinese a space is enough if the line does not end in a full stop.
    """
    return len(line) <= _MAX_READ_MORE_LENGTH and _READ_MORE_LINE.match(line) is not None


def is_advertisement(line: str) -> bool:
    """True if the line is the label of an advertisement, after which the article continues."""
    return len(line) <= _MAX_MARKER_LENGTH and _ADVERTISEMENT.fullmatch(line) is not None


def sponsor_labels(lines: Iterable[str]) -> Sequence[str]:
    """The lines that are labels which say who paid for what follows, and no sentences."""
    short = (line for line in lines if len(line) <= _MAX_MARKER_LENGTH and not line.endswith((".", "!", "?")))
    return _SPONSOR_LABEL.findall("\n".join(short))


def is_comments_heading(line: str) -> bool:
    """True if the whole line announces readers' comments, with their number or without."""
    return len(line) <= _MAX_MARKER_LENGTH and _COMMENTS_HEADING.fullmatch(line) is not None


def may_head_comments(lines: Iterable[str]) -> bool:
    """False if none of the lines announces readers' comments; all are looked at together, which is fast."""
    short = (line for line in lines if len(line) <= _MAX_MARKER_LENGTH)
    return _ANY_COMMENTS_HEADING.search("\n".join(short)) is not None


def is_marker(line: str) -> bool:
    """True if the whole line announces other articles."""
    return len(line) <= _MAX_MARKER_LENGTH and _MARKER.fullmatch(line) is not None


@lru_cache(maxsize=8192)
def role_of(tag: str, labels: frozenset[str]) -> str | None:
    """The role of an element by its tag and the words of its class, id and ARIA role; None without one."""
    if tag in _TAGS:
        return _TAGS[tag]
    labels = labels.union(tag.split("-")) if "-" in tag else labels  # a custom element says it in its name
    return next((role for role, words in _LABELS.items() if not words.isdisjoint(labels)), None)
