#include "schemas/geometry/polygons.hpp"

#include <geos_c.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

namespace planlezer {

namespace {

/// GEOS wants a context a thread; it lives as long as the thread.
GEOSContextHandle_t context() {
    struct Context {
        GEOSContextHandle_t handle = GEOS_init_r();
        Context() = default;
        Context(const Context&) = delete;
        Context& operator=(const Context&) = delete;
        ~Context() { GEOS_finish_r(handle); }
    };
    thread_local const Context mine;
    return mine.handle;
}

struct Destroy {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context(), geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

bool is_finite(const Ring& ring) {
    return std::ranges::all_of(ring, [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

GEOSGeometry* linear_ring(const Ring& ring) {
    std::vector<double> flat;
    flat.reserve((ring.size() + 1) * 2);
    for (const Point p : ring) flat.insert(flat.end(), {p.x, p.y});
    if (ring.front() != ring.back()) flat.insert(flat.end(), {ring.front().x, ring.front().y});
    GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(context(), flat.data(), static_cast<unsigned>(flat.size() / 2), 0, 0);
    return points == nullptr ? nullptr : GEOSGeom_createLinearRing_r(context(), points);
}

bool is_ring(const Ring& ring) { return ring.size() >= 3 && is_finite(ring); }

GEOSGeometry* geos_polygon(const Polygon& polygon) {
    if (!is_ring(polygon.outer)) return nullptr;
    GEOSGeometry* shell = linear_ring(polygon.outer);
    if (shell == nullptr) return nullptr;
    std::vector<GEOSGeometry*> holes;
    for (const Ring& hole : polygon.holes) {
        if (!is_ring(hole)) continue;
        if (GEOSGeometry* ring = linear_ring(hole)) holes.push_back(ring);
    }
    return GEOSGeom_createPolygon_r(context(), shell, holes.data(), static_cast<unsigned>(holes.size()));
}

/// Valid, whatever came in; null when nothing is left.
Geometry geos(const MultiPolygon& shape) {
    std::vector<GEOSGeometry*> parts;
    for (const Polygon& polygon : shape) {
        if (GEOSGeometry* part = geos_polygon(polygon)) parts.push_back(part);
    }
    if (parts.empty()) return nullptr;
    Geometry all(GEOSGeom_createCollection_r(context(), GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size())));
    if (all && GEOSisValid_r(context(), all.get()) != 1) all.reset(GEOSMakeValid_r(context(), all.get()));
    return all;
}

Ring ring_of(const GEOSGeometry* line) {
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context(), line);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(context(), points, &size);
    std::vector<double> flat(std::size_t{size} * 2);
    GEOSCoordSeq_copyToBuffer_r(context(), points, flat.data(), 0, 0);
    Ring ring;
    for (std::size_t i = 0; i + 1 < size; ++i) ring.push_back({flat[2 * i], flat[2 * i + 1]});
    return ring;
}

void add_polygons(const GEOSGeometry* geometry, MultiPolygon& into) {
    if (geometry == nullptr || GEOSisEmpty_r(context(), geometry) == 1) return;
    if (GEOSGeomTypeId_r(context(), geometry) == GEOS_POLYGON) {
        Polygon polygon;
        polygon.outer = ring_of(GEOSGetExteriorRing_r(context(), geometry));
        for (int i = 0; i < GEOSGetNumInteriorRings_r(context(), geometry); ++i) {
            polygon.holes.push_back(ring_of(GEOSGetInteriorRingN_r(context(), geometry, i)));
        }
        into.push_back(std::move(polygon));
        return;
    }
    const int type = GEOSGeomTypeId_r(context(), geometry);
    if (type != GEOS_MULTIPOLYGON && type != GEOS_GEOMETRYCOLLECTION) return;  // lines and points are no area
    for (int i = 0; i < GEOSGetNumGeometries_r(context(), geometry); ++i) add_polygons(GEOSGetGeometryN_r(context(), geometry, i), into);
}

MultiPolygon polygons_of(const Geometry& geometry) {
    MultiPolygon shape;
    add_polygons(geometry.get(), shape);
    return shape;
}

double signed_area(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        twice += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
    }
    return twice / 2;
}

double ring_length(const Ring& ring) {
    double length = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        length += std::hypot(b.x - a.x, b.y - a.y);
    }
    return length;
}

bool is_sliver(const Ring& ring, double width) {
    const double length = ring_length(ring);
    return length <= 0 || 2 * std::abs(signed_area(ring)) / length <= width;
}

constexpr bool before(Point a, Point b) { return a.y < b.y || (a.y == b.y && a.x < b.x); }

/// Turned the wanted way round, beginning at its lowest, leftmost point.
void normalise(Ring& ring, bool counter_clockwise) {
    if ((signed_area(ring) > 0) != counter_clockwise) std::ranges::reverse(ring);
    std::ranges::rotate(ring, std::ranges::min_element(ring, before));
}

/// GEOS puts numbers on its grid by rounding in binary; this is the nearest double to the decimal.
void on_grid(Ring& ring, double step) {
    const double per_unit = std::round(1 / step);
    for (Point& p : ring) p = {std::round(p.x * per_unit) / per_unit, std::round(p.y * per_unit) / per_unit};
}

}  // namespace

double area(const MultiPolygon& shape) {
    double found = 0;
    const Geometry geometry = geos(shape);
    if (geometry) GEOSArea_r(context(), geometry.get(), &found);
    return found;
}

double perimeter(const MultiPolygon& shape) {
    double length = 0;
    for (const Polygon& polygon : shape) {
        length += ring_length(polygon.outer);
        for (const Ring& hole : polygon.holes) length += ring_length(hole);
    }
    return length;
}

bool meet(const Bounds& a, const Bounds& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

Bounds bounds(const MultiPolygon& shape) {
    constexpr double far = std::numeric_limits<double>::infinity();
    Bounds found{far, far, -far, -far};
    for (const Polygon& polygon : shape) {
        for (const Point p : polygon.outer) {
            found = {std::min(found.x0, p.x), std::min(found.y0, p.y), std::max(found.x1, p.x), std::max(found.y1, p.y)};
        }
    }
    return found.x0 > found.x1 ? Bounds{} : found;
}

bool contains(const MultiPolygon& shape, Point point) { return distance(shape, point) == 0; }

double distance(const MultiPolygon& shape, Point point) {
    double found = std::numeric_limits<double>::infinity();
    const Geometry geometry = geos(shape);
    if (!geometry || !std::isfinite(point.x) || !std::isfinite(point.y)) return found;
    const Geometry at(GEOSGeom_createPointFromXY_r(context(), point.x, point.y));
    if (GEOSisEmpty_r(context(), geometry.get()) != 1) GEOSDistance_r(context(), geometry.get(), at.get(), &found);
    return found;
}

Point interior_point(const MultiPolygon& shape) {
    const Geometry geometry = geos(shape);
    if (!geometry) return {};
    // The middle of the largest circle that fits: a label stands best there, and it is far from every edge.
    const Bounds box = bounds(shape);
    const double tolerance = std::max(std::hypot(box.x1 - box.x0, box.y1 - box.y0) / 200, 1e-6);
    const Geometry radius(GEOSMaximumInscribedCircle_r(context(), geometry.get(), tolerance));
    Point found;
    if (!radius) return found;
    const Geometry middle(GEOSGeomGetStartPoint_r(context(), radius.get()));
    if (!middle) return found;
    GEOSGeomGetX_r(context(), middle.get(), &found.x);
    GEOSGeomGetY_r(context(), middle.get(), &found.y);
    return found;
}

std::optional<std::string> invalidity(const MultiPolygon& shape) {
    std::vector<GEOSGeometry*> parts;
    bool whole = true;
    for (const Polygon& polygon : shape) {
        GEOSGeometry* const part = geos_polygon(polygon);
        whole = whole && part != nullptr && std::ranges::all_of(polygon.holes, is_ring);
        if (part != nullptr) parts.push_back(part);
    }
    const Geometry all(GEOSGeom_createCollection_r(context(), GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size())));
    if (!whole || !all) return "Ring without an area";
    if (GEOSisValid_r(context(), all.get()) == 1) return std::nullopt;
    char* const reason = GEOSisValidReason_r(context(), all.get());
    std::string text = reason == nullptr ? "Invalid" : reason;
    GEOSFree_r(context(), reason);
    return text;
}

MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b) {
    const Geometry first = geos(a);
    const Geometry second = geos(b);
    if (!first || !second) return {};
    return polygons_of(Geometry(GEOSIntersection_r(context(), first.get(), second.get())));
}

