// Cutting lines and pieces out of the page's picture.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "extractors/image/text_lines.hpp"

namespace planlezer {

namespace {

// In x-heights.
constexpr double widest_gap = 2.2;         // between words; what is wider is narrowed before reading
constexpr double narrowed_gap = 1.6;

}  // namespace

InkPiece TextLines::room(const TextLine& line) const {
    const int across = static_cast<int>(0.8 * unit_);
    const int down = static_cast<int>(0.35 * unit_);
    return {std::max(0, line.box.x0 - across), std::max(0, line.box.y0 - down), std::min(width_, line.box.x1 + across),
            std::min(height_, line.box.y1 + down)};
}

PixHandle TextLines::cut_piece(std::size_t index) const {
    const InkPiece& p = pieces_[index];
    const int margin = p.height() / 2;
    const PixHandle ink(pixCreate(p.width() + 2 * margin, p.height() + 2 * margin, 1));
    const PixHandle shape(pixaGetPix(shapes_, static_cast<int>(index), L_CLONE));
    if (!ink || !shape) return nullptr;
    pixRasterop(ink.get(), margin, margin, p.width(), p.height(), PIX_SRC, shape.get(), 0, 0);
    return PixHandle(pixConvert1To8(nullptr, ink.get(), 255, 0));
}

PixHandle TextLines::cut_behind_m(const Box& word) const {
    // An "m" is 1.3 to 1.9 x-heights wide; it ends where a column has the least ink. The superscript is above its middle.
    const int left = static_cast<int>(word.x0);
    const int right = std::min(width_, static_cast<int>(word.x1));
    const int top = std::max(0, static_cast<int>(word.y0) - 1);
    const int foot = std::min(height_, static_cast<int>(word.y1) - static_cast<int>(0.45 * unit_));
    const int from = left + static_cast<int>(1.25 * unit_);
    const int to = std::min(right - static_cast<int>(0.4 * unit_), left + static_cast<int>(1.95 * unit_));
    if (from >= to || foot - top < least_raised * unit_) return nullptr;
    int edge = from;
    int least = height_;
    for (int x = from; x <= to; ++x) {
        const BoxHandle column(boxCreate(x, top, 1, static_cast<int>(word.y1) - top));
        const PixHandle strip(pixClipRectangle(binary_.get(), column.get(), nullptr));
        int ink = height_;
        if (strip) pixCountPixels(strip.get(), &ink, nullptr);
        if (ink < least) {
            least = ink;
            edge = x;
        }
    }
    const BoxHandle box(boxCreate(edge, top, right - edge, foot - top));
    const PixHandle ink(pixClipRectangle(binary_.get(), box.get(), nullptr));
    Pix* tight = nullptr;
    if (!ink || pixClipToForeground(ink.get(), &tight, nullptr) != 0) return nullptr;
    const PixHandle clipped(tight);
    const int margin = pixGetHeight(tight) / 2;
    const PixHandle framed(pixAddBorder(tight, margin, 0));
    return framed ? PixHandle(pixConvert1To8(nullptr, framed.get(), 255, 0)) : nullptr;
}

std::optional<std::size_t> TextLines::bullet_of(const TextLine& line) const {
    const auto first = std::ranges::min_element(line.pieces, {}, [this](std::size_t i) { return pieces_[i].x0; });
    if (line.pieces.size() < 4) return std::nullopt;
    const InkPiece& p = pieces_[*first];
    const double size = std::max(p.width(), p.height());
    const bool round = size >= least_bullet * unit_ && size <= 0.85 * unit_ && std::abs(p.width() - p.height()) <= 0.3 * size;
    if (!round) return std::nullopt;
    int next = width_;
    for (const std::size_t i : line.pieces) {
        if (i != *first) next = std::min(next, pieces_[i].x0);
    }
    const double base = base_line(line, *first);
    const bool floats = base > 0 && p.y1 < base - 0.1 * unit_ && p.y0 > base - 1.35 * unit_;
    const PixHandle shape(pixaGetPix(shapes_, static_cast<int>(*first), L_CLONE));
    int ink = 0;
    if (shape) pixCountPixels(shape.get(), &ink, nullptr);
    const bool filled = ink > 0.6 * p.width() * p.height();
    return floats && filled && next - p.x1 > 0.6 * unit_ ? std::optional(*first) : std::nullopt;
}

Box TextLines::Cut::on_page(const Box& box) const {
    const auto shift_at = [this](double x) {
        const auto behind = std::ranges::upper_bound(stretches, x, {}, [](const Stretch& s) { return static_cast<double>(s.from); });
        return behind == stretches.begin() ? stretches.front().shift : std::prev(behind)->shift;
    };
    // The right edge belongs to the stretch of the pixel before it.
    return {box.x0 + shift_at(box.x0), box.y0 + y, box.x1 + shift_at(std::max(box.x0, box.x1 - 1)), box.y1 + y};
}

PixHandle TextLines::ink_of_others(const TextLine& line, const InkPiece& space) const {
    const std::size_t own = line_of_[line.pieces.front()];
    PixHandle others;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const InkPiece& p = pieces_[i];
        const bool apart = p.x1 <= space.x0 || p.x0 >= space.x1 || p.y1 <= space.y0 || p.y0 >= space.y1;
        // What belongs to no line may be a faint comma, or letters of two lines that touch: it stays.
        if (line_of_[i] == own || line_of_[i] == in_no_line || apart) continue;
        if (!others) others.reset(pixCreate(space.width(), space.height(), 1));
        const PixHandle shape(pixaGetPix(shapes_, static_cast<int>(i), L_CLONE));
        if (others && shape) pixRasterop(others.get(), p.x0 - space.x0, p.y0 - space.y0, p.width(), p.height(), PIX_SRC | PIX_DST, shape.get(), 0, 0);
    }
    return others;
}

