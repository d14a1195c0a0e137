"""The table of figures as safe HTML: sorted, a page at a time, each row opening its sentence.

Of the figures that were found it reads the page it shows; a look-up, a filter and a file are other
modules' business.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from documents.records import Figure, Source
from index.figure_order import SortColumn
from index.figure_selection import FigureSelection
from screen.charts import headed
from screen.markup import escape, event_attributes, event_button, span_payload
from screen.rendering import render_check
from screen.texts import Language, say

ROWS_A_PAGE = 40
COLUMNS: tuple[SortColumn, ...] = get_args(SortColumn)


@dataclass(frozen=True, slots=True)
class Order:
    """Which column the table is sorted by; "" keeps the order of the look-up."""

    column: SortColumn | Literal[""] = ""
    descending: bool = False
    page: int = 0


def read_order(data: object) -> Order:
    """The order a browser asks for; anything else is the order of the look-up."""
    if not isinstance(data, dict) or data.get("column", "") not in ("", *COLUMNS):
        return Order()
    page = data.get("page", 0)
    page = page if isinstance(page, int) and not isinstance(page, bool) and page >= 0 else 0
    return Order(data.get("column", ""), data.get("descending") is True, page)


def render_table(found: FigureSelection, sources: Mapping[str, Source], order: Order, language: Language) -> str:
    """One page of the table with its heads, its rows and the steps to other pages."""
    pages = max(1, -(-len(found) // ROWS_A_PAGE))
    page = min(order.page, pages - 1)
    ordered = found.sort(order.column, order.descending) if order.column else found
    shown = ordered.read(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE)
    head = "".join(_head(column, order, language) for column in COLUMNS)
    rows = "".join(_row(figure, sources, language) for figure in shown)
    count = escape(say(language, "figures_count", count=len(found)))
    return (
        f'<div class="figures figure-table"><div class="table-scroll"><table><caption>{count}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        f"{_pages(page, pages, order, language)}</div>"
    )


def _head(column: str, order: Order, language: Language) -> str:
    chosen = column == order.column
    descending = chosen and not order.descending
    arrow = ("▼" if order.descending else "▲") if chosen else "↕"
    name = say(language, f"col_{column}")
    inner = f'{escape(name)} <span class="arrow" aria-hidden="true">{arrow}</span>'
    payload = {"column": column, "descending": descending, "page": 0}
    sort = f' aria-sort="{"descending" if order.descending else "ascending"}"' if chosen else ""
    button = event_button("sort", payload, inner, "sort", say(language, "sort_by", column=name))
    return f'<th scope="col" class="col-{column}"{sort}>{button}</th>'


def _row(figure: Figure, sources: Mapping[str, Source], language: Language) -> str:
    payload = span_payload(figure.document, figure.sentence_start, figure.sentence_end)
    source = sources.get(figure.document)
    title = source.title if source and source.title else figure.document
    label = f"{say(language, 'open_source')}: {figure.printed}"
    extra = f'<span class="row-comparison">{escape(figure.comparison)}</span>' if figure.comparison else ""
    wrong = [check for check in figure.checks if not check.agrees]
    cells = {
        "indicator": f'{escape(headed(figure))}{extra}<span class="row-source">{escape(title)}</span>',
        "place": escape(figure.place.name if figure.place else "–"),
        "period": escape(figure.period.label if figure.period else "–"),
        "status": escape(say(language, f"status_{figure.status}")),
        "value": event_button("cite", payload, escape(figure.printed), "figure-value", label),
        "check": render_check(figure.checks, language) if not wrong else '<span class="check-wrong">⚠</span>',
    }
    attributes = event_attributes("cite", payload)
    below = ""
    if wrong:
        below = f'<tr class="check-row"><td colspan="{len(COLUMNS)}">{render_check(wrong, language)}</td></tr>'
    row = "".join(
        f'<td class="col-{name}" data-label="{escape(say(language, f"col_{name}"))}">{cell}</td>'
        for name, cell in cells.items()
    )
    return f'<tr class="row-open{" has-check-row" if wrong else ""}" {attributes}>{row}</tr>{below}'


def _pages(page: int, pages: int, order: Order, language: Language) -> str:
    if pages == 1:
        return ""
    payload = {"column": order.column, "descending": order.descending}
    steps = []
    for key, to, possible in (("page_before", page - 1, page > 0), ("page_after", page + 1, page < pages - 1)):
        if possible:
            steps.append(event_button("sort", {**payload, "page": to}, escape(say(language, key)), "tool"))
    where = escape(say(language, "page_of", page=page + 1, pages=pages))
    return f'<nav class="pages" aria-label="{where}">{"".join(steps)}<span>{where}</span></nav>'
