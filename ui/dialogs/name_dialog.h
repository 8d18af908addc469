// Asks for a name, and says before it is accepted what it would replace.
#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;

namespace refscale::ui {

class NameDialog : public QDialog {
  Q_OBJECT
 public:
  // `taken`: names whose owners would be replaced.
  NameDialog(const QString& title, const QString& name, QStringList taken, QWidget* parent);

  [[nodiscard]] QString name() const;

 private:
  void judge();

  QStringList taken_;
  QString before_;
  QLineEdit* edit_;
  QLabel* word_;
  QPushButton* accept_;
};

} // namespace refscale::ui
