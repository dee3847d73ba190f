#include "schemas/gcp/gcp_points.hpp"

#include <gtest/gtest.h>

namespace planlezer {
namespace {

TEST(GcpPoints, AreInPixelsOfTheImageYDown) {
    PlanMap map;
    map.control_points = {{{72, 144}, {120000.5, 487000}}};
    map.pixels_a_point_x = map.pixels_a_point_y = 300.0 / 72;
    EXPECT_EQ(gcp_points(map), "mapX,mapY,pixelX,pixelY,enable,dX,dY,residual\n120000.5,487000,300,-600,1,0,0,0\n");
}

TEST(GcpPoints, OfADrawingAreInPixelsAsGdalOpensIt) {
    PlanMap map;
    map.control_points = {{{72, 144}, {120000, 487000}}};
    EXPECT_EQ(gcp_points(map), "mapX,mapY,pixelX,pixelY,enable,dX,dY,residual\n120000,487000,150,-300,1,0,0,0\n");
}

}  // namespace
}  // namespace planlezer
