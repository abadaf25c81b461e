"""The word list and the organisations hold to their form."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

import helpers.knowledge

FOLDER = Path(helpers.knowledge.__file__).parent
KINDS = {
    "agency",
    "alliance",
    "armed_group",
    "company",
    "igo",
    "media",
    "ministry",
    "ngo",
    "parliament",
    "party",
    "sport",
}
WORD = re.compile(r"[a-zé0-9][a-zé0-9'-]*")
COUNTRY = re.compile(r"(?:[A-Z]{2}|NATO)?")


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def words() -> list[str]:
    return [row["word"] for row in rows("common_words.csv")]


@pytest.fixture(scope="module")
def organisations() -> list[dict[str, str]]:
    return rows("organisations.csv")


def forms(row: dict[str, str]) -> list[str]:
    """Name and aliases of one organisation."""
    return [row["name"], *(row["aliases"].split("|") if row["aliases"] else [])]


def form_counts(organisations: list[dict[str, str]]) -> Counter[str]:
    return Counter(form for row in organisations for form in forms(row))


# The word list


def test_words_have_one_column() -> None:
    assert [list(row) for row in rows("common_words.csv")[:1]] == [["word"]]


def test_words_are_sorted() -> None:
    words = [row["word"] for row in rows("common_words.csv")]

    assert words == sorted(words)


def test_words_are_unique(words: list[str]) -> None:
    assert [word for word, count in Counter(words).items() if count > 1] == []


def test_words_are_lower_case_and_without_blanks(words: list[str]) -> None:
    assert [word for word in words if not WORD.fullmatch(word)] == []


def test_the_list_is_long_enough_to_be_of_use(words: list[str]) -> None:
    assert len(words) > 5_000


@pytest.mark.parametrize(
    "word",
    [
        *("the", "after", "although", "meanwhile", "however", "according"),
        *("meet", "meets", "met", "meeting", "urges", "says", "said", "warned", "holds"),
        *("call", "readout", "summit", "statement", "minister", "press", "office"),
        *("monday", "january", "seven", "northern", "muslim", "ltd", "hurricane", "striker"),
    ],
)
def test_a_common_word_is_listed(words: list[str], word: str) -> None:
    assert word in words


@pytest.mark.parametrize("word", ["rice", "brown", "bush", "straw", "gates", "may", "stone", "cook"])
def test_a_common_word_that_is_also_a_surname_stays(words: list[str], word: str) -> None:
    assert word in words


@pytest.mark.parametrize(
    "name",
    [
        *("smith", "merkel", "blinken", "lavrov", "cameron", "trump", "xi", "pence", "truss"),
        *("james", "sergei", "angela", "wendy", "robert"),
        *("von", "van", "bin", "al", "le", "di"),
    ],
)
def test_a_name_or_a_particle_of_names_is_not_listed(words: list[str], name: str) -> None:
    assert name not in words


@pytest.mark.parametrize(
    ("base", "inflected"),
    [
        ("plan", ["plans", "planned", "planning"]),
        ("visit", ["visits", "visited", "visiting"]),
        ("deny", ["denies", "denied", "denying"]),
        ("travel", ["travels", "traveled", "travelled", "traveling", "travelling"]),
        ("agree", ["agrees", "agreed", "agreeing"]),
        ("die", ["dies", "died", "dying"]),
        ("organise", ["organises", "organised", "organising", "organize", "organized"]),
        ("seek", ["seeks", "sought", "seeking"]),
        ("veto", ["vetoes", "vetoed", "vetoing"]),
        ("ally", ["allies", "allied"]),
        ("spokeswoman", ["spokeswomen"]),
        ("crisis", ["crises"]),
    ],
)
def test_a_word_brings_its_forms(words: list[str], base: str, inflected: list[str]) -> None:
    assert sorted({base, *inflected} - set(words)) == []


@pytest.mark.parametrize(
    "misspelt", ["visitted", "planed", "denyed", "agreing", "dieing", "seeked", "spokesmans", "crisises"]
)
def test_a_wrong_form_is_not_listed(words: list[str], misspelt: str) -> None:
    assert misspelt not in words


# The organisations


def test_organisations_have_their_columns(organisations: list[dict[str, str]]) -> None:
    assert list(organisations[0]) == ["name", "aliases", "kind", "country"]


def test_organisations_are_sorted_by_kind_and_name(organisations: list[dict[str, str]]) -> None:
    keys = [(row["kind"], row["name"].casefold(), row["name"]) for row in organisations]

    assert keys == sorted(keys)


def test_every_organisation_has_a_name_and_no_empty_alias(organisations: list[dict[str, str]]) -> None:
    assert [row for row in organisations if not all(form == form.strip() != "" for form in forms(row))] == []


def test_a_form_belongs_to_one_organisation(organisations: list[dict[str, str]]) -> None:
    assert [form for form, count in form_counts(organisations).items() if count > 1] == []


def test_kinds_are_allowed(organisations: list[dict[str, str]]) -> None:
    assert {row["kind"] for row in organisations} == KINDS


def test_countries_are_codes_or_empty(organisations: list[dict[str, str]]) -> None:
    assert [row for row in organisations if not COUNTRY.fullmatch(row["country"])] == []


def test_no_organisation_is_a_given_name(organisations: list[dict[str, str]]) -> None:
    if not (FOLDER / "given_names.csv").is_file():
        pytest.skip("given_names.csv is not there")
    given = {row["name"] for row in rows("given_names.csv")}

    assert sorted(given & set(form_counts(organisations))) == []


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("UN", "igo"),
        ("U.N.", "igo"),
        ("Mercosur", "igo"),
        ("Crimea Platform", "igo"),
        ("Nato", "alliance"),
        ("Lib Dems", "party"),
        ("Hamas", "armed_group"),
        ("al Qaeda", "armed_group"),
        ("Sky News", "media"),
        ("Associated Press", "media"),
        ("Lockheed Martin", "company"),
        ("Morgan Stanley", "company"),
        ("MI6", "agency"),
        ("CENTCOM", "agency"),
        ("Foreign Office", "ministry"),
        ("State Department", "ministry"),
        ("Verkhovna Rada", "parliament"),
        ("Amnesty International", "ngo"),
        ("Aston Villa", "sport"),
    ],
)
def test_an_organisation_is_found_by_name_or_alias(
    organisations: list[dict[str, str]], form: str, kind: str
) -> None:
    assert [row["kind"] for row in organisations if form in forms(row)] == [kind]


@pytest.mark.parametrize(
    "form", ["Pentagon", "Kremlin", "White House", "Chelsea", "Fox", "Ford", "Wagner", "Petra"]
)
def test_a_place_or_a_bare_name_is_not_an_organisation(
    organisations: list[dict[str, str]], form: str
) -> None:
    assert form not in form_counts(organisations)
