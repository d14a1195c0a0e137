"""What a reader does, in a real browser over the real store: ask, check the source, look up, draft.

Every visit also asserts, as it closes, that no request left this machine and no script failed.
"""

import csv
import io
from pathlib import Path

import pytest
from conftest import Visit, free_port, run
from openpyxl import load_workbook

PHONE = {"width": 400, "height": 820}
SMALL_PHONE = {"width": 320, "height": 640}
QUESTION = "Kế hoạch kinh phí khuyến công năm 2024 của khu vực phía Bắc là bao nhiêu?"
SENTENCE = (
    "tổng kế hoạch kinh phí khuyến công năm 2024 được duyệt của 28 tỉnh, thành phố khu vực phía Bắc là 170,8 tỷ đồng"
)


def wide(visit: Visit) -> int:
    return int(visit.page.evaluate("document.documentElement.scrollWidth"))


def test_a_figure_question_ends_in_the_number_its_chip_and_the_right_highlight(visit: Visit):
    visit.page.get_by_role("button", name=QUESTION).click()
    visit.page.wait_for_selector(".answer .chip")
    assert "170,8 tỷ đồng" in visit.page.inner_text(".answer .claims")
    assert SENTENCE in visit.marks()  # the first citation opens by itself
    visit.page.locator(".answer .chip").first.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_function("document.activeElement.classList.contains('pane')")
    assert SENTENCE in visit.marks()
    facts = visit.page.inner_text("#source dl")
    assert "20/05/2024" in facts and "Sản xuất và tiêu dùng bền vững" in facts and "đoạn" in facts


def test_copying_an_answer_takes_its_sources_along(visit: Visit):
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.ask(QUESTION)
    visit.page.get_by_role("button", name="Sao chép kèm nguồn").click()
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert "170,8 tỷ đồng" in copied and "Nguồn trích dẫn:" in copied and SENTENCE in copied


def test_a_question_the_documents_do_not_answer_gets_no_answer_but_near_passages(visit: Visit):
    visit.ask("Giá vé máy bay từ Hà Nội đi Paris là bao nhiêu?")
    answer = visit.page.locator(".turn").last
    assert "Không tìm thấy trong tài liệu" in answer.inner_text()
    assert answer.locator(".chip").count() == 0
    near = answer.locator(".nearest-row")
    if near.count():
        near.first.click()
        visit.page.wait_for_selector("#source mark")


def test_a_legal_question_shows_the_warning_and_references_can_be_followed(visit: Visit):
    visit.ask("Điều 5 Nghị định 45/2012/NĐ-CP quy định những gì?")
    assert "235/2025/NĐ-CP" in visit.page.locator(".answer .notice").all_inner_texts()[1]
    visit.page.wait_for_selector("#source mark")
    visit.page.locator("#source .reference", has_text="Điều 4").first.click()
    visit.page.wait_for_function("document.querySelector('#source mark').innerText.startsWith('Điều 4')")
    assert "Điều 4 Nghị định 45/2012/NĐ-CP" in visit.page.inner_text("#source dl")


SLOW_START = """
    const send = window.fetch;
    let first = true;
    window.fetch = async (...asked) => {
        if (first && String(asked[0].url || asked[0]).includes("queue/join")) {
            first = false;
            await new Promise((done) => setTimeout(done, 2000));
        }
        return send(...asked);
    };
"""


def test_what_is_opened_while_the_page_is_still_coming_up_stays_open(visit: Visit, served):
    visit.page.add_init_script(SLOW_START)
    visit.page.goto(served.address)
    visit.open_tab("Tài liệu")
    visit.page.locator(".document-open", has_text="45/2012/NĐ-CP").first.click()
    visit.page.wait_for_selector("#outline .entry")
    visit.page.wait_for_timeout(2500)
    assert visit.page.locator("#outline .entry", has_text="Điều 2.").count() > 0


