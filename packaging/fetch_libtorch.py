#!/usr/bin/env python3
"""Fetches LibTorch, and what CUDA needs, as Python wheels and unpacks the parts that RefScale uses.

  fetch_libtorch.py FOLDER [--cuda-runtime] [--cuda-compiler]

FOLDER/libtorch then holds torch/include, torch/lib and nvidia/cu13. Without options only the processor's
part and the two small libraries that it links; --cuda-runtime adds what runs on a GPU, --cuda-compiler
nvcc and its headers. Nothing is fetched twice; an interrupted run leaves no half-filled folder.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

TORCH = "torch==2.11.0"
# What libtorch_cpu links, besides the system's own libraries.
CPU_LIBRARIES = ["nvidia-cuda-runtime==13.0.96", "nvidia-cuda-cupti==13.0.85"]
# What libtorch_cuda links (the wheel's own list of requirements).
CUDA_RUNTIME = ["nvidia-cublas==13.1.0.3", "nvidia-cufft==12.0.0.61", "nvidia-cufile==1.15.1.6",
                "nvidia-curand==10.4.0.35", "nvidia-cusolver==12.0.4.66",
                "nvidia-cusparse==12.6.3.3", "nvidia-nvjitlink==13.0.88",
                "nvidia-cuda-nvrtc==13.0.88", "nvidia-nvtx==13.0.85",
                "nvidia-cudnn-cu13==9.19.0.56", "nvidia-cusparselt-cu13==0.8.0",
                "nvidia-nccl-cu13==2.28.9", "nvidia-nvshmem-cu13==3.4.5"]
CUDA_COMPILER = ["nvidia-cuda-nvcc==13.0.88", "nvidia-cuda-crt==13.0.88", "nvidia-nvvm==13.0.88",
                 "nvidia-cuda-cccl==13.0.85"]
# Any CPython wheel holds the same libraries; one is named so that the system's Python does not matter.
PLATFORM = ["--python-version", "3.11", "--implementation", "cp", "--abi", "cp311", "--abi", "none",
            "--platform", "manylinux_2_28_x86_64", "--platform", "manylinux_2_27_x86_64",
            "--platform", "manylinux_2_25_x86_64", "--platform", "manylinux_2_18_x86_64",
            "--platform", "manylinux_2_17_x86_64",
            "--platform", "manylinux2014_x86_64", "--platform", "any"]
GPU_ONLY = ("cuda", "nvshmem", "nvrtc")


def fail(sentence):
    print(f"packaging: {sentence}", file=sys.stderr)
    sys.exit(1)


def wanted(name, with_cuda):
    """Whether a member of a wheel is one that we build or run with."""
    if name.startswith("torch/lib/"):
        library = pathlib.PurePath(name).name
        if "python" in library or "libshm" in name:
            return False
        return with_cuda or not any(word in library for word in GPU_ONLY)
    return (name.startswith(("torch/include/", "nvidia/")) or name == "torch/version.py"
            or "dist-info" in name)


def contents(target):
    """The requirements that an earlier run has unpacked there."""
    stamp = target / "contents.json"
    try:
        have = json.loads(stamp.read_text()) if stamp.exists() else []
        if isinstance(have, list) and all(isinstance(requirement, str) for requirement in have):
            return set(have)
    except ValueError:
        pass
    except OSError as error:
        fail(f"{stamp} cannot be read ({error.strerror}); see to its rights and run this again.")
    fail(f"{stamp} is broken; delete the folder {target} and run this again, which fetches LibTorch anew.")


def download(requirements, folder):
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:",
               "--disable-pip-version-check", "--progress-bar", "off", "--dest", str(folder),
               *PLATFORM, *requirements]
    print("packaging: downloading", " ".join(requirements), flush=True)
    result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if result.returncode != 0:
        last = (result.stderr.strip().splitlines() or ["pip gave no reason"])[-1]
        if "No space left" in result.stderr:
            fail("the disk is full; free about 3 GB (8 GB with a GPU) and run this again.")
        if "No module named pip" in result.stderr:
            fail("Python has no pip; install it with: apt-get install python3-pip")
        fail(f"the download failed; check the network and run this again. pip says: {last}")


def unpack(wheel, target, with_cuda):
    with zipfile.ZipFile(wheel) as archive:
        for info in archive.infolist():
            if info.is_dir() or not wanted(info.filename, with_cuda):
                continue
            (target / info.filename).unlink(missing_ok=True)  # may be a link to the old tree's file
            path = pathlib.Path(archive.extract(info, target))
            mode = info.external_attr >> 16
            if mode and path.is_file():
                path.chmod(mode)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--cuda-runtime", action="store_true")
    parser.add_argument("--cuda-compiler", action="store_true")
    arguments = parser.parse_args()

    requirements = [TORCH, *CPU_LIBRARIES]
    requirements += CUDA_RUNTIME if arguments.cuda_runtime else []
    requirements += CUDA_COMPILER if arguments.cuda_compiler else []
    target = arguments.folder / "libtorch"
    have = contents(target)
    if set(requirements) <= have:
        return
    # torch is unpacked anew when its GPU part is wanted for the first time.
    missing = [r for r in requirements if r not in have or (r == TORCH and arguments.cuda_runtime)]

    try:
        arguments.folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(arguments.folder).free
        workplace = tempfile.TemporaryDirectory(dir=arguments.folder, prefix=".fetch-")
    except OSError as error:
        fail(f"{arguments.folder} cannot be made or written to ({error.strerror}); remove what stands in its place "
             "or see to its rights, and run this again.")
    with workplace as temporary:
        needed = (9 if arguments.cuda_runtime else 3) * 10**9
        if free < needed:
            fail(f"{free / 1e9:.1f} GB are free in {arguments.folder} but {needed / 1e9:.0f} GB are "
                 "needed; free some space and run this again.")
        wheels = pathlib.Path(temporary) / "wheels"
        download(missing, wheels)
        fresh = pathlib.Path(temporary) / "libtorch"
        try:
            if target.exists():  # what works stays where it is until the new tree is whole
                shutil.copytree(target, fresh, symlinks=True, copy_function=os.link)
            for wheel in sorted(wheels.iterdir()):
                unpack(wheel, fresh, arguments.cuda_runtime)
            (fresh / "contents.json").unlink(missing_ok=True)
            (fresh / "contents.json").write_text(json.dumps(sorted(have | set(requirements))))
            if target.exists():
                target.rename(pathlib.Path(temporary) / "old")
            fresh.rename(target)
        except OSError as error:
            fail(f"unpacking failed ({error.strerror}); free some space and run this again.")


if __name__ == "__main__":
    main()
