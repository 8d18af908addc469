#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QSvgRenderer>
#include <algorithm>

#include "ui/theme/high_contrast.h"
#include "ui/theme/metrics.h"

// Resources of a static library are registered by hand, outside any namespace.
static void registerResources() {
  Q_INIT_RESOURCE(icons);
}

namespace refscale::ui {
namespace {

QByteArray resource(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("missing resource %s", qPrintable(path));
  return file.readAll();
}

// How much larger than the usual 10 pt the system's font is.
double textScaleOf(const QFont& font) {
  constexpr double kUsualPoints = 10, kMost = 2, kPointsPerPixel = 72.0 / 96;
  const double points =
      font.pointSizeF() > 0 ? font.pointSizeF() : font.pixelSize() * kPointsPerPixel;
  return std::clamp(points / kUsualPoints, 1.0, kMost);
}

QPalette paletteOf(const Tokens& t) {
  QPalette p;
  p.setColor(QPalette::Window, t.panel);
  p.setColor(QPalette::WindowText, t.text);
  p.setColor(QPalette::Base, t.input);
  p.setColor(QPalette::AlternateBase, t.panel);
  p.setColor(QPalette::Text, t.text);
  p.setColor(QPalette::Button, t.raised);
  p.setColor(QPalette::ButtonText, t.text);
  p.setColor(QPalette::Highlight, t.selection);
  p.setColor(QPalette::HighlightedText, t.selectionText);
  p.setColor(QPalette::ToolTipBase, t.raised);
  p.setColor(QPalette::ToolTipText, t.text);
  p.setColor(QPalette::PlaceholderText, t.textSecond);
  p.setColor(QPalette::Link, t.accent);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    p.setColor(QPalette::Disabled, role, t.textDisabled);
  }
  return p;
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent), tokens_(darkTokens()) {
  registerResources();
}

void Theme::setChoice(ThemeChoice choice) {
  choice_ = choice;
  const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark_);
  if (dark == dark_ || highContrast_) return;
  dark_ = dark;
  choose();
}

void Theme::setSurround(Surround surround) {
  if (surround == surround_) return;
  surround_ = surround;
  choose();
}

void Theme::choose() {
  tokens_ = highContrast_ ? highContrastTokens(system_) : dark_ ? darkTokens() : lightTokens();
  if (surround_ == Surround::Dark) tokens_.surround = darkTokens().surround;
  if (surround_ == Surround::Mid) tokens_.surround = midSurround();
  if (surround_ == Surround::Light) tokens_.surround = lightTokens().surround;
  if (application_ != nullptr) {
    application_->setPalette(highContrast_ ? system_ : paletteOf(tokens_));
    application_->setStyleSheet(styleSheet());
  }
  Q_EMIT changed();
}

QString Theme::styleSheet() const {
  QString sheet = QString::fromUtf8(resource(":/theme/style.qss"));
  for (const auto& [name, colour] : tokens_.named()) {
    sheet.replace("@" + name + "@", colour.name());
  }
  for (const auto& [name, pixels] :
       {std::pair("@fontSmall@", metrics::kFontSmall), std::pair("@fontBase@", metrics::kFontBase),
        std::pair("@fontZone@", metrics::kFontZone),
        std::pair("@fontTitle@", metrics::kFontTitle)}) {
    sheet.replace(QLatin1String(name), QString::number(fontPixels(pixels)));
  }
  // What holds a text (a rule, a bar of one digit does not) grows with it.
  static const QRegularExpression height(QStringLiteral("min-height: (\\d{2})px"));
  for (auto found = height.match(sheet); found.hasMatch();
       found = height.match(sheet, found.capturedEnd())) {
    sheet.replace(found.capturedStart(1), found.capturedLength(1),
                  QString::number(fontPixels(found.capturedView(1).toInt())));
  }
  sheet.replace("@theme@", dark_ ? "dark" : "light");
  return sheet;
}

QPixmap Theme::pixmap(const QString& name, int size, const QColor& colour,
                      double devicePixelRatio) const {
  QByteArray svg = resource(":/icons/" + name + ".svg");
  svg.replace("currentColor", colour.name().toLatin1());
  const int pixels = qRound(size * devicePixelRatio);
  QPixmap image(pixels, pixels);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  QSvgRenderer(svg).render(&painter);
  painter.end();
  image.setDevicePixelRatio(devicePixelRatio);
  return image;
}

QIcon Theme::icon(const QString& name) const {
  QIcon icon;
  for (const double ratio : {1.0, 2.0}) {
    icon.addPixmap(pixmap(name, metrics::kIcon, tokens_.text, ratio), QIcon::Normal);
    icon.addPixmap(pixmap(name, metrics::kIcon, tokens_.textDisabled, ratio), QIcon::Disabled);
  }
  return icon;
}

QColor Theme::referenceColour(int index) const {
  return tokens_.reference.at(static_cast<std::size_t>(index) % tokens_.reference.size());
}

int Theme::fontPixels(int usual) const {
  return qRound(usual * textScale_);
}

void Theme::applyTo(QApplication& application) {
  application_ = &application;
  system_ = application.palette();
  textScale_ = textScaleOf(application.font());
  systemIsDark_ = system_.color(QPalette::Window).lightness() < 128;
  highContrast_ = ui::isHighContrast(system_);
  if (highContrast_) dark_ = systemIsDark_;
  application.setStyle(QStyleFactory::create("Fusion"));
  choose();
}

} // namespace refscale::ui
