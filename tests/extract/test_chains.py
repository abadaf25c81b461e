"""Chains: which mentions of one article mean the same person."""

from __future__ import annotations

import pytest

from helpers.extract.chains import plain_words, same_words, slug
from tests.news_markup import facts_of, read_marked, surface


def key_of(marked: str) -> str:
    """Return the key of the mention that begins or ends with the phrase in braces."""
    text, [(start, end)] = read_marked(marked)
    keys = [p.key for p in facts_of(text).persons if p.start < end and start < p.end]
    assert len(keys) < 2, f"more than one mention in braces: {keys}"
    return keys[0] if keys else "no mention"


@pytest.mark.parametrize(
    ("marked", "key"),
    [
        pytest.param("Ingrid Solberg left. {Solberg} came back.", "ingrid-solberg", id="surname later"),
        pytest.param("{Solberg} left. Ingrid Solberg came back.", "ingrid-solberg", id="surname earlier"),
        pytest.param("Ingrid Solberg left. {Ms Solberg} came back.", "ingrid-solberg", id="Ms and surname"),
        pytest.param("Ingrid Solberg left. {Solberg}’s boat sank.", "ingrid-solberg", id="possessive"),
        pytest.param(
            "Ingrid\u00a0Solberg left. {Solberg} came.", "ingrid-solberg", id="hard space in the name"
        ),
        pytest.param("Ana Ordóñez left. {Ordonez} came back.", "ana-ordonez", id="accents lost"),
        pytest.param(
            "Lewis B. Marchetti left. {Lewis Marchetti} came.", "lewis-marchetti", id="initial lost"
        ),
        pytest.param("Lewis Marchetti III left. {Marchetti} came.", "lewis-marchetti", id="suffix lost"),
        pytest.param("Alexander Okello left. {Alex Okello} came.", "alexander-okello", id="short given name"),
        pytest.param(
            "Omar Haddad and Tariq Haddad left. {Omar Haddad} came.",
            "omar-haddad",
            id="brothers by full name",
        ),
        pytest.param(
            "Omar Haddad left. Tariq Haddad came. {Haddad} spoke.", "tariq-haddad", id="the Haddad named last"
        ),
        pytest.param(
            "Ingrid Solberg left. @ingridsolberg: We won. {@ingridsolberg}", "ingrid-solberg", id="handle"
        ),
        pytest.param("Ingrid Solberg left. {@kofiasante} came.", "no mention", id="somebody else's handle"),
        pytest.param("{Envoy Okello} left.", "okello", id="a role opens a chain for a surname"),
        pytest.param(
            "They sailed to {Zzyxqov}.", "no mention", id="a word that nothing shows to be a person"
        ),
        pytest.param("Ingrid Solberg and {Okello} left.", "okello", id="in a row with a person"),
    ],
)
def test_names(marked: str, key: str) -> None:
    assert key_of(marked) == key


@pytest.mark.parametrize(
    ("marked", "key"),
    [
        pytest.param(
            "Defence Minister Ingrid Solberg left. {The defence minister} came back.",
            "ingrid-solberg",
            id="same role",
        ),
        pytest.param(
            "US Defense Secretary Carl Okello left. {The U.S. defence secretary} came.",
            "carl-okello",
            id="spelt in another way",
        ),
        pytest.param(
            "President Ingrid Solberg of Norway met President Kofi Asante of Ghana. "
            "{The Ghanaian president} left.",
            "kofi-asante",
            id="the country decides",
        ),
        pytest.param(
            "President Ingrid Solberg of Norway left. {The Ghanaian president} came.",
            "",
            id="another country",
        ),
        pytest.param("President Ingrid Solberg left. {The prime minister} came.", "", id="another office"),
        pytest.param(
            "Prime Minister Ingrid Solberg met rebel leader Tariq Nassour. {The prime minister} left.",
            "ingrid-solberg",
            id="a leader may hold the office, a prime minister does",
        ),
        pytest.param("President Ingrid Solberg left. {The former president} came.", "", id="a former holder"),
        pytest.param("President Ingrid Solberg left. {Her counterpart} came.", "", id="a counterpart"),
        pytest.param(
            "Envoy Omar Haddad left. {The envoy} came back.", "omar-haddad", id="no office in the tables"
        ),
        pytest.param("Envoy Omar Haddad left. {The coach} came.", "", id="another noun"),
    ],
)
def test_roles(marked: str, key: str) -> None:
    assert key_of(marked) == key


@pytest.mark.parametrize(
    ("marked", "key"),
    [
        pytest.param("Omar Haddad left. {He} came back.", "omar-haddad", id="he"),
        pytest.param("Ingrid Solberg left. {She} came back.", "ingrid-solberg", id="she"),
        pytest.param("Omar Haddad said {he} would leave.", "omar-haddad", id="in the sentence"),
        pytest.param("Omar Haddad met Kofi Asante. {He} left.", "omar-haddad", id="the subject before"),
        pytest.param("Mr Haddad met Ms Asante. {She} left.", "asante", id="she is not Mr"),
        pytest.param("Ms Asante met Mr Haddad. {He} left.", "haddad", id="he is not Ms"),
        pytest.param("Friends of Kofi Asante met Omar Haddad. {He} left.", "omar-haddad", id="not behind of"),
        pytest.param("{He} left.", "", id="nobody before"),
        pytest.param("A Ghanaian delegation left. {He} stayed.", "", id="a delegation is no he"),
    ],
)
def test_pronouns(marked: str, key: str) -> None:
    assert key_of(marked) == key


def test_every_mention_with_a_name_has_a_key() -> None:
    text = "Ingrid Solberg met Envoy Okello, the Norwegian premier and a delegation. They left."
    for person in facts_of(text).persons:
        named = person.form in ("full", "surname")
        assert bool(person.key) == named, surface(text, person)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ana Ordóñez", ("ana", "ordonez")),
        ("Lewis B. Marchetti, Jr.", ("lewis", "marchetti")),
        ("Omar al-Rashidi", ("omar", "al-rashidi")),
        ("Pat O’Hara", ("pat", "o'hara")),
        ("B.", ("b",)),
        ("", ()),
    ],
)
def test_words_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert plain_words(name) == words


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Omar Haddad", "Omar Haddad", True),
        ("Omar Yusuf Haddad", "Omar Haddad", True),
        ("Alex Okello", "Alexander Okello", True),
        ("Haddad Omar", "Omar Haddad", True),
        ("Omar Haddad", "Tariq Haddad", False),
        ("Omar Haddad", "Omar Asante", False),
        ("Al Okello", "Alexander Okello", False),
        ("", "Omar Haddad", False),
    ],
)
def test_names_that_can_be_one(a: str, b: str, same: bool) -> None:
    assert same_words(plain_words(a), plain_words(b)) is same
    assert same_words(plain_words(b), plain_words(a)) is same


def test_a_key_is_readable() -> None:
    assert slug(("pat", "o'hara", "al-rashidi")) == "pat-ohara-al-rashidi"
