"""Tab Số liệu: filters, a sortable table, a chart that suits them, the sentence of each row, files.

A filter is looked up anew at each step; nothing is kept for a reader between two clicks.
"""

import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.figures import locator_of, look_up, write_csv, write_xlsx
from assistant.records import AssistantError
from documents.records import DocumentsError
from index.records import FigureFilter, IndexFailure
from screen.charts import choose_chart, render_chart
from screen.desk import Desk
from screen.document_list import titles_of
from screen.facets import Facets
from screen.figure_table import Order, read_order, render_table
from screen.markup import escape
from screen.source_pane import PRIVATE, SourcePane, event_data, listening_html
from screen.texts import Language, say, say_line
from screen.wording import Wording

CHARTED_AT_MOST = 60
STATUSES = ("plan", "actual", "estimate")
Choices = Callable[[Facets, Language], Iterable[Any]]
"""What a filter offers of what the figures have, besides all of it."""
ERRORS = (AssistantError, DocumentsError, IndexFailure)


def read_filter(place: str, year: str, indicator: str, unit: str, status: str, document: str) -> FigureFilter:
    """The filter that the boxes hold; a year that is no year does not narrow."""
    digits = (year or "").strip()
    return FigureFilter(
        place=(place or "").strip(),
        year=int(digits) if digits.isdigit() and len(digits) == 4 else None,
        indicator=(indicator or "").strip(),
        unit=unit or "",
        status=status or "",
        document=document or "",
    )


def render_figures_view(asked: FigureFilter, desk: Desk, order: Order, language: Language) -> str:
    """Remarks, chart and table of a look-up; why there is nothing, and what there is, when empty."""
    try:
        table = look_up(desk.index, asked, parts=True)
    except ERRORS as error:
        return f'<div class="nothing" role="alert"><p>{escape(say_line(language, str(error)))}</p></div>'
    if not table.found:
        lines = "".join(
            f"<p>{escape(say_line(language, line))}</p>" for line in table.notices or (say(language, "figures_none"),)
        )
        return f'<div class="nothing" role="status">{lines}</div>'
    remarks = "".join(
        f'<p class="remark" role="note">{escape(say_line(language, notice))}</p>' for notice in table.notices
    )
    charted = _narrowed(asked) and len(table.found) <= CHARTED_AT_MOST
    chart = choose_chart(table.figures) if charted else None
    drawn = render_chart(chart, language) if chart else ""
    return remarks + drawn + render_table(table.found, desk.sources(), order, language)


def _narrowed(asked: FigureFilter) -> bool:
    return bool(asked.indicator or asked.unit or asked.place or asked.year)


