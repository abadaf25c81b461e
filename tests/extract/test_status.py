"""Status and mode: what the clause says became of a meeting, and how they met."""

from __future__ import annotations

import pytest

from tests.news_markup import facts_of, meetings_of

A, B = "Omar Haddad", "Kofi Asante"


def _xfail(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


VERB = [
    ("held", "{A} met {B}."),
    ("held", "{A} has met {B}."),
    ("held", "{A} had met {B}."),
    ("held", "{A} meets {B}"),
    ("held", "{A} said he met {B}."),
    ("held", "{A}, who met {B}, left."),
    ("held", "{A} flew to Riga to meet {B}."),
    ("held", "{A}, having met {B}, flew home."),
    ("planned", "{A} will meet {B}."),
    ("planned", "{A} is to meet {B}."),
    ("planned", "{A} is scheduled to meet {B}."),
    ("planned", "{A} is due to meet {B}."),
    ("planned", "{A} is expected to meet {B}."),
    ("planned", "{A} plans to meet {B}."),
    ("planned", "{A} agreed to meet {B}."),
    ("planned", "{A} said he would meet {B}."),
    ("planned", "{A} will fly to Riga to meet {B}."),
    ("planned", "{A} and {B} are due to meet."),
    ("planned", "{A} and {B} agreed to meet."),
    ("denied", "{A} did not meet {B}."),
    ("denied", "{A} didn't meet {B}."),
    ("denied", "{A} has never met {B}."),
    ("denied", "{A} denied having met {B}."),
    ("denied", "{A} denies that he met {B}."),
    ("denied", "{A} and {B} never met."),
    ("hypothetical", "{A} could meet {B}."),
    ("hypothetical", "{A} may meet {B}."),
    ("hypothetical", "{A} wants to meet {B}."),
    ("hypothetical", "{A} offered to meet {B}."),
    ("hypothetical", "{A} refused to meet {B}."),
    ("hypothetical", "{A} is ready to meet {B}."),
    ("hypothetical", "If {A} meets {B}, prices will fall."),
    ("hypothetical", "{A} and {B} may meet."),
    ("hypothetical", "{A} invited {B} to Riga."),
    pytest.param(
        "planned", "{A} is meeting {B} next week.", marks=_xfail("is meeting with a date to come is held")
    ),
    ("planned", "{A} left. He'll meet {B}."),
    ("denied", "{A} failed to meet {B}."),
    ("denied", "{A} has yet to meet {B}."),
    ("held", "{A} is to fly home after meeting {B}."),
    ("planned", "Prices rule when {A} and {B} meet on Friday."),
    ("hypothetical", "{A} declined to meet {B}."),
    ("denied", "Officials denied reports that a meeting between {A} and {B} took place."),
    ("denied", "Officials denied local reports which alleged that {A} had met {B}."),
    ("held", "Officials said that {A} had met {B}."),
    ("cancelled", "{A} and {B} were to meet in Riga, but they failed to do so."),
    ("held", "{A} was in Riga for talks with {B}."),
    ("planned", "{A} headed for a meeting with {B}."),
    ("cancelled", "{A} cancelled a trip to Riga where he was to meet {B}."),
    ("postponed", "{A} put off a visit to Riga during which he was to meet {B}."),
    ("planned", "{A} cancelled a speech and will meet {B}."),
    ("hypothetical", "They want {A} to travel to Riga to meet {B}."),
    ("hypothetical", "{A} says he would meet {B} if asked."),
]

NOUN = [
    ("held", "{A}'s meeting with {B} lasted an hour."),
    ("held", "After talks with {B}, {A} said goodbye."),
    ("held", "After talks with {B}, {A} flew home."),
    ("held", "{A} left after a meeting with {B}."),
    ("held", "The meeting between {A} and {B} took place in Riga."),
    ("held", "{A} held a meeting with {B}."),
    ("planned", "Ahead of talks with {B}, {A} said goodbye."),
    ("planned", "Ahead of talks with {B}, {A} flew home."),
    ("planned", "{A}'s planned talks with {B} are long."),
    ("planned", "A meeting between {A} and {B} is expected."),
    ("planned", "A meeting between {A} and {B} will take place in Riga."),
    ("planned", "{A} will hold a meeting with {B}."),
    ("cancelled", "{A} called off his talks with {B}."),
    ("cancelled", "{A} and {B} cancelled their meeting."),
    ("cancelled", "A meeting between {A} and {B} has been called off."),
    ("cancelled", "{A}'s meeting with {B} was cancelled."),
    ("cancelled", "{A}'s talks with {B} have been scrapped."),
    ("cancelled", "The meeting between {A} and {B}, planned for May, was called off."),
    ("postponed", "{A} postponed his meeting with {B}."),
    ("postponed", "{A}'s meeting with {B} has been put off."),
    ("postponed", "A meeting between {A} and {B} has been delayed."),
    ("denied", "Talks between {A} and {B} did not take place."),
    ("hypothetical", "A meeting between {A} and {B} may take place in Riga."),
    ("hypothetical", "{A} proposed his talks with {B}."),
    *(("cancelled", f"{{A}} has {verb} his talks with {{B}}.") for verb in ("called off", "cancelled")),
    ("cancelled", "The meeting between {A} and {B} was cancelled."),
    ("cancelled", "Talks between {A} and {B} were called off."),
    ("postponed", "The meeting between {A} and {B} was postponed."),
    ("planned", "A meeting between {A} and {B} was planned for May."),
    ("planned", "A meeting between {A} and {B} is planned for May."),
    *(
        ("denied", f"The ministry denied {clause}.")
        for clause in ("that {A} had met {B}", "reports that {A} had met {B}", "that {A} held talks with {B}")
    ),
    ("denied", "There was no meeting between {A} and {B}."),
    ("denied", "No meeting between {A} and {B} took place."),
]

MODES = [
    ("in_person", "{A} met {B}."),
    ("in_person", "{A} received {B}."),
    ("in_person", "{A} held a meeting with {B} in Riga."),
    ("in_person", "{A} paid a courtesy call on {B}."),
    ("in_person", "{A} shook hands with {B}."),
    ("in_person", "{A} called on {B} on Monday."),
    ("phone", "{A} phoned {B}."),
    ("phone", "{A} called {B} on Monday."),
    ("phone", "{A} spoke by phone with {B}."),
    ("phone", "{A} spoke with {B} over the phone."),
    ("phone", "{A} held a telephone conversation with {B}."),
    ("phone", "{A} told {B} by phone that he was late."),
    ("phone", "In a phone call, {A} told {B} that he was late."),
    ("phone", "{A} and {B} spoke by telephone."),
    ("video", "{A} held a video call with {B}."),
    ("video", "{A} met virtually with {B}."),
    ("video", "{A} and {B} met via video link."),
    ("video", "{A} held an online meeting with {B}."),
    ("unknown", "{A} spoke with {B}."),
    ("unknown", "{A} talked to {B}."),
    ("unknown", "{A} discussed the port with {B}."),
]


def fill(sentence: str, noise: str) -> str:
    text = sentence.replace("{A}", A).replace("{B}", B)
    return text if noise == "plain" else text.replace("'", "’").replace(B, B.replace(" ", "\u00a0"))


@pytest.mark.parametrize("noise", ["plain", "noisy"])
@pytest.mark.parametrize(("status", "sentence"), [*VERB, *NOUN])
def test_status(status: str, sentence: str, noise: str) -> None:
    rows = meetings_of(fill(sentence, noise))
    assert [(row[0], row[1]) for row in rows] == [("omar-haddad | kofi-asante", status)]


@pytest.mark.parametrize("noise", ["plain", "noisy"])
@pytest.mark.parametrize(("mode", "sentence"), MODES)
def test_mode(mode: str, sentence: str, noise: str) -> None:
    assert [row[2] for row in meetings_of(fill(sentence, noise))] == [mode]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("{A} met {B}, and will visit Oslo.", "held"),
        ("{A} will visit Oslo; he met {B}.", "held"),
        ("{A} met {B} and cancelled a trip to Oslo.", "held"),
        ("{A} met {B}, who denied that the port may close.", "held"),
        ("{A}, who never liked Oslo, will meet {B}.", "planned"),
        ("{A} never liked Oslo but met {B}.", "held"),
    ],
)
def test_words_of_another_clause_do_not_decide(sentence: str, status: str) -> None:
    assert [row[1] for row in meetings_of(fill(sentence, "plain"))] == [status]


@pytest.mark.parametrize(
    ("sentence", "field", "value", "words"),
    [
        ("{A} will meet {B}.", "status", "planned", "will"),
        ("{A} met {B}.", "status", "held", "met"),
        ("{A} denied having met {B}.", "status", "denied", "denied"),
        (
            "A meeting between {A} and {B} has been called off.",
            "status",
            "cancelled",
            "has been called off",
        ),
        ("{A} spoke by phone with {B}.", "mode", "phone", "by phone"),
        ("{A} met virtually with {B}.", "mode", "video", "virtually"),
        ("{A} met {B}.", "mode", "in_person", "met"),
    ],
)
def test_the_words_it_rests_on_are_cited(sentence: str, field: str, value: str, words: str) -> None:
    text = fill(sentence, "noisy")
    [meeting] = facts_of(text).meetings
    assert [(v, text[s:e]) for name, s, e, v in meeting.cues if name == field] == [(value, words)]
    assert meeting.tense == ("future" if meeting.status == "planned" else "past")
