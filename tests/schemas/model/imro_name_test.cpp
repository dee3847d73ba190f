#include "schemas/model/imro_name.hpp"

#include <gtest/gtest.h>

namespace planlezer {

TEST(ImroName, IsFoundInNamesAsTheyAreMet) {
    const auto text = [](std::string_view name) { return find_imro_name(name).value_or(ImroName{}).text; };
    EXPECT_EQ(text("r_NL.IMRO.3456.bp0113wh-va01.pdf"), "NL.IMRO.3456.bp0113wh-va01");
    EXPECT_EQ(text("b_NL.IMRO.3456.bp0113wh-va01_tb1.pdf"), "NL.IMRO.3456.bp0113wh-va01");
    EXPECT_EQ(text("NL.IMRO.1680.1800030105-0000.gml"), "NL.IMRO.1680.1800030105-0000");
    EXPECT_EQ(text("nl.imro.0001.Plan-West-VA01 - kopie"), "nl.imro.0001.Plan-West-VA01");
    EXPECT_EQ(text("NL.IMRO.0823.WPBGMANESCHIJN4-VAST"), "NL.IMRO.0823.WPBGMANESCHIJN4-VAST");
    EXPECT_EQ(text("Identificatie: NL.IMRO.0840.9000BW023-DEF1, vastgesteld"), "NL.IMRO.0840.9000BW023-DEF1");
    EXPECT_EQ(text("NL.IMRO.12.x en NL.IMRO.0001.Dorp-ON02"), "NL.IMRO.0001.Dorp-ON02") << "the first that is whole";
}

TEST(ImroName, IsNotSeenInWhatIsNone) {
    for (const std::string_view text : {"", "NL.IMRO.", "NL.IMRO.0001.", "NL.IMRO.0001.Dorp", "NL.IMRO.0001.Dorp-", "NL.IMRO.01.Dorp-VA01", "NL-IMRO-0001"}) {
        EXPECT_FALSE(find_imro_name(text)) << text;
    }
}

TEST(ImroName, IsTheSamePlanInAnyCase) {
    EXPECT_EQ(find_imro_name("NL.IMRO.0001.Dorp-VA01")->key(), find_imro_name("nl.imro.0001.DORP-va01")->key());
    EXPECT_EQ(find_imro_name("NL.IMRO.0001.Dorp-VA01")->plan, find_imro_name("NL.IMRO.0001.Dorp-ON01")->plan);
}

TEST(ImroName, VersionsAreOrderedWhereTheyTell) {
    EXPECT_TRUE(compare_versions("va01", "on99") > 0);
    EXPECT_TRUE(compare_versions("on01", "vo01") > 0);
    EXPECT_TRUE(compare_versions("vg02", "va01") > 0);
    EXPECT_TRUE(compare_versions("oh01", "va03") > 0);
    EXPECT_TRUE(compare_versions("0002", "0001") > 0);
    EXPECT_TRUE(compare_versions("va01", "va01") == 0);
    EXPECT_TRUE(compare_versions("bp31", "bp30") > 0);
    EXPECT_EQ(compare_versions("0401", "va01"), std::partial_ordering::unordered);
    EXPECT_EQ(compare_versions("bp31", "e001"), std::partial_ordering::unordered);
    EXPECT_EQ(compare_versions("va01", "vg01"), std::partial_ordering::unordered);
}

}  // namespace planlezer
