"""Meetings: which clauses report contact, which only look like it, and what each cites."""

from __future__ import annotations

import pytest

from tests.news_markup import facts_of, meetings_of

PAIR = "omar-haddad | kofi-asante"


@pytest.mark.parametrize("noise", ["plain", "noisy"])
@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Omar Haddad met Kofi Asante.", "met"),
        ("Omar Haddad held talks with Kofi Asante.", "held_talks"),
        ("Omar Haddad spoke with Kofi Asante.", "spoke_with"),
        ("Omar Haddad dined with Kofi Asante.", "conferred"),
        ("Omar Haddad discussed the port with Kofi Asante.", "discussed_with"),
        ("Omar Haddad hosted Kofi Asante at the Pentagon.", "hosted"),
        ("Omar Haddad visited Kofi Asante in Riga.", "visited"),
        ("Omar Haddad phoned Kofi Asante.", "phoned"),
        ("Omar Haddad joined Kofi Asante for talks in Riga.", "joined_for_talks"),
        ("Omar Haddad was received by Kofi Asante.", "was_received_by"),
        ("The talks between Omar Haddad and Kofi Asante were long.", "talks_between"),
        ("Omar Haddad's meeting with Kofi Asante was long.", "meeting_with"),
        ("Omar Haddad and Kofi Asante met in Riga.", "row_met"),
        ("In a recent meeting, Omar Haddad and Kofi Asante said so.", "in_a_meeting_row"),
        ("Omar Haddad told Kofi Asante by phone that he was late.", "told_in_a_meeting"),
        ("During the call, Omar Haddad urged Kofi Asante to come.", "in_a_meeting_told"),
        ("Omar Haddad invited Kofi Asante to Riga.", "invited"),
        pytest.param(
            "Omar Haddad met Ghana's Kofi Asante.",
            "met",
        ),
    ],
)
def test_a_clause_and_its_frame(text: str, frame: str, noise: str) -> None:
    if noise == "noisy":
        text = text.replace("'", "’").replace("Omar Haddad", "Omar\u00a0Haddad")
    assert [row[0] for row in meetings_of(text)] == [PAIR]
    assert [m.frame for m in facts_of(text).meetings] == [frame]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Omar Haddad met the deadline, Kofi Asante said.", id="deadline"),
        pytest.param("The plan of Omar Haddad met resistance from Kofi Asante.", id="resistance"),
        pytest.param("The terms that Omar Haddad set were met, Kofi Asante said.", id="terms"),
        pytest.param("Omar Haddad left the meeting room. Kofi Asante came.", id="meeting room"),
        pytest.param("Omar Haddad met Kofi Asante in the quarter-final.", id="sport"),
        pytest.param("Omar Haddad and Kofi Asante met in court at trial.", id="court"),
        pytest.param("Omar Haddad and Kofi Asante met in a televised debate.", id="debate"),
        pytest.param("Omar Haddad thanked Kofi Asante in a letter.", id="letter"),
        pytest.param("Omar Haddad called Kofi Asante a liar.", id="called names"),
        pytest.param("Omar Haddad called on Kofi Asante to resign.", id="called on to"),
        pytest.param("Omar Haddad called for Kofi Asante to go.", id="called for"),
        pytest.param("Omar Haddad welcomed Kofi Asante's decision.", id="welcomed a decision"),
        pytest.param("Omar Haddad welcomed Kofi Asante’s decision.", id="with a curly apostrophe"),
        pytest.param("Omar Haddad received a letter from Kofi Asante.", id="received a letter"),
        pytest.param("Omar Haddad spoke about Kofi Asante.", id="spoke about"),
        pytest.param("Omar Haddad held a speech, Kofi Asante said.", id="held a speech"),
        pytest.param("Omar Haddad and Kofi Asante said the port is open.", id="both said"),
        pytest.param("Relations between Omar Haddad and Kofi Asante are good.", id="relations"),
        pytest.param("Omar Haddad saw that Kofi Asante was late.", id="saw that"),
        pytest.param("Omar Haddad told Kofi Asante that the port is open.", id="told"),
        pytest.param("Omar Haddad walked away from Kofi Asante.", id="walked away"),
        pytest.param("Omar Haddad met Kofi Asante’s widow.", id="somebody's widow"),
        pytest.param("Omar Haddad had a cold, Kofi Asante said.", id="had a cold"),
        pytest.param(
            "Omar Haddad saw Kofi Asante as a rival.",
            id="saw as",
        ),
        pytest.param("Nobody met.", id="nobody"),
        pytest.param("Omar Haddad and Kofi Asante wrapped up warm before the talks.", id="wrapped up warm"),
        pytest.param("Omar Haddad told Kofi Asante there are no plans for a meeting.", id="no plans"),
        pytest.param(
            "Omar Haddad said there were no plans for a meeting with Kofi Asante.",
            id="nobody's plans in particular",
        ),
        pytest.param("In June it was Omar Haddad's plan which saw Kofi Asante leave.", id="which saw"),
        pytest.param(
            "Omar Haddad brought it back to the negotiating table with Kofi Asante.", id="negotiating table"
        ),
        pytest.param("Omar Haddad was invited to tender, Kofi Asante said.", id="invited to tender"),
    ],
)
def test_no_meeting(text: str) -> None:
    assert [row for row in meetings_of(text) if " | " in row[0]] == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Omar Haddad met with Kofi Asante's deputy, Ana Kvist.", "omar-haddad | ana-kvist"),
        (
            "Omar Haddad met three envoys - Kofi Asante and Ana Kvist.",
            "omar-haddad | kofi-asante & ana-kvist",
        ),
        ("Omar Haddad met three envoys from both sides, including Kofi Asante.", "omar-haddad | kofi-asante"),
        (
            "Omar Haddad met his Norwegian and Ghanaian counterparts, Ana Kvist and Kofi Asante.",
            "omar-haddad | ana-kvist & kofi-asante",
        ),
        ("Omar Haddad and Kofi Asante, with Ana Kvist as host, met in Riga.", PAIR),
        ("Omar Haddad, left, and Kofi Asante, right, shake hands in Riga.", PAIR),
        ("Omar Haddad and jailed nationalist Kofi Asante met.", PAIR),
        ("Omar Haddad, Kofi Asante Meet, Agree to Hold Summit", PAIR),
        ("Omar Haddad, 71, and Kofi Asante, 64, met in Riga.", PAIR),
        ("Omar Haddad and Kofi Asante, who share a port,\nwrapped up two days of talks.", PAIR),
        (
            "Omar Haddad hosted a dinner for Kofi Asante.",
            PAIR,
        ),
    ],
)
def test_a_participant_at_a_distance(text: str, sides: str) -> None:
    assert [row[0] for row in meetings_of(text)] == [sides]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Omar Haddad met Kofi Asante on Monday and will meet Ingrid Solberg on Tuesday.",
            [
                (PAIR, "held", "in_person", "Monday", ""),
                ("omar-haddad | ingrid-solberg", "planned", "in_person", "Tuesday", ""),
            ],
            id="two verbs",
        ),
        pytest.param(
            "Omar Haddad phoned Kofi Asante on Monday; Ingrid Solberg met Ana Kvist in Riga.",
            [
                (PAIR, "held", "phone", "Monday", ""),
                ("ingrid-solberg | ana-kvist", "held", "in_person", "", "Riga"),
            ],
            id="two clauses",
        ),
        pytest.param(
            "Omar Haddad met Kofi Asante on Monday and Ingrid Solberg on Tuesday.",
            [
                (PAIR, "held", "in_person", "Monday", ""),
                ("omar-haddad | ingrid-solberg", "held", "in_person", "Tuesday", ""),
            ],
            id="one verb, two days",
        ),
        pytest.param(
            "Omar Haddad said: “It was a pleasure to meet Kofi Asante.”",
            [(PAIR, "held", "in_person", "", "")],
            id="one clause, one meeting",
        ),
    ],
)
def test_several_in_one_sentence(text: str, rows: list[tuple[str, ...]]) -> None:
    assert meetings_of(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Omar Haddad held separate talks with Kofi Asante and Ana Kvist.",
            ["omar-haddad | kofi-asante", "omar-haddad | ana-kvist"],
            id="separately",
        ),
        pytest.param(
            "Omar Haddad held talks with both Kofi Asante and Ana Kvist.",
            ["omar-haddad | kofi-asante", "omar-haddad | ana-kvist"],
            id="with both",
        ),
        pytest.param(
            "Omar Haddad held talks with Kofi Asante and Ana Kvist.",
            ["omar-haddad | kofi-asante & ana-kvist"],
            id="together",
        ),
    ],
)
def test_each_apart_or_all_together(text: str, rows: list[str]) -> None:
    assert [row[0] for row in meetings_of(text)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Omar Haddad met Kofi Asante in Riga. The talks were mediated by Ana Kvist.",
            ["omar-haddad | kofi-asante", "omar-haddad & kofi-asante | ana-kvist"],
            id="a mediator",
        ),
        pytest.param(
            "Omar Haddad met Kofi Asante in Riga. He was accompanied by Ana Kvist.",
            ["omar-haddad | kofi-asante", "omar-haddad & kofi-asante | ana-kvist"],
            id="company",
        ),
        pytest.param(
            "Omar Haddad met Kofi Asante in Riga. He was joined at the talks by Ana Kvist.",
            ["omar-haddad | kofi-asante", "omar-haddad & kofi-asante | ana-kvist"],
            id="joined at the talks",
        ),
        pytest.param(
            "Omar Haddad met Kofi Asante in Riga. He was joined by Ana Kvist in condemning it.",
            ["omar-haddad | kofi-asante"],
            id="joined in an opinion",
        ),
        pytest.param(
            "Omar Haddad met Kofi Asante and Ana Kvist. The three leaders will meet again in Riga.",
            ["omar-haddad | kofi-asante & ana-kvist", "omar-haddad | kofi-asante | ana-kvist"],
            id="the three leaders",
        ),
        pytest.param(
            "Omar Haddad and Kofi Asante smiled after their talks in Riga.",
            ["omar-haddad | kofi-asante"],
            id="their talks",
        ),
        pytest.param(
            "MINISTER FOR FOREIGN AFFAIRS OMAR HADDAD\n\nIn Riga I will meet Kofi Asante on Monday.",
            ["omar-haddad | kofi-asante"],
            id="a release in the first person",
        ),
        pytest.param("In Riga I will meet Kofi Asante on Monday.", [], id="by nobody knows whom"),
    ],
)
def test_who_else_took_part(text: str, rows: list[str]) -> None:
    assert [row[0] for row in meetings_of(text) if "omar" in row[0]] == rows


def test_a_pair_joined_by_a_hyphen_is_two_people() -> None:
    text = "Omar Haddad and Ana Kvist spoke. The Haddad-Kvist talks in Riga ended."
    assert meetings_of(text)[-1][0] == "omar-haddad | ana-kvist"


def test_a_mention_cites_its_trigger_sentence_speaker_and_event() -> None:
    text = "It rained.\n\n“We met Kofi Asante at the Lindmark Forum,” Omar Haddad said."
    facts = facts_of(text)
    [meeting] = facts.meetings
    assert text[meeting.start : meeting.end] == "met"
    assert (meeting.sentence, meeting.frame, meeting.event) == (1, "met", "Lindmark Forum")
    assert facts.persons[meeting.said_by].key == "omar-haddad"


def test_nobody_meets_himself() -> None:
    assert [row for row in meetings_of("Omar Haddad met Haddad.") if " | " in row[0]] == []
