#include "extractors/map/raster/parted_grounds.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <limits>
#include <set>
#include <utility>

namespace planlezer {

namespace {

constexpr double along_a_line = 0.05;  // of what an edge costs where no line is drawn
constexpr double nothing = 1e-6;

struct Line {
    double length = 0;
    double shown = 0;  ///< of its length
    [[nodiscard]] double open() const { return length > 0 ? 1 - shown / length : 0; }
};

/// Borders as pipes: the narrowest place between the letters is where what flows from the one to the other is held up.
class Pipes {
  public:
    Pipes(const Partition& partition, const std::vector<std::uint32_t>& faces, const DrawnBorder& drawn) : neighbours_(faces.size()) {
        for (std::size_t i = 0; i < faces.size(); ++i) index_[faces[i]] = i;
        for (const auto& [pair, border] : partition.borders) {
            const auto a = index_.find(pair.first);
            const auto b = index_.find(pair.second);
            if (a == index_.end() || b == index_.end()) continue;
            const auto length = static_cast<double>(border.length);
            const double shown = std::clamp(drawn(border), 0.0, length);
            const double room = length - shown + along_a_line * shown;
            connect(a->second, b->second, room, length, shown);
        }
    }

    [[nodiscard]] std::size_t at(std::uint32_t face) const { return index_.at(face); }

    /// The places on the side of the sources, of those that are left.
    std::vector<bool> side_of(const std::vector<std::size_t>& sources, const std::set<std::size_t>& sinks, const std::vector<bool>& left) {
        for (Pipe& pipe : pipes_) pipe.flow = 0;
        while (flow_once(sources, sinks, left)) {
        }
        std::vector<bool> side(neighbours_.size(), false);
        for (std::size_t i = 0; i < side.size(); ++i) side[i] = came_[i] != unseen;
        return side;
    }

    /// The line between those within and the others.
    [[nodiscard]] Line line_around(const std::vector<bool>& within) const {
        Line line;
        for (const Pipe& pipe : pipes_) {
            if (within[pipe.from] == within[pipe.to]) continue;
            line.length += pipe.length;
            line.shown += pipe.shown;
        }
        return line;
    }

    /// Pairs of places with a drawn line between them, the longest first.
    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> drawn_pairs(double least) const {
        std::vector<const Pipe*> drawn;
        for (const Pipe& pipe : pipes_) {
            if (pipe.shown >= least) drawn.push_back(&pipe);
        }
        std::ranges::stable_sort(drawn, std::ranges::greater(), &Pipe::shown);
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        for (const Pipe* pipe : drawn) pairs.emplace_back(pipe->from, pipe->to);
        return pairs;
    }

  private:
    static constexpr std::size_t unseen = std::numeric_limits<std::size_t>::max();
    struct Pipe {
        std::size_t from = 0;
        std::size_t to = 0;
        double room = 0;
        double length = 0;
        double shown = 0;
        double flow = 0;  ///< from `from` to `to`
    };

    void connect(std::size_t a, std::size_t b, double room, double length, double shown) {
        neighbours_[a].push_back(pipes_.size());
        neighbours_[b].push_back(pipes_.size());
        pipes_.push_back({a, b, room, length, shown, 0});
    }

    [[nodiscard]] double room_from(const Pipe& pipe, std::size_t place) const { return place == pipe.from ? pipe.room - pipe.flow : pipe.room + pipe.flow; }

    /// Along the way with the fewest pipes; false when nothing more can flow.
    bool flow_once(const std::vector<std::size_t>& sources, const std::set<std::size_t>& sinks, const std::vector<bool>& left) {
        constexpr std::size_t source = unseen - 1;
        came_.assign(neighbours_.size(), unseen);
        std::vector<std::size_t> front = sources;
        for (const std::size_t place : sources) came_[place] = source;
        for (std::size_t i = 0; i < front.size(); ++i) {
            for (const std::size_t by : neighbours_[front[i]]) {
                const Pipe& pipe = pipes_[by];
                const std::size_t next = pipe.from == front[i] ? pipe.to : pipe.from;
                if (came_[next] != unseen || !left[next] || room_from(pipe, front[i]) < nothing) continue;
                came_[next] = by;
                if (sinks.contains(next)) {
                    fill(next);
                    return true;
                }
                front.push_back(next);
            }
        }
        return false;
    }

