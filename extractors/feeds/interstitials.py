"""Interstitial pages served in place of a feed, recognised by strings of the products that make them."""

from __future__ import annotations

import re

from extractors.feeds.contents import FeedProblem

_SAMPLE_BYTES = 200_000  # the strings are near the top

# Strings of bot protection: Cloudflare, Imperva, PerimeterX, DataDome, Akamai, AWS WAF, and captchas.
_BOT_CHECK = re.compile(
    rb"cf-chl-|challenge-platform|cf_captcha|_incapsula_resource|px-captcha|captcha-delivery\.com|/_sec/cp_challenge"
    rb"|bm-verify|awswafcaptcha|aws-waf-token|g-recaptcha|h-captcha|hcaptcha\.com/1/api"
    rb"|<title>[^<]{0,40}(?:just a moment|attention required|access denied|are you a robot|robot check|captcha"
    rb"|pardon our interruption|security check|verify(?:ing)? you are human|checking your browser)"
)
_CONSENT = re.compile(
    rb"<title>[^<]{0,60}(?:before you continue|bevor (?:sie|du) |avant d.acc|antes de continuar|cookie consent"
    rb"|privacy (?:choices|consent)|your privacy|ihre privatsph|consentement|zustimmung)"
    rb"|consent\.(?:google|youtube|yahoo)\.|/collectconsent|guce\.(?:yahoo|advertising)\."
)
_PARKED = re.compile(
    rb"sedoparking|parkingcrew|hugedomains|bodis\.com|afternic\.com|parklogic|above\.com/marketplace"
    rb"|(?:this|the) domain(?: name)? (?:[\w.-]{1,80} )?(?:is|may be) (?:parked|for sale)|buy this domain"
    rb"|domain parking"
)
_LOGIN = re.compile(rb"<input[^>]{0,200}type\s*=\s*[\"']?password")


def identify_interstitial(body: bytes) -> FeedProblem:
    """What this HTML page is: a bot check, a consent wall, a parked domain, a login form, or an ordinary page."""
    sample = body[:_SAMPLE_BYTES].lower()
    if _BOT_CHECK.search(sample):
        return FeedProblem("captcha", "a bot check answers in its place")
    if _CONSENT.search(sample):
        return FeedProblem("consent", "a cookie consent wall answers in its place")
    if _PARKED.search(sample):
        return FeedProblem("parked", "the domain is parked or for sale")
    if _LOGIN.search(sample):
        return FeedProblem("login", "a login form answers in its place")
    return FeedProblem("html", "it is an HTML page")
