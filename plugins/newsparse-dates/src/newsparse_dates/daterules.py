"""Read the rules of a language: patterns over words, what they mean, and examples with their values."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, get_args

import attrs

from newsparse.errors import DataError
from newsparse.lexicon import load_words, read_data
from newsparse.rules import Rule, load_rules
from newsparse_dates.vocabulary import Vocabulary, load_vocabulary

__all__ = ["FILES", "PACKAGE", "DateRule", "as_date_rule", "load_date_rules", "load_language_vocabulary"]

PACKAGE = "newsparse_dates"
FILES = ("numeric", "calendar", "clock", "fiscal", "anaphora", "relative", "periods", "sets", "references", "modifiers")
"""Rule files of a language, in the order of their precedence."""
MEANS = (
    "calendar",
    "shift",
    "which",
    "period",
    "repeat",
    "reference",
    "fiscal",
    "numeric",
    "same",
    "none",
    "before",
    "after",
)
"""What a rule can mean; `before` and `after` are modifiers of what follows and precedes them."""
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
TYPES = get_args(DateType)
KEYS = ("means", "type", "values", "set", "set_b", "checks", "takes")

_NAME = re.compile(r"\{([a-z_]+)\}")


@attrs.frozen(kw_only=True, eq=False)
class DateRule:
    """A construction, what it means, and the type of what it finds."""

    rule: Rule
    """Name, pattern, examples and counter-examples."""
    name: str
    """Name of the rule."""
    means: str
    """How it is resolved."""
    type: DateType
    """TIMEX3 type of what it finds."""
    pattern: str
    """The pattern over word characters."""
    order: int
    """Place in the order of precedence."""
    constants: Mapping[str, Any]
    """Fields that the rule itself gives."""
    constants_of_b: Mapping[str, Any]
    """Fields that it gives to its second part alone."""
    checks: tuple[str, ...]
    """Names of conditions that a match must meet."""
    takes: frozenset[str]
    """For a modifier: the meanings it goes with."""
    values: tuple[str, ...]
    """What its examples mean, in their order."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; most articles need few of them."""
        return re.compile(self.pattern)


def load_language_vocabulary(language: str) -> Vocabulary:
    """Load the words of a language: its tables, the words its rules name, and the fragments its rules share."""
    shared = tomllib.loads(read_data(PACKAGE, language, "fragments.toml"))["fragments"]
    texts = [read_data(PACKAGE, language, f"{file}.toml") for file in FILES]
    heads = [tomllib.loads(text.partition("[[rule]]")[0]) for text in texts]
    own = {name for head in heads for name in head.get("fragments", {})}
    named = {name for text in (*texts, *shared.values()) for name in _NAME.findall(text)}
    named |= load_words(PACKAGE, language, "trigger.txt")
    vocabulary = load_vocabulary(PACKAGE, language, sorted(named - own - set(shared)))
    fragments = dict(vocabulary.fragments)
    for name, pattern in shared.items():
        fragments[name] = _NAME.sub(lambda match: f"(?:{fragments[match[1]]})", pattern)
    return attrs.evolve(vocabulary, fragments=fragments)


def load_date_rules(language: str, vocabulary: Vocabulary) -> tuple[DateRule, ...]:
    """Load the rules of a language, in the order of their precedence.

    Raises:
        DataError: a rule is broken.

    """
    rules = [
        (file, rule) for file in FILES for rule in load_rules(PACKAGE, language, f"{file}.toml", vocabulary.fragments)
    ]
    return tuple(as_date_rule(f"{language}/{file}.toml", rule, order) for order, (file, rule) in enumerate(rules))


def as_date_rule(where: str, rule: Rule, order: int) -> DateRule:
    """Make a date rule of a rule as read.

    Raises:
        DataError: it means something unknown, has an unknown type or key, or not a value for each example.
    """
    more = rule.more
    means, type_ = more.get("means"), more.get("type", "DATE")
    if means not in MEANS:
        raise DataError(f"{where}: rule {rule.name!r}: it means {means!r}; known: {', '.join(MEANS)}")
    if type_ not in TYPES:
        raise DataError(f"{where}: rule {rule.name!r}: type {type_!r}; known: {', '.join(TYPES)}")
    if unknown := set(more) - set(KEYS):
        raise DataError(f"{where}: rule {rule.name!r}: key {min(unknown)!r}; known: {', '.join(KEYS)}")
    values = tuple(more.get("values", ()))
    if len(values) != len(rule.examples):
        raise DataError(
            f"{where}: rule {rule.name!r}: {len(values)} values of {len(rule.examples)} examples; give each one"
        )
    return DateRule(
        rule=rule,
        name=rule.name,
        means=means,
        type=type_,
        pattern=rule.pattern.replace(" ", ""),
        order=order,
        constants=more.get("set", {}),
        constants_of_b=more.get("set_b", {}),
        checks=tuple(more.get("checks", ())),
        takes=frozenset(more.get("takes", ())),
        values=values,
    )
