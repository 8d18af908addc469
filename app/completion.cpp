// refscale completion: scripts for bash, zsh and fish, made from the same tree of options that the
// help texts come from, so that they never fall behind.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <sstream>

#include "app/command.h"

namespace refscale::app {
namespace {

struct OptionWords {
  std::vector<std::string> names; // with dashes
  std::string help;
  bool takesValue = false;
  std::vector<std::string> values; // to choose from
  bool files = false;              // or a file name
  bool models = false;             // or the name of a model
};

struct CommandWords {
  std::string name; // empty: the program itself
  std::string help;
  std::vector<OptionWords> options;
  std::vector<std::string> values; // of a positional argument; empty: file names
};

// Values that only the user knows: nothing is offered. Everything else is a file.
bool isFreeText(const std::string& typeName) {
  const bool range = typeName.find("..") != std::string::npos;
  return range || typeName == "N" || typeName == "MP" || typeName == "TEXT" || typeName == "NAME" ||
         typeName == "TEMPLATE";
}

// "a|b|c" names the values; "NAME|FILE" and "0..1" name none.
std::vector<std::string> valuesOf(const std::string& typeName) {
  std::vector<std::string> values;
  if (typeName.find('|') == std::string::npos) return values;
  std::stringstream stream(typeName);
  for (std::string word; std::getline(stream, word, '|');) {
    const bool literal = word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    if (literal) values.push_back(word);
  }
  return values;
}

std::string oneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

CommandWords wordsOf(const CLI::App& app, const std::string& name) {
  CommandWords words{
      .name = name, .help = oneLine(app.get_description()), .options = {}, .values = {}};
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) words.values = valuesOf(option->get_type_name());
    if (!option->nonpositional()) continue;
    OptionWords entry{.names = {},
                      .help = oneLine(option->get_description()),
                      .takesValue = option->get_items_expected_max() > 0,
                      .values = valuesOf(option->get_type_name())};
    entry.models = option->get_type_name() == "NAME|FILE";
    entry.files = entry.values.empty() && !isFreeText(option->get_type_name());
    for (const auto& n : option->get_snames()) entry.names.push_back("-" + n);
    for (const auto& n : option->get_lnames()) entry.names.push_back("--" + n);
    words.options.push_back(std::move(entry));
  }
  return words;
}

std::vector<CommandWords> allWords(const CLI::App& root) {
  std::vector<CommandWords> all = {wordsOf(root, "")};
  for (const CLI::App* sub : root.get_subcommands([](const CLI::App*) { return true; })) {
    all.push_back(wordsOf(*sub, sub->get_name()));
  }
  return all;
}

