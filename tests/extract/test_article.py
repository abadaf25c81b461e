"""Articles: short invented stories, and what must hold for any text at all."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import settings as configure
from hypothesis import strategies as st

from helpers.extract.facts import ArticleFacts
from tests.news_markup import Row, facts_of, meetings_of

WIRE = """OSLO, March 4 (Fjordwire) - Norwegian Foreign Minister Ingrid Solberg held talks with her Ghanaian \
counterpart, Kofi Asante, in Oslo on Tuesday, the ministry said.

Solberg and Asante spoke about fish and the port of Tema. The two ministers will meet again in Accra in June.

"It is a good port," Solberg told reporters.

Last week Solberg spoke by phone with Jordanian Foreign Minister Omar Haddad.
"""
READOUT = """Secretary Brunner’s Call with Foreign Minister Haddad

The following is attributable to Spokesperson Dana Whitlock:

Secretary of State Carl Brunner spoke today by phone with Jordanian Foreign Minister Omar Haddad. Secretary \
Brunner thanked the Foreign Minister for his hospitality.
"""
TRANSCRIPT = """PRESIDENT ASANTE: Good afternoon. Thank you all for coming.

I met with Prime Minister Solberg this morning. It rained.

PRIME MINISTER SOLBERG: Thank you, Mr. President.
"""
VISIT = """King Harald of Norway arrived in Accra on Wednesday for a three-day visit. He was received by \
President Kofi Asante at Jubilee House.

On Thursday he dined with former President Yaw Mensah.
"""
PHONE = """Ghanaian President Kofi Asante telephoned Norwegian Prime Minister Ingrid Solberg on Sunday \
evening. They agreed to meet in Oslo in June.
"""
TRILATERAL = """The leaders of three nations like Riga. Prime Minister Ingrid Solberg of Norway, \
President Kofi Asante of Ghana and King Yusuf of Jordan will hold a summit on 9 May 2031.
"""
WRAPPED = """ACCRA (Fjordwire) -- The Norwegian foreign minister, Ingrid
Solberg, met President Kofi Asante in Accra on Monday and
said afterwards that the two countries were closer than
at any time since the great storm. On Tuesday, Kofi
Asante received the mayor of Riga, Juris Kalns, who had
come by ship, and spoke at the university of the city.
"""
ROLES = """The US defence secretary met his Norwegian counterpart at the Pentagon on Tuesday. It rained.

The Norwegian defence minister will meet the German chancellor in Berlin next week.
"""
CALLED_OFF = """Norwegian Prime Minister Ingrid Solberg called off her talks with President Kofi \
Asante in Accra.

A storm is expected. Solberg has never met Asante.
"""
DENIAL = """Norway on Friday denied reports that Prime Minister Ingrid Solberg had met rebel \
commander Tariq Nassour in Geneva.

“The prime minister has never met Mr Nassour,” a spokesman said.
"""
TWEET = """Great to meet President Kofi Asante in Accra today. Thank you for the warm welcome!

