#include "ui/matches/matches_view.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

#include "ui/actions.h"
#include "ui/inspection/inspection.h"
#include "ui/matches/match_table.h"
#include "ui/matches/patch_strip.h"
#include "ui/models/document.h"
#include "ui/panels/bar_fit.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr int kNameLetters = 14; // room for a name; longer ones are shortened

QString countText(qulonglong part, qulonglong all) {
  return MatchesView::tr("%1 of %2 positions have a sure match")
      .arg(QLocale().toString(part), QLocale().toString(all));
}

} // namespace

MatchesView::MatchesView(const Document& document, Inspection& inspection, const Actions& actions,
                         const Theme& theme)
    : document_(document),
      inspection_(inspection),
      theme_(theme),
      bar_(new QFrame),
      canvas_(new MatchCanvas(inspection, theme)),
      strip_(new PatchStrip(inspection, theme)),
      background_(*this) {
  setObjectName("viewMatches");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(canvas_, 1);
  layout->addWidget(strip_);
  makeBar();
  connect(&inspection_, &Inspection::matchesChanged, this, &MatchesView::showMatches);
  connect(&inspection_, &Inspection::brushChanged, this, &MatchesView::showRegion);
  connect(&document_, &Document::resultChanged, this, &MatchesView::showPictures);
  connect(&theme, &Theme::changed, canvas_, qOverload<>(&QWidget::update));
  connect(strip_, &PatchStrip::pinWanted, canvas_, &MatchCanvas::pinMarked);
  connect(strip_, &PatchStrip::centreWanted, canvas_, &MatchCanvas::centreOn);
  connect(&actions[ActionId::Pin], &QAction::triggered, canvas_, &MatchCanvas::pinMarked);
  showMatches();
  showRegion();
}

void MatchesView::makeBar() {
  bar_->setProperty("role", "bar");
  bar_->setMinimumHeight(metrics::kViewBar + 2 * metrics::kGap);
  bar_->setMinimumWidth(metrics::kCanvasLeastWidth);
  reference_ = new QComboBox;
  reference_->setObjectName("matchReference");
  reference_->setAccessibleName(tr("Reference"));
  reference_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  reference_->setMinimumContentsLength(kNameLetters);
  tellWholeText(*reference_);
  whole_ = new QPushButton(tr("Whole picture"));
  whole_->setObjectName("wholePicture");
  whole_->setToolTip(tr("Clears the region (Esc)"));
  whole_->setAccessibleName(whole_->text());
  auto* together = new QCheckBox(tr("Zoom together"));
  together->setObjectName("zoomTogether");
  together->setAccessibleName(together->text());
  count_ = new ElidedLabel;
  count_->setProperty("role", "second");
  count_->setObjectName("sureMatches");
  auto* label = makeText("second", tr("Reference"));
  auto* fitting = new QPushButton(tr("Fit"));
  fitting->setObjectName("matchFit");
  fitting->setAccessibleName(tr("Show both pictures whole"));
  fitting->setToolTip(fitting->accessibleName());
  auto* row = new QHBoxLayout(bar_);
  row->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
  row->setSpacing(2 * metrics::kGap);
  row->addWidget(label);
  row->addWidget(reference_);
  row->addWidget(whole_);
  row->addWidget(together);
  row->addWidget(count_, 1);
  row->addWidget(makeSaveButton());
  row->addWidget(fitting);
  fit_ = new BarFit(*bar_, {count_, label, together, whole_});
  connect(reference_, &QComboBox::activated, &inspection_, &Inspection::setReference);
  connect(whole_, &QPushButton::clicked, &inspection_, &Inspection::clearBrush);
  connect(together, &QCheckBox::toggled, canvas_, &MatchCanvas::setZoomTogether);
  connect(fitting, &QPushButton::clicked, canvas_, &MatchCanvas::fit);
}

QToolButton* MatchesView::makeSaveButton() {
  auto* button = new QToolButton;
  button->setObjectName("saveTable");
  button->setText(tr("Save table…"));
  button->setAccessibleName(tr("Save table"));
  button->setToolTip(tr("Save the matches as a table (CSV)"));
  button->setPopupMode(QToolButton::InstantPopup);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setFocusPolicy(Qt::TabFocus);
  auto* menu = new QMenu(button);
  const std::pair<TableScope, QString> scopes[] = {{TableScope::AllSure, tr("All sure matches…")},
                                                   {TableScope::Shown, tr("Filtered matches…")},
                                                   {TableScope::Pins, tr("Pins…")}};
  for (const auto& [scope, text] : scopes) {
    connect(menu->addAction(text), &QAction::triggered, this, [this, s = scope] { askAndSave(s); });
  }
  button->setMenu(menu);
  const auto retouch = [this, button] { button->setIcon(theme_.icon("save")); };
  connect(&theme_, &Theme::changed, button, retouch);
  retouch();
  return button;
}

