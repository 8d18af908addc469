#include <lcms2.h>

#include <QTest>

#include <algorithm>

#include <cmath>

#include "core/media/color.h"
#include "core/media/write.h"
#include "tests/media/pictures.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

namespace {

Bytes saved(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  Bytes bytes(size);
  cmsSaveProfileToMem(profile, bytes.data(), &size);
  cmsCloseProfile(profile);
  return bytes;
}

// Display P3: DCI-P3 primaries, D65, sRGB's curve.
Bytes displayP3() {
  const cmsCIExyY white = {0.3127, 0.3290, 1.0};
  const cmsCIExyYTRIPLE primaries = {{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}};
  const double parameters[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  cmsToneCurve* curve = cmsBuildParametricToneCurve(nullptr, 4, parameters);
  cmsToneCurve* curves[] = {curve, curve, curve};
  cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsMLU* name = cmsMLUalloc(nullptr, 1);
  cmsMLUsetASCII(name, "en", "US", "Display P3");
  cmsWriteTag(profile, cmsSigProfileDescriptionTag, name);
  cmsMLUfree(name);
  cmsFreeToneCurve(curve);
  return saved(profile);
}

Bytes greyGamma(double gamma) {
  cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
  cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
  cmsFreeToneCurve(curve);
  return saved(profile);
}

// A table from RGB to Lab and none back.
Bytes scanner() {
  cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(profile, 2.1);
  cmsSetDeviceClass(profile, cmsSigInputClass);
  cmsSetColorSpace(profile, cmsSigRgbData);
  cmsSetPCS(profile, cmsSigLabData);
  cmsUInt16Number table[8 * 3]; // corners: lightness by the sum of R, G and B, neutral colour
  for (int corner = 0; corner < 8; ++corner) {
    const int sum = (corner & 1) + (corner >> 1 & 1) + (corner >> 2 & 1);
    table[3 * corner] = static_cast<cmsUInt16Number>(sum * 0xff00 / 3);
    table[3 * corner + 1] = table[3 * corner + 2] = 0x8000;
  }
  cmsPipeline* lut = cmsPipelineAlloc(nullptr, 3, 3);
  cmsPipelineInsertStage(lut, cmsAT_END, cmsStageAllocCLut16bit(nullptr, 2, 3, 3, table));
  cmsWriteTag(profile, cmsSigAToB0Tag, lut);
  cmsPipelineFree(lut);
  return saved(profile);
}

// Inside sRGB's gamut, so that the way there and back loses nothing.
Picture muted(int channels, Sample sample) {
  Picture picture = converted(gradient(40, 30, channels, Sample::F32), Sample::F32);
  for (int i = 0; i < 40 * 30 * channels; ++i) {
    if (channels % 2 == 0 && i % channels == channels - 1) continue;
    picture.row<float>(0)[i] = 0.4F + 0.2F * picture.row<float>(0)[i];
  }
  return converted(picture, sample);
}

} // namespace

class TstColor : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aKnownColourOfDisplayP3BecomesItsSrgbValue() {
    // P3 (0.5, 0.4, 0.3): linear light, Bradford-free as both whites are D65, back to the curve.
    Picture picture(1, 1, 3, Sample::F32);
    const float values[] = {0.5F, 0.4F, 0.3F};
    std::copy_n(values, 3, picture.row<float>(0));
    picture.iccProfile = displayP3();
    const Picture srgb = toSrgb(picture);
    QVERIFY(srgb.iccProfile.empty());
    const double matrix[3][3] = {
        {1.2249, -0.2247, 0.0}, {-0.0420, 1.0419, 0.0}, {-0.0197, -0.0786, 1.0979}};
    for (int c = 0; c < 3; ++c) {
      double linear = 0;
      for (int k = 0; k < 3; ++k)
        linear += matrix[c][k] * std::pow((values[k] + 0.055) / 1.055, 2.4);
      const double expected = 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
      QVERIFY(std::abs(srgb.row<float>(0)[c] - expected) < 2e-3);
    }
  }
  void thereAndBackGivesTheSameColours_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("sample");
    QTest::addColumn<double>("tolerance");
    for (int channels = 1; channels <= 4; ++channels) {
      QTest::addRow("%d channels, 8 bit", channels) << channels << 0 << 0.8;
      QTest::addRow("%d channels, 16 bit", channels) << channels << 1 << 0.01;
      QTest::addRow("%d channels, float", channels) << channels << 2 << 0.005;
    }
  }
  void thereAndBackGivesTheSameColours() {
    QFETCH(int, channels);
    QFETCH(int, sample);
    QFETCH(double, tolerance);
    const Bytes profile = channels <= 2 ? greyGamma(1.8) : displayP3();
    Picture picture = muted(channels, static_cast<Sample>(sample));
    picture.iccProfile = profile;
    const Picture srgb = toSrgb(picture);
    QVERIFY(difference(srgb, picture) > 1);
    const Picture back = fromSrgb(srgb, profile);
    QVERIFY(back.iccProfile == profile);
    const double error = difference(back, picture);
    QVERIFY2(error < tolerance, qPrintable(QString("off by %1 steps").arg(error)));
    if (picture.hasAlpha()) QVERIFY(samePixels(alphaOf(srgb), alphaOf(picture)));
  }
  void anEmbeddedSrgbProfileChangesNoEightBitPixel() {
    Picture picture = gradient(64, 64, 3, Sample::U8);
    picture.iccProfile = srgbProfile();
    const Picture srgb = toSrgb(picture);
    QVERIFY(samePixels(srgb, picture));
    QVERIFY(srgb.iccProfile.empty());
    QVERIFY(samePixels(fromSrgb(srgb, srgbProfile()), picture));
  }
  void onlyProfilesThatLeadBothWaysLeadBack() {
    for (const Sample sample : {Sample::U8, Sample::U16, Sample::F32}) {
      const Picture colour = gradient(4, 4, 4, sample);
      const Picture grey = gradient(4, 4, 1, sample);
      QVERIFY(leadsBack(displayP3(), colour));
      QVERIFY(leadsBack(srgbProfile(), colour));
      QVERIFY(leadsBack(greyGamma(1.8), grey));
      QVERIFY(!leadsBack(displayP3(), grey));
      QVERIFY(!leadsBack(greyGamma(1.8), colour));
      QVERIFY(!leadsBack(Bytes(200, std::byte{0x55}), colour));
      QVERIFY(!leadsBack({}, colour));
      Picture scanned = colour;
      scanned.iccProfile = scanner();
      QVERIFY(toSrgb(scanned).notes.empty()); // it does describe a source
      QVERIFY(!leadsBack(scanner(), colour));
    }
  }
  void withoutAProfileNothingChanges() {
    const Picture picture = gradient(8, 8, 4, Sample::U16);
    QVERIFY(samePixels(toSrgb(picture), picture));
  }
  void uselessProfilesAreIgnoredWithANote() {
    for (const Bytes& profile : {bytesOf("not a profile"), greyGamma(1.8)}) {
      Picture picture = gradient(8, 8, 3, Sample::U8);
      picture.iccProfile = profile;
      const Picture srgb = toSrgb(picture);
      QVERIFY(samePixels(srgb, picture));
      QVERIFY(hasNote(srgb, "profile ignored"));
      QVERIFY(srgb.iccProfile.empty());
    }
  }
  void profilesThatCannotBeAnOutputAreErrors() {
    const Picture picture = gradient(8, 8, 3, Sample::U8);
    QCOMPARE(kindOf([&] { (void)fromSrgb(picture, bytesOf("nonsense")); }), Kind::BadInput);
    QCOMPARE(kindOf([&] { (void)fromSrgb(picture, greyGamma(2)); }), Kind::BadInput);
  }
  void profilesSayTheirNames() {
    QCOMPARE(profileName(displayP3()), std::string("Display P3"));
    QCOMPARE(profileName(srgbProfile()), std::string("sRGB"));
    QCOMPARE(profileName(bytesOf("nonsense")), std::string());
  }
  void everyFormatCarriesTheProfile_data() {
    QTest::addColumn<int>("format");
    for (const Format format : {Format::Png, Format::Jpeg, Format::Tiff, Format::WebP}) {
      QTest::newRow(formatExtension(format)) << static_cast<int>(format);
    }
  }
  void everyFormatCarriesTheProfile() {
    QFETCH(int, format);
    Picture picture = gradient(16, 16, 3, Sample::U8);
    picture.iccProfile = displayP3();
    const Picture read = readBytes(encodePicture(picture, static_cast<Format>(format)));
    QVERIFY(read.iccProfile == picture.iccProfile);
  }
  void profilesOfSeveralMarkersSurviveInJpeg() {
    Picture picture = gradient(16, 16, 3, Sample::U8);
    picture.iccProfile = displayP3();
    picture.iccProfile.resize(150'000); // padding after the profile's own end
    QVERIFY(readBytes(encodePicture(picture, Format::Jpeg)).iccProfile == picture.iccProfile);
  }
  void picturesWithoutAProfileAreTaggedSrgb_data() { everyFormatCarriesTheProfile_data(); }
  void picturesWithoutAProfileAreTaggedSrgb() {
    QFETCH(int, format);
    for (const int channels : {1, 3}) {
      const Bytes file =
          encodePicture(gradient(16, 16, channels, Sample::U8), static_cast<Format>(format));
      if (static_cast<Format>(format) == Format::Png) {
        const Bytes chunk = bytesOf("sRGB");
        QVERIFY(std::search(file.begin(), file.end(), chunk.begin(), chunk.end()) != file.end());
        continue;
      }
      const Picture read = readBytes(file);
      QVERIFY(profileName(read.iccProfile).starts_with("sRGB"));
      const Picture srgb = toSrgb(read);
      QVERIFY(!hasNote(srgb, "ignored"));
      QVERIFY(samePixels(srgb, read));
    }
  }
};

QTEST_GUILESS_MAIN(TstColor)
#include "tst_color.moc"
