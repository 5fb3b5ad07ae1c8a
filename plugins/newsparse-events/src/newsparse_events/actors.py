"""Find who takes part in an event, by position and voice.

`[Rebels]{actor} attacked [the garrison]{recipient}`; `[Two men]{recipient} were shot by [police]{actor}`;
`[Ann Lee]{actor} met [Bo Carr]{actor}`. What is said is no participant: `the mayor announced
that the bridge is shut`.
"""

from __future__ import annotations

from functools import cache

from newsparse.models import ParticipantRole
from newsparse_events.phrases import Phrases, Range, people
from newsparse_events.triggers import Trigger
from newsparse_events.vocabulary import classes

__all__ = ["Cast", "find_participants"]

Cast = list[tuple[Range, ParticipantRole]]

_CLAUSE = frozenset({"that", "if", "whether", "how", "why", "what", ":", ";", "“", '"', ",", "because"})
_ONWARD = frozenset({"to", "and", "or", "by", "of", "for"})
_OVER = frozenset({"who", "which", "that", '"', "”", "“"})
_NEAR, _FAR, _WALK, _AGENT = 3, 16, 40, 11
_PEOPLES = ("ians", "ans", "is", "ese", "ards")
_FINITE = frozenset({"past", "present", "perfect", "pluperfect", "future", "modal", "progressive"})
_VERBAL = frozenset({"gerund", "participle"})
_WHO_SAYS = frozenset({"he", "she", "they", "we", "i", "it", "who"})
_LOCAL = frozenset({"in", "at", "near", "through", "across", "along", "around", "into", "outside", "inside"})
_BASED = frozenset({"in", "at", "on", "from", "of"})
_SAYING = frozenset({"say", "add", "explain", "write", "note", "continue", "conclude", "reply", "report"})
_QUOTE_ENDS = frozenset({",", '"', "”", "'", "’"})
_FACING = frozenset({"of", "on", "against", "with", "between"})


def find_participants(phrases: Phrases, place: int) -> Cast:
    """Give the participants of trigger `place` with their roles, the surest first; some may overlap."""
    trigger = phrases.scene.triggers[place]
    if trigger.form == "noun":
        return _of_noun(phrases, place)
    if (speaker := _speaker_behind(phrases, trigger)) is not None:
        return [(speaker, "actor")]
    subject = _somebody(phrases, _subject(phrases, place))
    found: Cast
    if trigger.passive or trigger.form == "participle":
        agent = _agent(phrases, trigger.last + 1)
        found = [(subject, "recipient")] if subject else []
        return [*found, (agent, "actor")] if agent else found
    found = [(subject, "actor")] if subject else []
    things = _things(phrases, trigger)
    if things:
        role: ParticipantRole = "actor" if trigger.lemma in classes()["reciprocal"] else "recipient"
        found += [(thing, role) for thing in things]
    return found


def _somebody(phrases: Phrases, pair: Range | None) -> Range | None:
    """Give a phrase if it is somebody, its part with a name if only that is, as `[Oldtown warships] of old`."""
    if pair is None or _acts(phrases, pair):
        return pair
    name, after = phrases.name_in(pair), phrases.head(pair) + 1
    if name is None or name[1] <= after:
        return (pair[0], after) if name else None
    scene = phrases.scene
    before = scene.word(name[0] - 1)
    if before in scene.kinds.determiner:
        before = scene.word(name[0] - 2)
    return name if before == "of" or before not in scene.kinds.preposition else None  # not `a bombing near [Oldtown]`


def _acts(phrases: Phrases, pair: Range) -> bool:
    """Tell whether a phrase is somebody: its head is a noun for people, a name or a mention."""
    head, scene = phrases.head(pair), phrases.scene
    word, capitalised = scene.lowers[head], head in phrases.capitals
    if word in people() or (capitalised and head > scene.first) or phrases.mentions_over(pair[0], head):
        return True
    return capitalised and (not phrases.mentions.starts or word.endswith(_PEOPLES))


