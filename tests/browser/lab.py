"""JupyterLab under headless Chromium: start it, open a notebook, run it, look at its widgets.

Nothing here sleeps: every step waits for a state of the server, of the notebook or of a widget. The server
has its own configuration, data and runtime folders, so that it neither sees nor touches the user's.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]

#: How long any one state may take to come, in milliseconds: generous, for a loaded machine.
PATIENCE = 120_000

CHROMIUMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

_OPEN = """() => {
    const widget = window.jupyterapp?.shell?.currentWidget;
    return Boolean(widget?.context?.isReady && widget.content?.model && widget.sessionContext?.isReady)
        && widget.sessionContext.session?.kernel?.connectionStatus === 'connected'
        && widget.sessionContext.session.kernel.status === 'idle';
}"""

_RUN_ALL = """async () => {
    const widget = window.jupyterapp.shell.currentWidget;
    for (const cell of widget.content.model.cells) {
        if (cell.type === 'code') { cell.executionCount = null; cell.clearExecution(); }
    }
    window.jupyterapp.commands.execute('notebook:run-all-cells');
}"""

_RAN = """() => {
    const widget = window.jupyterapp.shell.currentWidget;
    const code = Array.from(widget.content.model.cells).filter(
        cell => cell.type === 'code' && cell.sharedModel.getSource().trim());
    const failed = code.some(cell => cell.outputs.toJSON().some(output => output.output_type === 'error'));
    return widget.sessionContext.session.kernel.status === 'idle'
        && (failed || code.every(cell => cell.executionCount));
}"""

_OUTPUTS = """() => Array.from(window.jupyterapp.shell.currentWidget.content.model.cells)
    .filter(cell => cell.type === 'code')
    .map(cell => ({source: cell.sharedModel.getSource(), outputs: cell.outputs.toJSON()}))"""

# The digest of the bytes of an image, or null while it is not there (a replaced blob is gone for a moment).
_IMAGE = """async (element) => {
    const image = element.matches('img') ? element : element.querySelector('img');
    if (!image || !image.src) { return null; }
    try {
        const bytes = await (await fetch(image.src)).arrayBuffer();
        const digest = await crypto.subtle.digest('SHA-256', bytes);
        return Array.from(new Uint8Array(digest)).map(b => b.toString(16).padStart(2, '0')).join('');
    } catch (error) { return null; }
}"""


def find_chromium() -> str | None:
    """Return the path of an installed Chromium or Chrome, or None; WMW_CHROMIUM names another."""
    named = os.environ.get("WMW_CHROMIUM")
    return next((path for name in ([named] if named else CHROMIUMS) if (path := shutil.which(name))), None)


def copy_project(target: Path) -> Path:
    """Copy what a notebook reads beside `helpers`, so that no test writes into the checkout."""
    for folder in ("notebooks", "seeds"):
        shutil.copytree(
            ROOT / folder, target / folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints", "exports")
        )
    return target


@dataclass
class Lab:
    """A running JupyterLab and one browser page on it."""

    page: Page
    url: str
    token: str
    root: Path

    def open_notebook(self, name: str) -> None:
        """Open a notebook (path below the root) and wait until its kernel is connected and idle."""
        self.page.goto(f"{self.url}lab/tree/{name}?reset&token={self.token}")
        self.page.wait_for_function(_OPEN)

    def run_all(self) -> None:
        """Run every cell and wait until each has run, or one has failed, and the kernel is idle."""
        self.page.evaluate(_RUN_ALL)
        self.page.wait_for_function(_RAN)

    def outputs(self) -> list[dict[str, Any]]:
        """Return source and outputs of every code cell."""
        return list(self.page.evaluate(_OUTPUTS))

    def cell_errors(self) -> list[str]:
        """Return one text for every cell with an error: its source and the message."""
        return [
            f"{cell['source']}\n-> {output['ename']}: {output['evalue']}"
            for cell in self.outputs()
            for output in cell["outputs"]
            if output["output_type"] == "error"
        ]

    def find(self, css_class: str) -> Locator:
        """Return the first element with a class, scrolled into view."""
        element = self.page.locator(f".{css_class}").first
        element.wait_for(state="attached")
        element.scroll_into_view_if_needed()
        return element

    def image(self, css_class: str, *, unlike: str | None = None) -> str:
        """Return the digest of an image's bytes once it is there and differs from `unlike`."""
        self.find(css_class)
        read = f"css => {{ const e = document.querySelector(css); return e ? ({_IMAGE})(e) : null; }}"
        until = time.monotonic() + PATIENCE / 1000
        while True:  # not wait_for_function: to it the promise of a digest is a digest
            digest = self.page.evaluate(read, f".{css_class}")
            if digest and digest != unlike:
                return str(digest)
            if time.monotonic() > until:
                raise TimeoutError(f"The image .{css_class} did not change within {PATIENCE / 1000:.0f} s.")
            self.page.wait_for_timeout(50)

    def text(self, css_class: str, *, unlike: str | None = None) -> str:
        """Return an element's text, once it differs from `unlike`."""
        self.page.locator(f".{css_class}").first.wait_for(state="attached")
        handle = self.page.wait_for_function(
            """([css, unlike]) => {
                const text = document.querySelector(css)?.innerText.trim();
                return text === undefined || text === unlike ? null : {text};
            }""",
            arg=[f".{css_class}", unlike],
        )
        return str(handle.json_value()["text"])

    def wait_until_idle(self) -> None:
        """Wait until the kernel has nothing left to do."""
        self.page.wait_for_function(_OPEN)

    def type_into(self, css_class: str, text: str) -> None:
        """Replace the text of an input widget and leave it, as a person would."""
        field = self.find(css_class).locator("input, textarea").first
        field.fill(text)
        field.press("Enter")
        field.blur()

    def choose(self, css_class: str, *labels: str) -> None:
        """Choose options of a list by their labels, and no others; none chooses nothing."""
        self.find(css_class).locator("select").first.select_option(label=list(labels))

    def scroll_to_top(self, css_class: str) -> None:
        """Scroll the notebook until the first element with a class is at its top."""
        self.find(css_class).evaluate("element => element.scrollIntoView({block: 'start'})")

    def screenshot(self, path: Path, *, css_class: str | None = None) -> None:
        """Write a PNG of the page, or of one element."""
        path.parent.mkdir(parents=True, exist_ok=True)
        target: Page | Locator = self.find(css_class) if css_class else self.page
        target.screenshot(path=path, animations="disabled")


