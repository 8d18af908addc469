#include "ui/panels/parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVariant>

#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

// As wide as what is in it: it scrolls up and down alone.
class PanelArea : public QScrollArea {
 public:
  [[nodiscard]] QSize minimumSizeHint() const override {
    const int bar = verticalScrollBar()->sizeHint().width();
    return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
  }
};

class CheckText : public QLabel {
 public:
  explicit CheckText(QCheckBox& box) : QLabel(box.text()), box_(box) {
    setWordWrap(true);
    setEnabled(box.isEnabled());
    box.installEventFilter(this);
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched == &box_ && event->type() == QEvent::EnabledChange) setEnabled(box_.isEnabled());
    return QLabel::eventFilter(watched, event);
  }
  void mouseReleaseEvent(QMouseEvent* event) override {
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
      box_.click();
    }
  }
  void mousePressEvent(QMouseEvent* event) override { event->accept(); }

 private:
  QCheckBox& box_;
};

} // namespace

QWidget* wrapping(QCheckBox& box) {
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2 * metrics::kGap);
  auto* text = new CheckText(box);
  if (box.accessibleName().isEmpty()) box.setAccessibleName(box.text());
  box.setText({});
  box.setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  layout->addWidget(&box, 0, Qt::AlignTop);
  layout->addWidget(text, 1, Qt::AlignTop);
  return row;
}

QLabel* makeText(const char* role, const QString& text) {
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText);
  label->setProperty("role", role);
  return label;
}

QFrame* makeRule() {
  auto* rule = new QFrame;
  rule->setProperty("role", "rule");
  return rule;
}

QScrollArea* makePanel(const QString& name, QBoxLayout*& layout) {
  auto* content = new QWidget;
  content->setProperty("role", "panel");
  content->setAttribute(Qt::WA_StyledBackground);
  layout = new QVBoxLayout(content);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  auto* area = new PanelArea;
  area->setObjectName(name);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setWidget(content);
  area->setFocusPolicy(Qt::NoFocus);
  return area;
}

QWidget* atLeast(int least, QWidget* panel) {
  auto* frame = new QWidget;
  auto* column = new QVBoxLayout(frame);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(panel, 1);
  column->addSpacerItem(new QSpacerItem(least, 0, QSizePolicy::Minimum, QSizePolicy::Fixed));
  return frame;
}

QBoxLayout* addSection(QBoxLayout& panel, const QString& heading) {
  if (panel.count() > 0) panel.addWidget(makeRule());
  auto* section = new QVBoxLayout;
  section->setContentsMargins(metrics::kPadding, metrics::kPadding, metrics::kPadding,
                              metrics::kPadding);
  section->setSpacing(2 * metrics::kGap);
  if (!heading.isEmpty()) section->addWidget(makeText("heading", heading));
  panel.addLayout(section);
  return section;
}

void tellWholeText(QComboBox& box) {
  const auto tell = [&box] { box.setToolTip(box.accessibleName() + '\n' + box.currentText()); };
  QObject::connect(&box, &QComboBox::currentTextChanged, &box, tell);
  tell();
}

void retire(QWidget& widget) {
  widget.hide();
  widget.setObjectName({});
  for (QWidget* child : widget.findChildren<QWidget*>()) child->setObjectName({});
  widget.deleteLater();
}

void setStyleProperty(QWidget& widget, const char* name, const QVariant& value) {
  if (widget.property(name) == value) return;
  widget.setProperty(name, value);
  widget.style()->unpolish(&widget);
  widget.style()->polish(&widget);
  widget.update();
}

QString plainActionText(QString text) {
  static const QRegularExpression addedLetter("\\(&.\\)"); // as in "打开(&O)…"
  return text.remove(addedLetter).remove('&').remove(QStringLiteral("…")).trimmed();
}

} // namespace refscale::ui
