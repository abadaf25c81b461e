"""Account: names narrow dates, dates narrow names, and a merged meeting narrows its articles."""

from __future__ import annotations

from itertools import permutations

import pytest

from helpers.knowledge.tables import load_knowledge
from helpers.resolve.account import Account, resolve_account
from tests.small_news import account_of, account_of_files, frames_of, meetings_of

#: Told alike by two articles.
SHARED = (
    " A joint office for the repair of railway bridges is to be opened before the winter, "
    "and the costs are to be shared by the two countries."
)
DATED = "2023-05-18 | Antony Blinken met Catherine Colonna in Paris on Tuesday." + SHARED
UNDATED = (
    " | US Secretary of State Antony Blinken met French Foreign Minister Catherine Colonna in Paris." + SHARED
)


def published(account: Account) -> list[tuple[str | None, str]]:
    """Return the publication dates: EDTF and basis."""
    return [(p.days.edtf if p.days else None, p.basis) for p in account.publications]


def test_office_terms_bound_an_undated_article() -> None:
    assert published(account_of(UNDATED)) == [
        (
            "[2022-05-20..2024-01-11]",
            "between 2022-05-20 and 2024-01-11: Catherine Colonna is called Foreign Minister: "
            "held the office 2022-05-20 to 2024-01-11",
        )
    ]


def test_two_office_terms_bound_it_by_what_they_share() -> None:
    account = account_of(
        " | British Prime Minister Rishi Sunak met French Foreign Minister Catherine Colonna in London."
    )
    assert published(account)[0][0] == "[2022-10-25..2024-01-11]"


@pytest.mark.parametrize(
    "text",
    [
        " | Former French Foreign Minister Catherine Colonna met the novelist Bo Jarrow in Paris.",
        " | Then-French Foreign Minister Catherine Colonna met the novelist Bo Jarrow in Paris.",
        " | Catherine Colonna met the novelist Bo Jarrow in Paris.",
    ],
)
def test_former_holder_binds_nothing(text: str) -> None:
    assert published(account_of(text)) == [(None, "nothing in the article says when it was published")]


def test_merge_narrows_the_undated_article() -> None:
    account = account_of(DATED, UNDATED)
    assert published(account) == [
        ("2023-05-18", "given in index.csv"),
        (
            "[2023-05-16..2024-01-11]",
            "between 2023-05-16 and 2024-01-11: it reports the meeting of Antony Blinken and Catherine "
            "Colonna, 2023-05-16, as past; Catherine Colonna is called Foreign Minister: "
            "held the office 2022-05-20 to 2024-01-11",
        ),
    ]
    assert len(account.records) == 1


def test_merge_narrows_names_in_turn() -> None:
    """The undated article can be of two prime ministers' time; the merge leaves one of them."""
    more = UNDATED + " The British prime minister met US President Joe Biden in London."
    alone = frames_of(more)["participations"]
    assert alone["candidates"].dropna().tolist() == [
        "Boris Johnson (2019-07-24 to 2022-09-06) | Liz Truss (2022-09-06 to 2022-10-25) | "
        "Rishi Sunak (2022-10-25 to 2024-07-05)"
    ]
    together = frames_of(DATED, more)["participations"]
    assert together["candidates"].dropna().tolist() == []
    assert "Rishi Sunak" in together["name"].tolist()


def test_dated_article_is_never_moved_by_a_merge() -> None:
    late = DATED.replace("2023-05-18", "2023-05-20").replace("Tuesday", "Friday").replace("met", "met again")
    for other in (UNDATED, late):
        assert published(account_of(DATED, other))[0] == ("2023-05-18", "given in index.csv")


def test_planned_meeting_narrows_nothing() -> None:
    plan = DATED.replace("met Catherine", "will meet Catherine")
    undated = UNDATED.replace("met French", "will meet French")
    assert published(account_of(plan, undated))[1][0] == "[2022-05-20..2024-01-11]"


def test_held_meeting_is_never_after_publication() -> None:
    account = account_of(
        "2023-05-18 | US Secretary of State Antony Blinken will meet French Foreign Minister "
        "Catherine Colonna "
        "in Paris on Tuesday. The ministers agreed to open a joint office."
    )
    assert [(r.status, r.days.edtf if r.days else None) for r in account.records] == [
        ("planned", "2023-05-23")
    ]


def test_date_settles_who_a_role_is() -> None:
    text = "The British prime minister met French President Emmanuel Macron in Paris on Tuesday."
    for day, name in (
        ("2019-03-14", "Theresa May"),
        ("2020-02-14", "Boris Johnson"),
        ("2024-10-10", "Keir Starmer"),
    ):
        assert name in meetings_of(frames_of(f"{day} | {text}"))[0]


def test_role_in_an_undated_article_is_settled_by_another_title() -> None:
    text = " | The British prime minister met German Foreign Minister Sigmar Gabriel in Berlin."
    assert meetings_of(frames_of(text)) == ["held [..2018-03-14]: Sigmar Gabriel + Theresa May [0]"]


ARTICLES = {
    "b/late.txt": DATED,
    "a.txt": UNDATED,
    "c.txt": "2023-05-15 | Antony Blinken will meet Catherine Colonna in Paris on Tuesday.",
    "b/other.txt": "2023-05-18 | Rishi Sunak met Olaf Scholz in London on Monday.",
}


def test_order_of_the_files_has_no_influence() -> None:
    expected = account_of_files(ARTICLES)
    for order in permutations(ARTICLES):
        assert account_of_files({name: ARTICLES[name] for name in order}) == expected


def test_articles_are_sorted_by_source() -> None:
    assert [s.source for s in account_of_files(ARTICLES).sources] == [
        "a.txt",
        "b/late.txt",
        "b/other.txt",
        "c.txt",
    ]


def test_same_article_alone_and_among_others_says_the_same_of_its_people() -> None:
    alone, among = account_of_files({"b/other.txt": ARTICLES["b/other.txt"]}), account_of_files(ARTICLES)
    assert among.identities[2] == alone.identities[0]
    assert among.publications[2] == alone.publications[0]


def test_no_article_gives_an_empty_account() -> None:
    assert resolve_account([], [], load_knowledge()) == Account((), (), (), (), (), ())


def test_article_without_a_meeting() -> None:
    account = account_of("2023-05-18 | Trains ran late.")
    assert account.records == ()
    assert published(account) == [("2023-05-18", "given in index.csv")]
