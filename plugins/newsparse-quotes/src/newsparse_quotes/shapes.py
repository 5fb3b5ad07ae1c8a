"""What tells whether a word is a cue and on which side of it the quote stands: named features of its surroundings."""

from __future__ import annotations

from newsparse_quotes.lexicon import Cue, cues, kinds, words
from newsparse_quotes.phrases import read_phrase_before, skip_back
from newsparse_quotes.stream import QUOTED, Stream

__all__ = ["shape_features", "tag_of"]

_BUCKETS = (0, 1, 2, 3, 4, 4, 6, 6, 6, 9, 9, 9, 9, 14, 14, 14, 14, 14, 14, 14)


def bucket(number: int) -> int:
    """Round a count down to one of few steps."""
    return _BUCKETS[number] if number < 20 else 20


def tag_of(stream: Stream, index: int) -> str:
    """Give what is told of an item: a function word itself, a cue's group, or the shape of the word."""
    word = stream.lowers[index]
    form = stream.forms[index]
    if word in kinds():
        return word if word.islower() else "fn"
    cue = cues().get(word)
    if cue is not None:
        return cue.group + cue.form if form.islower() or cue.group == "mark" else "Cap"
    if not word[0].isalpha():
        return "#" if word[0].isdigit() else word[:3]
    if form[0].isupper():
        return "Cap"
    if word in words("common_verbs.txt"):
        return "verb"
    for ending in ("ly", "ing", "ed", "s"):
        if word.endswith(ending):
            return "-" + ending
    return "low"


