#include "extractors/map/geos.hpp"

#include <geos_c.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "extractors/map/plane.hpp"

namespace planlezer::geos {

namespace {

/// One context a process: a worker has one thread.
GEOSContextHandle_t context() {
    struct Finish {
        void operator()(GEOSContextHandle_HS* handle) const { GEOS_finish_r(handle); }
    };
    static const std::unique_ptr<GEOSContextHandle_HS, Finish> handle(GEOS_init_r());
    return handle.get();
}

struct Destroy {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context(), geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

GEOSCoordSequence* sequence(const Ring& points, bool close) {
    const auto count = static_cast<unsigned>(points.size() + (close ? 1 : 0));
    GEOSCoordSequence* coordinates = GEOSCoordSeq_create_r(context(), count, 2);
    for (unsigned i = 0; i < count; ++i) {
        const Point& p = points[i % points.size()];
        GEOSCoordSeq_setXY_r(context(), coordinates, i, p.x, p.y);
    }
    return coordinates;
}

Geometry line(const Ring& points) { return Geometry(GEOSGeom_createLineString_r(context(), sequence(points, false))); }

Geometry collection(int type, std::vector<Geometry>& parts) {
    std::vector<GEOSGeometry*> raw;
    for (Geometry& part : parts) raw.push_back(part.release());
    return Geometry(GEOSGeom_createCollection_r(context(), type, raw.data(), static_cast<unsigned>(raw.size())));
}

Geometry polygon(const Polygon& shape) {
    std::vector<GEOSGeometry*> holes;
    for (const Ring& hole : shape.holes) {
        if (hole.size() >= 3) holes.push_back(GEOSGeom_createLinearRing_r(context(), sequence(hole, true)));
    }
    GEOSGeometry* outer = GEOSGeom_createLinearRing_r(context(), sequence(shape.outer, true));
    return Geometry(GEOSGeom_createPolygon_r(context(), outer, holes.data(), static_cast<unsigned>(holes.size())));
}

Geometry valid(Geometry geometry) {
    if (!geometry || GEOSisValid_r(context(), geometry.get()) == 1) return geometry;
    return Geometry(GEOSMakeValid_r(context(), geometry.get()));
}

Geometry to_geos(const MultiPolygon& shape) {
    std::vector<Geometry> parts;
    for (const Polygon& part : shape) {
        if (part.outer.size() >= 3) parts.push_back(polygon(part));
    }
    return valid(collection(GEOS_MULTIPOLYGON, parts));
}

Ring ring_of(const GEOSGeometry* ring) {
    const GEOSCoordSequence* coordinates = GEOSGeom_getCoordSeq_r(context(), ring);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(context(), coordinates, &count);
    Ring points;
    for (unsigned i = 0; i + 1 < count; ++i) {
        Point p;
        GEOSCoordSeq_getXY_r(context(), coordinates, i, &p.x, &p.y);
        points.push_back(p);
    }
    return points;
}

/// Outer rings counter-clockwise as seen, holes clockwise.
Ring wound(Ring ring, bool counter_clockwise) {
    if ((plane::signed_area(ring) > 0) != counter_clockwise) std::ranges::reverse(ring);
    return ring;
}

void collect(const GEOSGeometry* geometry, MultiPolygon& shape) {
    const int type = GEOSGeomTypeId_r(context(), geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(context(), geometry) == 1) return;
        Polygon part;
        part.outer = wound(ring_of(GEOSGetExteriorRing_r(context(), geometry)), true);
        const int holes = GEOSGetNumInteriorRings_r(context(), geometry);
        for (int i = 0; i < holes; ++i) part.holes.push_back(wound(ring_of(GEOSGetInteriorRingN_r(context(), geometry, i)), false));
        shape.push_back(std::move(part));
    } else if (type >= GEOS_MULTIPOINT) {
        const int parts = GEOSGetNumGeometries_r(context(), geometry);
        for (int i = 0; i < parts; ++i) collect(GEOSGetGeometryN_r(context(), geometry, i), shape);
    }
}

MultiPolygon from_geos(const Geometry& geometry) {
    MultiPolygon shape;
    if (geometry) collect(geometry.get(), shape);
    return shape;
}

}  // namespace

MultiPolygon filled(const std::vector<Ring>& rings, bool nonzero) {
    Geometry sum;
    for (const Ring& ring : rings) {
        if (ring.size() < 3) continue;
        Geometry part = valid(polygon({ring, {}}));
        if (!part) continue;
        if (!sum) {
            sum = std::move(part);
            continue;
        }
        // Of rings that turn the same way the nonzero rule fills both; a ring that turns against the others cuts a hole.
        const bool same_turn = nonzero && (plane::signed_area(ring) > 0) == (plane::signed_area(rings[0]) > 0);
        sum.reset(same_turn ? GEOSUnion_r(context(), sum.get(), part.get()) : GEOSSymDifference_r(context(), sum.get(), part.get()));
    }
    return from_geos(sum);
}

MultiPolygon common(const MultiPolygon& a, const MultiPolygon& b) {
    const Geometry left = to_geos(a);
    const Geometry right = to_geos(b);
    if (!left || !right) return {};
    return from_geos(Geometry(GEOSIntersection_r(context(), left.get(), right.get())));
}

MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b) {
    const Geometry left = to_geos(a);
    const Geometry right = to_geos(b);
    if (!left || !right) return {};
    return from_geos(Geometry(GEOSDifference_r(context(), left.get(), right.get())));
}

