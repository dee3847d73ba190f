// The bytes of a message, field by field: written without a fault, read with suspicion.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every type has one put and one get, in the codec of its family; the templates below find them by their arguments.
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "extractors/wire/utf8.hpp"

namespace planlezer::wire {

inline constexpr std::uint32_t max_text_bytes = 1U << 16U;
inline constexpr double max_coordinate = 1e7;  ///< points or metres: larger than any sheet and than the country

class Writer {
  public:
    void integer(std::uint32_t value) {
        for (unsigned shift = 0; shift < 32; shift += 8) byte(static_cast<std::uint8_t>(value >> shift));
    }
    void number(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        integer(static_cast<std::uint32_t>(bits));
        integer(static_cast<std::uint32_t>(bits >> 32U));
    }
    void byte(std::uint8_t value) { bytes_.push_back(static_cast<std::byte>(value)); }
    void boolean(bool value) { byte(value ? 1 : 0); }
    template <typename Enum>
    void enumerator(Enum value) {
        byte(static_cast<std::uint8_t>(value));
    }
    void text(const std::string& value) {
        integer(static_cast<std::uint32_t>(value.size()));
        for (const char c : value) byte(static_cast<std::uint8_t>(c));
    }
    std::vector<std::byte> take() { return std::move(bytes_); }

  private:
    std::vector<std::byte> bytes_;
};

class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool finished() const { return good_ && bytes_.empty(); }
    void fail() {
        good_ = false;
        bytes_ = {};
    }
    void require(bool condition) {
        if (!condition) fail();
    }

    std::uint8_t byte() {
        if (bytes_.empty()) {
            fail();
            return 0;
        }
        const auto value = std::to_integer<std::uint8_t>(bytes_.front());
        bytes_ = bytes_.subspan(1);
        return value;
    }
    std::uint32_t integer() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 32; shift += 8) value |= std::uint32_t{byte()} << shift;
        return value;
    }
    double number() {
        const std::uint64_t low = integer();
        const double value = std::bit_cast<double>(low | (std::uint64_t{integer()} << 32U));
        require(std::isfinite(value) && std::abs(value) <= max_coordinate);
        return good_ ? value : 0;
    }
    /// A number that may not be below zero.
    double size() {
        const double value = number();
        require(value >= 0);
        return value;
    }
    /// A confidence or another part of one.
    double fraction() {
        const double value = size();
        require(value <= 1);
        return value;
    }
    bool boolean() {
        const std::uint8_t value = byte();
        require(value <= 1);
        return value == 1;
    }
    template <typename Enum>
    Enum enumerator(Enum last) {
        const std::uint8_t value = byte();
        require(value <= static_cast<std::uint8_t>(last));
        return good_ ? static_cast<Enum>(value) : Enum{};
    }
    std::string text() {
        const std::uint32_t size = integer();
        if (size > max_text_bytes || size > bytes_.size()) {
            fail();
            return {};
        }
        std::string value;
        value.reserve(size);
        for (const std::byte b : bytes_.first(size)) value += static_cast<char>(b);
        bytes_ = bytes_.subspan(size);
        require(is_utf8(value));
        return value;
    }
    /// A count of items that take at least `item_bytes` each: refused before anything is allocated for them.
    std::size_t count(std::uint32_t limit, std::size_t item_bytes) {
        const std::uint32_t value = integer();
        require(value <= limit && value <= bytes_.size() / item_bytes);
        return good_ ? value : 0;
    }

  private:
    std::span<const std::byte> bytes_;
    bool good_ = true;
};

inline void put(Writer& out, double value) { out.number(value); }

inline void get(Reader& in, double& value) { value = in.number(); }

template <typename Item>
void put_all(Writer& out, const std::vector<Item>& items) {
    out.integer(static_cast<std::uint32_t>(items.size()));
    for (const Item& item : items) put(out, item);
}

template <typename Item>
void get_all(Reader& in, std::vector<Item>& items, std::uint32_t limit, std::size_t item_bytes) {
    const std::size_t count = in.count(limit, item_bytes);
    items.reserve(count);
    for (std::size_t i = 0; i < count && in.good(); ++i) get(in, items.emplace_back());
}

template <typename Item>
void put_optional(Writer& out, const std::optional<Item>& item) {
    out.byte(item ? 1 : 0);
    if (item) put(out, *item);
}

template <typename Item>
void get_optional(Reader& in, std::optional<Item>& item) {
    item.reset();
    if (in.boolean()) get(in, item.emplace());
}

}  // namespace planlezer::wire
