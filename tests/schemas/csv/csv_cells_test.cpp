#include "schemas/csv/csv_cells.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <string>

namespace planlezer {
namespace {

TEST(CsvCells, TextThatASpreadsheetWouldRunIsDisarmed) {
    EXPECT_EQ(csv_text("=HYPERLINK(A1)"), "'=HYPERLINK(A1)");
    EXPECT_EQ(csv_text("+31 m"), "'+31 m");
    EXPECT_EQ(csv_text("- a. hekken"), "'- a. hekken");
    EXPECT_EQ(csv_text("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_text("  =1"), "'  =1") << "blanks in front do not hide it";
    EXPECT_EQ(csv_text("\t=1"), "' =1") << "nor does a tab";
    EXPECT_EQ(csv_text("\uFF1D1+1"), "'\uFF1D1+1") << "nor the full-width sign";
    EXPECT_EQ(csv_text("=cmd|' /C calc'!A0;x"), "\"'=cmd|' /C calc'!A0;x\"") << "disarmed and quoted";
    EXPECT_EQ(csv_text("a=b"), "a=b");
}

TEST(CsvCells, ATextThatIsNotOnlyTextIsQuoted) {
    EXPECT_EQ(csv_text("plat; \"kap\""), "\"plat; \"\"kap\"\"\"");
    EXPECT_EQ(csv_text("een\r\ntwee"), "een  twee");
    EXPECT_EQ(csv_text(""), "");
    EXPECT_EQ(csv_text("vóór"), "vóór");
}

TEST(CsvCells, NumbersAreDutchInAnyLocale) {
    EXPECT_EQ(csv_decimal(Decimal(105, 1)), "10,5");
    EXPECT_EQ(csv_decimal(Decimal(-5, 1)), "-0,5") << "a number of ours is no formula";
    EXPECT_EQ(csv_decimal(std::nullopt), "");
    EXPECT_EQ(csv_share(0.9934), "0,993");
    EXPECT_EQ(csv_share(1), "1");
    EXPECT_EQ(csv_share(7), "1");
    EXPECT_EQ(csv_share(std::numeric_limits<double>::quiet_NaN()), "0");
}

TEST(CsvCells, AnArticleNumberIsNoDate) {
    EXPECT_EQ(csv_article("4.2"), "art. 4.2");
    EXPECT_EQ(csv_article("bijlage 1"), "bijlage 1");
    EXPECT_EQ(csv_article(""), "");
}

TEST(CsvCells, ARowEndsAsRfc4180Has) {
    const std::array<std::string, 3> cells{"a", "", "c"};
    EXPECT_EQ(csv_row(cells), "a;;c\r\n");
}

}  // namespace
}  // namespace planlezer
