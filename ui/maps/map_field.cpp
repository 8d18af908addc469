#include "ui/maps/map_field.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "ui/panels/reference_card.h"

namespace refscale::ui {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(Maps)
};

constexpr std::array kScaleNames = {"relu3_1", "relu2_1", "relu1_1"};
constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
constexpr double kWholeFrom = 10; // lengths from here on without decimals

const Correspondence* matchesOf(const pipeline::UpscaleResult& result, int reference) {
  const auto index = static_cast<std::size_t>(reference);
  return reference >= 0 && index < result.correspondences.size() ? &result.correspondences[index]
                                                                 : nullptr;
}

const pipeline::AggregationMap* aggregationOf(const pipeline::UpscaleResult& result, int scale) {
  const auto found = std::find_if(result.maps.begin(), result.maps.end(),
                                  [&](const auto& m) { return m.scale == mapScaleName(scale); });
  return found == result.maps.end() ? nullptr : &*found;
}

bool isStrengthNothing(const pipeline::Report& report) {
  const auto strength = report.options.find("strength");
  return strength != report.options.end() && std::atof(strength->second.c_str()) == 0;
}

template <typename To, typename From, typename Rule>
Field<To> mapped(const Field<From>& from, const Rule& rule) {
  Field<To> to(from.width, from.height, from.step);
  std::transform(from.values.begin(), from.values.end(), to.values.begin(), rule);
  return to;
}

float lengthOf(Vec2f v) {
  return std::hypot(v.x, v.y);
}

float directionOf(Vec2f v) {
  if (v.x == 0 && v.y == 0) return kNone;
  const double degrees = std::atan2(-v.y, v.x) * 180 / std::numbers::pi;
  return static_cast<float>(degrees < 0 ? degrees + 360 : degrees);
}

// Offsets in pixels of the scale. The matches alone know their part before anything is restored.
Field<Vec2f> offsetsOf(const pipeline::UpscaleResult& result, int reference,
                       const MapChoice& choice) {
  const auto* made =
      reference == result.usedReference ? aggregationOf(result, choice.scale) : nullptr;
  if (made == nullptr) {
    const auto step = static_cast<float>(4 >> choice.scale);
    return mapped<Vec2f>(matchesOf(result, reference)->pixels, [step](Vec2f v) {
      return Vec2f{v.x / step, v.y / step};
    });
  }
  if (choice.part == OffsetPart::Match) return made->matchOffset;
  if (choice.part == OffsetPart::Learned) return made->learnedOffset;
  Field<Vec2f> total = made->matchOffset;
  for (std::size_t i = 0; i < total.values.size(); ++i) {
    total.values[i].x += made->learnedOffset.values[i].x;
    total.values[i].y += made->learnedOffset.values[i].y;
  }
  return total;
}

// The index of the reference with the surest match; none where no reference has a sure one.
Field<float> bestReference(const pipeline::UpscaleResult& result, float sure) {
  Field<float> best;
  const Field<float> surest = pipeline::surestLending(result, &best);
  for (std::size_t cell = 0; cell < best.values.size(); ++cell) {
    if (best.values[cell] < 0 || surest.values[cell] < sure) best.values[cell] = kNone;
  }
  return best;
}

void fillOffsets(const pipeline::UpscaleResult& result, int reference, MapField& field) {
  Field<Vec2f> offsets = offsetsOf(result, reference, field.choice);
  const bool direction = field.choice.kind == MapKind::OffsetDirection;
  field.values = mapped<float>(offsets, direction ? directionOf : lengthOf);
  if (direction) field.vectors = std::move(offsets);
  const auto* made = aggregationOf(result, field.choice.scale);
  if (made != nullptr && reference == result.usedReference) {
    field.learned = mapped<float>(made->learnedOffset, lengthOf);
  }
}

// A painted pixel is one cell of the match grid.
void keepOut(Field<float>& borrowed, const QImage& painted) {
  for (int y = 0; y < std::min(borrowed.height, painted.height()); ++y) {
    const uchar* row = painted.constScanLine(y);
    for (int x = 0; x < std::min(borrowed.width, painted.width()); ++x) {
      if (row[x] != 0) borrowed.at(x, y) = 0;
    }
  }
}

} // namespace

const char* mapScaleName(int scale) {
  return kScaleNames.at(static_cast<std::size_t>(scale));
}

bool MapChoice::hasScale() const {
  return hasPart() || kind == MapKind::MaskWeight;
}

bool MapChoice::hasPart() const {
  return kind == MapKind::OffsetLength || kind == MapKind::OffsetDirection;
}

MapState mapState(const pipeline::UpscaleResult& result, int reference, const MapChoice& choice) {
  const Correspondence* matches = matchesOf(result, reference);
  if (matches == nullptr) return MapState::NothingBorrowed;
  const auto known = [](bool there) { return there ? MapState::Ready : MapState::NotInModel; };
  if (choice.kind == MapKind::Uniqueness) return known(!matches->uniqueness.empty());
  if (choice.kind == MapKind::ForwardBackward) return known(!matches->forwardBackward.empty());
  if (!choice.hasScale() || (choice.hasPart() && choice.part == OffsetPart::Match)) {
    return MapState::Ready;
  }
  if (reference != result.usedReference) return MapState::OtherReference;
  if (isStrengthNothing(result.report)) return MapState::NothingBorrowed;
  if (result.maps.empty()) return MapState::NeedsRestoring;
  return known(aggregationOf(result, choice.scale) != nullptr);
}

