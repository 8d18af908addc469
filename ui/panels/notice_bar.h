// One line about something that happened and can be put right, with the remedy as a button. Shows
// the document's oldest notice and how many more there are.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace refscale::ui {

class Document;
class Theme;

class NoticeBar : public QFrame {
  Q_OBJECT
 public:
  NoticeBar(Document& document, const Theme& theme);

 private:
  void showNotice();
  void retouch();

  Document& document_;
  const Theme& theme_;
  QLabel* icon_;
  QLabel* text_;
  QLabel* more_;
  QPushButton* remedy_;
  QToolButton* close_;
};

} // namespace refscale::ui
