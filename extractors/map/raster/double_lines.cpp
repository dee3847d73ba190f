#include "extractors/map/raster/double_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <vector>

#include "extractors/map/raster/components.hpp"

namespace planlezer {

namespace {

constexpr double widest_between = 0.8;  // millimetres
constexpr double widest_line = 0.6;     // millimetres of one of the two
constexpr double least_length = 5;      // millimetres: shorter pieces bound nothing
constexpr double as_broad = 1.3;        // between the two lines
constexpr double beside = 0.35;         // millimetres from the blurred edge of a line to plain ground
constexpr double least_share = 0.85;    // of the places looked at that show such a line
constexpr double sure_share = 0.9;      // of those whose colour is another on both sides
constexpr double uneven = 0.1;          // millimetres: what differs more from place to place is not drawn with one pen
constexpr std::uint8_t mostly_ink = 128;  // share of a block, 0-255
constexpr int another_colour = 12;      // in one channel, 0-255, beyond what the blur of the lines explains

constexpr std::array<std::array<int, 2>, 4> ways{{{1, 0}, {0, 1}, {1, 1}, {1, -1}}};

double step_of(const std::array<int, 2>& way) { return way[0] != 0 && way[1] != 0 ? 1.414 : 1; }

/// A place between two lines and what is met from there to both sides, in steps.
struct Cross {
    std::array<int, 2> way{};
    std::array<int, 2> near{};  ///< the first ink
    std::array<int, 2> far{};   ///< the first ground after it
    [[nodiscard]] double between() const { return (near[0] + near[1] - 1) * step_of(way); }
    [[nodiscard]] double line(std::size_t side) const { return (far.at(side) - near.at(side)) * step_of(way); }
};

/// What the places of a strip show, added up.
struct Sum {
    double between = 0;
    double between_squares = 0;
    double line = 0;
    std::array<double, 3> inside{};
    std::array<double, 3> ink{};
    long places = 0;
    [[nodiscard]] double spread() const {
        const auto all = static_cast<double>(std::max(1L, places));
        return std::sqrt(std::max(0.0, between_squares / all - between / all * (between / all)));
    }
    void add(const Rgb& own, const Rgb& line_ink) {
        const std::array<int, 3> first{own.r, own.g, own.b};
        const std::array<int, 3> second{line_ink.r, line_ink.g, line_ink.b};
        for (std::size_t i = 0; i < 3; ++i) {
            inside.at(i) += first.at(i);
            ink.at(i) += second.at(i);
        }
        ++places;
    }
};

/// How two lines that belong together are drawn.
struct Kind {
    double between = 0;  ///< pixels
    double line = 0;     ///< pixels
    std::array<double, 3> inside{};
    std::array<double, 3> ink{};
    explicit Kind(const Sum& sum) : between(sum.between), line(sum.line), inside(sum.inside), ink(sum.ink) {
        const auto all = static_cast<double>(std::max(1L, sum.places));
        between /= all;
        line /= all;
        for (double& v : inside) v /= all;
        for (double& v : ink) v /= all;
    }
    [[nodiscard]] bool is_like(const Kind& other) const {
        constexpr double most_off = 0.8;    // pixels, between the lines
        constexpr double as_thick = 0.6;    // pixels
        constexpr double same_colour = 40;  // in one channel: the blur of thin lines differs from place to place
        const auto alike = [](const std::array<double, 3>& a, const std::array<double, 3>& b) {
            double most = 0;
            for (std::size_t i = 0; i < 3; ++i) most = std::max(most, std::abs(a.at(i) - b.at(i)));
            return most < same_colour;
        };
        return std::abs(between - other.between) < most_off && std::abs(line - other.line) < as_thick && alike(inside, other.inside) && alike(ink, other.ink);
    }
};

/// A long strip between two lines.
struct Strip {
    const Component* pixels = nullptr;
    Kind kind;
    bool stands_out = false;  ///< its colour is none of those beside the lines
};

class DoubleLines {
  public:
    DoubleLines(Pix& ink, SheetRaster& raster) : ink_(ink), raster_(raster) {}

    void fill() {
        const int reach = 1 + 2 * static_cast<int>(std::ceil(raster_.pixels(widest_between) / 2));
        PixHandle between(pixCloseSafeBrick(nullptr, &ink_, reach, reach));
        if (!between || pixSubtract(between.get(), between.get(), &ink_) == nullptr) throw std::bad_alloc();
        const Components pieces = components_of(*between, false);
        std::vector<Strip> strips;
        for (const Component& piece : pieces.list) {
            if (const auto strip = strip_of(pieces, piece)) strips.push_back(*strip);
        }
        // Known by the grounds it stands out from, such a line is known on others too. What a sheet has once, a narrow field between
        // its borders, the legend does not show.
        for (const Strip& strip : strips) {
            const auto is_like = [&strip](const Strip& other) { return other.kind.is_like(strip.kind); };
            const bool stands_out = std::ranges::any_of(strips, [&](const Strip& other) { return other.stands_out && is_like(other); });
            if (!stands_out || std::ranges::count_if(strips, is_like) < 2) continue;
            for (const PixelRun& run : pieces.of(*strip.pixels)) fill(run);
        }
    }

  private:
    [[nodiscard]] bool is_inside(int x, int y) const { return x >= 0 && y >= 0 && x < raster_.width && y < raster_.height; }
    [[nodiscard]] bool is_ink(int x, int y) const { return GET_DATA_BIT(pixGetData(&ink_) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(&ink_), x) != 0; }

