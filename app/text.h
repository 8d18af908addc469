// Numbers as people read them on the command line. Not for files: those take full precision.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/pipeline/result.h"

namespace refscale::app {

[[nodiscard]] std::string fixed(double value, int decimals);        // fixed(3.14159, 2) is "3.14"
[[nodiscard]] std::string sizeText(int width, int height);          // "640 x 480"
[[nodiscard]] std::string bytesText(std::int64_t bytes);            // "3.2 GiB"
[[nodiscard]] std::string padded(std::string text, std::size_t to); // with spaces on the right

// A name in a message: where it begins and ends can be seen.
[[nodiscard]] std::string quoted(const std::filesystem::path& path);

// For a terminal: control characters, which a file's name or a foreign model's card may hold,
// become
// '?'. What goes to a file or to a program that reads the results stays as it is.
[[nodiscard]] std::string printable(std::string text);

// "match 4.5 s, align 0.4 s, restore 1.1 s; photo on cpu in bf16, 1.2 GiB at most".
[[nodiscard]] std::string runText(const pipeline::Report& report);

} // namespace refscale::app
