#include "ui/dialogs/export_subject.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

#include "ui/models/document.h"
#include "ui/panels/reference_card.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/worker/export_files.h"

namespace refscale::ui {
namespace {

pipeline::NamedFile fileOf(const LoadedPicture& picture) {
  return {picture.name.toStdString(), picture.srgb->fileHash};
}

MapsToSave mapsOf(const Document& document, const Theme& theme) {
  const ResultItem& item = *document.result();
  MapsToSave maps;
  maps.maps = mapsReady(*item.result);
  maps.sure = static_cast<float>(document.sure());
  maps.borrowed = document.borrowedShare(item);
  maps.painted = item.made.mask;
  maps.colours = {theme.tokens().borrowed, theme.tokens().invented, {}};
  const auto& all = document.state().references;
  for (const ReferenceItem& used : item.made.usedReferences()) {
    const auto place = std::find_if(all.begin(), all.end(), [&used](const ReferenceItem& r) {
      return r.picture == used.picture;
    });
    const auto index = static_cast<int>(place - all.begin());
    maps.letters.push_back(place == all.end() ? used.picture->name : referenceLetter(index));
    maps.colours.references.push_back(theme.referenceColour(index));
  }
  return maps;
}

pipeline::Provenance provenanceOf(const Document& document) {
  const ResultItem& item = *document.result();
  pipeline::Provenance provenance;
  provenance.version = QCoreApplication::applicationVersion().toStdString();
  provenance.made = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
  provenance.input = fileOf(*item.made.input);
  provenance.model.name = item.made.settings.model.toStdString();
  for (const ReferenceItem& used : item.made.usedReferences()) {
    provenance.references.push_back(fileOf(*used.picture));
  }
  provenance.borrowed = document.borrowedShare(item);
  provenance.settings = {
      {"device", item.result->report.device},
      {"precision", item.result->report.dtype},
      {"sure", QString::number(document.sure()).toStdString()},
      {"painted", QString::number(paintedShare(item.made.mask), 'f', 4).toStdString()}};
  return provenance;
}

QString nameOfBorrowed(const ResultItem& item) {
  const auto used = item.made.usedReferences();
  const auto index = static_cast<std::size_t>(std::max(0, item.result->usedReference));
  return index < used.size() ? used[index].picture->name : QString();
}

} // namespace

ExportSubject exportSubject(const Document& document, const Theme& theme, Comparison comparison) {
  const ResultItem& item = *document.result();
  ExportSubject subject;
  subject.input = item.made.input;
  subject.reference = nameOfBorrowed(item);
  subject.all.result = item.result;
  subject.all.maps = mapsOf(document, theme);
  subject.all.comparison = std::move(comparison);
  subject.all.mask = item.made.mask;
  subject.all.provenance = provenanceOf(document);
  subject.all.model = Session::modelPath(item.made.settings.model);
  return subject;
}

} // namespace refscale::ui
