"""Bodies of articles in the data of pages that are drawn by script."""

import json

import pytest

from extractors.pages.script_body import read_script_body
from extractors.pages.trafilatura_adapter import parse_html

TITLE = "Director of the port dismissed over barges"
BODY = [
    f"{start} the port authority of Selmar had not inspected any of the forty barges since the spring of last year."
    for start in ("The ministry said that", "A clerk who kept the books wrote that", "Nobody in the yard denied that")
]
HTML = "".join(f"<p>{line}</p>" for line in BODY)
OTHERS = [{"title": "Regatta", "body": "".join(f"<p>{line} Really.</p>" for line in BODY[::-1])}]


def dump(value):
    return json.dumps(value).replace("</", "<\\/")


def pushed(value):
    return f"self.__next_f.push([1,{json.dumps('5:' + json.dumps(value))}])".replace("</", "<\\/")


PARAGRAPHS = [{"type": "text", "data": {"text": line}} for line in BODY]
RICH = [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": line}]} for line in BODY]
ARGUMENTS = 'content({"format":"html"})'
CACHE = {"Article:1": {"title": TITLE, "content": [{"__ref": f"Text:{n}"} for n in range(3)]}} | {
    f"Text:{n}": {"text": line} for n, line in enumerate(BODY)
}
SCRIPTS = {
    "a text": f"<script type='application/json'>{dump({'props': {'title': TITLE, 'body': HTML}})}</script>",
    "paragraphs": f"<script type='application/json'>{dump({'title': TITLE, 'blocks': PARAGRAPHS})}</script>",
    "nested paragraphs": f"<script type='application/json'>{dump({'title': TITLE, 'document': RICH})}</script>",
    "a variable": f"<script>window.__STATE__ = {dump({'a': {'title': TITLE, 'content': HTML}})};</script>",
    "text of a variable": f"<script>var d=JSON.parse({dump(json.dumps({'title': TITLE, 'text': HTML}))})</script>",
    "pushed": f"<script>{pushed(['$', 'main', None, {'children': [{'title': TITLE, 'body': HTML}]}])}</script>",
    "no JSON": f"<script>window.__NUXT__=(function(a){{return {{page:{{title:a,body:{dump(HTML)}}}}}}}(1))</script>",
    "a cache": f"<script>window.__APOLLO_STATE__={dump(CACHE)};</script>",
    "arguments": f"<script>s = {dump({'title': TITLE, ARGUMENTS: HTML})};</script>",
    "beside others": f"<script>x = {dump({'others': OTHERS, 'own': {'title': TITLE, 'body': HTML}})};</script>",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_body_is_found(name):
    body = read_script_body(parse_html(f"<html><body><div id=root></div>{SCRIPTS[name]}</body></html>"), TITLE)
    assert [line for line in body.split("\n") if line] == BODY


@pytest.mark.parametrize("script", ["x = {", 'y = {"body": undefined}', "push([1,", '{"body": "short"}', "=[[[[[[["])
def test_other_scripts_have_no_body(script):
    assert read_script_body(parse_html(f"<html><body><script>{script}</script></body></html>"), TITLE) == ""
