"""Run a command while an OpenSearch server runs: `python tests/opensearch/serve.py pytest tests/test_opensearch_engine.py`.

The server comes from Maven Central, once, into ~/.cache/newssearch-opensearch. It needs Maven
and a JDK of 21 or newer: that of JAVA_HOME, else the newest in /usr/lib/jvm, else `java`. The
command finds it by the variable NEWSSEARCH_OPENSEARCH. Where no server can be had, the command
runs without one, and finds the reason in NEWSSEARCH_NO_OPENSEARCH; its exit code is the answer.
"""

import argparse
import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "newssearch-opensearch"
OLDEST_JAVA = 21
PATIENCE = 100.0
PORTS = range(9200, 9290, 10)  # the runner takes none above 9299


class NoServer(Exception):
    """There can be none here; the message says why."""


class Cluster:
    """Nodes that run in a process of their own, at `hosts`; they are counted from 1."""

    def __init__(self, process: subprocess.Popen[bytes], hosts: list[str]) -> None:
        self._process = process
        self.hosts = hosts

    def stop(self, node: int) -> None:
        """Have a node go away, as if its machine did."""
        self._process.stdin.write(bytes([node]))
        self._process.stdin.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--nodes", type=int, default=1)
    parser.add_argument("--memory", default="1g")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    command = options.command or ["sh"]
    try:
        with serving(options.nodes, options.memory) as cluster:
            found = {"NEWSSEARCH_OPENSEARCH": f"http://{cluster.hosts[0]}"}
            return subprocess.run(command, env={**os.environ, **found}, check=False).returncode
    except NoServer as reason:
        tell(f"no OpenSearch: {reason}")
        found = {"NEWSSEARCH_NO_OPENSEARCH": str(reason)}
        return subprocess.run(command, env={**os.environ, **found}, check=False).returncode


@contextmanager
def serving(nodes: int = 1, memory: str = "1g") -> Iterator[Cluster]:
    """A cluster that is green, and gone afterwards. Raises `NoServer`."""
    java, libraries = find_java(), fetch()
    with tempfile.TemporaryDirectory(prefix="newssearch-opensearch-") as folder, reserved(nodes) as port:
        log = Path(folder) / "log"
        command = [
            java,
            f"-Xmx{memory}",
            "-cp",
            f"{libraries}/*",
            str(HERE / "Server.java"),
            folder,
            str(port),
            str(nodes),
        ]
        with log.open("wb") as file:
            server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=file, stderr=subprocess.STDOUT)
        try:
            if not starts(server, Path(folder) / "ready"):
                raise NoServer(f"it did not start\n{log.read_text(errors='replace')[-5000:]}")
            hosts = [f"127.0.0.1:{port + node}" for node in range(1, nodes + 1)]
            tell(f"OpenSearch runs at {', '.join(hosts)}, on {java}")
            yield Cluster(server, hosts)
        finally:
            server.stdin.close()
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:
                server.kill()


def starts(server: subprocess.Popen[bytes], ready: Path) -> bool:
    """Wait until the server is there; whether it is."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        if ready.exists():
            return True
        time.sleep(0.2)
    return False


def tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def find_java() -> str:
    """The `java` to run."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    found = [str(home / "bin/java") for home in (*homes, *Path("/usr/lib/jvm").glob("*"))] + [
        shutil.which("java") or ""
    ]
    versions = {java: version(java) for java in found if java and Path(java).exists()}
    for java in [java for java in found[: len(homes)] if versions.get(java, 0) >= OLDEST_JAVA]:
        return java
    if not versions or max(versions.values()) < OLDEST_JAVA:
        raise NoServer(f"it needs a JDK of {OLDEST_JAVA} or newer; found: {versions or 'none'}")
    return max(versions, key=versions.__getitem__)


def version(java: str) -> int:
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    match = re.search(r'version "(\d+)', told)
    return int(match[1]) if match else 0


def fetch() -> Path:
    """The folder of the server's libraries."""
    folder = CACHE / hashlib.sha256((HERE / "pom.xml").read_bytes()).hexdigest()[:16]
    if folder.is_dir():
        return folder
    if not shutil.which("mvn"):
        raise NoServer("it is fetched with Maven, and there is no `mvn`")
    CACHE.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=CACHE))
    command = [
        "mvn",
        "-q",
        "-B",
        "-f",
        str(HERE / "pom.xml"),
        "dependency:copy-dependencies",
        f"-DoutputDirectory={new}",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(new)
        raise NoServer(f"Maven cannot fetch it: {done.stdout[-500:]}{done.stderr[-500:]}")
    try:
        new.rename(folder)
    except OSError:  # another was faster
        shutil.rmtree(new)
    return folder


@contextmanager
def reserved(nodes: int) -> Iterator[int]:
    """A port of which the next ones are free, one a node. It is held itself, so that no other cluster takes them."""
    for port in PORTS:
        with socket.socket() as held:
            try:
                held.bind(("127.0.0.1", port))
            except OSError:
                continue
            if all(is_free(port + node) for node in range(1, nodes + 1)):
                yield port
                return
    raise NoServer(f"there are no {nodes} free ports from {PORTS.start + 1} on")


def is_free(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) != 0


if __name__ == "__main__":
    sys.exit(main())
