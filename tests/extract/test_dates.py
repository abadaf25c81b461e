"""Date expressions are found with exact spans, and impostors are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extract.dates import find_dates
from helpers.extract.dates_symbols import (
    Absolute,
    Anniversary,
    Between,
    Holiday,
    MonthRef,
    OneOf,
    Recently,
    RelativeUnit,
    SeasonRef,
    Shifted,
    Symbol,
    WeekdayRef,
    WeekOf,
    Window,
    YearPart,
    YearRef,
    symbol_base,
)

MARCH_5, MARCH_6 = Absolute(None, 3, 5), Absolute(None, 3, 6)
MAY_11 = Absolute(2022, 5, 11)


def only(marked: str) -> tuple[str, Symbol]:
    """Return text and symbol of the one date in a sentence whose expression is in braces."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    found = find_dates(text)
    assert [(text[m.start : m.end], m.start, m.end) for m in found] == [(text[start:end], start, end)]
    return text[start:end], found[0].symbol


CALENDAR = [
    ("They dined on {March 5}.", MARCH_5),
    ("They dined on {5 March} at noon.", MARCH_5),
    ("They dined on the {5th of March}.", MARCH_5),
    ("They dined on {March 5th}, late.", MARCH_5),
    ("THEY DINE ON {MARCH 5} IN OSLO", MARCH_5),
    ("They dined on {Oct. 3}.", Absolute(None, 10, 3)),
    ("They dined on {Sept 3}.", Absolute(None, 9, 3)),
    ("It opens on {Wednesday, March 5}, they said.", Absolute(None, 3, 5, 2)),
    ("It opens on {Wed., Mar. 5}, they said.", Absolute(None, 3, 5, 2)),
    ("It opens on {Wednesday 5 March 2025}.", Absolute(2025, 3, 5, 2)),
    ("It opens on {Wednesday (March 5}).", Absolute(None, 3, 5, 2)),
    ("It was signed on {11th May, 2022}.", MAY_11),
    ("It was signed on {May 11, 2022}, in Riga.", MAY_11),
    ("It was signed on {2022-05-11}.", MAY_11),
    ("It was signed at {2022-05-11T10:30:00Z}.", MAY_11),
    ("It was signed on {11.05.2022}.", MAY_11),
    ("It was signed on {25/05/2022}.", Absolute(2022, 5, 25)),
    ("It was signed on {05/25/2022}.", Absolute(2022, 5, 25)),
    ("It was signed on {11/05/2022}.", OneOf((Absolute(2022, 11, 5), MAY_11))),
    ("The visit of {March 5-6} is over.", Between(MARCH_5, MARCH_6)),
    ("The visit of {5–6 March} is over.", Between(MARCH_5, MARCH_6)),
    ("The visit of {March 5 and 6} is over.", Between(MARCH_5, MARCH_6)),
    ("The visit of {March 5 - 6, 2025} is over.", Between(Absolute(2025, 3, 5), Absolute(2025, 3, 6))),
    (
        "It is on {Wednesday and Thursday, March 5-6}.",
        Between(Absolute(None, 3, 5, 2), Absolute(None, 3, 6, 3)),
    ),
    ("It is on {March 3 or 10}.", OneOf((Absolute(None, 3, 3), Absolute(None, 3, 10)))),
    ("He comes between {3 and 5 June}.", Between(Absolute(None, 6, 3), Absolute(None, 6, 5), lasts=False)),
    (
        "She stays from {December 31 to January 2, 2022}.",
        Between(Absolute(2021, 12, 31), Absolute(2022, 1, 2)),
    ),
    ("The fair runs from {30 May to 2 June}.", Between(Absolute(None, 5, 30), Absolute(None, 6, 2))),
    ("It sits on {June 23-24 this year}.", Between(*(Absolute(None, 6, d, None, 0) for d in (23, 24)))),
    ("They return on the {24th}.", Absolute(None, None, 24)),
    ("They return in the {week of March 5}.", WeekOf(MARCH_5)),
]
PERIODS = [
    ("It was founded in {May 2022}.", MonthRef(5, 2022)),
    ("They met in {late July}.", MonthRef(7, None, "late")),
    ("They met in {mid-April}, in Bern.", MonthRef(4, None, "mid")),
    ("They met at the {end of March}.", MonthRef(3, None, "late")),
    ("They met {last April}.", MonthRef(4, None, "", "last")),
    ("They met in {March of last year}.", MonthRef(3, None, "", "", -1)),
    ("They met in {October}.", MonthRef(10)),
    ("The envoy resigned in {May}.", MonthRef(5)),
    ("The {June} summit was short.", MonthRef(6)),
    ("It rained between {March and May 2022}.", Between(MonthRef(3, 2022), MonthRef(5, 2022), lasts=False)),
    ("They met in {1943}.", YearRef(1943)),
    ("They met in {late 2023}.", YearRef(2023, "late")),
    ("The {2016} vote was close.", YearRef(2016)),
    ("He served from {2008 until 2016}.", Between(YearRef(2008), YearRef(2016))),
    ("It began in the {1990s}.", Between(YearRef(1990), YearRef(1999), lasts=False)),
    ("Exports fell in the {first quarter of 2023}.", YearPart(1, 4, 2023)),
    ("Exports fell in {Q1 2023}.", YearPart(1, 4, 2023)),
    ("They met in {spring 2022}.", SeasonRef("spring", 2022)),
    ("They met {last winter}.", SeasonRef("winter", None, "last")),
    ("They met in the {fall}.", SeasonRef("autumn")),
    ("They met on {Easter Monday}.", Holiday("easter monday")),
    ("They met on {Good Friday}.", Holiday("good friday")),
]
RELATIVE = [
    ("They met on {Tuesday}.", WeekdayRef(1)),
    ("They met on {Tuesday evening}.", WeekdayRef(1)),
    ("They met {late Sunday}.", WeekdayRef(6)),
    ("They met on {Tues.}", WeekdayRef(1)),
    ("They met {last Friday}.", WeekdayRef(4, "last")),
    ("They met {this past Friday}.", WeekdayRef(4, "past")),
    ("They met on {Monday of last week}.", WeekdayRef(0, "", -1)),
    ("They meet the {following Tuesday}.", WeekdayRef(1, "following")),
    ("They meet on {Wednesday and Thursday}.", Between(WeekdayRef(2), WeekdayRef(3))),
    ("They meet from {Monday to Wednesday}.", Between(WeekdayRef(0), WeekdayRef(2))),
    ("They met {yesterday}.", RelativeUnit("day", -1)),
    ("{Tomorrow}’s talks are off.", RelativeUnit("day", 1)),
    ("They met {earlier today}.", RelativeUnit("day", 0, "earlier")),
    ("They met {this morning}.", RelativeUnit("day", 0)),
    ("They met {last night}.", RelativeUnit("day", -1)),
    ("They met {last week}.", RelativeUnit("week", -1)),
    ("They met {last weekend}.", RelativeUnit("weekend", -1)),
    ("They met over {the weekend}.", RelativeUnit("weekend", 0)),
    ("They meet {this weekend}.", RelativeUnit("weekend", 0, "", "anchor", "this")),
    ("They meet in the {next month}.", RelativeUnit("month", 1)),
    ("They met {earlier this month}.", RelativeUnit("month", 0, "earlier")),
    ("They met {earlier in the day}.", RelativeUnit("day", 0, "earlier")),
    ("They meet {early next year}.", RelativeUnit("year", 1, "early")),
    ("They met {that day}.", RelativeUnit("day", 0, "", "expression")),
    ("They met {three days ago}.", Shifted(3, "day", -1)),
    ("They met {24 hours ago}.", Shifted(24, "hour", -1)),
    ("They met {a few weeks ago}.", Shifted(None, "week", -1)),
    ("They will meet in {two weeks}.", Shifted(2, "week", 1)),
    ("They had met {two days earlier}.", Shifted(2, "day", -1, "expression")),
    ("They had met the {day before}.", Shifted(1, "day", -1, "expression")),
    ("They met the {day before} the vote.", Shifted(1, "day", -1, "event")),
    ("They met on the {eve} of the vote.", Shifted(1, "day", -1, "event")),
    ("They meet in the {coming days}.", Window(None, "day", 1)),
    ("They meet in the {next two weeks}.", Window(2, "week", 1)),
    ("They met in {recent days}.", Window(None, "day", -1)),
    ("They met {recently}.", Recently()),
    ("It is the {80th anniversary} of the pact.", Anniversary(80)),
]


