// What a subcommand is to main(): a name, a help text, its options, and a run. One file each; main
// knows nothing else about them. Not the place for work: a subcommand parses, calls core, prints.
#pragma once

#include <memory>
#include <stop_token>
#include <vector>

namespace CLI {
class App;
}

namespace refscale::app {

class LastStep;

enum ExitCode : int { kDone = 0, kFailed = 1, kUsage = 2, kCancelled = 130 };

// What main hands to a run besides the parsed options.
struct Session {
  std::stop_token stop;           // Ctrl-C
  LastStep* lastStep = nullptr;   // a second Ctrl-C, see interrupt.h; outlives the run
  const CLI::App* root = nullptr; // the whole tree of commands and options, for `completion`
  bool quiet = false;             // no progress, warnings only
  bool verbose = false;           // debug log as well
};

class Command {
 public:
  virtual ~Command() = default;
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  Command(Command&&) = delete;
  Command& operator=(Command&&) = delete;

  [[nodiscard]] virtual const char* name() const = 0;
  [[nodiscard]] virtual const char* help() const = 0;   // one sentence
  [[nodiscard]] virtual const char* footer() const = 0; // examples and what the output is
  // Adds the options, bound to members of the command.
  virtual void configure(CLI::App& options) = 0;
  // Returns an ExitCode; throws Error, which main shows in one line.
  [[nodiscard]] virtual int run(const Session& session) = 0;
};

[[nodiscard]] std::unique_ptr<Command> makeUpscale();
[[nodiscard]] std::unique_ptr<Command> makeMatch();
[[nodiscard]] std::unique_ptr<Command> makeModels();
[[nodiscard]] std::unique_ptr<Command> makeImportModel();
[[nodiscard]] std::unique_ptr<Command> makeEvaluate();
[[nodiscard]] std::unique_ptr<Command> makePack();
[[nodiscard]] std::unique_ptr<Command> makeTrain();
[[nodiscard]] std::unique_ptr<Command> makeDoctor();
[[nodiscard]] std::unique_ptr<Command> makeDemo();
[[nodiscard]] std::unique_ptr<Command> makeBench();
[[nodiscard]] std::unique_ptr<Command> makeCompletion();

// All that this build has, in the order of the help text.
[[nodiscard]] std::vector<std::unique_ptr<Command>> allCommands();

} // namespace refscale::app
