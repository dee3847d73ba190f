#!/usr/bin/env python3
"""Gives every file of a folder to a worker as main would, and says how each ended.

SPDX-License-Identifier: GPL-3.0-or-later

Usage: drive_worker.py WORKER FOLDER [--pages N] [--deadline SECONDS] [--memory MB] [--jobs N] [--only GLOB]
A file may end in words, in a failure with a name, in the death of its worker or in a kill at the deadline: never in
a reply that is no reply. A worker serves on after a file, as in a run. Exits 1 when a reply cannot be understood,
or when a worker grew beyond the memory given;
77 (skipped) when the folder is not there.
"""
import argparse
import fnmatch
import os
import queue
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

KINDS = ["unreadable", "unsupported", "encrypted", "limit_exceeded", "timed_out", "worker_died", "cancelled"]
OPEN, PAGE, INFO, TEXT, FAILURE = 1, 2, 17, 18, 19
OTHER_CONTENT = {20: "map", 21: "plan", 22: "world file"}


class Worker:
    def __init__(self, program):
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket = ours
        give = lambda: os.dup2(theirs.fileno(), 3)
        self.process = subprocess.Popen([program], close_fds=False, preexec_fn=give, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        theirs.close()
        self.peak = 0

    def ask(self, payload, deadline, descriptor=None):
        """The reply's bytes; None when the worker died; raises TimeoutError."""
        frame = struct.pack("<I", len(payload)) + payload
        try:
            socket.send_fds(self.socket, [frame], [descriptor] if descriptor is not None else [])
            self.socket.settimeout(deadline)
            head = self.read(4)
            return head and self.read(struct.unpack("<I", head)[0])
        except (BrokenPipeError, ConnectionResetError):
            return None

    def read(self, size):
        parts = b""
        while len(parts) < size:
            part = self.socket.recv(size - len(parts))
            if not part:
                return None
            parts += part
        return parts

    def note_peak(self):
        try:
            text = Path(f"/proc/{self.process.pid}/status").read_text()
            self.peak = max(self.peak, int(text.split("VmHWM:")[1].split()[0]) // 1024)
        except (OSError, IndexError):
            pass

    def end(self):
        self.note_peak()
        self.socket.close()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def outcome(reply):
    """A short name for a reply; raises ValueError when it is none."""
    if not reply:
        raise ValueError("empty reply")
    if reply[0] == FAILURE:
        return KINDS[reply[5]]
    if reply[0] == TEXT:
        words = struct.unpack_from("<I", reply, 1 + 4 + 8 + 8 + 1 + 8)[0]
        return "words" if words else "no words"
    if reply[0] in OTHER_CONTENT:
        return OTHER_CONTENT[reply[0]]
    raise ValueError(f"reply with tag {reply[0]}")


class Run:
    def __init__(self, options):
        self.options = options
        self.lock = threading.Lock()
        self.ends, self.faults, self.slow = Counter(), [], []
        self.peak = 0

    def one_file(self, path, worker):
        """How the file ended, and the worker to go on with (None when it must be replaced)."""
        ends = []
        with open(path, "rb") as file:
            reply = worker.ask(bytes([OPEN]), self.options.deadline, file.fileno())
        if reply is None:
            return ["died"], None
        if reply[0] != INFO:
            return [outcome(reply)], worker
        length = struct.unpack_from("<I", reply, 1)[0]
        pages = struct.unpack_from("<I", reply, 5 + length)[0]
        for page in range(1, min(pages, self.options.pages) + 1):
            reply = worker.ask(struct.pack("<BIB", PAGE, page, 0), self.options.deadline)
            if reply is None:
                return ends + ["died"], None
            ends.append(outcome(reply))
        return ends, worker

    def serve(self, files):
        worker = None
        while True:
            try:
                path = files.get_nowait()
            except queue.Empty:
                break
            worker = worker or Worker(self.options.worker)
            start, used = time.monotonic(), worker
            try:
                ends, worker = self.one_file(path, worker)
            except TimeoutError:
                ends, worker = ["hung"], None
            except (ValueError, IndexError, struct.error) as fault:
                ends, worker = [f"bad reply: {fault}"], None
                self.faults.append(f"{path.name}: {fault}")
            used.note_peak()
            seconds = time.monotonic() - start
            with self.lock:
                self.ends.update(ends)
                self.peak = max(self.peak, used.peak)
                if used.peak > self.options.memory:
                    self.faults.append(f"{path.name}: worker grew to {used.peak} MB")
                    worker = None
                if seconds > self.options.deadline / 2 or "died" in ends or "hung" in ends:
                    self.slow.append(f"{path.name}: {seconds:.1f} s, {used.peak} MB, {', '.join(ends)}")
            if worker is None:
                used.end()
        if worker:
            worker.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("worker")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=3)
    parser.add_argument("--deadline", type=float, default=30)
    parser.add_argument("--memory", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="*")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"skipped: {options.folder} is not there")
        return 77
    files = queue.Queue()
    for path in sorted(options.folder.iterdir()):
        if path.is_file() and fnmatch.fnmatch(path.name, options.only):
            files.put(path)
    total, run = files.qsize(), Run(options)
    threads = [threading.Thread(target=run.serve, args=(files,)) for _ in range(options.jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("\n".join(sorted(run.slow)))
    print(f"{total} files; pages or files by end: {dict(run.ends.most_common())}; largest worker {run.peak} MB")
    print("\n".join(run.faults))
    return 1 if run.faults else 0


if __name__ == "__main__":
    sys.exit(main())