@pytest.mark.parametrize(("marked", "symbol"), CALENDAR + PERIODS + RELATIVE)
def test_an_expression_gives_its_symbol_and_its_span(marked: str, symbol: Symbol) -> None:
    assert only(marked)[1] == symbol


@pytest.mark.parametrize(("marked", "symbol"), CALENDAR + PERIODS + RELATIVE)
def test_noise_in_the_blanks_changes_nothing(marked: str, symbol: Symbol) -> None:
    inside = marked[marked.index("{") : marked.index("}")]
    assert only(marked.replace(inside, inside.replace(" ", "\u00a0")))[1] == symbol
    if "," not in inside and "\u2013" not in inside:
        assert only(marked.replace(inside, inside.replace(" ", "\n", 1)))[1] == symbol


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Theresa May said so, and Mrs May agreed.", "the person"),
        ("Ministers may 5 times refuse.", "the verb may"),
        ("They march 5 km a day.", "the verb march"),
        ("The March for Life passed the bank.", "the movement"),
        ("He sat down; a second chair was free.", "words that begin like weekdays"),
        ("The Good Friday Agreement holds.", "a treaty"),
        ("Black Friday was loud, Freaky Friday a film.", "named days"),
        ("Saturday Night Live and the Sunday Times called.", "titles"),
        ("The Tuesday Group objected.", "a body"),
        ("Shops close on Mondays; see Fridays for Future.", "repeated weekdays"),
        ("Mon - Fri: 7AM - 7PM", "opening hours"),
        ("USA Today and TODAY.AZ wrote it.", "outlets"),
        ("The 9/11 hijackers; a 24/7 service.", "numbers with a slash"),
        ("The October 7 attacks were named.", "a day as the name of an event"),
        ("It costs $25, or 2019% more, or £2020.", "money and shares"),
        ("They won 3-2; he is 25 and she 47.", "scores and ages"),
        ("Flight 2022 needs version 2019.1.", "numbers of things"),
        ("Call 202-456-1414 or +44 20 7946 0958.", "telephone numbers"),
        ("Some 2000 troops left with 1900 people.", "counts"),
        ("Resolution 1701 (2006) stands.", "numbers of resolutions"),
        ("See https://example.org/2022/05/11/talks and @friday.", "addresses"),
        ("The Arab Spring and the Winter Olympics are names.", "seasons in names"),
        ("The term is to end in force.", "a part of nothing"),
        ("It is the fall of the wall.", "the fall of something"),
    ],
)
def test_an_impostor_is_no_date(text: str, why: str) -> None:
    assert [text[m.start : m.end] for m in find_dates(text)] == [], why


