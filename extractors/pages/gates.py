"""Gates in front of the rest of an article: what a publisher writes below the opening that everybody may read.

A gate links reading on with a subscription or an account, right below the text. A brief report has neither; links
to subscribe in the header, the footer or a box for newsletters, as every page has, say nothing of reading on.
"""

from __future__ import annotations

import re

from extractors.pages.layout.blocks import Block, Layout, comparison_key
from extractors.pages.layout.markers import role_of
from extractors.pages.layout.teasers import is_paragraph, is_prose

_PAYWALL_LABELS = frozenset({"paywall", "subscriber", "paywalled", "metered", "regwall"})
_LOGIN = re.compile(
    r"subscri|member(?:s|ship)?\b|log ?in\b|sign ?in\b|register|abonn|anmelden|registrieren|suscr|iniciar sesión"
    r"|connectez|assine|accedi|inloggen|prenumer|logg inn|구독|로그인|会員|ログイン|登录|登入|подпис|войти",
    re.IGNORECASE,
)
# What gates say, by language; our own collection.
_SAYINGS = r"""
# English
to (?:continue|keep|finish) reading|continue reading (?:this|with|your|for)|subscribers?[- ]only
(?:exclusive(?:ly)?|only|reserved|available) (?:content )?(?:to|for) (?:our )?(?:paying |paid )?(?:subscribers|members)
(?:subscribe|sign (?:up|in)|log ?in|register|become a member)\b.{0,30}\b(?:to|and) (?:read|unlock|continue|keep|access)
already (?:a |an )?(?:subscriber|subscribed|member|have an account)|unlock (?:this|the) (?:article|story|full)
you(?:['’]ve| have) (?:reached|used) .{0,30}free|free articles? (?:left|remaining|this month)
# German
weiterlesen mit|jetzt weiterlesen|(?:möchten|wollen) (?:sie )?weiterlesen
abo .{0,20}(?:abschließen|testen).{0,20}lesen
(?:nur|exklusiv) für (?:unsere )?(?:abonnent|mitglieder)|als abonnent(?:in)? lesen
(?:bereits|schon) (?:abonnent|kunde|mitglied|registriert|ein abo)
(?:artikel|beitrag) .{0,20}(?:kostenpflichtig|freischalten)
um (?:den |diesen )?(?:ganzen |vollständigen )?(?:artikel|beitrag|text|weiter).{0,20}zu lesen
# French
réservée?s? (?:à|aux) (?:nos )?(?:abonné|membre)|pour (?:lire|accéder à|découvrir) la suite|(?:déjà|vous êtes) abonné
abonnez-vous pour (?:lire|continuer)|il vous reste .{0,30}à (?:lire|découvrir)|poursuiv\w+ (?:la|votre) lecture
# Spanish, Portuguese, Italian, Romanian
(?:exclusiv[oa]|s[oó]lo|reservad[oa]) .{0,12}(?:para|a) (?:nuestros )?(?:suscriptores|miembros|socios)
ya (?:eres|es|soy) suscriptor|suscr[ií]b\w+ (?:para|y) (?:seguir|continuar|leer|sigue)|para (?:seguir|continuar) leyendo
(?:exclusiv[oa]|somente|apenas) (?:para|a) assinantes|já é assinante|assine (?:para|e) (?:ler|continu)
para continuar (?:lendo|a ler)|(?:riservat[oa]|solo|esclusiv\w+) (?:agli|per gli|per) abbonati|già abbonato
abbonati per (?:leggere|continuare)|per leggere .{0,40}abbona|per continuare a leggere
(?:doar|exclusiv) pentru abonați|pentru a (?:citi|continua)
# Dutch, Scandinavian, Finnish
(?:alleen|exclusief) voor (?:abonnees|leden)|al abonnee|om verder te lezen|lees verder met
(?:för|for) (?:att|å|at) (?:läsa|lese|læse) (?:vidare|videre)|(?:för|for|kun|endast) (?:prenumeranter|abonnenter)
(?:redan|allerede) (?:prenumerant|abonnent|medlem)|(?:vain|artikkeli on) tilaajille|oletko jo tilaaja|jatka lukemista
# Polish, Czech, Hungarian
(?:tylko|wyłącznie|dostępn\w+) dla (?:naszych )?(?:prenumerator|subskrybent|abonent)|dla prenumeratorów
(?:masz|posiadasz) już (?:konto|prenumerat|subskrypcj)|aby (?:czytać dalej|przeczytać)|czytaj dalej (?:z|w)\b
(?:pouze|jen) pro (?:předplatitele|přihlášené)|pokračovat ve čtení|u[žz] (?:máte|jste) předplat
(?:csak )?előfizetőink|a folytatáshoz|már előfizető
# Russian, Ukrainian
(?:только|доступ\w+) .{0,15}подписчик|уже (?:есть подписка|подпис)|чтобы (?:читать дальше|прочитать|продолжить чтение)
оформите подписку|(?:лише|тільки|доступ\w+) .{0,15}(?:передплатник|підписник)|щоб (?:читати далі|продовжити)
вже (?:маєте|є) (?:передплат|підписк)
# Turkish, Greek, Hebrew, Arabic, Persian
abonelere? özel|(?:sadece|yalnızca) (?:abone|üye)|zaten (?:abone|üye)|(?:devamını okumak|okumaya devam etmek) için
(?:μόνο|αποκλειστικά)? ?για συνδρομητές|συνεχίσετε την ανάγνωση|(?:έχετε|είστε) ήδη (?:λογαριασμό|συνδρομη)
להמשך (?:ה)?קריאה|למנויים בלבד|כבר מנוי|(?:لمتابعة|لمواصلة|لاستكمال) (?:القراءة|قراءة)|للمشتركين فقط|مشترك بالفعل
(?:برای|جهت) (?:ادامه|خواندن).{0,20}(?:مشترک|ثبت|وارد)|ویژه مشترک
# Japanese, Chinese, Korean
会員(?:限定|専用)|(?:有料|購読)会員|続きを(?:読むには|お読みいただくには|ご覧になるには)|残り\s?[\d,]+\s?文字|有料記事
(?:仅限|僅限|只限|专享|專享).{0,8}(?:订阅|訂閱|会员|會員|付费|付費|訂戶)|(?:剩余|剩餘|余下)\s?\d+\s?%?.{0,6}(?:内容|內容|字)
(?:订阅|訂閱|登录|登入|付费|付費)(?:后|後|即可|以).{0,6}(?:阅读|閱讀|继续|繼續|解鎖|解锁)|订阅用户|已有(?:账号|帳號|账户|帳戶)
(?:유료|구독) ?(?:회원|자|독자).{0,6}(?:전용|만)|(?:구독|로그인|결제)(?:하시면|하면|후).{0,12}(?:계속|전문|볼 수|읽)
이미 (?:회원|구독)
# Thai, Vietnamese, Indonesian, Hindi, Bengali
สำหรับ(?:สมาชิก|ผู้สมัคร).{0,8}เท่านั้น|สมัคร(?:สมาชิก)?เพื่ออ่าน|เป็นสมาชิก(?:อยู่)?แล้ว
dành (?:riêng )?cho (?:độc giả|thành viên|hội viên)|đăng nhập để (?:đọc|xem)|(?:khusus|hanya) (?:untuk )?pelanggan
untuk (?:melanjutkan )?membaca.{0,20}(?:berlangganan|masuk)|sudah berlangganan
(?:आगे|पूरा).{0,12}पढ़ने के लिए|सदस्यों के लिए|পড়তে.{0,10}সাবস্ক্রাইব|গ্রাহকদের জন্য
"""
_GATE = re.compile("|".join(line for line in _SAYINGS.strip().split("\n") if not line.startswith("#")), re.IGNORECASE)
_NEWSLETTER = re.compile(
    r"newsletter|nieuwsbrief|nyhetsbrev|bülten|뉴스레터|メルマガ|рассылк", re.IGNORECASE
)  # no gate
_MAX_GATE = 240  # code points of a line of a gate
_REACH = 8  # blocks below the text
_MAX_WALL = 600  # code points of a labelled gate; an element with more holds the article


