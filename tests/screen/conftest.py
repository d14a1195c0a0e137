"""One built store, one served page and one browser for all journeys of the screen."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).parent))

BROWSER = "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOSTILE = (
    "Báo cáo thử nghiệm về máy xay xát\n\n"
    "Năm 2023, xã Thử Nghiệm hỗ trợ 77 máy xay xát <script>window.hacked=1</script>"
    "<img src=x onerror=\"window.hacked=1\"><svg onload='window.hacked=1'> ${window.hacked=1} {{7*7}} "
    "[bấm](javascript:window.hacked=1) cho hộ dân trồng chè.\n\n"
    "Các hộ dân trồng chè đánh giá cao máy xay xát <b>đậm</b> & bền.\n"
)


TYPED = 5_000
"""The length from which a text is put in at once: typed, 120,000 characters keep Chromium busy for minutes."""
PUT_IN = """text => {
    const area = document.querySelector("#question textarea");
    area.focus();
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(area, text);
    area.dispatchEvent(new Event("input", { bubbles: true }));
}"""


@dataclass
class Served:
    """Where the page is served, and the folders behind it."""

    address: str
    documents: Path
    store: Path
    log: Path


@dataclass
class Visit:
    """A page that was opened, with what it asked of the network and complained of."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def ask(self, question: str) -> None:
        """Type a question, send it with Enter and wait for its answer."""
        before = self.page.locator(".turn .answer, .turn .failed").count()
        if len(question) < TYPED:
            self.page.fill("#question textarea", question)
        else:
            self.page.evaluate(PUT_IN, question)
        self.page.press("#question textarea", "Enter")
        self.page.wait_for_function(
            "n => document.querySelectorAll('.turn .answer, .turn .failed').length > n", arg=before, timeout=30_000
        )

    def wait_until_restored(self) -> None:
        """Wait until the page stands as the browser kept it: what is clicked before waits as well."""
        self.page.wait_for_selector("html[data-restored]", state="attached", timeout=30_000)

    def reload(self) -> None:
        self.page.reload()
        self.wait_until_restored()

    def open_tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name).click()

    def marks(self, pane: str = "#source") -> str:
        """The highlighted text of a pane."""
        return "".join(self.page.locator(f"{pane} mark").all_inner_texts())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    documents, store, log = folder / "documents", folder / "store", folder / "log"
    for name in ("articles", "legal"):
        shutil.copytree(ROOT / "documents" / name, documents / name)
    shutil.copy(ROOT / "documents" / "manifest.jsonl", documents)
    (documents / "thu-nghiem.txt").write_text(HOSTILE, encoding="utf-8")
    built = run("-m", "index", "build", "--store", str(store), "--documents", str(documents))
    assert built.returncode == 0, built.stderr
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "app.py", "--store", str(store), "--documents", str(documents), "--port", str(port)]
    with log.open("w") as out, subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out) as process:
        try:
            wait_until_up(address, process, log)
            yield Served(address, documents, store, log)
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until_up(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    raise AssertionError(f"the page did not come up: {log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def visit(served: Served, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh visitor; parametrize indirectly with {"width": ..., "height": ..., "scheme": ...}."""
    asked = getattr(request, "param", {})
    context = browser.new_context(
        viewport={"width": asked.get("width", 1280), "height": asked.get("height", 860)},
        color_scheme=asked.get("scheme", "light"),
        locale="vi-VN",
        accept_downloads=True,
    )
    page = context.new_page()
    opened = Visit(page)

    def note_request(url: str) -> None:
        if not url.startswith((f"{served.address}/", "data:", "blob:")):
            opened.outside.append(url)

    page.on("request", lambda sent: note_request(sent.url))
    page.on("pageerror", lambda error: opened.errors.append(str(error)))
    page.goto(served.address)
    page.wait_for_selector("#question textarea", timeout=30_000)
    opened.wait_until_restored()
    page.wait_for_selector(".welcome .example")
    yield opened
    context.close()
    assert opened.outside == []
    assert opened.errors == []
