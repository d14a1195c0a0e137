"""Writes the place tables of ``documents/data`` from the package ``vietnamadminunits``.

Run ``python -m documents.place_data`` after an update of the package; the rows are then
committed, so that reading a place needs neither the package nor its three-megabyte tables.
What the package does not know (programme regions, other spellings) is in ``regions.json``.
It knows nothing of texts.
"""

import csv
import io
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
PROVINCES = DATA / "places_provinces.csv"
DISTRICTS = DATA / "places_districts.csv"


def province_rows() -> list[list[str]]:
    """The 63 provinces before 1 July 2025: code, name, merged code, merged name (header first)."""
    legacy = _table("parser_legacy.json")["DICT_PROVINCE"]
    merged = _table("parser_from_2025.json")["DICT_PROVINCE"]
    into = {former: key for key, parts in _table("converter_2025.json")["DICT_PROVINCE"].items() for former in parts}
    names = json.loads((DATA / "regions.json").read_text(encoding="utf-8"))["province_names"]
    rows = [["code", "name", "merged_code", "merged_name"]]
    for key, row in legacy.items():
        after = merged[into[key]]
        name = names.get(row["provinceCode"], row["provinceShort"])
        merged_name = "TP. Hồ Chí Minh" if after["provinceCode"] == "79" else after["provinceShort"]
        rows.append([row["provinceCode"], name, after["provinceCode"], merged_name])
    return rows


def district_rows() -> list[list[str]]:
    """The districts just before their abolition in 2025: code, kind, name, province code (header first)."""
    legacy = _table("parser_legacy.json")
    rows = [["code", "kind", "name", "province"]]
    for key, districts in legacy["DICT_PROVINCE_DISTRICT"].items():
        province = legacy["DICT_PROVINCE"][key]["provinceCode"]
        for row in districts.values():
            name = row["districtShort"].split(" (")[0].removeprefix("Quận ")
            rows.append([row["districtCode"], row["districtType"].lower(), name, province])
    return rows


def write_tables() -> None:
    """Writes both tables in place."""
    PROVINCES.write_text(as_csv(province_rows()), encoding="utf-8")
    DISTRICTS.write_text(as_csv(district_rows()), encoding="utf-8")


def as_csv(rows: list[list[str]]) -> str:
    """The rows as CSV text with plain newlines."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _table(name: str) -> dict[str, Any]:
    text = (files("vietnamadminunits") / "data" / name).read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


if __name__ == "__main__":
    write_tables()
