"""Decode: from the bytes of a file to its text, without guessing.

The order is fixed: byte order marks, strict UTF-8, UTF-16 without a mark where
the zero bytes show it, and Windows-1252 for everything else. No statistics are
used: they take short English texts for code pages nobody wrote them in.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

import ftfy

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: How well-known files that are not plain text begin.
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .xlsx, .odt)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (.doc, .xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh91AY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
)

#: Control characters that no article has; tab, line ends and ESC may occur.
_CONTROLS = bytes(sorted(set(range(32)) - {*b"\t\n\v\f\r\x1b"}))
_MAX_CONTROLS = 0.01

#: Bytes that Windows-1252 leaves undefined become C1 controls, as browsers do it.
_UNDEFINED = {0xDC00 + byte: byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}

#: Only what was decoded wrongly is repaired; nothing that was meant is changed.
_REPAIR = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization="NFC",
)
#: Every mojibake of UTF-8 is a run of two or more characters outside ASCII. The neighbours on
#: both sides go along, because whether "É”" is a word's end or a wreck depends on them.
_SUSPECT = re.compile(r"[!-~]?[^\x00-\x7f]{2,200}[!-~]?")


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""A text, the encoding it was read with, and how much of it was broken.

    Attributes
    ----------
    text : str
        Mojibake repaired, normal form C, line ends ``\n``, no byte order mark.
    encoding : str
        ``utf-8``, ``utf-16-le``, ``utf-16-be``, ``utf-32-le``, ``utf-32-be`` or ``cp1252``.
    n_replaced : int
        Characters that could not be decoded and are U+FFFD now.
    """

    text: str
    encoding: str
    n_replaced: int = 0


def find_binary(data: bytes) -> str | None:
    """Say what a file is if it is not plain text, else None.

    Parameters
    ----------
    data : bytes
        The whole file.

    Returns
    -------
    str or None
        A phrase such as ``"a PDF document"``.

    Examples
    --------
    >>> find_binary(b"%PDF-1.7 ...")
    'a PDF document'
    >>> find_binary("Zoé met Björn.".encode("cp1252")) is None
    True
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return what
    if _find_mark(data) is not None or _find_utf16(data) is not None:
        return None
    if b"\x00" in data:
        return "a binary file (it contains zero bytes)"
    n_controls = len(data) - len(data.translate(None, _CONTROLS))
    if n_controls > max(2, _MAX_CONTROLS * len(data)):
        return f"a binary file (it contains {n_controls:,} control characters)"
    return None


def decode(data: bytes) -> Decoded:
    r"""Decode the bytes of a text file and repair mojibake.

    Parameters
    ----------
    data : bytes
        The whole file; `find_binary` should have returned None for it.

    Returns
    -------
    Decoded
        Never fails: what cannot be decoded after a byte order mark is counted
        in `n_replaced`, and Windows-1252 knows every byte.

    Examples
    --------
    >>> decode(b"Caf\xe9\r\n")
    Decoded(text='Café\n', encoding='cp1252', n_replaced=0)
    >>> decode("Russiaâ€™s envoy".encode()).text
    'Russia’s envoy'
    """
    text, encoding, n_replaced = _decode_strictly(data)
    text = repair_mojibake(text)
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, n_replaced)


def repair_mojibake(text: str) -> str:
    r"""Repair text that was decoded with the wrong encoding, and normalise to NFC.

    Quotes, ligatures, widths, line breaks and escapes stay as they are. Only runs
    of characters outside ASCII are looked at, every distinct run once, so that
    long texts cost little.

    Examples
    --------
    >>> repair_mojibake("â€œWe metâ€\x9d, she said in ‘Zürich’.")
    '“We met”, she said in ‘Zürich’.'
    """
    if text.isascii():
        return text
    known: dict[str, str] = {}

    def repair(match: re.Match[str]) -> str:
        run = match[0]
        if run not in known:
            known[run] = ftfy.fix_encoding(run, _REPAIR)
        return known[run]

    return unicodedata.normalize("NFC", _SUSPECT.sub(repair, text))


def _decode_strictly(data: bytes) -> tuple[str, str, int]:
    mark = _find_mark(data)
    if mark is not None:
        bom, encoding = mark
        data = data[len(bom) :]
        if encoding != "utf-8":
            text = data.decode(encoding, errors="replace")
            n_replaced = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
            return text, encoding, max(n_replaced, 0)
    try:
        return _decode_unmarked(data)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="surrogateescape").translate(_UNDEFINED)
        return text, "cp1252", 0


def _decode_unmarked(data: bytes) -> tuple[str, str, int]:
    utf16 = _find_utf16(data)
    if utf16 is not None:
        return data.decode(utf16), utf16, 0
    return data.decode("utf-8"), "utf-8", 0


def _find_mark(data: bytes) -> tuple[bytes, str] | None:
    return next(((bom, name) for bom, name in _MARKS if data.startswith(bom)), None)


def _find_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes: every second one, on one side only."""
    if not data or len(data) % 2 or b"\x00" not in data:
        return None
    half = len(data) // 2
    first, second = data[::2].count(0), data[1::2].count(0)
    for name, zeros, others in (("utf-16-le", second, first), ("utf-16-be", first, second)):
        if zeros >= 0.4 * half and others <= 0.01 * half:
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                return None
            n_controls = sum(text.count(chr(c)) for c in _CONTROLS)
            return name if n_controls <= _MAX_CONTROLS * half else None
    return None
