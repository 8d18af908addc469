// Which action asks the session for which run. Cancelling asks a question first: window_dialogs.h.
#pragma once

namespace refscale::ui {

class Actions;
class Session;

void connectRuns(const Actions& actions, Session& session);

} // namespace refscale::ui
