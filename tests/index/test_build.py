import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from documents.records import BadInput
from documents.settings import Limits
from index.build import build
from index.disk import locked, need_space, replace_folder
from index.records import StoreBroken, StoreMismatch
from index.retrieve import open_index
from index.settings import IndexSettings
from index.stamp import check_stamp, read_stamp
from tests.fakes import FakeEmbedder
from tests.index.store_contents import contents

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {
    "bac": "Năm 2024, kinh phí khuyến công khu vực phía Bắc là 170,8 tỷ đồng.\n\nHỗ trợ 35 cơ sở nông thôn.",
    "trung": "Năm 2023, khu vực miền Trung - Tây Nguyên thực hiện 129 đề án khuyến công.\n\nKinh phí đạt 60,2 tỷ đồng.",
    "nam": "Năm 2022, khu vực phía Nam hỗ trợ 57 cơ sở, kinh phí 45,1 tỷ đồng.",
}


@pytest.fixture
def folder(tmp_path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, text in TEXTS.items():
        (documents / f"{name}.txt").write_text(text, encoding="utf-8")
    return documents


def settings(folder: Path, store: str = "store") -> IndexSettings:
    return IndexSettings(store=folder.parent / store, documents=folder)


def run(folder: Path, store: str = "store", **options):
    embedder = FakeEmbedder()
    return build(settings(folder, store), embedder=embedder, **options), embedder


def test_a_build_fills_catalogue_vectors_and_words_alike(folder):
    report, _ = run(folder)
    held = contents(folder.parent / "store")
    assert (report.documents, report.added, report.changed, report.removed) == (3, ("bac", "nam", "trung"), (), ())
    assert set(held["passages in Chroma"]) == {p.id for p in held["passages"]} == set(held["words"])
    assert set(held["figures in Chroma"]) == {f.id for f in held["figures"]}
    assert report.figures == len(held["figures"]) >= 5
    assert check_stamp(settings(folder)).passages == report.passages


def test_a_second_build_changes_nothing_and_embeds_nothing(folder):
    run(folder)
    before = contents(folder.parent / "store")
    report, embedder = run(folder)
    assert embedder.embedded == []
    assert (report.added, report.changed, report.removed) == ((), (), ())
    assert contents(folder.parent / "store") == before


def test_only_the_paragraph_that_changed_is_embedded_again(folder):
    (folder / "bac.txt").write_text("a " * 200 + ".\n\n" + "b " * 200 + ".", encoding="utf-8")
    run(folder)
    (folder / "bac.txt").write_text("a " * 200 + ".\n\n" + "c " * 200 + ".", encoding="utf-8")
    report, embedder = run(folder)
    assert report.changed == ("bac",)
    assert [text[:1] for text in embedder.embedded] == ["c"]


def test_a_removed_document_is_gone_from_everything(folder):
    run(folder)
    (folder / "nam.txt").unlink()
    report, _ = run(folder)
    held = contents(folder.parent / "store")
    assert report.removed == ("nam",)
    assert not [key for key in ("nam",) if key in held["documents"]]
    names = [*held["passages in Chroma"].values(), *held["figures in Chroma"].values()]
    assert "nam" not in names
    assert not [id for id in held["words"] if id.startswith("nam:")]


def test_an_incremental_store_equals_one_built_at_once(folder):
    (folder / "nam.txt").rename(folder.parent / "nam.txt")
    (folder / "them.txt").write_text("Văn bản sẽ bị bỏ đi, 12 đề án.", encoding="utf-8")
    run(folder)
    (folder.parent / "nam.txt").rename(folder / "nam.txt")
    (folder / "them.txt").unlink()
    run(folder)
    run(folder, "other")
    assert contents(folder.parent / "store") == contents(folder.parent / "other")


def test_an_unreadable_file_is_listed_and_the_rest_is_built(folder):
    (folder / "hong.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "rong.txt").write_text("", encoding="utf-8")
    report, _ = run(folder)
    assert report.documents == 3
    assert [file for file, _ in report.problems] == ["hong.pdf", "rong.txt"]
    assert all(reason and "\n" not in reason for _, reason in report.problems)
    again, embedder = run(folder)
    assert again.problems == report.problems and embedder.embedded == []
    assert (again.added, again.changed, again.removed) == ((), (), ())


def test_a_file_refused_for_its_size_is_read_once_the_limit_is_raised(folder):
    report, _ = run(folder, limits=Limits(file_bytes=100))
    assert (report.added, len(report.problems)) == (("nam",), 2)
    again, _ = run(folder)
    assert (again.added, again.changed, again.removed, again.problems) == (("bac", "trung"), (), (), ())


def test_a_document_that_became_unreadable_is_removed_and_listed(folder):
    run(folder)
    (folder / "bac.txt").write_text("", encoding="utf-8")
    report, _ = run(folder)
    assert (report.documents, report.removed) == (2, ("bac",))
    assert [file for file, _ in report.problems] == ["bac.txt"]


def test_a_store_of_another_model_is_refused_untouched_until_a_rebuild_is_asked_for(folder):
    run(folder)
    before = contents(folder.parent / "store")
    other = IndexSettings(store=folder.parent / "store", documents=folder, model="some/model")
    with pytest.raises(StoreMismatch, match=r"python -m index build .* --rebuild"):
        build(other, embedder=FakeEmbedder("some/model", 32))
    assert contents(folder.parent / "store") == before
    report = build(other, rebuild=True, embedder=FakeEmbedder("some/model", 32))
    assert (report.documents, check_stamp(other).dimension) == (3, 32)


def test_a_missing_folder_is_bad_input(tmp_path):
    with pytest.raises(BadInput):
        run(tmp_path / "nowhere")


def test_an_empty_folder_builds_an_empty_store(tmp_path):
    (tmp_path / "documents").mkdir()
    report, _ = run(tmp_path / "documents")
    assert (report.documents, report.passages, report.figures) == (0, 0, 0)


def test_two_builds_at_once_are_refused(folder):
    store = folder.parent / "store"
    store.mkdir()
    with locked(store), pytest.raises(StoreBroken, match="tiến trình khác"):
        run(folder)


def test_a_store_that_lost_its_vectors_is_made_whole(folder):
    run(folder)
    before = contents(folder.parent / "store")
    from index.chroma_store import ChromaStore

    chroma = ChromaStore(settings(folder))
    chroma.delete_document("passages", "bac")
    chroma.close()
    run(folder)
    assert contents(folder.parent / "store") == before


def test_a_store_of_before_the_figure_columns_is_refused_until_it_is_built_again(folder):
    run(folder)
    before = contents(folder.parent / "store")
    shutil.rmtree(folder.parent / "store" / "figures")
    with pytest.raises(StoreBroken, match="python -m index build"):
        open_index(settings(folder), FakeEmbedder())
    _, embedder = run(folder)
    assert embedder.embedded == []
    assert contents(folder.parent / "store") == before


def test_a_full_disk_is_one_line_and_leaves_nothing_half_written(tmp_path):
    target = tmp_path / "lexical"
    with pytest.raises(StoreBroken, match="hết chỗ trên đĩa"), replace_folder(target) as beside:
        (beside / "part").write_text("x")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_too_small_for_the_model_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(StoreBroken, match="cần 1099511627776 MB, còn"):
        need_space(tmp_path / "not" / "yet", 1 << 60)
    assert list(tmp_path.iterdir()) == []


def test_progress_names_the_phases_in_order_with_pace_and_time_left(folder):
    events = []
    build(settings(folder), events.append, embedder=FakeEmbedder())
    phases = list(dict.fromkeys(event.phase for event in events))
    assert phases == ["model", "read", "embed", "figures", "lexical", "done"]
    last = [event for event in events if event.phase == "embed"][-1]
    assert (last.done, last.total, last.seconds_left) == (3, 3, 0.0) and last.per_second > 0


@pytest.mark.parametrize(
    ("point", "nth"),
    [
        ("add/after", 1),
        ("add/after", 2),
        ("put/before", 1),
        ("put/after", 1),
        ("put/before", 2),
        ("delete_document/after", 1),
        ("forget/before", 1),
        ("forget/after", 1),
        ("replace_figures/before", 1),
        ("build_lexical/before", 1),
        ("write_columns/before", 1),
        ("write_columns/after", 1),
        ("write_stamp/before", 1),
    ],
)
def test_a_build_killed_at_any_point_is_finished_by_the_next_into_the_same_store(folder, point, nth):
    run(folder)
    (folder / "bac.txt").write_text(TEXTS["bac"] + "\n\nThêm 12 đề án ở tỉnh Nghệ An.", encoding="utf-8")
    (folder / "moi.txt").write_text("Năm 2021, tỉnh Thanh Hóa có 15 đề án khuyến công.", encoding="utf-8")
    (folder / "nam.txt").unlink()
    died = subprocess.run(
        [sys.executable, "-m", "tests.index.killed_build", str(folder), str(folder.parent / "store"), point, str(nth)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert died.returncode == -signal.SIGKILL
    assert read_stamp(folder.parent / "store") is None
    run(folder)
    run(folder, "undisturbed")
    assert contents(folder.parent / "store") == contents(folder.parent / "undisturbed")
