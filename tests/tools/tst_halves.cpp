#include <QTest>
#include <algorithm>
#include <map>

#include "tests/tools/halves.h"

using refscale::test::halvesByPicture;
using Pairs = std::vector<std::vector<std::string>>;

class TstHalves : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void noPictureIsInBoth() {
    // As confidence is fitted: views of one wall, photos warped, neighbours, one joined to the
    // last.
    Pairs pairs = {{"wall1", "wall2"}, {"wall1", "wall3"}, {"wall1", "wall4"}};
    for (int i = 0; i < 19; ++i) pairs.push_back({"photo" + std::to_string(i)});
    for (int i = 0; i + 1 < 19; i += 3) {
      pairs.push_back({"photo" + std::to_string(i), "photo" + std::to_string(i + 1)});
    }
    for (int i = 0; i < 8; i += 2) {
      pairs.push_back({"photo" + std::to_string(i), "photo" + std::to_string(18 - i)});
    }
    const auto halves = halvesByPicture(pairs);
    QCOMPARE(halves.size(), pairs.size());
    std::map<std::string, int> halfOf;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      for (const auto& picture : pairs[i]) {
        const auto known = halfOf.emplace(picture, halves[i]).first;
        QVERIFY2(known->second == halves[i], picture.c_str());
      }
    }
    const auto second = std::count(halves.begin(), halves.end(), 1);
    QCOMPARE(std::size_t(second), pairs.size() / 2);
  }
  void picturesJoinedThroughOthersStayTogether() {
    const auto halves = halvesByPicture({{"a", "b"}, {"c", "d"}, {"e"}, {"b", "c"}, {"d", "a"}});
    QCOMPARE(halves, (std::vector<int>{0, 0, 1, 0, 0}));
  }
  void pairsWithNothingInCommonAreSpreadInTurn() {
    QCOMPARE(halvesByPicture({{"a"}, {"b"}, {"c"}, {"d"}}), (std::vector<int>{0, 1, 0, 1}));
    QVERIFY(halvesByPicture({}).empty());
  }
};

QTEST_GUILESS_MAIN(TstHalves)
#include "tst_halves.moc"
