"""Bytes become text without guessing; what is no text is refused."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.read.decode import Decoded, decode, find_binary, repair_mojibake

SENTENCE = "Zoé’s envoy met “Björn” – in Łódź."
WESTERN = "Zoé’s envoy met “Björn” – in Oslo."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(SENTENCE.encode(), "utf-8", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + SENTENCE.encode(), "utf-8", id="UTF-8 with a mark"),
        pytest.param(
            codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), "utf-16-le", id="UTF-16 LE with a mark"
        ),
        pytest.param(
            codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "utf-16-be", id="UTF-16 BE with a mark"
        ),
        pytest.param(SENTENCE.encode("utf-16-le"), "utf-16-le", id="UTF-16 LE without a mark"),
        pytest.param(SENTENCE.encode("utf-16-be"), "utf-16-be", id="UTF-16 BE without a mark"),
        pytest.param(
            codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"), "utf-32-le", id="UTF-32 LE with a mark"
        ),
        pytest.param(
            codecs.BOM_UTF32_BE + SENTENCE.encode("utf-32-be"), "utf-32-be", id="UTF-32 BE with a mark"
        ),
    ],
)
def test_unicode_is_decoded(data: bytes, encoding: str) -> None:
    assert find_binary(data) is None
    assert decode(data) == Decoded(SENTENCE, encoding)


def test_everything_else_is_windows_1252() -> None:
    data = WESTERN.encode("cp1252")
    assert find_binary(data) is None
    assert decode(data) == Decoded(WESTERN, "cp1252")


def test_bytes_that_windows_1252_leaves_undefined_are_tolerated() -> None:
    assert decode(b"Zo\xe9 \x81 \x8d \x90.") == Decoded("Zoé \x81 \x8d \x90.", "cp1252")


def test_one_broken_byte_in_utf8_does_not_spoil_the_rest() -> None:
    decoded = decode(SENTENCE.encode() + b" \xff")
    assert decoded == Decoded(SENTENCE + " ÿ", "cp1252")


def test_characters_broken_in_utf16_are_counted() -> None:
    data = codecs.BOM_UTF16_LE + "They met.".encode("utf-16-le") + b"\x00\xd8" + "X".encode("utf-16-le")
    decoded = decode(data)
    assert (decoded.text[:9], decoded.encoding, decoded.n_replaced) == ("They met.", "utf-16-le", 1)


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\nd\r\r\n").text == "a\nb\nc\nd\n\n"


def test_empty_bytes_are_empty_text() -> None:
    assert decode(b"") == Decoded("", "utf-8")
    assert find_binary(b"") is None


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("Russiaâ€™s envoy", "Russia’s envoy"),
        ("â€œWe met,â€\x9d she said", "“We met,” she said"),
        ("the â€˜specialâ€™ talks â€“ again", "the ‘special’ talks – again"),
        ("MÃ¼nchen and ÅÃ³dÅº", "München and ÅÃ³dÅº".replace("ÅÃ³dÅº", "Łódź")),
        ("twice Ã¢â‚¬â„¢ over", "twice ’ over"),
        ("Russiaâ€™s “friend” in Zürich", "Russia’s “friend” in Zürich"),
    ],
)
def test_mojibake_is_repaired(broken: str, right: str) -> None:
    if "Å" in broken:
        broken = broken.replace("ÅÃ³dÅº", "Łódź".encode().decode("latin-1"))
    assert repair_mojibake(broken) == right


@pytest.mark.parametrize(
    "text",
    [
        "“CAFÉ” met ‘Über’ — “",
        "CAFÉ” it said",
        "SÃO PAULO “ÃO”",
        "Ærø, Ångström, Łódź, İzmir, Škoda",
        "ﬁne ﬂow ﬀ",
        "Ｗｉｄｅ　ｔｅｘｔ",
        "&amp; &eacute; &lt;b&gt;",
        "\x1b[31mred\x1b[0m",
        "a\u2028b\x85c\x0bd\x0ce",
        "Путин ‘Москва’ «да»",
        "習近平與普京",
        "10 °C … €5–€6 ½",
    ],
)
def test_what_was_meant_is_not_changed(text: str) -> None:
    assert repair_mojibake(text) == text
    assert decode(text.encode()).text == text


def test_text_is_in_normal_form_c() -> None:
    assert decode("Zoe\u0301".encode()).text == "Zoé"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"GIF89a\x01\x00", "a GIF image"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or an office document (.docx, .xlsx, .odt)"),
        (b"{\\rtf1\\ansi They met.}", "an RTF document"),
        (b"They met.\x00\x00\x00 In Oslo", "a binary file (it contains zero bytes)"),
        (bytes(range(1, 32)) * 9, "a binary file (it contains 225 control characters)"),
        ("They met.".encode("utf-32-le"), "a binary file (it contains zero bytes)"),
    ],
)
def test_what_is_no_text_is_recognised(data: bytes, what: str) -> None:
    assert find_binary(data) == what


def test_a_few_control_characters_are_no_binary_file() -> None:
    assert find_binary(b"\x1b[31mThey met.\x1b[0m\x0c\x01") is None


def test_twenty_megabytes_on_one_line() -> None:
    line = "Russiaâ€™s minister met a “friend” in Zürich. " * 450_000
    data = line.encode()
    assert len(data) > 20_000_000
    decoded = decode(data)
    assert decoded.text == "Russia’s minister met a “friend” in Zürich. " * 450_000


_LETTERS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufeff")
)
_ASCII = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1)


@given(
    _ASCII, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
)
def test_ascii_round_trips_through_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(_LETTERS, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_marked_unicode_round_trips_but_for_mojibake(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == repair_mojibake(text)


@given(st.binary())
def test_decoding_never_fails_and_gives_text_that_can_be_saved(data: bytes) -> None:
    text = decode(data).text
    assert "\r" not in text
    assert unicodedata.is_normalized("NFC", text)
    assert text.encode("utf-8").decode("utf-8") == text
