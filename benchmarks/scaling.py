"""How the time of each step grows with the length of a text; articles a second for a folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from helpers.extract.article import extract_article
from helpers.extract.dates import find_dates
from helpers.extract.quotes import find_quotes
from helpers.extract.topics import find_topics, load_topics
from helpers.knowledge.tables import load_knowledge
from helpers.read.boilerplate import find_boilerplate
from helpers.read.corpus_files import read_corpus

STORY = (
    "OSLO, 12 May 2023 (NNA) - Norwegian Foreign Minister Ann Roe met her Ghanaian counterpart "
    "Kofi Asante in Riga on Tuesday. “We spoke of trade and of the sea,” she said after the talks. "
    "The two ministers will meet again in Accra next month, a spokesman for Mr Asante said, adding "
    "that sanctions and grain had been discussed.\n\n"
)
SIZES = (1_000, 10_000, 100_000, 1_000_000)


def measure(step: Callable[[str], object], text: str) -> float:
    """Return the seconds a kB of the best of three runs."""
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        step(text)
        best = min(best, time.perf_counter() - begin)
    return best / (len(text) / 1000)


def main(folder: str | None) -> None:
    """Print one line a step, or the articles a second of a folder."""
    knowledge, lexicon = load_knowledge(), load_topics()
    if folder is not None:
        sources = read_corpus(folder, progress=False)
        extract_article(STORY, knowledge)
        begin = time.perf_counter()
        for source in sources:
            extract_article(source.masked, knowledge, title=source.title_span)
        seconds = time.perf_counter() - begin
        kilobytes = sum(len(s.text) for s in sources) / 1000
        rate, volume = len(sources) / seconds, kilobytes / seconds
        print(f"{len(sources):,} articles: {rate:.0f} a second, {volume:.0f} kB a second")
        return
    steps: dict[str, Callable[[str], object]] = {
        "boilerplate": find_boilerplate,
        "dates": find_dates,
        "quotes": find_quotes,
        "topics": lambda text: find_topics(text, lexicon),
        "whole article": lambda text: extract_article(text, knowledge),
        "whole, one line": lambda text: extract_article(text.replace("\n", " "), knowledge),
    }
    heads = "".join(f"{size // 1000:>9,} kB" for size in SIZES)
    print(f"{'milliseconds a kB':18}{heads}   largest / 10 kB")
    for name, step in steps.items():
        times = [measure(step, STORY * (size // len(STORY) + 1)) for size in SIZES]
        print(f"{name:18}" + "".join(f"{1000 * t:12.3f}" for t in times) + f"{times[-1] / times[1]:17.2f}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
