from __future__ import annotations

import ipaddress

import pytest

from core.addresses import BAD_PORTS, parse_address, refusal_reason


def refused(text, *allowed):
    address = parse_address(text)
    assert address is not None
    return refusal_reason(address, [ipaddress.ip_network(network) for network in allowed])


@pytest.mark.parametrize(
    "special",
    ["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "168.63.129.16", "169.254.169.254",
     "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.19.0.1", "198.51.100.1",
     "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
     "::", "::1", "::127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1",
     "2001:2::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1", "fc00::1", "fd12::1",
     "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1"],
)  # fmt: skip
def test_special_addresses_are_refused(special):
    assert refused(special)


@pytest.mark.parametrize(
    "public", ["8.8.8.8", "100.128.0.1", "172.32.0.1", "193.0.0.1", "2606:4700::1", "2a00:1450::1"]
)
def test_public_addresses_are_allowed(public):
    assert refused(public) is None


def test_a_configured_network_is_allowed_and_nothing_else():
    assert refused("127.0.0.9", "127.0.0.0/8") is None
    assert refused("10.0.0.1", "127.0.0.0/8", "::1/128") == "private"
    assert refused("::ffff:127.0.0.1", "127.0.0.0/8") == "IPv4-mapped"


def test_only_standard_notation_is_parsed():
    assert [parse_address(text) for text in ("127.1", "0x7f.0.0.1", "2130706433", "example.org", "")] == [None] * 5


def test_ports_of_other_services_are_bad():
    assert {0, 22, 25, 6000, 6697, 10080} <= BAD_PORTS
    assert not {80, 443, 8080, 8000, 3000} & BAD_PORTS
