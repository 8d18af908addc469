#!/usr/bin/env python3
"""How packaging/common.sh asks for missing packages, with a sudo and an apt-get that only pretend."""
import os
import pathlib
import subprocess
import tempfile
import unittest

COMMON = pathlib.Path(__file__).resolve().parents[2] / "packaging" / "common.sh"
COMMAND = "apt-get update && apt-get install -y --no-install-recommends libone libtwo"
REFUSES = 'echo "me is not in the sudoers file." >&2; exit 1'
PERMITS = 'exec "$@"'


class EnsurePackages(unittest.TestCase):
    def ensure(self, sudo, user=1000):
        """The exit status and what is said, for a user without libone and libtwo; no sudo: there is none."""
        with tempfile.TemporaryDirectory() as folder:
            programs = {"id": f"echo {user}", "dpkg-query": "exit 1", "apt-get": 'echo "apt-get $*" >&2'}
            if sudo:
                programs["sudo"] = sudo
            for name, text in programs.items():
                path = pathlib.Path(folder, name)
                path.write_text(f"#!/bin/bash\n{text}\n")
                path.chmod(0o755)
            for name in ("bash", "grep", "env", "true"):
                found = next(p for p in (f"/usr/bin/{name}", f"/bin/{name}") if os.path.exists(p))
                pathlib.Path(folder, name).symlink_to(found)
            result = subprocess.run([f"{folder}/bash", "-euo", "pipefail", "-c",
                                     f'. "{COMMON}"; ensure_packages libone libtwo'],
                                    capture_output=True, text=True, env={"PATH": folder}, timeout=60)
            return result.returncode, result.stderr

    def test_a_refused_sudo_is_named_with_what_to_run_as_root(self):
        code, said = self.ensure(REFUSES)
        self.assertEqual(code, 1)
        self.assertIn("sudo was refused", said)
        self.assertIn(COMMAND, said)
        self.assertNotIn("network", said)

    def test_a_missing_sudo_is_named_with_what_to_run_as_root(self):
        code, said = self.ensure(None)
        self.assertEqual(code, 1)
        self.assertIn("there is no sudo", said)
        self.assertIn(COMMAND, said)

    def test_packages_are_installed_with_sudo_and_as_root(self):
        for sudo, user in ((PERMITS, 1000), (None, 0)):
            with self.subTest(user=user):
                code, said = self.ensure(sudo, user)
                self.assertEqual(code, 0)
                self.assertEqual(said.splitlines(), [
                    "apt-get update -qq", "apt-get install -y -qq --no-install-recommends libone libtwo"])


if __name__ == "__main__":
    unittest.main()
