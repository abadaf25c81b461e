"""Places: cities, buildings and countries that belong to no person."""

from __future__ import annotations

import pytest

from helpers.extract.places import find_places
from tests.news_markup import NOISES, add_noise, persons_of, read_marked, tokens_of


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize(
    ("marked", "name", "country", "kind", "city"),
    [
        ("They met in {Oslo}.", "Oslo", "NO", "city", ""),
        ("They met in {New York}.", "New York", "US", "city", ""),
        ("They met at the {White House}.", "White House", "US", "building", "Washington"),
        ("They met at {Camp David}.", "Camp David", "US", "building", None),
        ("They met at the {Lindmark Hotel}.", "Lindmark Hotel", "", "building", ""),
        ("They met inside {Solberg Castle}.", "Solberg Castle", "", "building", ""),
        ("They met in {Tavsholm}, he said.", "Tavsholm", "", "city", ""),
        ("They met in {Norway}.", "Norway", "NO", "country", ""),
        ("They met in the {United States}.", "United States", "US", "country", ""),
        ("They met in {The Hague}.".replace("{The Hague}", "The {Hague}"), "The Hague", "NL", None, ""),
    ],
)
def test_a_place(
    marked: str, name: str, country: str, kind: str | None, city: str | None, noise: str
) -> None:
    text, spans = read_marked(add_noise(marked, noise))
    found = find_places(tokens_of(text), persons_of(text))
    assert [(p.start, p.end) for p in found] == spans
    assert found[0].country == country
    assert (found[0].name, found[0].kind) == (name, kind or found[0].kind)
    assert city is None or found[0].city.startswith(city)


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian prime minister left.",
        "The Lindmark Hotel said so.",
        "They spoke of the Lindmark Hotel.",
        "She has faith in Tavsholm.",
        "They met in Tavsholm House Committee rooms.",
        "Norway’s prime minister left.",
        "The prime minister of Norway left.",
        "Ingrid Solberg of Norway left.",
        "They work for the Bank of Norway.",
        "The harbour is deep.",
        "",
    ],
)
def test_no_place(text: str) -> None:
    assert find_places(tokens_of(text), persons_of(text)) == ()


def test_a_place_beside_a_person_is_kept() -> None:
    text = "The Norwegian prime minister went from Oslo to Accra."
    assert [p.name for p in find_places(tokens_of(text), persons_of(text))] == ["Oslo", "Accra"]
