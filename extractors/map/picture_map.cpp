#include "extractors/map/picture_map.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>
#include <vector>

#include "extractors/limits.hpp"
#include "extractors/map/assemble_sheet.hpp"
#include "extractors/map/fractions.hpp"
#include "extractors/map/grid_crosses.hpp"
#include "extractors/map/legend.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"
#include "extractors/map/raster/broken_samples.hpp"
#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/dotted_lines.hpp"
#include "extractors/map/raster/double_lines.hpp"
#include "extractors/map/raster/framed_words.hpp"
#include "extractors/map/raster/ground_letters.hpp"
#include "extractors/map/raster/hatch_fields.hpp"
#include "extractors/map/raster/hatch_walls.hpp"
#include "extractors/map/raster/hatched_areas.hpp"
#include "extractors/map/raster/held_crosses.hpp"
#include "extractors/map/raster/label_grounds.hpp"
#include "extractors/map/raster/label_leaders.hpp"
#include "extractors/map/raster/line_work.hpp"
#include "extractors/map/raster/partition.hpp"
#include "extractors/map/raster/raster_areas.hpp"
#include "extractors/map/raster/raster_leaders.hpp"
#include "extractors/map/raster/raster_lines.hpp"
#include "extractors/map/raster/raster_signs.hpp"
#include "extractors/map/raster/raster_text.hpp"
#include "extractors/map/raster/sheet_letters.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/sign_siblings.hpp"
#include "extractors/map/raster/turned_rows.hpp"
#include "extractors/map/raster/turned_signs.hpp"
#include "extractors/map/raster/turned_text.hpp"
#include "extractors/map/raster/upright_numbers.hpp"
#include "extractors/map/raster/walls.hpp"

