#include "extractors/image/text_lines.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <tuple>
#include <utility>

#include "extractors/limits.hpp"

namespace planlezer {

namespace {

// All in x-heights: what holds for any letter at any resolution.
constexpr double least_letter = 0.55;      // height of what counts as a letter or digit
constexpr double most_letter = 6.0;        // height of the largest title
constexpr double widest_letter = 14.0;     // a word whose letters run together
constexpr double word_gap = 1.7;           // between two words of one run of text
constexpr double label_gap = 9.0;          // between a list label, or a cell, and what follows it
constexpr double bullet_gap = 6.0;         // between a bullet and its text
constexpr double least_bullet = 0.35;      // its size
constexpr double narrow = 6.0;             // width of a label or of a short cell
constexpr double speck_area = 0.010;       // box area, in squares of the x-height, below which ink is dirt
constexpr double widest_gap = 2.2;         // between words; what is wider is narrowed before reading
constexpr double narrowed_gap = 1.6;
constexpr double column_gap = 3.0;         // between two runs on one base line: the gutter of columns is wider
constexpr double least_raised = 0.40;      // height of a superscript
constexpr double most_raised = 1.05;
constexpr double raised_by = 0.40;         // how far its foot stands above the base line
constexpr double raised_gap = 0.60;        // from the letter it belongs to
constexpr double like_size = 2.4;          // ratio of heights within one run of text
constexpr std::size_t no_line = static_cast<std::size_t>(-1);

InkPiece around(const InkPiece& a, const InkPiece& b) {
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

double overlap_down(const InkPiece& a, const InkPiece& b) {
    return std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
}

/// Disjoint sets with path halving.
class Sets {
  public:
    explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t root(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

  private:
    std::vector<std::size_t> parent_;
};

/// Pieces by the horizontal bands they touch, so that neighbours are found without looking at the whole page.
class Bands {
  public:
    Bands(const std::vector<InkPiece>& pieces, const std::vector<std::size_t>& members, int height, double band)
        : band_(std::max(4, static_cast<int>(band))), rows_(static_cast<std::size_t>(height / band_) + 1) {
        for (const std::size_t i : members) {
            for (std::size_t row = row_of(pieces[i].y0); row <= row_of(pieces[i].y1); ++row) rows_[row].push_back(i);
        }
    }
    template <typename Visit>
    void near(const InkPiece& piece, Visit&& visit) const {
        for (std::size_t row = row_of(piece.y0); row <= row_of(piece.y1); ++row) {
            for (const std::size_t i : rows_[row]) visit(i);
        }
    }

  private:
    [[nodiscard]] std::size_t row_of(int y) const {
        return std::min(static_cast<std::size_t>(std::max(0, y) / band_), rows_.size() - 1);
    }
    int band_;
    std::vector<std::vector<std::size_t>> rows_;
};

bool parted(const InkPiece& left, const InkPiece& right, const std::vector<Ruling>& rulings) {
    const double y = (std::max(left.y0, right.y0) + std::min(left.y1, right.y1)) / 2.0;
    return std::ranges::any_of(rulings, [&](const Ruling& line) {
        const bool vertical = std::abs(line.x1 - line.x0) < std::abs(line.y1 - line.y0);
        const double x = (line.x0 + line.x1) / 2;
        return vertical && x > left.mid_x() && x < right.mid_x() && std::min(line.y0, line.y1) <= y && std::max(line.y0, line.y1) >= y;
    });
}

}  // namespace

TextLines::TextLines(Pix& binary, double letter_height, const std::vector<Ruling>& rulings)
    : unit_(std::max(6.0, letter_height)), width_(pixGetWidth(&binary)), height_(pixGetHeight(&binary)), binary_(pixClone(&binary)) {
    collect_pieces(binary);
    chain_letters();
    find_raised();
    join_along_base_line(rulings);
    add_small_pieces();
    finish();
}

TextLines::~TextLines() { pixaDestroy(&shapes_); }

void TextLines::collect_pieces(Pix& binary) {
    const BoxaHandle boxes(pixConnComp(&binary, &shapes_, 8));
    const int count = boxes ? boxaGetCount(boxes.get()) : 0;
    pieces_.resize(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        int x = 0;
        int y = 0;
        int w = 0;
        int h = 0;
        boxaGetBoxGeometry(boxes.get(), i, &x, &y, &w, &h);
        const auto index = static_cast<std::size_t>(i);
        pieces_[index] = {x, y, x + w, y + h};
        if (static_cast<double>(w) * h < speck_area * unit_ * unit_) continue;
        if (h >= least_letter * unit_ && h <= most_letter * unit_ && w <= widest_letter * std::max(unit_, h / 2.0)) {
            letters_.push_back(index);
        } else if (h < least_letter * unit_ && w <= 3 * unit_) {
            small_.push_back(index);
        }
    }
    line_of_.assign(pieces_.size(), no_line);
}

void TextLines::chain_letters() {
    Sets runs(pieces_.size());
    const Bands bands(pieces_, letters_, height_, 2 * unit_);
    for (const std::size_t i : letters_) {
        const InkPiece& piece = pieces_[i];
        // The nearest letter to the right that stands beside this one.
        std::size_t best = no_line;
        int best_gap = 0;
        bands.near(piece, [&](std::size_t j) {
            const InkPiece& other = pieces_[j];
            if (j == i || other.mid_x() <= piece.mid_x()) return;
            const double taller = std::max(piece.height(), other.height());
            const double lower = std::min(piece.height(), other.height());
            if (taller > like_size * lower && taller > like_size * unit_) return;
            if (overlap_down(piece, other) < 0.4 * lower) return;
            const int gap = other.x0 - piece.x1;
            if (gap > word_gap * std::max(unit_, 0.7 * taller)) return;
            if (best == no_line || gap < best_gap) {
                best = j;
                best_gap = gap;
            }
        });
        if (best != no_line) runs.join(i, best);
    }
    std::vector<std::size_t> line_at(pieces_.size(), no_line);
    for (const std::size_t i : letters_) {
        std::size_t& line = line_at[runs.root(i)];
        if (line == no_line) {
            line = lines_.size();
            lines_.push_back({pieces_[i], {}, {}});
        }
        lines_[line].pieces.push_back(i);
        lines_[line].box = around(lines_[line].box, pieces_[i]);
    }
}

void TextLines::join_along_base_line(const std::vector<Ruling>& rulings) {
    std::ranges::sort(lines_, {}, [](const TextLine& line) { return std::tuple(line.box.x0, line.box.y0); });
    Sets joined(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const InkPiece& left = lines_[i].box;
        std::size_t next = no_line;
        for (std::size_t j = 0; j < lines_.size(); ++j) {
            const InkPiece& right = lines_[j].box;
            const double shorter = std::min(left.height(), right.height());
            if (j == i || right.mid_x() <= left.mid_x() || overlap_down(left, right) < 0.5 * shorter) continue;
            if (std::max(left.height(), right.height()) > 2 * like_size * shorter) continue;
            if (right.x0 - left.x1 > label_gap * unit_) continue;
            if (next == no_line || right.x0 < lines_[next].box.x0) next = j;
        }
        if (next == no_line) continue;
        const InkPiece& right = lines_[next].box;
        const bool short_one = left.width() < narrow * unit_ || right.width() < narrow * unit_;
        const bool close = right.x0 - left.x1 < column_gap * unit_;
        if ((short_one || close) && !parted(left, right, rulings)) joined.join(i, next);
    }
    std::vector<TextLine> whole;
    std::vector<std::size_t> at(lines_.size(), no_line);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        std::size_t& place = at[joined.root(i)];
        if (place == no_line) {
            place = whole.size();
            whole.push_back({lines_[i].box, {}, {}});
        }
        TextLine& line = whole[place];
        line.box = around(line.box, lines_[i].box);
        line.pieces.insert(line.pieces.end(), lines_[i].pieces.begin(), lines_[i].pieces.end());
        line.raised.insert(line.raised.end(), lines_[i].raised.begin(), lines_[i].raised.end());
    }
    lines_ = std::move(whole);
}

double TextLines::base_line(const TextLine& run, std::size_t except) const {
    std::vector<int> feet;
    for (const std::size_t j : run.pieces) {
        if (j != except && std::abs(pieces_[j].mid_x() - pieces_[except].mid_x()) < 12 * unit_) feet.push_back(pieces_[j].y1);
    }
    if (feet.empty()) return 0;
    std::ranges::sort(feet);
    return feet[feet.size() / 2];
}

void TextLines::find_raised() {
    // A superscript stands alone behind a letter, which hides it from the search for runs (its own run then, or the
    // end of one): each piece of its size is tried against the letters of all runs.
    std::vector<std::size_t> run_of(pieces_.size(), no_line);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        for (const std::size_t piece : lines_[i].pieces) run_of[piece] = i;
    }
    const Bands bands(pieces_, letters_, height_, 2 * unit_);
    std::vector<std::size_t> candidates = letters_;
    candidates.insert(candidates.end(), small_.begin(), small_.end());
    for (const std::size_t i : candidates) {
        const InkPiece& piece = pieces_[i];
        const bool fits = piece.height() >= least_raised * unit_ && piece.height() <= most_raised * unit_ && piece.width() >= 0.28 * unit_ &&
                          piece.width() <= 1.2 * unit_;
        if (!fits) continue;
        std::size_t left = no_line;
        bool stands_over_something = false;
        const InkPiece below{piece.x0, piece.y0, piece.x1, piece.y1 + static_cast<int>(1.2 * unit_)};
        bands.near(below, [&](std::size_t j) {
            if (j == i) return;
            const InkPiece& other = pieces_[j];
            const int common = std::min(piece.x1, other.x1) - std::max(piece.x0, other.x0);
            const bool beneath = other.mid_y() > piece.y1 && other.y0 < piece.y1 + 0.6 * unit_;
            if (beneath && common > 0.4 * piece.width()) stands_over_something = true;
            const int gap = piece.x0 - other.x1;
            const bool beside = gap <= raised_gap * unit_ && gap > -0.25 * unit_ && other.mid_x() < piece.x0;
            const bool higher = piece.y1 <= other.y1 - raised_by * unit_ && piece.y1 > other.y0 - 0.1 * unit_ && piece.mid_y() < other.mid_y();
            if (beside && higher && other.height() > 0.8 * unit_ && other.height() < like_size * unit_) left = j;
        });
        if (left == no_line || stands_over_something || run_of[left] == no_line) continue;
        // Above the base line of the run, not only above the foot of a "p".
        TextLine& run = lines_[run_of[left]];
        if (piece.y1 > base_line(run, i) - raised_by * unit_) continue;
        if (run_of[i] != run_of[left]) {
            if (run_of[i] != no_line) std::erase(lines_[run_of[i]].pieces, i);
            run_of[i] = run_of[left];
            run.pieces.push_back(i);
            run.box = around(run.box, piece);
        }
        run.raised.push_back(i);
        line_of_[i] = 0;  // taken; the number of the line follows in finish()
    }
    std::erase_if(lines_, [](const TextLine& line) { return line.pieces.empty(); });
}

void TextLines::add_small_pieces() {
    for (const std::size_t i : small_) {
        if (line_of_[i] != no_line) continue;
        const InkPiece& piece = pieces_[i];
        const bool dash = piece.width() > 1.5 * piece.height() && piece.width() >= 0.3 * unit_;
        const bool dot = std::min(piece.width(), piece.height()) >= least_bullet * unit_ && std::abs(piece.width() - piece.height()) <= 0.3 * piece.width();
        std::size_t best = no_line;
        double best_distance = 0;
        for (std::size_t j = 0; j < lines_.size(); ++j) {
            const InkPiece& box = lines_[j].box;
            const double beside = std::max({box.x0 - piece.mid_x(), piece.mid_x() - box.x1, 0.0});
            const double off = std::max({box.y0 - piece.mid_y(), piece.mid_y() - box.y1, 0.0});
            const bool in_front = piece.x1 < box.x0 && off == 0;
            const double reach = dash ? label_gap : (dot && in_front ? bullet_gap : word_gap);
            if (beside > reach * unit_ || off > 0.45 * unit_) continue;
            const double distance = beside + 4 * off;
            if (best == no_line || distance < best_distance) {
                best = j;
                best_distance = distance;
            }
        }
        if (best == no_line) continue;
        lines_[best].pieces.push_back(i);
        lines_[best].box = around(lines_[best].box, piece);
    }
}

void TextLines::finish() {
    // A page with more lines than any page of text is a drawing: its longest runs of letters are its words.
    if (lines_.size() > limits::lines_a_page) {
        std::ranges::stable_sort(lines_, std::ranges::greater{}, [](const TextLine& line) { return line.pieces.size(); });
        lines_.resize(limits::lines_a_page);
    }
    std::ranges::sort(lines_, {}, [](const TextLine& line) { return std::tuple(line.box.y0, line.box.x0); });
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        for (const std::size_t piece : lines_[i].pieces) line_of_[piece] = i;
        std::ranges::sort(lines_[i].raised, {}, [this](std::size_t piece) { return pieces_[piece].x0; });
    }
}

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
        if (line_of_[i] == own || line_of_[i] == no_line || apart) continue;
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