— Ingrid Solberg (@isolberg) May 3, 2021
"""
ABROAD = """Omar Haddad flew to Riga on Monday, where he met Kofi Asante.
"""

STORIES: list[object] = [
    pytest.param(
        WIRE,
        [
            ("ingrid-solberg | kofi-asante", "held", "in_person", "Tuesday", "Oslo"),
            ("ingrid-solberg | kofi-asante", "held", "unknown", "", ""),
            ("ingrid-solberg | kofi-asante", "planned", "in_person", "June", "Accra"),
            ("ingrid-solberg | omar-haddad", "held", "phone", "Last week", ""),
        ],
        id="wire story",
    ),
    pytest.param(
        READOUT,
        [
            ("carl-brunner | omar-haddad", "held", "phone", "", ""),
            ("carl-brunner | omar-haddad", "held", "phone", "today", ""),
        ],
        id="readout",
    ),
    pytest.param(
        READOUT.partition("\n")[2],
        [("carl-brunner | omar-haddad", "held", "phone", "today", "")],
        id="readout without its headline",
    ),
    pytest.param(
        TRANSCRIPT, [("asante | solberg", "held", "in_person", "this morning", "")], id="transcript"
    ),
    pytest.param(
        VISIT,
        [
            ("harald | kofi-asante", "held", "in_person", "Wednesday", "Jubilee House"),
            ("harald | yaw-mensah", "held", "in_person", "Thursday", ""),
        ],
        id="visit",
    ),
    pytest.param(
        PHONE,
        [
            ("kofi-asante | ingrid-solberg", "held", "phone", "Sunday evening", ""),
            ("kofi-asante | ingrid-solberg", "planned", "in_person", "June", "Oslo"),
        ],
        id="phone call",
    ),
    pytest.param(
        TRILATERAL,
        [("ingrid-solberg | kofi-asante | yusuf", "planned", "in_person", "9 May 2031", "")],
        id="three leaders",
    ),
    pytest.param(
        WRAPPED,
        [
            ("ingrid-solberg | kofi-asante", "held", "in_person", "Monday", "Accra"),
            ("kofi-asante | juris-kalns", "held", "in_person", "Tuesday", ""),
        ],
        id="wrapped by hand, names broken over lines",
    ),
    pytest.param(
        ROLES,
        [
            (
                "The US defence secretary | his Norwegian counterpart",
                "held",
                "in_person",
                "Tuesday",
                "Pentagon",
            ),
            (
                "The Norwegian defence minister | the German chancellor",
                "planned",
                "in_person",
                "next week",
                "Berlin",
            ),
        ],
        id="roles only",
    ),
    pytest.param(
        CALLED_OFF,
        [
            ("ingrid-solberg | kofi-asante", "cancelled", "in_person", "", "Accra"),
            ("ingrid-solberg | kofi-asante", "denied", "in_person", "", ""),
        ],
        id="called off",
    ),
    pytest.param(
        DENIAL,
        [
            ("ingrid-solberg | tariq-nassour", "denied", "in_person", "", "Geneva"),
            ("ingrid-solberg | tariq-nassour", "denied", "in_person", "", ""),
        ],
        id="denial",
    ),
    pytest.param(
        TWEET,
        [("ingrid-solberg | kofi-asante", "held", "in_person", "today", "Accra")],
        id="tweet",
        marks=pytest.mark.xfail(strict=True, reason="who signs a tweet is not taken for its speaker"),
    ),
    pytest.param(
        ABROAD,
        [("omar-haddad | kofi-asante", "held", "in_person", "Monday", "Riga")],
        id="where he met",
    ),
    pytest.param(
        "Ingrid Solberg to meet Kofi Asante in Accra next week",
        [("ingrid-solberg | kofi-asante", "planned", "in_person", "next week", "Accra")],
        id="headline only",
    ),
    pytest.param(
        "Norway’s Solberg meets Ghana’s Asante in Accra",
        [("solberg | asante", "held", "in_person", "", "Accra")],
        id="headline with surnames only",
    ),
]


@pytest.mark.parametrize(("text", "rows"), STORIES)
def test_a_story(text: str, rows: list[Row]) -> None:
    assert meetings_of(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The lamps of the old customs house were lit when Astrid Kvist, a retired pilot, walked home. "
            "Her friends say she meets every deadline. The museum meets the needs of the town, and the "
            "council met the cost.\n",
            id="feature",
        ),
        pytest.param(
            "Ingrid Solberg met Ana Kvist in the final of the Oslo Open on Sunday and won 6-2, 6-3.\n\n"
            "Kvist had beaten Eva Lind in the semi-final.\n",
            id="sport",
        ),
        pytest.param(
            "Omar Haddad appeared in court on Monday. The judge told Haddad that the terms of bail were not "
            "met. His lawyer, Kofi Asante, said the sentence was met with silence.\n",
            id="court",
        ),
        pytest.param(
            "Prime Minister Ingrid Solberg wrote a letter to President Kofi Asante on Monday. In the letter "
            "she thanked Asante for his support. Asante replied in a letter on Friday.\n",
            id="letters",
        ),
        pytest.param(
            "President Kofi Asante faces the former general Tariq Nassour in an election on Sunday. Turnout "
            "may not meet expectations. Asante leads Nassour by two points.\n",
            id="election",
        ),
        pytest.param(
            "Norway met the deadline for the pact, Ingrid Solberg said. The plan met resistance from Kofi "
            "Asante. The targets were met, Solberg said.\n",
            id="deadline",
        ),
        pytest.param("", id="empty"),
        pytest.param("\n \u00a0\n", id="white space"),
    ],
)
def test_a_story_without_a_meeting(text: str) -> None:
    assert meetings_of(text) == []


def test_place_and_day_of_the_dateline_are_no_meetings() -> None:
    facts = facts_of(WIRE)
    assert facts.dateline is not None
    for meeting in facts.meetings:
        for i, mentions in ((meeting.date, facts.dates), (meeting.place, facts.places)):
            assert i < 0 or mentions[i].start >= facts.dateline.end


def test_the_title_is_a_headline() -> None:
    facts = facts_of("Solberg meets Asante\n\nIngrid Solberg met Kofi Asante.", title=(0, 20))
    assert [s.kind for s in facts.sentences] == ["headline", "body"]
    assert [m.sentence for m in facts.meetings] == [0, 1]


@pytest.mark.parametrize("text", [WIRE, WRAPPED, TRANSCRIPT])
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    assert facts_of(text) == facts_of(text)


def check_facts(text: str, facts: ArticleFacts) -> None:
    """Check that every span lies in the text, and every index in its list."""
    size = len(text)
    lists = (facts.sentences, facts.persons, facts.places, facts.dates)
    for mentions in lists:
        at = 0
        for m in mentions:
            assert at <= m.start < m.end <= size
            at = m.end
    for hits in (facts.statements, facts.topics, facts.meetings):
        assert [h.start for h in hits] == sorted(h.start for h in hits)
        assert all(0 <= h.start < h.end <= size for h in hits)
    for meeting in facts.meetings:
        sentence = facts.sentences[meeting.sentence]
        assert sentence.start <= meeting.start < meeting.end <= sentence.end
        assert meeting.sides and all(meeting.sides)
        members = [i for side in meeting.sides for i in side]
        assert all(0 <= i < len(facts.persons) for i in members)
        assert -1 <= meeting.date < len(facts.dates)
        assert -1 <= meeting.place < len(facts.places)
        assert -1 <= meeting.said_by < len(facts.persons)
        assert all(0 <= start < end <= size for _, start, end, _ in meeting.cues)


@pytest.mark.parametrize("story", [p.values[0] for p in STORIES])  # type: ignore[attr-defined]
def test_the_facts_of_a_story_are_sound(story: str) -> None:
    check_facts(story, facts_of(story))


WORDS = [
    "Omar Haddad",
    "Kofi Asante",
    "Ms Solberg",
    "he",
    "they",
    "both sides",
    "the two ministers",
    "Norway's",
    "Norwegian",
    "foreign minister",
    "President",
    "met",
    "will meet",
    "talks",
    "with",
    "between",
    "and",
    ",",
    ".",
    ";",
    ":",
    "\n",
    "\n\n",
    "on Monday",
    "in Oslo",
    "a meeting",
    "was postponed",
    "“",
    "”",
    "’s",
    "(",
    ")",
    "—",
    "-",
    "@roe",
    "said",
    "who",
    "that",
    "after",
    "held",
    "by phone",
    "NATO",
    "UN",
    "OF",
    "THE",
    "\u00a0",
    "<b>",
    "&amp;",
    "\u200b",
    "é",
    "…",
    "1",
    "2021-05-03",
    '"',
]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    check_facts(text, facts_of(text))


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
@example("Omar Haddad met Omar Haddad and Omar Haddad .")
@configure(max_examples=200)
def test_any_news_like_text_is_read(text: str) -> None:
    check_facts(text, facts_of(text))


@given(st.text(alphabet="ABCDEFGMETW'’. \n", max_size=200))
def test_capitals_throughout_are_read(text: str) -> None:
    check_facts(text, facts_of(text))


@pytest.mark.parametrize("text", ["Roe left. ‹P0› met ‹P1›", "Omar Haddad met ‹P7› in ‹L3› on ‹T2›."])
def test_signs_of_the_skeleton_in_the_text_are_only_text(text: str) -> None:
    facts = facts_of(text)
    check_facts(text, facts)
    assert facts.meetings == ()


@given(
    st.lists(st.sampled_from(["‹P0›", "‹P1›", "‹G2›", "‹T9›", "‹L0›", "‹", "›", *WORDS]), max_size=12).map(
        " ".join
    )
)
@example("Omar Haddad met ‹P9› .")
def test_any_text_with_signs_of_the_skeleton_is_read(text: str) -> None:
    check_facts(text, facts_of(text))


@pytest.mark.parametrize(
    ("text", "n_meetings"),
    [
        pytest.param(
            "The quiet old harbour lay under snow, and nobody came, so " * 17_500, 0, id="1 MB in a line"
        ),
        pytest.param("A" * 300_000, 0, id="one long word"),
        pytest.param("Omar Haddad " + "met " * 200 + "Kofi Asante", 1, id="200 met in a line"),
        pytest.param("Omar Haddad " + "met " * 5_000 + "Kofi Asante", 0, id="nobody near 5,000 met"),
        pytest.param("met " * 5_000, 0, id="5,000 met, nobody"),
        pytest.param("Omar Haddad met" + " " * 100_000 + "Kofi Asante.", 1, id="100,000 spaces"),
        pytest.param("Omar Haddad, " * 5_000, 0, id="a row of 5,000"),
        pytest.param("Omar Haddad (" * 5_000, 0, id="5,000 brackets left open"),
        pytest.param("“" * 10_000, 0, id="10,000 quotation marks left open"),
        pytest.param("Omar Haddad met Kofi Asante.\n" * 2_000, 2_000, id="2,000 lines"),
        pytest.param(
            "Omar Haddad met Kofi Asante on Monday and " * 200, 200, id="200 meetings in a sentence"
        ),
    ],
)
def test_long_text_is_read_to_its_end(text: str, n_meetings: int) -> None:
    facts = facts_of(text)
    check_facts(text, facts)
    assert len(facts.meetings) == n_meetings
