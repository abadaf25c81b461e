"""Read: any file becomes text and metadata.

`helpers.read.article.read_article` shows the order of the steps for one file,
`helpers.read.corpus_files.read_corpus` reads a folder.
"""

from helpers.read.boilerplate import find_boilerplate, mask_boilerplate
from helpers.read.corpus_files import read_corpus
from helpers.read.folders import find_folder
from helpers.read.source import Mask, SourceText

__all__ = ["Mask", "SourceText", "find_boilerplate", "find_folder", "mask_boilerplate", "read_corpus"]
