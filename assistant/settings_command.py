"""Settings on the command line: the options of every command, and ``python -m assistant settings``.

It opens no index and loads no model, so that ``make`` can ask it in passing
(``python -m assistant.settings_command`` leaves even the imports of the other commands out).
"""

import argparse
import dataclasses
import json
import os
import shlex
import sys
from collections.abc import Collection

from assistant.settings import PARTS, Settings, known_keys, read_settings
from assistant.settings_table import FOR_ROOM, MEANINGS, describe, options_for, settings_page, write_table
from documents.given_text import OneLineParser
from documents.records import BadInput

ALL_PARTS = tuple(part for part, _, _ in PARTS)
LISTED = frozenset({"index", "screen"})
"""Parts whose options ``--help`` lists; the others are in ``docs/settings.md``."""
STORED = "setting:"
"""Before the key, where argparse keeps an option: no setting shares a name with a command's own option."""


def add_settings_options(parser: argparse.ArgumentParser, parts: Collection[str] = ALL_PARTS) -> None:
    """One option for every setting of the parts; values stay text until ``settings_of`` reads them."""
    group = parser.add_argument_group("cài đặt (mọi cài đặt khác: docs/settings.md)")
    for name, key in known_keys().items():
        if key.part in parts:
            meaning = MEANINGS.get(name, "") if key.part in LISTED else argparse.SUPPRESS
            group.add_argument(key.option, dest=STORED + name, metavar="GIÁ_TRỊ", help=meaning)


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings of file, environment and these options; BadInput in one line."""
    given = {name.removeprefix(STORED): value for name, value in vars(arguments).items() if name.startswith(STORED)}
    return read_settings({name: str(value) for name, value in given.items() if value is not None})


def fill_command(parser: argparse.ArgumentParser) -> None:
    """Give the parser what ``settings`` takes; ``func`` returns the exit code."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="in mỗi cài đặt một dòng JSON")
    form.add_argument("--markdown", action="store_true", help="in trang docs/settings.md")
    form.add_argument("--for", dest="room", choices=sorted(FOR_ROOM), help="in tùy chọn cho python -m index, documents")
    add_settings_options(parser)
    parser.set_defaults(func=show)


def show(arguments: argparse.Namespace) -> int:
    """Print the settings in force, or the page, or the options for another command (quoted for a shell)."""
    settings = settings_of(arguments)
    if arguments.markdown:
        print(settings_page(), end="")
    elif arguments.room:
        print(shlex.join(options_for(settings, arguments.room)))
    elif arguments.json:
        for row in describe(settings):
            print(json.dumps(dataclasses.asdict(row), ensure_ascii=False))
    else:
        print(write_table(describe(settings)))
    return 0


def main(argv: list[str] | None = None) -> int:
    """Exit code 0, or 2 with one line on stderr for a setting that cannot be used."""
    parser = OneLineParser(prog="python -m assistant settings", description="Cài đặt đang dùng.")
    fill_command(parser)
    arguments = parser.parse_args(argv)
    try:
        return show(arguments)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(main())