MapField makeMapField(const pipeline::UpscaleResult& result, int reference, const MapChoice& choice,
                      float sure, const MaskHandle& painted) {
  MapField field;
  field.choice = choice;
  field.sure = sure;
  if (mapState(result, reference, choice) != MapState::Ready) return field;
  const Correspondence& matches = *matchesOf(result, reference);
  field.certainty = matches.confidence;
  switch (choice.kind) {
    case MapKind::Confidence:
      field.values = matches.confidence;
      break;
    case MapKind::Uniqueness:
      field.values = matches.uniqueness;
      break;
    case MapKind::ForwardBackward: {
      const auto step = static_cast<float>(matches.forwardBackward.step);
      field.values = mapped<float>(matches.forwardBackward, [step](float v) { return v * step; });
      break;
    }
    case MapKind::OffsetLength:
    case MapKind::OffsetDirection:
      fillOffsets(result, reference, field);
      break;
    case MapKind::MaskWeight:
      field.values = aggregationOf(result, choice.scale)->maskWeight;
      break;
    case MapKind::Borrowed:
      field.values = mapped<float>(pipeline::surestLending(result),
                                   [sure](float v) { return v >= sure ? 1.0F : 0.0F; });
      if (isStrengthNothing(result.report))
        field.values = Field<float>(field.values.width, field.values.height, field.values.step);
      if (painted) keepOut(field.values, *painted);
      break;
    case MapKind::WhichReference:
      field.values = bestReference(result, sure);
      break;
  }
  return field;
}

float valueAt(const Field<float>& field, QPointF output) {
  if (output.x() < 0 || output.y() < 0) return kNone;
  const int x = static_cast<int>(output.x() / field.step);
  const int y = static_cast<int>(output.y() / field.step);
  return x < field.width && y < field.height ? field.at(x, y) : kNone;
}

QString numberText(MapKind kind, double value) {
  const QLocale locale;
  if (!std::isfinite(value)) return Texts::tr("none");
  switch (kind) {
    case MapKind::ForwardBackward:
    case MapKind::OffsetLength:
      return Texts::tr("%1 px").arg(locale.toString(value, 'f', value < kWholeFrom ? 1 : 0));
    case MapKind::OffsetDirection:
      return Texts::tr("%1°").arg(locale.toString(std::lround(value) % 360));
    case MapKind::WhichReference:
      return referenceLetter(static_cast<int>(value));
    case MapKind::Borrowed:
      return value > 0 ? Texts::tr("Borrowed") : Texts::tr("Invented");
    default:
      return locale.toString(value, 'f', 2);
  }
}

QString valueText(const MapField& field, QPointF output) {
  const float value = valueAt(field.values, output);
  QString text = numberText(field.choice.kind, value);
  const bool classes =
      field.choice.kind == MapKind::Borrowed || field.choice.kind == MapKind::WhichReference;
  if (!classes || !std::isfinite(value)) return text;
  return Texts::tr("%1, %2").arg(text,
                                 QLocale().toString(valueAt(field.certainty, output), 'f', 2));
}

QString mapTitle(MapKind kind) {
  switch (kind) {
    case MapKind::Confidence:
      return Texts::tr("Match confidence");
    case MapKind::Uniqueness:
      return Texts::tr("Uniqueness");
    case MapKind::ForwardBackward:
      return Texts::tr("There and back");
    case MapKind::OffsetLength:
      return Texts::tr("Offset length");
    case MapKind::OffsetDirection:
      return Texts::tr("Offset direction");
    case MapKind::MaskWeight:
      return Texts::tr("Mask weight");
    case MapKind::Borrowed:
      return Texts::tr("Borrowed or invented");
    case MapKind::WhichReference:
      return Texts::tr("Surest reference"); // one alone is borrowed from
  }
  return {};
}

QString mapDetail(const MapChoice& choice) {
  if (!choice.hasScale()) return {};
  QString scale = QString::fromLatin1(mapScaleName(choice.scale));
  if (!choice.hasPart()) return scale;
  switch (choice.part) {
    case OffsetPart::Total:
      return Texts::tr("%1 · total").arg(scale);
    case OffsetPart::Match:
      return Texts::tr("%1 · match").arg(scale);
    case OffsetPart::Learned:
      return Texts::tr("%1 · learned").arg(scale);
  }
  return {};
}

QString mapUnit(const MapChoice& choice) {
  switch (choice.kind) {
    case MapKind::ForwardBackward:
      return Texts::tr("output px");
    case MapKind::OffsetLength:
      return Texts::tr("%1 px").arg(QString::fromLatin1(mapScaleName(choice.scale)));
    case MapKind::Confidence:
      return Texts::tr("confidence");
    case MapKind::Uniqueness:
      return Texts::tr("score gap");
    case MapKind::MaskWeight:
      return Texts::tr("weight");
    default:
      return {};
  }
}

QString mapFileName(const MapChoice& choice) {
  constexpr std::array kNames = {"confidence",        "uniqueness",       "there-and-back",
                                 "offset-length",     "offset-direction", "mask-weight",
                                 "borrowed-invented", "which-reference"};
  constexpr std::array kParts = {"total", "match", "learned"};
  QString name = QString::fromLatin1(kNames.at(static_cast<std::size_t>(choice.kind)));
  if (choice.hasScale()) name += QStringLiteral("-%1").arg(mapScaleName(choice.scale));
  if (choice.hasPart()) {
    name += QStringLiteral("-%1").arg(kParts.at(static_cast<std::size_t>(choice.part)));
  }
  return name;
}

} // namespace refscale::ui