@cache
def _steps() -> dict[str, str]:
    """Give what a word between a verb and its subject is: skipped, a sign of another verb, or something to look at."""
    known = classes()
    skipped = known["be"] | known["have"] | known["do"] | known["modal"] | known["not"] | known["adverb"]
    steps = dict.fromkeys(skipped - {"all", "both"} | known["weekday"] | _OVER, "skipped")
    return steps | dict.fromkeys(known["preposition"], "preposition") | dict.fromkeys(_ONWARD, "onward") | {",": ","}


def _subject(phrases: Phrases, place: int, hops: int = 3) -> Range | None:
    """Give the phrase before a verb and its helpers, over `who` and an apposition, by up to `hops` other verbs."""
    scene, steps, trigger = phrases.scene, _steps(), phrases.scene.triggers[place]
    lowers, times = scene.lowers, scene.time_words
    first, at, commas = scene.first, trigger.first - 1, 0
    while at >= first and trigger.first - at <= _WALK:
        word = lowers[at]
        step = steps.get(word)
        if step is None:
            if at not in times and (word[-2:] != "ly" or len(word) < 5):
                return _whole(phrases, phrases.left(at + 1))
        elif step == ",":
            commas += 1
            before = _before_apposition(phrases, at)
            if commas > 1 or before is None:
                return _of_verb_before(phrases, place, hops) if trigger.form in _VERBAL else phrases.left(at)
            at = before
            continue
        elif word == "to" and scene.word(at - 2) in classes()["be"]:
            at -= 2
            continue
        elif step == "onward" or (step == "preposition" and at not in times and at + 1 not in times):
            return _of_verb_before(phrases, place, hops)
        at -= 1
    return phrases.right(trigger.last + 1) if trigger.reports and scene.word(trigger.last + 1) not in _CLAUSE else None


def _speaker_behind(phrases: Phrases, trigger: Trigger) -> Range | None:
    """Give who stands behind a verb of saying with what was said before it: `“…,” said [Ann Lee]`."""
    if trigger.lemma not in _SAYING or phrases.scene.word(trigger.first - 1) not in _QUOTE_ENDS:
        return None
    speaker = phrases.right(trigger.last + 1)
    if speaker is None or not _acts(phrases, speaker) or _opens_clause(phrases, speaker[1]):
        return None
    return speaker


def _whole(phrases: Phrases, pair: Range | None) -> Range | None:
    """Give who a phrase after `based in`, or a place after `near`, tells of, else the phrase itself."""
    if pair is None:
        return None
    before = phrases.scene.word(pair[0] - 1)
    if before in _BASED and pair[0] - 2 in phrases.verbs:
        return phrases.left(pair[0] - 2) or pair
    return (phrases.left(pair[0] - 1) or pair) if before in _LOCAL else pair


def _before_apposition(phrases: Phrases, at: int) -> int | None:
    for step in range(at - 1, max(phrases.scene.first, at - 12), -1):
        if phrases.scene.lowers[step] == ",":
            return step - 1
    return None


def _of_verb_before(phrases: Phrases, place: int, hops: int) -> Range | None:
    """Give the subject of the verb that this one is joined to or hangs on."""
    triggers = phrases.scene.triggers
    form, passed = triggers[place].form, 0
    for before in range(place - 1, max(place - 6, -1), -1) if hops else ():
        theirs = triggers[before].form
        if theirs == "noun":
            continue
        if theirs == form or form not in _FINITE or (passed > 1 and theirs in _FINITE):
            return _subject(phrases, before, hops - 1)
        passed += 1
    return None


def _agent(phrases: Phrases, first: int) -> Range | None:
    """Give who acts in the phrase after the first `by` from word `first` on."""
    scene = phrases.scene
    after = scene.lowers[first : min(first + _AGENT, scene.last)]
    if "by" not in after:
        return None
    for at, word in enumerate(after, first):
        if word == "by" and at + 1 not in scene.time_words:
            found = phrases.right(at + 1)
            return found if found is not None and _acts(phrases, found) else None
        if word in (",", ";", "that"):
            return None
    return None


