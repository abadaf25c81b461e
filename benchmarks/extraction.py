"""Extraction beside a spaCy pipeline of the size of en_core_web_sm, on one thread each.

The folder's texts are repeated under different names; every measurement runs in
a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1"
)
SIZES = (500, 5_000)
#: So many articles are enough for the slower of the two.
SAMPLE = 350
INSTALL = "spaCy is not installed; for the comparison: .venv/bin/python -m pip install spacy (extra 'spacy')"


def find_texts(folder: Path) -> list[Path]:
    """Return the articles of a folder, as `load_corpus` finds them."""
    from helpers.read.corpus_files import list_files

    return [file.path for file in list_files(folder)[0]]


def repeat_texts(texts: list[Path], count: int, folder: Path) -> None:
    """Write so many copies of the texts, each under a name of its own."""
    for i in range(count):
        text = texts[i % len(texts)]
        shutil.copyfile(text, folder / f"{i:06}{text.suffix.lower()}")


def measure_helpers(texts: list[Path], count: int) -> dict[str, float]:
    """Measure `load_corpus`: reading, extraction, resolution and frames."""
    from helpers.corpus import load_corpus

    with tempfile.TemporaryDirectory() as name:
        repeat_texts(texts, count, Path(name))
        begin = time.process_time()
        load_corpus(name, progress=False)
        return _result(texts, count, time.process_time() - begin)


def measure_spacy(texts: list[Path], count: int) -> dict[str, float]:
    """Measure the pipeline of `benchmarks.spacy_pipeline` on the same articles."""
    from benchmarks.spacy_pipeline import measure_pipeline

    read = [text.read_text(encoding="utf-8", errors="replace") for text in texts]
    return _result(texts, count, measure_pipeline([read[i % len(read)] for i in range(count)]))


def _result(texts: list[Path], count: int, seconds: float) -> dict[str, float]:
    size = sum(texts[i % len(texts)].stat().st_size for i in range(count))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"articles": count / seconds, "kB": size / 1000 / seconds, "MB": peak}


def measure_alone(what: str, folder: str, count: int) -> dict[str, Any]:
    """Run one measurement in a process of its own, on one thread."""
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.extraction", folder, what, str(count)]
    done = subprocess.run(command, env=os.environ | ONE_THREAD, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def main(folder: str) -> None:
    """Print the table of speed and memory, then the one of time by length."""
    from benchmarks import scaling

    print(f"{'':28}{'articles/s':>12}{'kB/s':>10}{'peak MB':>10}")
    rates = {}
    for count in SIZES:
        found = measure_alone("helpers", folder, count)
        rates[count] = found["articles"]
        print(f"{f'load_corpus, {count:,} articles':28}{_columns(found)}")
    found = measure_alone("spacy", folder, SAMPLE)
    if found:
        print(f"{f'spaCy, {SAMPLE:,} articles':28}{_columns(found)}")
        print(f"{'ratio':28}{rates[SIZES[-1]] / found['articles']:12.1f}")
    else:
        print(INSTALL)
    print()
    scaling.main(None)


def _columns(found: dict[str, float]) -> str:
    return f"{found['articles']:12.1f}{found['kB']:10.1f}{found['MB']:10.0f}"


if __name__ == "__main__":
    if len(sys.argv) == 2:
        main(sys.argv[1])
    elif len(sys.argv) == 4:
        measure = {"helpers": measure_helpers, "spacy": measure_spacy}[sys.argv[2]]
        try:
            print(json.dumps(measure(find_texts(Path(sys.argv[1])), int(sys.argv[3]))))
        except ModuleNotFoundError as error:
            if error.name != "spacy":
                raise
            print("{}")
    else:
        sys.exit("Give a folder of articles: python -m benchmarks.extraction FOLDER")
