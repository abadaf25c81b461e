"""Labels: the names before a turn of a transcript ("ANN ROE, NNA ANCHOR:")."""

from __future__ import annotations

import re

from helpers.extract.facts import PersonMention

_REST = re.compile(r"(?:,[ \t]+[A-Z][A-Z .,'’&\"-]{1,70})?(?:[ \t]*[(\[][^()\[\]\n]{1,50}[)\]])?:")


def is_label(text: str, mention: PersonMention) -> bool:
    """Tell whether a mention only says who speaks next, and does nothing in a sentence.

    Parameters
    ----------
    text : str
        The article.
    mention : PersonMention
        A person of the article.

    Returns
    -------
    bool
        True for a name in capitals, with or without a role, that a colon follows.
    """
    surface = text[mention.start : mention.end]
    return surface.isupper() and _REST.match(text, mention.end) is not None
