"""``python -m evals [retrieval|figures|answers|briefing|speed|fit|pairs|pages|all] [options of that part]``.

Each part is a module with ``main(argv) -> int``, imported only when it is asked for. ``all`` takes
the options the parts share: ``--store DIR``, ``--documents DIR``, ``--save``.
"""

import argparse
import importlib
import sys

PARTS = ("retrieval", "figures", "answers", "briefing", "speed")
TOOLS = ("fit", "pairs", "pages")  # run by name only: the first two measure nothing, "pages" builds its own store
WITHOUT_STORE = frozenset({"figures"})
USAGE = f"usage: python -m evals [{'|'.join(PARTS + TOOLS)}|all] [--help]"


def main(argv: list[str]) -> int:
    """The exit code: 0, or the highest of the parts that ran; 2 for an unknown part."""
    name, rest = (argv[0], argv[1:]) if argv else ("all", [])
    if name in ("-h", "--help"):
        print(USAGE)
        return 0
    if name == "all":
        return max(_run_all(rest))
    if name not in PARTS + TOOLS:
        print(f"unknown part {name!r}; {USAGE}", file=sys.stderr)
        return 2
    return run_part(name, rest)


def run_part(name: str, argv: list[str]) -> int:
    """The exit code of one part."""
    return int(importlib.import_module(f"evals.{name}").main(argv))


def _run_all(argv: list[str]) -> list[int]:
    parser = argparse.ArgumentParser(prog="python -m evals all")
    parser.add_argument("--store", default="data")
    parser.add_argument("--documents", default="documents")
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args(argv)
    where = ["--store", options.store, "--documents", options.documents]
    save = ["--save"] if options.save else []
    codes = []
    for part in PARTS:
        print(f"\n== {part} ==", flush=True)
        codes.append(run_part(part, ([] if part in WITHOUT_STORE else where) + save))
    return codes


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
