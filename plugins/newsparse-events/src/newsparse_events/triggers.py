"""Find the words that name events, and how they stand: tense, negation, modality.

`The army [withdrew] and may [return] after the [talks]`: a past act, a possible one, and a noun.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.words import Words
from newsparse_events.vocabulary import Entry, Phrase, classes, entries, phrases

__all__ = ["Trigger", "find_triggers"]


@attrs.frozen
class Trigger:
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


class _Classes:
    """The word classes as attributes, since looking them up is most of the work."""

    def __init__(self) -> None:
        known = classes()
        self.be, self.have, self.do = known["be"], known["have"], known["do"]
        self.modal, self.future, self.negation = known["modal"], known["future"], known["not"]
        self.adverb, self.determiner = known["adverb"], known["determiner"]
        self.preposition, self.pronoun, self.number = known["preposition"], known["pronoun"], known["number"]
        self.nounish = known["nounish"]
        self.helper = {word: letter for name, letter in _HELPERS for word in known[name]}
        self.helper |= {word: "H" for word in known["have"] if word.startswith("had")}
        self.bare_negation = known["not"] - self.helper.keys()
        self.adverb_only = known["adverb"] - known["determiner"]
        self.was = frozenset({"was", "were", "wasn't", "weren't"})
        self.skip = known["skip_ed"] | known["skip_ing"]


def find_triggers(words: Words, first: int, last: int) -> list[Trigger]:
    """Find the triggers among the words `first` to `last` (exclusive) of one sentence, in text order."""
    return _Finder(words, first, last).find()


_CLASSES: list[_Classes] = []


class _Finder:
    def __init__(self, words: Words, first: int, last: int) -> None:
        if not _CLASSES:
            _CLASSES.append(_Classes())
        self.known = _CLASSES[0]
        self.lowers: Sequence[str] = words.lowers
        self.forms: Sequence[str] = words.forms
        self.first, self.last = first, last

    def find(self) -> list[Trigger]:
        lowers, known, more, skip = self.lowers, entries(), phrases(), self.known.skip
        found: list[Trigger] = []
        at = self.first
        while at < self.last:
            word = lowers[at]
            entry = known.get(word)
            phrase = self._phrase(at, more[word]) if word in more else None
            if entry is None and word.endswith("ed") and len(word) > 5 and word not in skip and word.isalpha():
                entry = Entry(word[:-2], "pn")
            if entry is not None and word not in skip:
                trigger = self._trigger(at, entry, phrase)
                if trigger is not None:
                    found.append(trigger)
            elif phrase is not None and not self._is_name(at):
                end = at + len(phrase.rest)
                found.append(Trigger(at, end, lowers[end], "noun", phrase.type, False, governor=self._word(at - 1)))
            at = found[-1].last + 1 if found and found[-1].last >= at else at + 1
        return found

    def _word(self, at: int) -> str:
        return self.lowers[at] if self.first <= at < self.last else ""

    def _phrase(self, at: int, candidates: tuple[Phrase, ...]) -> Phrase | None:
        for phrase in candidates:
            end = at + 1 + len(phrase.rest)
            if end <= self.last and tuple(self.lowers[at + 1 : end]) == phrase.rest:
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
        some = [form for form in self.forms[self.first : self.last] if len(form) > 3 and form[0].isalpha()]
        return sum(form[0].isupper() for form in some) <= 0.7 * len(some)

    def _trigger(self, at: int, entry: Entry, phrase: Phrase | None) -> Trigger | None:
        if self._is_name(at):
            return None
        if self._word(at - 1) == "-" and self.lowers[at] in ("based", "backed", "led"):
            return None
        if entry.verb:
            verb = self._verb(at, entry)
            if verb is not None:
                end = at + len(phrase.rest) if phrase else at
                kind = phrase.type if phrase else entry.verb_type
                return attrs.evolve(verb, last=end, type=kind) if phrase else verb
        if entry.noun:
            end = at + len(phrase.rest) if phrase else at
            kind = phrase.type if phrase else entry.noun_type
            before = self._word(at - 1)
            negated = before in ("no", "without") or self._word(at - 2) in ("no", "without")
            return Trigger(at, end, entry.lemma, "noun", kind, False, negated=negated, governor=before)
        return None

    def _verb(self, at: int, entry: Entry) -> Trigger | None:
        helpers, governor, negated = self._helpers(at, entry)
        form = self._form(at, entry, helpers)
        if form is None:
            return None
        if "m" in helpers:
            form = "future" if governor in self.known.future else "modal"
        elif "t" in helpers:
            form = "infinitive"
        passive = "b" in helpers and any(letter in entry.verb for letter in "pn")
        return Trigger(at, at, entry.lemma, form, entry.verb_type, entry.reports, passive, negated, governor)

    def _helpers(self, at: int, entry: Entry) -> tuple[str, str, bool]:
        """Read the helpers before a verb: their letters (`b` be, `H` had), what governs it, whether it is negated."""
        known, letters, governor, negated = self.known, "", "", False
        for step in range(at - 1, max(self.first, at - 6) - 1, -1):
            before = self.lowers[step]
            if before == "to" and (letters or entry.verb[0] == "b"):
                governor = self._word(step - 1)
                return letters + "t", governor, negated or governor == "not"
            if before in known.bare_negation:
                if before in ("no", "without"):
                    break
                negated = True
                continue
            letter = known.helper.get(before)
            if letter is None:
                if before in known.adverb_only or (before.endswith("ly") and len(before) > 4):
                    continue
                break
            negated |= before in known.negation
            if before == "'s" and entry.verb[0] in "bs":
                break
            letters += letter
            if letter in "dm":
                return letters, before, negated
            governor = governor or before
        return letters, governor, negated

    def _form(self, at: int, entry: Entry, helpers: str) -> str | None:
        """Tell the form of a verb by its ending and its helpers, None where it is a noun or an adjective."""
        letters, before = entry.verb, self._word(at - 1)
        determined = before in self.known.determiner and before not in ("that", "which", "both", "all", "'s")
        if "g" in letters:
            return self._of_ing(at, entry, determined, "b" in helpers)
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
            return None if determined else self._of_past(at, entry)
        return self._finite(at, entry, before, self._word(at + 1), determined)

    def _of_ing(self, at: int, entry: Entry, determined: bool, after_be: bool) -> str | None:
        if after_be:
            return "progressive"
        if not entry.noun:
            return None if determined else "gerund"
        return None if determined or self._word(at - 1) in ("'s", "of") or self._word(at + 1) == "of" else "gerund"

    def _of_past(self, at: int, entry: Entry) -> str | None:
        before = self._word(at - 1)
        if entry.verb == "n":
            return "participle"
        if entry.verb[0] in "bs":
            return None if entry.noun and before in self.known.preposition else "past"
        return "participle" if before in ("'s", "and", ",") and self._word(at + 1) == "by" else "past"

    def _finite(self, at: int, entry: Entry, before: str, after: str, plain_before: bool) -> str | None:
        """Tell a present verb (`they attack`) from a noun of the same form (`the attacks`)."""
        if (
            plain_before
            or before in self.known.preposition
            or before in ("'s", "-", "to")
            or before in self.known.number
        ):
            return None
        if before in self.known.pronoun:
            return "present"
        shown = at > self.first
        if entry.noun or self.lowers[at] in self.known.nounish:
            direct = after in self.known.determiner or after in ("that", "to", "him", "them", "it", "up", "out", "back")
            return "present" if shown and direct and not before.endswith(("ing", "al", "ed")) else None
        if entry.verb.startswith("s"):
            return "present" if (shown and before not in (",", "and")) or after in self.known.determiner else None
        plural = before.endswith("s") or before in ("people", "men", "women", "police")
        return "present" if shown and plural else None