def test_markup_in_a_document_stays_text_everywhere(visit: Visit):
    visit.ask("Xã Thử Nghiệm hỗ trợ bao nhiêu máy xay xát năm 2023?")
    visit.page.wait_for_selector("#source mark")
    assert "<script>window.hacked=1</script>" in visit.page.inner_text("#source")
    assert visit.page.evaluate("window.hacked") is None
    assert visit.page.locator("#source :is(script, img, svg, b, a)").count() == 0
    visit.ask("<img src=x onerror=window.hacked=1> ${window.hacked=1} là gì?")
    assert "<img src=x" in visit.page.locator(".turn .question").last.inner_text()
    visit.reload()
    visit.page.wait_for_selector(".turn .answer")
    assert visit.page.evaluate("window.hacked") is None


def test_a_reload_keeps_the_talk_and_a_follow_up_carries_on(visit: Visit):
    visit.ask("Kinh phí khuyến công quốc gia của phía Bắc năm 2024 là bao nhiêu?")
    visit.reload()
    visit.page.wait_for_selector(".turn .answer .chip")
    assert "71,5 tỷ đồng" in visit.page.inner_text(".turn .claims")
    visit.page.wait_for_selector("#source mark")
    visit.ask("Còn kinh phí địa phương?")
    assert "99,2 tỷ đồng" in visit.page.locator(".turn").last.inner_text()
    assert visit.page.locator(".turn").count() == 2


def test_a_new_talk_can_be_undone(visit: Visit):
    visit.ask(QUESTION)
    visit.page.click("#new-talk")
    visit.page.wait_for_selector(".welcome")
    assert visit.page.locator(".turn").count() == 0
    visit.page.click("#undo-clear")
    visit.page.wait_for_selector(".turn .answer")
    assert "170,8 tỷ đồng" in visit.page.inner_text(".turn .claims")


def test_an_empty_question_asks_nothing_and_is_told_in_one_line(visit: Visit):
    visit.page.fill("#question textarea", "   ")
    visit.page.press("#question textarea", "Enter")
    visit.page.wait_for_function("document.querySelector('#question textarea').value === ''")
    visit.page.wait_for_selector("text=Câu hỏi trống; xin nhập câu hỏi.")
    assert visit.page.locator(".turn").count() == 0


def test_an_overlong_question_gets_one_clear_line(visit: Visit):
    visit.ask("khuyến công " * 10_000)
    assert visit.page.locator(".turn").count() == 1
    assert visit.page.locator(".turn .failed").inner_text().startswith("Chưa trả lời được.")


def test_shift_enter_starts_a_new_line_instead_of_sending(visit: Visit):
    visit.page.fill("#question textarea", "dòng một")
    visit.page.press("#question textarea", "Shift+Enter")
    visit.page.keyboard.type("dòng hai")
    assert visit.page.input_value("#question textarea") == "dòng một\ndòng hai"
    assert visit.page.locator(".turn").count() == 0


def test_the_switch_turns_the_whole_screen_to_english_and_is_kept(visit: Visit):
    visit.ask(QUESTION)
    visit.page.get_by_label("English").check()
    visit.page.wait_for_selector("text=Copy with sources")
    tabs = [("tab", name) for name in ("Ask", "Figures", "Briefing note", "Documents")]
    for role, name in [*tabs, ("button", "New conversation")]:
        visit.page.get_by_role(role, name=name).wait_for()
        assert visit.page.get_by_role(role, name=name).count() == 1
    assert visit.page.evaluate("document.documentElement.lang") == "en"
    visit.reload()
    visit.page.wait_for_selector("text=Copy with sources")
    assert visit.page.get_by_label("English").is_checked()


@pytest.mark.parametrize("visit", [PHONE, {**PHONE, "scheme": "dark"}, SMALL_PHONE], indirect=True)
def test_a_phone_shows_every_tab_without_sideways_scrolling(visit: Visit):
    width = visit.page.viewport_size["width"]
    visit.ask("So sánh kinh phí khuyến công phía Bắc năm 2024 với miền Trung - Tây Nguyên năm 2023")
    assert wide(visit) <= width
    visit.page.locator(".answer .chip").first.click()
    visit.page.wait_for_function("document.querySelector('#source mark').getBoundingClientRect().top < innerHeight")
    visit.page.locator("#source .back").click()
    visit.page.wait_for_function("document.activeElement.classList.contains('chip')")
    for name in ("Số liệu", "Bản tóm lược", "Tài liệu"):
        visit.open_tab(name)
        visit.page.wait_for_timeout(300)
        assert wide(visit) <= width, name


