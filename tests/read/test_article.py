"""The bytes of one file become one article."""

from __future__ import annotations

import hashlib
import warnings
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import days
from helpers.errors import DateWarning, ReadWarning
from helpers.read.article import read_article
from helpers.read.index import IndexRow

LEDE = "The two envoys met in the old castle of Oslo on Friday, the foreign ministry said in a statement."


def _hidden(article_text: str, source: str = "a.txt") -> list[tuple[str, str]]:
    article = read_article(source, article_text.encode())
    return [(m.rule, article.text[m.start : m.end]) for m in article.masks]


def test_all_that_a_file_says_of_itself() -> None:
    data = f"date 2022-05-12\nBreaking News\n\nEnvoys  meet\n\n{LEDE}\n\nEnvoys meet\n\nPhoto: AP".encode()
    article = read_article("sub/a.txt", data)
    assert article.source == "sub/a.txt"
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert (article.title, article.title_span) == ("Envoys meet", (31, 43))
    assert (article.published, article.published_basis) == (
        days.parse_edtf("2022-05-12"),
        "given in the date header of the file",
    )
    assert (article.outlet, article.url, article.encoding) == (None, None, "utf-8")
    assert [m.rule for m in article.masks] == [
        "date_header",
        "breaking_news",
        "repeated_title",
        "photo_credit",
    ]
    assert article.masked.split() == f"Envoys meet {LEDE}".split()


def test_sidecar_goes_before_the_file() -> None:
    row = IndexRow(
        title="Talks", outlet="Example News", url="https://example.org", published=days.month(2022, 5)
    )
    article = read_article("a.txt", f"Envoys meet\n\n{LEDE}".encode(), row=row)
    assert (article.title, article.outlet, article.url) == ("Talks", "Example News", "https://example.org")
    assert article.title_span == (0, 11)
    assert (article.published, article.published_basis) == (days.month(2022, 5), "given in index.csv")


def test_two_dates_that_agree_narrow_each_other() -> None:
    row = IndexRow(published=days.month(2022, 5))
    article = read_article("a.txt", f" date 2022-05-12 {LEDE}".encode(), row=row)
    assert (article.published, article.published_basis) == (
        days.parse_edtf("2022-05-12"),
        "given in index.csv and given in the date header of the file",
    )


def test_two_dates_that_contradict_are_reported() -> None:
    row = IndexRow(published=days.parse_edtf("2022-06-01"))
    with pytest.warns(DateWarning) as caught:
        article = read_article("a.txt", f" date 2022-05-12 {LEDE}".encode(), row=row)
    assert article.published == row.published
    assert [str(w.message) for w in caught] == [
        "Two publication dates for 'a.txt' contradict each other: 2022-06-01 given in index.csv, "
        "2022-05-12 given in the date header of the file. The first one was used. Correct the wrong one."
    ]


def test_impossible_date_header_is_text_like_any_other() -> None:
    with pytest.warns(DateWarning, match=r"'date 2022-13-40' of 'a\.txt'"):
        article = read_article("a.txt", b" date 2022-13-40 They met in Oslo.")
    assert (article.published, article.published_basis, article.masks) == (None, "", ())


def test_markdown_file() -> None:
    text = f"---\ntitle: 'Envoys meet'\npublished: 2022-05\noutlet: News\n---\n# Envoys meet\n\n**{LEDE}**\n"
    article = read_article("a.md", text.encode())
    assert (article.title, article.outlet, article.published) == ("Envoys meet", "News", days.month(2022, 5))
    assert article.published_basis == "given in the front matter of the file"
    assert article.masked.split() == f"Envoys meet {LEDE}".split()
    assert article.title_span is not None
    assert text[slice(*article.title_span)] == "Envoys meet"


def test_markdown_heading_is_the_title() -> None:
    assert read_article("a.md", f"# Envoys meet.\n\n{LEDE}".encode()).title == "Envoys meet."
    assert read_article("a.txt", f"# Envoys meet.\n\n{LEDE}".encode()).title is None


def test_impossible_date_in_front_matter() -> None:
    with pytest.warns(DateWarning) as caught:
        article = read_article("a.md", b"---\ndate: 31 May\n---\nThey met.")
    assert article.published is None
    assert [str(w.message) for w in caught] == [
        "The front matter of 'a.md' has the date '31 May', which cannot be read; "
        "it was ignored. Allowed: YYYY-MM-DD, YYYY-MM, YYYY or EDTF. Correct it."
    ]


def test_broken_characters_are_reported() -> None:
    with pytest.warns(ReadWarning) as caught:
        article = read_article("a.txt", b"\xff\xfeT\x00o\x00\x00\xd8.\x00")
    assert article.text == "To\ufffd."
    assert [str(w.message) for w in caught] == [
        "Read 'a.txt' with doubt: it is not valid utf-16-le. Characters replaced by '\ufffd': 1. "
        "Save the file again as UTF-8."
    ]


def test_script_is_kept_in_the_text_and_hidden_from_the_rules() -> None:
    article = read_article("a.txt", b"They met.<script>alert('Roe met Holm')</script> They <b>talked</b>.")
    assert "<script>alert('Roe met Holm')</script>" in article.text
    assert article.masked.split() == ["They", "met.", "They", "talked", "."]


def test_mojibake_is_repaired_before_offsets_are_counted() -> None:
    article = read_article("a.txt", "Russiaâ€™s envoy left. (Image: AP)".encode())
    assert article.masked.strip() == "Russia’s envoy left."
    assert _hidden("Russiaâ€™s envoy left. (Image: AP)") == [("photo_credit_inline", "(Image: AP)")]


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md"]))
def test_any_bytes_make_an_article_whose_spans_fit(data: bytes, source: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        article = read_article(source, data)
    assert len(article.masked) == len(article.text)
    assert all(a.end <= b.start for a, b in pairwise(article.masks))
    if article.title_span is not None:
        assert article.masked[slice(*article.title_span)] == article.text[slice(*article.title_span)]
