"""URLs: a canonical form for all spellings of an address, its host, its origin and its site.

Two URLs have the same canonical form only if they are equivalent by RFC 3986, section 6, or by one of the conventions
below: tracking parameters, AMP versions, Google's redirects. A parameter that is not known to be a tracker always
distinguishes pages, because merging two articles would lose one of them.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

import idna
from tld import get_fld
from tld.utils import MozillaTLDSourceParser

_DEFAULT_PORTS = {"http": 80, "https": 443}
_MAX_LENGTH = 8192  # code points; servers refuse longer ones
_MOST_KEPT = 1024  # URLs whose parts are kept: a fetch asks for those of its own a dozen times
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SAFE_IN_PATH = "%/:@!$&'()*+,;=~[]|"
_SAFE_IN_QUERY = _SAFE_IN_PATH + "?"

# Parameters that only say where a reader came from: the "general_url" section of AdGuard's URL tracking filter and the
# global rules of ClearURLs, both as of 2026, without those by which some site chooses its content (`ref`, `source`).
_TRACKER_NAMES = """
    __hsfp __hssc __hstc __s __twitter_impression _branch_match_id _branch_referrer _ga _gl _hsenc _hsmi
    _openstat action_object_map action_ref_map action_type_map amp_gsa amp_js_v at_campaign at_custom1
    at_custom2 at_custom3 at_custom4 at_medium bsft_aaid bsft_clkid bsft_eid bsft_ek bsft_mid bsft_uid cmpid
    dclid ef_id epik erid fb_action_ids fb_action_types fb_ref fb_source fbclid gad_campaignid gad_source gbraid
    gclid gclsrc guccounter guce_referrer guce_referrer_sig hsa_acc hsa_ad hsa_cam hsa_grp hsa_kw hsa_la hsa_mt
    hsa_net hsa_ol hsa_src hsa_tgt hsa_ver hsctatracking icid igsh igshid li_fat_id mc_cid mc_eid mibextid
    mkt_tok ml_subscriber ml_subscriber_hash msclkid ncid ns_campaign ns_linkname ns_mchannel ns_source ocid
    oft_c oft_ck oft_d oft_id oft_ids oft_k oft_lk oft_sk oly_anon_id oly_enc_id rb_clickid s_cid s_kwcid
    sc_channel smid soc_src soc_trk spm srsltid ttclid twclid usqp vero_conv vero_id wbraid wickedid wt.mc_id
    wt_mc xtor ysclid yclid
