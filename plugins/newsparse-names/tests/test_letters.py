"""What a word may be in a mention, by one letter."""

from __future__ import annotations

import pytest

from newsparse_names.letters import describing_letters, naming_letters
from newsparse_names.vocabulary import load_vocabulary

NAMING = {
    "The mayor , Ann Lee , said": "Ow_AA_w",
    "On May 3 J . Roe of al - Tamar came": "NO_I.Acl-Aw",
    "“ iPhone – Ärger & van 李": '"__A-lw',
}
DESCRIBING = {
    "The mayor , Ann Lee , said": "dn_____",
    "Her two Iraqi allies met six Democrat officials": "btPn_qPn",
    "IT gave HIS 3 aides to him": "__dmn_p",
}


@pytest.mark.parametrize(("text", "letters"), NAMING.items())
def test_what_a_word_may_be_in_a_name(text: str, letters: str) -> None:
    assert naming_letters(text.split(), load_vocabulary()) == letters


@pytest.mark.parametrize(("text", "letters"), DESCRIBING.items())
def test_what_a_word_may_be_in_a_description(text: str, letters: str) -> None:
    assert describing_letters(text.split(), load_vocabulary()) == letters