class FiguresTab:
    """The components of the tab and what happens between them."""

    def __init__(self, desk: Desk, language: gr.BrowserState, wording: Wording) -> None:
        self._desk = desk
        self.language = language
        self.order = gr.State({})
        self._offered: list[tuple[gr.Dropdown, Choices]] = []
        self._lay_out_filters(wording)
        with gr.Row(elem_classes="desk", equal_height=False):
            with gr.Column(scale=3, min_width=280, elem_classes="talk-column"):
                start = render_figures_view(FigureFilter(), desk, Order(), "vi")
                self.table = listening_html(start, "figures", "sort")
            with gr.Column(scale=2, min_width=280, elem_classes="source-column"):
                self.pane = SourcePane(desk, "figure-source", language, "source_empty_figures")
        self.pane.open_on(self.table)
        self._connect()

    def _lay_out_filters(self, wording: Wording) -> None:
        with gr.Row(elem_classes="filters"):
            self.place = self._choice("filter_place", lambda facets, _: facets.places, wording, custom=True)
            self.year = self._choice("filter_year", lambda facets, _: map(str, facets.years), wording, custom=True)
            self.indicator = wording.add(
                gr.Textbox(
                    label=say("vi", "filter_indicator"),
                    placeholder=say("vi", "filter_indicator_example"),
                    elem_id="filter_indicator",
                    min_width=220,
                    scale=2,
                ),
                label="filter_indicator",
                placeholder="filter_indicator_example",
            )
            self.unit = self._choice("filter_unit", lambda facets, _: facets.units, wording)
            self.status = self._choice("filter_status", _status_choices, wording)
            self.document = self._choice("filter_document", self._titled, wording, min_width=220)
        self.filters = [self.place, self.year, self.indicator, self.unit, self.status, self.document]
        with gr.Row(elem_classes="filter-tools"):
            self.reset = wording.add(
                gr.Button(say("vi", "filter_reset"), size="sm", elem_id="filter-reset"), value="filter_reset"
            )
            self.csv = wording.add(
                gr.Button(say("vi", "download_csv"), size="sm", elem_id="make-csv"), value="download_csv"
            )
            self.xlsx = wording.add(
                gr.Button(say("vi", "download_xlsx"), size="sm", elem_id="make-xlsx"), value="download_xlsx"
            )
            self.file = gr.DownloadButton("-", visible="hidden", elem_id="figures-file")

    def _choice(
        self, key: str, choices: Choices, wording: Wording, custom: bool = False, min_width: int = 140
    ) -> gr.Dropdown:
        box = gr.Dropdown(
            self._offer(choices, "vi"),
            value="",
            label=say("vi", key),
            allow_custom_value=custom,
            filterable=True,
            elem_id=key,
            min_width=min_width,
        )
        self._offered.append((box, choices))
        return wording.add_made(
            box, lambda language: {"label": say(language, key), "choices": self._offer(choices, language)}
        )

    def _offer(self, choices: Choices, language: Language) -> list[Any]:
        return [(say(language, "filter_any"), ""), *choices(self._desk.facets(), language)]

    def _titled(self, facets: Facets, language: Language) -> list[tuple[str, str]]:
        return [(title, id) for title, id in titles_of(self._desk.sources()) if id in facets.documents]

    def _connect(self) -> None:
        inputs = [*self.filters, self.language]
        for box in self.filters:
            event = box.submit if isinstance(box, gr.Textbox) else box.input
            event(self._filter, inputs, [self.table, self.order], **PRIVATE)
        self.indicator.blur(self._filter, inputs, [self.table, self.order], **PRIVATE)
        self.table.sort(self._sort, inputs, [self.table, self.order], **PRIVATE)
        self.reset.click(self._reset, [self.language], [*self.filters, self.table, self.order], **PRIVATE)
        saved = "() => window.screenPage.download('figures-file')"
        self.csv.click(self._make_csv, self.filters, self.file, **PRIVATE).success(None, js=saved, **PRIVATE)
        self.xlsx.click(self._make_xlsx, self.filters, self.file, **PRIVATE).success(None, js=saved, **PRIVATE)

    def _filter(self, *values: Any) -> tuple[str, dict[str, Any]]:
        *boxes, language = values
        return self.draw(boxes, {}, language), {}

    def _sort(self, event: gr.EventData, *values: Any) -> tuple[str, dict[str, Any]]:
        *boxes, language = values
        data = event_data(event)
        return self.draw(boxes, data, language), data

    def _reset(self, language: Language) -> list[Any]:
        return [*[""] * len(self.filters), self.draw([""] * 6, {}, language), {}]

    def draw(self, boxes: Sequence[Any], order: object, language: Language) -> str:
        """Chart and table for what the boxes hold."""
        return render_figures_view(read_filter(*boxes), self._desk, read_order(order), language)

    def _make_csv(self, *boxes: Any) -> str:
        return str(self._write(boxes, "so-lieu-khuyen-cong.csv"))

    def _make_xlsx(self, *boxes: Any) -> str:
        return str(self._write(boxes, "so-lieu-khuyen-cong.xlsx"))

    def _write(self, boxes: Sequence[Any], name: str) -> Path:
        path = Path(tempfile.mkdtemp(prefix="khuyen-cong-")) / name
        write = write_csv if name.endswith(".csv") else write_xlsx
        index = self._desk.index
        try:
            table = look_up(index, read_filter(*boxes), parts=True)
            write(path, table.found, self._desk.sources(), locator_of(index))
        except ERRORS as error:
            raise gr.Error(str(error), title=say("vi", "notice_error")) from error
        return path

    def choices(self, language: Language) -> list[Any]:
        """Updates of the filters after a rebuild, in the order of ``refreshed``."""
        return [gr.update(choices=self._offer(choices, language)) for _, choices in self._offered]

    @property
    def refreshed(self) -> list[Any]:
        return [box for box, _ in self._offered]


def _status_choices(facets: Facets, language: Language) -> list[tuple[str, str]]:
    return [(say(language, f"status_{status}"), status) for status in STATUSES]
