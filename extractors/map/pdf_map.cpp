#include "extractors/map/pdf_map.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "extractors/limits.hpp"
#include "extractors/map/assemble_sheet.hpp"
#include "extractors/map/drawn_areas.hpp"
#include "extractors/map/drawn_letters.hpp"
#include "extractors/map/drawn_signs.hpp"
#include "extractors/map/fractions.hpp"
#include "extractors/map/geo_fit.hpp"
#include "extractors/map/outlined_text.hpp"
#include "extractors/map/picture_map.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/quarter_turns.hpp"
#include "extractors/map/text_runs.hpp"

namespace planlezer {

namespace {

constexpr std::size_t least_paths = 10;  // a map draws more
constexpr double scan_covers = 0.8;      // share of the page under pictures that makes it a scan
constexpr double least_dpi = 100;
constexpr double most_dpi = 300;         // finer scans are read at this
constexpr double glance_dpi = 30;
constexpr double most_unknown = 0.1;     // share of outlined letters that may stay unknown

/// Everything that is written, whatever it belongs to.
TextPage page_of(const Drawing& drawing, const std::vector<Glyph>& glyphs, int number) {
    TextPage page;
    page.number = number;
    page.width = drawing.width;
    page.height = drawing.height;
    for (TextRun& run : text_runs(glyphs)) {
        for (Word& word : run.words) {
            if (page.words.size() < limits::words_a_page) page.words.push_back(std::move(word));
        }
    }
    return page;
}

std::vector<SheetLine> lines_of(const std::vector<Piece>& pieces) {
    std::vector<SheetLine> lines;
    for (const Piece& piece : pieces) {
        if (piece.used) continue;
        const DrawnPath& path = *piece.path;
        const bool filled = path.paint != DrawnPath::Paint::stroke;
        const Rgb& colour = filled ? path.fill : path.stroke;
        if (piece.line->closed || filled) {
            const bool covers = filled && path.opacity > 0.9 && path.hatch.kind == HatchKind::none;
            lines.push_back({piece.line->points, piece.line->closed, filled, path.width, path.dash, colour, piece.number, covers});
            continue;
        }
        for (Ring& visible : plane::clipped(piece.line->points, path.clip_box)) {
            lines.push_back({std::move(visible), false, false, path.width, path.dash, colour, piece.number, false});
        }
    }
    return lines;
}

/// The resolution of the pictures that cover the page; 0 when they do not.
double scan_dpi(const Drawing& drawing) {
    double covered = 0;
    double dpi = 0;
    for (const DrawnImage& image : drawing.images) {
        const Box seen = plane::common(image.box, {0, 0, drawing.width, drawing.height});
        covered += seen.width() * seen.height();
        dpi = std::max(dpi, image.dpi);
    }
    return covered > scan_covers * drawing.width * drawing.height ? std::clamp(dpi, least_dpi, most_dpi) : 0;
}

std::optional<MapSheet> read_scanned_map(PdfDocument& document, int number, double dpi, OcrEngine& engine) {
    auto glance = document.render_colour(number, glance_dpi);
    if (!glance) return std::nullopt;
    if (!may_be_map(*glance, glance_dpi)) {
        glance = document.render_colour(number, least_dpi);
        if (!glance || !may_be_small_map(*glance)) return std::nullopt;
    }
    glance.reset();
    auto picture = document.render_colour(number, dpi);
    if (!picture) return std::nullopt;
    auto sheet = read_picture_map(std::move(*picture), engine);
    if (sheet) sheet->text.number = number;
    return sheet;
}

SheetParts drawn_parts(const Drawing& drawing, const std::vector<Glyph>& glyphs, std::vector<Piece> pieces, int number) {
    std::vector<bool> used(glyphs.size(), false);
    SheetParts parts;
    parts.page = page_of(drawing, glyphs, number);
    parts.signs = find_fractions(glyphs, pieces, used);
    std::ranges::move(find_drawn_signs(glyphs, pieces, used), std::back_inserter(parts.signs));
    std::vector<Glyph> loose;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (!used[i]) loose.push_back(glyphs[i]);
    }
    parts.runs = text_runs(loose);
    parts.areas = drawn_areas(drawing, pieces);
    parts.lines = lines_of(pieces);
    return parts;
}

std::optional<MapSheet> assembled(SheetParts parts) {
    MapSheet sheet = assemble_sheet(std::move(parts));
    if (sheet.likeness < is_a_map) return std::nullopt;
    return sheet;
}

/// With outlines that were told to be characters. What only the picture shows is for a person.
/// \return nullopt when too few of them were told
std::optional<SheetParts> named_parts(const Drawing& drawing, std::vector<Piece> pieces, int number, const SheetParts& picture) {
    const OutlinedText text = outlined_text(pieces, picture.runs, picture.signs);
    if (static_cast<double>(text.unknown) > most_unknown * static_cast<double>(text.glyphs.size())) return std::nullopt;
    for (const std::size_t i : text.pieces) pieces[i].used = true;
    std::erase_if(pieces, &Piece::used);
    SheetParts parts = drawn_parts(drawing, without_doubles(text.glyphs), std::move(pieces), number);
    for (MapSign sign : picture.signs) {
        const auto there = [&sign](const auto& other) { return plane::meet(sign.box, other.box); };
        if (sign.shape == SignShape::none || std::ranges::any_of(parts.signs, there) || std::ranges::any_of(parts.runs, there)) continue;
        constexpr double in_doubt = 0.4;
        sign.confidence = std::min(sign.confidence, in_doubt);
        parts.signs.push_back(std::move(sign));
    }
    return parts;
}

/// Letters that are outlines are read from the picture; all else is exact as drawn.
std::optional<MapSheet> read_outlined(PdfDocument& document, const Drawing& drawing, std::vector<Piece> pieces, int number, OcrEngine& engine) {
    auto picture = document.render_colour(number, glance_dpi);
    if (!picture || !may_be_map(*picture, picture->x_dpi)) return std::nullopt;
    picture = document.render_colour(number, most_dpi);
    if (!picture) return std::nullopt;
    SheetParts parts = read_picture_writing(std::move(*picture), engine);
    if (auto named = named_parts(drawing, pieces, number, parts)) return assembled(std::move(*named));
    parts.page.number = number;
    compare_with_outlines(pieces, parts.signs, parts.runs);
    use_letters(parts.signs, pieces);
    parts.areas = drawn_areas(drawing, pieces);
    parts.lines = lines_of(pieces);
    return assembled(std::move(parts));
}

std::optional<MapSheet> read_drawn_or_scanned(PdfDocument& document, int number, OcrEngine& engine) {
    auto displayed = document.draw(number);
    if (!displayed || displayed->truncated) return std::nullopt;
    if (const double dpi = scan_dpi(*displayed); dpi > 0) return read_scanned_map(document, number, dpi, engine);
    if (displayed->paths.size() < least_paths) return std::nullopt;
    const int turns = turns_to_upright(*displayed);
    const Drawing drawing = turned(*displayed, turns);
    const std::vector<Glyph> glyphs = without_doubles(drawing.glyphs);
    std::vector<Piece> pieces = pieces_of(drawing);
    if (draws_its_letters(drawing, pieces)) return read_outlined(document, *displayed, pieces_of(*displayed), number, engine);
    auto sheet = assembled(drawn_parts(drawing, glyphs, std::move(pieces), number));
    if (sheet) sheet = turned(std::move(*sheet), (4 - turns) % 4);
    return sheet;
}

/// A GeoPDF says itself where it lies.
void place(MapSheet& sheet, const std::vector<GeoPoint>& points) {
    std::vector<ControlPoint> known;
    for (const GeoPoint& point : points) {
        if (const auto rd = to_rd(point.latitude, point.longitude, point.amersfoort)) known.push_back({point.sheet, *rd});
    }
    const auto affine = fitted(known);
    if (!affine) return;
    sheet.embedded = EmbeddedPlacement::geopdf;
    sheet.to_rd = *affine;
}

}  // namespace

std::optional<MapSheet> read_pdf_map(PdfDocument& document, int number, OcrEngine& engine) {
    auto sheet = read_drawn_or_scanned(document, number, engine);
    if (sheet) place(*sheet, document.georeference(number));
    return sheet;
}

}  // namespace planlezer
