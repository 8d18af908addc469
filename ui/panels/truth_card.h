// The true picture, where there is one to measure against: a place to drop it, and what was
// measured once it is there. Not for the table of all measures (truth_table.h).
#pragma once

#include <QWidget>
#include <filesystem>
#include <vector>

#include "ui/models/drop_rules.h"

class QBoxLayout;
class QPushButton;

namespace refscale::ui {

class Actions;
class Document;
class Theme;

class TruthCard : public QWidget {
  Q_OBJECT
 public:
  TruthCard(Document& document, const Actions& actions, const Theme& theme);

 Q_SIGNALS:
  void filesDropped(const std::vector<std::filesystem::path>& paths,
                    refscale::ui::DropTarget target);
  void imageDropped(const QImage& image, refscale::ui::DropTarget target);

 private:
  void showTruth();
  [[nodiscard]] QWidget* makeZone();
  [[nodiscard]] QWidget* makeCard();

  Document& document_;
  const Actions& actions_;
  const Theme& theme_;
  QBoxLayout* content_;
  QPushButton* open_;
  QWidget* shown_ = nullptr;
};

} // namespace refscale::ui
