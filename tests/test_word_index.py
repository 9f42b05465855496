"""Words lead to the texts that have them."""

from __future__ import annotations

from casebank.word_index import OTHER, fold, word_index


def test_a_word_has_the_distances_between_its_texts():
    index = word_index(["a festival", "none", "Festival!", "the festival's end"])

    assert index["fe"]["festival"] == [0, 2, 1]


def test_a_word_that_a_text_has_twice_counts_once():
    assert word_index(["money, money"])["mo"]["money"] == [0]


def test_accents_and_case_do_not_matter():
    assert word_index(["Économie", "économie"])["ec"] == {"economie": [0, 1]}


def test_words_of_other_scripts_share_a_part():
    assert word_index(["Αθήνα"])[OTHER] == {"αθηνα": [0]}


def test_single_letters_are_no_words():
    assert word_index(["a b c"]) == {}


def test_folding_undoes_raised_figures_as_the_script_does():
    assert fold("PI²C Saint-Étienne") == "pi2c saint-etienne"
