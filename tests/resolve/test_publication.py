"""The day of publication is stated, or the days on which everything can be true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.days import parse_edtf
from helpers.extract.dateline import find_dateline
from helpers.extract.dates import find_dates
from helpers.extract.tense import find_tense
from helpers.knowledge.tables import Event
from helpers.resolve.dated_events import build_event_index
from helpers.resolve.day_sets import agreed, as_days, day_set, meet
from helpers.resolve.publication import (
    Constraint,
    Publication,
    explain_publication,
    resolve_publication,
)
from helpers.resolve.told import find_told


def event(name: str, regex: str, start: str, end: str = "", kind: str = "happened") -> Event:
    first = date.fromisoformat(start)
    last = date.fromisoformat(end) if end else first
    return Event(name, regex, first, last, kind, "", "", "made up", (), "")


EVENTS = (
    event("the Riga flood", r"[Rr]iga flood", "2019-05-06"),
    event("Larsen's visit to Bern (spring)", r"Larsen['’]s visit to Bern", "2025-02-27", kind="visit"),
    event("Larsen's visit to Bern (autumn)", r"Larsen['’]s visit to Bern", "2026-09-15", kind="visit"),
    event("the Oslo summit", r"summit in Oslo", "2021-06-10", "2021-06-11", kind="summit"),
)


def term(text: str, words: str, *edtf: str) -> Constraint:
    """Return an office term for the words; several days are several terms."""
    start = text.index(words)
    options = tuple(parse_edtf(e) for e in edtf)
    reason = f"{words}: in office {' and '.join(edtf)}"
    hull = options[0] if len(options) == 1 else parse_edtf(f"[{options[0].start}..{options[-1].end}]")
    return Constraint(hull, reason, start, start + len(words), "office", options if len(options) > 1 else ())


def publish(
    text: str,
    terms: Sequence[Constraint] = (),
    *,
    stated: str = "",
    events: Sequence[Event] = EVENTS,
) -> Publication:
    dates = find_dates(text)
    dateline = find_dateline(text, dates)
    tense = partial(find_tense, text)
    return resolve_publication(
        text,
        dates,
        dateline,
        parse_edtf(stated) if stated else None,
        f"header: {stated}" if stated else "",
        terms,
        find_told(text, dates, dateline, build_event_index(events), tense),
        tense,
    )


def bounds(publication: Publication) -> str | None:
    return publication.days.edtf if publication.days else None


# What is stated ---------------------------------------------------------------


def test_a_header_goes_before_everything() -> None:
    text = "OSLO, 11 May 2022 (NTB) - Premier Berg met her."
    found = publish(text, [term(text, "Premier Berg", "[2021-01-01..2023-01-01]")], stated="2022-05-12")
    assert (bounds(found), found.basis, found.conflicts) == ("2022-05-12", "header: 2022-05-12", ())


def test_a_dateline_with_a_year_is_the_day() -> None:
    found = publish("Riga LV, 18 January 2023 (BNA): Ministers met.")
    assert (bounds(found), found.basis) == ("2023-01-18", "dateline: 18 January 2023")


def test_a_dateline_without_a_year_takes_it_from_the_rest() -> None:
    text = "OSLO, May 11 (NTB) - Premier Berg met her."
    found = publish(text, [term(text, "Premier Berg", "[2021-08-01..2023-01-01]")])
    assert bounds(found) == "2022-05-11"
    assert bounds(publish(text)) is None


def test_a_dateline_without_a_year_in_a_term_of_years_is_one_of_its_days() -> None:
    text = "OSLO, May 11 (NTB) - Premier Berg met her."
    found = publish(text, [term(text, "Premier Berg", "[2021-01-01..2023-01-01]")])
    assert bounds(found) == "[2021-05-11,2022-05-11]"


def test_a_stated_month_is_narrowed_by_the_text() -> None:
    assert bounds(publish("On July 21, 2016 they will meet in Oslo.", stated="2016-07")) == (
        "[2016-07-01..2016-07-21]"
    )
    assert bounds(publish("They met.", stated="2016-07")) == "2016-07"


def test_a_dateline_far_from_the_header_is_reported_and_dropped() -> None:
    found = publish("OSLO, 11 May 2019 (NTB) - They met.", stated="2022-05-12")
    assert bounds(found) == "2022-05-12"
    assert found.conflicts == ("dropped: dateline: 11 May 2019 ([2019-05-11..2019-05-14])",)


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("31 February 2023", "the dateline's 31 February 2023 is no day of the calendar"),
        (
            "Thursday, 18 January 2023",
            "the dateline says Thursday, 18 January 2023, but that day was a Wednesday",
        ),
    ],
)
def test_a_slip_in_the_dateline_is_reported(line: str, slip: str) -> None:
    assert slip in publish(f"A title\n{line}\n\nThey met.").conflicts


# What the words allow ---------------------------------------------------------


def test_nothing_known_is_said_to_be_nothing() -> None:
    found = publish("They met and spoke.")
    assert (bounds(found), found.basis) == (None, "nothing in the article says when it was published")


def test_terms_of_office_and_an_event_bound_the_day() -> None:
    text = "Premier Berg met Minister Holm on Tuesday, after the Riga flood, he said Wednesday."
    terms = [
        term(text, "Premier Berg", "[2018-02-01..2019-06-30]"),
        term(text, "Minister Holm", "[2016-01-01..]"),
    ]
    found = publish(text, terms)
    assert bounds(found) == "[2019-05-06..2019-06-30]"
    assert found.basis == (
        "between 2019-05-06 and 2019-06-30: after “the Riga flood” (2019-05-06); "
        "Premier Berg: in office [2018-02-01..2019-06-30]; it tells of Tuesday and Wednesday"
    )


def test_one_bound_is_better_than_none() -> None:
    found = publish("The Riga flood is over.")
    assert (bounds(found), found.basis) == (
        "[2019-05-06..]",
        "not before 2019-05-06: after “the Riga flood” (2019-05-06)",
    )


def test_two_terms_of_one_holder_are_alternatives() -> None:
    text = "President Berg met Minister Holm."
    terms = [
        term(text, "President Berg", "[2001-01-20..2005-01-20]", "[2009-01-20..2013-01-20]"),
        term(text, "Minister Holm", "[2010-01-01..2020-01-01]"),
    ]
    assert bounds(publish(text, terms)) == "[2010-01-01..2013-01-20]"


def test_a_title_in_a_sentence_about_a_past_year_binds_nothing() -> None:
    text = "In 2003 President Berg opened the bridge. Premier Holm closed it."
    terms = [
        term(text, "President Berg", "[2001-01-20..2009-01-20]"),
        term(text, "Premier Holm", "[2019-01-01..2020-01-01]"),
    ]
    found = publish(text, terms)
    assert (bounds(found), found.conflicts) == ("[2019-01-01..2020-01-01]", ())


def test_the_term_that_most_others_exclude_is_dropped_and_named() -> None:
    text = "President Berg met Minister Holm after the Riga flood."
    terms = [
        term(text, "President Berg", "[2001-01-20..2009-01-20]"),
        term(text, "Minister Holm", "[2018-01-01..2020-01-01]"),
    ]
    found = publish(text, terms)
    assert bounds(found) == "[2019-05-06..2020-01-01]"
    assert found.conflicts == (
        "dropped: President Berg: in office [2001-01-20..2009-01-20] ([2001-01-20..2009-01-20])",
    )


def test_two_holders_who_share_only_the_day_of_the_handover_are_both_dropped() -> None:
    text = "President Berg debated with President Holm."
    terms = [
        term(text, "President Berg", "[2009-01-20..2017-01-20]"),
        term(text, "President Holm", "[2017-01-20..2021-01-20]"),
    ]
    found = publish(text, terms)
    assert bounds(found) is None
    assert len(found.conflicts) == 2


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She resigned on February 11, 2016.", "[2016-02-11..]"),
        ("They will meet on July 21, 2016.", "[..2016-07-21]"),
        ("She resigned on February 11, 2016. They will meet on July 21, 2016.", "[2016-02-11..2016-07-21]"),
        ("It was founded in 2018.", "[2018-01-01..]"),
        ("She left on March 5 and will meet him on 6 April.", None),
        # a past verb is not enough
        ("They met to plan the vote of 2023.", None),
        ("They discussed the upcoming vote in 2023.", None),
        ("She said it is ready to open on July 1, 2020.", None),
        ("She stressed that they are interested in holding it in 2024 or 2025.", None),
        ("The 2020 vote divided them.", None),
    ],
)
def test_dates_in_the_text_bound_the_day(text: str, edtf: str | None) -> None:
    assert bounds(publish(text)) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Premier Berg is here. They will meet on 3 October.", "[2022-09-06..2022-10-03]"),
        ("Premier Berg is here. They met on 3 October.", "[2022-10-03..2022-10-25]"),
        ("Premier Berg is here. They met to prepare 3 October.", "[2022-09-06..2022-10-25]"),
        (
            "Premier Berg is here. They met on 3 October. They will meet on 8 October.",
            "[2022-10-03..2022-10-08]",
        ),
    ],
)
def test_days_without_a_year_narrow_a_short_term(text: str, edtf: str) -> None:
    assert bounds(publish(text, [term(text, "Premier Berg", "[2022-09-06..2022-10-25]")])) == edtf


VISIT = "The talks follow Larsen's visit to Bern last week. Premier Holm was there."


def test_a_visit_last_week_was_in_the_week_before() -> None:
    found = publish(VISIT, [term(VISIT, "Premier Holm", "[2025-02-01..2025-03-31]")])
    assert bounds(found) == "[2025-03-03..2025-03-09]"
    assert found.basis == (
        "between 2025-03-03 and 2025-03-09: "
        "“last week” is said of “Larsen's visit to Bern (spring)” (2025-02-27)"
    )


def test_a_visit_binds_only_where_little_else_is_possible() -> None:
    found = publish(VISIT, [term(VISIT, "Premier Holm", "[2024-01-01..2025-12-31]")])
    assert bounds(found) == "[2024-01-01..2025-12-31]"


def test_a_visit_that_no_table_has_binds_nothing() -> None:
    found = publish(VISIT, [term(VISIT, "Premier Holm", "[2022-02-01..2022-03-31]")])
    assert (bounds(found), found.conflicts) == ("[2022-02-01..2022-03-31]", ())


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He spoke of the Riga flood on Monday.", "[2019-05-06..2019-05-12]"),
        ("He spoke of the Riga flood last month.", "[2019-06-01..2019-06-30]"),
        ("He spoke of the Riga flood a long while after it.", "[2019-05-06..]"),
        ("He spoke of the Riga flood; on Monday he left.", "[2019-05-06..]"),
        ("They met at the summit in Oslo.", "[2021-06-10..]"),
        ("They will meet at the summit in Oslo.", None),
        ("They met to prepare the upcoming summit in Oslo.", None),
    ],
)
def test_a_date_beside_an_event_is_turned_round(text: str, edtf: str | None) -> None:
    assert bounds(publish(text)) == edtf


def test_weekdays_and_days_of_one_visit_give_the_year() -> None:
    text = (
        "Minister Holm will discuss it during a visit on March 5-6. "
        "It will be the main topic of the visit on Wednesday and Thursday."
    )
    found = publish(text, [term(text, "Minister Holm", "[2024-07-05..2027-01-01]")])
    assert bounds(found) == "[2025-02-27..2025-03-05]"


def test_a_visit_tells_between_the_years_that_weekdays_leave() -> None:
    text = (
        "Minister Holm will discuss it during a visit on March 5-6. "
        "It will be the main topic of the visit on Wednesday and Thursday. "
        "It will follow Larsen's visit to Bern last week."
    )
    found = publish(text, [term(text, "Minister Holm", "[2024-07-05..]")])
    assert bounds(found) == "[2025-03-03..2025-03-05]"


def test_weekdays_of_the_past_are_no_arithmetic() -> None:
    text = "They met on March 5-6. They rested on Wednesday and Thursday."
    assert bounds(publish(text)) is None


def test_what_merged_articles_add_outweighs_the_text() -> None:
    text = "Premier Berg met her."
    merged = Constraint(parse_edtf("[2023-01-17..2023-01-20]"), "the same meeting in b.txt", -1, -1, "merge")
    found = publish(text, [term(text, "Premier Berg", "[2022-09-06..2023-11-13]"), merged])
    assert bounds(found) == "[2023-01-17..2023-01-20]"


# The proof --------------------------------------------------------------------


def test_the_proof_cites_each_claim_with_its_sentence() -> None:
    text = "He flew in. Premier Berg met her after the Riga flood."
    found = publish(text, [term(text, "Premier Berg", "[2018-02-01..2019-06-30]")])
    assert explain_publication(found, text) == "\n".join(
        [
            "Published: [2019-05-06..2019-06-30]. between 2019-05-06 and 2019-06-30: after “the Riga flood” "
            "(2019-05-06); Premier Berg: in office [2018-02-01..2019-06-30]",
            "* event: after “the Riga flood” (2019-05-06) [2019-05-06..]",
            "    “Premier Berg met her after the Riga flood.”",
            "* office: Premier Berg: in office [2018-02-01..2019-06-30] [2018-02-01..2019-06-30]",
            "    “Premier Berg met her after the Riga flood.”",
            "Without “Premier Berg: in office [2018-02-01..2019-06-30]” it would be [2019-05-06..].",
        ]
    )


def test_the_proof_of_nothing_is_short() -> None:
    assert explain_publication(publish("They met."), "They met.") == (
        "Published: unknown. nothing in the article says when it was published"
    )


def test_ten_thousand_dates_are_no_trouble() -> None:
    line = "She left on March 5, then on 6 April 2019. They will meet on May 7-8, on Tuesday and Wednesday. "
    text = "Premier Berg is here. " + line * 2_500
    found = publish(text, [term(text, "Premier Berg", "[2018-01-01..2022-01-01]")])
    assert bounds(found) == "[2019-05-01..2019-05-07]"


@given(st.text(alphabet="SheMrinOslotwiledsumRgafod on2019March5-,. \n", max_size=200))
def test_whatever_the_text_the_bounds_are_in_order(text: str) -> None:
    found = publish(text)
    assert found.days is None or found.days.start <= found.days.end
    assert isinstance(explain_publication(found, text), str)


# Sets of days -----------------------------------------------------------------

DAY_SETS = st.lists(
    st.tuples(st.dates(date(2000, 1, 1), date(2001, 1, 1)), st.integers(0, 60)), min_size=1, max_size=4
).map(lambda rows: day_set(parse_edtf(f"[{d}..{date.fromordinal(d.toordinal() + n)}]") for d, n in rows))


@given(DAY_SETS, DAY_SETS)
def test_meet_is_what_both_have(a: tuple[tuple[date, date], ...], b: tuple[tuple[date, date], ...]) -> None:
    def days(intervals: tuple[tuple[date, date], ...]) -> set[int]:
        return {d for start, end in intervals for d in range(start.toordinal(), end.toordinal() + 1)}

    assert days(meet(a, b)) == days(a) & days(b)


@given(DAY_SETS, DAY_SETS)
def test_where_claims_agree_their_common_days_are_taken(
    a: tuple[tuple[date, date], ...], b: tuple[tuple[date, date], ...]
) -> None:
    both = meet(a, b)
    assert agreed([(a, 1), (b, 1)]) == (both or day_set(as_part(i) for i in sorted((*a, *b))))


def as_part(interval: tuple[date, date]):  # type: ignore[no-untyped-def]
    return parse_edtf(f"[{interval[0]}..{interval[1]}]")


def test_every_day_is_no_value() -> None:
    assert as_days(agreed([])) is None
    assert as_days(()) is None
