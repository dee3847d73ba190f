#include "schemas/csv/norms_csv.hpp"

#include <gtest/gtest.h>

#include "tests/schemas/sample_result.hpp"

namespace planlezer {
namespace {

TEST(NormsCsv, IsTheGolden) {
    const std::string table = norms_csv_header() + norms_csv_rows(testing::sample_result());
    EXPECT_EQ(table,
              "\xEF\xBB\xBFplan_id;norm_id;kind;comparator;value;unit;value_source;formula;role;bestemming;subject;aanduiding;"
              "condition;exceptions;article;location;confidence;status;flags;file;page;quote;rule\r\n"
              "NL.IMRO.0000.proef-va01;n0001;maximum bouwhoogte;at_most;10,5;m;text;;rule;Wonen - 1;hoofdgebouwen;"
              "bouwvlak | specifieke bouwaanduiding - 1;\"vóór de voorgevel; \"\"plat\"\" afgedekt\";tenzij het bestaande meer is;"
              "art. 4.2.2 onder b;bouwvlak;0,993;accepted;;regels.pdf;7;"
              "\"de bouwhoogte van hoofdgebouwen mag niet meer dan 10,50 m bedragen\";bouwhoogte@1/phrase-3\r\n"
              "NL.IMRO.0000.proef-va01;n0002;maximum goothoogte;at_most;35;m;text;;rule;Wonen - 1;hoofdgebouwen;;;;art. 4.2;"
              "unknown;0,41;review;OCR_DIGIT_WEAK VALUE_IMPLAUSIBLE;regels.pdf;8;'=goothoogte 35 m;bouwhoogte@1/phrase-3\r\n"
              "NL.IMRO.0000.proef-va01;n0003;maximum bouwhoogte;at_most;;m;formula;goothoogte + 4 m;deviation;;;;;;art. 4.4;"
              "unknown;0,9;review;FORMULA;regels.pdf;9;goothoogte + 4 m;\r\n"
              "NL.IMRO.0000.proef-va01;n0004;minimum afstand;at_least;3;m;table;;rule;;;;;;;unknown;0,871;review;;regels.pdf;9;"
              "3 m;afstand@1/cel-1\r\n");
}

TEST(NormsCsv, APlanWithoutNormsHasNoRows) { EXPECT_EQ(norms_csv_rows(PlanResult{}), ""); }

}  // namespace
}  // namespace planlezer