def test_figures_are_filtered_sorted_and_lead_to_their_sentence(visit: Visit):
    visit.open_tab("Số liệu")
    choose(visit, "filter_place", "phía Bắc")
    choose(visit, "filter_year", "2024")
    choose(visit, "filter_unit", "đồng")
    visit.page.locator("th.col-value button").click()
    visit.page.wait_for_selector("th.col-value[aria-sort=ascending]")
    row = visit.page.locator("tr.row-open", has_text="34,7 tỷ đồng").first
    row.locator("td.col-period").click()
    visit.page.wait_for_selector("#figure-source mark")
    assert "kinh phí toàn vùng ước thực hiện đạt 34,7 tỷ đồng" in visit.marks("#figure-source")
    places = set(visit.page.locator("tr.row-open td.col-period").all_inner_texts())
    assert all("2024" in period for period in places)


def test_figures_that_are_not_there_say_which_years_are(visit: Visit):
    visit.open_tab("Số liệu")
    choose(visit, "filter_place", "phía Bắc")
    box = visit.page.locator("#filter_year input")
    box.fill("1999")
    box.press("Enter")
    visit.page.wait_for_selector("#figures .nothing")
    assert "Các năm có số liệu: " in visit.page.inner_text("#figures .nothing")


def test_figures_are_saved_with_their_sources(visit: Visit, tmp_path: Path):
    visit.open_tab("Số liệu")
    choose(visit, "filter_unit", "đồng")
    shown = int(visit.page.inner_text("#figures caption").split()[0])
    saved = save(visit, "#make-csv", tmp_path / "figures.csv")
    rows = list(csv.DictReader(io.StringIO(saved.read_text(encoding="utf-8-sig"))))
    assert len(rows) == shown
    sheet = load_workbook(save(visit, "#make-xlsx", tmp_path / "figures.xlsx")).worksheets[0]
    assert sheet.max_row >= shown


def test_a_note_is_composed_edited_checked_and_saved(visit: Visit, tmp_path: Path):
    visit.open_tab("Bản tóm lược")
    visit.page.fill("#note-topic textarea, #note-topic input", "Tình hình khuyến công khu vực phía Bắc năm 2024")
    visit.page.click("#note-compose")
    visit.page.wait_for_selector(".note-sentence .chip", timeout=60_000)
    sentence = visit.page.locator(".note-sentence").nth(1)
    sentence.locator(".chip").first.click()
    visit.page.wait_for_selector("#note-source mark")
    sentence.get_by_role("button", name="Sửa câu").click(force=True)
    visit.page.fill("#note-editor", "Kế hoạch kinh phí là 999,9 tỷ đồng.")
    visit.page.get_by_role("button", name="Lưu").click()
    visit.page.wait_for_selector(".note-warning")
    assert "999,9 tỷ đồng" in visit.page.inner_text(".note-sentence .unsupported")
    first = visit.page.locator(".note-sentence").nth(0).locator(".note-words").inner_text()
    visit.page.locator(".note-sentence").nth(0).get_by_role("button", name="Bỏ câu").click(force=True)
    visit.page.wait_for_function(
        "t => document.querySelector('.note-sentence .note-words').innerText !== t", arg=first, timeout=10_000
    )
    visit.page.locator(".note .withheld summary").first.click()
    visit.page.get_by_role("button", name="Đưa lại").first.click()
    visit.page.wait_for_function(
        "t => document.querySelector('.note-sentence .note-words').innerText === t", arg=first, timeout=10_000
    )
    visit.reload()
    visit.open_tab("Bản tóm lược")
    visit.page.wait_for_selector(".note-warning")  # the browser kept the edited note
    assert save(visit, "#make-docx", tmp_path / "note.docx").read_bytes()[:2] == b"PK"
    assert save(visit, "#make-pdf", tmp_path / "note.pdf").read_bytes()[:5] == b"%PDF-"
    assert "999,9 tỷ đồng" in save(visit, "#make-md", tmp_path / "note.md").read_text(encoding="utf-8")


