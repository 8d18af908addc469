"""Which sources clang-tidy looks at in one go."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "packaging"))
import check_tidy  # noqa: E402


class Bunches(unittest.TestCase):
    def bunches(self, *texts):
        with tempfile.TemporaryDirectory() as folder:
            files = [pathlib.Path(folder) / f"{i}.cpp" for i in range(len(texts))]
            for file, text in zip(files, texts):
                file.write_text(text)
            return [[int(file.stem) for file in bunch] for bunch in check_tidy.bunches(files)]

    def test_files_share_a_bunch_while_there_is_room(self):
        texts = [f"int f{i}(int x) {{\n  return x;\n}}\n" for i in range(check_tidy.MOST + 1)]
        self.assertEqual([len(bunch) for bunch in self.bunches(*texts)], [check_tidy.MOST, 1])

    def test_two_that_declare_the_same_name_do_not(self):
        for line in ("constexpr int kWidth = 3;", "const std::array<int, 3> kWidth{1, 2, 3};",
                     "class kWidth {", "using kWidth = int;", "std::vector<int> kWidth(int x) {"):
            self.assertEqual(self.bunches(line, "int other(int x) {", line), [[0, 1], [2]], line)

    def test_members_of_a_class_and_local_names_are_no_declarations(self):
        member = "int Reader::next(int x) {\n  const int local = 3;\n  return call(local);\n}\n"
        self.assertEqual(self.bunches(member, member), [[0, 1]])


class Parted(unittest.TestCase):
    def test_what_the_compiler_stumbled_over_is_taken_out(self):
        self.assertEqual(check_tidy.parted(["a", "b", "c"], ["b"]), [["b"], ["a", "c"]])

    def test_each_alone_where_it_names_none_or_all(self):
        self.assertEqual(check_tidy.parted(["a", "b"], []), [["a"], ["b"]])
        self.assertEqual(check_tidy.parted(["a", "b"], ["a", "b"]), [["a"], ["b"]])


if __name__ == "__main__":
    unittest.main()
