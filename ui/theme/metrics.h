// Sizes of the window in logical pixels, on a grid of four. The one place where they are written;
// colours are in tokens.h.
#pragma once

namespace refscale::ui::metrics {

inline constexpr int kGap = 4;
inline constexpr int kPadding = 12;
inline constexpr int kLabelColumn = 84;
inline constexpr int kControl = 28;
inline constexpr int kControlSmall = 24;
inline constexpr int kIcon = 16;
inline constexpr int kIconLarge = 32;
inline constexpr int kToolBar = 44;
inline constexpr int kViewBar = 36;
inline constexpr int kRunBar = 56;
inline constexpr int kRunButton = 36;
inline constexpr int kStatusBar = 24;
inline constexpr int kProgressLine = 3;
inline constexpr int kNoticeBar = 36;
inline constexpr int kPicturesDock = 268, kPicturesDockLeast = 220, kPicturesDockMost = 420;
inline constexpr int kSettingsDock = 300, kSettingsDockLeast = 260, kSettingsDockMost = 480;
inline constexpr int kInputThumbnailHeight = 184;
inline constexpr int kThumbnailWidth = 72, kThumbnailHeight = 54;
inline constexpr int kWindowWidth = 1440, kWindowHeight = 900;
inline constexpr int kWindowLeastWidth = 1024, kWindowLeastHeight = 680;
inline constexpr int kCanvasLeastWidth = 480, kCanvasLeastHeight = 320;
inline constexpr int kStartWidth = 1152, kStartZoneHeight = 232;
inline constexpr int kRecentWidth = 168, kRecentHeight = 104;
inline constexpr int kSampleWidth = 132;
inline constexpr int kCanvasMargin = 16;
inline constexpr int kPaneGap = 6;
inline constexpr int kSplitHandle = 32;
inline constexpr int kSplitHit = 44;
inline constexpr int kLabelLeastRoom = 72; // narrower sides of a split show no label
inline constexpr int kNavigator = 148;
inline constexpr int kLoupeWidth = 240, kLoupeHeight = 180;
inline constexpr int kPatch = 136; // side, of the patches below the matches
inline constexpr int kMatchesLeastHeight = 220;
inline constexpr int kPlotTall = 208, kPlotLow = 132;
inline constexpr int kRadius = 4;
inline constexpr int kFontBase = 13, kFontSmall = 12, kFontZone = 16, kFontTitle = 22;

} // namespace refscale::ui::metrics