TextLines::Cut TextLines::narrowed(PixHandle pixels, const TextLine& line, const InkPiece& space) const {
    Cut cut{std::move(pixels), {{0, space.x0}}, space.y0};
    std::vector<std::pair<int, int>> runs;
    for (const std::size_t i : line.pieces) runs.emplace_back(pieces_[i].x0 - space.x0, pieces_[i].x1 - space.x0);
    std::ranges::sort(runs);
    const int wide = static_cast<int>(widest_gap * unit_);
    const int keep = static_cast<int>(narrowed_gap * unit_);
    int end = runs.front().second;
    int removed = 0;
    const int width = cut.pixels ? pixGetWidth(cut.pixels.get()) : 0;
    const int height = cut.pixels ? pixGetHeight(cut.pixels.get()) : 0;
    for (const auto& [from, to] : runs) {
        if (cut.pixels && from - end > wide) {
            const int surplus = from - end - keep;
            const int at = end + keep / 2 - removed;
            pixRasterop(cut.pixels.get(), at, 0, width - at - surplus, height, PIX_SRC, cut.pixels.get(), at + surplus, 0);
            removed += surplus;
            cut.stretches.push_back({at, space.x0 + removed});
        }
        end = std::max(end, to);
    }
    if (removed > 0) {
        const BoxHandle box(boxCreate(0, 0, width - removed, height));
        cut.pixels.reset(pixClipRectangle(cut.pixels.get(), box.get(), nullptr));
    }
    return cut;
}

TextLines::Cut TextLines::cut_grey(Pix& grey, const TextLine& line) const {
    const InkPiece space = room(line);
    const BoxHandle box(boxCreate(space.x0, space.y0, space.width(), space.height()));
    PixHandle pixels(pixClipRectangle(&grey, box.get(), nullptr));
    const PixHandle others = ink_of_others(line, space);
    const PixHandle grown(others ? pixDilateBrick(nullptr, others.get(), 3, 3) : nullptr);
    if (pixels && grown) pixSetMasked(pixels.get(), grown.get(), 255);
    return narrowed(std::move(pixels), line, space);
}

TextLines::Cut TextLines::cut_ink(const TextLine& line) const {
    const InkPiece space = room(line);
    const PixHandle ink(pixCreate(space.width(), space.height(), 1));
    for (const std::size_t i : line.pieces) {
        const InkPiece& p = pieces_[i];
        const PixHandle shape(pixaGetPix(shapes_, static_cast<int>(i), L_CLONE));
        if (ink && shape) pixRasterop(ink.get(), p.x0 - space.x0, p.y0 - space.y0, p.width(), p.height(), PIX_SRC | PIX_DST, shape.get(), 0, 0);
    }
    return narrowed(ink ? PixHandle(pixConvert1To8(nullptr, ink.get(), 255, 0)) : nullptr, line, space);
}

}  // namespace planlezer