MultiPolygon without_holes(MultiPolygon shape) {
    for (Polygon& part : shape) part.holes.clear();
    return shape;
}

MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b) {
    const Geometry first = geos(a);
    const Geometry second = geos(b);
    if (!first) return {};
    if (!second) return polygons_of(first);
    return polygons_of(Geometry(GEOSDifference_r(context(), first.get(), second.get())));
}

MultiPolygon merged(std::span<const MultiPolygon> shapes) {
    std::vector<GEOSGeometry*> parts;
    for (const MultiPolygon& shape : shapes) {
        if (Geometry geometry = geos(shape)) parts.push_back(geometry.release());
    }
    if (parts.empty()) return {};
    const Geometry all(GEOSGeom_createCollection_r(context(), GEOS_GEOMETRYCOLLECTION, parts.data(), static_cast<unsigned>(parts.size())));
    return polygons_of(Geometry(GEOSUnaryUnion_r(context(), all.get())));
}

MultiPolygon grown(const MultiPolygon& shape, double by) {
    constexpr int quarter_segments = 8;
    constexpr double mitre_limit = 2.0;
    const Geometry geometry = geos(shape);
    if (!geometry) return {};
    return polygons_of(Geometry(GEOSBufferWithStyle_r(context(), geometry.get(), by, quarter_segments, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, mitre_limit)));
}

