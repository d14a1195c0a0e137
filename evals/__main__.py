"""``python -m evals [retrieval|figures|answers|briefing|speed|all] [options of that part]``.

Each part is a module with ``main(argv) -> int``, imported only when it is asked for.
"""

import importlib
import sys

PARTS = ("retrieval", "figures", "answers", "briefing", "speed")
USAGE = f"usage: python -m evals [{'|'.join(PARTS)}|all] [--help]"


def main(argv: list[str]) -> int:
    """The exit code: 0, or the highest of the parts that ran; 2 for an unknown part."""
    name, rest = (argv[0], argv[1:]) if argv else ("all", [])
    if name in ("-h", "--help"):
        print(USAGE)
        return 0
    if name not in (*PARTS, "all"):
        print(f"unknown part {name!r}; {USAGE}", file=sys.stderr)
        return 2
    codes = [0]
    for part in PARTS if name == "all" else (name,):
        print(f"\n== {part} ==" if name == "all" else "", end="\n" if name == "all" else "")
        codes.append(importlib.import_module(f"evals.{part}").main(rest))
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