def _things(phrases: Phrases, trigger: Trigger) -> list[Range]:
    """Give who a verb acts on: the phrases after it up to a clause, those of people and names alone."""
    scene, at = phrases.scene, _after_time(phrases, trigger.last + 1)
    lowers, last = scene.lowers, scene.last
    if at < last and lowers[at] == "that" and trigger.lemma in classes()["demanding"]:
        return _asked(phrases, at + 1)
    far = at + (_NEAR if trigger.reports else _FAR)
    while at < last and at < far:
        word = lowers[at]
        if word in _CLAUSE or (word == "and" and at + 1 in phrases.verbs):
            break
        if word in _LOCAL:
            local = phrases.right(at + 1)
            at = local[1] if local else at + 1
            continue
        pair = phrases.right(at)
        if pair is None:
            at += 1
            continue
        acts = _acts(phrases, pair)
        if trigger.reports and (not acts or word in _WHO_SAYS or _opens_clause(phrases, pair[1])):
            break
        one = pair if acts else phrases.name_in(pair)
        if one is not None:
            return [one, *_list(phrases, pair[1])]
        at = pair[1]
    return []


def _after_time(phrases: Phrases, at: int) -> int:
    """Give the first word from word `at` on that is no part of when it was: `met [on Tuesday] …`."""
    scene, times = phrases.scene, phrases.scene.time_words
    while at < scene.last:
        word = scene.lowers[at]
        if not (at in times or word in scene.kinds.weekday or (at + 1 in times and word in scene.kinds.preposition)):
            break
        at += 1
    return at


def _asked(phrases: Phrases, first: int) -> list[Range]:
    """Give who is to act: `demanded that [Spain] withdraw`."""
    asked = phrases.right(first)
    if asked is None:
        return []
    name = phrases.name_in(asked)
    if name is not None and name[0] - asked[0] < 2:
        return [name]
    return [asked] if _acts(phrases, asked) else []


def _opens_clause(phrases: Phrases, at: int) -> bool:
    return at in phrases.verbs or phrases.scene.word(at) in phrases.scene.kinds.finite_helpers


def _list(phrases: Phrases, at: int) -> list[Range]:
    """Give the further names of a list: `… and Bo Carr`, `…, Oldtown, Newtown and Midtown`."""
    scene, found, joined = phrases.scene, [], False
    while not joined and (word := scene.word(at)) in (",", "and"):
        joined = word == "and" or scene.word(at + 1) == "and"
        pair = phrases.right(at + 2 if scene.word(at + 1) == "and" else at + 1)
        if pair is None or not all(one in phrases.capitals or scene.lowers[one] == "and" for one in range(*pair)):
            break
        at = pair[1]
        if _opens_clause(phrases, at) or (not joined and scene.word(at) not in (",", "and")):
            break
        found.append(pair)
    return found


def _carried_out(phrases: Phrases, place: int) -> bool:
    """Tell whether a noun is what the verb before it does: `staged a large [protest]`."""
    verb, noun = phrases.scene.triggers[place - 1 : place + 1]
    if verb.lemma not in classes()["light"] or verb.passive or noun.first - verb.last > 4:
        return False
    return 1 not in phrases.stop[verb.last + 1 : noun.first]


def _of_noun(phrases: Phrases, place: int) -> Cast:
    """Give the participants of a noun: `Lee's attack on Carr`, `US strikes`, `talks between …`."""
    scene, trigger, capitals = phrases.scene, phrases.scene.triggers[place], phrases.capitals
    first = trigger.first
    before = scene.word(first - 1)
    actor: Range | None
    if before == "'s":
        actor = phrases.left(first - 1)
    elif first - 1 in capitals and before not in scene.kinds.not_a_name:
        low = first - 1
        while low - 1 in capitals:
            low -= 1
        actor = (low, first)
    else:
        actor = _agent(phrases, trigger.last + 1)
    if actor is None and place and _carried_out(phrases, place):
        actor = _subject(phrases, place - 1)
    found: Cast = [(actor, "actor")] if actor is not None and _acts(phrases, actor) else []
    after = scene.word(trigger.last + 1)
    if after in _FACING:
        thing = phrases.right(trigger.last + 2)
        if thing is not None and _acts(phrases, thing):
            found.append((thing, "actor" if after in ("with", "between") else "recipient"))
    return found
