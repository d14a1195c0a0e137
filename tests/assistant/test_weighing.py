"""Rarer words weigh more; words that name nothing weigh little when no passage holds them."""

from assistant.weighing import weigh
from tests.assistant.small_index import SmallIndex, written

INDEX = SmallIndex(*(written(f"Khuyến công năm {year}.", f"bai-{year}") for year in range(2010, 2020)), written("Gốm."))


def weights(*words: str, light: frozenset[str] = frozenset()) -> list[float]:
    return list(weigh(INDEX, words, light).weights)  # type: ignore[arg-type]


def test_a_rare_word_weighs_more_than_a_common_one_and_an_unknown_one_most():
    common, rare, unknown = weights("khuyến công", "gốm", "dân số")
    assert 0 < common < rare < unknown


def test_a_verb_weighs_less_and_little_when_nothing_holds_it():
    (rare,), (light,) = weights("gốm"), weights("gốm", light=frozenset({"gốm"}))
    (unknown,), (light_unknown,) = weights("rót"), weights("rót", light=frozenset({"rót"}))
    assert light == rare * 0.7
    assert light_unknown == unknown * 0.22
