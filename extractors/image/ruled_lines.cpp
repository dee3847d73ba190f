#include "extractors/image/ruled_lines.hpp"

#include <algorithm>

namespace planlezer {

namespace {

constexpr double shortest_across = 0.20;  // inch: longer than a dash in type of 12 points, as short as "4.2.3" underlined
constexpr double shortest_down = 0.33;    // inch: no letter of running text is as tall
constexpr double thickest = 0.035;        // inch: what is thicker is a bar or a picture
constexpr int slope_play = 3;             // pixels: a thin line a little off the level is a staircase of short runs

struct Direction {
    bool across;
    double shortest;
};

/// The long runs of ink in one direction, as a mask.
PixHandle long_runs(Pix& binary, Direction direction, int length) {
    PixHandle thick(direction.across ? pixDilateBrick(nullptr, &binary, 1, slope_play) : pixDilateBrick(nullptr, &binary, slope_play, 1));
    if (!thick) return nullptr;
    return PixHandle(direction.across ? pixOpenBrick(nullptr, thick.get(), length, 1) : pixOpenBrick(nullptr, thick.get(), 1, length));
}

void collect(Pix& binary, double dpi, Direction direction, RuledLines& result) {
    const int length = std::max(20, static_cast<int>(direction.shortest * dpi));
    const PixHandle runs = long_runs(binary, direction, length);
    if (!runs) return;
    Pixa* raw_pieces = nullptr;
    const BoxaHandle boxes(pixConnComp(runs.get(), &raw_pieces, 8));
    const int most = std::max(4, static_cast<int>(thickest * dpi)) + slope_play;
    for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
        int x = 0;
        int y = 0;
        int width = 0;
        int height = 0;
        boxaGetBoxGeometry(boxes.get(), i, &x, &y, &width, &height);
        const int thickness = direction.across ? height : width;
        const int reach = direction.across ? width : height;
        // A slightly bent or sloping line is taller than its ink: judged by its filling over its length.
        int ink = 0;
        const PixHandle piece(pixaGetPix(raw_pieces, i, L_CLONE));
        if (piece) pixCountPixels(piece.get(), &ink, nullptr);
        if (ink > most * reach || thickness > reach / 8 + most) continue;
        if (direction.across) {
            result.lines.push_back({static_cast<double>(x), y + height / 2.0, static_cast<double>(x + width), y + height / 2.0});
        } else {
            result.lines.push_back({x + width / 2.0, static_cast<double>(y), x + width / 2.0, static_cast<double>(y + height)});
        }
        if (!result.mask) result.mask.reset(pixCreateTemplate(&binary));
        if (result.mask && piece) pixRasterop(result.mask.get(), x, y, width, height, PIX_SRC | PIX_DST, piece.get(), 0, 0);
    }
    pixaDestroy(&raw_pieces);
}

/// Where letters touch a line or hang through it, their ink stays: a "g" without its loop is an "a", and "4.2" without
/// its point is 42. \param mask the lines with a rim of paper; what is to be painted out remains
void spare_letters(Pix& binary, PixHandle& mask, double dpi) {
    const int thickness = std::max(4, static_cast<int>(thickest * dpi)) + slope_play;
    const PixHandle line(pixAnd(nullptr, &binary, mask.get()));
    const PixHandle letters(line ? pixSubtract(nullptr, &binary, line.get()) : nullptr);
    const PixHandle strokes(letters ? pixOpenBrick(nullptr, letters.get(), 1, 2) : nullptr);  // not the fringe of the line itself
    const PixHandle near(strokes ? pixDilateBrick(nullptr, strokes.get(), 1, 3) : nullptr);
    const PixHandle touching(near ? pixAnd(nullptr, near.get(), line.get()) : nullptr);
    const PixHandle columns(touching ? pixDilateBrick(nullptr, touching.get(), 1, 2 * thickness + 1) : nullptr);
    if (!columns) return;
    const PixHandle kept(pixAnd(nullptr, columns.get(), line.get()));
    if (!kept) return;
    pixSubtract(mask.get(), mask.get(), strokes.get());
    pixSubtract(mask.get(), mask.get(), kept.get());
}

}  // namespace

RuledLines find_ruled_lines(Pix& binary, double dpi) {
    RuledLines result;
    collect(binary, dpi, {true, shortest_across}, result);
    if (result.mask) spare_letters(binary, result.mask, dpi);
    collect(binary, dpi, {false, shortest_down}, result);
    return result;
}

}  // namespace planlezer
