#include <gtest/gtest.h>

#include <string>

#include "schemas/json/plan_result_reader.hpp"
#include "schemas/json/plan_result_writer.hpp"
#include "tests/schemas/sample_result.hpp"

namespace planlezer {
namespace {

using testing::sample_result;

constexpr std::string_view small_golden = R"({
  "format": "planlezer/1",
  "plan_id": "006",
  "imro_id": null,
  "name": "Proef",
  "status": "review",
  "documents": [
    {
      "file": "006.pdf",
      "sha256": "",
      "media_type": "application/pdf",
      "role": "regels",
      "pages": 2,
      "pages_ocr": 1,
      "failures": []
    }
  ],
  "articles": [
    {
      "id": "art_4",
      "number": "4",
      "kind": "artikel",
      "heading": "Wonen",
      "parent": null,
      "label": "4",
      "section": "rule",
      "bestemming": "Wonen",
      "text": [
        {
          "kind": "alinea",
          "after": 0,
          "text": "Hier mag men bouwen.",
          "confidence": 1.0
        }
      ],
      "provenance": {
        "file": "006.pdf",
        "page": 1,
        "boxes": [],
        "quote": "Artikel 4 Wonen",
        "rule": null
      }
    }
  ],
  "norms": [
    {
      "id": "n0001",
      "kind": "maximum bouwhoogte",
      "comparator": "at_most",
      "value": "10.5",
      "unit": "m",
      "value_source": "text",
      "formula": null,
      "role": "rule",
      "bestemming": "Wonen",
      "subject": null,
      "aanduiding": ["a", "b \"c\""],
      "condition": null,
      "exceptions": [],
      "article": "4.2",
      "article_id": "art_4",
      "location": {
        "kind": "unknown",
        "geometry": {
          "type": "MultiPolygon",
          "coordinates": [
            [
              [[120000.0, 487000.0], [120010.5, 487000.0], [120010.5, 487009.124], [120000.0, 487000.0]]
            ]
          ]
        }
      },
      "confidence": 0.124,
      "status": "review",
      "flags": ["OCR_DIGIT_WEAK"],
      "inherited": [],
      "provenance": {
        "file": "006.pdf",
        "page": 1,
        "boxes": [[1.23, 2.0, 3.5, 1000.13], [0.0, 0.0, 1.0, 1.0]],
        "quote": "één",
        "rule": "bouwhoogte@1/phrase-3"
      }
    }
  ],
  "flags": [
    {
      "code": "OCR_DIGIT_WEAK",
      "severity": "doubtful",
      "message": "Een cijfer in deze waarde is met twijfel gelezen: '10,5'.",
      "advice": "Vergelijk de waarde met het beeld van de pagina.",
      "detail": "'10,5'",
      "norms": ["n0001"],
      "provenance": null
    }
  ],
  "maps": []
}
)";

PlanResult small_result() {
    PlanResult result;
    result.plan_id = "006";
    result.name = "Proef";
    result.documents = {{"006.pdf", "", "application/pdf", DocumentRole::regels, 2, 1, {}}};
    result.articles = {{"art_4", "4", "artikel", "Wonen", "", {"006.pdf", 1, {}, "Artikel 4 Wonen", ""}, "4", SectionRole::rule, "Wonen", {{PassageKind::alinea, 0, "Hier mag men bouwen.", 0, 0, 0, {}, 1.0}}}};
    NormStatement norm;
    norm.kind = "maximum bouwhoogte";
    norm.value = Decimal(1050, 2);
    norm.unit = Unit::metre;
    norm.bestemming = "Wonen";
    norm.aanduiding = {"a", "b \"c\""};
    norm.article = "4.2";
    norm.article_id = "art_4";
    norm.area = {{{{120000, 487000}, {120010.5, 487000}, {120010.5, 487009.12351}}, {}}};
    norm.confidence = 0.12351;
    norm.flags = {FlagCode::ocr_digit_weak};
    norm.provenance = {"006.pdf", 1, {{1.2345, 2, 3.5, 1000.1251}, {-0.001, 0, 1, 1}}, "één", "bouwhoogte@1/phrase-3"};
    result.norms = {norm};
    result.flags = {{FlagCode::ocr_digit_weak, "'10,5'", {0}, std::nullopt}};
    return result;
}

TEST(PlanResultJson, IsTheGolden) { EXPECT_EQ(write_plan_result(small_result()), small_golden); }

TEST(PlanResultJson, RoundTripGivesTheSameBytes) {
    for (const PlanResult& result : {sample_result(), small_result(), PlanResult{}}) {
        const std::string written = write_plan_result(result);
        const auto read = read_plan_result(written);
        ASSERT_TRUE(read) << written;
        EXPECT_EQ(write_plan_result(*read), written);
    }
}