"""
_TRACKERS = frozenset(_TRACKER_NAMES.split())
_TRACKER_PREFIXES = ("utm_", "itm_", "mtm_", "matomo_", "pk_", "piwik_")
_AMP_PARAMETERS = {"amp": ("", "1", "true"), "outputtype": ("amp",), "output": ("amp",)}
_AMP_CACHES = (".cdn.ampproject.org", ".bing-amp.com")
_AMP_CACHE_PATH = re.compile(r"/(?:c|v|wp|amp)/(s/)?([^/]+\.[^/]+.*)", re.DOTALL)
# Anchored, and searched at the very end of a path only: a path of thousands of them costs as much as its length.
_AMP_HEAD = re.compile(r"/amp(?=/.)")
_AMP_TAIL = re.compile(r"(?:(?<=[^/])/amp(/?)|(?<=[^/.])\.amp(\.html?)?)$")
_LONGEST_AMP_TAIL = len(".amp.html")
_GOOGLE = re.compile(r"(?:www\.)?google\.(?:com|[a-z]{2,3}|com?\.[a-z]{2})")
_GOOGLE_NEWS_ARTICLE = re.compile(r"/(?:__i/)?(?:rss/)?(?:rd/)?(?:articles|read)/([A-Za-z0-9_-]+)")


class _ShippedSuffixes(MozillaTLDSourceParser):
    """The public suffix list as shipped with the package: if it is missing, an error, never a download."""

    uid = "shipped"
    source_url = ""  # urlopen refuses it


def canonical(url: str) -> str | None:
    """The canonical form; None unless `url` is an absolute http(s) URL of at most 8,192 characters.

    The fragment is dropped unless it is a `#!` route; userinfo is dropped. `http` and `https`, hosts with and without
    `www.`, and paths with and without a trailing slash stay different. A Google redirect, an AMP cache URL and an old
    Google News link become their target; newer Google News links and FeedBurner's do not contain it and stay.
    """
    form = _unwrapped_once(url) if len(url) <= _MAX_LENGTH else None
    while form is not None and (inner := _unwrapped_once(form)) != form:  # ends: each target is shorter
        form = inner
    return form


def host_of(url: str) -> str | None:
    """The host in lower case and ASCII (punycode, no brackets, no trailing dot); None if the URL has none."""
    parts = _split(url)
    return _host(parts) if parts else None


def origin_of(url: str) -> str | None:
    """Scheme, host and port as one text (`https://example.org:8443`); None if the URL has no host."""
    parts = _split(url)
    host = _host(parts) if parts else None
    return f"{parts.scheme}://{host}{_port_suffix(parts)}" if parts and host else None


@lru_cache(maxsize=_MOST_KEPT)
def site_of(url: str) -> str | None:
    """The registrable domain (public suffix list with its private section); None if the URL has no host.

    For an IP address or a name without a public suffix: the host, with the port unless it is the scheme's default.
    """
    parts = _split(url)
    host = _host(parts) if parts else None
    if parts is None or host is None:
        return None
    return _registrable(host) or host + _port_suffix(parts)


def same_site(a: str, b: str) -> bool:
    """True if both URLs have the same registrable domain."""
    site = site_of(a)
    return site is not None and site == site_of(b)


# ---------------------------------------------------------------- parts


@lru_cache(maxsize=_MOST_KEPT)
def _split(url: str | None) -> SplitResult | None:
    """The parts of an absolute http(s) URL with a valid host and port, None otherwise."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip().replace("\\", "/"))
        _ = parts.port  # raises ValueError if invalid
    except ValueError:
        return None
    return parts if parts.scheme in _DEFAULT_PORTS and _host(parts) else None


def _host(parts: SplitResult) -> str | None:
    host = (parts.hostname or "").rstrip(".")
    return _ascii_host(host) if host else None