double overlap_ratio(const MultiPolygon& a, const MultiPolygon& b) {
    const std::array both{a, b};
    const double together = area(merged(both));
    return together <= 0 ? 0 : area(intersection(a, b)) / together;
}

MultiPolygon cleaned(const MultiPolygon& shape, double step, double sliver) {
    Geometry geometry = geos(shape);
    if (!geometry) return {};
    Geometry gridded(GEOSGeom_setPrecision_r(context(), geometry.get(), step, 0));
    MultiPolygon found = polygons_of(gridded ? gridded : geometry);
    std::erase_if(found, [&](const Polygon& polygon) { return is_sliver(polygon.outer, sliver); });
    for (Polygon& polygon : found) {
        std::erase_if(polygon.holes, [&](const Ring& hole) { return is_sliver(hole, sliver); });
        on_grid(polygon.outer, step);
        normalise(polygon.outer, true);
        for (Ring& hole : polygon.holes) {
            on_grid(hole, step);
            normalise(hole, false);
        }
        std::ranges::sort(polygon.holes, before, [](const Ring& ring) { return ring.front(); });
    }
    std::ranges::sort(found, before, [](const Polygon& polygon) { return polygon.outer.front(); });
    return found;
}

Point transformed(Point p, const Affine& m) { return {m.a * p.x + m.b * p.y + m.c, m.d * p.x + m.e * p.y + m.f}; }

MultiPolygon transformed(const MultiPolygon& shape, const Affine& affine) {
    const auto move = [&affine](Ring& ring) {
        for (Point& p : ring) p = transformed(p, affine);
    };
    MultiPolygon moved = shape;
    for (Polygon& polygon : moved) {
        move(polygon.outer);
        for (Ring& hole : polygon.holes) move(hole);
    }
    return moved;
}

}  // namespace planlezer
