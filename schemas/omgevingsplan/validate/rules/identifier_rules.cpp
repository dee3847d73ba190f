#include "schemas/omgevingsplan/validate/rules/identifier_rules.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "schemas/omgevingsplan/validate/rules/syntax.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

struct Id {
    const File* file = nullptr;
    Element element;
    std::string text;
    std::string work;  ///< of an expression; empty for a work
    [[nodiscard]] bool is_expression() const { return !work.empty(); }
    [[nodiscard]] bool is_join() const { return text.starts_with("/join/"); }
};

/// Where besluit, regelingen and informatieobjecten are given their identification; not where they are referred to, so that one
/// mistake is one finding.
std::vector<Id> identifications(const Delivery& delivery) {
    std::vector<Id> found;
    const auto add = [&](const File* file, Element identification) {
        const Element work = identification.child("FRBRWork");
        const Element expression = identification.child("FRBRExpression");
        if (work) found.push_back({file, work, work.text(), ""});
        if (expression) found.push_back({file, expression, expression.text(), work.text()});
    };
    if (delivery.besluit != nullptr) {
        add(delivery.besluit, delivery.besluit_part("ExpressionIdentificatie"));
        for (const Element version : delivery.besluit->root.children("RegelingVersieInformatie"))
            add(delivery.besluit, version.child("ExpressionIdentificatie"));
    }
    for (const Gio& gio : delivery.gios)
        add(gio.file, gio.file->root.child("InformatieObjectVersie").child("ExpressionIdentificatie"));
    return found;
}

/// "nld@2026-12-01;1" gives "nld" and "2026-12-01".
struct Version {
    std::string_view language;
    std::string_view day;
};

Version version_of(std::string_view expression) {
    const std::string_view last = expression.substr(expression.rfind('/') + 1);
    const std::size_t at = last.find('@');
    if (at == std::string_view::npos) return {last, {}};
    const std::string_view behind = last.substr(at + 1);
    return {last.substr(0, at), behind.substr(0, behind.find_first_of(";!"))};
}

/// The name that comes last in a work.
std::string_view last_part(const Id& id) { return part_of_id(id.text, 5); }

void check_each(const Delivery& delivery, const Report& report, const std::function<bool(const Id&)>& is_wrong,
                const std::string& message) {
    for (const Id& id : identifications(delivery)) {
        if (is_wrong(id)) report.at(id.file, id.element, id.text, message);
    }
}

}  // namespace

void id_has_no_point(const Delivery& delivery, const Report& report) {
    check_each(
        delivery, report, [](const Id& id) { return id.text.find('.') != std::string::npos; },
        "In deze identificatie staat een punt, en dat mag niet; haal hem weg.");
}

void expression_is_of_its_work(const Delivery& delivery, const Report& report) {
    const auto wrong = [](const Id& id) {
        return id.is_expression() && (!id.text.starts_with(id.work + "/") || id.text.find('@') == std::string::npos);
    };
    check_each(delivery, report, wrong, "FRBRExpression is FRBRWork met daarachter /taal@datum; dat klopt hier niet.");
}

void akn_names_a_country(const Delivery& delivery, const Report& report) {
    constexpr std::array<std::string_view, 4> countries{"nl", "aw", "cw", "sx"};
    const auto wrong = [&](const Id& id) {
        return id.text.starts_with("/akn/") && std::ranges::find(countries, part_of_id(id.text, 1)) == countries.end();
    };
    check_each(delivery, report, wrong, "Het tweede deel van een AKN is het land: nl, aw, cw of sx.");
}

void join_starts_with_id(const Delivery& delivery, const Report& report) {
    check_each(
        delivery, report, [](const Id& id) { return id.is_join() && part_of_id(id.text, 1) != "id"; },
        "Het tweede deel van een JOIN-identificatie is 'id'.");
}

void join_names_a_collection(const Delivery& delivery, const Report& report) {
    constexpr std::array<std::string_view, 3> collections{"regdata", "pubdata", "infodata"};
    const auto wrong = [&](const Id& id) {
        return id.is_join() && std::ranges::find(collections, part_of_id(id.text, 2)) == collections.end();
    };
    check_each(delivery, report, wrong, "Het derde deel van een JOIN-identificatie is regdata, pubdata of infodata.");
}

