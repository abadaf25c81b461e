"""Reading tables: a user's folder adds and overrides, and malformed files are explained."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.errors import KnowledgeError
from helpers.knowledge import OFFICES, load_knowledge, load_table, load_toml, read_table, shipped

OFFICES_HEAD = "name,aliases,office,country,start,end,acting,source,as_of\n"
EVENTS_HEAD = "event,pattern,start,end,kind,place,country,source\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_user_rows_are_added_and_override(tmp_path: Path) -> None:
    write(
        tmp_path,
        "offices.csv",
        OFFICES_HEAD
        + "Ada Example,A. Example|Ada B. Example,foreign_minister,IS,2021-01-01,2023-01-01,false,me,\n"
        + "Liz Truss,Lizzy Truss,prime_minister,GB,2022-09-06,2022-10-24,false,me,\n",
    )
    write(tmp_path, "given_names.csv", "name,region\nZaphod,space\n")
    known, base = load_knowledge(tmp_path), load_knowledge()
    assert len(known.tenures) == len(base.tenures) + 1
    assert known.tenures[-1].names == ("Ada Example", "A. Example", "Ada B. Example")
    (truss,) = (t for t in known.tenures if t.name == "Liz Truss" and t.office == "prime_minister")
    assert (truss.aliases, truss.end) == (("Lizzy Truss",), date(2022, 10, 24))
    assert known.given_names - base.given_names == {"Zaphod"}
    assert (known.countries, known.places, known.events) == (base.countries, base.places, base.events)
    assert (known.folder, base.folder) == (tmp_path, None)


def test_user_country_place_and_event(tmp_path: Path) -> None:
    write(
        tmp_path,
        "countries.csv",
        "code,name,names,demonyms,capital,capital_aliases,leaders_seat\nZZ,Freedonia,,Freedonian,,,\n",
    )
    write(tmp_path, "places.csv", "name,aliases,country,kind,city\nSylvan Spa,,ZZ,venue,\n")
    write(
        tmp_path, "events.csv", EVENTS_HEAD + "Spa summit,Spa [Ss]ummit,2030-01-02,2030-01-03,summit,,ZZ,me\n"
    )
    known = load_knowledge(tmp_path)
    assert known.countries[-1].names == ("Freedonia",)
    assert known.places[-1].name == "Sylvan Spa"
    found = known.events[-1].search("at the Spa Summit")
    assert found is not None and found.group() == "Spa Summit"


def test_byte_order_mark_crlf_and_empty_lines_are_accepted(tmp_path: Path) -> None:
    path = tmp_path / "given_names.csv"
    path.write_bytes("\ufeffname,region\r\n\r\n Zoë , x\r\n".encode())
    assert read_table(path, ["name", "region"]) == [{"name": "Zoë", "region": "x"}]


def test_quoted_cells_keep_commas_and_line_breaks(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", 'a,b\n"1, 2","x\ny"\n')
    assert read_table(path, ["a", "b"], optional=["c"]) == [{"c": "", "a": "1, 2", "b": "x\ny"}]


def test_load_table_takes_rows_of_both(tmp_path: Path) -> None:
    write(tmp_path, "given_names.csv", "name,region\nJames,mine\n")
    rows = load_table("given_names.csv", ["name", "region"], key=["name"], folder=tmp_path)
    assert [r["region"] for r in rows if r["name"] == "James"] == ["mine"]
    assert len(rows) == len(load_knowledge().given_names)


def test_toml_merges_tables_lists_and_named_items(tmp_path: Path) -> None:
    base = load_toml("role_words.toml")
    write(tmp_path, "role_words.toml", 'head = ["grand poobah", "minister"]\n[mine]\na = 1\n')
    merged = load_toml("role_words.toml", tmp_path)
    assert merged["head"] == [*base["head"], "grand poobah"]
    assert merged["mine"] == {"a": 1}
    assert load_toml("role_words.toml") == base


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "offices.csv",
            "name,office\n",
            "{0}, line 1: wrong columns: missing ['aliases', 'country', 'start', 'end', 'acting', 'source', "
            "'as_of'], unknown [], seen ['name', 'office']. Allowed: ['name', 'aliases', 'office', "
            "'country', 'start', 'end', 'acting', 'source', 'as_of'], optional: []. "
            "Correct the first line; the separator is a comma.",
        ),
        ("given_names.csv", "", "{0} is empty. Its first line must be: name,region."),
        (
            "given_names.csv",
            "name,region\nAda,x,y\n",
            "{0}, line 2: 3 cells, seen ['Ada', 'x', 'y']. Allowed: 2, one for each of ['name', 'region']. "
            "Put a cell that contains a comma between double quotes.",
        ),
        (
            "given_names.csv",
            "name,region\nAda,x\n\nAda,y\n",
            "{0}, line 4: a second row for name = ('Ada',); the first is {0}, line 2. Remove one of them.",
        ),
        (
            "given_names.csv",
            'name,region\n"Ada,x\n',
            "{0}, line 2: not a CSV row: unexpected end of data. Check the double quotes of this row.",
        ),
        (
            "offices.csv",
            OFFICES_HEAD + "Ada,,foreign_minister,IS,2021-02-31,,false,me,\n",
            "{0}, line 2: column 'start' has '2021-02-31', which is not a day. "
            "Allowed: a day of the calendar as YYYY-MM-DD. Correct it.",
        ),
        (
            "offices.csv",
            OFFICES_HEAD + "Ada,,foreign_minister,IS,2021-02-03,2021-02-02,false,me,\n",
            "{0}, line 2: end 2021-02-02 is before start 2021-02-03. Exchange or correct the days.",
        ),
        (
            "offices.csv",
            OFFICES_HEAD + "Ada,,top_cat,IS,2021-02-03,,false,me,\n",
            "Unknown office 'top_cat' in {0}, line 2. Allowed: "
            + ", ".join(map(repr, OFFICES))
            + ". Choose one of them.",
        ),
        (
            "offices.csv",
            OFFICES_HEAD + "Ada,,president,IS,2021-02-03,,yes,me,\n",
            "Unknown acting 'yes' in {0}, line 2. Allowed: 'true', 'false'. Choose one of them.",
        ),
        (
            "offices.csv",
            OFFICES_HEAD + "Ada,,president,QQ,2021-02-03,,false,me,\n",
            "{0}, line 2: unknown country 'QQ'. Allowed: the codes of countries.csv (ISO 3166 alpha-2, EU, "
            "UN, NATO, PS, TW, XK). Correct it or add the country there.",
        ),
        (
            "offices.csv",
            OFFICES_HEAD + ",,president,IS,2021-02-03,,false,me,\n",
            "{0}, line 2: column 'name' is empty. Every row needs a value there.",
        ),
        (
            "events.csv",
            EVENTS_HEAD + "Spa,(Spa,2030-01-02,2030-01-03,summit,,IS,me\n",
            "{0}, line 2: pattern '(Spa' is not a regular expression: missing ), unterminated subpattern at "
            "position 0. Correct it; a literal bracket, dot or question mark needs a backslash.",
        ),
    ],
)
def test_malformed_table(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = write(tmp_path, name, text)
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path)
    assert str(caught.value) == message.format(path)


def test_wrong_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "given_names.csv"
    path.write_bytes("name,region\nZoë,x\n".encode("cp1252"))
    with pytest.raises(KnowledgeError) as caught:
        read_table(path, ["name", "region"])
    assert str(caught.value) == (
        f"{path} is not UTF-8: byte 0xeb at offset 14. Save it as UTF-8, in a spreadsheet 'CSV UTF-8'."
    )


def test_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    with pytest.raises(KnowledgeError) as caught:
        read_table(path, ["a"])
    assert str(caught.value) == (
        f"Cannot read {path}: No such file or directory. Check that it exists and may be read."
    )


def test_malformed_toml_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "role_words.toml", "head = [\n")
    with pytest.raises(KnowledgeError) as caught:
        load_toml("role_words.toml", tmp_path)
    assert str(caught.value).startswith(f"{path} is not valid TOML: ")
    assert str(caught.value).endswith(". Correct that line.")


def test_missing_folder_and_unknown_file(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path / "none")
    assert str(caught.value) == (
        f"No knowledge folder at {tmp_path / 'none'}. Allowed: a folder with tables named like the "
        "shipped ones. Create it or correct the path."
    )
    write(tmp_path, "office.csv", OFFICES_HEAD)
    names = ", ".join(
        sorted(p.name for p in shipped("offices.csv").parent.iterdir() if p.suffix in (".csv", ".toml"))
    )
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path)
    assert str(caught.value) == (
        f"Unknown knowledge file 'office.csv' in {tmp_path}. Allowed: {names}. "
        "Rename it to the table that it adds to, or move it elsewhere."
    )
    with pytest.raises(KnowledgeError) as caught:
        shipped("office.csv")
    assert str(caught.value) == (
        f"No knowledge file 'office.csv' in the package. Allowed: {names}. Use one of these names."
    )
