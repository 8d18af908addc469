// PSNR and SSIM of bicubic, reference off, a wrong reference and the result against the true
// picture, as a table; what is not computed yet can be asked for. Shows itself only where there is
// a true picture and a result.
#pragma once

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace refscale::ui {

class Document;

class TruthTable : public QWidget {
  Q_OBJECT
 public:
  explicit TruthTable(const Document& document);

 Q_SIGNALS:
  void referenceOffWanted();
  void shuffledWanted();

 private:
  void addRow(const QString& name, const std::shared_ptr<const void>& what, const char* role);
  // A row with a button instead of numbers, for what is computed when it is asked for.
  [[nodiscard]] QPushButton& addOffer(const QString& name, const char* button,
                                      const QString& accessible);

  const Document& document_;
  QGridLayout* grid_;
};

} // namespace refscale::ui
