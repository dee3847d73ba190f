#include "schemas/omgevingsplan/settings.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "schemas/omgevingsplan/settings_syntax.hpp"

namespace planlezer::omgevingsplan {

namespace {

struct TextKey {
    const char* name;
    std::string Settings::*field;
    Syntax syntax;
    /// Its default is that of the fictional gemeente: for another it must be given.
    bool own = false;
};

constexpr std::array text_keys{
    TextKey{"gemeente", &Settings::gemeente, syntax::municipality},
    TextKey{"gemeente_naam", &Settings::gemeente_naam, syntax::words, true},
    TextKey{"oin_bevoegd_gezag", &Settings::oin_bevoegd_gezag, syntax::oin, true},
    TextKey{"oin_aanleveraar", &Settings::oin_aanleveraar, syntax::oin, true},
    TextKey{"regeling_work", &Settings::regeling_work, syntax::regeling_work, true},
    TextKey{"regeling_was", &Settings::regeling_was, syntax::regeling_expression},
    TextKey{"regeling_wordt", &Settings::regeling_wordt, syntax::regeling_expression, true},
    TextKey{"versienummer", &Settings::versienummer, syntax::version_number, true},
    TextKey{"na_hoofdstuk", &Settings::na_hoofdstuk, syntax::chapter_w_id},
    TextKey{"hoofdstuk", &Settings::hoofdstuk, syntax::part_number},
    TextKey{"na_bijlage", &Settings::na_bijlage, syntax::annex_w_id},
    TextKey{"bijlage", &Settings::bijlage, syntax::part_number},
    TextKey{"ambtsgebied", &Settings::ambtsgebied, syntax::ambtsgebied},
    TextKey{"ambtsgebied_geldig_op", &Settings::ambtsgebied_geldig_op, syntax::date},
    TextKey{"jaar", &Settings::jaar, syntax::year, true},
    TextKey{"vastgesteld_op", &Settings::vastgesteld_op, syntax::date, true},
    TextKey{"ondertekend_op", &Settings::ondertekend_op, syntax::date, true},
    TextKey{"bekend_op", &Settings::bekend_op, syntax::date, true},
    TextKey{"in_werking_op", &Settings::in_werking_op, syntax::date, true},
    TextKey{"achtergrond_actualiteit", &Settings::achtergrond_actualiteit, syntax::date},
    TextKey{"bestuursorgaan", &Settings::bestuursorgaan, syntax::authority},
    TextKey{"opschrift", &Settings::opschrift, syntax::words, true},
    TextKey{"aanhef", &Settings::aanhef, syntax::anything, true},
    TextKey{"sluiting", &Settings::sluiting, syntax::anything, true},
    TextKey{"ondertekening", &Settings::ondertekening, syntax::anything, true},
    TextKey{"pons_id", &Settings::pons_id, syntax::pons_id},
    TextKey{"pons_work", &Settings::pons_work, syntax::pons_work},
    TextKey{"pons_bestand", &Settings::pons_bestand, syntax::anything},
};

struct FlagKey {
    const char* name;
    bool Settings::*field;
};

constexpr std::array flag_keys{
    FlagKey{"publicatie", &Settings::publicatie},
    FlagKey{"nieuwe_regeling", &Settings::nieuwe_regeling},
    FlagKey{"pons", &Settings::pons},
};

constexpr std::string_view version_key = "versie";
constexpr std::string_view form_key = "vorm";
constexpr std::string_view size_key = "max_bestand";
constexpr std::int64_t smallest_file = 10'000;
constexpr std::int64_t largest_file = 100'000'000;
constexpr int longest_wait = 90;  // days between publication and entry into force: LVBB1580

std::vector<std::string_view> all_keys() {
    std::vector<std::string_view> names{version_key, form_key, size_key};
    for (const TextKey& key : text_keys) names.emplace_back(key.name);
    for (const FlagKey& key : flag_keys) names.emplace_back(key.name);
    return names;
}

/// How many letters to change, add or take away to make one of the other.
std::size_t steps_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

/// On one line, and of a long text the begin: a message must be readable.
std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 200;
    std::string begin(text.substr(0, longest));
    if (begin.size() < text.size()) {
        std::size_t end = begin.size();
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not within a character of UTF-8
        begin = begin.substr(0, end) + "...";
    }
    std::ranges::replace_if(
        begin, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return "'" + begin + "'";
}

/// As the file has it, "2026-12-14".
std::string written(const toml::date& date) {
    const std::string digits = std::to_string(date.year * 10'000 + date.month * 100 + date.day);
    const std::string padded = std::string(8 - std::min<std::size_t>(digits.size(), 8), '0') + digits;
    return padded.substr(0, 4) + "-" + padded.substr(4, 2) + "-" + padded.substr(6);
}

/// Reads key by key and keeps every fault.
class Reader {
  public:
    explicit Reader(const toml::table& table) : table_(table) {}

    std::variant<Settings, SettingsFault> read() {
        look_for_unknown_keys();
        for (const TextKey& key : text_keys) {
            if (auto value = text(key.name, key.syntax)) settings_.*key.field = std::move(*value);
        }
        for (const FlagKey& key : flag_keys) read_flag(key);
        if (const auto value = text(version_key, syntax::version)) {
            settings_.version = *value == "1.4.1" ? Version::stop_1_4_1 : Version::stop_1_3_0;
        }
        if (const auto value = text(form_key, syntax::form)) settings_.form = *value == "norms" ? Form::norms : Form::plan;
        read_size();
        settings_.fictional = settings_.gemeente == Settings{}.gemeente;
        if (faults_.empty()) check_together();
        if (!faults_.empty()) return SettingsFault{std::move(faults_)};
        return std::move(settings_);
    }

  private:
    /// `what` without a point at the end.
    void fault(const toml::node* node, const std::string& what) {
        const std::string sentence = what.ends_with('?') ? what : what + ".";
        faults_.push_back(node == nullptr ? sentence : "regel " + std::to_string(node->source().begin.line) + ": " + sentence);
    }

    void look_for_unknown_keys() {
        const std::vector<std::string_view> known = all_keys();
        for (const auto& [key, node] : table_) {
            if (std::ranges::find(known, key.str()) != known.end()) continue;
            const auto nearest = std::ranges::min_element(
                known, {}, [&key = key](std::string_view name) { return steps_between(key.str(), name); });
            const bool near = steps_between(key.str(), *nearest) <= std::max<std::size_t>(2, nearest->size() / 3);
            fault(&node, "onbekende sleutel " + quoted(key.str()) + (near ? "; bedoelt u " + quoted(*nearest) + "?" : ""));
        }
    }

    /// What was found, as the file says it.
    static std::string shown(const toml::node& node) {
        if (const auto text = node.value_exact<std::string>()) return quoted(*text);
        if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
        if (const auto flag = node.value_exact<bool>()) return *flag ? "true" : "false";
        if (const auto date = node.value_exact<toml::date>()) return written(*date);
        return "iets anders dan tekst, een geheel getal of true/false";
    }

    void unfit(std::string_view key, const toml::node& node, const std::string& expected) {
        fault(&node, std::string(key) + " = " + shown(node) + " moet " + expected);
    }

    /// nullopt when it is not given or not right.
    std::optional<std::string> text(std::string_view key, const Syntax& syntax) {
        const toml::node* node = table_.get(key);
        if (node == nullptr) return std::nullopt;
        auto value = node->value_exact<std::string>();
        if (node->is_date()) {
            fault(node, std::string(key) + " = " + shown(*node) +
                            " staat er zonder aanhalingstekens: zet de datum tussen aanhalingstekens");
        } else if (!value) {
            unfit(key, *node, "tussen aanhalingstekens staan en " + std::string(syntax.expected));
        } else if (characters(*value) > syntax.longest) {
            unfit(key, *node,
                  "hoogstens " + std::to_string(syntax.longest) + " tekens lang zijn; het zijn er " +
                      std::to_string(characters(*value)));
            value.reset();
        } else if (!fits(syntax, *value)) {
            unfit(key, *node, syntax.expected);
            value.reset();
        }
        return value;
    }

    void read_flag(const FlagKey& key) {
        const toml::node* node = table_.get(key.name);
        if (node == nullptr) return;
        const auto value = node->value_exact<bool>();
        if (value) {
            settings_.*key.field = *value;
        } else {
            unfit(key.name, *node, "true of false zijn");
        }
    }

    void read_size() {
        const toml::node* node = table_.get(size_key);
        if (node == nullptr) return;
        const auto value = node->value_exact<std::int64_t>();
        if (value && *value >= smallest_file && *value <= largest_file) {
            settings_.max_bestand = static_cast<std::size_t>(*value);
        } else {
            unfit(size_key, *node, "een aantal bytes zijn van 10000 tot en met 100000000 (LVBB1041)");
        }
    }

    void check_together() {
        if (!has_own_keys()) return;  // what follows would hold the values against those of the fictional gemeente
        check_names();
        check_numbers();
        check_dates();
        check_pons();
    }

    /// What another gemeente must give itself; what is missing is one message.
    bool has_own_keys() {
        if (settings_.fictional) return true;
        std::vector<std::string_view> missing;
        const auto want = [&](std::string_view key) {
            if (!table_.contains(key)) missing.push_back(key);
        };
        for (const TextKey& key : text_keys) {
            if (key.own) want(key.name);
        }
        if (!settings_.nieuwe_regeling) {
            for (const std::string_view key : {"regeling_was", "na_hoofdstuk", "na_bijlage"}) want(key);
        }
        if (missing.empty()) return true;
        std::string keys;
        for (const std::string_view key : missing) keys += (keys.empty() ? "" : ", ") + std::string(key);
        fault(nullptr, "voor " + settings_.gemeente + (missing.size() == 1 ? " ontbreekt " : " ontbreken ") + keys +
                           ": vul in wat van de gemeente zelf is (alleen voor de verzonnen gemeente " + Settings{}.gemeente +
                           " zijn er standaardwaarden)");
        return false;
    }

    void clash(std::string_view key, const std::string& value, const std::string& expected) {
        fault(table_.get(key), std::string(key) + " = " + quoted(value) + " moet " + expected);
    }

    void check_names() {
        const Settings& s = settings_;
        const auto of_work = [&](const char* key, const std::string& expression) {
            if (!expression.starts_with(s.regeling_work + "/")) {
                clash(key, expression, "een versie zijn van regeling_work, " + s.regeling_work + " (STOP0066)");
            }
        };
        const auto of_gemeente = [&](const char* key, const std::string& value, const std::string& part) {
            if (!value.empty() && value.find(part) == std::string::npos) {
                clash(key, value, "van de gemeente " + s.gemeente + " zijn: daarin hoort " + part);
            }
        };
        of_gemeente("regeling_work", s.regeling_work, "/" + s.gemeente + "/");
        of_work("regeling_wordt", s.regeling_wordt);
        if (!s.nieuwe_regeling) of_work("regeling_was", s.regeling_was);
        if (!s.nieuwe_regeling && s.regeling_was == s.regeling_wordt) {
            clash("regeling_wordt", s.regeling_wordt, "een andere versie zijn dan regeling_was");
        }
        of_gemeente("ambtsgebied", s.ambtsgebied, "nl.imow-" + s.gemeente + ".");
        of_gemeente("pons_id", s.pons_id, "nl.imow-" + s.gemeente + ".");
        of_gemeente("pons_work", s.pons_work, "/" + s.gemeente + "/");
    }

    /// What comes behind a chapter or annex cannot have its number: the eId would be taken (STOP0020).
    void check_numbers() {
        const Settings& s = settings_;
        if (s.nieuwe_regeling) return;
        if (s.na_hoofdstuk.ends_with("__chp_" + s.hoofdstuk)) {
            clash("hoofdstuk", s.hoofdstuk, "een ander nummer zijn dan dat van na_hoofdstuk, " + s.na_hoofdstuk);
        }
        if (s.na_bijlage.ends_with("__cmp_" + s.bijlage)) {
            clash("bijlage", s.bijlage, "een ander nummer zijn dan dat van na_bijlage, " + s.na_bijlage);
        }
    }

    void check_dates() {
        const Settings& s = settings_;
        const auto published = *day_of(s.bekend_op);
        const auto in_force = *day_of(s.in_werking_op);
        if (s.ondertekend_op < s.vastgesteld_op) {
            clash("ondertekend_op", s.ondertekend_op, "op of na vastgesteld_op liggen, " + s.vastgesteld_op);
        }
        if (s.bekend_op <= s.vastgesteld_op) clash("bekend_op", s.bekend_op, "na vastgesteld_op liggen, " + s.vastgesteld_op);
        if (s.bekend_op < s.ondertekend_op) {
            clash("bekend_op", s.bekend_op, "op of na ondertekend_op liggen, " + s.ondertekend_op);
        }
        if (!is_publication_day(published)) {
            clash("bekend_op", s.bekend_op, "een werkdag zijn, geen zaterdag, zondag of feestdag (LVBB1519)");
        }
        if (in_force <= published) clash("in_werking_op", s.in_werking_op, "na bekend_op liggen, " + s.bekend_op);
        if (in_force > published + std::chrono::days(longest_wait)) {
            clash("in_werking_op", s.in_werking_op, "hoogstens 90 dagen na bekend_op liggen, " + s.bekend_op + " (LVBB1580)");
        }
        if (s.vastgesteld_op.substr(0, 4) < s.jaar) {
            clash("jaar", s.jaar, "het jaar van vastgesteld_op zijn of een eerder jaar, " + s.vastgesteld_op + " (STOP1008)");
        }
    }

    /// An existing Pons grows: without its area the old plans in it would come back.
    void check_pons() {
        const Settings& s = settings_;
        const int given = (s.pons_id.empty() ? 0 : 1) + (s.pons_work.empty() ? 0 : 1) + (s.pons_bestand.empty() ? 0 : 1);
        if (given != 0 && given != 3) {
            fault(nullptr,
                  "pons_id, pons_work en pons_bestand horen bij elkaar: vul alle drie in voor de bestaande Pons, of geen");
        }
        if (given != 0 && s.nieuwe_regeling) {
            fault(
                nullptr,
                "een nieuwe regeling (nieuwe_regeling = true) heeft nog geen Pons: laat pons_id, pons_work en pons_bestand leeg");
        }
    }

    const toml::table& table_;
    Settings settings_;
    std::vector<std::string> faults_;
};

}  // namespace

std::variant<Settings, SettingsFault> read_settings(const std::string& text) {
    try {
        const toml::table table = toml::parse(text);
        return Reader(table).read();
    } catch (const toml::parse_error& error) {
        return SettingsFault{{"regel " + std::to_string(error.source().begin.line) +
                              ": geen geldige TOML: " + std::string(error.description()) + "."}};
    }
}

}  // namespace planlezer::omgevingsplan
