// What is exported: the shown result with all that can be written about it and beside it. Taken
// from the document at the moment at which the dialog opens, so that it stays what was seen.
#pragma once

#include "ui/worker/messages.h"

namespace refscale::ui {

class Document;
class Theme;

struct ExportSubject {
  PictureHandle input;
  QString reference; // of the one that was borrowed from, for names; empty: none
  SaveRequest all;   // everything that can be saved; the dialog leaves out what is not wanted
};

// There must be a result. `comparison`: what the picture view shows.
[[nodiscard]] ExportSubject exportSubject(const Document& document, const Theme& theme,
                                          Comparison comparison);

} // namespace refscale::ui
