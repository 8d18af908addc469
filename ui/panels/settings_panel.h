// The settings of a run: model, device, precision, and how much is borrowed. Each change is one
// undoable step of the document; double-clicking a label brings its value back to the usual.
#pragma once

#include <QWidget>
#include <vector>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QSpinBox;

namespace refscale::ui {

class Actions;
class Document;
class MaskEditor;
class Presets;
struct Settings;

class SettingsPanel : public QWidget {
  Q_OBJECT
 public:
  SettingsPanel(Document& document, MaskEditor& mask, Presets& presets, const Actions& actions,
                const QStringList& models);

  void setModels(const QStringList& names);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeModelSection(QBoxLayout& panel, const QStringList& models);
  void makeBorrowingSection(QBoxLayout& panel);
  void makeScaleRow(QBoxLayout& section);
  void makeRestoringRows(QBoxLayout& section);
  [[nodiscard]] QLabel* makeLabel(const QString& text, QWidget& buddy,
                                  void (*reset)(Settings& settings));
  void showSettings();
  void showDevices();
  void markChanged();
  void changeStrength(int percent);
  void changeScale(double scale);

  struct Row {
    QLabel* label;
    QWidget* control;
    QString text;
    void (*reset)(Settings& settings);
  };

  Document& document_;
  QComboBox* model_;
  QComboBox* device_;
  QComboBox* precision_;
  QSlider* strength_;
  QSpinBox* strengthNumber_;
  QCheckBox* gate_;
  QDoubleSpinBox* scale_;
  QComboBox* combine_;
  QComboBox* passes_;
  std::vector<Row> rows_;
};

} // namespace refscale::ui
