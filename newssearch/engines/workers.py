"""Processes that work for this one: each is asked for one thing at a time, and none outlives it.

They are plain programs on pipes, and not `multiprocessing`'s: that would run a caller's
script anew in each, leave them waiting for ever where this process is killed, and have
every one of them answer an interrupt at the terminal.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any, NoReturn, TypeVar

from newssearch.errors import NewssearchError

_Answer = TypeVar("_Answer")

_OWN_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # Windows' way: see `process_group` below


class Workers:
    """So many processes at most, each started when it is first needed.

    A task is a function of a module and its arguments; what it returns or raises is the
    future's. One whose process was killed raises `NewssearchError`.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._threads = ThreadPoolExecutor(jobs, "worker")
        self._own = threading.local()  # each thread has its process
        self._lock = threading.Lock()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._closed = False

    def submit(self, task: Callable[..., _Answer], *arguments: Any) -> "Future[_Answer]":
        """Have a process do this."""
        return self._threads.submit(self._ask, task, arguments)

    def _ask(self, task: Callable[..., _Answer], arguments: tuple[Any, ...]) -> _Answer:
        process = self._process()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump((task, arguments), process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            failed, answer = pickle.load(process.stdout)  # noqa: S301 - from a program that we started
        except (EOFError, OSError, pickle.UnpicklingError):
            raise NewssearchError(
                f"a process that worked for this one has died ({_ending(process.wait())}): where memory is short, "
                "give fewer --jobs or less --memory"
            ) from None
        if failed:
            raise answer
        found: _Answer = answer
        return found

    def _process(self) -> subprocess.Popen[bytes]:
        process: subprocess.Popen[bytes] | None = getattr(self._own, "process", None)
        if process is None:
            with self._lock:
                if self._closed:
                    raise EOFError
                process = self._own.process = _started()
                self._processes.append(process)
        return process

    def close(self) -> None:
        """End the processes at once, whatever they are doing."""
        with self._lock:
            self._closed = True
        for process in self._processes:
            process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # half a question to a process that is gone
                    if pipe is not None:
                        pipe.close()
        self._processes = []


def _started() -> subprocess.Popen[bytes]:
    code = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import serve; serve()"
    return subprocess.Popen(  # noqa: S603 - this program itself
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        process_group=0,  # an interrupt at the terminal is for the one that they work for
        creationflags=_OWN_GROUP,
    )


def _ending(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _sendable(error: Exception) -> Exception:
    """The error itself, or one that says the same, where it does not survive the way."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what was dumped a moment ago
    except Exception:  # noqa: BLE001 - whatever is wrong with it
        return NewssearchError(f"{type(error).__name__}: {error}")
    return error


def serve() -> NoReturn:
    """What such a process does: answer until nobody asks."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print is no answer
    try:
        while True:
            task, arguments = pickle.load(questions)  # noqa: S301 - from the program that started us
            try:
                answer = False, task(*arguments)
            except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
                answer = True, _sendable(error)
            del task, arguments
            pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
            del answer
    finally:
        os._exit(0)  # nobody is there to hear of a pipe that is closed
