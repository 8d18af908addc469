#include <QTest>

#include <algorithm>
#include <fstream>
#include <span>

#include <exiv2/exiv2.hpp>

#include "core/base/files.h"
#include "core/media/color.h"
#include "core/media/metadata.h"
#include "core/media/read.h"
#include "core/media/resample.h"
#include "core/media/write.h"
#include "tests/media/pictures.h"
#include "tests/support/support.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)

namespace {

const std::string kXmp =
    R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">)"
    R"(<rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" )"
    R"(xmlns:xmp="http://ns.adobe.com/xap/1.0/" tiff:ImageWidth="1" tiff:ImageLength="1" )"
    R"(tiff:Orientation="6" xmp:CreatorTool="A camera"/></rdf:RDF></x:xmpmeta>)";

Exiv2::ExifData parsed(const Bytes& exif) {
  Exiv2::ExifData data;
  Exiv2::ExifParser::decode(data, reinterpret_cast<const Exiv2::byte*>(exif.data()),
                            static_cast<std::uint32_t>(exif.size()));
  return data;
}

std::string text(const Exiv2::ExifData& data, const char* key) {
  const auto found = data.findKey(Exiv2::ExifKey(key));
  return found == data.end() ? std::string() : found->toString();
}

// What a camera writes: maker, exposure, place, sizes, orientation, and a thumbnail.
Bytes cameraExif() {
  Exiv2::ExifData data;
  data["Exif.Image.Make"] = "Maker";
  data["Exif.Image.Orientation"] = std::uint16_t{6};
  data["Exif.Photo.FNumber"] = Exiv2::Rational(28, 10);
  data["Exif.Photo.PixelXDimension"] = std::uint32_t{40};
  data["Exif.Photo.PixelYDimension"] = std::uint32_t{30};
  data["Exif.GPSInfo.GPSLatitudeRef"] = "N";
  const Bytes thumbnail = encodePicture(gradient(16, 16, 3, Sample::U8), Format::Jpeg);
  Exiv2::ExifThumb(data).setJpegThumbnail(reinterpret_cast<const Exiv2::byte*>(thumbnail.data()),
                                          static_cast<long>(thumbnail.size()));
  Exiv2::Blob blob;
  Exiv2::ExifParser::encode(blob, Exiv2::bigEndian, data);
  Bytes exif;
  append(exif, blob.data(), blob.size());
  return exif;
}

Bytes cameraFile() {
  const Bytes plain = encodePicture(gradient(40, 30, 3, Sample::U8), Format::Jpeg);
  Bytes xmp = bytesOf(std::string_view("http://ns.adobe.com/xap/1.0/\0", 29));
  append(xmp, kXmp);
  return withMarker(withMarker(plain, 0xE1, xmp), 0xE1, exifMarker(cameraExif()));
}

// As cameras and Adobe's programs describe Adobe RGB.
Picture adobeRgbPicture() {
  Exiv2::ExifData data;
  data["Exif.Image.Make"] = "Maker";
  data["Exif.Image.WhitePoint"] = "313/1000 329/1000";
  data["Exif.Photo.ColorSpace"] = std::uint16_t{65535};
  data["Exif.Photo.Gamma"] = Exiv2::URational(22, 10);
  data["Exif.Iop.InteroperabilityIndex"] = "R03";
  data["Exif.Iop.InteroperabilityVersion"] = "0100";
  Exiv2::Blob blob;
  Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, data);
  Picture picture = gradient(40, 30, 3, Sample::U8);
  append(picture.exif, blob.data(), blob.size());
  picture.xmp =
      R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">)"
      R"(<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" )"
      R"(xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" exif:ColorSpace="65535" )"
      R"(photoshop:ICCProfile="Adobe RGB"/></rdf:RDF></x:xmpmeta>)";
  return picture;
}

