"""The sidecar index.csv: what it gives, and what it gets wrong."""

from __future__ import annotations

import warnings

import pytest

from helpers import days
from helpers.errors import ReadWarning
from helpers.read.index import IndexRow, parse_published, read_index

FILES = ["a.txt", "sub/b.txt", "sub/c.md"]


def _read(
    csv: str | bytes, index: str = "index.csv", **options: bool
) -> tuple[dict[str, IndexRow], list[str]]:
    data = csv.encode() if isinstance(csv, str) else csv
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        rows = read_index(data, index, FILES, **options)
    assert all(w.category is ReadWarning for w in caught)
    return rows, [str(w.message) for w in caught]


def test_all_columns_are_read() -> None:
    rows, messages = _read(
        "file,published,title,outlet,url\n"
        'a.txt,2022-05-12,"Envoys meet, again",Example News,https://example.org/a\n'
        "sub/b.txt,,,,\n"
    )
    assert messages == []
    assert rows == {
        "a.txt": IndexRow(
            title="Envoys meet, again",
            outlet="Example News",
            url="https://example.org/a",
            published=days.parse_edtf("2022-05-12"),
        ),
        "sub/b.txt": IndexRow(),
    }


def test_source_and_ref_stand_in_for_outlet_and_url() -> None:
    rows, messages = _read("file,source,ref,licence\na.txt,Example News,https://example.org/a,free\n")
    assert messages == []
    assert rows == {"a.txt": IndexRow(outlet="Example News", url="https://example.org/a")}


def test_outlet_goes_before_source() -> None:
    rows, _ = _read("file,source,outlet\na.txt,Feed,Example News\n")
    assert rows["a.txt"].outlet == "Example News"


@pytest.mark.parametrize(
    "csv",
    [
        pytest.param("file;outlet\na.txt;Café\n", id="semicolon"),
        pytest.param("file\toutlet\na.txt\tCafé\n", id="tab"),
        pytest.param("\ufeffFile , Outlet\r\n./a.txt , Café\r\n", id="mark, capitals and spaces"),
        pytest.param("file,outlet\na.txt,Café\n".encode("cp1252"), id="Windows-1252"),
        pytest.param("file,outlet\na.txt,Café\n".encode("utf-16"), id="UTF-16"),
    ],
)
def test_any_spreadsheet_can_write_it(csv: str | bytes) -> None:
    assert _read(csv) == ({"a.txt": IndexRow(outlet="Café")}, [])


def test_files_are_relative_to_the_folder_of_the_index() -> None:
    rows, messages = _read("file,title\nb.txt,B\nc.md,C\n", index="sub/index.csv")
    assert (sorted(rows), messages) == (["sub/b.txt", "sub/c.md"], [])
    assert _read("file,title\nsub\\b.txt,B\n")[0] == {"sub/b.txt": IndexRow(title="B")}


def test_missing_file_column_ignores_the_index() -> None:
    rows, messages = _read("name,date\na.txt,2022-05-12\n")
    assert rows == {}
    assert messages == [
        "'index.csv' was ignored: it has no column 'file'. Seen: 'name', 'date'. Allowed: 'file' (required), "
        "'published', 'title', 'outlet' (or 'source'), 'url' (or 'ref'); others are left "
        "alone. Rename the columns."
    ]


def test_empty_index_is_ignored() -> None:
    rows, messages = _read("")
    assert rows == {}
    assert messages == [
        "'index.csv' was ignored: it has no column 'file'. Seen: nothing. Allowed: 'file' (required), "
        "'published', 'title', 'outlet' (or 'source'), 'url' (or 'ref'); others are left "
        "alone. Rename the columns."
    ]


def test_faults_are_collected_by_kind_and_nothing_else_is_lost() -> None:
    rows, messages = _read(
        "file,published,title\n"
        "a.txt,2022-13-40,A\n"
        "a.txt,2022-05-12,Again\n"
        "sub/b.txt,12/05/2022,B\n"
        "sub/c.md,2022-05,C\n"
        "x.txt,,X\n"
        ",2022,nothing\n" + "".join(f"y{i}.txt,,Y\n" for i in range(6))
    )
    assert rows == {
        "a.txt": IndexRow(title="A"),
        "sub/b.txt": IndexRow(title="B"),
        "sub/c.md": IndexRow(title="C", published=days.month(2022, 5)),
    }
    assert messages == [
        "'index.csv' names files that are not articles of the corpus: 'x.txt', 'y0.txt', 'y1.txt', 'y2.txt', "
        "'y3.txt' and 2 more. Their rows were ignored. Correct the names.",
        "'index.csv' has dates that cannot be read: '2022-13-40' for 'a.txt', '12/05/2022' for 'sub/b.txt'. "
        "They were ignored. Allowed: YYYY-MM-DD, YYYY-MM, YYYY, EDTF or empty. Correct the dates.",
        "'index.csv' has several rows for: 'a.txt'. The first row counts. Delete the others.",
    ]


def test_unknown_files_are_no_fault_when_one_file_was_asked_for() -> None:
    assert _read("file,title\nx.txt,X\na.txt,A\n", warn_unknown=False) == ({"a.txt": IndexRow(title="A")}, [])


def test_rows_before_a_broken_line_are_kept() -> None:
    rows, messages = _read("file,title\na.txt,A\nsub/b.txt," + "x" * 200_000 + "\n")
    assert rows == {"a.txt": IndexRow(title="A")}
    assert messages == [
        "'index.csv' was read up to line 3 only: field larger than field limit (131072). Correct the line."
    ]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2022-05-12", "2022-05-12"),
        ("2022-05", "2022-05"),
        ("2022", "2022"),
        (" 2022-05-12 ", "2022-05-12"),
        ("2022-05-12 10:30", "2022-05-12"),
        ("2022-05-12T10:30:00+02:00", "2022-05-12"),
        ("[2022-05-12..2022-05-14]", "[2022-05-12..2022-05-14]"),
        ("2022-05-12/2022-05-14", "2022-05-12/2022-05-14"),
    ],
)
def test_published_is_read_in_all_its_forms(written: str, edtf: str) -> None:
    published = parse_published(written)
    assert published is not None
    assert published.edtf == edtf


@pytest.mark.parametrize(
    "written", ["", "12 May 2022", "2022-13-40", "2022-02-30", "05/12/2022", "n/a", "20220512"]
)
def test_what_is_no_date_is_not_guessed(written: str) -> None:
    assert parse_published(written) is None
