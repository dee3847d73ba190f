#include "extractors/map/raster/dash_kinds.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr std::size_t least_dashes = 3;   // that make a kind; two may belong to it
constexpr double as_long = 0.8;           // two dashes alone, that neither is cut off
constexpr std::size_t enough_dashes = 8;  // of one period on the whole sheet, for a kind
constexpr double step = 0.08;             // of the logarithm of a period, a heap's
constexpr double corner = 25;             // degrees from one dash to the next
constexpr double regular = 0.25;          // by which the periods of one line may differ

/// Without the dots between them, of which the drawing has more than a picture keeps.
std::vector<LinePiece> dashes_of(const DashChain& chain) {
    constexpr double dot = 0.5;  // of the longest dash
    const double longest = std::ranges::max_element(chain.pieces, {}, &LinePiece::length)->length;
    std::vector<LinePiece> dashes;
    std::ranges::copy_if(chain.pieces, std::back_inserter(dashes), [&](const LinePiece& piece) { return piece.length > dot * longest; });
    return dashes;
}

/// From the middle of each dash to that of the next: the same all along a line, also where a dot stands between. Nothing when it is not.
std::optional<double> period_of(const DashChain& chain) {
    if (chain.dotted) return std::nullopt;
    const std::vector<LinePiece> dashes = dashes_of(chain);
    if (dashes.size() < 2) return std::nullopt;
    if (dashes.size() < least_dashes) {
        const auto [shorter, longer] = std::minmax(dashes.front().length, dashes.back().length);
        if (shorter < as_long * longer) return std::nullopt;
    }
    std::vector<double> periods;
    for (std::size_t i = 0; i + 1 < dashes.size(); ++i) {
        const LinePiece& p = dashes[i];
        const LinePiece& q = dashes[i + 1];
        // Round a corner the next dash is nearer.
        if (plane::turn_between(plane::direction(p.a, p.b), plane::direction(q.a, q.b), 180) > corner) continue;
        periods.push_back(plane::distance({(p.a.x + p.b.x) / 2, (p.a.y + p.b.y) / 2}, {(q.a.x + q.b.x) / 2, (q.a.y + q.b.y) / 2}));
    }
    if (periods.empty()) return std::nullopt;
    std::vector<double> sorted = periods;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::ranges::nth_element(sorted, middle);
    const auto alike = std::ranges::count_if(periods, [&](double period) { return std::abs(period - *middle) < regular * *middle; });
    // Where another line crosses one may be missing.
    if (3 * alike < 2 * std::ssize(periods)) return std::nullopt;
    return *middle;
}

int heap_of(double period) { return static_cast<int>(std::floor(std::log(period) / step)); }

/// Heaps with enough dashes, those side by side as one: the kind of each, from 1.
std::map<int, std::uint8_t> kinds_of_heaps(const std::map<int, std::size_t>& dashes) {
    std::map<int, std::uint8_t> kinds;
    std::uint8_t kind = 0;
    int last = 0;
    for (const auto& [heap, count] : dashes) {
        if (count < enough_dashes) continue;
        if (kind == 0 || heap > last + 1) ++kind;
        if (kind >= DashKinds::most) break;
        kinds[heap] = kind;
        last = heap;
    }
    return kinds;
}

/// Some are cut off or partly hidden: fewer than a third.
LinePiece usual_dash(std::vector<LinePiece> dashes) {
    if (dashes.empty()) return {};
    const auto usual = dashes.begin() + static_cast<std::ptrdiff_t>(2 * dashes.size() / 3);
    std::ranges::nth_element(dashes, usual, {}, &LinePiece::length);
    return *usual;
}

}  // namespace

DashKinds dash_kinds(const std::vector<DashChain>& chains) {
    DashKinds found;
    std::map<int, std::size_t> dashes;
    std::vector<double> periods;
    for (const DashChain& chain : chains) {
        periods.push_back(period_of(chain).value_or(0));
        if (periods.back() > 0 && chain.pieces.size() >= least_dashes) dashes[heap_of(periods.back())] += chain.pieces.size();
    }
    const std::map<int, std::uint8_t> kinds = kinds_of_heaps(dashes);
    std::vector<double> weights(1);
    std::map<std::size_t, std::vector<LinePiece>> members;
    for (std::size_t i = 0; i < chains.size(); ++i) {
        const auto known = periods[i] > 0 ? kinds.find(heap_of(periods[i])) : kinds.end();
        const std::uint8_t kind = known == kinds.end() ? 0 : known->second;
        found.of_chain.push_back(kind);
        if (kind == 0) continue;
        found.periods.resize(std::max<std::size_t>(found.periods.size(), kind + 1U));
        weights.resize(found.periods.size());
        weights[kind] += static_cast<double>(chains[i].pieces.size());
        found.periods[kind] += periods[i] * static_cast<double>(chains[i].pieces.size());
        std::ranges::copy(dashes_of(chains[i]), std::back_inserter(members[kind]));
    }
    for (std::size_t kind = 1; kind < found.periods.size(); ++kind) found.dashes.push_back(usual_dash(std::move(members[kind])));
    for (std::size_t kind = 1; kind < weights.size(); ++kind) found.periods[kind] /= weights[kind];
    return found;
}

}  // namespace planlezer
