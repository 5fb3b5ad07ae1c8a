"""Building HTML as a tree, so that whatever stands in an article is escaped by the serialiser."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

__all__ = ["Element", "add", "append_text", "element", "serialised"]

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def shown(text: str) -> str:
    """Replace the characters that HTML cannot hold, one for one."""
    return _UNSHOWABLE.sub("\ufffd", text)


def element(name: str, text: str = "", /, **attributes: str) -> Element:
    """Make an element; a trailing underscore and underscores in attribute names become nothing and hyphens."""
    made = Element(name, {_attribute(key): shown(value) for key, value in attributes.items()})
    made.text = shown(text) or None
    return made


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """Make an element as the last child of `parent`."""
    made = element(name, text, **attributes)
    parent.append(made)
    return made


def append_text(parent: Element, text: str) -> None:
    """Add text after the last child of `parent`."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + shown(text)
    else:
        parent.text = (parent.text or "") + shown(text)


def serialised(roots: Iterable[Element]) -> str:
    """Write elements as HTML."""
    return "".join(tostring(root, encoding="unicode", method="html") for root in roots)


def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
