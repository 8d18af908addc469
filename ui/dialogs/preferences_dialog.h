// Preferences on a few pages. There is no OK: each change acts at once.
#pragma once

#include <QDialog>
#include <utility>
#include <vector>

class QBoxLayout;
class QComboBox;
class QFormLayout;
class QStackedWidget;

namespace refscale::ui {

class Actions;
class Preferences;
struct PreferenceValues;

class PreferencesDialog : public QDialog {
  Q_OBJECT
 public:
  PreferencesDialog(Preferences& preferences, const Actions& actions, QWidget* parent = nullptr);

 private:
  [[nodiscard]] QFormLayout* addPage(QStackedWidget& pages);
  void fillGeneral(QFormLayout& form);
  void fillMatching(QFormLayout& form);
  void fillDevices(QFormLayout& form);
  void fillDisplay(QFormLayout& form);
  // A combo of texts for the values of one preference.
  template <typename T>
  QComboBox* addChoice(QFormLayout& form, const QString& label, const char* name,
                       T PreferenceValues::*member,
                       const std::vector<std::pair<QString, T>>& choices);
  void addCheck(QFormLayout& form, const QString& text, const char* name,
                bool PreferenceValues::*member);

  Preferences& preferences_;
};

} // namespace refscale::ui
