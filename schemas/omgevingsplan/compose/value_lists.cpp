#include "schemas/omgevingsplan/compose/value_lists.hpp"

#include <algorithm>
#include <array>

namespace planlezer::omgevingsplan {

namespace {

constexpr std::string_view root = "http://standaarden.omgevingswet.overheid.nl/";

/// A type of norm without "maximum" and "minimum", its concept, and whether the list has the two beside it.
struct TypeRow {
    std::string_view name;
    std::string_view concept_name;
    bool limits = true;
    std::string_view groep = "MaatvoeringBouwen";
};

// nokhoogte has no type of its own: it is a height. bvo and "bruto" are one.
constexpr std::array types{
    TypeRow{"bouwhoogte", "Bouwhoogte"},
    TypeRow{"goothoogte", "Goothoogte"},
    TypeRow{"hoogte", "Hoogte"},
    TypeRow{"nokhoogte", "Hoogte"},
    TypeRow{"breedte", "Breedte"},
    TypeRow{"lengte", "Lengte"},
    TypeRow{"diepte", "Diepte"},
    TypeRow{"verticale bouwdiepte", "VerticaleBouwdiepte"},
    TypeRow{"dakhelling", "Dakhelling"},
    TypeRow{"bebouwingspercentage", "Bebouwingspercentage"},
    TypeRow{"bebouwd oppervlak", "BebouwdeOppervlakte"},
    TypeRow{"bebouwde oppervlakte", "BebouwdeOppervlakte"},
    TypeRow{"oppervlakte", "Oppervlakte"},
    TypeRow{"vloeroppervlakte", "Vloeroppervlakte"},
    TypeRow{"vloeroppervlakte; bruto", "VloeroppervlakteBruto"},
    TypeRow{"vloeroppervlakte; bvo", "VloeroppervlakteBruto"},
    TypeRow{"vloeroppervlakte; netto", "VloeroppervlakteNetto"},
    TypeRow{"inhoud", "Volume"},
    TypeRow{"volume", "Volume"},
    TypeRow{"afstand", "Afstand", false},
    TypeRow{"aantal bouwlagen", "AantalBouwlagen"},
    TypeRow{"aantal wooneenheden", "AantalWooneenheden"},
    TypeRow{"aantal woningen", "AantalWoningen"},
    TypeRow{"aantal bedrijfswoningen", "AantalBedrijfswoningen"},
    TypeRow{"aantal aaneen te bouwen wooneenheden", "AantalAaneenTeBouwenWooneenheden"},
    TypeRow{"aantal aaneen te bouwen woningen", "AantalAaneenTeBouwenWoningen"},
    TypeRow{"aantal gebouwen", "AantalGebouwen"},
    TypeRow{"aantal bedrijven", "AantalBedrijven", true, "MaatvoeringGebruik"},
    TypeRow{"aantal bezoekers", "AantalBezoekers", true, "MaatvoeringGebruik"},
    TypeRow{"aantal winkels", "AantalWinkels", true, "MaatvoeringGebruik"},
    TypeRow{"aantal standplaatsen", "AantalStandplaatsen", false, "MaatvoeringGebruik"},
    TypeRow{"aantal staanplaatsen", "AantalStaanplaatsen", false, "MaatvoeringGebruik"},
    TypeRow{"aantal parkeerplaatsen", "AantalParkeerplaatsen", true, "Parkeren"},
    TypeRow{"aantal rijstroken", "AantalRijstroken", true, "MaatvoeringInfrastructuur"},
    TypeRow{"aantal sporen", "AantalSporen", true, "MaatvoeringInfrastructuur"},
    TypeRow{"aantal", "Aantal", false},
};

const TypeRow* row_of(std::string_view name) {
    const auto row = std::ranges::find(types, name, &TypeRow::name);
    return row == types.end() ? nullptr : &*row;
}

struct UnitTerms {
    std::string_view concept_name;
    std::string_view label;
};

UnitTerms unit_terms(Unit unit) {
    switch (unit) {
        case Unit::none: return {};
        case Unit::metre: return {"Meter", "meter"};
        case Unit::square_metre: return {"VierkanteMeter", "vierkante meter"};
        case Unit::cubic_metre: return {"KubiekeMeter", "kubieke meter"};
        case Unit::percent: return {"Procent", "procent"};
        case Unit::degree: return {"GraadHoek", "graad (hoek)"};
        case Unit::count: return {"Aantal", "aantal"};
        case Unit::bouwlagen: return {"Bouwlaag", "bouwlaag"};
    }
    return {};
}

std::string uri(std::string_view list, std::string_view concept_name) { return std::string(root) + std::string(list) + "/id/concept/" + std::string(concept_name); }

/// A word of a bestemming's name and its Functiegroep.
struct FunctieRow {
    std::string_view word;
    std::string_view concept_name;
};

// The head groups of SVBP2012 first, then what stands behind "Waarde -" and "Waterstaat -"; the first that fits is taken.
constexpr std::array functies{
    FunctieRow{"archeologi", "Archeologie"},
    FunctieRow{"waterkering", "Waterkering"},
    FunctieRow{"waterberging", "Waterberging"},
    FunctieRow{"waterstaat", "Waterstaatswerk"},
    FunctieRow{"agrarisch", "Agrarisch"},
    FunctieRow{"bedrijventerrein", "Bedrijventerrein"},
    FunctieRow{"bedrijfsdoeleinden", "Bedrijf"},
    FunctieRow{"bedrijf", "Bedrijf"},
    FunctieRow{"centrum", "Centrumgebied"},
    FunctieRow{"cultuur en ontspanning", "Cultuur"},
    FunctieRow{"detailhandel", "Detailhandel"},
    FunctieRow{"winkel", "Detailhandel"},
    FunctieRow{"dienstverlening", "Dienstverlening"},
    FunctieRow{"groen", "Groen"},
    FunctieRow{"horeca", "Horeca"},
    FunctieRow{"kantoor", "Kantoor"},
    FunctieRow{"maatschappelijk", "Maatschappelijk"},
    FunctieRow{"natuur", "Natuur"},
    FunctieRow{"bos", "Natuur"},
    FunctieRow{"verblijfsrecreati", "Verblijfsrecreatie"},
    FunctieRow{"dagrecreati", "Dagrecreatie"},
    FunctieRow{"recreati", "Recreatie"},
    FunctieRow{"sport", "Sport"},
    FunctieRow{"verblijf", "Verblijfsgebied"},
    FunctieRow{"verkeer", "Verkeer"},
    FunctieRow{"water", "Water"},
    FunctieRow{"woongebied", "Woongebied"},
    FunctieRow{"woondoeleinden", "Wonen"},
    FunctieRow{"wonen", "Wonen"},
    FunctieRow{"waarde", "Waarde"},
};

std::string lower(std::string_view text) {
    std::string low;
    for (const char c : text) low += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return low;
}

}  // namespace

NormTerms terms_of(const NormStatement& norm) {
    std::string_view base = norm.kind;
    std::string limit;
    for (const std::string_view word : {"maximum ", "minimum "}) {
        if (!base.starts_with(word)) continue;
        limit = word == "maximum " ? "Maximum" : "Minimum";
        base.remove_prefix(word.size());
        break;
    }
    const TypeRow* row = row_of(base);
    if (base == "aantal") {
        if (const TypeRow* counted = row_of("aantal " + lower(norm.subject)); counted != nullptr) row = counted;
    }
    const UnitTerms unit = unit_terms(norm.unit);
    NormTerms terms;
    terms.listed = row != nullptr;
    terms.type = row == nullptr ? uri("typenorm", "NogToeTeVoegen") : uri("typenorm", (row->limits ? limit : "") + std::string(row->concept_name));
    if (norm.unit != Unit::none) {
        terms.eenheid = uri("eenheid", unit.concept_name);
        terms.eenheid_label = unit.label;
    }
    terms.groep = uri("omgevingsnorm", row == nullptr ? "Overig" : row->groep);
    return terms;
}

std::string_view thema_of(SectionRole section, std::string_view heading) {
    switch (section) {
        case SectionRole::description: return thema_gebruik;
        case SectionRole::rule:
        case SectionRole::deviation:
        case SectionRole::further_requirement: return lower(heading).find("gebruik") == std::string::npos ? thema_bouwen : thema_gebruik;
        default: return {};
    }
}

std::string functie_groep(std::string_view bestemming) {
    const std::string name = lower(bestemming);
    // At the start of a word: "Transport" is no sport.
    const auto begins_a_word = [&](std::string_view word) {
        for (std::size_t at = name.find(word); at != std::string::npos; at = name.find(word, at + 1)) {
            if (at == 0 || name[at - 1] < 'a' || name[at - 1] > 'z') return true;
        }
        return false;
    };
    const auto row = std::ranges::find_if(functies, [&](const FunctieRow& r) { return begins_a_word(r.word); });
    return uri("functie", row == functies.end() ? std::string_view("Overig") : row->concept_name);
}

}  // namespace planlezer::omgevingsplan
