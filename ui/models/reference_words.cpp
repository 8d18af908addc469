#include "ui/models/reference_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/models/document.h"
#include "ui/models/run_status.h"

namespace refscale::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ReferenceWords)
};

using pipeline::ReferenceFit;
using pipeline::Shortfall;
using pipeline::Verdict;

constexpr double kAsLarge = 0.05;  // relative difference that nobody would call closer
constexpr double kNotTurned = 0.5; // degrees

const ReferenceItem* bestOf(const Document& document, bool used) {
  const ReferenceItem* best = nullptr;
  double most = -1;
  for (const ReferenceItem& item : document.state().references) {
    if (item.used != used) continue;
    const PreflightHandle found = document.preflightOf(item.picture);
    if (!found || found->meanConfidence <= most) continue;
    most = found->meanConfidence;
    best = &item;
  }
  return best;
}

QString shortfallText(Shortfall shortfall, const ReferenceFit& fit, const QString& letter) {
  const QLocale locale;
  switch (shortfall) {
    case Shortfall::Coverage:
      return Words::tr(
                 "Only %1 of the picture is surely found in %2; it may show another part, or "
                 "another time.")
          .arg(percentText(fit.covers), letter);
    case Shortfall::Similarity:
      return Words::tr("What is found looks less alike than it should.");
    case Shortfall::TooSmall:
      return Words::tr(
                 "%1 shows the thing smaller than the enlarged picture will, so it has less "
                 "detail to give.")
          .arg(letter);
    case Shortfall::TooLarge:
      return Words::tr("%1 shows the thing %2 times as large; so close, little can be matched.")
          .arg(letter, locale.toString(fit.scale, 'f', 1));
    case Shortfall::Turned:
      return Words::tr("%1 is turned by %2°, which makes matching harder.")
          .arg(letter, locale.toString(qRound(std::abs(fit.rotation))));
  }
  return {};
}

} // namespace

std::optional<ReferenceFit> fitOf(const Document& document, const ReferenceItem& item) {
  const PreflightHandle found = document.preflightOf(item.picture);
  if (!found) return std::nullopt;
  ReferenceFit fit = found->fit;
  const ResultHandle matches = document.matches();
  const auto used = document.matchesMadeFrom().usedReferences();
  for (std::size_t i = 0; matches && i < used.size() && i < matches->correspondences.size(); ++i) {
    if (used[i].picture == item.picture)
      fit.covers = sureShare(matches->correspondences[i], static_cast<float>(document.sure()));
  }
  return fit;
}

const ReferenceItem* bestUsedReference(const Document& document) {
  return bestOf(document, true);
}

const ReferenceItem* bestUnusedReference(const Document& document) {
  return bestOf(document, false);
}

QString letterOf(const Document& document, const ReferenceItem& item) {
  const auto& all = document.state().references;
  const auto place =
      std::find_if(all.begin(), all.end(), [&](const auto& r) { return r.id == item.id; });
  return QStringLiteral("R%1").arg(place - all.begin() + 1);
}

QString verdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::Good:
      return Words::tr("Good");
    case Verdict::Fair:
      return Words::tr("Fair");
    case Verdict::Weak:
      return Words::tr("Weak");
    case Verdict::Wrong:
      return Words::tr("Wrong");
  }
  return {};
}

QString verdictLine(const ReferenceFit& fit) {
  return Words::tr("%1, covers %2").arg(verdictName(verdictOf(fit)), percentText(fit.covers));
}

QString placementLine(const ReferenceFit& fit) {
  if (!fit.placed || verdictOf(fit) == Verdict::Wrong) return {};
  const QLocale locale;
  const QString scale = locale.toString(fit.scale, 'f', 1);
  const bool turned = std::abs(fit.rotation) >= kNotTurned;
  const QString degrees = locale.toString(qRound(std::abs(fit.rotation)));
  if (std::abs(fit.scale - 1) < kAsLarge) {
    return turned ? Words::tr("As large, turned %1°").arg(degrees) : Words::tr("As large");
  }
  if (fit.scale > 1) {
    return turned ? Words::tr("%1× closer, turned %2°").arg(scale, degrees)
                  : Words::tr("%1× closer").arg(scale);
  }
  return turned ? Words::tr("%1× scale, turned %2°").arg(scale, degrees)
                : Words::tr("%1× scale").arg(scale);
}

QString reasonText(const ReferenceFit& fit, const QString& letter) {
  const Verdict verdict = verdictOf(fit);
  if (verdict == Verdict::Good) {
    return Words::tr("%1 shows the same thing, sharply and large enough.").arg(letter);
  }
  if (verdict == Verdict::Wrong) {
    return Words::tr("%1 shows something else: hardly a place of the picture is found in it.")
        .arg(letter);
  }
  QStringList sentences;
  for (const Shortfall shortfall : shortOfGood(fit)) {
    sentences += shortfallText(shortfall, fit, letter);
  }
  return sentences.join(' ');
}

QStringList whatHelps(const ReferenceFit& fit) {
  QStringList help;
  for (const Shortfall shortfall : shortOfGood(fit)) {
    switch (shortfall) {
      case Shortfall::Coverage:
        help += Words::tr("A photo from the same place that shows more of the picture");
        break;
      case Shortfall::Similarity:
        help += Words::tr("The same season and daylight");
        break;
      case Shortfall::TooSmall:
        help += Words::tr("A larger or closer photo");
        break;
      case Shortfall::TooLarge:
        help += Words::tr("A photo from farther away, or this one reduced");
        break;
      case Shortfall::Turned:
        help += Words::tr("The photo turned upright");
        break;
    }
  }
  return help;
}

} // namespace refscale::ui
