// Runs the built program as a user's shell does, and keeps what it said. For the command line's
// tests only.
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <filesystem>

namespace refscale::test {

struct Outcome {
  int code = -1; // -1: it crashed or did not end
  QString out;
  QString err;
};

// The user's own models and settings stay out of it: `home` is where its folders go.
inline void prepare(QProcess& process, const std::filesystem::path& home) {
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert("XDG_DATA_HOME", QString::fromStdString((home / "data").string()));
  environment.insert("QT_QPA_PLATFORM", "offscreen");
  process.setProcessEnvironment(environment);
  process.setWorkingDirectory(QString::fromStdString(home.string()));
}

inline Outcome collect(QProcess& process) {
  Outcome outcome;
  if (!process.waitForFinished(600'000)) return outcome;
  if (process.exitStatus() == QProcess::NormalExit) outcome.code = process.exitCode();
  outcome.out = QString::fromUtf8(process.readAllStandardOutput());
  outcome.err = QString::fromUtf8(process.readAllStandardError());
  return outcome;
}

inline Outcome runProgram(const std::filesystem::path& home, const QStringList& arguments) {
  QProcess process;
  prepare(process, home);
  process.start(REFSCALE_PROGRAM, arguments);
  return collect(process);
}

} // namespace refscale::test