@lru_cache(maxsize=4096)
def _ascii_host(host: str) -> str | None:
    """The host as sent over the network (punycode); None if it is not a valid name or address."""
    if ":" in host:
        try:
            return ipaddress.IPv6Address(host.partition("%")[0]).compressed
        except ValueError:
            return None
    if re.fullmatch(r"[a-z0-9_.-]+", host):
        return host if "" not in host.split(".") else None
    try:
        return idna.encode(host, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        return None


@lru_cache(maxsize=4096)
def _registrable(host: str) -> str | None:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return get_fld(f"http://{host}", fail_silently=True, parser_class=_ShippedSuffixes)
    return None


def _port_suffix(parts: SplitResult) -> str:
    port = parts.port
    return "" if port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{port}"


def _unwrapped_once(url: str) -> str | None:
    outer = _split(url)
    parts = outer and (_split(_wrapped_in(outer)) or outer)
    return _rebuilt(parts) if parts else None


def _rebuilt(parts: SplitResult) -> str:
    host = _without_amp_host(_host(parts) or "")
    shown = f"[{host}]" if ":" in host else host
    query = _sorted_query(parts.query)
    route = f"#{_escaped(parts.fragment, _SAFE_IN_QUERY)}" if parts.fragment.startswith("!") else ""
    path = _without_amp_path(_without_dots(_escaped(parts.path, _SAFE_IN_PATH)))
    return f"{parts.scheme}://{shown}{_port_suffix(parts)}{path}{f'?{query}' if query else ''}{route}"


def _escaped(text: str, safe: str) -> str:
    """RFC 3986, 6.2.2: unreserved characters as they are, all others percent-encoded in upper case."""
    quoted = quote(_STRAY_PERCENT.sub("%25", text), safe=safe, errors="surrogatepass")
    return _PERCENT.sub(_plain_if_unreserved, quoted)


def _plain_if_unreserved(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else match[0].upper()


def _without_dots(path: str) -> str:
    """An absolute path without dot segments: RFC 3986, 5.2.4."""
    kept: list[str] = []
    segments = path.split("/")[1:] or [""]
    for segment in segments:
        if segment == ".." and kept:
            kept.pop()
        elif segment not in (".", ".."):
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _sorted_query(query: str) -> str:
    """The parameters sorted by name, in their order for one name, without trackers and AMP parameters."""
    pairs = [pair for pair in _escaped(query, _SAFE_IN_QUERY).split("&") if pair and not _is_noise(pair)]
    return "&".join(sorted(pairs, key=lambda pair: pair.partition("=")[0]))


def _is_noise(pair: str) -> bool:
    name, _, value = pair.partition("=")
    folded = name.lower()
    is_tracker = folded in _TRACKERS or folded.startswith(_TRACKER_PREFIXES)
    return is_tracker or value.lower() in _AMP_PARAMETERS.get(folded, ())


# ---------------------------------------------------------------- AMP and redirects


def _without_amp_host(host: str) -> str:
    """The host without `amp.`: `amp.example.org` is `www.example.org`, `amp.news.example.org` is `news.example.org`."""
    rest = host.removeprefix("amp.")
    site = _registrable(host)
    if rest == host or site is None or site == host:
        return host
    return f"www.{rest}" if rest == site else _without_amp_host(rest)


def _without_amp_path(path: str) -> str:
    """The path without `/amp` at its start or end and without `.amp` at its end; a path that is only `/amp` stays."""
    before = None
    while path != before:
        before = path
        head = _AMP_HEAD.match(path)
        plain = path[head.end() :] if head else path
        tail = _AMP_TAIL.search(plain, max(0, len(plain) - _LONGEST_AMP_TAIL))
        plain = plain[: tail.start()] + (tail[1] or tail[2] or "") if tail else plain
        path = plain if plain.strip("/") else before
    return path


def _wrapped_in(parts: SplitResult) -> str | None:
    """The URL that this one contains as its target, None if it contains none."""
    host = _host(parts) or ""
    if host.endswith(_AMP_CACHES) or (_GOOGLE.fullmatch(host) and parts.path.startswith("/amp/")):
        return _from_amp_cache(parts)
    if _GOOGLE.fullmatch(host) and parts.path == "/url":
        query = parse_qs(parts.query)
        return next((query[name][0] for name in ("url", "q") if name in query), None)
    if host == "news.google.com":
        return _from_google_news(parts)
    return None


def _from_amp_cache(parts: SplitResult) -> str | None:
    """The target of an AMP cache URL, `/c/s/HOST/PATH`, where `s/` means https (Google's "AMP Cache URL format")."""
    match = _AMP_CACHE_PATH.fullmatch(parts.path)
    if match is None:
        return None
    query = f"?{parts.query}" if parts.query else ""
    return f"{'https' if match[1] else 'http'}://{match[2]}{query}"


def _from_google_news(parts: SplitResult) -> str | None:
    """The target in older article ids: base64 of a protobuf message with the URL in field 4.

    Ids made since 2024 are opaque: for those, the link itself without its language parameters.
    """
    match = _GOOGLE_NEWS_ARTICLE.fullmatch(parts.path)
    if match is None:
        return None
    try:
        message = base64.urlsafe_b64decode(match[1] + "=" * (-len(match[1]) % 4))
    except (binascii.Error, ValueError):
        message = b""
    found = re.match(rb"\x08\x13\x22(?:[\x00-\x7f]|[\x80-\xff][\x00-\x7f])(https?://[\x21-\x7e]+)", message, re.DOTALL)
    return found[1].decode("ascii") if found else f"https://news.google.com/rss/articles/{match[1]}"
