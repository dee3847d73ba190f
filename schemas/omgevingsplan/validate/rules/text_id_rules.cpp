#include "schemas/omgevingsplan/validate/rules/text_id_rules.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "schemas/omgevingsplan/validate/rules/syntax.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

struct Prefix {
    std::string_view element;
    std::string_view prefix;
};

/// Those with an underscore are whole.
constexpr auto prefixes = std::to_array<Prefix>({
    {"Lichaam", "body"},
    {"RegelingOpschrift", "longTitle"},
    {"Aanhef", "formula_1"},
    {"Sluiting", "formula_2"},
    {"AlgemeneToelichting", "genrecital"},
    {"ArtikelgewijzeToelichting", "artrecital"},
    {"Artikel", "art"},
    {"WijzigArtikel", "art"},
    {"Lid", "para"},
    {"WijzigLid", "para"},
    {"Divisietekst", "content"},
    {"Rectificatietekst", "content"},
    {"Divisie", "div"},
    {"Boek", "book"},
    {"Titel", "title"},
    {"Deel", "part"},
    {"Hoofdstuk", "chp"},
    {"Afdeling", "subchp"},
    {"Paragraaf", "subsec"},
    {"Subparagraaf", "subsec"},
    {"Subsubparagraaf", "subsec"},
    {"Bijlage", "cmp"},
    {"WijzigBijlage", "cmp"},
    {"Inhoudsopgave", "toc"},
    {"Motivering", "acc"},
    {"Toelichting", "recital"},
    {"Kadertekst", "recital"},
    {"InleidendeTekst", "intro"},
    {"table", "table"},
    {"Figuur", "img"},
    {"Formule", "math"},
    {"Citaat", "cit"},
    {"Begrippenlijst", "list"},
    {"Lijst", "list"},
    {"Li", "item"},
    {"Begrip", "item"},
    {"IntIoRef", "ref"},
    {"ExtIoRef", "ref"},
});

std::string_view prefix_of(std::string_view element) {
    const auto* const found = std::ranges::find(prefixes, element, &Prefix::element);
    return found == prefixes.end() ? std::string_view{} : found->prefix;
}

std::string_view last_part(std::string_view id) {
    const std::size_t at = id.rfind("__");
    return at == std::string_view::npos ? id : id.substr(at + 2);
}

bool takes_no_number(std::string_view prefix) {
    return prefix == "body" || prefix == "longTitle" || prefix.find('_') != std::string_view::npos;
}

/// "art" before an underscore, "body" as a whole; "recital" may do without a number.
bool has_prefix(std::string_view part, std::string_view prefix) {
    if (!part.starts_with(prefix)) return false;
    const std::string_view behind = part.substr(prefix.size());
    return behind.empty() || behind.starts_with('_');
}

/// As STOP 1.4 writes it down for eIds: prefix_o_1 or prefix_number, then perhaps _inst2.
bool is_sound_part(std::string_view part) {
    const std::size_t line = part.find('_');
    if (line == std::string_view::npos) return !part.empty();  // genrecital
    std::string_view number = part.substr(line + 1);
    const std::size_t copy = number.find("_inst");
    if (copy != std::string_view::npos && !is_digits(number.substr(copy + 5))) return false;
    number = number.substr(0, copy);
    if (number.starts_with("o_")) return is_digits(number.substr(2));
    return !number.empty() && is_plain(number, "-.");
}

bool are_sound_parts(std::string_view id) { return std::ranges::all_of(split(id, "__"), is_sound_part); }

/// "gm9920_tag" before the first "__".
bool is_sound_owner(std::string_view part) {
    constexpr std::array<std::string_view, 5> owners{"mnre", "mn", "gm", "ws", "pv"};
    const std::size_t line = part.find('_');
    if (line == std::string_view::npos) return false;
    const std::string_view owner = part.substr(0, line);
    const std::string_view tag = part.substr(line + 1);
    const bool known = std::ranges::any_of(
        owners, [&](std::string_view o) { return owner.starts_with(o) && is_digits(owner.substr(o.size())); });
    return known && !tag.empty() && tag.size() <= 32 && is_plain(tag, "-");
}

/// Versions 1.4 refuse an empty tag and odd numbers; older ones do not, and what we write is to hold in both.
bool is_strict(const Delivery& delivery) {
    return delivery.ours ||
           (delivery.besluit != nullptr && delivery.besluit->root.attribute("schemaversie").starts_with("1.3.0"));
}

/// The eId that this one continues: of the element it stands in, within its component; empty for a top.
std::string around(const Delivery& delivery, const TextNode& node) {
    const Element component = delivery.components[node.component].element;
    for (Element at = node.element.parent(); at && at != component; at = at.parent()) {
        if (at.has_attribute("eId")) return at.name() == "Lichaam" ? std::string{} : at.raw_attribute("eId");
    }
    return {};
}

/// The number as it is printed, without what may stand behind it: "22a.1", "a". Empty when there is none that an eId can hold.
std::string printed_number(Element element) {
    std::string text = element.child("Kop").child_text("Nummer");
    if (text.empty()) text = element.child_text("LidNummer");
    if (text.empty()) text = element.child_text("LiNummer");
    while (!text.empty() && std::string_view(".):").find(text.back()) != std::string_view::npos) text.pop_back();
    return is_plain(text, "-.") && !text.ends_with('.') ? text : std::string{};
}

