#include "rules/map/sheet/fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace planlezer {

namespace {

Point transformed_by(const Affine& m, Point p) { return {m.a * p.x + m.b * p.y + m.c, m.d * p.x + m.e * p.y + m.f}; }

double error_of(const Affine& affine, const ControlPoint& point) {
    const Point found = transformed_by(affine, point.sheet);
    return std::hypot(found.x - point.rd.x, found.y - point.rd.y);
}

/// Gauss with pivots; false when the matrix is singular. Columns 0..n-1 are the matrix, column n the right side.
template <std::size_t n>
bool solve(std::array<std::array<double, n + 1>, n>& rows) {
    constexpr double singular = 1e-12;
    for (std::size_t column = 0; column < n; ++column) {
        const auto pivot = std::max_element(rows.begin() + static_cast<std::ptrdiff_t>(column), rows.end(), [column](const auto& a, const auto& b) {
            return std::abs(a[column]) < std::abs(b[column]);
        });
        std::swap(rows[column], *pivot);
        if (std::abs(rows[column][column]) < singular) return false;
        for (std::size_t row = 0; row < n; ++row) {
            if (row == column) continue;
            const double factor = rows[row][column] / rows[column][column];
            for (std::size_t i = column; i <= n; ++i) rows[row][i] -= factor * rows[column][i];
        }
    }
    for (std::size_t row = 0; row < n; ++row) rows[row][n] /= rows[row][row];
    return true;
}

struct Centre {
    Point sheet;
    Point rd;
};

Centre centre_of(std::span<const ControlPoint> points) {
    Centre centre;
    for (const ControlPoint& p : points) {
        centre.sheet = {centre.sheet.x + p.sheet.x, centre.sheet.y + p.sheet.y};
        centre.rd = {centre.rd.x + p.rd.x, centre.rd.y + p.rd.y};
    }
    const auto n = static_cast<double>(points.size());
    return {{centre.sheet.x / n, centre.sheet.y / n}, {centre.rd.x / n, centre.rd.y / n}};
}

/// Shifts an affine made between the centres back to the points themselves.
Affine uncentred(Affine m, const Centre& centre) {
    m.c = centre.rd.x - m.a * centre.sheet.x - m.b * centre.sheet.y;
    m.f = centre.rd.y - m.d * centre.sheet.x - m.e * centre.sheet.y;
    return m;
}

Fit with_residual(const Affine& affine, std::span<const ControlPoint> points, std::size_t unknowns) {
    Fit fit{affine, std::nullopt, {points.begin(), points.end()}};
    const std::size_t numbers = 2 * points.size();
    if (numbers <= unknowns) return fit;
    double squares = 0;
    for (const ControlPoint& p : points) squares += std::pow(error_of(affine, p), 2);
    fit.residual = std::sqrt(squares / static_cast<double>(numbers - unknowns) * 2);
    return fit;
}

std::vector<ControlPoint> agreeing(const Affine& affine, std::span<const ControlPoint> points, double tolerance) {
    std::vector<ControlPoint> near;
    std::ranges::copy_if(points, std::back_inserter(near), [&](const ControlPoint& p) { return error_of(affine, p) <= tolerance; });
    return near;
}

}  // namespace

double scale_of(const Affine& m) { return std::sqrt(std::abs(m.a * m.e - m.b * m.d)); }

std::optional<Fit> fit_similarity(std::span<const ControlPoint> points) {
    if (points.size() < 2) return std::nullopt;
    const Centre centre = centre_of(points);
    double cosine = 0;
    double sine = 0;
    double spread = 0;
    for (const ControlPoint& p : points) {
        const double x = p.sheet.x - centre.sheet.x;
        const double y = centre.sheet.y - p.sheet.y;  // up
        const double east = p.rd.x - centre.rd.x;
        const double north = p.rd.y - centre.rd.y;
        cosine += x * east + y * north;
        sine += x * north - y * east;
        spread += x * x + y * y;
    }
    if (spread <= 0) return std::nullopt;
    const double c = cosine / spread;
    const double s = sine / spread;
    if (c == 0 && s == 0) return std::nullopt;
    return with_residual(uncentred({c, s, 0, s, -c, 0}, centre), points, 4);
}

std::optional<Fit> fit_affine(std::span<const ControlPoint> points) {
    if (points.size() < 3) return std::nullopt;
    const Centre centre = centre_of(points);
    std::array<std::array<double, 3>, 2> east{};
    std::array<std::array<double, 3>, 2> north{};
    for (const ControlPoint& p : points) {
        const std::array<double, 2> at{p.sheet.x - centre.sheet.x, p.sheet.y - centre.sheet.y};
        for (std::size_t row = 0; row < 2; ++row) {
            for (std::size_t column = 0; column < 2; ++column) {
                east[row][column] += at[row] * at[column];
                north[row][column] += at[row] * at[column];
            }
            east[row][2] += at[row] * (p.rd.x - centre.rd.x);
            north[row][2] += at[row] * (p.rd.y - centre.rd.y);
        }
    }
    // Points on one line leave the other direction open.
    const double trace = east[0][0] + east[1][1];
    const double determinant = east[0][0] * east[1][1] - east[0][1] * east[1][0];
    constexpr double flat = 1e-3;
    if (determinant < flat * trace * trace || !solve<2>(east) || !solve<2>(north)) return std::nullopt;
    return with_residual(uncentred({east[0][2], east[1][2], 0, north[0][2], north[1][2], 0}, centre), points, 6);
}

std::optional<Fit> fit_robust(std::span<const ControlPoint> points, double tolerance) {
    std::vector<ControlPoint> best;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            const std::array pair{points[i], points[j]};
            const auto fit = fit_similarity(pair);
            if (!fit) continue;
            std::vector<ControlPoint> near = agreeing(fit->to_rd, points, tolerance);
            if (near.size() > best.size()) best = std::move(near);
        }
    }
    constexpr std::size_t fewest = 3;
    constexpr std::size_t enough_for_affine = 5;
    if (best.size() < fewest) return std::nullopt;
    if (best.size() >= enough_for_affine) {
        if (auto fit = fit_affine(best)) return fit;
    }
    return fit_similarity(best);
}

}  // namespace planlezer