namespace planlezer {

namespace {

constexpr double large_sheet = 1100;    // points: longer than A4
constexpr double coloured_share = 0.08; // of the pixels, that are neither grey nor pale
constexpr int least_colour = 36;        // between the strongest and the weakest channel

TextPage page_of(const SheetRaster& raster, const std::vector<TextRun>& runs, double dpi) {
    TextPage page;
    page.width = raster.width * raster.x_points;
    page.height = raster.height * raster.y_points;
    page.origin = TextOrigin::ocr;
    page.dpi = dpi;
    for (const TextRun& run : runs) {
        for (const Word& word : run.words) {
            if (page.words.size() < limits::words_a_page) page.words.push_back(word);
        }
    }
    return page;
}

/// What is written on a picture and the lines that are left of its ink.
struct Read {
    SheetParts parts;  ///< page, signs, runs and lines
    Walls walls;            ///< of a black-and-white sheet
    PixHandle bare;         ///< of a coloured sheet: the ink without what is written
    std::vector<Box> dots;  ///< small round spots of ink, in points
};

/// Level texts, then those that stand at an angle: the letters of the level ones help to read them.
std::vector<TextRun> all_text(const SheetRaster& raster, const Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine) {
    const std::vector<ReadableRow> turned = readable_rows(raster, ink, turned_rows(raster, ink, used), vote, engine);
    for (const ReadableRow& one : turned) {
        for (const std::size_t id : one.row.members) used[id] = true;
    }
    std::vector<TextRun> runs = raster_text(raster, ink, used, vote, engine);
    std::ranges::move(turned_text(raster, ink, turned, vote, engine), std::back_inserter(runs));
    return runs;
}

/// \param plain a black-and-white sheet. \param work its strokes; may be null
Read read_ink(const SheetRaster& raster, double dpi, bool plain, const LineWork* work, OcrEngine& engine) {
    Read read;
    Components ink = components_of(*raster.ink, false);
    std::vector<bool> used(ink.list.size(), false);
    if (plain) set_aside_strewn_dots(raster, ink, used);
    LetterVote vote;
    RasterSigns signs = raster_signs(raster, ink, used, vote, engine);
    std::vector<bool> in_signs = used;
    RasterLines lines = raster_lines(raster, ink, used);
    if (plain) {
        for (DashChain& chain : dotted_lines(raster, ink, used)) lines.chains.push_back(std::move(chain));
        add_broken_samples(raster, lines.chains, lines.lines);
    } else {
        // The dots of a coloured sheet are looked for again where nothing else is left.
        std::vector<bool> apart = used;
        set_aside_strewn_dots(raster, ink, apart);
        std::vector<DashChain> broken = dotted_lines(raster, ink, apart);
        broken.insert(broken.end(), lines.chains.begin(), lines.chains.end());
        add_broken_samples(raster, broken, lines.lines);
    }
    const std::size_t drawn = ink.list.size();
    if (work != nullptr) work->add_crossed_letters(ink, used);
    in_signs.resize(ink.list.size(), false);
    std::vector<bool> before_text = used;
    // What is cut free belongs to lines as well: it stays among them.
    std::fill(before_text.begin() + static_cast<std::ptrdiff_t>(drawn), before_text.end(), true);
    std::vector<TextRun> upright = upright_numbers(raster, ink, used, engine);
    read.parts.runs = all_text(raster, ink, used, vote, engine);
    std::ranges::move(upright, std::back_inserter(read.parts.runs));
    read_turned_signs(signs, raster, vote, engine);
    settle(signs.numbers, signs.signs, raster, ink, vote, engine);
    std::vector<Box> words;
    for (const TextRun& run : read.parts.runs) {
        constexpr std::size_t several = 9;  // characters
        if (run.text.size() >= several && plane::turn_between(run.angle, 0) < 2) words.push_back(run.box);
    }
    for (const Box& sign : reread_by_siblings(signs, words, raster, engine)) {
        std::erase_if(read.parts.runs, [&sign](const TextRun& run) { return plane::holds(sign, plane::middle(run.box)); });
    }
    read.parts.signs = std::move(signs.signs);
    read.parts.page = page_of(raster, read.parts.runs, dpi);
    std::ranges::move(framed_words(raster, read.parts.runs, read.parts.signs), std::back_inserter(read.parts.signs));
    if (plain) {
        read.walls = find_walls(raster, ink, used, lines.chains, lines.loose);
    } else {
        std::vector<bool> in_text = used;
        for (std::size_t i = 0; i < in_text.size(); ++i) in_text[i] = used[i] && !before_text[i];
        read.bare = ink_without_writing(raster, ink, {in_signs, in_text}, read.parts.signs);
    }
    read.parts.lines = std::move(lines.lines);
    std::ranges::move(take_fractions(read.parts.runs, lines.bars), std::back_inserter(read.parts.signs));
    read.dots = ink_dots(raster, ink);
    return read;
}

std::vector<Box> written_on(const SheetParts& parts) {
    std::vector<Box> boxes;
    for (const TextRun& run : parts.runs) std::ranges::move(boxes_along(run), std::back_inserter(boxes));
    for (const MapSign& sign : parts.signs) boxes.push_back(sign.box);
    return boxes;
}

/// The outline of a sign bounds no area of the map.
void drop_insides(SheetParts& parts, const std::vector<bool>& doubtful) {
    BoxIndex signs(60);
    for (std::size_t i = 0; i < parts.signs.size(); ++i) {
        if (!doubtful[i]) signs.add(i, parts.signs[i].box);
    }
    std::erase_if(parts.areas, [&](const MapArea& area) {
        const Box box = plane::box_of(area.shape);
        return std::ranges::any_of(signs.meeting(box), [&](std::size_t i) {
            const Box room = plane::grown(parts.signs[i].box, 2);
            return plane::holds(room, {box.x0, box.y0}) && plane::holds(room, {box.x1, box.y1});
        });
    });
}

/// Only where they place the sheet and the whole crosses do not: what else looks so is none.
void add_held_crosses(const std::vector<Stroke>& strokes, const SheetRaster& raster, SheetParts& parts) {
    constexpr std::size_t enough = 3;
    if (grid_crosses(parts).size() >= enough) return;
    const auto whole = static_cast<std::ptrdiff_t>(parts.lines.size());
    std::ranges::move(held_crosses(strokes, raster), std::back_inserter(parts.lines));
    if (grid_crosses(parts).size() < enough) parts.lines.erase(parts.lines.begin() + whole, parts.lines.end());
}

}  // namespace

bool may_be_map(const PageImage& image, double dpi) {
    Pix* pix = image.pixels.get();
    const int width = pixGetWidth(pix);
    const int height = pixGetHeight(pix);
    if (72.0 * std::max(width, height) / dpi > large_sheet) return true;
    constexpr int samples = 300;  // a side
    const PixHandle plain(pixGetColormap(pix) != nullptr ? pixRemoveColormap(pix, REMOVE_CMAP_TO_FULL_COLOR) : pixClone(pix));
    if (!plain || pixGetDepth(plain.get()) != 32) return false;
    int coloured = 0;
    for (int i = 0; i < samples; ++i) {
        for (int j = 0; j < samples; ++j) {
            int r = 0;
            int g = 0;
            int b = 0;
            pixGetRGBPixel(plain.get(), static_cast<int>((i + 0.5) * width / samples), static_cast<int>((j + 0.5) * height / samples), &r, &g, &b);
            coloured += std::max({r, g, b}) - std::min({r, g, b}) > least_colour ? 1 : 0;
        }
    }
    return coloured > coloured_share * samples * samples;
}

bool may_be_small_map(const PageImage& image) {
    constexpr std::size_t page_of_text = 700;  // letters
    constexpr double much = 0.3;               // of both sides of the page
    constexpr double lines_only = 0.2;         // of its box that a drawing of lines fills
    const double width = pixGetWidth(image.pixels.get());
    const double height = pixGetHeight(image.pixels.get());
    const PixHandle binary = dark_pixels(*image.pixels);
    const Components ink = components_of(*binary, false);
    const bool drawn = std::ranges::any_of(ink.list, [&](const Component& c) {
        // The dark edge of a scan is no drawing.
        const bool at_edge = c.box.x0 < 0.01 * width || c.box.y0 < 0.01 * height || c.box.x1 > 0.99 * width || c.box.y1 > 0.99 * height;
        const bool large = c.box.width() > much * width && c.box.height() > much * height;
        return !at_edge && large && static_cast<double>(c.pixels) < lines_only * c.box.width() * c.box.height();
    });
    return drawn && letter_heights(ink).size() < page_of_text;
}

std::optional<MapSheet> read_picture_map(PageImage image, OcrEngine& engine) {
    const double dpi = image.x_dpi;
    SheetRaster raster = sheet_raster(std::move(image));
    ColourClasses classes = colour_classes(raster);
    const bool plain = is_black_and_white(classes);
    std::optional<LineWork> line_work;
    if (plain) {
        erase_hatching(raster, classes);
    } else {
        line_work.emplace(raster);
        line_work->take_hatching_out_of(*raster.ink);
    }
    auto [parts, walls, bare, dots] = read_ink(raster, dpi, plain, line_work ? &*line_work : nullptr, engine);
    follow_raster_leaders(raster, parts.signs, parts.lines);
    drop_leader_heads(parts);
    // To follow all strokes of a hatched sheet takes long.
    if (line_work || has_values_in_words(parts.runs)) {
        for (SheetLine& line : label_leaders(raster, line_work ? line_work->strokes() : thin_strokes(raster).strokes, parts)) parts.lines.push_back(std::move(line));
    }
    if (line_work) {
        add_held_crosses(line_work->strokes(), raster, parts);
        fill_double_lines(*bare, raster);
        walls = line_work->walls(*bare, parts.signs);
    }
    const std::vector<bool> doubtful = doubtful_signs(parts.signs);
    hide_signs(classes, raster, parts.signs, doubtful);
    hide_texts(classes, raster, parts.runs);
    if (!plain) hide_frames(classes, raster, walls, parts.runs);
    const Partition faces = partition(raster, classes, walls);
    parts.areas = raster_areas(raster, classes, walls, faces);
    const std::vector<GroundLetters> letters = plain ? std::vector<GroundLetters>{} : letters_of_grounds(parts, find_legend(parts));
    if (!letters.empty()) parts.areas = raster_areas(raster, classes, walls, faces, letters);
    if (plain) hatch_areas(HatchFields(raster, dots, written_on(parts)), parts.areas);
    drop_insides(parts, doubtful);
    MapSheet sheet = assemble_sheet(std::move(parts));
    if (sheet.likeness < is_a_map) return std::nullopt;
    sheet.pixels_a_point_x = 1 / raster.x_points;
    sheet.pixels_a_point_y = 1 / raster.y_points;
    return sheet;
}

SheetParts read_picture_writing(PageImage image, OcrEngine& engine) {
    const double dpi = image.x_dpi;
    return read_ink(sheet_raster(std::move(image)), dpi, false, nullptr, engine).parts;
}

}  // namespace planlezer