MultiPolygon joined(const std::vector<MultiPolygon>& parts) {
    std::vector<Geometry> all;
    for (const MultiPolygon& part : parts) {
        if (Geometry geometry = to_geos(part)) all.push_back(std::move(geometry));
    }
    const Geometry together = collection(GEOS_GEOMETRYCOLLECTION, all);
    return from_geos(Geometry(GEOSUnaryUnion_r(context(), together.get())));
}

MultiPolygon around(const std::vector<Ring>& lines, double reach) {
    std::vector<Geometry> parts;
    for (const Ring& points : lines) {
        if (points.size() < 2) continue;
        if (Geometry part(GEOSBufferWithStyle_r(context(), line(points).get(), reach, 2, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, 2)); part) {
            parts.push_back(std::move(part));
        }
    }
    const Geometry together = collection(GEOS_GEOMETRYCOLLECTION, parts);
    return from_geos(Geometry(GEOSUnaryUnion_r(context(), together.get())));
}

MultiPolygon grown(const MultiPolygon& shape, double by) {
    const Geometry geometry = to_geos(shape);
    if (!geometry) return {};
    return from_geos(Geometry(GEOSBufferWithStyle_r(context(), geometry.get(), by, 2, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, 2)));
}

Point point_inside(const Polygon& shape) {
    const Geometry geometry = polygon(shape);
    const Geometry place(GEOSPointOnSurface_r(context(), geometry.get()));
    Point p = shape.outer.front();
    if (place) {
        GEOSGeomGetX_r(context(), place.get(), &p.x);
        GEOSGeomGetY_r(context(), place.get(), &p.y);
    }
    return p;
}

std::vector<Polygon> faces(const std::vector<Ring>& lines, double snap) {
    std::vector<Geometry> parts;
    for (const Ring& points : lines) {
        if (points.size() >= 2) parts.push_back(line(points));
    }
    if (parts.empty()) return {};
    Geometry together = collection(GEOS_MULTILINESTRING, parts);
    if (snap > 0) {
        if (Geometry snapped(GEOSSnap_r(context(), together.get(), together.get(), snap)); snapped) together = std::move(snapped);
    }
    const Geometry noded(GEOSUnaryUnion_r(context(), together.get()));
    if (!noded) return {};
    const GEOSGeometry* raw = noded.get();
    return from_geos(Geometry(GEOSPolygonize_r(context(), &raw, 1)));
}

}  // namespace planlezer::geos
