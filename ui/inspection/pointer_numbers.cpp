#include "ui/inspection/pointer_numbers.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include "ui/inspection/inspection.h"
#include "ui/inspection/numbers.h"
#include "ui/maps/map_field.h"
#include "ui/models/match_lines.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

const QString kNothing = QStringLiteral("–");

enum Row { Position, Match, Confidence, Uniqueness, Back, Offset, Learned, Mask };

} // namespace

PointerNumbers::PointerNumbers(const Inspection& inspection, Detail detail)
    : inspection_(inspection), detail_(detail), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(metrics::kGap);
  // Below the matches every line of height is the pictures'.
  grid_->setVerticalSpacing(detail == Detail::Sums ? metrics::kGap / 2 : metrics::kGap);
  grid_->setColumnStretch(0, 1);
  makeRow(tr("Output position"), "pointerPosition");
  makeRow(tr("Match"), "pointerMatch");
  matchName_ = qobject_cast<QLabel*>(grid_->itemAtPosition(Match, 0)->widget());
  makeRow(tr("Confidence"), "pointerConfidence");
  makeRow(tr("Uniqueness"), "pointerUniqueness");
  makeRow(tr("There and back"), "pointerBack");
  if (detail_ == Detail::Scales) {
    makeScales();
  } else {
    makeRow(tr("Offset"), "pointerOffset");
    makeRow(tr("Learned part"), "pointerLearned");
    makeRow(tr("Mask weight"), "pointerMask");
  }
  connect(&inspection_, &Inspection::positionChanged, this, &PointerNumbers::showNumbers);
  connect(&inspection_, &Inspection::matchesChanged, this, &PointerNumbers::showNumbers);
  showNumbers();
}

void PointerNumbers::makeRow(const QString& what, const char* name) {
  const int row = static_cast<int>(values_.size());
  auto* value = makeText("value");
  value->setObjectName(QString::fromLatin1(name));
  value->setAlignment(Qt::AlignRight);
  grid_->addWidget(makeText("second", what), row, 0);
  grid_->addWidget(value, row, 1, 1, 3);
  values_.push_back(value);
}

void PointerNumbers::makeScales() {
  int row = static_cast<int>(values_.size());
  grid_->setRowMinimumHeight(row++, metrics::kGap);
  const QString heads[] = {tr("x, y"), tr("Match"), tr("Learned"), tr("Mask")};
  for (int column = 0; column < 4; ++column) {
    auto* head = makeText("second", heads[column]);
    head->setAlignment(column == 0 ? Qt::AlignLeft : Qt::AlignRight);
    grid_->addWidget(head, row, column);
  }
  grid_->addWidget(makeRule(), ++row, 0, 1, 4);
  for (int scale = 0; scale < kMapScales; ++scale) {
    grid_->addWidget(makeText("number", QString::fromLatin1(mapScaleName(scale))), ++row, 0);
    for (int column = 1; column < 4; ++column) {
      auto* value = makeText("number");
      value->setAlignment(Qt::AlignRight);
      grid_->addWidget(value, row, column);
      scales_.push_back(value);
    }
  }
}

void PointerNumbers::showNumbers() {
  const auto cell = inspection_.cell();
  const Correspondence* matches = inspection_.correspondence();
  const auto& references = inspection_.references();
  const auto reference = static_cast<std::size_t>(inspection_.reference());
  matchName_->setText(reference < references.size()
                          ? tr("Match in %1").arg(references[reference].letter)
                          : tr("Match"));
  for (QLabel* value : values_) value->setText(kNothing);
  showScales();
  if (!cell || matches == nullptr) return;
  const QLocale locale;
  const MatchLine line = lineOf(*matches, *cell);
  values_[Position]->setText(placeText(*inspection_.position()));
  values_[Match]->setText(placeText(line.to + (*inspection_.position() - line.from)));
  values_[Confidence]->setText(locale.toString(line.confidence, 'f', 2));
  if (!matches->uniqueness.empty()) {
    values_[Uniqueness]->setText(locale.toString(matches->uniqueness.values[*cell], 'f', 2));
  }
  if (!matches->forwardBackward.empty()) {
    const auto& back = matches->forwardBackward;
    values_[Back]->setText(numberText(MapKind::ForwardBackward, back.values[*cell] * back.step));
  }
  if (detail_ == Detail::Sums) {
    const QPointF offset = line.to - line.from;
    values_[Offset]->setText(tr("%1 px").arg(vectorText(offset.x(), offset.y(), 0)));
  }
}

void PointerNumbers::showScales() {
  for (QLabel* value : scales_) value->setText(kNothing);
  const ResultHandle& result = inspection_.matches();
  const auto at = inspection_.position();
  if (!result || !at) return;
  const bool used = inspection_.reference() == result->usedReference;
  for (int scale = 0; scale < kMapScales; ++scale) {
    const auto made = std::find_if(result->maps.begin(), result->maps.end(),
                                   [&](const auto& m) { return m.scale == mapScaleName(scale); });
    if (made == result->maps.end() || !used) continue;
    const int x = static_cast<int>(at->x() / made->maskWeight.step);
    const int y = static_cast<int>(at->y() / made->maskWeight.step);
    if (x >= made->maskWeight.width || y >= made->maskWeight.height) continue;
    const Vec2f match = made->matchOffset.at(x, y);
    const Vec2f learned = made->learnedOffset.at(x, y);
    const QString mask = QLocale().toString(made->maskWeight.at(x, y), 'f', 2);
    if (detail_ == Detail::Scales) {
      const std::size_t row = 3 * static_cast<std::size_t>(scale);
      scales_[row]->setText(vectorText(match.x, match.y, 0));
      scales_[row + 1]->setText(vectorText(learned.x, learned.y, 1));
      scales_[row + 2]->setText(mask);
    } else {
      values_[Learned]->setText(
          tr("%1 px of %2")
              .arg(vectorText(learned.x, learned.y, 1), QString::fromLatin1(mapScaleName(scale))));
      values_[Mask]->setText(mask);
    }
  }
}

} // namespace refscale::ui
