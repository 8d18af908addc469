#!/usr/bin/env python3
"""Runs clang-tidy over our sources, several of a folder in one go, and remembers what passed.

  check_tidy.py BUILD_FOLDER

Most of clang-tidy's time goes into the headers of LibTorch and Qt. Files of a folder that are
compiled with the same flags are therefore included into one source and share them, as long as no
two of them declare the same name. Where the compiler stumbles all the same, the files it names are
taken out and looked at apart, if need be one by one.

A file whose source, headers of ours, flags and configuration are unchanged since it passed is not
looked at again (a list in .cache/tidy). tests/ is left out for the time it takes.
"""
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "tidy"
MOST = 12  # files in one go
FINDING = re.compile(r"^(?P<file>/[^:]+):\d+:\d+: (?:error|warning): .*\[(?P<check>[^\],]+)", re.MULTILINE)

# What a line that is not indented declares: a constant, an alias or type, a function.
DECLARED = re.compile(r"^(?:(?:inline |static )*(?:constexpr|const) [^=({;]*?\b(\w+) ?(?:=|\{)"
                      r"|(?:using|class|struct|enum class|enum) (\w+)"
                      r"|[A-Za-z][\w:<>,&* ]*[ &*](\w+)\()", re.MULTILINE)


def sources(build):
    """(file, flags) of everything of ours that the build compiles."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"]).resolve()
        relative = path.relative_to(ROOT) if path.is_relative_to(ROOT) else None
        if relative and relative.parts[0] in ("core", "app", "ui") and path.suffix == ".cpp":
            words = shlex.split(entry["command"])
            output = words.index("-o")
            # OpenMP's headers are the compiler's own; clang-tidy does without.
            flags = [w for w in words[1:output] + words[output + 2:]
                     if w not in ("-c", entry["file"], "-fopenmp")]
            yield path, tuple(flags)


def fingerprint(path, flags, common):
    return hashlib.sha256(common + "\0".join(flags).encode() + path.read_bytes()).hexdigest()


def bunches(files):
    """Files in bunches of at most MOST, no two of which declare the same name."""
    made = []
    for file in files:
        declared = {name for match in DECLARED.finditer(file.read_text()) for name in match.groups() if name}
        for bunch, names in made:
            if len(bunch) < MOST and names.isdisjoint(declared):
                bunch.append(file)
                names |= declared
                break
        else:
            made.append(([file], declared))
    return [bunch for bunch, _ in made]


def check(files, flags, number):
    """clang-tidy's exit code, and what it printed, over these files as one source."""
    source = CACHE / f"together{number}.cpp"
    source.write_text("".join(f'#include "{file}"\n' for file in files))
    result = subprocess.run(
        ["clang-tidy", "--quiet", "--checks=-bugprone-suspicious-include", str(source), "--", *flags,
         "-Wno-unknown-warning-option"],
        capture_output=True, text=True, cwd=ROOT)
    source.unlink()
    return result.returncode, result.stdout


def parted(files, stumbled):
    """The files of a bunch that does not compile as one, in bunches that may."""
    if not stumbled or len(stumbled) == len(files):
        return [[file] for file in files]
    return [stumbled, [file for file in files if file not in stumbled]]


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    common = (ROOT / ".clang-tidy").read_bytes()
    for header in sorted(ROOT.glob("*/**/*.h")):
        if header.relative_to(ROOT).parts[0] in ("core", "app", "ui"):
            common += header.read_bytes()
    CACHE.mkdir(parents=True, exist_ok=True)
    marks = {}
    groups = collections.defaultdict(list)
    for path, flags in sources(build):
        mark = CACHE / fingerprint(path, flags, common)
        if path not in marks and not mark.exists():
            marks[path] = mark
            groups[path.parent, flags].append(path)

    failed = 0
    number = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        running = {}

        def begin(files, flags):
            nonlocal number
            number += 1
            running[pool.submit(check, files, flags, number)] = files, flags

        for (_, flags), files in groups.items():
            for bunch in bunches(files):
                begin(bunch, flags)
        while running:
            ended, _ = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
            for run in ended:
                files, flags = running.pop(run)
                code, text = run.result()
                found = [(match["file"], match["check"]) for match in FINDING.finditer(text)]
                stumbled = {file for file, what in found if what.startswith("clang-diagnostic")}
                if code != 0 and len(files) > 1 and (stumbled or not found):
                    for part in parted(files, [file for file in files if str(file) in stumbled]):
                        begin(part, flags)
                    continue
                if code != 0:
                    print(text)
                named = {file for file, _ in found}
                for file in files:
                    if code != 0 and (str(file) in named or len(files) == 1 or not named & set(map(str, files))):
                        failed += 1
                    else:
                        marks[file].touch()
    print(f"clang-tidy: {len(marks)} files looked at, {failed} with findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
