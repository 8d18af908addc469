#!/usr/bin/env python3
"""What packaging/fetch_libtorch.py says of folders that it cannot use; nothing is downloaded."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "packaging" / "fetch_libtorch.py"


class FetchLibtorch(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def assert_one_sentence(self, folder, *parts):
        # No network: a proxy that nobody serves, should the script come as far as pip.
        result = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, timeout=60,
                                env={"PATH": "/usr/bin:/bin", "https_proxy": "http://127.0.0.1:9", "PIP_RETRIES": "0"})
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
        self.assertTrue(result.stderr.startswith("packaging: "), result.stderr)
        for part in parts:
            self.assertIn(part, result.stderr)

    def test_a_folder_that_cannot_be_made(self):
        (self.folder / "file").write_text("")
        self.assert_one_sentence(self.folder / "file", "cannot be made")
        self.assert_one_sentence(self.folder / "file" / "below", "cannot be made", "Not a directory")
        self.assert_one_sentence("/proc/refscale", "cannot be made")

    def test_broken_contents(self):
        stamp = self.folder / "libtorch" / "contents.json"
        stamp.parent.mkdir()
        for text in (b"", b"[", b"{}", b"7", b"[1]", b"\xff\xfe"):
            with self.subTest(text=text):
                stamp.write_bytes(text)
                self.assert_one_sentence(self.folder, "contents.json is broken", "delete the folder")

    def test_contents_that_cannot_be_read(self):
        (self.folder / "libtorch" / "contents.json").mkdir(parents=True)
        self.assert_one_sentence(self.folder, "cannot be read", "Is a directory")

    def test_whole_contents_are_enough(self):
        stamp = self.folder / "libtorch" / "contents.json"
        stamp.parent.mkdir()
        stamp.write_text(json.dumps(["torch==2.11.0", "nvidia-cuda-runtime==13.0.96", "nvidia-cuda-cupti==13.0.85"]))
        result = subprocess.run([sys.executable, SCRIPT, self.folder], capture_output=True, text=True, timeout=60)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))


if __name__ == "__main__":
    unittest.main()
