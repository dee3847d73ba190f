#include "schemas/omgevingsplan/write/table_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planlezer::omgevingsplan {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string written(const TextTable& table) {
    XmlWriter xml(0);
    write_table(xml, table);
    return xml.take();
}

TEST(TableWriter, NamesColumnsAndSpans) {
    const std::string xml = written(
        {"t", "w", 3, 3, 1, {{"kop", 0, 0, 1, 3}, {"a", 1, 0, 2, 1}, {"b", 1, 1, 1, 2}, {"c", 2, 1, 1, 1}, {"d", 2, 2, 1, 1}}});
    EXPECT_THAT(xml, HasSubstr("<tgroup cols=\"3\" align=\"left\">"));
    EXPECT_THAT(xml, HasSubstr("<colspec colnum=\"3\" colname=\"c3\"/>"));
    EXPECT_THAT(xml, HasSubstr("<entry namest=\"c1\" nameend=\"c3\">\n     <Al>kop</Al>"));
    EXPECT_THAT(xml, HasSubstr("<entry colname=\"c1\" morerows=\"1\">\n     <Al>a</Al>"));
    EXPECT_THAT(xml, HasSubstr("<entry namest=\"c2\" nameend=\"c3\">\n     <Al>b</Al>"));
    EXPECT_LT(xml.find("<thead"), xml.find("<tbody"));
}

TEST(TableWriter, FillsWhatLiesOpenWithoutEmptyAl) {
    const std::string xml = written({"t", "w", 1, 3, 0, {{"a", 0, 0, 1, 1}, {" ", 0, 2, 1, 1}}});
    EXPECT_THAT(xml, HasSubstr("<entry colname=\"c2\"/>"));
    EXPECT_THAT(xml, HasSubstr("<entry colname=\"c3\"/>"));
    EXPECT_THAT(xml, Not(HasSubstr("thead")));
}

TEST(TableWriter, KeepsSpansInsideHeadAndBody) {
    const std::string xml = written({"t", "w", 2, 1, 1, {{"a", 0, 0, 2, 5}}});
    EXPECT_THAT(xml, HasSubstr("<entry colname=\"c1\">\n     <Al>a</Al>"));
    EXPECT_THAT(xml, HasSubstr("<tbody valign=\"top\">\n   <row>\n    <entry colname=\"c1\"/>"));
}

TEST(TableWriter, TakesOutRowsInWhichNothingBegins) {
    const std::string xml = written({"t", "w", 3, 2, 0, {{"a", 0, 0, 2, 1}, {"b", 0, 1, 2, 1}, {"c", 2, 0, 1, 2}}});
    EXPECT_THAT(xml, Not(HasSubstr("morerows")));
    EXPECT_THAT(xml, Not(HasSubstr("<row/>")));
    EXPECT_THAT(xml, HasSubstr("<Al>c</Al>"));
}

}  // namespace
}  // namespace planlezer::omgevingsplan
