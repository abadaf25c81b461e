"""Boilerplate is hidden, articles are not; the rules prove themselves by their examples."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.errors import KnowledgeError
from helpers.read.boilerplate import (
    BoilerplateRule,
    find_boilerplate,
    load_boilerplate,
    mask_boilerplate,
)

HEADLINE = "Envoys meet in the castle of Oslo"
BODY = (
    "The two envoys met in the old castle of Oslo on Friday, the foreign ministry said in a statement.\n\n"
    "They will meet again in spring when the fjord is free of ice, a spokeswoman told reporters."
)
RULES = load_boilerplate()
PLACES = {
    "head": ["{}\n\n" + HEADLINE + "\n\n" + BODY],
    "tail": [BODY + "\n\n{}", BODY + "\n{}\n"],
}
PLACES["edges"] = PLACES["head"] + PLACES["tail"]
PLACES["anywhere"] = [*PLACES["edges"], BODY + "\n\n{}\n\n" + BODY]

EXAMPLES = [pytest.param(r, e, id=f"{r.name}: {e[:40]}") for r in RULES for e in r.examples]
NEAR_MISSES = [pytest.param(e, id=f"{r.name}: {e[:40]}") for r in RULES for e in r.near_misses]


def _noisy(line: str) -> str:
    """Make a line as pages have it: other spaces, curly quotes, a list mark."""
    return "•\u00a0" + line.replace(" ", "\u00a0").replace("'", "’") + " \u200b"


def _hidden(text: str) -> list[tuple[str, str]]:
    return [(mask.rule, text[mask.start : mask.end]) for mask in find_boilerplate(text)]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example_is_hidden_by_its_rule(rule: BoilerplateRule, example: str) -> None:
    for place in PLACES[rule.scope]:
        hidden = _hidden(place.format(example))
        assert {name for name, _ in hidden} == {rule.name}
        if rule.unit != "span":
            assert [words for _, words in hidden] == [example.strip()]


@pytest.mark.parametrize(("rule", "example"), [p for p in EXAMPLES if p.values[0].unit != "span"])
def test_example_is_hidden_under_noise(rule: BoilerplateRule, example: str) -> None:
    text = PLACES[rule.scope][-1].format(_noisy(example))
    left = mask_boilerplate(text).replace("\u200b", "")
    assert left.split() == PLACES[rule.scope][-1].format("").split()


@pytest.mark.parametrize("near_miss", NEAR_MISSES)
def test_near_miss_is_left_alone(near_miss: str) -> None:
    for place in PLACES["anywhere"]:
        assert _hidden(place.format(near_miss)) == []


def test_every_rule_has_examples_and_near_misses() -> None:
    assert [r.name for r in RULES if len(r.examples) < 1 or len(r.near_misses) < 1] == []


def test_body_and_headline_are_left_alone() -> None:
    assert _hidden(f"{HEADLINE}\n\n{BODY}") == []


def test_a_tweet_and_a_caption_are_part_of_the_article() -> None:
    tweet = (
        "Good to see @EnvoyHolm in Oslo again. #Talks pic.twitter.com/Ab1 — Zoé Martin (@ZMartin) May 3, 2022"
    )
    caption = "Envoys Nils Holm and Zoé Martin shake hands."
    assert _hidden(f"{caption}\n\n{BODY}\n\n{tweet}\n\n{BODY}") == []


def test_list_after_the_body_goes_with_its_heading() -> None:
    tail = "Related stories\n\nWho is the new envoy?\n\nSnow closes the fjord\nCastle opens again"
    assert mask_boilerplate(f"{BODY}\n\n{tail}").split() == BODY.split()


def test_list_items_in_the_middle_go_with_their_heading() -> None:
    text = f"{BODY}\n\nRelated stories\n• Snow closes the fjord\n• Castle opens again\n\n{BODY}"
    assert mask_boilerplate(text).split() == (BODY + BODY).replace("reporters.The", "reporters. The").split()


def test_prose_after_a_heading_in_the_middle_stays() -> None:
    text = f"{BODY}\n\nRelated stories\n\nThe castle\n\n{BODY}"
    assert _hidden(text) == [("related_section", "Related stories")]


def test_comments_after_the_body_are_hidden_even_if_they_are_sentences() -> None:
    comment = "I met the envoy once in Bergen and he was late for lunch, as always."
    assert mask_boilerplate(f"{BODY}\n\n2 Comments\n\n{comment}").split() == BODY.split()


def test_a_count_of_comments_above_the_body_hides_itself_alone() -> None:
    assert _hidden(f"{HEADLINE}\n2 Comments\n\n{BODY}") == [("comment_section", "2 Comments")]


def test_line_of_a_wrapped_paragraph_is_never_boilerplate() -> None:
    wrapped = (
        "The envoys had been told by their ministers that they should\n"
        "read more\n"
        "about the treaty before the talks in Oslo went on, and so they did."
    )
    assert _hidden(wrapped) == []
    assert _hidden("The envoys read.\nread more\nThey left the castle at noon on Friday, guards said.") == [
        ("read_more", "read more")
    ]


def test_publishers_notes_after_the_body_are_hidden_one_after_the_other() -> None:
    notes = (
        "This article was originally published by Example News.\n\nDisclaimer: The views "
        "are the author’s own."
    )
    assert mask_boilerplate(f"{BODY}\n\n{notes}").split() == BODY.split()


def test_text_of_boilerplate_alone_is_hidden_whole() -> None:
    assert mask_boilerplate("Home | World\n\nShare on Facebook\n").strip() == ""


def test_own_rules_replace_the_shipped_ones() -> None:
    rule = BoilerplateRule("weather", "line", "anywhere", "snow in oslo")
    text = "Snow in Oslo\nShare on Facebook\nThey met."
    assert mask_boilerplate(text, [rule]) == "            \nShare on Facebook\nThey met."


@pytest.mark.parametrize("unit", ["They’ve met. ", "a@b.<a ", "(Photo: A http://."])
def test_one_line_of_twenty_megabytes(unit: str) -> None:
    text = (unit * (20_000_000 // len(unit) + 1))[:20_000_000]
    masked = mask_boilerplate(text)
    assert len(masked) == 20_000_000


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_is_slow_on_a_line_that_almost_matches(rule: BoilerplateRule) -> None:
    """A pattern that backtracks without bound would never come back from these lines."""
    for example in rule.examples:
        for word in {example, *example.split()}:
            line = (f"{word} " * 150)[:290] + "~q;"
            assert len(mask_boilerplate(line, [rule])) == len(line)


@given(st.lists(st.sampled_from([*(e for r in RULES for e in r.examples), BODY, "\n", "", "They met."])))
def test_spans_are_sorted_and_disjoint_and_masking_only_blanks(lines: list[str]) -> None:
    text = "\n".join(lines)
    masks = find_boilerplate(text)
    assert all(m.start < m.end <= len(text) for m in masks)
    assert all(a.end <= b.start for a, b in pairwise(masks))
    masked = mask_boilerplate(text)
    assert len(masked) == len(text)
    assert all(a == b or a == " " for a, b in zip(masked, text, strict=True))
    assert masked.count("\n") == text.count("\n")


@given(st.text())
def test_arbitrary_text_keeps_its_length(text: str) -> None:
    assert len(mask_boilerplate(text)) == len(text)


def _write(folder: Path, toml: str) -> Path:
    path = folder / "boilerplate.toml"
    path.write_text(toml, encoding="utf-8")
    return path


def test_missing_rules_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    with pytest.raises(KnowledgeError) as caught:
        load_boilerplate(path)
    assert str(caught.value) == (
        f"Cannot read the boilerplate rules in {str(path)!r}: [Errno 2] No such file or "
        f"directory: {str(path)!r}. "
        "It must be a TOML file with tables [[rule]]. Correct the file."
    )


def test_malformed_pattern_is_an_error(tmp_path: Path) -> None:
    path = _write(tmp_path, "[[rule]]\nname = 'a'\npattern = '(('\n")
    with pytest.raises(KnowledgeError) as caught:
        load_boilerplate(path)
    assert str(caught.value) == (
        f"Boilerplate rule 'a' in {str(path)!r} is malformed: missing ), unterminated "
        "subpattern at position 1. "
        "A rule needs 'name' and a 'pattern' that is a regular expression. Correct the rule."
    )


def test_unknown_scope_is_an_error(tmp_path: Path) -> None:
    path = _write(tmp_path, "[[rule]]\nname = 'a'\npattern = 'b'\nscope = 'middle'\n")
    with pytest.raises(KnowledgeError) as caught:
        load_boilerplate(path)
    assert str(caught.value) == (
        f"Unknown scope 'middle' in rule 'a' of {str(path)!r}. "
        "Allowed: 'anywhere', 'head', 'tail', 'edges'. Correct the rule."
    )


def test_rule_named_twice_is_an_error(tmp_path: Path) -> None:
    path = _write(tmp_path, "[[rule]]\nname = 'a'\npattern = 'b'\n\n[[rule]]\nname = 'a'\npattern = 'c'\n")
    with pytest.raises(KnowledgeError) as caught:
        load_boilerplate(path)
    assert str(caught.value) == (
        f"Boilerplate rules named twice in {str(path)!r}: ['a']. Give each its own name."
    )
