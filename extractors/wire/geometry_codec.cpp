// Points, rings and polygons on the wire. A ring has three points at least: fewer are no area.
#include "extractors/wire/geometry_codec.hpp"

#include "extractors/wire/messages.hpp"

namespace planlezer::wire {

namespace {

constexpr std::size_t least_ring_points = 3;
constexpr std::size_t least_ring_bytes = 4 + least_ring_points * point_bytes;

}  // namespace

// Not in the namespace above: put_all and get_all look for them by their arguments.

void put(Writer& out, const Ring& ring) { put_all(out, ring); }

void get(Reader& in, Ring& ring) {
    get_all(in, ring, max_points_per_ring, point_bytes);
    in.require(ring.size() >= least_ring_points);
}

void put(Writer& out, const Polygon& polygon) {
    put(out, polygon.outer);
    out.integer(static_cast<std::uint32_t>(polygon.holes.size()));
    for (const Ring& hole : polygon.holes) put(out, hole);
}

void get(Reader& in, Polygon& polygon) {
    get(in, polygon.outer);
    const std::size_t holes = in.count(max_rings_per_area, least_ring_bytes);
    for (std::size_t i = 0; i < holes && in.good(); ++i) get(in, polygon.holes.emplace_back());
}

void put(Writer& out, const Point& point) {
    out.number(point.x);
    out.number(point.y);
}

void get(Reader& in, Point& point) {
    point.x = in.number();
    point.y = in.number();
}

void put(Writer& out, const MultiPolygon& shape) {
    out.integer(static_cast<std::uint32_t>(shape.size()));
    for (const Polygon& polygon : shape) put(out, polygon);
}

void get(Reader& in, MultiPolygon& shape) {
    const std::size_t polygons = in.count(max_rings_per_area, least_ring_bytes + 4);
    for (std::size_t i = 0; i < polygons && in.good(); ++i) get(in, shape.emplace_back());
}

}  // namespace planlezer::wire
