#include "extractors/map/geo_fit.hpp"

#include <proj.h>

#include <cmath>
#include <memory>

namespace planlezer {

namespace {

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ProjectionDeleter {
    void operator()(PJ* projection) const { proj_destroy(projection); }
};

// Said in full, so that PROJ needs no database: a worker may open no files. The seven parameters are EPSG:4833's.
constexpr const char* rd_of_bessel = "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel";
constexpr const char* rd_of_wgs84 =
    "+proj=pipeline +step +proj=cart +ellps=GRS80 "
    "+step +inv +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524 +rx=-0.398957 +ry=0.343988 +rz=-1.877402 +s=4.0725 +convention=position_vector "
    "+step +inv +proj=cart +ellps=bessel "
    "+step +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel";

/// One row of the solution: value = a*x + b*y + c about the middle of the points.
struct Sums {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    double xv = 0;
    double yv = 0;
};

}  // namespace

std::optional<Affine> fitted(const std::vector<ControlPoint>& points) {
    if (points.size() < 3) return std::nullopt;
    const auto count = static_cast<double>(points.size());
    Point sheet;
    Point earth;
    for (const ControlPoint& p : points) {
        sheet = {sheet.x + p.sheet.x / count, sheet.y + p.sheet.y / count};
        earth = {earth.x + p.rd.x / count, earth.y + p.rd.y / count};
    }
    Sums east;
    Sums north;
    for (const ControlPoint& p : points) {
        const double x = p.sheet.x - sheet.x;
        const double y = p.sheet.y - sheet.y;
        for (Sums* sums : {&east, &north}) {
            const double value = sums == &east ? p.rd.x - earth.x : p.rd.y - earth.y;
            sums->xx += x * x;
            sums->xy += x * y;
            sums->yy += y * y;
            sums->xv += x * value;
            sums->yv += y * value;
        }
    }
    const double determinant = east.xx * east.yy - east.xy * east.xy;
    if (!(determinant > 1e-6 * east.xx * east.yy)) return std::nullopt;
    Affine affine;
    affine.a = (east.xv * east.yy - east.yv * east.xy) / determinant;
    affine.b = (east.yv * east.xx - east.xv * east.xy) / determinant;
    affine.d = (north.xv * north.yy - north.yv * north.xy) / determinant;
    affine.e = (north.yv * north.xx - north.xv * north.xy) / determinant;
    affine.c = earth.x - affine.a * sheet.x - affine.b * sheet.y;
    affine.f = earth.y - affine.d * sheet.x - affine.e * sheet.y;
    return affine;
}

std::optional<Point> to_rd(double latitude, double longitude, bool amersfoort) {
    static const std::unique_ptr<PJ_CONTEXT, ContextDeleter> context(proj_context_create());
    static const std::unique_ptr<PJ, ProjectionDeleter> bessel(proj_create(context.get(), rd_of_bessel));
    static const std::unique_ptr<PJ, ProjectionDeleter> wgs84(proj_create(context.get(), rd_of_wgs84));
    PJ* projection = amersfoort ? bessel.get() : wgs84.get();
    if (projection == nullptr || !(std::abs(latitude) <= 90) || !(std::abs(longitude) <= 180)) return std::nullopt;
    const PJ_COORD at = proj_trans(projection, PJ_FWD, proj_coord(proj_torad(longitude), proj_torad(latitude), 0, 0));
    if (!std::isfinite(at.xy.x + at.xy.y)) return std::nullopt;
    return Point{at.xy.x, at.xy.y};
}

}  // namespace planlezer