// Written as tightly as it can be.
std::string xmpOfWords(int count) {
  std::string xmp =
      R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">)"
      R"(<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag>)";
  for (int i = 0; i < count; ++i) {
    const std::string digits = std::to_string(i);
    xmp += "<rdf:li>" + digits + "</rdf:li>";
  }
  return xmp + "</rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>";
}

} // namespace

class TstMetadata : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void whatACameraWroteIsReadWithoutThumbnailAndOrientation() {
    const Picture picture = readBytes(cameraFile());
    QCOMPARE(picture.width(), 30); // orientation 6
    const auto exif = parsed(picture.exif);
    QCOMPARE(text(exif, "Exif.Image.Make"), std::string("Maker"));
    QCOMPARE(text(exif, "Exif.Photo.FNumber"), std::string("28/10"));
    QCOMPARE(text(exif, "Exif.GPSInfo.GPSLatitudeRef"), std::string("N"));
    QCOMPARE(text(exif, "Exif.Image.Orientation"), std::string("1"));
    QVERIFY(text(exif, "Exif.Thumbnail.Compression").empty());
    QVERIFY(picture.xmp.find("A camera") != std::string::npos);
  }
  void everyFormatCarriesItWithTheNewSize_data() {
    QTest::addColumn<int>("format");
    for (const Format format : {Format::Png, Format::Jpeg, Format::Tiff, Format::WebP}) {
      QTest::newRow(formatExtension(format)) << static_cast<int>(format);
    }
  }
  void everyFormatCarriesItWithTheNewSize() {
    QFETCH(int, format);
    const Picture large = resizeBicubic(readBytes(cameraFile()), 120, 160);
    const Picture read = readBytes(encodePicture(large, static_cast<Format>(format)));
    QCOMPARE(read.width(), 120);
    const auto exif = parsed(read.exif);
    QCOMPARE(text(exif, "Exif.Image.Make"), std::string("Maker"));
    QCOMPARE(text(exif, "Exif.Photo.FNumber"), std::string("28/10"));
    QCOMPARE(text(exif, "Exif.GPSInfo.GPSLatitudeRef"), std::string("N"));
    QCOMPARE(text(exif, "Exif.Photo.PixelXDimension"), std::string("120"));
    QCOMPARE(text(exif, "Exif.Photo.PixelYDimension"), std::string("160"));
    QCOMPARE(text(exif, "Exif.Image.Orientation"), std::string("1"));
    QVERIFY(read.xmp.find("A camera") != std::string::npos);
    QVERIFY(read.xmp.find("tiff:ImageWidth=\"120\"") != std::string::npos);
    QVERIFY(read.xmp.find("tiff:Orientation=\"1\"") != std::string::npos);
    QVERIFY(read.notes.empty());
    // And through this format again.
    const Picture again = readBytes(encodePicture(read, static_cast<Format>(format)));
    QCOMPARE(text(parsed(again.exif), "Exif.Image.Make"), std::string("Maker"));
  }
  void aTiffKeepsItsResolution() {
    Exiv2::ExifData data;
    data["Exif.Image.XResolution"] = Exiv2::URational(300, 1);
    data["Exif.Image.YResolution"] = Exiv2::URational(300, 1);
    data["Exif.Image.ResolutionUnit"] = std::uint16_t{2};
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, data);
    Picture picture = gradient(40, 30, 3, Sample::U8);
    append(picture.exif, blob.data(), blob.size());
    const auto exif = parsed(readBytes(encodePicture(picture, Format::Tiff)).exif);
    QCOMPARE(text(exif, "Exif.Image.XResolution"), std::string("300/1"));
    QCOMPARE(text(exif, "Exif.Image.ResolutionUnit"), std::string("2"));
  }
  void coloursThatAreNotSrgbAreTakenAsSuchWithANote() {
    Picture picture = adobeRgbPicture();
    picture.iccProfile = {std::byte{1}}; // keeps the writer from calling it sRGB
    std::vector<std::string> losses;
    Picture read = gradient(4, 4, 3, Sample::U8);
    takeMetadata(exifFor(picture, losses), {}, read);
    QVERIFY(hasNote(read, "not sRGB"));
    Picture withProfile = gradient(4, 4, 3, Sample::U8);
    withProfile.iccProfile = {std::byte{1}};
    takeMetadata(exifFor(picture, losses), {}, withProfile);
    QVERIFY(!hasNote(withProfile, "not sRGB"));
  }
  void strippedFilesHoldNone_data() { everyFormatCarriesItWithTheNewSize_data(); }
  void strippedFilesHoldNone() {
    QFETCH(int, format);
    const Picture picture = readBytes(cameraFile());
    const Bytes file =
        encodePicture(picture, static_cast<Format>(format), {.metadata = Metadata::Strip});
    const Picture read = readBytes(file);
    QVERIFY(text(parsed(read.exif), "Exif.Image.Make").empty());
    QVERIFY(read.exif.empty());
    QVERIFY(read.xmp.empty());
    for (const char* word : {"Maker", "A camera"}) {
      const Bytes needle = bytesOf(word);
      QVERIFY(std::search(file.begin(), file.end(), needle.begin(), needle.end()) == file.end());
    }
  }
  void brokenPacketsAreLeftOutAndThePictureLoads() {
    const Bytes plain = encodePicture(gradient(40, 30, 3, Sample::U8), Format::Jpeg);
    const Picture noise =
        readBytes(withMarker(plain, 0xE1, exifMarker(bytesOf("this is not a TIFF structure"))));
    QVERIFY(samePixels(noise, readBytes(plain)));
    QVERIFY(hasNote(noise, "EXIF"));
    Bytes xmp = bytesOf(std::string_view("http://ns.adobe.com/xap/1.0/\0", 29));
    append(xmp, "<x:xmpmeta><unfinished");
    const Picture half = readBytes(withMarker(plain, 0xE1, xmp));
    QVERIFY(samePixels(half, readBytes(plain)));
    QVERIFY(hasNote(half, "XMP"));
    QVERIFY(half.xmp.empty());
  }
  void ownPropertiesComeToWhatIsThere_data() { everyFormatCarriesItWithTheNewSize_data(); }
  void ownPropertiesComeToWhatIsThere() {
    QFETCH(int, format);
    Picture picture = readBytes(cameraFile());
    const std::vector<XmpProperty> first = {{"Model", {"old"}}};
    const std::vector<XmpProperty> second = {{"Model", {"photo"}},
                                             {"References", {"a.jpg <&>", "b.jpg"}, true}};
    addToXmp(picture, first);
    addToXmp(picture, second); // takes the place of the first
    const Picture read = readBytes(encodePicture(picture, static_cast<Format>(format)));
    Exiv2::XmpData data;
    QCOMPARE(Exiv2::XmpParser::decode(data, read.xmp), 0);
    const auto property = [&data](const char* key) { return data[key].toString(); };
    QCOMPARE(property("Xmp.refscale.Model"), std::string("photo"));
    QCOMPARE(static_cast<int>(data["Xmp.refscale.References"].count()), 2);
    QCOMPARE(data["Xmp.refscale.References"].toString(0), std::string("a.jpg <&>"));
    QCOMPARE(property("Xmp.xmp.CreatorTool"), std::string("A camera"));
  }
  void ownPropertiesMakeAPacketWhereThereIsNoneOrABrokenOne() {
    for (const char* before : {"", "<x:xmpmeta><unfinished"}) {
      Picture picture = gradient(4, 4, 3, Sample::U8);
      picture.xmp = before;
      const std::vector<XmpProperty> properties = {{"Version", {"1.0"}}};
      addToXmp(picture, properties);
      QVERIFY(picture.xmp.find(kXmpNamespace) != std::string::npos);
      QVERIFY(picture.xmp.find("1.0") != std::string::npos);
    }
  }
  void deeplyNestedXmpIsLeftOut() {
    Picture picture = gradient(4, 4, 3, Sample::U8);
    std::string deep = kXmp.substr(0, kXmp.find("xmp:CreatorTool"));
    deep += ">";
    for (int i = 0; i < 20'000; ++i) deep += "<xmp:a rdf:parseType=\"Resource\">";
    QCOMPARE(takeMetadata({}, deep, picture), 1);
    QVERIFY(picture.xmp.empty());
    QVERIFY(hasNote(picture, "XMP"));
  }
  void picturesWithoutMetadataGetNone() {
    const Picture picture = gradient(4, 4, 3, Sample::U8);
    std::vector<std::string> losses;
    QVERIFY(exifFor(picture, losses).empty());
    QVERIFY(xmpFor(picture, losses).empty());
    QVERIFY(losses.empty());
  }
  void aPictureInSrgbSaysSoInItsMetadata_data() { everyFormatCarriesItWithTheNewSize_data(); }
  void aPictureInSrgbSaysSoInItsMetadata() {
    QFETCH(int, format);
    const Picture read = readBytes(encodePicture(adobeRgbPicture(), static_cast<Format>(format)));
    const auto exif = parsed(read.exif);
    QCOMPARE(text(exif, "Exif.Photo.ColorSpace"), std::string("1"));
    for (const char* key : {"Exif.Iop.InteroperabilityIndex", "Exif.Iop.InteroperabilityVersion",
                            "Exif.Photo.Gamma", "Exif.Image.WhitePoint"}) {
      QVERIFY2(text(exif, key).empty(), key);
    }
    QCOMPARE(text(exif, "Exif.Image.Make"), std::string("Maker"));
    QVERIFY(read.xmp.find("exif:ColorSpace=\"1\"") != std::string::npos);
    QVERIFY(read.xmp.find("Adobe RGB") == std::string::npos);
    QVERIFY(read.notes.empty());
  }
  void aPictureWithItsOwnProfileKeepsWhatItSaysOfColours_data() {
    everyFormatCarriesItWithTheNewSize_data();
  }
  void aPictureWithItsOwnProfileKeepsWhatItSaysOfColours() {
    QFETCH(int, format);
    Picture picture = adobeRgbPicture();
    picture.iccProfile = srgbProfile(); // which one does not matter
    const Picture read = readBytes(encodePicture(picture, static_cast<Format>(format)));
    const auto exif = parsed(read.exif);
    QCOMPARE(text(exif, "Exif.Photo.ColorSpace"), std::string("65535"));
    QCOMPARE(text(exif, "Exif.Iop.InteroperabilityIndex"), std::string("R03"));
    QCOMPARE(text(exif, "Exif.Photo.Gamma"), std::string("22/10"));
    QVERIFY(read.xmp.find("Adobe RGB") != std::string::npos);
  }
  void xmpThatNearlyFillsAMarkerStaysInAJpeg() {
    Picture picture = gradient(8, 8, 3, Sample::U8);
    picture.xmp = xmpOfWords(2900);
    QVERIFY(picture.xmp.size() > 60'000 && picture.xmp.size() <= 65'502);
    const TemporaryFolder folder;
    QVERIFY(writePicture(picture, folder / "a.jpg", Format::Jpeg).empty());
    const Picture read = readPicture(folder / "a.jpg");
    QVERIFY(read.xmp.find("<rdf:li>1</rdf:li>") != std::string::npos);
    QVERIFY(read.xmp.find("<rdf:li>2899</rdf:li>") != std::string::npos);
  }
  void whatAJpegCannotHoldIsLeftOutWithAWord() {
    Picture picture = gradient(8, 8, 3, Sample::U8);
    picture.xmp = xmpOfWords(5000);
    const TemporaryFolder folder;
    QVERIFY(writePicture(picture, folder / "a.png", Format::Png).empty());
    QVERIFY(readPicture(folder / "a.png").xmp.find("4999") != std::string::npos);
    const auto losses = writePicture(picture, folder / "a.jpg", Format::Jpeg);
    QCOMPARE(losses.size(), std::size_t{1});
    QVERIFY(losses[0].starts_with("XMP data left out"));
    QVERIFY(readPicture(folder / "a.jpg").xmp.empty());
    QVERIFY(writePicture(picture, folder / "a.jpg", Format::Jpeg, {.metadata = Metadata::Strip})
                .empty());
  }
  void xmpInSeveralMarkersIsReadInPartWithANote() {
    Bytes more = bytesOf(std::string_view("http://ns.adobe.com/xmp/extension/\0", 35));
    append(more, "0123456789abcdef0123456789abcdef");
    const Picture picture = readBytes(withMarker(cameraFile(), 0xE1, more));
    QVERIFY(hasNote(picture, "XMP data beyond"));
    QVERIFY(picture.xmp.find("A camera") != std::string::npos);
  }
  void exifFieldsThatAreTooLargeAreLeftOutWithANote() {
    // As Exiv2 would not write it: a directory of two entries, little endian.
    Bytes exif = bytesOf(std::string_view("II\x2a\0\x08\0\0\0\x02\0", 10));
    append(exif, std::string_view("\x0e\x01\x02\0\x70\x11\x01\0\x26\0\0\0", 12)); // 70 000
    append(exif, std::string_view("\x0f\x01\x02\0\x04\0\0\0Abc\0\0\0\0\0", 16));
    append(exif, std::string(70'000, 'x'));
    Picture picture = gradient(4, 4, 3, Sample::U8);
    QCOMPARE(takeMetadata(exif, {}, picture), 1);
    QCOMPARE(text(parsed(picture.exif), "Exif.Image.Make"), std::string("Abc"));
    QVERIFY(hasNote(picture, "Exif.Image.ImageDescription"));
    // One that fits costs no word.
    Picture fine = gradient(4, 4, 3, Sample::U8);
    Exiv2::ExifData small;
    small["Exif.Image.ImageDescription"] = std::string(50'000, 'x');
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, small);
    Bytes packet;
    append(packet, blob.data(), blob.size());
    QCOMPARE(takeMetadata(packet, {}, fine), 1);
    QVERIFY(fine.notes.empty());
  }
  void packetsThatCannotBeWrittenAreLeftOutWithAWord() {
    Picture picture = gradient(8, 8, 3, Sample::U8);
    picture.exif = bytesOf("this is not a TIFF structure");
    picture.xmp = "<x:xmpmeta><unfinished";
    const TemporaryFolder folder;
    const auto losses = writePicture(picture, folder / "a.png", Format::Png);
    QCOMPARE(losses.size(), std::size_t{2});
    QVERIFY(losses[0].starts_with("EXIF"));
    QVERIFY(losses[1].starts_with("XMP"));
  }
  void aTiffThatIsTooLargeForExifGoesWithoutAndSaysSo() {
    const TemporaryFolder folder;
    std::ofstream(folder / "a.tif") << "II*";
    std::filesystem::resize_file(folder / "a.tif", (1ULL << 30) + 1); // a hole
    const refscale::MappedFile large(folder / "a.tif");
    const Bytes big = bytesOf(std::string_view("II\x2b\0\x08\0\0\0", 8));
    const Bytes noTiff = bytesOf("no TIFF");
    for (const std::span<const std::byte> tiff :
         {large.bytes(), std::span<const std::byte>(big), std::span<const std::byte>(noTiff)}) {
      std::vector<std::string> losses;
      QVERIFY(withExif(tiff, cameraExif(), losses).empty());
      QCOMPARE(losses.size(), std::size_t{1});
      QVERIFY(losses[0].starts_with("EXIF data left out"));
    }
  }
};

QTEST_GUILESS_MAIN(TstMetadata)
#include "tst_metadata.moc"
