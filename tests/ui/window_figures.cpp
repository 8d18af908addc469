// refscale-window-figures: how quick and how large the window is, measured with the real engine, or
// with a scripted one and pictures of a size: then in seconds. Prints a line a figure; passes no
// judgement. A gap is the longest time between two turns of the window's event loop; in brackets
// what of it the thread computed, which is all that counts on a busy machine.
//
//   refscale-window-figures PICTURE REFERENCE
//   refscale-window-figures --scripted 1024x768
#include <time.h>
#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "core/base/memory.h"
#include "core/pipeline/engine.h"
#include "tests/ui/fakes.h"
#include "ui/actions.h"
#include "ui/canvas/compare_canvas.h"
#include "ui/main_window.h"
#include "ui/models/document.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/views/exploration.h"
#include "ui/workspace.h"

using namespace refscale;
using namespace refscale::ui;

namespace {

// Since this process began, by the kernel's clock of 10 ms.
double secondsSinceStart() {
  std::ifstream file("/proc/self/stat");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string field;
  constexpr int kStartTime = 20; // of those after the name
  for (int i = 0; i < kStartTime; ++i) fields >> field;
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec) -
         std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double residentMegabytes() {
  return 1e-6 * static_cast<double>(residentBytes());
}

double threadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// The longest time between two turns of this thread's event loop.
class GapWatch : public QObject {
 public:
  GapWatch() {
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] {
      longest_ = std::max(longest_, static_cast<double>(clock_.nsecsElapsed()) * 1e-6 - kTick);
      const double now = threadSeconds();
      busiest_ = std::max(busiest_, 1e3 * (now - computed_));
      computed_ = now;
      clock_.start();
    });
    clock_.start();
    timer_.start(kTick);
  }
  // "37 ms (31 ms computed)"
  std::string take() {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.0f ms (%.0f ms computed)",
                  std::exchange(longest_, 0.0), std::exchange(busiest_, 0.0));
    return text.data();
  }

 private:
  static constexpr int kTick = 2; // ms
  QTimer timer_;
  QElapsedTimer clock_;
  double longest_ = 0;
  double busiest_ = 0;
  double computed_ = threadSeconds();
};

void until(const auto& condition) {
  if (!QTest::qWaitFor(condition, 600'000)) qFatal("waited too long");
}

QImage noise(QSize size, unsigned seed) {
  QImage image(size, QImage::Format_RGB32);
  for (int y = 0; y < size.height(); ++y) {
    auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < size.width(); ++x)
      row[x] = 0xff000000U | (seed = seed * 1664525U + 1013904223U);
  }
  return image;
}

// Panning and zooming a 48-megapixel comparison, a frame at a time.
void measureFrames(const Theme& theme) {
  const QSize size(8000, 6000);
  CompareCanvas canvas(theme);
  canvas.resize(1120, 720);
  canvas.setFrame(size);
  canvas.setLayers({"a", makePyramid(noise(size, 1))}, {"b", makePyramid(noise(size, 2))});
  canvas.show();
  (void)QTest::qWaitForWindowExposed(&canvas);
  for (const auto& [mode, name] :
       {std::pair(CompareMode::Split, "split"), std::pair(CompareMode::SideBySide, "side by side"),
        std::pair(CompareMode::Difference, "difference"), std::pair(CompareMode::Loupe, "loupe")}) {
    canvas.setMode(mode);
    canvas.fit();
    std::vector<double> frames;
    for (int i = 0; i < 120; ++i) {
      if (i % 10 == 0) canvas.zoomStep(i < 60 ? 2 : -2);
      QElapsedTimer clock;
      clock.start();
      QTest::keyClick(&canvas, i % 4 < 2 ? Qt::Key_Right : Qt::Key_Down, Qt::ShiftModifier);
      canvas.repaint();
      frames.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    std::sort(frames.begin(), frames.end());
    std::printf("8000x6000, %s: a frame %.1f ms (median), %.1f ms (95 of 100), %.1f ms (longest)\n",
                name, frames[frames.size() / 2], frames[frames.size() * 95 / 100], frames.back());
  }
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: refscale-window-figures PICTURE REFERENCE | --scripted 1024x768\n", stderr);
    return 2;
  }
  const std::string size = argv[2];
  const bool scripted = std::string(argv[1]) == "--scripted";
  const std::string picture = scripted ? "small-" + size + ".png" : argv[1];
  const std::string reference = scripted ? "better-" + size + ".png" : argv[2];
  QApplication application(argc, argv);
  QTemporaryDir scratch;
  QSettings settings(scratch.filePath("settings.ini"), QSettings::IniFormat);
  const auto engine = [] { return test::makeScriptedEngine(std::make_shared<test::Script>()); };
  Workspace desk(
      scripted ? EngineClient::Factory(engine) : pipeline::loadEngine,
      scripted ? test::makeScriptedFiles(std::make_shared<test::Written>()) : productFileAccess(),
      settings);
  desk.window().resize(1440, 900);
  desk.window().show();
  (void)QTest::qWaitForWindowExposed(&desk.window());
  desk.window().repaint();
  QApplication::processEvents();
  std::printf("start: the window can be used after %.2f s\n", secondsSinceStart());
  QTest::qWait(1000);
  std::printf("memory: %.0f MB before the engine is loaded\n", residentMegabytes());
  GapWatch gaps;
  desk.engine().load();
  until([&] { return desk.document().engine().has_value(); });
  std::printf("memory: %.0f MB with LibTorch; longest gap while it was loaded %s\n",
              residentMegabytes(), gaps.take().c_str());

  desk.session().open({picture}, DropTarget::Window);
  until([&] { return desk.document().bicubic() != nullptr; });
  std::printf("opening a picture: longest gap %s\n", gaps.take().c_str());
  desk.session().open({reference}, DropTarget::Window);
  until([&] { return !desk.document().state().references.empty(); });
  QTest::qWait(200);
  std::printf("opening a reference: longest gap %s\n", gaps.take().c_str());
  desk.actions()[ActionId::Upscale].trigger();
  until([&] { return desk.document().job().phase == JobPhase::Idle; });
  QTest::qWait(200);
  if (desk.document().result() == nullptr) qFatal("the run failed");
  std::printf("a run of %.1f s: longest gap %s, %.0f MB\n", desk.document().result()->seconds,
              gaps.take().c_str(), residentMegabytes());
  for (const auto& [action, name] :
       {std::pair(ActionId::ShowMatches, "matches"), std::pair(ActionId::ShowMaps, "maps"),
        std::pair(ActionId::ShowPicture, "picture"), std::pair(ActionId::ThemeLight, "light")}) {
    desk.actions()[action].trigger();
    QTest::qWait(500);
    std::printf("going to the %s: longest gap %s\n", name, gaps.take().c_str());
  }
  desk.actions()[ActionId::ShowMatches].trigger();
  Inspection& inspection = desk.window().exploration().inspection();
  const QSize output = inspection.outputSize();
  QTest::qWait(500);
  (void)gaps.take();
  inspection.setBrush(cellsInside(*inspection.correspondence(),
                                  QRectF(0, 0, 0.5 * output.width(), 0.5 * output.height())));
  QTest::qWait(500);
  std::printf("marking a quarter: longest gap %s\n", gaps.take().c_str());
  measureFrames(desk.theme());
  return 0;
}