void MatchesView::showMatches() {
  const Correspondence* matches = inspection_.correspondence();
  reference_->clear();
  for (const auto& reference : inspection_.references()) {
    reference_->addItem(tr("%1  %2").arg(reference.letter, reference.name));
  }
  reference_->setCurrentIndex(inspection_.reference());
  if (matches == nullptr) {
    canvas_->setScene({});
    count_->setWholeText({});
    return;
  }
  const auto& c = *matches;
  const auto& reference =
      inspection_.references()[static_cast<std::size_t>(inspection_.reference())];
  MatchScene scene;
  scene.inputName = tr("Input, bicubic 4×");
  scene.referenceName = reference_->currentText();
  scene.input =
      document_.bicubic() ? document_.bicubic() : document_.matchesMadeFrom().input->pyramid;
  scene.reference = reference.picture->pyramid;
  scene.outputSize = inspection_.outputSize();
  const int step = qRound(c.pixels.step);
  scene.matchedReferenceSize = QSize(c.referenceWidth, c.referenceHeight) * step;
  scene.matches = inspection_.sharedCorrespondence();
  const auto sure = std::count_if(c.confidence.values.begin(), c.confidence.values.end(),
                                  [this](float v) { return v >= inspection_.sure(); });
  count_->setWholeText(countText(static_cast<qulonglong>(sure), c.confidence.values.size()));
  canvas_->setScene(std::move(scene));
  showPictures();
}

void MatchesView::showPictures() {
  const MatchScene& scene = canvas_->scene();
  if (!scene.matches) return;
  const ResultItem* item = document_.result();
  strip_->input().setPicture(scene.input, scene.outputSize);
  strip_->match().setPicture(scene.reference, scene.matchedReferenceSize);
  strip_->result().setPicture(item != nullptr ? item->pyramid : nullptr, scene.outputSize);
}

void MatchesView::showRegion() {
  whole_->setEnabled(inspection_.brush().isSet());
}

std::vector<std::size_t> MatchesView::cellsFor(TableScope scope) const {
  const Correspondence* matches = inspection_.correspondence();
  if (matches == nullptr) return {};
  if (scope == TableScope::Pins) return inspection_.pins();
  std::vector<std::size_t> cells;
  const auto& pins = inspection_.pins();
  const MatchFilter& filter = inspection_.filter();
  for (std::size_t i = 0; i < matches->confidence.values.size(); ++i) {
    const bool pinned = !filter.pinsOnly || std::find(pins.begin(), pins.end(), i) != pins.end();
    const bool in = scope == TableScope::AllSure
                        ? matches->confidence.values[i] >= inspection_.sure()
                        : passes(filter, *matches, i) && inspection_.brush().contains(i) && pinned;
    if (in) cells.push_back(i);
  }
  return cells;
}

std::vector<std::string> MatchesView::notes() const {
  const pipeline::Report& report = inspection_.matches()->report;
  const DocumentState& made = document_.matchesMadeFrom();
  const auto index = static_cast<std::size_t>(inspection_.reference());
  std::vector<std::string> lines = {
      "RefScale " + QApplication::applicationVersion().toStdString() +
          "; places and offsets in output pixels, reference minus input",
      "input: " + made.input->name.toStdString(),
      inspection_.references()[index].letter.toStdString() + ": " +
          inspection_.references()[index].name.toStdString(),
      "model: " + report.model + "; matcher: " + inspection_.correspondence()->matcher +
          "; device: " + report.device + ", " + report.dtype};
  std::string options;
  for (const auto& [name, value] : report.options) {
    options.append(name).append("=").append(value).append(" ");
  }
  if (!options.empty()) lines.push_back("options: " + options);
  return lines;
}

void MatchesView::save(TableScope scope, const std::filesystem::path& path) {
  if (inspection_.correspondence() == nullptr) return;
  const auto index = static_cast<std::size_t>(inspection_.reference());
  const MatchTable table{inspection_.matches(), inspection_.reference(),
                         inspection_.references()[index].letter.toStdString(), notes(),
                         cellsFor(scope)};
  const QString name = QString::fromStdString(path.string());
  background_.start([table, path] { return writeMatchTable(table, path); },
                    [this, name](const QString& error) {
                      Q_EMIT told(error.isEmpty() ? tr("Saved as %1.").arg(name)
                                                  : tr("Not saved: %1").arg(error));
                    });
}

void MatchesView::askAndSave(TableScope scope) {
  auto* dialog = new QFileDialog(this, tr("Save the matches"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  dialog->selectFile(QStringLiteral("matches.csv"));
  connect(dialog, &QFileDialog::fileSelected, this, [this, scope](const QString& file) {
    save(scope, std::filesystem::path(file.toStdString()));
  });
  dialog->open();
}

} // namespace refscale::ui