TEST(PlanResultJson, RoundTripKeepsWhatTheModelHolds) {
    const PlanResult before = sample_result();
    const auto after = read_plan_result(write_plan_result(before));
    ASSERT_TRUE(after);
    EXPECT_EQ(after->status(), before.status());
    ASSERT_EQ(after->norms.size(), before.norms.size());
    for (std::size_t i = 0; i < before.norms.size(); ++i) {
        EXPECT_EQ(after->norms[i].value, before.norms[i].value);
        EXPECT_EQ(after->norms[i].unit, before.norms[i].unit);
        EXPECT_EQ(after->norms[i].flags, before.norms[i].flags);
        EXPECT_EQ(after->norms[i].inherited, before.norms[i].inherited);
        EXPECT_EQ(after->norms[i].provenance.quote, before.norms[i].provenance.quote);
    }
    ASSERT_EQ(after->flags.size(), before.flags.size());
    for (std::size_t i = 0; i < before.flags.size(); ++i) {
        EXPECT_EQ(after->flags[i].message(), before.flags[i].message());
        EXPECT_EQ(after->flags[i].norms, before.flags[i].norms);
        EXPECT_EQ(after->flags[i].provenance.has_value(), before.flags[i].provenance.has_value());
    }
    EXPECT_EQ(after->documents[0].failures, before.documents[0].failures);
    EXPECT_EQ(after->norms[0].area, before.norms[0].area);
    ASSERT_EQ(after->maps.size(), before.maps.size());
    EXPECT_EQ(after->maps[0].placement.source, before.maps[0].placement.source);
    EXPECT_EQ(after->maps[0].control_points, before.maps[0].control_points);
    ASSERT_EQ(after->maps[0].objects.size(), before.maps[0].objects.size());
    EXPECT_EQ(after->maps[0].objects[0].area, before.maps[0].objects[0].area);
    EXPECT_EQ(after->maps[0].objects[0].values[0].value, before.maps[0].objects[0].values[0].value);
    EXPECT_EQ(after->maps[0].objects[0].values[0].place, before.maps[0].objects[0].values[0].place);
}

TEST(PlanResultJson, WhoWritesAPlanByHandNeedsNoMaps) {
    std::string text(small_golden);
    const std::string_view maps = ",\n  \"maps\": []";
    text.erase(text.find(maps), maps.size());
    EXPECT_TRUE(read_plan_result(text));
}

TEST(PlanResultJson, BytesThatAreNotUtf8CostNoPlan) {
    PlanResult result = small_result();
    result.name = "a\xFFz";
    const std::string written = write_plan_result(result);
    EXPECT_NE(written.find("a\uFFFDz"), std::string::npos);
    EXPECT_TRUE(read_plan_result(written));
}

/// The golden with one piece of text replaced.
std::string damaged(std::string_view piece, std::string_view by) {
    std::string text(small_golden);
    const std::size_t at = text.find(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    return text.replace(at, piece.size(), by);
}

TEST(PlanResultReader, RefusesWhatIsNotWhole) {
    EXPECT_FALSE(read_plan_result(""));
    EXPECT_FALSE(read_plan_result("[]"));
    EXPECT_FALSE(read_plan_result("{}"));
    EXPECT_FALSE(read_plan_result(small_golden.substr(0, small_golden.size() / 2)));
    EXPECT_FALSE(read_plan_result(damaged("planlezer/1", "planlezer/9")));
    EXPECT_FALSE(read_plan_result(damaged("\"10.5\"", "10.5")));
    EXPECT_FALSE(read_plan_result(damaged("\"10.5\"", "\"10,5\"")));
    EXPECT_FALSE(read_plan_result(damaged("at_most", "most")));
    EXPECT_FALSE(read_plan_result(damaged("\"unit\": \"m\"", "\"unit\": \"mm\"")));
    EXPECT_FALSE(read_plan_result(damaged("[\"OCR_DIGIT_WEAK\"]", "[\"OCR\"]")));
    EXPECT_FALSE(read_plan_result(damaged("[\"n0001\"]", "[\"n0002\"]")));
    EXPECT_FALSE(read_plan_result(damaged("[\"n0001\"]", "[\"n001\"]")));
    EXPECT_FALSE(read_plan_result(damaged("[\"n0001\"]", "[\"n0000\"]")));
    EXPECT_FALSE(read_plan_result(damaged("2.0, 3.5, ", "2.0, ")));
    EXPECT_FALSE(read_plan_result(damaged("\"pages\": 2", "\"pages\": -2")));
    EXPECT_FALSE(read_plan_result(damaged("\"pages\": 2", "\"pages\": 99999999999")));
    EXPECT_FALSE(read_plan_result(damaged("\"inherited\": [],", "")));
    EXPECT_FALSE(read_plan_result(damaged("\"kind\": \"unknown\"", "\"kind\": \"here\"")));
    EXPECT_FALSE(read_plan_result(damaged("MultiPolygon", "Point")));
    EXPECT_FALSE(read_plan_result(damaged("[120000.0, 487000.0]]", "[120000.0, 487001.0]]"))) << "an open ring";
}

TEST(PlanResultReader, DeepNestingIsRefusedWithoutHarm) {
    EXPECT_FALSE(read_plan_result(std::string(200000, '[')));
    EXPECT_FALSE(read_plan_result(std::string(200000, '[') + std::string(200000, ']')));
}

}  // namespace
}  // namespace planlezer
