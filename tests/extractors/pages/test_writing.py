"""Words, lengths and ends of sentences in scripts other than Latin."""

import pytest

from extractors.pages.layout.writing import count_words, ends_sentence, extent, has_spaces

SENTENCES = {
    "Bengali": "দুই ব্যক্তির বিরুদ্ধে অভিযোগ আনা হয়েছে।",
    "Armenian": "Երկու մարդու մեղադրանք է առաջադրվել։",
    "Amharic": "ሁለት ሰዎች ሐሙስ ዕለት ተከሰሱ።",
    "Burmese": "လူနှစ်ဦးကို တရားစွဲဆိုခဲ့သည်။",
    "Urdu": "دو افراد پر الزام عائد کیا گیا۔",
    "Chinese": "两人因虚假发票被起诉。",
    "quoted Japanese": "「二人は逮捕された」",
    "English": "Two men were charged.",
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_full_stop_of_any_script_ends_a_sentence(name):
    assert ends_sentence(SENTENCES[name])
    assert not ends_sentence(SENTENCES[name].rstrip(".。।։።။۔」"))


def test_a_line_of_thai_is_a_sentence_if_it_is_longer_than_a_headline():
    assert not ends_sentence("ตั้งข้อหาสองรายใช้ใบแจ้งหนี้ปลอม")
    assert ends_sentence(3 * "ตั้งข้อหาสองรายใช้ใบแจ้งหนี้ปลอม")


def test_words_and_lengths_compare_across_scripts():
    assert count_words("Two men were charged") == 4
    assert count_words("两人因虚假发票被起诉") == 5
    assert extent("Two men") == 7
    assert extent("两人") == 6
    assert extent("두 명") == 5
    assert has_spaces("두 명이 기소됐다")
    assert not has_spaces("两人因虚假发票被起诉")
