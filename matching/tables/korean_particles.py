"""Korean particles and titles that are written onto a name without a space.

Own collection (Apache-2.0), from the grammar of Korean: case particles, topic and plural particles, copula, and the
titles of news style.
"""

from __future__ import annotations

_KOREAN_PARTICLES = """
    은 는 이 가 을 를 의 와 과 도 만 에 에게 에게서 께 께서 한테 로 으로 로서 으로서 로부터
    으로부터 부터 까지 보다 처럼 같이 이나 나 이란 란 이라 라 이라고 라고 이라는 라는 이라며
    라며 이다 다 인 이며 며 이고 고 였다 이었다 측 측은 측이 들 등 등은 등이 등을 씨 씨가
    씨는 씨의 씨를 씨와 씨도 님 군 양 의원 의원이 의원은 대표 대표가 대표는 장관 총리 위원장
    사장 회장 교수 기자 부장 과장 국장
    """
KOREAN_PARTICLES = frozenset(_KOREAN_PARTICLES.split())
