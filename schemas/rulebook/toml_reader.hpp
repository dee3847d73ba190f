// One table of a rule-book file: its keys, checked, with every fault reported by file and line.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <toml++/toml.h>

#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {

/// A table of one file together with the name under which faults are reported.
class TomlReader {
  public:
    TomlReader(std::string file, const toml::table& table) : file_(std::move(file)), table_(&table) {}

    [[noreturn]] void fail(const toml::node* node, const std::string& why) const {
        const toml::node& place = node != nullptr ? *node : static_cast<const toml::node&>(*table_);
        throw RuleBookError(file_, static_cast<int>(place.source().begin.line), why);
    }

    void only(std::initializer_list<std::string_view> known) const {
        for (const auto& [key, node] : *table_) {
            if (std::ranges::find(known, key.str()) == known.end()) {
                fail(&node, "onbekende sleutel '" + std::string(key.str()) + "'");
            }
        }
    }

    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
    [[nodiscard]] int line() const { return static_cast<int>(table_->source().begin.line); }

    [[nodiscard]] std::string text(std::string_view key) const {
        const toml::node* node = table_->get(key);
        if (node == nullptr) fail(nullptr, "sleutel '" + std::string(key) + "' ontbreekt");
        const auto* value = node->as_string();
        if (value == nullptr) fail(node, "'" + std::string(key) + "' moet tekst zijn");
        return value->get();
    }
    [[nodiscard]] std::string text_or(std::string_view key, std::string fallback) const {
        return has(key) ? text(key) : std::move(fallback);
    }
    [[nodiscard]] double number(std::string_view key, double fallback) const {
        const toml::node* node = table_->get(key);
        if (node == nullptr) return fallback;
        const auto value = node->value<double>();
        if (!value) fail(node, "'" + std::string(key) + "' moet een getal zijn");
        return *value;
    }
    [[nodiscard]] bool flag(std::string_view key) const {
        const toml::node* node = table_->get(key);
        if (node == nullptr) return false;
        const auto value = node->value_exact<bool>();
        if (!value) fail(node, "'" + std::string(key) + "' moet true of false zijn");
        return *value;
    }
    [[nodiscard]] const toml::array& array(std::string_view key) const {
        static const toml::array none;
        const toml::node* node = table_->get(key);
        if (node == nullptr) return none;
        const auto* value = node->as_array();
        if (value == nullptr) fail(node, "'" + std::string(key) + "' moet een lijst zijn");
        return *value;
    }
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const {
        std::vector<std::string> found;
        for (const toml::node& node : array(key)) {
            const auto* value = node.as_string();
            if (value == nullptr) fail(&node, "'" + std::string(key) + "' moet een lijst van teksten zijn");
            found.push_back(value->get());
        }
        return found;
    }
    [[nodiscard]] std::vector<TomlReader> tables(std::string_view key) const {
        std::vector<TomlReader> found;
        for (const toml::node& node : array(key)) {
            const auto* table = node.as_table();
            if (table == nullptr) fail(&node, "'" + std::string(key) + "' moet een lijst van tabellen zijn: [[" + std::string(key) + "]]");
            found.emplace_back(file_, *table);
        }
        return found;
    }
    [[nodiscard]] std::vector<Pattern> patterns(std::string_view key) const {
        std::vector<Pattern> found;
        for (const toml::node& node : array(key)) {
            const auto* value = node.as_string();
            if (value == nullptr) fail(&node, "'" + std::string(key) + "' moet een lijst van teksten zijn");
            found.push_back(pattern(value->get(), node));
        }
        return found;
    }
    [[nodiscard]] Pattern pattern(std::string_view key) const { return pattern(text(key), *table_->get(key)); }
    /// [lowest, highest]
    [[nodiscard]] std::pair<double, double> range(std::string_view key) const {
        const toml::array& range = array(key);
        if (range.size() != 2 || !range[0].value<double>() || !range[1].value<double>()) {
            fail(&range, "'" + std::string(key) + "' is een laagste en een hoogste waarde: [0.2, 60]");
        }
        return {*range[0].value<double>(), *range[1].value<double>()};
    }
    [[nodiscard]] Unit unit(const std::string& name, std::string_view key) const {
        const auto unit = unit_from_text(name);
        if (!unit || *unit == Unit::none) {
            fail(table_->get(key), "onbekende eenheid '" + name + "': kies uit m, m2, m3, %, degree, count, bouwlagen");
        }
        return *unit;
    }
    [[nodiscard]] std::vector<Unit> units(std::string_view key) const {
        std::vector<Unit> found;
        for (const std::string& name : texts(key)) found.push_back(unit(name, key));
        return found;
    }
    /// "before ^ pattern"; a fault is reported at the list of patterns.
    [[nodiscard]] TagPhrase phrase(const std::string& tag, const std::string& id, const std::string& source) const {
        const toml::node& place = *table_->get("patronen");
        const std::size_t mark = source.find(" ^ ");
        if (mark == std::string::npos) return {tag, id, source, {}, pattern(source, place)};
        return {tag, id, source, pattern(source.substr(0, mark), place), pattern(source.substr(mark + 3), place)};
    }
    [[nodiscard]] const toml::node* node(std::string_view key) const { return table_->get(key); }
    [[nodiscard]] const std::string& file() const { return file_; }

  private:
    [[nodiscard]] Pattern pattern(const std::string& source, const toml::node& place) const {
        try {
            return parse_pattern(source);
        } catch (const std::invalid_argument& fault) {
            fail(&place, fault.what());
        }
    }

    std::string file_;
    const toml::table* table_;
};

}  // namespace planlezer