    /// How many steps lead to the first pixel that is ink, or is not; nothing when none comes so soon.
    [[nodiscard]] std::optional<int> steps_to(bool ink, int x, int y, const std::array<int, 2>& way, int sign, int from, double most) const {
        for (int step = from; step <= most; ++step) {
            const int px = x + sign * step * way[0];
            const int py = y + sign * step * way[1];
            if (!is_inside(px, py)) return std::nullopt;
            if (is_ink(px, py) == ink) return step;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Cross> cross_at(int x, int y, const std::array<int, 2>& way) const {
        Cross cross{way};
        for (const std::size_t side : {0U, 1U}) {
            const int sign = side == 0 ? 1 : -1;
            const auto near = steps_to(true, x, y, way, sign, 1, raster_.pixels(widest_between) / step_of(way));
            if (!near) return std::nullopt;
            const auto far = steps_to(false, x, y, way, sign, *near, *near + raster_.pixels(widest_line) / step_of(way));
            if (!far) return std::nullopt;
            cross.near.at(side) = *near;
            cross.far.at(side) = *far;
        }
        return cross;
    }

    /// Straight across, where both lines are nearest.
    [[nodiscard]] std::optional<Cross> nearest_cross(int x, int y) const {
        std::optional<Cross> best;
        for (const auto& way : ways) {
            const auto cross = cross_at(x, y, way);
            if (cross && (!best || cross->between() < best->between())) best = cross;
        }
        return best;
    }

    [[nodiscard]] const Block* block_at(int x, int y) const { return is_inside(x, y) ? &raster_.at(x / raster_.block, y / raster_.block) : nullptr; }

    /// No mix of this ground and this ink.
    [[nodiscard]] static bool is_another(const Rgb& colour, const Rgb& ground, const Rgb& ink) {
        const std::array<int, 3> off{colour.r - ground.r, colour.g - ground.g, colour.b - ground.b};
        const std::array<int, 3> way{ink.r - ground.r, ink.g - ground.g, ink.b - ground.b};
        double along = 0;
        double length = 1;
        for (std::size_t i = 0; i < 3; ++i) {
            along += off.at(i) * way.at(i);
            length += way.at(i) * way.at(i);
        }
        const double part = std::max(0.0, along / length);
        double most = 0;
        for (std::size_t i = 0; i < 3; ++i) most = std::max(most, std::abs(off.at(i) - part * way.at(i)));
        return most >= another_colour;
    }

    enum class Shown { nothing, lines, colour };

    /// \param sum of what the strip shows
    Shown look(int x, int y, Sum& sum) const {
        const auto cross = nearest_cross(x, y);
        if (!cross || cross->between() > raster_.pixels(widest_between)) return Shown::nothing;
        const auto [thin, broad] = std::minmax({cross->line(0), cross->line(1)});
        if (broad > as_broad * thin + 1) return Shown::nothing;
        // The pixels in the middle are the least blurred.
        const int middle = (cross->near[0] - cross->near[1]) / 2;
        const Block* own = block_at(x + middle * cross->way[0], y + middle * cross->way[1]);
        if (own == nullptr || own->share > mostly_ink) return Shown::nothing;
        bool apart = true;
        for (const std::size_t side : {0U, 1U}) {
            const int sign = side == 0 ? 1 : -1;
            const int on = sign * (cross->near.at(side) + cross->far.at(side) - 1) / 2;
            const int out = sign * (cross->far.at(side) + static_cast<int>(std::lround(raster_.pixels(beside) / step_of(cross->way))));
            const Block* line = block_at(x + on * cross->way[0], y + on * cross->way[1]);
            const Block* ground = block_at(x + out * cross->way[0], y + out * cross->way[1]);
            if (line == nullptr || ground == nullptr) return Shown::nothing;
            apart = apart && ground->share <= mostly_ink && is_another(own->ground, ground->ground, line->ink);
            sum.add(own->ground, line->ink);
            sum.between += cross->between();
            sum.between_squares += cross->between() * cross->between();
            sum.line += cross->line(side);
        }
        return apart ? Shown::colour : Shown::lines;
    }

    [[nodiscard]] std::optional<Strip> strip_of(const Components& pieces, const Component& piece) const {
        if (std::hypot(piece.box.width(), piece.box.height()) < raster_.pixels(least_length)) return std::nullopt;
        constexpr long places = 400;
        const long each = std::max(1L, piece.pixels / places);
        Sum sum;
        std::array<long, 3> shown{};
        long next = 0;
        for (const PixelRun& run : pieces.of(piece)) {
            for (; next < run.x1 - run.x0; next += each) ++shown.at(static_cast<std::size_t>(look(run.x0 + static_cast<int>(next), run.y, sum)));
            next -= run.x1 - run.x0;
        }
        const auto all = static_cast<double>(shown[0] + shown[1] + shown[2]);
        if (static_cast<double>(shown[1] + shown[2]) < least_share * all || sum.spread() > raster_.pixels(uneven)) return std::nullopt;
        return Strip{&piece, Kind(sum), static_cast<double>(shown[2]) >= sure_share * all};
    }

    void fill(const PixelRun& run) {
        l_uint32* line = pixGetData(&ink_) + static_cast<std::ptrdiff_t>(run.y) * pixGetWpl(&ink_);
        for (int x = run.x0; x < run.x1; ++x) {
            SET_DATA_BIT(line, x);
            Block& block = raster_.blocks[static_cast<std::size_t>(run.y / raster_.block) * static_cast<std::size_t>(raster_.columns) + static_cast<std::size_t>(x / raster_.block)];
            block.share = static_cast<std::uint8_t>(std::min(255, block.share + 255 / (raster_.block * raster_.block)));
        }
    }

    Pix& ink_;
    SheetRaster& raster_;
};

}  // namespace

void fill_double_lines(Pix& ink, SheetRaster& raster) { DoubleLines(ink, raster).fill(); }

}  // namespace planlezer