def shape_features(stream: Stream, unit: tuple[int, int], at: int, cue: Cue, before: int) -> list[str]:
    """Give the features of the cue candidate `at`; `before` is the candidate before it in the unit or -1."""
    first, last = unit
    low, forms, kind = stream.lowers, stream.forms, kinds()
    _regions, sizes = stream.regions, stream.sizes
    lemma, group, form = cue.lemma, cue.group, cue.form

    p1 = tag_of(stream, at - 1) if at > first else "BOS"
    p2 = tag_of(stream, at - 2) if at > first + 1 else "BOS"
    p3 = tag_of(stream, at - 3) if at > first + 2 else "BOS"
    n1 = tag_of(stream, at + 1) if at + 1 < last else "EOS"
    n2 = tag_of(stream, at + 2) if at + 2 < last else "EOS"
    n3 = tag_of(stream, at + 3) if at + 3 < last else "EOS"
    base = group + form
    found = [
        "bias",
        "lemma=" + lemma,
        "form=" + form,
        "base=" + base,
        "lf=" + lemma + form,
        "p1=" + p1,
        "p2=" + p2,
        "p3=" + p3,
        "n1=" + n1,
        "n2=" + n2,
        "n3=" + n3,
        "p21=" + p2 + "|" + p1,
        "n12=" + n1 + "|" + n2,
        "p1n1=" + p1 + "|" + n1,
        "b|p1=" + base + "|" + p1,
        "b|n1=" + base + "|" + n1,
        "l|n1=" + lemma + "|" + n1,
        "l|p1=" + lemma + "|" + p1,
        "f|p21=" + form + "|" + p2 + "|" + p1,
        "g|n12=" + group + "|" + n1 + "|" + n2,
        "lf|n1=" + lemma + form + "|" + n1,
    ]
    # the subject before
    back = skip_back(stream, at - 1, first)
    phrase = read_phrase_before(stream, back, first) if back >= first else None
    skipped = at - 1 - back
    if phrase is None:
        subject = "none:" + (tag_of(stream, back) if back >= first else "BOS")
        start = at
    else:
        start = phrase[0]
        head = low[start]
        what = kind.get(head)
        if what == "pron":
            subject = head
        elif forms[back][0].isupper() or (forms[start][0].isupper() and start > first):
            subject = "name"
        elif what in ("det", "poss"):
            subject = "det"
        else:
            subject = "low"
    edge = tag_of(stream, start - 1) if start > first else "BOS"
    tail = "aux" if any(kind.get(low[j]) == "aux" for j in range(back + 1, at)) else "adv" if skipped else ""
    found += [
        "subj=" + subject,
        "edge=" + edge,
        "subj|edge=" + subject + "|" + edge,
        "b|subj=" + base + "|" + subject,
        "tail=" + tail + "|" + form,
        "subj|tail|b=" + subject + "|" + tail + "|" + base,
        "edge|b=" + edge + "|" + base,
        "subj|n1=" + subject + "|" + n1,
        "edge|n1=" + edge + "|" + n1,
    ]
    # a region before
    left = start - 1
    while left >= first and low[left] != QUOTED:
        left -= 1
    comma = False
    if left >= first:
        gap = start - left - 1
        size = sizes[left]
        mark = _last_mark(stream, left)
        inner = bucket(gap)
        found += [
            f"Lq={bucket(size)}",
            f"Lgap={inner}",
            f"Lgap|mark={inner}|{mark}",
            f"Lgap|size={inner}|{bucket(size)}",
            f"Lgap|mark|b={inner}|{mark}|{base}",
            f"Lgap|subj={inner}|{subject}",
            f"Lfirst={left == first}|{mark}|{min(gap, 3)}",
        ]
    else:
        found.append("Lq=no")
    # the clause before, without marks: `It rained, he said`
    if start > first + 2 and low[start - 1] == ",":
        comma = True
    if p1 == "," or comma:
        length = bucket((start if comma else at) - first)
        found += [f"Lcl={length}|{comma}", f"Lcl|b|n1={comma}|{base}|{n1}", f"Lcl|subj={comma}|{subject}|{n1}"]
    # the region or clause behind
    right = at + 1
    stop = min(last, at + 40)
    that = to = verb = punct = -1
    while right < stop:
        word = low[right]
        if word == QUOTED:
            break
        if word == "that":
            that = right if that < 0 else that
        elif word == "to":
            to = right if to < 0 else to
        elif word in _ENDS:
            punct = right if punct < 0 else punct
        elif verb < 0 and (kind.get(word) == "aux" or word in words("common_verbs.txt")):
            verb = right
        right += 1
    if right < stop:
        gap = right - at - 1
        size = sizes[right]
        fits = "that" if that >= 0 else "v" if verb >= 0 else "," if punct >= 0 else ""
        found += [
            f"Rq={bucket(size)}",
            f"Rgap={bucket(gap)}",
            f"Rgap|size={bucket(gap)}|{bucket(size)}",
            f"Rgap|fits={min(gap, 4)}|{fits}",
            f"Rgap|b={min(gap, 4)}|{base}",
            f"Rgap|size|g={min(gap, 3)}|{min(size, 5)}|{group}",
            f"Rn1|size={n1}|{bucket(size)}",
        ]
    else:
        found.append("Rq=no")
    reach = punct if punct >= 0 else stop
    clause = verb >= 0 and verb < reach
    found += [
        f"that={bucket(that - at) if 0 <= that < reach + 3 else 'no'}|{group}",
        f"to={bucket(to - at) if 0 <= to < reach else 'no'}|{group}",
        f"verb={bucket(verb - at) if clause else 'no'}|{group}",
        f"verb|n1={clause}|{n1}",
        f"verb|l={clause}|{lemma}",
        f"punct={bucket(reach - at)}",
        f"punct|b={bucket(reach - at)}|{base}",
        f"end={bucket(last - at)}",
        f"that|n1={that >= 0 and that < reach}|{n1}",
    ]
    # the candidate before it
    if before >= first:
        other = cues()[low[before]]
        between = (
            ","
            if "," in low[before:at]
            else QUOTED
            if QUOTED in low[before:at]
            else "that"
            if "that" in low[before:at]
            else ""
        )
        found += [
            "prev=" + other.group + other.form + "|" + between,
            "prev|b=" + other.form + "|" + base + "|" + between,
            f"prevgap={bucket(at - before)}|{between}",
            "prev|edge=" + other.group + "|" + edge,
        ]
    else:
        found.append("prev=no")
    found += [
        f"pos={bucket(at - first)}",
        f"start={bucket(start - first)}|{subject}",
        f"kind={stream.kind}",
        f"kind|b={stream.kind}|{base}",
        f"ask={low[last - 1] == '?'}",
        f"ask|b={low[last - 1] == '?'}|{group}",
    ]
    if "if" in low[max(first, start - 4) : start] or "when" in low[max(first, start - 4) : start]:
        found.append("cond")
    return found


_ENDS = frozenset([",", ";", ":", ".", "?", "!", "–", "—", "(", ")"])


def _last_mark(stream: Stream, item: int) -> str:
    """Tell with which stop the region ends, inside its marks or behind them."""
    stream.regions[item]
    if item + 1 < len(stream.lowers) and stream.lowers[item + 1] in (",", "."):
        return stream.lowers[item + 1]
    return stream.tails.get(item, "")
