// Reading JSON that another run, or a person, wrote: member by member, one fault for the whole.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemas/json/json_layout.hpp"
#include "schemas/model/enum_names.hpp"
#include "schemas/model/quantity.hpp"

namespace planlezer {

/// Reads members of one object; the first fault is remembered and everything after it yields defaults,
/// so that a whole object is read without a test a line.
class ObjectReader {
  public:
    explicit ObjectReader(const Json& object) : object_(object), ok_(object.is_object()) {}

    [[nodiscard]] bool ok() const { return ok_; }
    void fail() { ok_ = false; }

    [[nodiscard]] bool has(const char* name) const { return ok_ && object_.contains(name); }
    const Json& member(const char* name) {
        static const Json none;
        if (ok_) {
            const auto found = object_.find(name);
            if (found != object_.end()) return *found;
        }
        ok_ = false;
        return none;
    }
    std::string text(const char* name) {
        const Json& json = member(name);
        if (!json.is_string()) ok_ = false;
        return ok_ ? json.get<std::string>() : std::string();
    }
    std::string optional_text(const char* name) { return member(name).is_null() ? std::string() : text(name); }
    int count(const char* name) {
        const Json& json = member(name);
        if (!json.is_number_unsigned() || json.get<std::uint64_t>() > std::numeric_limits<int>::max()) ok_ = false;
        return ok_ ? json.get<int>() : 0;
    }
    double number(const char* name) {
        const Json& json = member(name);
        if (!json.is_number()) ok_ = false;
        return ok_ ? json.get<double>() : 0;
    }
    std::vector<std::string> texts(const char* name) {
        return list<std::string>(name, [](const Json& json) {
            return json.is_string() ? std::optional(json.get<std::string>()) : std::nullopt;
        });
    }
    /// `read` turns an element into an optional; one nullopt is a fault of the whole.
    template <typename Element, typename Read>
    std::vector<Element> list(const char* name, const Read& read) {
        std::vector<Element> elements;
        const Json& json = member(name);
        if (!json.is_array()) ok_ = false;
        if (!ok_) return elements;
        for (const Json& element : json) {
            std::optional<Element> one = read(element);
            if (!one) {
                ok_ = false;
                return {};
            }
            elements.push_back(std::move(*one));
        }
        return elements;
    }
    /// The enumerator whose published name stands in the member. `last` is the last of the enumeration.
    template <typename Enum>
    Enum named(const char* name, Enum last, std::string_view (*text_of)(Enum)) {
        const std::optional<Enum> found = enum_from_text(text(name), last, text_of);
        if (!found) ok_ = false;
        return found.value_or(Enum{});
    }

  private:
    const Json& object_;
    bool ok_;
};

[[nodiscard]] std::optional<Box> read_box(const Json& json);
[[nodiscard]] std::optional<Provenance> read_provenance(const Json& json);
/// The member "provenance" of an object.
[[nodiscard]] Provenance provenance_of(ObjectReader& reader);
/// The members "value" (null for none) and "unit".
[[nodiscard]] std::optional<Decimal> value_of(ObjectReader& reader);
[[nodiscard]] Unit unit_of(ObjectReader& reader);

}  // namespace planlezer
