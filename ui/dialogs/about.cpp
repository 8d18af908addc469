#include "ui/dialogs/about.h"

#include <QApplication>
#include <QMessageBox>

namespace refscale::ui {
namespace {

struct AboutTexts {
  Q_DECLARE_TR_FUNCTIONS(About)
};

} // namespace

void showAbout(QWidget& parent) {
  auto* box = new QMessageBox(QMessageBox::NoIcon, AboutTexts::tr("About RefScale"),
                              AboutTexts::tr("RefScale %1").arg(QApplication::applicationVersion()),
                              QMessageBox::Close, &parent);
  box->setInformativeText(
      AboutTexts::tr("Enlarges a picture four times with the help of a better one.\n"
                     "Free software under the GNU General Public License, version 3 or "
                     "later. It comes with no warranty."));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setModal(false);
  box->show();
}

} // namespace refscale::ui
