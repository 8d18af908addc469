// The pinned matches as a table: number, both places, confidence.
#pragma once

#include <QAbstractTableModel>

namespace refscale::ui {

class Inspection;

class PinsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  PinsModel(const Inspection& inspection, QObject* parent);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  const Inspection& inspection_;
};

} // namespace refscale::ui
