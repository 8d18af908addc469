#include "ui/worker/background.h"

namespace refscale::ui {

Background::Background(QObject& receiver) : receiver_(receiver), inside_(new QObject) {
  thread_.setObjectName("background");
  inside_->moveToThread(&thread_);
  QObject::connect(&thread_, &QThread::finished, inside_, &QObject::deleteLater);
  thread_.start(QThread::LowPriority);
}

Background::~Background() {
  stopped_ = true;
  thread_.quit();
  thread_.wait();
}

void Background::post(std::function<void()> job) {
  QMetaObject::invokeMethod(
      inside_,
      [this, job = std::move(job)] {
        if (!stopped_) job();
      },
      Qt::QueuedConnection);
}

} // namespace refscale::ui
