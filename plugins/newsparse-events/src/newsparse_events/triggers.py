"""Find the words that name events, and how they stand: tense, negation, modality.

`The army [withdrew] and may [return] after the [talks]`: a past act, a possible one, and a noun.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsparse.words import Words
from newsparse_events.vocabulary import Entry, Phrase, classes, entries, phrases

__all__ = ["Finder", "Trigger", "meanings"]


class Trigger(NamedTuple):
    """A word or phrase that names an event; indexes count words of the article."""

    first: int
    last: int
    lemma: str
    form: str
    """past, perfect, pluperfect, present, progressive, future, modal, infinitive, gerund, participle or noun."""
    type: str | None
    reports: bool
    passive: bool = False
    negated: bool = False
    governor: str = ""
    """The word an infinitive hangs on (`plans` of `plans to sign`), the modal, or the word before a noun."""


_HELPERS = (("modal", "m"), ("do", "d"), ("have", "h"), ("be", "b"))
_REACH = 6
_NOT_DETERMINED = frozenset({"that", "which", "both", "all", "'s"})
_NEGATING = frozenset({"no", "without"})
_AFTER_HYPHEN = frozenset({"based", "backed", "led"})
_DIRECT = frozenset({"that", "to", "him", "them", "it", "up", "out", "back"})
_PEOPLE = frozenset({"people", "men", "women", "police"})


class _Classes:
    """The word classes as attributes, since looking them up is most of the work."""

    def __init__(self) -> None:
        known = classes()
        self.future, self.negation = known["future"], known["not"]
        self.preposition, self.pronoun, self.nounish = known["preposition"], known["pronoun"], known["nounish"]
        self.determiner, self.only_verb = known["determiner"], known["only_verb"]
        self.determining = known["determiner"] - _NOT_DETERMINED
        self.no_verb_after = known["preposition"] | known["number"] | {"'s", "-", "to"}
        self.helper = {word: letter for name, letter in _HELPERS for word in known[name]}
        self.helper |= {word: "H" for word in known["have"] if word.startswith("had")}
        self.bare_negation = known["not"] - self.helper.keys()
        self.adverb_only = known["adverb"] - known["determiner"]
        self.was = frozenset({"was", "were", "wasn't", "weren't"})
        self.before_verb = self.helper.keys() | self.bare_negation | self.adverb_only | {"to"}


@cache
def _classes() -> _Classes:
    return _Classes()


_KEPT = 1 << 14
"""Of how many words is remembered what they mean."""


@lru_cache(_KEPT)
def meanings(word: str) -> tuple[Entry | None, tuple[Phrase, ...]] | None:
    """Give what event a word may name alone and at the head of phrases, None where it names none."""
    known = classes()
    entry = entries().get(word)
    if word in known["skip_ed"] or word in known["skip_ing"]:
        entry = None
    elif entry is None and word.endswith("ed") and len(word) > 5 and word.isalpha():
        entry = Entry(word[:-2], "pn")
    longer = phrases().get(word, ())
    return (entry, longer) if entry or longer else None


class Finder:
    """Finds the triggers of an article, one sentence after another."""

    def __init__(self, words: Words, places: list[int]) -> None:
        self.known = _classes()
        self.lowers, self.forms = words.lowers, words.forms
        self.first = self.last = 0
        self.headline: bool | None = None
        self.places, self.next = places, 0

    def find(self, first: int, last: int) -> list[Trigger]:
        """Find the triggers among the words `first` to `last` (exclusive) of the next sentence, in text order."""
        self.first, self.last, self.headline = first, last, None
        places, number, end = self.places, self.next, len(self.places)
        lowers, forms = self.lowers, self.forms
        found: list[Trigger] = []
        free = first
        while number < end and (at := places[number]) < last:
            number += 1
            word = lowers[at]
            known = meanings(word)
            if at < free or known is None or (forms[at] is not word and self._is_name(at)):
                continue
            entry, longer = known
            phrase = self._phrase(at, longer) if longer else None
            trigger = self._noun_phrase(at, phrase) if entry is None else self._trigger(at, entry, phrase)
            if trigger is not None:
                found.append(trigger)
                free = trigger.last + 1
        self.next = number
        return found

    def _word(self, at: int) -> str:
        return self.lowers[at] if self.first <= at < self.last else ""

    def _phrase(self, at: int, candidates: tuple[Phrase, ...]) -> Phrase | None:
        for phrase in candidates:
            end = at + 1 + len(phrase.rest)
            if end <= self.last and self.lowers[at + 1 : end] == phrase.rest:
                return phrase
        return None

    def _is_name(self, at: int) -> bool:
        """Tell whether a word is capitalised as part of a name; a headline's capitals tell nothing."""
        if at == self.first or not self.forms[at][0].isupper():
            return False
        before = self.forms[at - 1]
        after = self.forms[at + 1] if at + 1 < self.last else ""
        if not (before[:1].isupper() or after[:1].isupper()):
            return True
        if self.headline is None:
            some = [form for form in self.forms[self.first : self.last] if len(form) > 3 and form[0].isalpha()]
            self.headline = sum(form[0].isupper() for form in some) > 0.7 * len(some)
        return not self.headline

    def _noun_phrase(self, at: int, phrase: Phrase | None) -> Trigger | None:
        if phrase is None:
            return None
        end = at + len(phrase.rest)
        return Trigger(at, end, self.lowers[end], "noun", phrase.type, False, governor=self._word(at - 1))

    def _trigger(self, at: int, entry: Entry, phrase: Phrase | None) -> Trigger | None:
        before = self._word(at - 1)
        if before == "-" and self.lowers[at] in _AFTER_HYPHEN:
            return None
        named = phrase is not None and phrase.noun
        if entry.verb and not named:
            verb = self._verb(at, entry, phrase, before)
            if verb is not None:
                return verb
        if not (entry.noun or named):
            return None
        end = at + len(phrase.rest) if phrase else at
        if self._word(end + 2) == ":" and self._word(end + 1).isdigit():  # `Election 2016: Mayor quits` names one
            return None
        negated = before in _NEGATING or self._word(at - 2) in _NEGATING
        kind = phrase.type if phrase else entry.noun_type
        return Trigger(at, end, entry.lemma, "noun", kind, False, False, negated, before)

    def _verb(self, at: int, entry: Entry, phrase: Phrase | None, before: str) -> Trigger | None:
        helpers, governor, negated = self._helpers(at, entry, before)
        form = self._form(at, entry, helpers, before)
        if form is None:
            return None
        if "m" in helpers:
            form = "future" if governor in self.known.future else "modal"
        elif "t" in helpers:
            form = "infinitive"
        passive = "b" in helpers and ("n" in entry.verb or "p" in entry.verb)
        last, kind = (at, entry.verb_type) if phrase is None else (at + len(phrase.rest), phrase.type)
        return Trigger(at, last, entry.lemma, form, kind, entry.reports, passive, negated, governor)

    def _helpers(self, at: int, entry: Entry, before: str) -> tuple[str, str, bool]:
        """Read the helpers before a verb: their letters (`b` be, `H` had), what governs it, whether it is negated."""
        known, letters, governor, negated = self.known, "", "", False
        if before not in known.before_verb and before[-2:] != "ly":
            return "", "", False
        for step in range(at - 1, max(self.first, at - _REACH) - 1, -1):
            before = self.lowers[step]
            letter = known.helper.get(before)
            if letter is None:
                if before == "to" and (letters or entry.verb[0] == "b"):
                    governor = self._word(step - 1)
                    return letters + "t", governor, negated or governor == "not"
                if before in known.bare_negation:
                    if before in _NEGATING:
                        break
                    negated = True
                elif before not in known.adverb_only and (before[-2:] != "ly" or len(before) < 5):
                    break
                continue
            negated |= before in known.negation
            if before == "'s" and entry.verb[0] in "bs":
                break
            letters += letter
            if letter in "dm":
                return letters, before, negated
            governor = governor or before
        return letters, governor, negated

    def _form(self, at: int, entry: Entry, helpers: str, before: str) -> str | None:
        """Tell the form of a verb by its ending and its helpers, None where it is a noun or an adjective."""
        letters = entry.verb
        if "g" in letters:
            return self._of_ing(at, entry, before, "b" in helpers)
        if helpers:
            if "p" in letters or "n" in letters:
                if "H" in helpers:
                    return "pluperfect"
                if "h" in helpers:
                    return "perfect"
            if "b" in helpers and "n" in letters:
                return "past" if any(self._word(at - step) in self.known.was for step in range(1, 5)) else "present"
            if "t" in helpers or "m" in helpers or "d" in helpers:
                return "past" if before == "did" and "d" in helpers else "present"
        if "p" in letters or letters == "n":
            return None if before in self.known.determining else self._of_past(at, entry, before)
        return self._finite(at, entry, before)

    def _of_ing(self, at: int, entry: Entry, before: str, after_be: bool) -> str | None:
        if after_be:
            return None if self.lowers[at] == "going" and self._word(at + 1) == "to" else "progressive"
        if before in self.known.determining:
            return None
        named = before in ("'s", "of") or before.isdigit() or self._word(at + 1) == "of"
        return None if entry.noun and named else "gerund"

    def _of_past(self, at: int, entry: Entry, before: str) -> str | None:
        if entry.verb == "n":
            return "participle"
        if entry.verb[0] in "bs":
            return None if entry.noun and before in self.known.preposition else "past"
        return "participle" if before in ("'s", "and", ",") and self._word(at + 1) == "by" else "past"

    def _finite(self, at: int, entry: Entry, before: str) -> str | None:
        """Tell a present verb (`they attack`) from a noun of the same form (`the attacks`)."""
        if before in self.known.determining or before in self.known.no_verb_after:
            return None
        if before in self.known.pronoun:
            return "present"
        shown = at > self.first
        if entry.noun or self.lowers[at] in self.known.nounish:
            after = self._word(at + 1)
            direct = after in self.known.determiner or after in _DIRECT
            return "present" if shown and direct and not before.endswith(("ing", "al", "ed")) else None
        if entry.verb[0] == "s":
            known = shown and before not in (",", "and")
            return "present" if known or self._word(at + 1) in self.known.determiner else None
        alone = before[-1:] == "s" or before in _PEOPLE or self.lowers[at] in self.known.only_verb
        return "present" if shown and alone else None
