import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.build import build
from index.records import FigureFilter, SearchFilter, StoreBroken, StoreMismatch, StoreMissing
from index.retrieve import open_index
from index.settings import IndexSettings
from tests.fakes import FakeEmbedder

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {
    "bac-2024": "Năm 2024, kế hoạch kinh phí khuyến công khu vực phía Bắc là 170,8 tỷ đồng.\n\n"
    + "Trong đó 35 cơ sở công nghiệp nông thôn (CNNT) được đánh giá sản xuất sạch hơn tại tỉnh Nghệ An. " * 8,
    "trung-2023": "Năm 2023, khu vực miền Trung - Tây Nguyên thực hiện 129 đề án khuyến công.",
    "duong": "Tuyến đường liên xã dài 12,5 km được mở rộng năm 2020.",
    "lich": "Dương lịch và âm lịch dùng song song ở nông thôn.",
}


@pytest.fixture
def settings(tmp_path) -> IndexSettings:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = IndexSettings(store=tmp_path / "store", documents=folder)
    build(settings, embedder=FakeEmbedder())
    return settings


@pytest.fixture
def index(settings):
    index = open_index(settings, FakeEmbedder())
    yield index
    index.close()


def found(index, query, **options):
    return [hit.passage.document for hit in index.search(query, **options)]


def test_a_question_finds_its_passage_first_with_every_feature_filled(index):
    hit = index.search("Kinh phí khuyến công phía Bắc năm 2024?")[0]
    document = index.document(hit.passage.document)
    assert hit.passage.document == "bac-2024"
    assert hit.passage.text == document.text[hit.passage.start : hit.passage.end]
    assert 0 < hit.dense <= 1.0001 and hit.lexical > 0 and hit.coverage == pytest.approx(1.0)
    assert index.passage(hit.passage.id) == hit.passage


def test_a_question_without_diacritics_finds_what_the_accented_one_finds(index):
    assert found(index, "tuyen duong lien xa", k=1) == found(index, "tuyến đường liên xã", k=1) == ["duong"]
    assert index.restore_diacritics("tuyen duong lien xa") == "tuyến đường liên xã"


def test_a_mistyped_question_finds_its_passage_by_words_alone(index):
    assert found(index, "tuyến đừơng liên xa", k=1, mode="lexical") == ["duong"]


def test_the_accented_question_never_takes_duong_for_its_unstroked_twin(index):
    assert found(index, "dương", mode="lexical") == ["lich"]
    assert found(index, "đường", mode="lexical") == ["duong"]


def test_an_abbreviation_in_the_question_covers_the_phrase_in_the_text(index):
    (hit,) = [h for h in index.search("sản xuất sạch hơn CNNT") if h.passage.document == "bac-2024"][:1]
    assert hit.coverage == pytest.approx(1.0)


def test_what_the_documents_do_not_hold_is_hardly_covered(index):
    assert max(hit.coverage for hit in index.search("giá vàng thế giới hôm nay")) < 0.5


def test_a_filter_narrows_both_ways_of_searching(index):
    only = SearchFilter(documents=("lich",))
    assert found(index, "kinh phí khuyến công", where=only) == ["lich"]
    assert found(index, "kinh phí", where=SearchFilter(documents=("khong-co",))) == []
    assert found(index, "kinh phí", where=SearchFilter(kinds=("decree",))) == []


@pytest.mark.parametrize("query", ["", "   ", "\n"])
def test_an_empty_question_finds_nothing(index, query):
    assert index.search(query) == []


def test_a_question_of_a_hundred_thousand_letters_is_answered(index):
    assert found(index, "kinh phí khuyến công " * 5000, k=1) == ["bac-2024"]


def test_frequencies_count_passages(index):
    assert index.document_frequency("khuyến công") == 2
    assert index.document_frequency("vắng mặt") == 0
    assert index.passage_count == sum(len(index.passages(source.id)) for source in index.sources())


def test_figures_come_by_filter_in_reading_order_and_by_meaning_nearest_first(index):
    figures = [hit.figure for hit in index.look_up(FigureFilter(year=2024))]
    assert {figure.document for figure in figures} == {"bac-2024"}
    assert figures == sorted(figures, key=lambda figure: figure.start)
    near = index.look_up(FigureFilter(indicator="kinh phí khuyến công phía Bắc", limit=3))
    assert near[0].figure.text == "170,8 tỷ đồng" and len(near) == 3
    assert [hit.score for hit in near] == sorted((hit.score for hit in near), reverse=True)
    assert index.look_up(FigureFilter(year=1999)) == []


