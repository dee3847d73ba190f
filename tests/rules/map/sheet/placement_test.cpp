// Sheets find their place on the earth, tell how well, and refuse a place that is not theirs.
#include "rules/map/sheet/placement.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "rules/map/sheet/contour_match.hpp"
#include "rules/map/sheet/fit.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {
namespace {

constexpr double metres_a_point = 0.0254 / 72 * 1000;  // 1:1000

/// North up, the sheet's upper left corner at (120000, 487000).
Affine true_place() { return {metres_a_point, 0, 120000, 0, -metres_a_point, 487000}; }

ControlPoint cross(double x, double y) { return {{x, y}, transformed(Point{x, y}, true_place())}; }

MapSheet sheet() {
    MapSheet made;
    made.text.width = 842;
    made.text.height = 595;
    made.scale = 1000;
    return made;
}

double off(const Affine& found, const Affine& expected) {
    double worst = 0;
    for (const Point p : {Point{0, 0}, Point{842, 0}, Point{0, 595}, Point{842, 595}}) {
        const Point a = transformed(p, found);
        const Point b = transformed(p, expected);
        worst = std::max(worst, std::hypot(a.x - b.x, a.y - b.y));
    }
    return worst;
}

TEST(Placement, CrossesWithOneMisreadCoordinate) {
    MapSheet drawn = sheet();
    drawn.crosses = {cross(100, 100), cross(700, 100), cross(100, 500), cross(700, 500), cross(400, 300)};
    drawn.crosses[2].rd.x += 1000;  // a digit misread
    const auto placed = place(drawn, {}, {});
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->placement.source, PlacementSource::grid_crosses);
    EXPECT_LT(off(placed->to_map, true_place()), 0.001);
    EXPECT_EQ(placed->points.size(), 4U) << "without the misread one";
    ASSERT_TRUE(placed->placement.residual);
    EXPECT_LT(*placed->placement.residual, 0.001);
}

TEST(Placement, TwoCrossesAreTooFew) {
    MapSheet drawn = sheet();
    drawn.crosses = {cross(100, 100), cross(700, 500)};
    const auto placed = place(drawn, {}, {});
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->placement.source, PlacementSource::scale_only);
    EXPECT_FALSE(placed->placement.on_earth);
    EXPECT_NEAR(transformed(Point{72, 595}, placed->to_map).x, 25.4, 1e-9) << "an inch at 1:1000, from the lower left corner";
}

TEST(Placement, CrossesThatDenyThePrintedScaleAreMisread) {
    MapSheet drawn = sheet();
    drawn.crosses = {cross(100, 100), cross(700, 100), cross(100, 500), cross(700, 500)};
    drawn.scale = 5000;
    EXPECT_EQ(place(drawn, {}, {})->placement.source, PlacementSource::scale_only);
}

TEST(Placement, AWorldFileCountsFromTheMiddleOfTheFirstPixel) {
    MapSheet drawn = sheet();
    drawn.pixels_a_point_x = drawn.pixels_a_point_y = 300.0 / 72;
    const double pixel = metres_a_point * 72 / 300;
    SheetSurroundings around;
    around.world_file = Affine{pixel, 0, 120000 + pixel / 2, 0, -pixel, 487000 - pixel / 2};
    const auto placed = place(drawn, {}, around);
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->placement.source, PlacementSource::world_file);
    EXPECT_LT(off(placed->to_map, true_place()), 1e-6);
    around.world_file = Affine{1e-5, 0, 5.1, 0, -1e-5, 52.3};  // degrees
    EXPECT_EQ(place(drawn, {}, around)->placement.source, PlacementSource::scale_only);
}

MultiPolygon contour() { return {{{{100, 100}, {500, 80}, {700, 300}, {620, 480}, {300, 400}, {120, 470}}, {}}}; }

TEST(Placement, AContourFitsThatOfTheGml) {
    const double turn = 30 * std::numbers::pi / 180;
    const double m = metres_a_point * 1.02;  // the copy is a little larger
    const Affine turned{m * std::cos(turn), m * std::sin(turn), 120000, m * std::sin(turn), -m * std::cos(turn), 487000};
    MultiPolygon drawn = contour();
    drawn[0].outer.insert(drawn[0].outer.begin() + 1, Point{300, 92});  // other corners, wobbling by a line's width
    drawn[0].outer[3].x += 0.3;
    PlanMap imro;
    PlanObject plan;
    plan.kind = PlanObjectKind::plangebied;
    plan.area = cleaned(transformed(contour(), turned));
    imro.objects.push_back(plan);
    MapSheet on_sheet = sheet();
    on_sheet.north = -30;
    SheetSurroundings around;
    around.imro = &imro;
    const auto placed = place(on_sheet, drawn, around);
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->placement.source, PlacementSource::imro_contour);
    EXPECT_LT(off(placed->to_map, turned), 0.5);
    ASSERT_TRUE(placed->placement.residual);
    EXPECT_GT(*placed->placement.residual, 0);
    EXPECT_LT(*placed->placement.residual, 0.3);
}

TEST(Placement, AnotherPlansContourDoesNotFit) {
    const MultiPolygon other{{{{0, 0}, {300, 0}, {300, 40}, {40, 40}, {40, 300}, {0, 300}}, {}}};
    EXPECT_FALSE(match_contours(contour(), other, 0));
}

TEST(Fit, APaperThatShrankUnevenlyWantsAnAffine) {
    std::vector<ControlPoint> points;
    for (const double x : {100.0, 400.0, 700.0}) {
        for (const double y : {100.0, 500.0}) points.push_back({{x * 0.995, y}, transformed(Point{x, y}, true_place())});
    }
    const auto stiff = fit_similarity(points);
    const auto free = fit_affine(points);
    ASSERT_TRUE(stiff && free);
    EXPECT_GT(*stiff->residual, 0.1);
    EXPECT_LT(*free->residual, 1e-6);
    EXPECT_FALSE(fit_affine(std::vector<ControlPoint>{cross(0, 0), cross(100, 0), cross(200, 0)})) << "on one line";
}

}  // namespace
}  // namespace planlezer
