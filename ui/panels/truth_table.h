// PSNR and SSIM of bicubic, reference off and result against the true picture, as a table; what is
// not measured yet can be asked for. Shows itself only where there is a true picture and a result.
#pragma once

#include <QWidget>

class QGridLayout;

namespace refscale::ui {

class Document;

class TruthTable : public QWidget {
  Q_OBJECT
 public:
  explicit TruthTable(const Document& document);

 Q_SIGNALS:
  void referenceOffWanted();

 private:
  void addRow(const QString& name, const std::shared_ptr<const void>& what, const char* role);

  const Document& document_;
  QGridLayout* grid_;
};

} // namespace refscale::ui
