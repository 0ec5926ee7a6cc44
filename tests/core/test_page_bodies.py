"""Pages are packed once; their checksum says whether they are."""

import pytest

from core.page_bodies import unpacked_body, with_packed_body
from samples import builders

BODIES = [b"", b"<html>page</html>" * 5_000, bytes(range(256)), bytes.fromhex("28b52ffd") + b"a frame as it came"]


@pytest.mark.parametrize("body", BODIES)
def test_a_body_comes_back_as_it_came(body):
    page = builders.page(body=body)
    packed = with_packed_body(page)
    assert with_packed_body(packed) == packed
    assert unpacked_body(packed.body, page.sha256) == unpacked_body(body, page.sha256) == body


def test_a_packed_page_is_shorter():
    page = builders.page(body=BODIES[1])
    assert len(with_packed_body(page).body) < len(page.body) / 50
