#!/usr/bin/env python3
"""What packaging/check_layers.py refuses and what it lets pass, one include at a time in a small made tree."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "packaging"))
import check_layers  # noqa: E402

# Headers that the includes below lead to.
TREE = {
    "core/base/error.h": "#include <string>\n",
    "core/ops/tensor.h": "#include <ATen/ATen.h>\n",
    "core/ops/cpu_level.h": "",
    "core/match/matcher.h": '#include "core/ops/tensor.h"\n',
    "core/pipeline/request.h": "",
    "core/pipeline/engine/devices.h": "",
    "core/train/config.h": "",
    "app/text.h": "",
    "ui/theme/theme.h": "#include <QColor>\n",
}
REFUSED = [
    # torch in app and ui
    ("ui/application.cpp", "<ATen/ATen.h>", "includes torch"),
    ("app/text.h", "<torch/torch.h>", "includes torch"),
    ("app/draw/maps.cpp", '"c10/core/Device.h"', "includes torch"),
    # torch in the folders of core that may not see it
    ("core/media/read.cpp", "<ATen/ATen.h>", "includes torch"),
    ("core/base/hash.cpp", "<c10/util/Half.h>", "includes torch"),
    ("core/weights/pickle.cpp", "<caffe2/serialize/inline_container.h>", "includes torch"),
    ("core/evaluate/scores.cpp", "<ATen/ops/mm.h>", "includes torch"),
    ("core/geometry/mapping.h", "<ATen/core/Tensor.h>", "includes torch"),
    ("core/pipeline/request.h", "<ATen/core/Tensor.h>", "includes torch"),
    ("core/train/pack.cpp", "<torch/headeronly/version.h>", "includes torch"),
    # torch through headers of ours
    ("core/pipeline/report.h", '"core/match/matcher.h"', "leads to torch"),
    ("core/pipeline/report.h", "<core/match/matcher.h>", "leads to torch"),
    # Qt below app and ui
    ("core/base/hash.cpp", "<qobject.h>", "includes Qt"),
    ("core/base/hash.cpp", "<QString>", "includes Qt"),
    ("core/media/read.cpp", "<QtGlobal>", "includes Qt"),
    ("core/media/read.cpp", "<QtCore/qobject.h>", "includes Qt"),
    ("core/media/read.cpp", "<qt6/QtGui/QColor>", "includes Qt"),
    ("core/evaluate/scores.cpp", '"qcustomplot.h"', "includes Qt"),
    # upwards and sideways
    ("core/base/hash.cpp", '"core/media/read.h"', "base may not include"),
    ("core/base/hash.cpp", '"../ops/cpu_level.h"', "base may not include"),
    ("core/ops/cuda.cu", '"core/nets/vgg.h"', "ops may not include"),
    ("core/ops/cpu.cpp", '"ui/theme/theme.h"', "ops may not include"),
    ("core/pipeline/job.cpp", '"app/text.h"', "pipeline may not include"),
    ("core/pipeline/job.cpp", '"tests/support/support.h"', "pipeline may not include"),
    ("app/doctor.cpp", '"core/ops/cpu_level.h"', "app may not include"),
    ("ui/application.cpp", '"core/train/config.h"', "ui may not include"),
    ("ui/application.cpp", '"app/text.h"', "ui may not include"),
    ("ui/application.cpp", '"core/pipeline/engine/devices.h"', "no public header"),
    ("core/novel/new.cpp", '"core/base/error.h"', "novel may not include"),
]
ALLOWED = [
    ("core/base/hash.cpp", "<quadmath.h>"),
    ("core/base/hash.cpp", "<queue>"),
    ("core/base/hash.cpp", '"core/base/error.h"'),
    ("core/ops/cpu.cpp", "<ATen/ATen.h>"),
    ("core/ops/cpu.cpp", '"tensor.h"'),
    ("core/nets/vgg.cpp", '"core/ops/tensor.h"'),
    ("core/pipeline/engine/engine.cpp", '"core/match/matcher.h"'),
    ("core/train/losses/perceptual.h", "<torch/csrc/autograd/autograd.h>"),
    ("app/text.cpp", "<QtGlobal>"),
    ("app/main.cpp", '"ui/theme/theme.h"'),
    ("app/text.h", '"core/train/config.h"'),
    ("ui/plots/plot.h", "<qcustomplot.h>"),
    ("ui/application.cpp", '"core/pipeline/request.h"'),
]


def problems(file, include):
    """What is said of the tree once the file includes this."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve()
        for name, text in {**TREE, file: f"#pragma once\n#  include {include} // why\n"}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        return list(check_layers.problems_of(check_layers.Tree(root)))


class Layers(unittest.TestCase):
    def test_bad_includes_are_refused(self):
        for file, include, sentence in REFUSED:
            with self.subTest(file=file, include=include):
                found = problems(file, include)
                self.assertTrue(any(p.startswith(f"{file}: ") and sentence in p for p in found), found)

    def test_good_includes_pass(self):
        for file, include in ALLOWED:
            with self.subTest(file=file, include=include):
                self.assertEqual(problems(file, include), [])


if __name__ == "__main__":
    unittest.main()
