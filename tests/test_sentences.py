"""Sentences of news prose: each case is split at the bars and nowhere else."""

from __future__ import annotations

import pytest

from newsparse import Span
from newsparse.segment import split_sentences

CASES = """
Brig. Gen. Yahya Rasool spoke.|He left.
Lt. Col. Ann Day and Maj. Gen. Lee met Adm. Roe.|They ate.
Sen. Al Moss (D-Minn.) and Rep. Joy Lee (D-N.Y.) left.|Both voted no.
She moved to the U.S. in May.|He stayed.
She moved to the U.S.|He stayed in Oslo.
The U.S. Senate voted.|It was close.
He works for the U.S. Army Corps of Engineers.
"No way!"|He left.
"It is over," he said.|"Go home."
"Go home."|She stayed.
He said: "Go home."|She stayed.
“We are done.”|The mayor left.
“Are you sure?” she asked.|“Yes.”
"Are you sure?" she asked.
"Stop!" he cried, and ran.
They waited…|Then he left.
They waited...|Then he left.
They waited ... and left.
It was No. 10 on the list.|He won.
He said so.|10 people left.
J. R. R. Smith wrote it.|It sold well.
George W. Bush spoke.|He left.
Mr. Smith met Mrs. Jones, Dr. Roe and Prof. Lee.|They ate.
The company, Acme Inc., fell 3.5 percent.|Shares of Roe Corp. rose.
He works at Acme Inc.|She does not.
It starts at 5 p.m. on Friday.|Come early.
It starts at 5 p.m.|Come early.
The meeting ran from 9 a.m. to 5 p.m. Friday.|It was long.
On Jan. 3 he left.|On Feb. 4 she came.
It cost $3.5 million.|That is much.
See www.example.org for more.|It is free.
Washington, D.C., is hot.|So is Rome.
He lives in Washington, D.C.|He likes it.
St. Louis beat St. Paul.|Fans cheered.
The case is Roe v. Wade.|It is old.
He got a Ph.D. in Paris.|She did not.
Was it true?|No.|Nobody knew.
"I don't know."|"Why?"|"Because."
He said he was "done."|She laughed.
The plan (see p. 10) failed.|It was bad.
The plan failed.|(It was bad.)|He left.
Gov. Ann Roe, R-Ala., spoke.|She won.
Police said the man, 34, died.|An inquiry began.
The U.N. said so.|The E.U. agreed.
He asked Ms. Lee about Sgt. Roe Jr. and left.|Nobody came.
He met John Roe Jr.|They talked.
iPhone sales fell.|iPad sales rose.
It was 5.30 a.m.|"We ran," she said.
‘We are done.’|He left.
"We are done".|He left.
He said: “It is over.|We lost.”|She wept.
"It is over.|We lost," he said.
Dec. 5, 2019.|It rained.
Ft. Worth and Mt. Hood are far.|Go there.
It fell 2.5 pct. on Monday.
The vs. in the title stays.
Yahoo! shares rose.|Nobody sold.
Who wrote Jeopardy!?|He did.
He had no.|She had one.
He did it.”|She left.
A man of 5 ft. 3 in. was seen.
"Why now?" asked Lee.|"Who knows?" said Roe.
I spoke with Gen. Lee.|Gen. Roe was out.
It was No. 7 on the list.|He won.
He lives at No. 5b now.|It is old.
Who won? the paper asked.|Nobody knew.
Who won?|https://example.org/a tells it.|Read.
Stop! said the man.|He ran.
The answer is No.|He left.
"It is over.|$5 was all," he said.
"It is over.|3rd place was it," he said.
"It is over. a man left," he said.
"He met Dr. Roe.|He left," she said.
She got a B.|He got a C.|They left.
He came in Dec. 2019.|The snow fell.
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_english_sentences(case: str) -> None:
    wanted = case.split("|")
    text = " ".join(wanted)
    assert [found.of(text) for found in split_sentences(text, Span(0, len(text)))] == wanted


@pytest.mark.parametrize(
    ("language", "case"),
    [
        ("de", "Am 3. Mai kam Dr. Weber.|Er blieb bis zum 5. Juni."),
        ("fr", "Le maire est parti.|Il reviendra."),
        ("ja", "会議は終わった。|次は来週だ。"),
        ("xx", "No such language.|It is split all the same."),
    ],
)
def test_other_languages_are_left_to_sentencex(language: str, case: str) -> None:
    wanted = case.split("|")
    text = ("" if language == "ja" else " ").join(wanted)
    assert [found.of(text) for found in split_sentences(text, Span(0, len(text)), language)] == wanted


def test_a_part_is_split_and_nothing_beside_it() -> None:
    text = "Before. One. Two. After."
    assert [found.of(text) for found in split_sentences(text, Span(8, 17))] == ["One.", "Two."]


def test_lone_surrogates_do_not_stop_it() -> None:
    text = "He left \ud800. She stayed."
    assert [found.of(text) for found in split_sentences(text, Span(0, len(text)))] == ["He left \ud800.", "She stayed."]


def test_a_block_longer_than_what_sentencex_is_shown_at_once() -> None:
    wanted = ["“No one,” said Gen. Lee.", "He paid $5.", "x" * 15_000 + ".", *["She left."] * 3_000]
    text = " ".join(wanted)
    assert [found.of(text) for found in split_sentences(text, Span(0, len(text)))] == wanted
