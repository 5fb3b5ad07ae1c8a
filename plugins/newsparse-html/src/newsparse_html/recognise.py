"""Telling HTML from plain text, and its bytes' encoding; light, since every plain text passes here too."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

import attrs

__all__ = ["HtmlText", "decode_html", "looks_like_html", "recognise"]

HEAD = 4096
"""How much of a source is looked at to tell what it is and which encoding it declares."""
_BEFORE = re.compile(r"\s+|<\?[^>]*>|<!--")
_DOCUMENT = re.compile(r"(?i)<(?:!doctype\s+html|html|head|body)\b")
_FRAGMENT = re.compile(r"(?i)<(?:article|main|section|div|p|h[1-6]|header|figure)\b[^<>]*>")
_CLOSED = re.compile(r"(?i)</(?:p|div|article|section|main)\s*>")
_DECLARED = re.compile(
    rb"""(?i)<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}encoding=["']([\w.:-]{2,40})"""
)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932", "tis-620": "cp874", "big5": "big5hkscs",
}  # fmt: skip
"""Encodings pages declare and what browsers read instead (https://encoding.spec.whatwg.org/#names-and-labels)."""


@attrs.frozen
class HtmlText:
    """A page as characters, and how its bytes were read."""

    text: str
    encoding: str | None = None
    """None where the source was characters already."""
    origin: str = ""
    """What told the encoding: bom, utf-8, declared or bytes."""
    lost: int = 0
    """Characters that could not be read and became U+FFFD."""


def recognise(source: object) -> HtmlText | None:
    """Give the page a source holds, decoded; None when it is no HTML."""
    if isinstance(source, Mapping):
        page = source.get("html")
        if isinstance(page, str | bytes):
            return _decoded_page(page)
        source = source.get("text")
    if isinstance(source, bytes | bytearray):
        return decode_html(bytes(source)) if looks_like_html(decode_html(bytes(source[:HEAD])).text) else None
    if isinstance(source, str):
        return HtmlText(source) if looks_like_html(source) else None
    return None


def _decoded_page(page: str | bytes) -> HtmlText:
    return HtmlText(page) if isinstance(page, str) else decode_html(page)


def looks_like_html(start: str) -> bool:
    """Tell whether text that starts so is a page or a fragment of one; plain text that mentions a tag is not."""
    start = start[:HEAD].lstrip("\ufeff")
    position = 0
    while before := _BEFORE.match(start, position):
        position = before.end() if before[0] != "<!--" else start.find("-->", position) + 3
        if position < before.end():  # a comment without an end
            return False
    if _DOCUMENT.match(start, position):
        return True
    return bool(_FRAGMENT.match(start, position)) and len(_CLOSED.findall(start)) > 1


def decode_html(data: bytes) -> HtmlText:
    """Decode a page: by its byte order mark, as UTF-8 when it is that, as declared, else by its bytes.

    What is valid UTF-8 is UTF-8, whatever it declares; text in an eight-bit encoding hardly ever is.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, "bom")
    try:
        return HtmlText(data.decode("utf-8"), "utf-8", "utf-8")
    except UnicodeDecodeError as error:
        nearly = error.start
    for name in _declared(data):
        found = _decoded(data, name, "declared")
        if found.lost == 0 or name == "utf-8":
            return found
    if nearly > len(data) - 4:  # a page that was cut off inside a character
        return _decoded(data, "utf-8", "bytes")
    from charset_normalizer import from_bytes  # here, since it is large and seldom needed

    best = from_bytes(data[:200_000]).best()
    return _decoded(data, best.encoding if best else "cp1252", "bytes")


def _declared(data: bytes) -> Iterator[str]:
    for match in _DECLARED.finditer(data[: HEAD * 4]):
        try:
            name = codecs.lookup((match[1] or match[2]).decode("ascii")).name
        except LookupError:
            continue
        if not name.startswith("utf-16"):  # a declaration that could be read is in no UTF-16
            yield _AS_BROWSERS_DO.get(name, name)


def _decoded(data: bytes, encoding: str, origin: str) -> HtmlText:
    try:
        return HtmlText(data.decode(encoding), encoding, origin)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    except LookupError:  # a codec that is none of text, as `hex`
        encoding, text = "utf-8", data.decode("utf-8", "replace")
    return HtmlText(text, encoding, origin, text.count("\ufffd"))
