#include "schemas/omgevingsplan/compose/identifiers.hpp"

#include <gtest/gtest.h>

namespace planlezer::omgevingsplan {
namespace {

TEST(Identifiers, AUuidIsOfVersionFiveAndTheSameForTheSameName) {
    const std::string uuid = uuid_of("dorp");
    EXPECT_EQ(uuid.size(), 36U);
    EXPECT_EQ(uuid[14], '5');
    EXPECT_NE(std::string("89ab").find(uuid[19]), std::string::npos);
    EXPECT_EQ(uuid, uuid_of("dorp"));
    EXPECT_NE(uuid, uuid_of("Dorp"));
}

TEST(Identifiers, AreNeverOtherOnesInALaterVersion) { EXPECT_EQ(uuid_of("dorp"), "37a40d3f-b8de-5225-9a3e-d54496a1db0b"); }

TEST(Identifiers, AnObjectIsNamedAsImowAsks) {
    EXPECT_EQ(object_id("gm9920", "gebied", "a").substr(0, 22), "nl.imow-gm9920.gebied.");
    EXPECT_EQ(object_id("gm9920", "gebied", "a").size(), 22U + 32U);
    EXPECT_NE(object_id("gm9920", "gebied", "a").substr(22), object_id("gm9920", "pons", "a").substr(20));
}

TEST(Identifiers, ASlugHasLettersDigitsAndSingleDashes) {
    EXPECT_EQ(slug("maximum bouwhoogte (m) – één café", 60), "maximum-bouwhoogte-m-een-cafe");
    EXPECT_EQ(slug("een lange naam", 5), "een-l");
    EXPECT_EQ(slug("een lange naam", 4), "een");
    EXPECT_EQ(slug("()", 60), "");
}

TEST(Identifiers, AGeometryIsItsCoordinatesInMillimetres) {
    const MultiPolygon one{{{{1.0004, 2}, {3, 2}, {3, 4}}, {}}};
    MultiPolygon other = one;
    other[0].outer[0].x = 1.0;
    EXPECT_EQ(coordinate_text(one), coordinate_text(other));
    other[0].outer[0].x = 1.001;
    EXPECT_NE(coordinate_text(one), coordinate_text(other));
}

}  // namespace
}  // namespace planlezer::omgevingsplan
