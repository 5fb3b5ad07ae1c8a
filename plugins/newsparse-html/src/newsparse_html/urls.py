"""Addresses: made absolute, and taken out of the archives, caches and AMP viewers they are wrapped in."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

__all__ = ["host_name", "read_url"]

_WRAPPERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<url>https?:/.+)",
        r"https?://archive\.(?:is|ph|today|li|md|vn|fo)/(?:newest/|\d{4,14}/)(?P<url>https?:/.+)",
        r"https?://webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]{8,16}:)?(?P<url>[^&+]+)",
        r"https?://(?:www\.)?google\.[a-z.]{2,6}/amp/(?P<secure>s/)?(?P<rest>[^?#]+)",
        r"https?://[\w.-]+\.cdn\.ampproject\.org/[cv]/(?P<secure>s/)?(?P<rest>[^?#]+)",
        r"https?://translate\.google\.[a-z.]{2,6}/translate\?.{0,80}?\bu=(?P<url>[^&]+)",
    )
)


def read_url(url: str | None, base: str | None = None) -> str | None:
    """Give an address as the site itself has it, absolute and without its fragment; None when it is no web address."""
    if not url or len(url) > 2000:
        return None
    try:
        url = urljoin(base or "", url.strip()).partition("#")[0]
    except ValueError:
        return None
    for wrapper in _WRAPPERS:
        if match := wrapper.match(url):
            found = match.groupdict()
            url = found.get("url") or f"http{'s' if found.get('secure') else ''}://{found['rest']}"
            url = unquote(url) if re.match(r"https?%3a", url, re.IGNORECASE) else url
            url = url if "//" in url[:9] else f"https://{url.removeprefix('https:/').removeprefix('http:/')}"
    return url if host_name(url) and url.startswith(("http://", "https://")) else None


def host_name(url: str | None) -> str:
    """Give the host of an address without `www.`; empty when it has none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""