std::string joined(const std::vector<std::string>& words, const char* between = " ") {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

// Inside single quotes of any of the three shells; the texts are ours and short. (Not called
// quoted: std::quoted would be the better match for a string that is no constant, and quotes
// otherwise.)
std::string inQuotes(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string commandNames(const std::vector<CommandWords>& all) {
  std::vector<std::string> names;
  for (const auto& command : all) {
    if (!command.name.empty()) names.push_back(command.name);
  }
  return joined(names);
}

void bashCommand(const CommandWords& command) {
  std::cout << "    " << (command.name.empty() ? "''" : command.name) << ")\n"
            << "      case \"$previous\" in\n";
  std::vector<std::string> names;
  for (const auto& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
    if (!option.takesValue) continue;
    std::cout << "        " << joined(option.names, "|") << ") ";
    if (!option.values.empty()) std::cout << "words=" << inQuotes(joined(option.values)) << " ";
    if (option.models) std::cout << "words=\"$(\"${COMP_WORDS[0]}\" models --names 2>/dev/null)\" ";
    if (option.files) std::cout << "files=1 ";
    std::cout << ";;\n";
  }
  std::cout << "        *) options=" << inQuotes(joined(names));
  if (command.name.empty()) {
    std::cout << " files=1 words=\"$commands\"";
  } else if (command.values.empty()) {
    std::cout << " files=1";
  } else {
    std::cout << " words=" << inQuotes(joined(command.values));
  }
  std::cout << " ;;\n      esac ;;\n";
}

void printBash(const std::vector<CommandWords>& all) {
  std::cout
      << "# bash completion of refscale: put this line into ~/.bashrc\n"
         "#   source <(refscale completion bash)\n"
         "_refscale() {\n"
         "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
         "  local commands="
      << inQuotes(commandNames(all))
      << " command='' words='' options='' files='' word\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    case \" $commands \" in *\" $word \"*) command=\"$word\"; break ;; esac\n"
         "  done\n"
         "  case \"$command\" in\n";
  for (const auto& command : all) bashCommand(command);
  std::cout << "  esac\n"
               "  COMPREPLY=()\n"
               "  if [[ \"$current\" == -* ]]; then words=\"$options\" files=''; fi\n"
               "  [[ -n \"$words\" ]] && COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
               "  if [[ -n \"$files\" ]]; then\n"
               "    compopt -o filenames 2>/dev/null\n"
               "    local IFS=$'\\n'\n"
               "    COMPREPLY+=($(compgen -f -- \"$current\"))\n"
               "  fi\n"
               "}\n"
               "complete -F _refscale refscale\n";
}

// A description inside a zsh specification: brackets and colons have a meaning there.
std::string zshText(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

void zshCommand(const CommandWords& command) {
  std::cout << "    " << command.name << ")\n      _arguments";
  for (const auto& option : command.options) {
    for (const auto& name : option.names) {
      std::string spec = "*" + name + "[" + zshText(option.help) + "]";
      if (option.takesValue) {
        if (option.models) {
          spec += ":model:{compadd -- $(refscale models --names 2>/dev/null); _files}";
        } else if (option.files) {
          spec += ":file:_files";
        } else {
          spec += ":value:(" + zshText(joined(option.values)) + ")";
        }
      }
      std::cout << " \\\n        " << inQuotes(spec);
    }
  }
  std::cout << " \\\n        "
            << inQuotes(command.values.empty() ? "*:file:_files"
                                               : "1:value:(" + joined(command.values) + ")")
            << " ;;\n";
}

void printZsh(const std::vector<CommandWords>& all) {
  std::cout << "#compdef refscale\n# zsh completion of refscale: put it as _refscale into a folder "
               "of $fpath\n_refscale() {\n  local -a commands\n  commands=(\n";
  for (const auto& command : all) {
    if (!command.name.empty()) {
      std::cout << "    " << inQuotes(command.name + ":" + zshText(command.help)) << "\n";
    }
  }
  std::cout << "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    _files\n"
               "    return\n  fi\n  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n"
               "  case $command in\n";
  for (const auto& command : all) {
    if (!command.name.empty()) zshCommand(command);
  }
  std::cout << "    *) _files ;;\n  esac\n}\ncompdef _refscale refscale 2>/dev/null\n";
}

void printFish(const std::vector<CommandWords>& all) {
  std::cout << "# fish completion of refscale: write it to "
               "~/.config/fish/completions/refscale.fish\n";
  for (const auto& command : all) {
    const std::string when = command.name.empty() ? "__fish_use_subcommand"
                                                  : "__fish_seen_subcommand_from " + command.name;
    if (!command.name.empty()) {
      std::cout << "complete -c refscale -n __fish_use_subcommand -a " << command.name << " -d "
                << inQuotes(command.help) << "\n";
    }
    for (const auto& option : command.options) {
      std::cout << "complete -c refscale -n " << inQuotes(when);
      for (const auto& name : option.names) {
        const bool isLong = name.rfind("--", 0) == 0;
        std::cout << (isLong ? " -l " + name.substr(2) : " -s " + name.substr(1));
      }
      if (option.takesValue) std::cout << (option.files ? " -r" : " -x");
      if (option.models) std::cout << " -a '(refscale models --names 2>/dev/null)'";
      if (!option.values.empty()) std::cout << " -a " << inQuotes(joined(option.values));
      std::cout << " -d " << inQuotes(option.help) << "\n";
    }
    if (!command.values.empty()) {
      std::cout << "complete -c refscale -n " << inQuotes(when) << " -f -a "
                << inQuotes(joined(command.values)) << "\n";
    }
  }
}

class Completion final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "completion"; }
  [[nodiscard]] const char* help() const override {
    return "Print a completion script for bash, zsh or fish.";
  }
  [[nodiscard]] const char* footer() const override {
    return "In ~/.bashrc:  source <(refscale completion bash)\n"
           "For zsh:       refscale completion zsh > a folder of $fpath/_refscale\n"
           "For fish:      refscale completion fish > ~/.config/fish/completions/refscale.fish";
  }
  void configure(CLI::App& options) override {
    options.add_option("shell", shell_, "The shell")
        ->type_name("bash|zsh|fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""));
  }
  [[nodiscard]] int run(const Session& session) override {
    const auto all = allWords(*session.root);
    if (shell_ == "bash") printBash(all);
    if (shell_ == "zsh") printZsh(all);
    if (shell_ == "fish") printFish(all);
    return kDone;
  }

 private:
  std::string shell_;
};

} // namespace

std::unique_ptr<Command> makeCompletion() {
  return std::make_unique<Completion>();
}

} // namespace refscale::app
