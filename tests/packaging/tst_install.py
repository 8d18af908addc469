#!/usr/bin/env python3
"""What packaging/cmake/RefScaleInstall.cmake installs of LibTorch, in a project of empty targets and a LibTorch of
empty files: with its GPU part, without it (a CUDA toolkit but no driver), and with a part of the processor's missing."""
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CPU = ["libc10.so", "libtorch_cpu.so", "libgomp.so.1"]
GPU = ["libc10_cuda.so", "libtorch_cuda.so", "libtorch_cuda_linalg.so", "libtorch_nvshmem.so", "libcaffe2_nvrtc.so"]
PROJECT = f"""cmake_minimum_required(VERSION 3.25)
project(RefScale LANGUAGES CXX)
include(GNUInstallDirs)
set(REFSCALE_ENGINE ON)
set(REFSCALE_COMPUTE ON)
set(REFSCALE_WITH_CUDA ON)
set(REFSCALE_TORCH_DIR "${{CMAKE_SOURCE_DIR}}/site/torch")
file(WRITE "${{CMAKE_BINARY_DIR}}/empty.cpp" "int main() {{}}")
add_executable(refscale "${{CMAKE_BINARY_DIR}}/empty.cpp")
foreach(target IN ITEMS refscale_engine refscale_trainer refscale_cuda)
  add_library(${{target}} MODULE "${{CMAKE_BINARY_DIR}}/empty.cpp")
endforeach()
include("{ROOT}/packaging/cmake/RefScaleInstall.cmake")
"""


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        cls.lib = cls.folder / "site" / "torch" / "lib"
        cls.lib.mkdir(parents=True)
        for name in ("LICENSE", "README.md"):
            (cls.folder / name).write_text("")
        (cls.folder / "CMakeLists.txt").write_text(PROJECT)
        # Configured while nothing of LibTorch is there: what counts is what is there when installing.
        for command in (["cmake", "-G", "Ninja", "-S", cls.folder, "-B", cls.folder / "build"],
                        ["cmake", "--build", cls.folder / "build"]):
            subprocess.run(command, check=True, capture_output=True)

    def install(self, libraries):
        """The exit status, cmake's words, and what is then in torch/lib."""
        for name in CPU + GPU:
            (self.lib / name).unlink(missing_ok=True)
        for name in libraries:
            (self.lib / name).write_text("")
        with tempfile.TemporaryDirectory() as prefix:
            result = subprocess.run(["cmake", "--install", self.folder / "build", "--prefix", prefix],
                                    capture_output=True, text=True)
            installed = {path.name for path in pathlib.Path(prefix, "lib/refscale/torch/lib").glob("*")}
        return result.returncode, result.stdout + result.stderr, installed

    def test_all_of_libtorch(self):
        code, said, installed = self.install(CPU + GPU)
        self.assertEqual((code, installed), (0, {*CPU, *GPU}), said)
        self.assertNotIn("processor alone", said)

    def test_without_the_gpu_part(self):
        code, said, installed = self.install(CPU)
        self.assertEqual((code, installed), (0, {*CPU}), said)
        self.assertIn("processor alone", said)

    def test_the_processors_part_is_needed(self):
        code, said, _ = self.install(CPU[1:] + GPU)
        self.assertNotEqual(code, 0)
        self.assertIn(CPU[0], said)


if __name__ == "__main__":
    unittest.main()