@contextlib.contextmanager
def start_lab(root: Path, scratch: Path) -> Iterator[Lab]:
    """Start JupyterLab on `root` and Chromium on it; end both at the end.

    Parameters
    ----------
    root : Path
        Folder that JupyterLab shows.
    scratch : Path
        Folder for its configuration, data, runtime files, settings, workspaces and log.
    """
    chromium = find_chromium()
    if chromium is None:
        raise FileNotFoundError(f"No Chromium. Looked for {', '.join(CHROMIUMS)}. Install one of them.")
    with _start_server(root, scratch) as (url, token), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-dev-shm-usage",
            ],
        )
        try:
            yield Lab(_open_page(browser), url, token, root)
        finally:
            browser.close()


def _open_page(browser: Browser) -> Page:
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.set_default_timeout(PATIENCE)
    page.on("dialog", lambda dialog: dialog.accept())  # "leave the page?" when a notebook is left unsaved
    return page


@contextlib.contextmanager
def _start_server(root: Path, scratch: Path) -> Iterator[tuple[str, str]]:
    folders = {
        "JUPYTER_CONFIG_DIR": scratch / "config",
        "JUPYTER_DATA_DIR": scratch / "data",
        "JUPYTER_RUNTIME_DIR": scratch / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": scratch / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": scratch / "workspaces",
        "IPYTHONDIR": scratch / "ipython",
    }
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    settings = {
        # Long notebooks are windowed by default: cells out of view are not in the page, and cannot be seen.
        "notebook-extension/tracker": {"windowingMode": "none"},
        # Else a question about news lies over the page.
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    }
    for plugin, values in settings.items():
        file = folders["JUPYTERLAB_SETTINGS_DIR"] / f"@jupyterlab/{plugin}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values), encoding="utf-8")
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        "--LabApp.expose_app_in_browser=True",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--ServerApp.port=0",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.root_dir={root}",
    ]
    environment = {**os.environ, **{name: str(folder) for name, folder in folders.items()}}
    environment.pop("JUPYTER_CONFIG_PATH", None)
    log = scratch / "jupyterlab.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            command, cwd=root, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )
        try:
            yield _wait_for_server(server, folders["JUPYTER_RUNTIME_DIR"], log)
        finally:
            server.terminate()
            try:
                server.wait(timeout=30)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_for_server(server: subprocess.Popen[bytes], runtime: Path, log: Path) -> tuple[str, str]:
    """Wait for the file in which the server says where it listens; return its address and token."""
    info = runtime / f"jpserver-{server.pid}.json"
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end:
        with contextlib.suppress(FileNotFoundError, json.JSONDecodeError):
            told = json.loads(info.read_text(encoding="utf-8"))
            return told["url"], told["token"]
        try:
            server.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    raise RuntimeError(
        f"JupyterLab did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}"
    )
