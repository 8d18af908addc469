#!/usr/bin/env python3
"""Fails when a folder includes what it may not see (the layers of README.md, "The house").

Bottom to top: base < media, video, weights < ops < nets < match < pipeline < train, evaluate < app.
demo (a painted scene) and geometry stand on media. ui sees base, media, demo and the pipeline's public headers. Nothing below app and ui includes Qt; headers
that ui and app may include are free of torch.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BELOW = {
    "base": set(),
    "media": {"base"},
    "video": {"base"},
    "weights": {"base"},
    "demo": {"base", "media"},
    "geometry": {"base", "media"},
    "ops": {"base", "weights"},
    "nets": {"base", "weights", "ops"},
    "match": {"base", "weights", "ops", "nets"},
    "pipeline": {"base", "media", "video", "weights", "geometry", "ops", "nets", "match"},
    "train": {"base", "media", "video", "weights", "geometry", "ops", "nets", "match", "pipeline"},
    "evaluate": {"base", "media", "video", "weights", "geometry", "ops", "nets", "match", "pipeline"},
}
APP_SEES = {"base", "media", "video", "weights", "demo", "geometry", "pipeline", "train", "evaluate"}
UI_SEES = {"base", "media", "demo", "pipeline"}
TORCH = re.compile(r"<(ATen|c10|torch|caffe2)/")
QT = re.compile(r"<Q[A-Z]\w*>|<Qt\w*/|qcustomplot")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"][^>"]+[>"])', re.M)


def layer_of(path):
    parts = path.relative_to(ROOT).parts
    return parts[1] if parts[0] == "core" else parts[0]


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def reaches_torch(header, seen):
    """Whether a header of ours includes a torch header, by itself or through others."""
    if header in seen or not header.exists():
        return False
    seen.add(header)
    for name in includes(header):
        if TORCH.match(name):
            return True
        if name.startswith('"') and reaches_torch(ROOT / name.strip('"'), seen):
            return True
    return False


def main():
    problems = []
    files = [f for top in ("core", "app", "ui") for f in (ROOT / top).rglob("*")
             if f.suffix in (".h", ".cpp", ".cu", ".cuh")]
    for path in files:
        layer = layer_of(path)
        where = path.relative_to(ROOT)
        for name in includes(path):
            if layer not in ("app", "ui") and QT.search(name):
                problems.append(f"{where}: includes Qt ({name}); only app and ui may")
            match = re.match(r'"(?:core/)?(\w+)/', name)
            if not match or not name.startswith('"'):
                continue
            target = match.group(1)
            if target == layer:
                continue
            if layer == "app":
                allowed = target in APP_SEES or target == "ui"
            elif layer == "ui":
                allowed = target in UI_SEES
            else:
                allowed = target in BELOW.get(layer, set())
            if not allowed:
                problems.append(f"{where}: {layer} may not include {name}")
            if layer in ("app", "ui") and reaches_torch(ROOT / name.strip('"'), set()):
                problems.append(f"{where}: {name} leads to torch headers, which {layer} must not see")
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"layers: {len(files)} files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
