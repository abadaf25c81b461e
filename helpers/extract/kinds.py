"""Kinds of quoted words: an utterance, a fragment, a name, a word held at arm's length."""

from __future__ import annotations

import re

from helpers.extract.cues import Cue
from helpers.extract.quotes import Quote

#: Words from which on quoted words without a verb of speech can be an utterance.
MIN_UTTERANCE = 4

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SINGLE = frozenset("‘’‚‛'")
_CONNECTIVE = re.compile(r"\s*(?:(?:but|and|yet|so|then|still|or)\b)?[\s,—–-]*$", re.IGNORECASE)
_SUBJECT_FIRST = re.compile(
    r"\[?(?:I|we|you|he|she|it|they|this|that|there|these|those|our|my|your|his|her|its|their|the|an?"
    r"|every|all|no|"
    r"nobody|everyone|what|if|when|as|in)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:so-called|known as|dubbed|titled|entitled|named|nicknamed|called the|under the|['’]s|s['’]|"
    r"(?:word|words|term|phrase|slogan|motto|hashtag|film|book|song)[a-z ]{0,3})\s*$",
    re.IGNORECASE,
)
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "a", "an", "to", "de", "la", "at", "with"])


def count_words(text: str, quote: Quote) -> int:
    """Count the words of a quotation."""
    return len(_WORD.findall(text, quote.start, quote.end))


def is_single(quote: Quote) -> bool:
    """Tell whether a quotation has single marks."""
    return quote.mark in _SINGLE


def is_bare(head: str) -> bool:
    """Tell whether nothing but a connective stands before a quotation."""
    return _CONNECTIVE.match(head) is not None


def is_utterance(text: str, quote: Quote) -> bool:
    """Tell whether quoted words look like a whole sentence."""
    if quote.continued or quote.repaired:
        return True
    ends = text[quote.end - 1] in ".!?…,]" or text[quote.close : quote.close + 1] in (".", ",")
    return ends or quote.end - quote.start > 80


def find_kind(text: str, quote: Quote, cue: Cue, head: str) -> str:
    """Tell an utterance from a fragment inside a reported clause.

    Parameters
    ----------
    text : str
        The text.
    quote : Quote
        The quotation.
    cue : Cue
        Its cue, before or behind it.
    head : str
        The words of the sentence before the quotation.

    Returns
    -------
    str
        ``direct`` or ``mixed``.
    """
    words = text[quote.start : quote.end]
    n_words = count_words(text, quote)
    upper = words.lstrip("[(…. ")[:1].isupper()
    behind = cue.start >= quote.close
    if is_bare(head):
        return "direct" if n_words >= 3 or words[-1] in ",.!?" or behind else "mixed"
    if behind:
        return "direct" if upper and n_words >= MIN_UTTERANCE and head.rstrip()[-1:] in ":," else "mixed"
    gap = text[cue.end : quote.open].rstrip()
    if gap.endswith(":"):
        return "direct"
    ends = words[-1] in ".!?,…" or text[quote.close : quote.close + 1] in (".", ",", ";", "", "\n")
    if gap.endswith((",", "—", "–")) and (upper or (n_words >= MIN_UTTERANCE and ends)):
        return "direct"
    if (not gap or gap.split()[-1] == "that") and n_words >= MIN_UTTERANCE:
        return "direct" if upper or (ends and _SUBJECT_FIRST.match(words)) else "mixed"
    return "mixed"


def is_name_or_scare(text: str, quote: Quote, cue: Cue | None, has_double: bool) -> bool:
    """Tell whether a fragment is a title, a name or a word held at arm's length.

    Parameters
    ----------
    text : str
        The text.
    quote : Quote
        The fragment.
    cue : Cue or None
        The cue it would have.
    has_double : bool
        Whether the article has double marks, so that single ones mean something
        else.

    Returns
    -------
    bool
    """
    words = _WORD.findall(text, quote.start, quote.end)
    if not words or (is_single(quote) and has_double and len(words) < 8):
        return True
    large = [w for w in words if w.lower() not in _SMALL]
    unended = 1 < len(words) <= 7 and text[quote.end - 1] not in ".!?"
    if unended and all(w[0].isupper() or w[0].isdigit() for w in large):
        return True
    if len(words) <= 4 and _NAMED.search(text, max(0, quote.open - 24), quote.open):
        return True
    if len(words) > 1 or cue is None:
        return False
    gap = text[cue.end : quote.open] if cue.end <= quote.open else text[quote.close : cue.start]
    return len(gap.split()) > 5
