"""The places of the programme: country, regions, provinces before and after 1 July 2025, districts.

A province is the one of before the merger, under its old name and code: that is what documents
of 2009-2025 speak of. The merged provinces are reached by ``successor`` and ``predecessors``.
Codes are those of the statistics office; they are unique before the merger only (the merged
Lào Cai took over the old code of Yên Bái). The table does not know documents or dates: which
of the two a text of late 2025 means is left to its reader, who is offered the former parts.
"""

import csv
import difflib
import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from documents.place_names import Found, Name, NameIndex, find_names
from documents.place_words import fold, split_words
from documents.records import Place

DATA = Path(__file__).parent / "data"
COUNTRY = Place("cả nước", "country", "VN")
PROGRAMME_REGIONS = ("R1", "R2", "R3")
CITIES = ("01", "31", "46", "48", "79", "92")


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """All places and how they lie in one another; built once by ``place_table``."""

    provinces: dict[str, Place]
    merged: dict[str, Place]
    merged_into: dict[str, str]
    regions: dict[str, Place]
    region_parts: dict[str, tuple[str, ...]]
    districts: dict[str, Place]
    district_province: dict[str, str]
    district_kind: dict[str, str]
    names: dict[str, Place]
    index: NameIndex

    def find_places(self, text: str, loose: bool = False) -> list[tuple[Place, int, int]]:
        """The places named in the text with their spans, longest names first, in reading order.

        ``loose`` is for questions: case does not count, and a text typed without diacritics is
        read without them. An ambiguous district takes the province named nearest in the text.
        """
        found = find_names(text, self.index, loose)
        return [(self._settle(hit, found), hit.start, hit.end) for hit in found]

    def lookup(self, name_or_code: str) -> Place | None:
        """The place of a name or code, in any case, with or without diacritics; None if unknown.

        Provinces come before districts of the same name; a merged province is found under the
        name it shares with a former one.
        """
        asked = name_or_code.strip()
        if asked.upper() in self.regions:
            return self.regions[asked.upper()]
        if asked.upper() == "VN":
            return COUNTRY
        by_code = self.provinces.get(asked) or self.districts.get(asked)
        return by_code or self.names.get(_folded(asked)) or self.names.get(_plain(asked))

    def nearest(self, name: str, n: int = 3) -> list[str]:
        """The n known names that look most like the one asked for, nearest first."""
        asked = _plain(name)

        def likeness(key: str) -> float:
            bonus = 0.0 if self.names[key].level == "district" else 0.1
            return difflib.SequenceMatcher(None, asked, key).ratio() + bonus

        ranked = sorted(self.names, key=likeness, reverse=True)
        return list(dict.fromkeys(self.names[key].name for key in ranked))[:n]

    def successor(self, province: Place) -> Place | None:
        """The merged province of since 1 July 2025 that a former province went into."""
        code = self.merged_into.get(province.code)
        return self.merged.get(code) if code and province.level == "province" else None

    def predecessors(self, province: Place) -> tuple[Place, ...]:
        """The former provinces that today make up the province of this name, in order of code.

        Empty when no province of today bears the name (``Hải Dương``).
        """
        today = [code for code, place in self.merged.items() if place.name == self._today(province)]
        return tuple(self.provinces[c] for c, into in self.merged_into.items() if into in today)

    def was_merged(self, province: Place) -> bool:
        """Whether the province of today bearing this name holds more than the former one did."""
        return len(self.predecessors(province)) > 1

    def region_of(self, place: Place) -> Place | None:
        """The programme region (phía Bắc, miền Trung - Tây Nguyên, phía Nam) of a province or district."""
        province = self.province_of(place)
        for code in PROGRAMME_REGIONS:
            if province and province.code in self.region_parts[code]:
                return self.regions[code]
        return None

    def parts_of(self, region: Place) -> tuple[Place, ...]:
        """The provinces of a region in order of code; all 63 for the country."""
        if region.level == "country":
            return tuple(place for code, place in self.provinces.items() if code in self.merged_into)
        return tuple(self.provinces[code] for code in self.region_parts.get(region.code, ()))

    def province_of(self, place: Place) -> Place | None:
        """The province itself, or the former province a district lies in; None if not known."""
        if place.level == "province":
            return place
        return self.provinces.get(self.district_province.get(place.code, ""))

    def within(self, place: Place, home: Place | None) -> Place:
        """The place; of a district open only because kinds change (Phong Điền) the one in ``home``.

        One that shares its name with another of the same kind (two huyện Chợ Mới) stays open.
        """
        if place.level != "district" or place.code or home is None:
            return place
        codes = [code for code, named in self.districts.items() if named.name == place.name]
        if len({self.district_kind[code] for code in codes}) < len(codes):
            return place
        return next((self.districts[c] for c in codes if self.district_province[c] == home.code), place)

    def contains(self, outer: Place, inner: Place) -> bool:
        """Whether the inner place is the outer one or lies wholly in it."""
        if outer == inner or outer.level == "country":
            return True
        province = self.province_of(inner)
        if outer.level == "region":
            parts = set(self.region_parts.get(outer.code, ()))
            if inner.level == "region":
                return bool(self.region_parts.get(inner.code)) and set(self.region_parts[inner.code]) <= parts
            return province is not None and province.code in parts
        return outer.level == "province" and inner.level == "district" and province == outer

    def _settle(self, hit: Found, found: list[Found]) -> Place:
        """The place of a hit; a district of several provinces takes the nearest province named."""
        options = {name.province: name.place for name in hit.candidates}
        if len(options) <= 1:
            return hit.name.place
        near = sorted(
            (abs(other.start - hit.start), other.name.place.code)
            for other in found
            if other.name.place.level == "province"
        )
        for _, code in near:
            if code in options:
                return options[code]
        return Place(hit.name.place.name, "district", "")

    def _today(self, province: Place) -> str:
        return "Huế" if province.name == "Thừa Thiên Huế" else province.name


