"""Imports run in one direction, and heavy libraries stay in their named files."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ["documents", "index", "assistant", "screen", "app", "evals"]
MAY_IMPORT = {
    "documents": {"documents"},
    "index": {"documents", "index"},
    "assistant": {"documents", "index", "assistant"},
    "screen": {"documents", "index", "assistant", "screen"},
    "app": {"documents", "index", "assistant", "screen"},
    "evals": {"documents", "index", "assistant", "evals"},
}
HOMES = {
    "chromadb": {"index/chroma_store.py"},
    "llama_index.vector_stores.chroma": {"index/chroma_store.py"},
    "gradio": {"app.py", "screen/"},
    "sentence_transformers": {"index/embedding.py", "index/openvino_module.py"},
    "openai": {"assistant/llm.py"},
    "llama_index.llms": {"assistant/llm.py"},
}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            raise AssertionError(f"{path}: a relative import hides its room")
    return names


def sources() -> list[Path]:
    files = [ROOT / "app.py"] if (ROOT / "app.py").exists() else []
    for room in ("documents", "index", "assistant", "screen", "evals"):
        files += sorted((ROOT / room).rglob("*.py"))
    return files


def test_each_room_imports_only_from_the_rooms_below_it():
    wrong = []
    for path in sources():
        relative = path.relative_to(ROOT).as_posix()
        room = relative.split("/")[0].removesuffix(".py")
        for name in imported(path):
            top = name.split(".")[0]
            if top in ROOMS and top not in MAY_IMPORT[room]:
                wrong.append(f"{relative} imports {name}")
    assert wrong == []


def test_heavy_libraries_are_imported_only_in_their_named_files():
    wrong = []
    for path in sources():
        relative = path.relative_to(ROOT).as_posix()
        for name in imported(path):
            for library, homes in HOMES.items():
                inside = any(relative == home or relative.startswith(home) for home in homes)
                if (name == library or name.startswith(library + ".")) and not inside:
                    wrong.append(f"{relative} imports {name}")
    assert wrong == []


def test_the_check_itself_sees_an_import(tmp_path):
    sample = tmp_path / "sample.py"
    sample.write_text("import chromadb\nfrom index.records import Hit\n", encoding="utf-8")
    assert imported(sample) == {"chromadb", "index.records", "index.records.Hit"}
