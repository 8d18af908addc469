#include "ui/maps/map_files.h"

#include <QBuffer>
#include <QPainter>
#include <bit>
#include <cstring>

#include "core/base/error.h"
#include "core/base/files.h"
#include "ui/canvas/hatch.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/worker/error_words.h"

namespace refscale::ui {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr int kMargin = 24;
constexpr int kTitle = 44;
constexpr int kLeastHeight = 280; // for the legend

class Bytes {
 public:
  template <typename T>
  void add(T value) {
    const auto* from = reinterpret_cast<const std::byte*>(&value);
    all_.insert(all_.end(), from, from + sizeof(T));
  }
  void add(std::string_view text) {
    const auto* from = reinterpret_cast<const std::byte*>(text.data());
    all_.insert(all_.end(), from, from + text.size());
  }
  void add(const std::vector<float>& values) {
    const auto* from = reinterpret_cast<const std::byte*>(values.data());
    all_.insert(all_.end(), from, from + values.size() * sizeof(float));
  }
  [[nodiscard]] std::vector<std::byte> take() { return std::move(all_); }

 private:
  std::vector<std::byte> all_;
};

QImage cellsOf(const MapFileRequest& request) {
  const QImage& cells = request.map->image.cells->levels.front();
  const double step = request.map->field.values.step;
  QImage picture(request.frame, QImage::Format_RGB32);
  picture.fill(Qt::white);
  QPainter painter(&picture);
  const QRectF place(0, 0, cells.width() * step, cells.height() * step);
  painter.drawImage(place, cells);
  if (request.map->image.hatched) {
    QImage layer(request.frame, QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    QPainter onLayer(&layer);
    drawHatch(onLayer, QRectF(QPointF(0, 0), QSizeF(request.frame)), request.invented);
    onLayer.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    onLayer.drawImage(place, request.map->image.hatched->levels.front());
    onLayer.end();
    painter.drawImage(0, 0, layer);
  }
  return picture;
}

std::vector<std::byte> encoded(const MapFileRequest& request) {
  if (request.kind == MapFileKind::Tiff) return encodeFloatTiff(request.map->field.values);
  if (request.kind == MapFileKind::Npy) return encodeNpy(request.map->field.values);
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  if (!mapPicture(request).save(&buffer, "PNG")) {
    throw Error(Kind::Internal, "The map could not be encoded as PNG.");
  }
  const auto* from = reinterpret_cast<const std::byte*>(png.constData());
  return {from, from + png.size()};
}

} // namespace

QImage mapPicture(const MapFileRequest& request) {
  QImage cells = cellsOf(request);
  if (request.kind != MapFileKind::PictureWithBar) return cells;
  const Tokens& tokens = lightTokens();
  QImage sheet(cells.width() + kLegendWidth + 3 * kMargin,
               std::max(cells.height(), kLeastHeight) + kTitle + kMargin, QImage::Format_RGB32);
  sheet.fill(tokens.raised);
  QPainter painter(&sheet);
  painter.drawImage(kMargin, kTitle, cells);
  QFont font = painter.font();
  font.setPixelSize(metrics::kFontBase);
  painter.setFont(font);
  const MapChoice& choice = request.map->field.choice;
  const QString detail = mapDetail(choice);
  painter.setPen(tokens.text);
  painter.drawText(QRect(kMargin, 0, sheet.width() - 2 * kMargin, kTitle),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   detail.isEmpty() ? mapTitle(choice.kind)
                                    : MapLegend::tr("%1 (%2)").arg(mapTitle(choice.kind), detail));
  font.setPixelSize(metrics::kFontSmall);
  painter.setFont(font);
  drawLegend(
      painter,
      QRect(cells.width() + 2 * kMargin, kTitle, kLegendWidth, sheet.height() - kTitle - kMargin),
      request.legend, tokens);
  return sheet;
}

std::vector<std::byte> encodeFloatTiff(const Field<float>& field) {
  struct Entry {
    std::uint16_t tag, type;
    std::uint32_t value;
  };
  constexpr std::uint16_t kShort = 3, kLong = 4;
  constexpr std::uint32_t kHeader = 8;
  const auto width = static_cast<std::uint32_t>(field.width);
  const auto height = static_cast<std::uint32_t>(field.height);
  std::vector<Entry> entries = {{256, kLong, width}, {257, kLong, height}, {258, kShort, 32},
                                {259, kShort, 1},    {262, kShort, 1},     {273, kLong, 0},
                                {277, kShort, 1},    {278, kLong, height}, {279, kLong, 0},
                                {339, kShort, 3}}; // samples are floats
  const auto directory = static_cast<std::uint32_t>(2 + 12 * entries.size() + 4);
  entries[5].value = kHeader + directory;
  entries[8].value = static_cast<std::uint32_t>(field.values.size() * sizeof(float));
  Bytes file;
  file.add(std::string_view("II*\0", 4));
  file.add(kHeader);
  file.add(static_cast<std::uint16_t>(entries.size()));
  for (const Entry& entry : entries) {
    file.add(entry.tag);
    file.add(entry.type);
    file.add(std::uint32_t{1});
    file.add(entry.value); // a short stands in the first two bytes
  }
  file.add(std::uint32_t{0}); // no further picture
  file.add(field.values);
  return file.take();
}

std::vector<std::byte> encodeNpy(const Field<float>& field) {
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" +
                       std::to_string(field.height) + ", " + std::to_string(field.width) + "), }";
  constexpr std::size_t kBefore = 10, kAlign = 64;
  header.append(kAlign - (kBefore + header.size() + 1) % kAlign, ' ');
  header += '\n';
  Bytes file;
  file.add(std::string_view("\x93NUMPY\x01\x00", 8));
  file.add(static_cast<std::uint16_t>(header.size()));
  file.add(std::string_view(header));
  file.add(field.values);
  return file.take();
}

QString writeMapFile(const MapFileRequest& request) {
  try {
    const std::vector<std::byte> bytes = encoded(request);
    AtomicFile file(request.path);
    file.write(std::span<const std::byte>(bytes));
    file.commit();
    return {};
  } catch (const std::exception& error) {
    return errorWords(error);
  }
}

} // namespace refscale::ui
