// The program: hands the command line to a subcommand, or opens the window. The one place of the
// command line that turns errors into a line on stderr and an exit code.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <string_view>

#include "app/command.h"
#include "app/interrupt.h"
#include "app/text.h"
#include "app/version.h"
#include "core/base/error.h"

#ifndef REFSCALE_COMPUTE
#include "ui/application.h"
#endif

namespace {

using refscale::Error;
using refscale::Kind;
using namespace refscale::app;

constexpr const char* kFooter =
    "Examples:\n"
#ifndef REFSCALE_COMPUTE
    "  refscale                                       opens the window\n"
    "  refscale photo.jpg better.jpg                  opens it with these pictures\n"
    "  refscale upscale photo.jpg --reference better.jpg -o out.png\n"
    "  refscale match photo.jpg --reference better.jpg -o maps/\n"
    "  refscale demo -o demo/                         shows what a reference does\n"
#endif
    "  refscale doctor                                checks this machine\n\n"
    "Each command explains its options: refscale COMMAND --help.\n"
    "Results go to stdout, progress and messages to stderr. Exit code: 0 done, 1 failed,\n"
    "2 wrong usage, 130 stopped by Ctrl-C.";

struct Parsed {
  std::vector<std::filesystem::path> files; // for the window
  Session session;
  Command* chosen = nullptr;
};

std::string refuseEmpty(const std::string& value) {
  return value.empty() ? "a name is empty" : std::string();
}

// "--report --overwrite" would otherwise write a report called "--overwrite".
std::string refuseOption(const std::string& value) {
  if (value.empty()) return "its value is empty";
  constexpr std::string_view kDigits = "0123456789.";
  const bool option =
      value.size() > 1 && value[0] == '-' && kDigits.find(value[1]) == std::string_view::npos;
  return option ? "its value is missing before " + value : std::string();
}

void configure(CLI::App& root, Parsed& parsed,
               const std::vector<std::unique_ptr<Command>>& commands) {
  root.set_version_flag("--version", versionText, "Print the versions and the licence");
  root.set_help_flag("-h,--help", "Print this help");
  root.footer(kFooter);
  root.get_formatter()->column_width(38);
#ifndef REFSCALE_COMPUTE
  root.add_option("files", parsed.files, "Pictures to open in the window")->type_name("FILE");
#endif
  for (const auto& command : commands) {
    CLI::App* sub = root.add_subcommand(command->name(), command->help());
    sub->footer(command->footer());
    command->configure(*sub);
    sub->add_flag("-q,--quiet", parsed.session.quiet, "No progress, warnings and errors only");
    sub->add_flag("-v,--verbose", parsed.session.verbose, "Log details as well");
    for (CLI::Option* option : sub->get_options()) {
      if (option->get_items_expected_min() == 0) continue; // a flag
      option->check(CLI::Validator(option->nonpositional() ? refuseOption : refuseEmpty, ""));
    }
    sub->callback([&parsed, raw = command.get()] { parsed.chosen = raw; });
  }
}

// What the user typed wrong, in one line, and where the help is.
int usageError(const CLI::App& root, const CLI::ParseError& error) {
  std::string command = "refscale";
  for (const CLI::App* sub : root.get_subcommands()) command += " " + sub->get_name();
  std::cerr << command << ": " << printable(error.what()) << " (see " << command << " --help)\n";
  return kUsage;
}

int exitCodeOf(Kind kind) {
  if (kind == Kind::Usage) return kUsage;
  return kind == Kind::Cancelled ? kCancelled : kFailed;
}

int runCommand(Parsed& parsed) {
  try {
    Interrupt interrupt;
    parsed.session.stop = interrupt.token();
    parsed.session.lastStep = &interrupt.lastStep();
    return parsed.chosen->run(parsed.session);
  } catch (const Error& error) {
    std::cerr << "refscale: " << printable(error.what()) << "\n";
    if (parsed.session.verbose && !error.detail().empty()) std::cerr << error.detail() << "\n";
    return exitCodeOf(error.kind());
  } catch (const std::bad_alloc&) {
    std::cerr << "refscale: There is not enough memory; close other programs or take a smaller "
                 "picture.\n";
    return kFailed;
  } catch (const std::exception& error) {
    std::cerr << "refscale: This should not have happened, please report it: " << error.what()
              << "\n";
    return kFailed;
  }
}

// A standard stream that was closed gives its number to the first file that is opened, and what is
// printed would land in a result. Opened the wrong way round, it fails as a closed one does.
void keepStandardStreams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) != -1) continue;
    const int opened = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened != stream) std::abort(); // the lowest free number is this one
  }
}

// What was printed may be on its way to a full disk.
int finished(int code) {
  std::cout.flush();
  if (std::cout.good()) return code;
  std::cerr << "refscale: What was to be printed could not be written; check where the output "
               "goes, the disk may be full.\n";
  return code == kDone ? kFailed : code;
}

int openWindow(const CLI::App& root, const Parsed& parsed, int& argc, char** argv) {
#ifndef REFSCALE_COMPUTE
  for (const auto& file : parsed.files) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) continue;
    std::cerr << "refscale: There is no command and no file \"" << printable(file.string())
              << "\"; refscale --help lists the commands.\n";
    return kUsage;
  }
  (void)root;
  return refscale::ui::runWindow(argc, argv, refscale::app::version());
#else
  (void)parsed, (void)argc, (void)argv;
  std::cerr << root.help();
  return kUsage;
#endif
}

} // namespace

int main(int argc, char** argv) {
  // A file that may not grow further is an error of the write, said in words.
  std::signal(SIGXFSZ, SIG_IGN);
  keepStandardStreams();
  CLI::App root(
      "RefScale enlarges pictures four times and takes the missing detail from better\n"
      "pictures of the same scene.",
      "refscale");
  Parsed parsed;
  const auto commands = allCommands();
  configure(root, parsed, commands);
  parsed.session.root = &root;
  try {
    root.parse(argc, argv);
  } catch (const CLI::Success& request) { // --help, --version
    return finished(root.exit(request));
  } catch (const CLI::ParseError& error) {
    return usageError(root, error);
  }
  return parsed.chosen != nullptr ? finished(runCommand(parsed))
                                  : openWindow(root, parsed, argc, argv);
}
