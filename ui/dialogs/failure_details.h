// What failed, to read and to copy into a report: the message, the detail beneath it, versions,
// device and sizes.
#pragma once

#include <QString>

class QWidget;

namespace refscale::ui {

class Document;

// In English, whatever the window's language: for those who mend it. Empty without a failure.
[[nodiscard]] QString failureLog(const Document& document);
void showFailureDetails(QWidget& parent, const Document& document);

} // namespace refscale::ui