@functools.cache
def place_table() -> PlaceTable:
    """The table of ``documents/data``, read once."""
    rules: dict[str, Any] = json.loads((DATA / "regions.json").read_text(encoding="utf-8"))
    province_rows = _rows("places_provinces.csv")
    provinces = {row["code"]: Place(row["name"], "province", row["code"]) for row in province_rows}
    for row in rules["former_provinces"]:
        provinces[row["code"]] = Place(row["name"], "province", row["code"])
    district_rows = _rows("places_districts.csv")
    table = PlaceTable(
        provinces=provinces,
        merged={r["merged_code"]: Place(r["merged_name"], "province", r["merged_code"]) for r in province_rows},
        merged_into={row["code"]: row["merged_code"] for row in province_rows},
        regions={row["code"]: Place(row["name"], "region", row["code"]) for row in rules["regions"]},
        region_parts={row["code"]: tuple(row["provinces"]) for row in rules["regions"]},
        districts={row["code"]: _district(row, provinces) for row in district_rows},
        district_province={row["code"]: row["province"] for row in district_rows},
        district_kind={row["code"]: row["kind"] for row in district_rows},
        names={},
        index=NameIndex(frozenset(name.casefold() for name in rules["family_names"])),
    )
    _name_places(table, rules, district_rows)
    return table


def find_places(text: str, loose: bool = False) -> list[tuple[Place, int, int]]:
    """The places named in the text; see ``PlaceTable.find_places``."""
    return place_table().find_places(text, loose)


def _name_places(table: PlaceTable, rules: dict[str, Any], district_rows: list[dict[str, str]]) -> None:
    """Fills the table's names: each spelling for finding in texts, and folded for looking up."""
    for name in rules["not_places"]:
        table.index.add(Name(_words(name), Place(name, "unknown")))
    for name in [rules["country"]["name"], *rules["country"]["aliases"]]:
        _add(table, name, COUNTRY)
    for row in rules["regions"]:
        for name in [row["name"], *row["aliases"]]:
            _add(table, name, table.regions[row["code"]])
    for code, place in table.provinces.items():
        kind = "thành phố" if code in CITIES else "tỉnh"
        for name in [place.name.removeprefix("TP. "), *rules["province_aliases"].get(code, [])]:
            _add(table, name, place, kind, code, name in rules["needs_word"])
    for row in district_rows:
        place = table.districts[row["code"]]
        _add(table, row["name"], place, row["kind"], row["province"])
        if row["province"] not in CITIES or row["kind"] != "thành phố":
            table.names.setdefault(_folded(f"{row['kind']} {row['name']}"), place)


def _add(
    table: PlaceTable, name: str, place: Place, kind: str = "", province: str = "", needs_word: bool = False
) -> None:
    table.index.add(Name(_words(name), place, kind, province, needs_word))
    table.names.setdefault(_plain(name), place)
    table.names.setdefault(_plain(place.name), place)


def _district(row: dict[str, str], provinces: dict[str, Place]) -> Place:
    """A district under its short name; its kind is kept where a province has the same name."""
    shared = row["name"].isdigit() or any(row["name"] == place.name for place in provinces.values())
    return Place(f"{row['kind']} {row['name']}" if shared else row["name"], "district", row["code"])


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.key for word in split_words(name))


def _plain(name: str) -> str:
    """A name as it is looked up: folded, without marks and without a leading ``tỉnh`` and the like."""
    words = _folded(name).split()
    for prefix in (["khu", "vuc"], ["vung"], ["cac", "tinh"], ["tinh"], ["tp"], ["thanh", "pho"]):
        if words[: len(prefix)] == prefix and len(words) > len(prefix):
            return " ".join(words[len(prefix) :])
    return " ".join(words)


def _folded(name: str) -> str:
    return " ".join(fold(word.key) for word in split_words(name) if word.text[0].isalnum())


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))
