"""Which IP addresses and ports may be connected to: public addresses, and the networks that the settings allow."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from functools import lru_cache

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# IANA IPv4 Special-Purpose Address Registry (RFC 6890 and updates), multicast and the former class E; the 6to4 relays
# of RFC 7526; and the public address of Azure's metadata service ("WireServer").
_SPECIAL_V4 = {
    "0.0.0.0/8": "this network",
    "10.0.0.0/8": "private",
    "100.64.0.0/10": "carrier-grade NAT",
    "127.0.0.0/8": "loopback",
    "168.63.129.16/32": "cloud metadata",
    "169.254.0.0/16": "link-local",
    "172.16.0.0/12": "private",
    "192.0.0.0/24": "protocol assignments",
    "192.0.2.0/24": "documentation",
    "192.88.99.0/24": "6to4 relay",
    "192.168.0.0/16": "private",
    "198.18.0.0/15": "benchmarking",
    "198.51.100.0/24": "documentation",
    "203.0.113.0/24": "documentation",
    "224.0.0.0/4": "multicast",
    "240.0.0.0/4": "reserved",
}
# IANA IPv6 Special-Purpose Address Registry; outside 2000::/3 nothing is global unicast (RFC 4291, IANA's allocation).
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
_SPECIAL_V6 = {
    "2001::/23": "protocol assignments and Teredo",
    "2001:db8::/32": "documentation",
    "2002::/16": "6to4",
    "3fff::/20": "documentation",
}
_NAMED_V6 = {  # only for the message: all of them are outside 2000::/3
    "::/128": "unspecified",
    "::1/128": "loopback",
    "::ffff:0:0/96": "IPv4-mapped",
    "64:ff9b::/96": "NAT64",
    "64:ff9b:1::/48": "local NAT64",
    "fc00::/7": "unique local",
    "fe80::/10": "link-local",
    "fec0::/10": "site-local",
    "ff00::/8": "multicast",
}

# "Port blocking" in the Fetch standard of WHATWG.
_BAD_PORTS = """
    0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119
    123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989
    990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080
"""
BAD_PORTS = frozenset(map(int, _BAD_PORTS.split()))


def parse_address(text: str) -> Address | None:
    """The IP address in its standard notation (an IPv6 zone is ignored), None for anything else."""
    try:
        return ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None


def refusal_reason(address: Address, allowed: Sequence[Network] = ()) -> str | None:
    """Why this address may not be connected to (the name of its range), None if it may.

    An address that embeds another (mapped, NAT64, 6to4) is checked as it is: allowing `127.0.0.0/8` does not allow
    `::ffff:127.0.0.1`.
    """
    if any(address in network for network in allowed):
        return None
    return _special_range(address)


@lru_cache(maxsize=4096)
def _special_range(address: Address) -> str | None:
    if isinstance(address, ipaddress.IPv4Address):
        return _range_name(address, _SPECIAL_V4)
    if address not in _GLOBAL_V6:
        return _range_name(address, _NAMED_V6) or "not global unicast"
    return _range_name(address, _SPECIAL_V6)


def _range_name(address: Address, ranges: dict[str, str]) -> str | None:
    return next((name for network, name in ranges.items() if address in ipaddress.ip_network(network)), None)
