r"""Rules as data: TOML files of named patterns, built from named fragments, with examples that tests run.

    [fragments]
    number = '\\d{1,4}|two|three'

    [[rule]]
    name = "units_ago"
    pattern = '(?P<number>{number}) (?P<unit>{unit}) ago'
    examples = ["They met [two weeks ago] in Oslo."]
    counter_examples = ["Two weeks were over."]

A `{name}` in a pattern stands for the fragment of that name; fragments may use fragments defined above them and
those a plugin passes in (made from its word lists). Keys a rule has beyond these are the plugin's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import attrs

from newsparse.errors import DataError
from newsparse.lexicon import read_data

__all__ = ["Rule", "alternation", "load_rules"]

_REFERENCE = re.compile(r"\{([a-z_]+)\}")


@attrs.frozen(kw_only=True, slots=True)
class Rule:
    """A named construction: a pattern, texts it must find and texts it must not."""

    name: str
    """Says the construction, as `last_weekday`."""
    pattern: str
    """Regular expression with the fragments filled in."""
    examples: tuple[str, ...]
    """Texts in which the rule holds; what it finds stands in square brackets."""
    counter_examples: tuple[str, ...] = ()
    """Texts in which it must find nothing."""
    more: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    """The other keys of the rule, for the plugin."""

    where: str = ""
    """The file it stands in."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed: an article needs few of the rules.

        Raises:
            DataError: it does not compile.
        """
        try:
            return re.compile(self.pattern)
        except re.error as error:
            message = f"{self.where}: rule {self.name!r}: the pattern does not compile: {error}: {self.pattern}"
            raise DataError(message) from error


def alternation(words: object) -> str:
    """Make a pattern that matches any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))  # type: ignore[call-overload]


def load_rules(package: str, language: str, name: str, fragments: Mapping[str, str] | None = None) -> tuple[Rule, ...]:
    """Load the rules of `data/<language>/<name>` of an installed package, in the order of the file.

    Raises:
        DataError: the file is missing or no TOML; a rule without name, pattern or example, or a name twice; an
            unknown fragment. Whether a pattern compiles is told when it is used, as the examples' tests do.
    """
    import tomllib  # here, since `import newsparse` stays light

    where = f"{package} {language}/{name}"
    try:
        data = tomllib.loads(read_data(package, language, name))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{where}: no valid TOML: {error}") from error
    known = dict(fragments or {})
    for key, pattern in data.get("fragments", {}).items():
        known[key] = _filled(where, key, pattern, known)
    rules: dict[str, Rule] = {}
    for entry in data.get("rule", ()):
        rule = _rule(where, entry, known)
        if rule.name in rules:
            raise DataError(f"{where}: rule {rule.name!r} stands there twice; names are unique")
        rules[rule.name] = rule
    return tuple(rules.values())


def _rule(where: str, entry: Mapping[str, Any], known: Mapping[str, str]) -> Rule:
    name = entry.get("name")
    for key in ("name", "pattern", "examples"):
        if not entry.get(key):
            raise DataError(f"{where}: rule {name!r}: no {key}; a rule has a name, a pattern and examples")
    pattern = _filled(where, name, entry["pattern"], known)
    own = ("name", "pattern", "examples", "counter_examples")
    return Rule(
        name=entry["name"],
        pattern=pattern,
        examples=tuple(entry["examples"]),
        counter_examples=tuple(entry.get("counter_examples", ())),
        more={key: value for key, value in entry.items() if key not in own},
        where=where,
    )


def _filled(where: str, name: str | None, pattern: str, known: Mapping[str, str]) -> str:
    def fill(match: re.Match[str]) -> str:
        if match[1] not in known:
            raise DataError(f"{where}: rule {name!r}: no fragment {match[1]!r}; known: {', '.join(sorted(known))}")
        return f"(?:{known[match[1]]})"

    return _REFERENCE.sub(fill, pattern)
