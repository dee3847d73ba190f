#include "extractors/image/text_lines.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>
#include <utility>

#include "extractors/disjoint_sets.hpp"
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
constexpr double narrow = 6.0;             // width of a label or of a short cell
constexpr double speck_area = 0.010;       // box area, in squares of the x-height, below which ink is dirt
constexpr double column_gap = 3.0;         // between two runs on one base line: the gutter of columns is wider
constexpr double most_raised = 1.05;
constexpr double raised_by = 0.40;         // how far its foot stands above the base line
constexpr double raised_gap = 0.60;        // from the letter it belongs to
constexpr double like_size = 2.4;          // ratio of heights within one run of text

InkPiece around(const InkPiece& a, const InkPiece& b) {
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

double overlap_down(const InkPiece& a, const InkPiece& b) {
    return std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
}

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
    line_of_.assign(pieces_.size(), in_no_line);
}

void TextLines::chain_letters() {
    DisjointSets runs(pieces_.size());
    const Bands bands(pieces_, letters_, height_, 2 * unit_);
    for (const std::size_t i : letters_) {
        const InkPiece& piece = pieces_[i];
        // The nearest letter to the right that stands beside this one.
        std::size_t best = in_no_line;
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
            if (best == in_no_line || gap < best_gap) {
                best = j;
                best_gap = gap;
            }
        });
        if (best != in_no_line) runs.join(i, best);
    }
    std::vector<std::size_t> line_at(pieces_.size(), in_no_line);
    for (const std::size_t i : letters_) {
        std::size_t& line = line_at[runs.root(i)];
        if (line == in_no_line) {
            line = lines_.size();
            lines_.push_back({pieces_[i], {}, {}});
        }
        lines_[line].pieces.push_back(i);
        lines_[line].box = around(lines_[line].box, pieces_[i]);
    }
}

void TextLines::join_along_base_line(const std::vector<Ruling>& rulings) {
    std::ranges::sort(lines_, {}, [](const TextLine& line) { return std::tuple(line.box.x0, line.box.y0); });
    DisjointSets joined(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const InkPiece& left = lines_[i].box;
        std::size_t next = in_no_line;
        for (std::size_t j = 0; j < lines_.size(); ++j) {
            const InkPiece& right = lines_[j].box;
            const double shorter = std::min(left.height(), right.height());
            if (j == i || right.mid_x() <= left.mid_x() || overlap_down(left, right) < 0.5 * shorter) continue;
            if (std::max(left.height(), right.height()) > 2 * like_size * shorter) continue;
            if (right.x0 - left.x1 > label_gap * unit_) continue;
            if (next == in_no_line || right.x0 < lines_[next].box.x0) next = j;
        }
        if (next == in_no_line) continue;
        const InkPiece& right = lines_[next].box;
        const bool short_one = left.width() < narrow * unit_ || right.width() < narrow * unit_;
        const bool close = right.x0 - left.x1 < column_gap * unit_;
        if ((short_one || close) && !parted(left, right, rulings)) joined.join(i, next);
    }
    std::vector<TextLine> whole;
    std::vector<std::size_t> at(lines_.size(), in_no_line);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        std::size_t& place = at[joined.root(i)];
        if (place == in_no_line) {
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
    std::vector<std::size_t> run_of(pieces_.size(), in_no_line);
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
        std::size_t left = in_no_line;
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
        if (left == in_no_line || stands_over_something || run_of[left] == in_no_line) continue;
        // Above the base line of the run, not only above the foot of a "p".
        TextLine& run = lines_[run_of[left]];
        if (piece.y1 > base_line(run, i) - raised_by * unit_) continue;
        if (run_of[i] != run_of[left]) {
            if (run_of[i] != in_no_line) std::erase(lines_[run_of[i]].pieces, i);
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
        if (line_of_[i] != in_no_line) continue;
        const InkPiece& piece = pieces_[i];
        const bool dash = piece.width() > 1.5 * piece.height() && piece.width() >= 0.3 * unit_;
        const bool dot = std::min(piece.width(), piece.height()) >= least_bullet * unit_ && std::abs(piece.width() - piece.height()) <= 0.3 * piece.width();
        std::size_t best = in_no_line;
        double best_distance = 0;
        for (std::size_t j = 0; j < lines_.size(); ++j) {
            const InkPiece& box = lines_[j].box;
            const double beside = std::max({box.x0 - piece.mid_x(), piece.mid_x() - box.x1, 0.0});
            const double off = std::max({box.y0 - piece.mid_y(), piece.mid_y() - box.y1, 0.0});
            const bool in_front = piece.x1 < box.x0 && off == 0;
            const double reach = dash ? label_gap : (dot && in_front ? bullet_gap : word_gap);
            if (beside > reach * unit_ || off > 0.45 * unit_) continue;
            const double distance = beside + 4 * off;
            if (best == in_no_line || distance < best_distance) {
                best = j;
                best_distance = distance;
            }
        }
        if (best == in_no_line) continue;
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

}  // namespace planlezer