def has_gate(layout: Layout, core: str) -> bool:
    """True if a gate is below the text `core`: by what it says, or by an element labelled as a paywall."""
    keys = {comparison_key(line) for line in core.split("\n")}
    own = (n for n, one in enumerate(layout.blocks) if one.key in keys and is_prose(one.text))
    last = max((number for number in own if not _is_gate(layout.blocks[number].text)), default=-1)
    below = (one for one in layout.blocks[last + 1 : last + 1 + _REACH] if not _is_frame(one, layout))
    return _has_wall(layout) or (last >= 0 and any(_is_gate(block.text) for block in below))


def _is_gate(text: str) -> bool:
    return len(text) <= _MAX_GATE and _GATE.search(text) is not None and not _NEWSLETTER.search(text)


def _is_frame(block: Block, layout: Layout) -> bool:
    """True in what surrounds every page: header, navigation, footer."""
    around = (layout.containers[one] for one in layout.ancestors_or_self(block.container))
    return any(one.tag == "header" or role_of(one.tag, one.labels) == "navigation" for one in around)


def _has_wall(layout: Layout) -> bool:
    """True for an element labelled as a paywall, if it asks to subscribe or holds nothing but a few short lines.

    The label alone is no sign: publishers also give it to the part of an article that subscribers see.
    """
    walls = {number for number, one in enumerate(layout.containers) if one.labels & _PAYWALL_LABELS}
    if not walls:
        return False
    inside = [one.text for one in layout.blocks if walls.intersection(layout.ancestors_or_self(one.container))]
    if _LOGIN.search(" ".join(inside)):
        return True
    return 0 < sum(map(len, inside)) <= _MAX_WALL and not any(map(is_paragraph, inside))
