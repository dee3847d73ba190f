#include "extractors/map/raster/sign_outlines.hpp"

#include <cmath>
#include <cstddef>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double beside = 0.7;     // millimetres from where the outline should be
constexpr double thickest = 0.6;   // millimetres
constexpr double beyond = 0.35;    // millimetres: there a line that crosses shows on both sides

/// A place on an outline and the way out of it, of length 1.
struct Edge {
    Point at;
    Point out;
};

std::vector<Edge> box_edges(const Box& box) {
    std::vector<Edge> edges;
    for (double x = box.x0; x <= box.x1; x += 0.5) {
        edges.push_back({{x, box.y0}, {0, -1}});
        edges.push_back({{x, box.y1}, {0, 1}});
    }
    for (double y = box.y0; y <= box.y1; y += 0.5) {
        edges.push_back({{box.x0, y}, {-1, 0}});
        edges.push_back({{box.x1, y}, {1, 0}});
    }
    return edges;
}

class Eraser {
  public:
    Eraser(Pix& ink, const SheetRaster& raster) : from_(pixCopy(nullptr, &ink)), ink_(ink), raster_(raster) {}

    void erase(const Edge& edge) {
        const double most = raster_.pixels(beside);
        for (double off = 0; off <= most; off += 0.5) {
            for (const double start : {off, -off}) {
                if (!inked(edge, start, 0)) continue;
                erase_from(edge, start);
                return;
            }
        }
    }

  private:
    [[nodiscard]] Point place(const Edge& edge, double off, double along) const {
        return {edge.at.x + off * edge.out.x - along * edge.out.y, edge.at.y + off * edge.out.y + along * edge.out.x};
    }
    [[nodiscard]] bool inked(const Edge& edge, double off, double along) const {
        const Point p = place(edge, off, along);
        l_uint32 value = 0;
        pixGetPixel(from_.get(), static_cast<int>(std::floor(p.x)), static_cast<int>(std::floor(p.y)), &value);
        return value != 0;
    }
    /// Ink here or a little to the side.
    [[nodiscard]] bool inked_about(const Edge& edge, double off) const {
        const double reach = raster_.pixels(beyond);
        for (double along = -reach; along <= reach; along += 0.5) {
            if (inked(edge, off, along)) return true;
        }
        return false;
    }
    void erase_from(const Edge& edge, double start) {
        const double most = raster_.pixels(thickest);
        double inner = start;
        double outer = start;
        while (outer - inner <= most && inked(edge, inner - 0.5, 0)) inner -= 0.5;
        while (outer - inner <= most && inked(edge, outer + 0.5, 0)) outer += 0.5;
        if (outer - inner > most) return;
        const double clear = raster_.pixels(beyond);
        if (inked_about(edge, outer + clear) && inked_about(edge, inner - clear)) return;
        for (double off = inner; off <= outer; off += 0.5) {
            const Point p = place(edge, off, 0);
            pixSetPixel(&ink_, static_cast<int>(std::floor(p.x)), static_cast<int>(std::floor(p.y)), 0);
        }
    }

    PixHandle from_;  ///< as it was: what is erased does not change what crosses
    Pix& ink_;
    const SheetRaster& raster_;
};

}  // namespace

void erase_sign_outlines(Pix& ink, const SheetRaster& raster, const std::vector<MapSign>& signs, const std::vector<bool>& gone) {
    Eraser eraser(ink, raster);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (!gone[i] || (signs[i].shape != SignShape::square && signs[i].shape != SignShape::box)) continue;
        constexpr double room = 2;  // pixels by which the box of a sign is larger than its outline
        const Box& b = signs[i].box;
        const Box box = plane::grown({b.x0 / raster.x_points, b.y0 / raster.y_points, b.x1 / raster.x_points, b.y1 / raster.y_points}, -room);
        for (const Edge& edge : box_edges(box)) eraser.erase(edge);
    }
}

}  // namespace planlezer
