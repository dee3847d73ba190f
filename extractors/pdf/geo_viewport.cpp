#include "extractors/pdf/geo_viewport.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace planlezer {

namespace {

constexpr int most_points = 200;

std::vector<double> numbers_of(Dict& dictionary, const char* key) {
    std::vector<double> numbers;
    const Object array = dictionary.lookup(key);
    if (!array.isArray()) return numbers;
    for (int i = 0; i < std::min(array.arrayGetLength(), 2 * most_points); ++i) {
        const Object number = array.arrayGet(i);
        if (!number.isNum()) return {};
        numbers.push_back(number.getNum());
    }
    return numbers;
}

/// True when the coordinate system rests on the datum of RD: its latitudes then are Bessel's.
bool is_amersfoort(Dict& measure) {
    const Object system = measure.lookup("GCS");
    if (!system.isDict()) return false;
    const Object code = system.dictLookup("EPSG");
    if (code.isInt()) return code.getInt() == 28992 || code.getInt() == 4289 || code.getInt() == 28991;
    const Object text = system.dictLookup("WKT");
    return text.isString() && text.getString()->toStr().find("Amersfoort") != std::string::npos;
}

std::vector<GeoPoint> points_of(Dict& viewport, Dict& measure, const GfxState& shown) {
    const std::vector<double> box = numbers_of(viewport, "BBox");
    const std::vector<double> earth = numbers_of(measure, "GPTS");
    std::vector<double> local = numbers_of(measure, "LPTS");
    if (local.empty()) local = {0, 0, 0, 1, 1, 1, 1, 0};  // the standard's default: the corners of the viewport
    if (box.size() != 4 || earth.size() < 6 || earth.size() != local.size()) return {};
    std::vector<GeoPoint> points;
    for (std::size_t i = 0; i + 1 < earth.size(); i += 2) {
        GeoPoint point;
        shown.transform(box[0] + local[i] * (box[2] - box[0]), box[1] + local[i + 1] * (box[3] - box[1]), &point.sheet.x, &point.sheet.y);
        point.latitude = earth[i];
        point.longitude = earth[i + 1];
        point.amersfoort = is_amersfoort(measure);
        points.push_back(point);
    }
    return points;
}

}  // namespace

std::vector<GeoPoint> geo_viewport(PDFDoc& document, Page& page) {
    const Object dictionary = document.getXRef()->fetch(page.getRef());
    if (!dictionary.isDict()) return {};
    const Object viewports = dictionary.dictLookup("VP");
    if (!viewports.isArray()) return {};
    const GfxState shown(72, 72, page.getCropBox(), page.getRotate(), true);
    std::vector<GeoPoint> best;
    double largest = 0;
    for (int i = 0; i < std::min(viewports.arrayGetLength(), 50); ++i) {
        const Object viewport = viewports.arrayGet(i);
        if (!viewport.isDict()) continue;
        const Object measure = viewport.dictLookup("Measure");
        if (!measure.isDict() || !measure.dictLookup("Subtype").isName("GEO")) continue;
        const std::vector<double> box = numbers_of(*viewport.getDict(), "BBox");
        const double size = box.size() == 4 ? std::abs((box[2] - box[0]) * (box[3] - box[1])) : 0;
        std::vector<GeoPoint> points = points_of(*viewport.getDict(), *measure.getDict(), shown);
        if (points.empty() || size <= largest) continue;
        largest = size;
        best = std::move(points);
    }
    return best;
}

}  // namespace planlezer