def test_the_chat_opens_a_note_and_an_answer_can_be_added_to_it(visit: Visit):
    visit.ask(QUESTION)
    visit.page.fill("#question textarea", "Soạn bản tóm lược về tình hình khuyến công khu vực phía Bắc năm 2024")
    visit.page.press("#question textarea", "Enter")
    visit.page.wait_for_selector(".note-sentence", timeout=60_000)
    assert visit.page.get_by_role("tab", name="Bản tóm lược").get_attribute("aria-selected") == "true"
    before = visit.page.locator(".note-sentence").count()
    visit.open_tab("Hỏi đáp")
    visit.page.get_by_role("button", name="Thêm vào bản tóm lược").click()
    visit.open_tab("Bản tóm lược")
    visit.page.wait_for_function("n => document.querySelectorAll('.note-sentence').length > n", arg=before)


def test_a_topic_outside_the_documents_is_refused(visit: Visit):
    visit.open_tab("Bản tóm lược")
    visit.page.fill("#note-topic textarea, #note-topic input", "Giá vàng thế giới và thị trường chứng khoán Mỹ")
    visit.page.click("#note-compose")
    visit.page.wait_for_selector("#note .nothing", timeout=60_000)
    assert visit.page.locator(".note").count() == 0


DECREE = """CHÍNH PHỦ
Số: 12/2024/NĐ-CP
Hà Nội, ngày 05 tháng 02 năm 2024
NGHỊ ĐỊNH
VỀ HỖ TRỢ MÁY SẤY NÔNG SẢN
Điều 1. Phạm vi
Nghị định này quy định việc hỗ trợ máy sấy theo Điều 4 Nghị định số 45/2012/NĐ-CP và khoản 1 Điều 2 Nghị định này.
Điều 2. Mức hỗ trợ
1. Cơ sở sấy nông sản được hỗ trợ tối đa 90 triệu đồng để mua máy sấy.
Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành kể từ ngày 20 tháng 3 năm 2024.
"""


def test_what_was_read_of_an_upload_is_confirmed_and_then_decides_what_was_in_force(visit: Visit, tmp_path: Path):
    file = tmp_path / "may-say.txt"
    file.write_text(DECREE, encoding="utf-8")
    visit.open_tab("Tài liệu")
    with visit.page.expect_file_chooser() as chooser:
        visit.page.click("#document-upload")
    chooser.value.set_files([file])
    form = visit.page.locator("[data-form='may-say']")
    form.wait_for(timeout=60_000)
    assert form.locator("[name=number]").input_value() == "12/2024/NĐ-CP"
    visit.page.wait_for_selector("#document-status .build:has-text('thêm 1')", timeout=120_000)
    assert visit.page.locator(".doc-mark").all_inner_texts() == ["thông tin đọc từ văn bản, chưa xác nhận"] * 2
    form.locator("[name=in_force_from]").fill("45/3/2024")
    form.get_by_role("button", name="Xác nhận").click()
    form.locator(".failed").wait_for()
    form.locator("[name=in_force_from]").fill("01/4/2024")
    form.get_by_role("button", name="Xác nhận").click()
    form.wait_for(state="detached")
    visit.page.wait_for_selector("#document-status .build:has-text('đổi 1')", timeout=120_000)
    assert visit.page.locator(".doc-mark").count() == 1
    visit.open_tab("Hỏi đáp")
    visit.ask("Tại thời điểm 25/3/2024, Điều 1 Nghị định 12/2024/NĐ-CP quy định gì?")
    told = visit.page.locator(".turn").last.inner_text()
    assert "Theo văn bản có hiệu lực tại ngày 25/03/2024" in told
    assert "Nghị định 12/2024/NĐ-CP chưa có hiệu lực tại ngày 25/3/2024 (có hiệu lực từ ngày 01/4/2024)." in told
    visit.ask("Tại thời điểm 01/5/2024, Điều 1 Nghị định 12/2024/NĐ-CP quy định gì?")
    assert "việc hỗ trợ máy sấy" in visit.page.locator(".turn").last.locator(".claims").inner_text()
    references = visit.page.locator("#source .reference")
    assert references.all_inner_texts() == ["Điều 4 Nghị định số 45/2012/NĐ-CP", "khoản 1 Điều 2 Nghị định này"]
    references.first.click()
    visit.page.wait_for_function("document.querySelector('#source mark').innerText.startsWith('Điều 4')")
    visit.open_tab("Tài liệu")
    visit.page.get_by_role("button", name="Gỡ", exact=True).click()
    visit.page.get_by_role("button", name="Gỡ hẳn").click()
    visit.page.wait_for_selector("#document-status .build:has-text('bỏ 1')", timeout=120_000)


