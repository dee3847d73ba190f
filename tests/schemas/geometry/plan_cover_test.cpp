#include "schemas/geometry/plan_cover.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

PlanObject object(PlanObjectKind kind, double x0, double x1, double confidence = 1) {
    PlanObject made;
    made.kind = kind;
    made.area = {{{{x0, 0}, {x1, 0}, {x1, 100}, {x0, 100}}, {}}};
    made.confidence = confidence;
    return made;
}

PlanMap sheet(std::vector<PlanObject> objects) {
    PlanMap map;
    map.page = 1;
    map.objects = std::move(objects);
    return map;
}

using enum PlanObjectKind;

TEST(PlanCover, WhatNoSureBestemmingHasIsWithout) {
    EXPECT_NEAR(ground_without_bestemming(sheet({object(plangebied, 0, 100), object(enkelbestemming, 0, 60), object(enkelbestemming, 60, 100)})), 0, 1e-9);
    EXPECT_NEAR(ground_without_bestemming(sheet({object(plangebied, 0, 100), object(enkelbestemming, 0, 60), object(enkelbestemming, 60, 100, 0.6)})), 0.4, 1e-9);
    EXPECT_NEAR(ground_without_bestemming(sheet({object(enkelbestemming, 0, 75), object(enkelbestemming, 75, 100, 0.6)})), 0.25, 1e-9) << "no border";
    EXPECT_NEAR(ground_without_bestemming(sheet({object(enkelbestemming, 0, 90), object(enkelbestemming, 110, 200)})), 0.1, 0.01) << "a street";
    EXPECT_EQ(ground_without_bestemming(sheet({object(enkelbestemming, 0, 90), object(enkelbestemming, 190, 280)})), 0) << "two parts of a plan";
    EXPECT_EQ(ground_without_bestemming(sheet({})), 0);
}

TEST(PlanCover, ASheetIsHalfReadAndImroNever) {
    PlanMap map = sheet({object(plangebied, 0, 100), object(enkelbestemming, 0, 90)});
    EXPECT_TRUE(is_half_read(map));
    map.page = 0;
    EXPECT_FALSE(is_half_read(map));
    EXPECT_FALSE(is_half_read(sheet({object(plangebied, 0, 100), object(enkelbestemming, 0, 98)}))) << "lines and signs take that";
}

}  // namespace
}  // namespace planlezer
