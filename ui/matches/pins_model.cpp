#include "ui/matches/pins_model.h"

#include <QLocale>

#include "ui/inspection/inspection.h"
#include "ui/inspection/numbers.h"
#include "ui/models/match_lines.h"

namespace refscale::ui {
namespace {

enum Column { Number, InputPlace, ReferencePlace, Confidence, kColumns };

} // namespace

PinsModel::PinsModel(const Inspection& inspection, QObject* parent)
    : QAbstractTableModel(parent), inspection_(inspection) {
  const auto reset = [this] {
    beginResetModel();
    endResetModel();
  };
  connect(&inspection_, &Inspection::pinsChanged, this, reset);
  connect(&inspection_, &Inspection::matchesChanged, this, reset);
}

int PinsModel::rowCount(const QModelIndex& parent) const {
  const bool none = parent.isValid() || inspection_.correspondence() == nullptr;
  return none ? 0 : static_cast<int>(inspection_.pins().size());
}

int PinsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant PinsModel::data(const QModelIndex& index, int role) const {
  if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole || index.row() >= rowCount()) return {};
  const auto row = static_cast<std::size_t>(index.row());
  const MatchLine line = lineOf(*inspection_.correspondence(), inspection_.pins()[row]);
  switch (index.column()) {
    case Number:
      return index.row() + 1;
    case InputPlace:
      return placeText(line.from);
    case ReferencePlace:
      return placeText(line.to);
    default:
      return QLocale().toString(line.confidence, 'f', 2);
  }
}

QVariant PinsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  const bool shown =
      role == Qt::DisplayRole || role == Qt::ToolTipRole; // narrow ones are shortened
  if (!shown || orientation == Qt::Vertical) return {};
  const auto reference = static_cast<std::size_t>(inspection_.reference());
  switch (section) {
    case Number:
      return tr("Pin");
    case InputPlace:
      return tr("Input x, y");
    case ReferencePlace:
      return reference < inspection_.references().size()
                 ? tr("%1 x, y").arg(inspection_.references()[reference].letter)
                 : tr("Match x, y");
    default:
      return tr("Conf.");
  }
}

} // namespace refscale::ui