def test_an_open_index_follows_a_later_build(settings, index):
    (settings.documents / "moi.txt").write_text("Làng nghề gốm Bát Tràng đổi mới công nghệ.", encoding="utf-8")
    (settings.documents / "lich.txt").unlink()
    build(settings, embedder=FakeEmbedder())
    assert found(index, "gốm Bát Tràng", k=1) == ["moi"]
    assert "lich" not in [source.id for source in index.sources()]
    assert "lich" not in found(index, "dương lịch âm lịch")


def test_an_open_selection_keeps_its_figures_and_the_next_follows_a_later_build(settings, index):
    before = index.select(FigureFilter(unit="đồng"))
    (settings.documents / "moi.txt").write_text("Năm 2025, tỉnh Nghệ An chi 9 tỷ đồng.", encoding="utf-8")
    (settings.documents / "bac-2024.txt").unlink()
    build(settings, embedder=FakeEmbedder())
    assert ([f.text for f in before], len(before)) == ([], 1)  # taken away since
    assert [f.text for f in index.select(FigureFilter(unit="đồng"))] == ["9 tỷ đồng"]


def test_questions_are_answered_while_another_process_builds_or_dies_building(settings, index):
    assert found(index, "dương lịch âm lịch", k=1) == ["lich"]
    (settings.documents / "lich.txt").unlink()
    (settings.documents / "moi.txt").write_text("Làng nghề gốm Bát Tràng đổi mới công nghệ.", encoding="utf-8")
    where = [str(settings.documents), str(settings.store)]
    command = [sys.executable, "-m", "tests.index.killed_build", *where, "build_lexical/before", "1"]
    died = subprocess.run(command, cwd=ROOT)
    assert died.returncode == -signal.SIGKILL
    assert found(index, "tuyến đường liên xã", k=1) == ["duong"]
    assert "lich" not in found(index, "dương lịch âm lịch")


def test_a_store_that_was_never_built_says_what_to_run(tmp_path):
    with pytest.raises(StoreMissing, match="python -m index build"):
        open_index(IndexSettings(store=tmp_path / "none"), FakeEmbedder())


def test_an_unfinished_store_is_not_opened(settings):
    (settings.store / "stamp.json").unlink()
    with pytest.raises(StoreMissing, match="chưa dựng xong"):
        open_index(settings, FakeEmbedder())


def test_a_store_of_another_model_is_refused_with_what_to_run(settings):
    other = IndexSettings(store=settings.store, documents=settings.documents, model="BAAI/bge-m3")
    with pytest.raises(StoreMismatch, match=r"build --store \S+ --model BAAI/bge-m3 --rebuild”"):
        open_index(other, FakeEmbedder())


def test_a_store_without_its_vectors_is_refused_with_what_to_run(settings):
    shutil.rmtree(settings.store / "chroma")
    with pytest.raises(StoreBroken, match=r"thiếu vectơ: hãy chạy “python -m index build --store \S+”"):
        open_index(settings, FakeEmbedder())


def test_a_file_in_the_stores_place_is_no_store(tmp_path):
    (tmp_path / "data").write_text("x")
    with pytest.raises(StoreMissing, match="là tệp, không phải thư mục kho"):
        open_index(IndexSettings(store=tmp_path / "data"), FakeEmbedder())
    with pytest.raises(StoreBroken, match="là tệp hoặc nằm dưới một tệp"):
        build(IndexSettings(store=tmp_path / "data", documents=tmp_path), embedder=FakeEmbedder())


def test_an_unknown_document_says_so(index):
    with pytest.raises(StoreMissing, match="khong-co"):
        index.document("khong-co")


def test_an_empty_store_answers_with_nothing(tmp_path):
    (tmp_path / "documents").mkdir()
    settings = IndexSettings(store=Path(tmp_path / "store"), documents=tmp_path / "documents")
    build(settings, embedder=FakeEmbedder())
    index = open_index(settings, FakeEmbedder())
    assert index.search("kinh phi") == [] and index.look_up(FigureFilter(indicator="kinh phí")) == []
    assert index.sources() == [] and index.restore_diacritics("kinh phi") != ""
    index.close()