/// The element is printed with another number than its id has; an added _inst or a number by place is no other.
bool has_other_number(std::string_view id, Element element) {
    const std::string printed = printed_number(element);
    const std::string_view part = last_part(id);
    const std::string_view behind = part.substr(std::min(part.size(), id_prefix(part).size() + 1));
    const std::string_view number = behind.substr(0, behind.find("_inst"));
    return !printed.empty() && number != printed && !number.starts_with("o_");
}

void report_doubles(const Delivery& delivery, const Report& report, std::string TextNode::*id, bool in_besluit,
                    std::string_view what) {
    std::unordered_map<std::string, int> seen;
    for (const TextNode& node : delivery.text) {
        if ((node.component == 0) != in_besluit || (node.*id).empty()) continue;
        const bool again = ++seen[std::to_string(node.component) + "#" + node.*id] > 1;
        if (again)
            report.at(delivery.besluit, node.element, node.*id,
                      "Deze " + std::string(what) + " staat al bij een ander element; geef elk element een eigen " +
                          std::string(what) + ".");
    }
}

void report_points(const Delivery& delivery, const Report& report, std::string TextNode::*id, bool inside) {
    for (const TextNode& node : delivery.text) {
        const std::string& text = node.*id;
        const bool wrong = inside ? text.find(".__") != std::string::npos : text.ends_with('.');
        if (wrong)
            report.at(delivery.besluit, node.element, text,
                      "Een nummer in deze identificatie eindigt met een punt; laat de laatste punt weg.");
    }
}

}  // namespace

void e_id_ends_without_point(const Delivery& delivery, const Report& report) {
    report_points(delivery, report, &TextNode::e_id, false);
}
void w_id_ends_without_point(const Delivery& delivery, const Report& report) {
    report_points(delivery, report, &TextNode::w_id, false);
}
void parts_of_e_id_end_without_point(const Delivery& delivery, const Report& report) {
    report_points(delivery, report, &TextNode::e_id, true);
}
void parts_of_w_id_end_without_point(const Delivery& delivery, const Report& report) {
    report_points(delivery, report, &TextNode::w_id, true);
}
void e_id_is_unique_in_besluit(const Delivery& delivery, const Report& report) {
    report_doubles(delivery, report, &TextNode::e_id, true, "eId");
}
void w_id_is_unique_in_besluit(const Delivery& delivery, const Report& report) {
    report_doubles(delivery, report, &TextNode::w_id, true, "wId");
}
void e_id_is_unique_in_component(const Delivery& delivery, const Report& report) {
    report_doubles(delivery, report, &TextNode::e_id, false, "eId");
}
void w_id_is_unique_in_component(const Delivery& delivery, const Report& report) {
    report_doubles(delivery, report, &TextNode::w_id, false, "wId");
}

void e_id_follows_the_text(const Delivery& delivery, const Report& report) {
    const bool strict = is_strict(delivery);
    for (const TextNode& node : delivery.text) {
        const std::string_view prefix = prefix_of(node.element.name());
        const std::string_view id = node.e_id;
        if (!prefix.empty() && !has_prefix(last_part(id), prefix)) {
            report.at(delivery.besluit, node.element, node.e_id,
                      "De eId van een " + std::string(node.element.name()) + " heeft als laatste deel " + std::string(prefix) +
                          " met een nummer; dit is iets anders.");
            continue;
        }
        const std::string parent = around(delivery, node);
        if (!parent.empty() && !id.starts_with(parent + "__")) {
            report.at(delivery.besluit, node.element, node.e_id,
                      "De eId begint niet met die van het element eromheen (" + parent + "); bouw hem daarop voort.");
        } else if (strict && !are_sound_parts(id)) {
            report.at(delivery.besluit, node.element, node.e_id,
                      "Een nummer in de eId heeft tekens die daar niet mogen, of ontbreekt; gebruik letters, cijfers, punten en "
                      "streepjes, of o_1.");
        } else if (delivery.ours && !takes_no_number(prefix) && has_other_number(id, node.element)) {
            report.at(delivery.besluit, node.element, node.e_id,
                      "Het nummer in de eId is niet het gedrukte nummer (" + printed_number(node.element) + "); maak ze gelijk.");
        }
    }
}

void w_id_follows_the_text(const Delivery& delivery, const Report& report) {
    const bool strict = is_strict(delivery);
    for (const TextNode& node : delivery.text) {
        const std::string_view prefix = prefix_of(node.element.name());
        const std::string_view id = node.w_id;
        const std::size_t owner = id.find("__");
        if (!prefix.empty() && !has_prefix(last_part(id), prefix)) {
            report.at(delivery.besluit, node.element, node.w_id,
                      "De wId van een " + std::string(node.element.name()) + " heeft als laatste deel " + std::string(prefix) +
                          " met een nummer; dit is iets anders.");
        } else if (strict && owner != std::string_view::npos &&
                   (!is_sound_owner(id.substr(0, owner)) || !are_sound_parts(id.substr(owner + 2)))) {
            report.at(delivery.besluit, node.element, node.w_id, "Een wId heeft de vorm gm0297_versie__eId; deze niet.");
        } else if (strict && owner == std::string_view::npos && !takes_no_number(prefix)) {
            report.at(delivery.besluit, node.element, node.w_id, "De wId mist het begin gm0297_versie__; zet het ervoor.");
        }
    }
}

}  // namespace planlezer::omgevingsplan::validation
