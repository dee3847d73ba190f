#include "extractors/map/geo_tiff.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace planlezer {

namespace {

constexpr std::uint16_t pixel_scale_tag = 33550;
constexpr std::uint16_t tie_point_tag = 33922;
constexpr std::uint16_t transformation_tag = 34264;
constexpr std::uint16_t key_directory_tag = 34735;
constexpr std::uint16_t raster_type_key = 1025;
constexpr std::uint16_t projected_system_key = 3072;
constexpr std::uint16_t rd_new = 28992;
constexpr std::uint16_t user_defined = 32767;

/// The tags of the first image; every read is checked against the file's end.
class Tags {
  public:
    explicit Tags(std::span<const std::byte> file) : file_(file) {
        big_ = file_.size() > 1 && file_[0] == std::byte{'M'};
        const std::size_t directory = number(4, 4);
        const std::size_t count = number(directory, 2);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t at = directory + 2 + 12 * i;
            if (at + 12 > file_.size()) break;
            entries_.push_back({static_cast<std::uint16_t>(number(at, 2)), static_cast<std::uint16_t>(number(at + 2, 2)), number(at + 4, 4), at + 8});
        }
    }
    [[nodiscard]] std::vector<double> doubles(std::uint16_t tag) const {
        std::vector<double> values;
        const Entry* entry = find(tag);
        if (entry == nullptr || entry->type != 12 || entry->count > 1000) return values;
        const std::size_t at = number(entry->value, 4);
        if (at > file_.size() || entry->count * 8 > file_.size() - at) return values;
        for (std::size_t i = 0; i < entry->count; ++i) values.push_back(std::bit_cast<double>(static_cast<std::uint64_t>(number(at + 8 * i, 8))));
        return values;
    }
    [[nodiscard]] std::vector<std::uint16_t> shorts(std::uint16_t tag) const {
        std::vector<std::uint16_t> values;
        const Entry* entry = find(tag);
        if (entry == nullptr || entry->type != 3 || entry->count > 4000) return values;
        const std::size_t at = entry->count <= 2 ? entry->value : number(entry->value, 4);
        if (at > file_.size() || entry->count * 2 > file_.size() - at) return values;
        for (std::size_t i = 0; i < entry->count; ++i) values.push_back(static_cast<std::uint16_t>(number(at + 2 * i, 2)));
        return values;
    }

  private:
    struct Entry {
        std::uint16_t tag = 0;
        std::uint16_t type = 0;
        std::size_t count = 0;
        std::size_t value = 0;  ///< where it, or where it stands, is written
    };
    [[nodiscard]] const Entry* find(std::uint16_t tag) const {
        const auto found = std::ranges::find(entries_, tag, &Entry::tag);
        return found == entries_.end() ? nullptr : &*found;
    }
    /// 0 beyond the end.
    [[nodiscard]] std::size_t number(std::size_t at, std::size_t bytes) const {
        if (at > file_.size() || bytes > file_.size() - at) return 0;
        std::size_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i) value = value << 8U | std::to_integer<std::size_t>(file_[at + (big_ ? i : bytes - 1 - i)]);
        return value;
    }

    std::span<const std::byte> file_;
    std::vector<Entry> entries_;
    bool big_ = false;
};

/// Value of a key that stands in the directory itself; 0 when there is none.
std::uint16_t key(const std::vector<std::uint16_t>& directory, std::uint16_t wanted) {
    for (std::size_t i = 4; i + 3 < directory.size(); i += 4) {
        if (directory[i] == wanted && directory[i + 1] == 0) return directory[i + 3];
    }
    return 0;
}

bool in_the_netherlands(const Affine& m) { return m.c > -50'000 && m.c < 300'000 && m.f > 250'000 && m.f < 650'000; }

}  // namespace

std::optional<Affine> geo_tiff(std::span<const std::byte> file) {
    const Tags tags(file);
    const std::vector<std::uint16_t> directory = tags.shorts(key_directory_tag);
    const std::uint16_t system = key(directory, projected_system_key);
    Affine m;
    const std::vector<double> matrix = tags.doubles(transformation_tag);
    const std::vector<double> scale = tags.doubles(pixel_scale_tag);
    const std::vector<double> tie = tags.doubles(tie_point_tag);
    if (matrix.size() == 16) {
        m = {matrix[0], matrix[1], matrix[3], matrix[4], matrix[5], matrix[7]};
    } else if (scale.size() >= 2 && tie.size() >= 6) {
        m = {scale[0], 0, tie[3] - tie[0] * scale[0], 0, -scale[1], tie[4] + tie[1] * scale[1]};
    } else {
        return std::nullopt;
    }
    constexpr std::uint16_t pixel_is_point = 2;
    if (key(directory, raster_type_key) == pixel_is_point) {
        m.c -= 0.5 * (m.a + m.b);
        m.f -= 0.5 * (m.d + m.e);
    }
    const bool known = system == rd_new || ((system == 0 || system == user_defined) && in_the_netherlands(m));
    const bool finite = std::isfinite(m.a + m.b + m.c + m.d + m.e + m.f);
    return known && finite && m.a * m.e - m.b * m.d != 0 ? std::optional(m) : std::nullopt;
}

}  // namespace planlezer
