#include "schemas/omgevingsplan/write/xml_text.hpp"

#include <gtest/gtest.h>

namespace planlezer::omgevingsplan {
namespace {

TEST(XmlText, KeepsWhatXmlAllows) {
    EXPECT_EQ(xml_text("gewoon <&> \"tekst\""), "gewoon <&> \"tekst\"");
    EXPECT_EQ(xml_text("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x8F\xA0"), "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x8F\xA0");
}

TEST(XmlText, TakesControlsOut) {
    EXPECT_EQ(xml_text(std::string("a\x00"
                                   "b\x07"
                                   "c\x1F"
                                   "d\x7F",
                                   8)),
              "abcd");
    EXPECT_EQ(xml_text("a\tb\r\nc"), "a b  c");
    EXPECT_EQ(xml_text("a\xEF\xBF\xBE"
                       "b"),
              "ab");  // U+FFFE is no character
}

TEST(XmlText, ReplacesWhatIsNoUtf8) {
    const std::string mark = "\xEF\xBF\xBD";
    EXPECT_EQ(xml_text("a\xFF"
                       "b"),
              "a" + mark + "b");
    EXPECT_EQ(xml_text("a\xC3"), "a" + mark);
    EXPECT_EQ(xml_text("\xC0\xAF"), mark + mark);  // overlong
    EXPECT_EQ(xml_text("\xED\xA0\x80"), mark + mark + mark);  // surrogate
}

TEST(XmlText, KnowsBlankText) {
    EXPECT_TRUE(is_blank(""));
    EXPECT_TRUE(is_blank(" \t\n\xC2\xA0"));
    EXPECT_FALSE(is_blank(" a"));
}

}  // namespace
}  // namespace planlezer::omgevingsplan
