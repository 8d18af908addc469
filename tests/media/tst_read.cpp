#include <QTest>

#include <cstring>

#include <fstream>
#include <stop_token>

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/base/run_context.h"
#include "core/media/read.h"
#include "core/media/write.h"
#include "tests/media/pictures.h"
#include "tests/media/png_chunks.h"
#include "tests/support/support.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

namespace {

Picture letters(const QList<QByteArray>& rows) {
  Picture picture(static_cast<int>(rows[0].size()), static_cast<int>(rows.size()), 1, Sample::U8);
  for (int y = 0; y < picture.height(); ++y) {
    std::memcpy(picture.row<char>(y), rows[y].constData(), picture.stride());
  }
  return picture;
}

// A PNG with its EXIF put in after the header chunk.
Bytes pngWithExif(const Picture& picture, const Bytes& exif) {
  Bytes file = encodePicture(picture, Format::Png);
  Bytes chunk;
  appendChunk(chunk, "eXIf", exif);
  file.insert(file.begin() + 33, chunk.begin(), chunk.end());
  return file;
}

void save(const std::filesystem::path& path, const Bytes& bytes) {
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
}

} // namespace

class TstRead : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aStopIsHeededWhileReading_data() {
    QTest::addColumn<Format>("format");
    QTest::newRow("PNG") << Format::Png;
    QTest::newRow("JPEG") << Format::Jpeg;
    QTest::newRow("TIFF") << Format::Tiff;
  }
  void aStopIsHeededWhileReading() {
    QFETCH(Format, format);
    const Bytes file = encodePicture(gradient(40, 30, 3, Sample::U8), format);
    std::stop_source source;
    refscale::RunContext context;
    context.stop = source.get_token();
    const refscale::StopScope scope(context);
    QVERIFY(!kindOf([&] { (void)readBytes(file); }));
    source.request_stop();
    QVERIFY(kindOf([&] { (void)readBytes(file); }) == Kind::Cancelled);
  }

  // EXIF 2.32, tag 0x0112; stored are the rows abc, def.
  void everyOrientationIsTurnedUpright_data() {
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QList<QByteArray>>("upright");
    QTest::newRow("1, as it is") << 1 << QList<QByteArray>{"abc", "def"};
    QTest::newRow("2, mirrored") << 2 << QList<QByteArray>{"cba", "fed"};
    QTest::newRow("3, upside down") << 3 << QList<QByteArray>{"fed", "cba"};
    QTest::newRow("4, mirrored upside down") << 4 << QList<QByteArray>{"def", "abc"};
    QTest::newRow("5, transposed") << 5 << QList<QByteArray>{"ad", "be", "cf"};
    QTest::newRow("6, quarter turn right") << 6 << QList<QByteArray>{"da", "eb", "fc"};
    QTest::newRow("7, transversed") << 7 << QList<QByteArray>{"fc", "eb", "da"};
    QTest::newRow("8, quarter turn left") << 8 << QList<QByteArray>{"cf", "be", "ad"};
    QTest::newRow("0 is no orientation") << 0 << QList<QByteArray>{"abc", "def"};
    QTest::newRow("9 is no orientation") << 9 << QList<QByteArray>{"abc", "def"};
  }
  void everyOrientationIsTurnedUpright() {
    QFETCH(int, orientation);
    QFETCH(QList<QByteArray>, upright);
    const Bytes file = pngWithExif(letters({"abc", "def"}), exifWithOrientation(orientation));
    const Picture read = readBytes(file);
    QVERIFY(samePixels(read, letters(upright)));
    const TemporaryFolder folder;
    save(folder / "a.png", file);
    QCOMPARE(readInfo(folder / "a.png").width, read.width());
    // Written again it must not be turned a second time.
    QVERIFY(samePixels(readBytes(encodePicture(read, Format::Png)), read));
    QVERIFY(samePixels(readBytes(encodePicture(read, Format::Tiff)), read));
  }
  void everySampleSizeIsTurned_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("sample");
    for (int channels = 1; channels <= 4; ++channels) {
      for (const int sample : {0, 1}) {
        QTest::addRow("%d channels, sample %d", channels, sample) << channels << sample;
      }
    }
  }
  void everySampleSizeIsTurned() {
    QFETCH(int, channels);
    QFETCH(int, sample);
    const Picture picture = gradient(70, 130, channels, static_cast<Sample>(sample));
    const Picture turned = readBytes(pngWithExif(picture, exifWithOrientation(6)));
    const Picture back = readBytes(pngWithExif(turned, exifWithOrientation(8)));
    QCOMPARE(turned.width(), 130);
    QVERIFY(!samePixels(turned, picture));
    QVERIFY(samePixels(back, picture));
  }
  void orientationOfAJpegIsApplied() {
    const Bytes plain = encodePicture(gradient(48, 32, 3, Sample::U8), Format::Jpeg);
    const Bytes turned = withMarker(plain, 0xE1, exifMarker(exifWithOrientation(6)));
    const Picture read = readBytes(turned);
    QCOMPARE(read.width(), 32);
    QCOMPARE(read.row<std::uint8_t>(0)[0], readBytes(plain).row<std::uint8_t>(31)[0]);
    const TemporaryFolder folder;
    save(folder / "a.jpg", turned);
    QCOMPARE(readInfo(folder / "a.jpg").height, 48);
  }
  void theHeaderSaysWhatThePixelsAre_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("PNG") << static_cast<int>(Format::Png) << QByteArray("PNG");
    QTest::newRow("JPEG") << static_cast<int>(Format::Jpeg) << QByteArray("JPEG");
    QTest::newRow("TIFF") << static_cast<int>(Format::Tiff) << QByteArray("TIFF");
    QTest::newRow("WebP") << static_cast<int>(Format::WebP) << QByteArray("WebP");
  }
  void theHeaderSaysWhatThePixelsAre() {
    QFETCH(int, format);
    QFETCH(QByteArray, name);
    const TemporaryFolder folder;
    for (int channels = 1; channels <= 4; ++channels) {
      writePicture(gradient(21, 13, channels, Sample::U16), folder / "a.bin",
                   static_cast<Format>(format));
      const PictureInfo info = readInfo(folder / "a.bin"); // the name does not matter
      const Picture picture = readPicture(folder / "a.bin");
      QCOMPARE(QByteArray::fromStdString(info.format), name);
      QCOMPARE(info.width, 21);
      QCOMPARE(info.height, 13);
      QCOMPARE(info.channels, picture.channels());
      QVERIFY(info.sample == picture.sample());
    }
  }
  void theLimitIsExactAndSaysHowToRaiseIt() {
    const Bytes file = encodePicture(gradient(20, 10, 3, Sample::U8), Format::Png);
    QCOMPARE(readBytes(file, 200).width(), 20);
    const auto message = messageOf([&] { (void)readBytes(file, 199); });
    QVERIFY(message.find("20 x 10") != std::string::npos);
    QVERIFY(message.find("0.000199 megapixels") != std::string::npos); // as the option counts
    QVERIFY(message.find("--pixel-limit") != std::string::npos);
  }
  // More than the memory that a test may take: only what the header touches can have been read.
  void aHeaderIsRefusedBeforeTheFileIsRead() {
    const TemporaryFolder folder;
    Bytes start = pngStart();
    appendHeader(start, 2'000'000'000, 2'000'000'000, 8, 2);
    appendPixels(start, Bytes(100));
    save(folder / "huge.png", start);
    std::filesystem::resize_file(folder / "huge.png", 9ULL << 30); // a hole
    const auto message = messageOf([&] { (void)readPicture(folder / "huge.png"); });
    QVERIFY(message.find("2000000000 x 2000000000") != std::string::npos);
    QVERIFY(message.find("200 megapixels") != std::string::npos);
  }
  void aFileThatNoPictureNeedsIsRefused() {
    const TemporaryFolder folder;
    writePicture(gradient(20, 10, 3, Sample::U8), folder / "padded.png", Format::Png);
    std::filesystem::resize_file(folder / "padded.png", 1ULL << 40);
    const auto message = messageOf([&] { (void)readPicture(folder / "padded.png"); });
    QVERIFY(message.find("1048576 MiB") != std::string::npos);
    QVERIFY(message.find("--pixel-limit") != std::string::npos);
  }
  void theHashIsTheFilesOwn() {
    const Bytes file = encodePicture(gradient(20, 10, 3, Sample::U8), Format::Png);
    QCOMPARE(readBytes(file).fileHash, refscale::sha256(file));
  }
  void otherFilesAreUnsupportedAndTheListIsGiven_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("GIF") << QByteArray("GIF89a\1\0\1\0\0\0\0;", 14);
    QTest::newRow("HEIC") << QByteArray(
        "\0\0\0\x18"
        "ftypheic",
        12);
    QTest::newRow("text") << QByteArray("Dear reader");
    QTest::newRow("one byte") << QByteArray("P");
    QTest::newRow("bitmap of one bit") << QByteArray("P4 8 1\nx");
  }
  void otherFilesAreUnsupportedAndTheListIsGiven() {
    QFETCH(QByteArray, file);
    const Bytes bytes = bytesOf({file.constData(), static_cast<std::size_t>(file.size())});
    QCOMPARE(kindOf([&] { (void)readBytes(bytes); }), Kind::Unsupported);
    QVERIFY(messageOf([&] { (void)readBytes(bytes); }).find("PNG, JPEG, TIFF") !=
            std::string::npos);
  }
  void picturesOfTheVideoFamilyAreNotCalledVideos_data() {
    QTest::addColumn<QByteArray>("brand");
    QTest::addColumn<QByteArray>("name");
    for (const char* brand : {"heic", "heix", "hevc", "hevx", "mif1", "msf1"}) {
      QTest::newRow(brand) << QByteArray(brand) << QByteArray("HEIF");
    }
    for (const char* brand : {"avif", "avis", "mif1"}) {
      QTest::addRow("%s may be AVIF", brand) << QByteArray(brand) << QByteArray("AVIF");
    }
    QTest::newRow("mp42") << QByteArray("mp42") << QByteArray("video");
  }
  void picturesOfTheVideoFamilyAreNotCalledVideos() {
    QFETCH(QByteArray, brand);
    QFETCH(QByteArray, name);
    Bytes file = bytesOf(std::string_view("\0\0\0\x18", 4));
    append(file, "ftyp" + brand.toStdString());
    QCOMPARE(kindOf([&] { (void)readBytes(file); }), Kind::Unsupported);
    QVERIFY(messageOf([&] { (void)readBytes(file); }).find(name) != std::string::npos);
  }
  void emptyAndMissingFilesAreErrors() {
    QCOMPARE(kindOf([] { (void)readBytes({}); }), Kind::BadInput);
    const TemporaryFolder folder;
    QCOMPARE(kindOf([&] { (void)readPicture(folder / "none.png"); }), Kind::NotFound);
    QCOMPARE(kindOf([&] { (void)readInfo(folder / "none.png"); }), Kind::NotFound);
    QCOMPARE(kindOf([&] { (void)readPicture(folder.path()); }), Kind::BadInput);
  }
  void extensionsAreKnownWhateverTheirCase() {
    QVERIFY(hasPictureExtension("a/b.PNG"));
    QVERIFY(hasPictureExtension("b.jpeg"));
    QVERIFY(hasPictureExtension("b.Tif"));
    QVERIFY(!hasPictureExtension("b.txt"));
    QVERIFY(!hasPictureExtension("png"));
  }
  void aFolderIsListedByName() {
    const TemporaryFolder folder;
    for (const char* name : {"b.png", "a.jpg", ".hidden.png", "notes.txt"}) {
      std::ofstream(folder / name) << "x";
    }
    std::filesystem::create_directory(folder / "c.png");
    const std::vector<std::filesystem::path> expected = {folder / "a.jpg", folder / "b.png"};
    QVERIFY(picturesIn(folder.path()) == expected);
    QCOMPARE(kindOf([&] { (void)picturesIn(folder / "none"); }), Kind::NotFound);
    QCOMPARE(kindOf([&] { (void)picturesIn(folder / "b.png"); }), Kind::NotFound);
  }
  void realPhotographsAreRead_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("graf") << "data/eval/graf/img1.png" << 800 << 640;
    QTest::newRow("dsc") << "data/eval/dsc/DSC_0410.jpg" << 1024 << 682;
    QTest::newRow("street") << "data/eval/street/21.jpg" << 1024 << 768;
    QTest::newRow("berlin") << "data/eval/berlin/01.jpg" << 1632 << 1224;
  }
  void realPhotographsAreRead() {
    QFETCH(QString, file);
    QFETCH(int, width);
    QFETCH(int, height);
    const auto path = sharedFile(file.toStdString());
    if (!path) QSKIP("../shared/data is not here");
    const Picture picture = readPicture(*path);
    QCOMPARE(picture.width(), width);
    QCOMPARE(picture.height(), height);
    QCOMPARE(picture.channels(), 3);
    QVERIFY(picture.notes.empty());
    for (const Format format : {Format::Png, Format::Tiff}) {
      QVERIFY(samePixels(readBytes(encodePicture(picture, format), 10'000'000), picture));
    }
  }
};

QTEST_GUILESS_MAIN(TstRead)
#include "tst_read.moc"
