#include "pipeline/evaluate/gold.hpp"

#include <sstream>

#include "pipeline/evaluate/text_file.hpp"
#include "schemas/json/json_layout.hpp"
#include "schemas/model/enum_names.hpp"

namespace planlezer::evaluate {

namespace {

/// Text of a member; empty when absent or null.
std::string text_of(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end() || found->is_null()) return {};
    if (!found->is_string()) throw EvaluateError(std::string("veld '") + name + "' is geen tekst");
    return found->get<std::string>();
}

std::string required_text(const Json& object, const char* name) {
    std::string text = text_of(object, name);
    if (text.empty()) throw EvaluateError(std::string("veld '") + name + "' ontbreekt");
    return text;
}

const Json& list_of(const Json& object, const char* name) {
    static const Json none = Json::array();
    const auto found = object.find(name);
    if (found == object.end()) return none;
    if (!found->is_array()) throw EvaluateError(std::string("veld '") + name + "' is geen lijst");
    return *found;
}

template <typename Enum>
Enum enum_of(const Json& object, const char* name, Enum last, std::string_view (*name_of)(Enum)) {
    const std::string text = required_text(object, name);
    const std::optional<Enum> found = enum_from_text(text, last, name_of);
    if (!found) throw EvaluateError(std::string("veld '") + name + "' heeft een onbekende waarde '" + text + "'");
    return *found;
}

FlagCode flag_named(const std::string& name) {
    const std::optional<FlagCode> code = flag_from_name(name);
    if (!code) throw EvaluateError("onbekende vlag '" + name + "'");
    return *code;
}

/// "A/B" or ["A", "B"].
FlagChoice read_choice(const Json& json) {
    FlagChoice choice;
    if (json.is_array()) {
        for (const Json& name : json) choice.push_back(flag_named(name.is_string() ? name.get<std::string>() : ""));
        return choice;
    }
    std::istringstream names(json.is_string() ? json.get<std::string>() : "");
    for (std::string name; std::getline(names, name, '/');) choice.push_back(flag_named(name));
    if (choice.empty()) throw EvaluateError("geen vlag");
    return choice;
}

/// Reads a list; a fault in an element names its place in the list.
template <typename Read>
auto read_list(const Json& object, const char* name, const Read& read) {
    std::vector<decltype(read(object))> all;
    for (const Json& element : list_of(object, name)) {
        try {
            all.push_back(read(element));
        } catch (const EvaluateError& fault) {
            throw EvaluateError(std::string(name) + " " + std::to_string(all.size() + 1) + ": " + fault.what());
        }
    }
    return all;
}

GoldNorm read_norm(const Json& json) {
    if (!json.is_object()) throw EvaluateError("geen object");
    GoldNorm norm;
    norm.kind = required_text(json, "kind");
    const std::string value = text_of(json, "value");
    norm.value = Decimal::parse(value);
    if (!value.empty() && !norm.value) throw EvaluateError("waarde '" + value + "' is geen getal met een punt");
    const std::optional<Unit> unit = unit_from_text(text_of(json, "unit"));
    if (!unit) throw EvaluateError("onbekende eenheid '" + text_of(json, "unit") + "'");
    norm.unit = *unit;
    norm.value_source = enum_of(json, "value_source", ValueSource::formula, value_source_text);
    if (json.value("in_table", false)) norm.value_source = ValueSource::table;
    norm.role = enum_of(json, "role", NormRole::definition, norm_role_text);
    norm.subject = text_of(json, "subject");
    norm.subject_visible = text_of(json, "subject_source") != "inferred";
    norm.condition = text_of(json, "condition");
    norm.article = text_of(json, "article");
    norm.quote = text_of(json, "quote");
    if (const auto place = json.find("provenance"); norm.quote.empty() && place != json.end() && place->is_object()) {
        norm.quote = text_of(*place, "quote");
    }
    if (const auto page = json.find("page"); page != json.end() && page->is_number_integer()) norm.page = page->get<int>();
    norm.flags = read_list(json, "flags", read_choice);
    return norm;
}

GoldDecoy read_decoy(const Json& json) {
    if (!json.is_object()) throw EvaluateError("geen object");
    return {required_text(json, "quote"), text_of(json, "why")};
}


GoldFile read_gold(const std::filesystem::path& path) {
    const std::optional<std::string> text = read_text_file(path);
    if (!text) throw EvaluateError("niet te lezen");
    const Json json = Json::parse(*text, nullptr, false);
    if (json.is_discarded()) throw EvaluateError("geen geldige JSON");
    if (!json.is_object() || !json.contains("norms")) throw EvaluateError("veld 'norms' ontbreekt");
    GoldFile gold;
    gold.name = path.stem().string();
    gold.plan_id = text_of(json, "plan_id");
    gold.style = text_of(json, "style");
    if (gold.style.empty()) gold.style = "onbekend";
    gold.norms = read_list(json, "norms", read_norm);
    gold.decoys = read_list(json, "ambiguous", read_decoy);
    if (gold.plan_id.empty() && text_of(json, "plan") == gold.name) gold.plan_id = gold.name;
    gold.expected_flags = read_list(json, "expected_flags", read_choice);
    for (FlagChoice& choice : read_list(json, "expected_flags_any", read_choice)) gold.expected_flags.push_back(std::move(choice));
    return gold;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    if (const std::size_t at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

}  // namespace

std::vector<GoldFile> load_gold(const std::filesystem::path& folder) {
    const auto paths = json_files(folder);
    if (!paths) throw EvaluateError(folder.string() + ": deze map is niet te lezen");
    if (paths->empty()) throw EvaluateError(folder.string() + ": in deze map staat geen enkel goudbestand (*.json)");
    std::vector<GoldFile> all;
    for (const std::filesystem::path& path : *paths) {
        try {
            all.push_back(read_gold(path));
        } catch (const EvaluateError& error) {
            throw EvaluateError(path.string() + ": " + error.what());
        }
    }
    return all;
}

std::string kind_class(std::string_view kind) {
    std::string text(kind);
    text = replaced(std::move(text), "nokhoogte", "bouwhoogte");
    text = replaced(std::move(text), "aantal wooneenheden", "aantal");
    return replaced(std::move(text), "vloeroppervlakte", "oppervlakte");
}

bool is_height(std::string_view kind) { return kind.find("hoogte") != std::string_view::npos; }

}  // namespace planlezer::evaluate
