from __future__ import annotations

import json

import pytest

from matching.engine import Matcher
from tests.matching.conftest import article, matcher_of

LIST = """
contexts: {case: {any: ["virtual currency"], within: paragraph}}
actors:
  - {id: kim, name: Kim Kwang-jin, romanisation: korean, none: [minister of defence], aliases: [KJ Gim]}
  - {id: wang, name: Zhenxing Wang, nicknames: [Danny], identifiers: [{kind: domain, value: evil.example}]}
  - {id: off, name: Disabled Person, enabled: false}
schemes:
  - {id: farm, label: Farms, match: {near: {terms: ["laptop farm*", "north korea*"], words: 20}}}
"""
TEXT = (
    "Gim Gwangjin ran a laptop farm for North Korea. Zhenxing Wnag kept evil[.]example. Disabled Person slept. "
    "Kim Kwang-jin, the minister of defence, spoke."
)


def test_a_kept_matcher_finds_what_the_first_one_found() -> None:
    matcher = matcher_of(LIST)
    kept = Matcher.from_bytes(matcher.to_bytes())
    hits = matcher.match(article(TEXT))
    assert {hit.target_id for hit in hits} == {"kim", "wang", "farm"}
    assert kept.match(article(TEXT)) == hits


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"{}\n",
        lambda _: b"[1]\n",
        lambda _: b'{"lengths": 3}\n',
        lambda d: d[:-9],
        lambda d: d + bytes(8),
        lambda d: b"\x80\x04." + d,
        lambda d: d.replace(b"watchword-index-", b"watchword-index-0", 1),
    ],
)
def test_damaged_bytes_are_refused(damage) -> None:
    with pytest.raises(ValueError, match=r"index|Expecting|decode"):
        Matcher.from_bytes(damage(matcher_of(LIST).to_bytes()))


def test_no_damaged_byte_goes_unseen() -> None:
    data = matcher_of(LIST).to_bytes()
    body = len(data) - data.find(b"\n") - 8  # padding in front of it means nothing
    for place in (*range(0, data.find(b"\n"), 7), *range(len(data) - body, len(data), 97)):
        with pytest.raises(ValueError):  # noqa: PT011 # the message depends on what the byte was
            Matcher.from_bytes(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])


def test_many_names_start_fast_from_what_was_kept() -> None:
    rows = [{"id": f"n{number}", "name": f"Aba{number} Castel{number * 7}"} for number in range(3000)]
    matcher = matcher_of("actors:\n" + "".join(f"  - {json.dumps(row)}\n" for row in rows))
    kept = Matcher.from_bytes(matcher.to_bytes())
    assert len(kept.compiled.actors) == 3000
    hits = {hit.target_id: hit for hit in kept.match(article("They met Castel14 Aba2."))}
    assert hits["n2"].mentions[0].method == "order"
