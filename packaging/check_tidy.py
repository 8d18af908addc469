#!/usr/bin/env python3
"""Runs clang-tidy over our sources, two at a time, and remembers what passed.

  check_tidy.py BUILD_FOLDER

A file whose source, headers of ours, flags and configuration are unchanged since it passed is not
looked at again (a list in .cache/tidy). tests/ is left out for the time it takes: it has
more than a third as many files again, and two cores are long enough at what is shipped.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "tidy"


def sources(build):
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"]).resolve()
        relative = path.relative_to(ROOT) if path.is_relative_to(ROOT) else None
        if relative and relative.parts[0] in ("core", "app", "ui") and path.suffix == ".cpp":
            yield path, entry.get("command", "")


def fingerprint(path, command, common):
    return hashlib.sha256(common + command.encode() + path.read_bytes()).hexdigest()


def check(path, build):
    # OpenMP's headers are the compiler's own; clang-tidy does without.
    result = subprocess.run(["clang-tidy", "--quiet", "-p", str(build), "--extra-arg=-Wno-unknown-warning-option",
                             "--extra-arg=-fno-openmp", str(path)],
                            capture_output=True, text=True)
    return path, result.returncode, result.stdout


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    common = (ROOT / ".clang-tidy").read_bytes()
    for header in sorted(ROOT.glob("*/**/*.h")):
        if header.relative_to(ROOT).parts[0] in ("core", "app", "ui"):
            common += header.read_bytes()
    CACHE.mkdir(parents=True, exist_ok=True)
    todo = {}
    for path, command in sources(build):
        mark = CACHE / fingerprint(path, command, common)
        if not mark.exists():
            todo[path] = mark
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for path, code, text in pool.map(lambda p: check(p, build), todo):
            if code != 0:
                failed += 1
                print(text)
            else:
                todo[path].touch()
    print(f"clang-tidy: {len(todo)} files looked at, {failed} with findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
