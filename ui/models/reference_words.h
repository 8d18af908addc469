// What was found of references, in words: verdicts, numbers, reasons, what helps, and which of them
// is the best. From the document alone.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "core/pipeline/preflight.h"

namespace refscale::ui {

class Document;
struct ReferenceItem;

// The fit of a reference; its coverage is the last match's once there is one. Nothing before it was
// looked at.
[[nodiscard]] std::optional<pipeline::ReferenceFit> fitOf(const Document& document,
                                                          const ReferenceItem& item);

// Of the used references the one that is borrowed from, by the engine's own rule; of the unused the
// one that fits best. Null while none was looked at.
[[nodiscard]] const ReferenceItem* bestUsedReference(const Document& document);
[[nodiscard]] const ReferenceItem* bestUnusedReference(const Document& document);
[[nodiscard]] QString letterOf(const Document& document, const ReferenceItem& item); // "R1"

[[nodiscard]] QString verdictName(pipeline::Verdict verdict);           // "Good"
[[nodiscard]] QString verdictLine(const pipeline::ReferenceFit& fit);   // "Good, covers 52 %"
[[nodiscard]] QString placementLine(const pipeline::ReferenceFit& fit); // "1.3× closer, turned 1°"
[[nodiscard]] QString reasonText(const pipeline::ReferenceFit& fit, const QString& letter);
[[nodiscard]] QStringList whatHelps(const pipeline::ReferenceFit& fit);

} // namespace refscale::ui
