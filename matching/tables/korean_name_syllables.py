"""The syllables of Korean family names and of given names, in Hangul. Own collection (Apache-2.0)."""

from __future__ import annotations

KOREAN_FAMILY_NAMES = """
    김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 전 홍 고 문 양 손 배 백 허 유 남 심 노 하 곽
    성 차 주 우 구 민 나 진 지 엄 원 채 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반
    왕 금 옥 육 인 맹 제 모 탁 국 은 편 용 리 림 량 렴 로 라
"""
KOREAN_GIVEN_SYLLABLES = """
    가 강 건 걸 경 고 곤 관 광 교 구 국 권 규 균 근 금 기 길 나 남 녀 년 노 누 다 달 담 대 덕 도 돈 동 두
    라 란 람 래 량 려 련 렬 례 로 록 룡 루 류 률 륜 름 리 린 림 마 만 명 모 무 문 미 민 박 방 배 백 범 별
    병 보 복 봉 부 빈 빛 사 산 삼 상 샘 서 석 선 설 섭 성 세 소 솔 송 수 숙 순 슬 승 시 식 신 실 심 아 안
    애 양 억 언 엄 여 연 열 영 예 오 옥 온 완 왕 용 우 욱 운 웅 원 월 위 유 윤 율 은 을 의 이 익 인 일 임
    자 장 재 전 정 제 조 종 주 준 중 지 진 찬 창 채 천 철 초 춘 충 치 탁 태 택 표 품 필 하 학 한 해 향 헌
    혁 현 협 형 혜 호 홍 화 환 황 회 효 후 훈 휘 휴 흠 흥 희
"""
