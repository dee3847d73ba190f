#include "schemas/review/review_queue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schemas/review/review_csv.hpp"
#include "schemas/review/review_json.hpp"
#include "tests/schemas/sample_result.hpp"

namespace planlezer {
namespace {

using ::testing::ElementsAre;

TEST(ReviewQueue, NormsInReviewFirstThenFindingsOfTheirOwn) {
    const PlanResult result = testing::sample_result();
    const auto queue = review_queue(result);
    ASSERT_EQ(queue.size(), 5U);
    EXPECT_EQ(queue[0].norm_id, "n0002");
    EXPECT_EQ(queue[1].norm_id, "n0003");
    EXPECT_EQ(queue[2].norm_id, "n0004");
    EXPECT_EQ(queue[3].norm_id, "");
    EXPECT_THAT(queue[3].codes, ElementsAre(FlagCode::numbering_gap)) << "not NUMBER_REPAIRED: that is only information";
    EXPECT_THAT(queue[4].codes, ElementsAre(FlagCode::draft_document)) << "points at an accepted norm: not told yet";
}

TEST(ReviewQueue, ANormTellsEveryReasonOnce) {
    const PlanResult result = testing::sample_result();
    const ReviewItem item = review_queue(result).front();
    EXPECT_THAT(item.codes, ElementsAre(FlagCode::ocr_digit_weak, FlagCode::value_implausible));
    EXPECT_THAT(item.sentences,
                ElementsAre("Een cijfer in deze waarde is met twijfel gelezen: '35'.",
                            "De waarde valt buiten wat voor deze norm gebruikelijk is: zie de aangewezen plaats."));
    EXPECT_EQ(item.advice.size(), 2U);
    EXPECT_EQ(item.page, 8);
}

TEST(ReviewQueue, LowConfidenceAloneIsAReasonToo) {
    const PlanResult result = testing::sample_result();
    const ReviewItem item = review_queue(result)[2];
    EXPECT_TRUE(item.codes.empty());
    EXPECT_THAT(item.sentences, ElementsAre("De zekerheid van deze norm (0,871) is te laag om haar zonder controle te gebruiken."));
}

TEST(ReviewCsv, IsTheGolden) {
    PlanResult result = testing::sample_result();
    result.norms.erase(result.norms.begin() + 2, result.norms.end());
    result.flags = {result.flags[0], result.flags[3]};
    EXPECT_EQ(review_csv_header() + review_csv_rows(result),
              "\xEF\xBB\xBFplan_id;norm_id;kind;value;unit;bestemming;subject;article;file;page;flags;message;advice;quote\r\n"
              "NL.IMRO.0000.proef-va01;n0002;maximum goothoogte;35;m;Wonen - 1;hoofdgebouwen;art. 4.2;regels.pdf;8;"
              "OCR_DIGIT_WEAK VALUE_IMPLAUSIBLE;Een cijfer in deze waarde is met twijfel gelezen: '35'. De waarde valt buiten wat "
              "voor deze norm gebruikelijk is: zie de aangewezen plaats.;\"Vergelijk de waarde met het beeld van de pagina. "
              "Controleer de waarde; mogelijk is een komma weggevallen of de eenheid anders.\";'=goothoogte 35 m\r\n"
              "NL.IMRO.0000.proef-va01;;;;;;;;regels.pdf;8;NUMBERING_GAP;In de nummering ontbreekt iets: 4.3 ontbreekt.;"
              "Kijk of een pagina ontbreekt en voeg haar toe.;4.4 Afwijken\r\n");
}

TEST(ReviewJson, IsTheGoldenAlsoOverSeveralPlans) {
    PlanResult clean;
    PlanResult result = testing::sample_result();
    result.norms.clear();
    result.flags = {result.flags[3]};
    ReviewJson review;
    std::string text = ReviewJson::begin();
    text += review.plan(clean);
    text += review.plan(result);
    text += review.plan(clean);
    text += review.plan(result);
    text += review.end();
    const std::string item = R"(    {
      "plan_id": "NL.IMRO.0000.proef-va01",
      "norm": null,
      "kind": null,
      "value": null,
      "unit": null,
      "bestemming": null,
      "subject": null,
      "article": null,
      "file": "regels.pdf",
      "page": 8,
      "flags": ["NUMBERING_GAP"],
      "messages": ["In de nummering ontbreekt iets: 4.3 ontbreekt."],
      "advice": ["Kijk of een pagina ontbreekt en voeg haar toe."],
      "quote": "4.4 Afwijken"
    })";
    EXPECT_EQ(text, "{\n  \"format\": \"planlezer-review/1\",\n  \"items\": [\n" + item + ",\n" + item + "\n  ]\n}\n");
}

TEST(ReviewJson, AnEmptyQueueIsWholeToo) {
    ReviewJson review;
    EXPECT_EQ(ReviewJson::begin() + review.plan(PlanResult{}) + review.end(),
              "{\n  \"format\": \"planlezer-review/1\",\n  \"items\": []\n}\n");
}

}  // namespace
}  // namespace planlezer
