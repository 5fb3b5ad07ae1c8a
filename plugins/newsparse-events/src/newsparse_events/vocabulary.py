"""The words events are found by: every form of every trigger, made once from the word lists."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import chain

import attrs

from newsparse.lexicon import load_table, load_words, read_data

__all__ = ["Entry", "Phrase", "classes", "entries", "inflections", "object_rules", "phrases"]

HERE = "newsparse_events"


@attrs.frozen
class Entry:
    """What a word form may be: forms of a verb (`p` past, `n` participle, `g` -ing, `b` base, `s`), or a noun."""

    lemma: str
    verb: str = ""
    """Letters of the verb forms it is."""
    noun: bool = False
    verb_type: str | None = None
    noun_type: str | None = None
    reports: bool = False


@attrs.frozen
class Phrase:
    """Further words after the first one that make one trigger, as `fire` after `opened`."""

    rest: tuple[str, ...]
    type: str | None
    noun: bool
    """Whether its last word is a noun, as in `press conference`."""


@cache
def classes(language: str = "en") -> dict[str, frozenset[str]]:
    """Give the closed word classes."""
    data = tomllib.loads(read_data(HERE, language, "classes.toml"))
    return {name: frozenset(words.split()) for name, words in data.items()}


def inflections(lemma: str, irregular: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Give the forms of a verb and which each is: `{"attack": "b", "attacks": "s", …}`."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    doubled = _doubled(lemma)
    forms = {lemma: "b", _with_s(lemma): "s"}
    forms[(lemma if lemma.endswith(("ee", "oe", "ye")) else doubled or stem) + "ing"] = "g"
    if lemma.endswith("ie"):
        forms[lemma[:-2] + "ying"] = "g"
    if lemma in irregular:
        past, *participle = irregular[lemma]
        forms[past] = forms.get(past, "") + "p" + ("" if participle else "n")
        for form in participle:
            forms[form] = forms.get(form, "") + "n"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        forms[lemma[:-1] + "ied"] = "pn"
    else:
        forms[(doubled or stem) + "ed"] = "pn"
    return forms


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return lemma[:-1] + "ies"
    return lemma + "s"


_ONE_BEAT = frozenset(
    [
        "admit",
        "commit",
        "submit",
        "permit",
        "refer",
        "defer",
        "occur",
        "recur",
        "compel",
        "expel",
        "rebel",
        "repel",
        "propel",
        "control",
        "patrol",
        "begin",
        "forget",
        "upset",
        "transfer",
        "deter",
        "regret",
        "transmit",
        "abet",
    ]
)


def _doubled(lemma: str) -> str | None:
    short = sum(letter in "aeiou" for letter in lemma) == 1 or lemma in _ONE_BEAT or lemma == "quit"
    ends = len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in "aeiou" and lemma[-3] not in "aeio"
    return lemma + lemma[-1] if short and ends else None


@cache
def entries(language: str = "en") -> dict[str, Entry]:
    """Give every form of every trigger word."""
    irregular = load_table(HERE, language, "irregular.tsv")
    verbs: dict[str, str | None] = dict.fromkeys(load_words(HERE, language, "verbs.txt"))
    verbs |= {lemma: row[0] for lemma, row in load_table(HERE, language, "typed_verbs.tsv").items()}
    nouns: dict[str, str | None] = dict.fromkeys(load_words(HERE, language, "nouns.txt"))
    nouns |= {lemma: row[0] for lemma, row in load_table(HERE, language, "typed_nouns.tsv").items()}
    reporting = load_words(HERE, language, "reporting.txt")
    found: dict[str, Entry] = {}
    for lemma in sorted(verbs | dict.fromkeys(reporting)):
        kind = verbs.get(lemma)
        forms = inflections(lemma, irregular)
        if lemma.endswith("ize") and lemma not in irregular:
            forms = inflections(lemma[:-3] + "ise", irregular) | forms
        for form, letters in forms.items():
            if form not in found or found[form].verb == "b":
                found[form] = Entry(lemma, letters, False, kind, None, lemma in reporting)
    for lemma, kind in sorted(nouns.items()):
        for form in {lemma, _with_s(lemma)}:
            known = found.get(form, Entry(lemma))
            found[form] = attrs.evolve(known, noun=True, noun_type=kind)
    return found


@cache
def phrases(language: str = "en") -> dict[str, tuple[Phrase, ...]]:
    """Give the phrases by the form of their first word, the longest first."""
    irregular = load_table(HERE, language, "irregular.tsv")
    found: dict[str, list[Phrase]] = {}
    for text, (part, kind) in load_table(HERE, language, "phrases.tsv").items():
        first, *rest = text.replace("-", " - ").split()
        type_ = None if kind == "-" else kind
        if part == "v":
            for form in inflections(first, irregular):
                found.setdefault(form, []).append(Phrase(tuple(rest), type_, noun=False))
        else:
            for last in (rest[-1], _with_s(rest[-1])):
                found.setdefault(first, []).append(Phrase((*rest[:-1], last), type_, noun=True))
    return {form: tuple(sorted(some, key=lambda one: -len(one.rest))) for form, some in found.items()}


@cache
def object_rules(language: str = "en") -> dict[str, dict[str, tuple[int, str | None]]]:
    """Give, by verb, the type of event that a word makes as its object, after its number: the first counts."""
    groups = {f"@{name}": row[0].split() for name, row in load_table(HERE, language, "object_classes.tsv").items()}
    found: dict[str, dict[str, tuple[int, str | None]]] = {}
    for number, line in enumerate(read_data(HERE, language, "objects.tsv").splitlines()):
        if line.startswith("#") or not line:
            continue
        verbs, words, kind = line.split("\t")
        for verb in verbs.split():
            for word in chain.from_iterable(groups.get(word, (word,)) for word in words.split()):
                found.setdefault(verb, {}).setdefault(word, (number, None if kind == "-" else kind))
    return found