def test_documents_come_in_are_asked_about_and_go_again(visit: Visit, tmp_path: Path):
    good, bad = tmp_path / "bao-cao-an-lac.txt", tmp_path / "hong.docx"
    good.write_text(
        "Báo cáo khuyến công xã An Lạc\n\nNăm 2024, xã An Lạc hỗ trợ 19 cơ sở dệt chiếu với 640 triệu đồng.\n",
        encoding="utf-8",
    )
    bad.write_bytes(b"\x00\x01\x02 not a document \xff\xfe")
    visit.open_tab("Tài liệu")
    visit.page.locator(".document-open", has_text="45/2012/NĐ-CP").first.click()
    visit.page.locator("#outline .entry", has_text="Điều 2.").first.click()
    visit.page.wait_for_selector("#document-source mark")
    with visit.page.expect_file_chooser() as chooser:
        visit.page.click("#document-upload")
    chooser.value.set_files([good, bad])
    visit.page.wait_for_selector("#document-status .build:has-text('thêm 1')", timeout=120_000)
    steps = visit.page.locator("#document-status .steps li").all_inner_texts()
    assert "đã thêm" in steps[0] and "không thêm được" in steps[1]
    visit.open_tab("Hỏi đáp")
    visit.ask("Xã An Lạc hỗ trợ bao nhiêu cơ sở dệt chiếu năm 2024?")
    assert "19 cơ sở" in visit.page.inner_text(".turn .claims")
    visit.open_tab("Tài liệu")
    visit.page.get_by_role("button", name="Gỡ", exact=True).click()
    visit.page.get_by_role("button", name="Gỡ hẳn").click()
    visit.page.wait_for_selector("#document-status .build:has-text('bỏ 1')", timeout=120_000)
    assert visit.page.locator(".document-open", has_text="An Lạc").count() == 0
    visit.open_tab("Hỏi đáp")
    visit.page.locator(".turn .chip").first.click()
    visit.page.wait_for_selector("#source:has-text('không còn trong kho')")


def test_a_taken_port_and_a_missing_store_get_one_line_and_exit_code_2(served, tmp_path: Path):
    port = served.address.rsplit(":", 1)[1]
    taken = run("app.py", "--store", str(served.store), "--port", port)
    assert taken.returncode == 2
    assert taken.stderr.startswith(f"Cổng {port} trên 127.0.0.1 đang có chương trình khác dùng; thử --port ")
    assert taken.stderr.count("\n") == 1
    missing = run("app.py", "--store", str(tmp_path / "none"), "--port", str(free_port()))
    assert missing.returncode == 2
    assert missing.stderr.count("\n") == 1 and "index build" in missing.stderr


def choose(visit: Visit, box: str, value: str) -> None:
    """Choose a value of a filter and wait until the table counts other figures than before."""
    visit.page.wait_for_selector("#figures caption")
    before = visit.page.inner_text("#figures caption")
    visit.page.locator(f"#{box} input").click()
    visit.page.get_by_role("option", name=value, exact=True).click()
    visit.page.wait_for_function(
        "before => { const now = document.querySelector('#figures caption');"
        " return now && now.innerText !== before && !document.querySelector('#figures .pending'); }",
        arg=before,
    )


def save(visit: Visit, button: str, path: Path) -> Path:
    with visit.page.expect_download(timeout=60_000) as started:
        visit.page.click(button)
    started.value.save_as(path)
    return path
