// The numbers of the match under the pointer, in every view the same ones: where, how sure, how
// far, and at each scale what the match and the network gave.
#pragma once

#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;

namespace refscale::ui {

class Inspection;

class PointerNumbers : public QWidget {
  Q_OBJECT
 public:
  enum class Detail { Sums, Scales }; // one line for all scales, or a table of them
  PointerNumbers(const Inspection& inspection, Detail detail);

 private:
  void makeRow(const QString& what, const char* name);
  void makeScales();
  void showNumbers();
  void showScales();

  const Inspection& inspection_;
  Detail detail_;
  QGridLayout* grid_;
  std::vector<QLabel*> values_;
  std::vector<QLabel*> scales_; // three a row: match, learned, mask
  QLabel* matchName_ = nullptr;
};

} // namespace refscale::ui