    void fill(std::size_t sink) {
        const auto before = [this](std::size_t place) { return pipes_[came_[place]].from == place ? pipes_[came_[place]].to : pipes_[came_[place]].from; };
        double most = std::numeric_limits<double>::infinity();
        for (std::size_t place = sink; came_[place] < pipes_.size(); place = before(place)) most = std::min(most, room_from(pipes_[came_[place]], before(place)));
        for (std::size_t place = sink; came_[place] < pipes_.size(); place = before(place)) {
            Pipe& pipe = pipes_[came_[place]];
            pipe.flow += pipe.to == place ? most : -most;
        }
    }

    std::map<std::uint32_t, std::size_t> index_;
    std::vector<std::vector<std::size_t>> neighbours_;  ///< pipes of each place
    std::vector<Pipe> pipes_;
    std::vector<std::size_t> came_;  ///< the pipe by which each place was reached
};

}  // namespace

std::vector<GroundPart> part_by_letters(const Partition& partition, const std::vector<std::uint32_t>& faces, const std::map<std::uint32_t, std::string>& letters, const DrawnBorder& drawn) {
    Pipes pipes(partition, faces, drawn);
    std::map<std::string, std::vector<std::size_t>> kinds;
    for (const std::uint32_t face : faces) {
        const auto found = letters.find(face);
        if (found != letters.end()) kinds[found->second].push_back(pipes.at(face));
    }
    if (kinds.size() < 2) return {};
    std::vector<GroundPart> parts;
    std::vector<bool> left(faces.size(), true);
    std::set<std::size_t> sinks;
    for (const auto& [text, places] : kinds) sinks.insert(places.begin(), places.end());
    for (const auto& [text, places] : kinds) {
        for (const std::size_t place : places) sinks.erase(place);
        std::vector<bool> side = sinks.empty() ? left : pipes.side_of(places, sinks, left);
        GroundPart part;
        part.open = pipes.line_around(side).open();
        for (std::size_t i = 0; i < faces.size(); ++i) {
            if (!side[i]) continue;
            part.faces.push_back(faces[i]);
            left[i] = false;
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<std::vector<std::uint32_t>> part_by_lines(const Partition& partition, const std::vector<std::uint32_t>& faces, const DrawnBorder& drawn, double least) {
    constexpr double nearly_whole = 0.25;    // of the line that may be missing
    constexpr double piece_of_line = 0.15;   // of the least length: shorter pieces tell nothing
    constexpr std::size_t most_tries = 12;
    std::vector<std::vector<std::uint32_t>> done;
    std::vector<std::vector<std::uint32_t>> open{faces};
    while (!open.empty()) {
        const std::vector<std::uint32_t> ground = std::move(open.back());
        open.pop_back();
        Pipes pipes(partition, ground, drawn);
        const std::vector<bool> all(ground.size(), true);
        std::vector<bool> side;
        std::size_t tries = 0;
        for (const auto& [from, to] : pipes.drawn_pairs(piece_of_line * least)) {
            if (++tries > most_tries) break;
            std::vector<bool> found = pipes.side_of({from}, {to}, all);
            const Line line = pipes.line_around(found);
            if (line.open() > nearly_whole || line.shown < least) continue;
            side = std::move(found);
            break;
        }
        if (side.empty()) {
            done.push_back(ground);
            continue;
        }
        std::array<std::vector<std::uint32_t>, 2> parts;
        for (std::size_t i = 0; i < ground.size(); ++i) parts.at(side[i] ? 0 : 1).push_back(ground[i]);
        for (std::vector<std::uint32_t>& part : parts) open.push_back(std::move(part));
    }
    return done;
}

}  // namespace planlezer
