#include "app/command.h"

namespace refscale::app {

std::vector<std::unique_ptr<Command>> allCommands() {
  std::vector<std::unique_ptr<Command>> commands;
#ifndef REFSCALE_COMPUTE
  commands.push_back(makeUpscale());
  commands.push_back(makeMatch());
  commands.push_back(makeModels());
  commands.push_back(makeImportModel());
  commands.push_back(makeEvaluate());
  commands.push_back(makeDemo());
  commands.push_back(makePack());
#endif
  commands.push_back(makeTrain());
  commands.push_back(makeDoctor());
  commands.push_back(makeBench());
  commands.push_back(makeCompletion());
  return commands;
}

} // namespace refscale::app