void id_names_a_year(const Delivery& delivery, const Report& report) {
    check_each(
        delivery, report, [](const Id& id) { return !is_year_or_date(part_of_id(id.text, 4)); },
        "Het vijfde deel van deze identificatie is een jaar of een datum (JJJJ-MM-DD).");
}

void join_version_names_a_year(const Delivery& delivery, const Report& report) {
    const auto wrong = [](const Id& id) {
        return id.is_join() && id.is_expression() && !is_year_or_date(version_of(id.text).day);
    };
    check_each(delivery, report, wrong, "Na de @ staat bij een informatieobject een jaar of een datum (JJJJ-MM-DD).");
}

void join_version_is_not_before_work(const Delivery& delivery, const Report& report) {
    const auto wrong = [](const Id& id) {
        const std::string_view day = version_of(id.text).day;
        const std::string_view year = part_of_id(id.text, 4);
        return id.is_join() && id.is_expression() && is_year_or_date(day) && is_year_or_date(year) &&
               day.substr(0, 4) < year.substr(0, 4);
    };
    check_each(delivery, report, wrong,
               "Het jaar van de versie (na de @) ligt voor het jaar van het werk; verbeter een van beide.");
}

void expression_names_a_language(const Delivery& delivery, const Report& report) {
    constexpr std::array<std::string_view, 6> languages{"nld", "eng", "fry", "pap", "mul", "und"};
    const auto wrong = [&](const Id& id) {
        return id.is_expression() && std::ranges::find(languages, version_of(id.text).language) == languages.end();
    };
    check_each(delivery, report, wrong, "Voor de @ staat de taal: nld, eng, fry, pap, mul of und.");
}

void id_names_its_owner(const Delivery& delivery, const Report& report) {
    constexpr std::array<std::string_view, 5> owners{"gm", "pv", "ws", "mnre", "mn"};
    const auto wrong = [&](const Id& id) {
        const std::string_view owner = part_of_id(id.text, 3);
        return std::ranges::none_of(
            owners, [&](std::string_view o) { return owner.starts_with(o) && is_digits(owner.substr(o.size())); });
    };
    check_each(delivery, report, wrong,
               "Het vierde deel van deze identificatie is de code van het bevoegd gezag, bijvoorbeeld gm0297.");
}

void id_starts_as_akn_or_join(const Delivery& delivery, const Report& report) {
    const auto wrong = [](const Id& id) { return !id.is_join() && !id.text.starts_with("/akn/"); };
    check_each(delivery, report, wrong, "Een identificatie begint met /akn/ of /join/.");
}

void expression_has_seven_parts(const Delivery& delivery, const Report& report) {
    const auto wrong = [](const Id& id) {
        return split(id.text.substr(0, id.text.find('@')), "/").size() != (id.is_expression() ? 8U : 7U);
    };
    check_each(
        delivery, report, wrong,
        "Deze identificatie heeft te veel of te weinig delen: zes voor een werk, met de taal erachter zeven voor een versie.");
}

void last_part_is_plain(const Delivery& delivery, const Report& report) {
    const auto wrong = [](const Id& id) {
        const std::string_view name = last_part(id);
        // A point has a rule of its own.
        return name.empty() || !is_plain(name, "-_.") || !is_plain(name.substr(0, 1), ".") ||
               !is_plain(name.substr(name.size() - 1), ".");
    };
    check_each(delivery, report, wrong,
               "De naam aan het eind van deze identificatie mag alleen letters en cijfers bevatten, met streepjes ertussen.");
}

void last_part_is_short(const Delivery& delivery, const Report& report) {
    check_each(
        delivery, report, [](const Id& id) { return last_part(id).size() > 128; },
        "De naam aan het eind van deze identificatie is langer dan 128 tekens; kort haar in.");
}

void doel_has_its_form(const Delivery& delivery, const Report& report) {
    std::set<std::string> seen;
    for (const Element doel : delivery.besluit_part("ConsolidatieInformatie").descendants("doel")) {
        const std::string text = doel.text();
        if (seen.insert(text).second && !is_doel(text)) {
            report.at(delivery.besluit, doel, text,
                      "Een doel heeft de vorm /join/id/proces/gm0297/2026/naam, met in de naam alleen letters, cijfers, "
                      "streepjes en lage streepjes.");
        }
    }
}

}  // namespace planlezer::omgevingsplan::validation
