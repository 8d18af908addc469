#!/usr/bin/env python3
"""Fails when a folder includes what it may not see (the layers of README.md, "How to change it").

Bottom to top: base < media, video, weights < ops < nets < match < pipeline < train, evaluate < app.
demo (a painted scene) and geometry stand on media. ui sees base, media, demo and the pipeline's public headers. Nothing
below app and ui includes Qt. Torch is included by ops, nets, match and the libraries that are loaded at run time
(pipeline/engine, train/engine, train/losses); nothing else includes it, directly or through headers of ours.
"""
import os
import pathlib
import re
import sys

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
    "app": {"base", "media", "video", "weights", "demo", "geometry", "pipeline", "train", "evaluate", "ui"},
    "ui": {"base", "media", "demo", "pipeline"},
}
SEES_QT = {"app", "ui"}
SEES_TORCH = {"core/ops", "core/nets", "core/match", "core/pipeline/engine", "core/train/engine", "core/train/losses"}
# Of these folders app and ui see the headers at the top alone; what lies deeper is for the folder itself and its
# neighbours of core.
PUBLIC_AT_THE_TOP = {"pipeline", "train"}

OURS = ("core", "app", "ui", "tests")
TORCH = re.compile(r"(ATen|c10|torch|caffe2)/")
# <QLabel>, <QtGlobal>, <QtCore/qobject.h>, <qt6/QtGui/QColor>, <qobject.h>, <qcustomplot.h>; not GCC's quadmath.h.
QT = re.compile(r"(.*/)?(Q[A-Z]\w*|Qt\w*(/.*)?|q(?!uadmath)\w+\.h)")
INCLUDE = re.compile(r'^\s*#\s*include(?:_next)?\s*([<"])([^>"]+)[>"]', re.M)


class Tree:
    def __init__(self, root):
        self.root = root

    def files(self):
        return sorted(f for top in ("core", "app", "ui") for f in (self.root / top).rglob("*")
                      if f.suffix in (".h", ".hpp", ".cpp", ".cu", ".cuh"))

    def includes(self, path):
        """Pairs of an include as written and, for a file of ours, its path below the root; nothing otherwise."""
        for bracket, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            own = None
            if bracket == '"' and (path.parent / name).is_file():
                beside = os.path.normpath(path.parent / name)
                own = pathlib.PurePath(os.path.relpath(beside, self.root))
            elif name.split("/")[0] in OURS and "/" in name:
                own = pathlib.PurePath(os.path.normpath(name))
            yield name, own

    def reaches_torch(self, header, seen):
        """Whether a header of ours includes a torch header, by itself or through others."""
        path = self.root / header
        if header in seen or not path.exists():
            return False
        seen.add(header)
        return any(TORCH.match(name) if own is None else self.reaches_torch(own, seen)
                   for name, own in self.includes(path))


def layer_of(where):
    return where.parts[1] if where.parts[0] == "core" else where.parts[0]


def sees_torch(where):
    return any(where.is_relative_to(folder) for folder in SEES_TORCH)


def problem_of(tree, where, name, own):
    """One sentence on an include of the file `where` that the layers do not allow; nothing where they do."""
    layer = layer_of(where)
    if own is None:
        if layer not in SEES_QT and QT.fullmatch(name):
            return f"includes Qt ({name}); only app and ui may"
        if not sees_torch(where) and TORCH.match(name):
            return f"includes torch ({name}), which {where.parent} must not see"
        return None
    target = layer_of(own)
    if target != layer and target not in BELOW.get(layer, set()):
        return f"{layer} may not include {name}"
    if target != layer and layer in ("app", "ui") and target in PUBLIC_AT_THE_TOP and len(own.parts) > 3:
        return f"includes {name}, which is no public header of {target}"
    if not sees_torch(where) and tree.reaches_torch(own, set()):
        return f"{name} leads to torch headers, which {where.parent} must not see"
    return None


def problems_of(tree):
    for path in tree.files():
        where = path.relative_to(tree.root)
        for name, own in tree.includes(path):
            if problem := problem_of(tree, where, name, own):
                yield f"{where}: {problem}"


def main():
    tree = Tree(pathlib.Path(__file__).resolve().parent.parent)
    problems = list(problems_of(tree))
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"layers: {len(tree.files())} files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
