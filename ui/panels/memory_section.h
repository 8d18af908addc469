// How much memory a run is expected to take of what is free, as a bar and in words, and how far off
// that was the last time.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace refscale::ui {

class Document;

class MemorySection : public QWidget {
  Q_OBJECT
 public:
  explicit MemorySection(const Document& document);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void showState();

  const Document& document_;
  QLabel* label_;
  QProgressBar* bar_;
  QLabel* expected_;
  QLabel* last_;
};

} // namespace refscale::ui