@pytest.mark.parametrize(
    "marked",
    [
        "It was {May 5} when Theresa May said so.",
        "On {Good Friday} the agreement was read.",
        "She came on {October 7} and attacked the plan.",
        "He sat down on {Sunday}.",
        "In {2019}, 2000 troops left.",
    ],
)
def test_beside_an_impostor_the_date_is_found(marked: str) -> None:
    only(marked)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("On Monday he met her; the day before, on Sunday, he rested.", ["Monday", "day before", "Sunday"]),
        ("They met on Monday and Thursday.", ["Monday", "Thursday"]),
        ("On March 3 and April 4 they met.", ["March 3", "April 4"]),
        ("In 2015 and 2016 it rained.", ["2015", "2016"]),
        ("Monday’s and today's papers", ["Monday", "today"]),
    ],
)
def test_dates_side_by_side_stay_apart(text: str, surfaces: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_dates(text)] == surfaces


@pytest.mark.parametrize(
    ("symbol", "base"),
    [
        (MAY_11, ""),
        (MARCH_5, "anchor"),
        (WeekdayRef(1), "anchor"),
        (WeekdayRef(1, "following"), "expression"),
        (Between(Absolute(2025, 3, 5), Absolute(2025, 3, 6)), ""),
        (Shifted(1, "day", -1, "event"), "event"),
        (Anniversary(80, 1943), ""),
    ],
)
def test_a_symbol_says_what_it_is_relative_to(symbol: Symbol, base: str) -> None:
    assert symbol_base(symbol) == base


WORDS = [
    "March",
    "May",
    "5",
    "05",
    "31",
    "2022",
    "2022-05-11",
    "11/05/2022",
    "-",
    "–",
    ",",
    ".",
    "(",
    ")",
    "'",
    "’s",
    "of",
    "the",
    "day",
    "before",
    "after",
    "two",
    "weeks",
    "ago",
    "last",
    "next",
    "this",
    "late",
    "mid-",
    "early",
    "week",
    "weekend",
    "Monday",
    "Wed.",
    "Sunday",
    "to",
    "and",
    "between",
    "in",
    "1990s",
    "Q1",
    "80th",
    "anniversary",
    "\n",
    "\xa0",
    "eve",
    "$",
    "%",
    "year",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["", " ", "  ", "\n"]))
def test_spans_are_disjoint_and_in_order_whatever_the_words(words: list[str], glue: str) -> None:
    text = glue.join(words)
    end = 0
    for mention in find_dates(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        end = mention.end


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    assert isinstance(find_dates(text), tuple)


def test_impossible_days_do_no_harm() -> None:
    text = "On 31 February 2023, in the year 0, in 99999, on 2023-13-45 and on 00/00/0000."
    assert [text[m.start : m.end] for m in find_dates(text)] == ["31 February 2023"]
