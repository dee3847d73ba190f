#include "tests/schemas/sample_result.hpp"

namespace planlezer::testing {

namespace {

NormStatement bouwhoogte() {
    NormStatement norm;
    norm.kind = "maximum bouwhoogte";
    norm.value = Decimal(105, 1);
    norm.unit = Unit::metre;
    norm.bestemming = "Wonen - 1";
    norm.subject = "hoofdgebouwen";
    norm.aanduiding = {"bouwvlak", "specifieke bouwaanduiding - 1"};
    norm.condition = "vóór de voorgevel; \"plat\" afgedekt";
    norm.exceptions = {"tenzij het bestaande meer is"};
    norm.article = "4.2.2 onder b";
    norm.location = LocationKind::bouwvlak;
    norm.area = {{{{120000, 487000}, {120020, 487000}, {120020, 487010.125}, {120000, 487010.125}},
                  {{{120005, 487005}, {120005, 487006}, {120006, 487006}, {120006, 487005}}}}};
    norm.confidence = 0.99349;
    norm.status = NormStatus::accepted;
    norm.provenance = {"regels.pdf", 7, {{72, 100.004, 523.456, 112.5}, {72, 114, 200.125, 126.5}},
                       "de bouwhoogte van hoofdgebouwen mag niet meer dan 10,50 m bedragen", "bouwhoogte@1/phrase-3"};
    norm.inherited = {"subject: 'hoofdgebouwen' uit 4.2.2"};
    return norm;
}

NormStatement weak_goothoogte() {
    NormStatement norm = bouwhoogte();
    norm.kind = "maximum goothoogte";
    norm.value = Decimal(35, 0);
    norm.aanduiding.clear();
    norm.condition.clear();
    norm.exceptions.clear();
    norm.inherited.clear();
    norm.article = "4.2";
    norm.location = LocationKind::unknown;
    norm.confidence = 0.41;
    norm.status = NormStatus::review;
    norm.flags = {FlagCode::ocr_digit_weak, FlagCode::value_implausible};
    norm.provenance.page = 8;
    norm.provenance.quote = "=goothoogte 35 m";
    return norm;
}

NormStatement formula() {
    NormStatement norm;
    norm.kind = "maximum bouwhoogte";
    norm.value_source = ValueSource::formula;
    norm.formula = "goothoogte + 4 m";
    norm.unit = Unit::metre;
    norm.role = NormRole::deviation;
    norm.article = "4.4";
    norm.confidence = 0.9;
    norm.flags = {FlagCode::formula};
    norm.provenance = {"regels.pdf", 9, {}, "goothoogte + 4 m", ""};
    return norm;
}

NormStatement low_confidence() {
    NormStatement norm;
    norm.kind = "minimum afstand";
    norm.comparator = Comparator::at_least;
    norm.value = Decimal(3, 0);
    norm.unit = Unit::metre;
    norm.value_source = ValueSource::table;
    norm.confidence = 0.871;
    norm.provenance = {"regels.pdf", 9, {{1, 2, 3, 4}}, "3 m", "afstand@1/cel-1"};
    return norm;
}

PlanMap map() {
    PlanMap map;
    map.file = "kaart.pdf";
    map.page = 1;
    map.imro_id = "NL.IMRO.0000.proef-va01";
    map.name = "Proefplan 't Dorp";
    map.status = "vastgesteld";
    map.date = "2013-04-18";
    map.placement = {PlacementSource::grid_crosses, true, 0.123};
    map.control_points = {{{72.5, 100}, {120000, 487000}}};
    PlanObject vlak;
    vlak.kind = PlanObjectKind::bouwvlak;
    vlak.id = "kaart-1-1";
    vlak.name = "bouwvlak";
    vlak.area = bouwhoogte().area;
    vlak.confidence = 0.99;
    vlak.provenance = {"kaart.pdf", 1, {{100, 100, 200, 200}}, "", ""};
    MapValue value;
    value.kind = "maximum bouwhoogte";
    value.value = Decimal(105, 1);
    value.unit = Unit::metre;
    value.text = "10,5";
    value.confidence = 0.97;
    value.place = {120010, 487005};
    value.provenance = {"kaart.pdf", 1, {{140, 140, 160, 160}}, "10,5", ""};
    vlak.values = {value};
    PlanObject plan;
    plan.id = "kaart-1-2";
    plan.area = vlak.area;
    plan.provenance = vlak.provenance;
    map.objects = {vlak, plan};
    return map;
}

}  // namespace

PlanResult sample_result() {
    PlanResult result;
    result.plan_id = "NL.IMRO.0000.proef-va01";
    result.imro_id = result.plan_id;
    result.name = "Proefplan 't Dorp";
    const std::string sha(64, 'a');
    result.documents = {
        {"regels.pdf", sha, "application/pdf", DocumentRole::regels, 24, 3, {{3, FailureKind::timed_out, "Bladzijde 3 duurde te lang."}}},
        {"stuk.bin", sha, "", DocumentRole::other, 0, 0, {{0, FailureKind::unsupported, "Onbekend bestandstype."}}},
        {"toelichting.pdf", sha, "application/pdf", DocumentRole::toelichting, 12, 0, {}}};
    result.articles = {{"art_4", "4", "artikel", "Wonen - 1", "", {"regels.pdf", 6, {{72, 80, 200, 92}}, "Artikel 4 Wonen - 1", ""}, "4", SectionRole::rule, "Wonen - 1", {}},
                       {"art_4__lid_4.2", "4.2", "lid", "Bouwregels", "art_4", {"regels.pdf", 7, {}, "4.2 Bouwregels", ""}, "4.2", SectionRole::rule, "Wonen - 1",
                        {{PassageKind::alinea, 0, "Voor het bouwen geldt:", 0, 0, 0, {}, 0.875},
                         {PassageKind::tabel, 0, "*) met kap", 2, 2, 1, {{0, 0, 1, 2, true, "bouwhoogte"}, {1, 0, 1, 1, false, "hoofdgebouw"}, {1, 1, 1, 1, false, "10 m"}}, 1.0},
                         {PassageKind::tussenkop, 1, "Kap", 0, 0, 0, {}, 1.0}}}};
    result.norms = {bouwhoogte(), weak_goothoogte(), formula(), low_confidence()};
    result.flags = {{FlagCode::ocr_digit_weak, "'35'", {1}, result.norms[1].provenance},
                    {FlagCode::formula, "goothoogte + 4 m", {2}, result.norms[2].provenance},
                    {FlagCode::number_repaired, "4.2", {}, std::nullopt},
                    {FlagCode::numbering_gap, "4.3 ontbreekt", {}, Provenance{"regels.pdf", 8, {}, "4.4 Afwijken", ""}},
                    {FlagCode::draft_document, "ontwerp", {0}, std::nullopt}};
    result.maps = {map()};
    return result;
}

}  // namespace planlezer::testing
