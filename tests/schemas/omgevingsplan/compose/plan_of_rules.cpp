#include "tests/schemas/omgevingsplan/compose/plan_of_rules.hpp"

namespace planlezer::testing {

MultiPolygon field(double x, double y, double width, double height) {
    const double left = 120000 + x;
    const double low = 487000 + y;
    return {{{{left, low}, {left + width, low}, {left + width, low + height}, {left, low + height}}, {}}};
}

NormStatement rule(const std::string& kind, const std::string& subject, const std::string& value, const std::string& article_id) {
    NormStatement norm;
    norm.kind = kind;
    norm.subject = subject;
    norm.value = Decimal::parse(value);
    norm.unit = Unit::metre;
    norm.status = NormStatus::accepted;
    norm.article = "4.2";
    norm.article_id = article_id;
    norm.bestemming = "Wonen";
    norm.provenance.file = "regels.pdf";
    norm.provenance.page = 3;
    norm.provenance.quote = "de woorden";
    return norm;
}

Article article(const std::string& id, const std::string& kind, const std::string& label, const std::string& heading, const std::string& parent,
                const std::string& text) {
    Article entry{id, label, kind, heading, parent, {}, label, SectionRole::rule, "Wonen", {}};
    entry.provenance.file = "regels.pdf";
    entry.provenance.page = 3;
    if (!text.empty()) entry.passages.push_back({PassageKind::alinea, 0, text, 0, 0, 0, {}, 1.0});
    return entry;
}

PlanResult plan_of_rules() {
    PlanResult plan;
    plan.plan_id = plan.imro_id = "NL.IMRO.9920.BPdorp-VG01";
    plan.name = "Dorp";
    plan.documents = {{"regels.pdf", "", "application/pdf", DocumentRole::regels, 9, 0, {}}};
    plan.articles = {article("hst_2", "hoofdstuk", "2", "Bestemmingsregels", ""),
                     article("art_4", "artikel", "4", "Wonen", "hst_2"),
                     article("art_4__lid_4.1", "lid", "4.1", "Bestemmingsomschrijving", "art_4", "De gronden zijn bestemd voor wonen."),
                     article("art_4__lid_4.2", "lid", "4.2", "Bouwregels", "art_4", "Voor het bouwen geldt:"),
                     article("art_4__lid_4.2__ond_a", "onderdeel", "a", "", "art_4__lid_4.2", "gebouwen staan in het bouwvlak;"),
                     article("art_4__lid_4.2__ond_b", "onderdeel", "b", "", "art_4__lid_4.2", "de bouwhoogte is ten hoogste 10 m.")};
    plan.articles.front().bestemming.clear();
    return plan;
}

PlanMap map_of_plan() {
    PlanMap map;
    map.file = "plan.gml";
    PlanObject boundary;
    boundary.area = field(0, 0, 100, 100);
    PlanObject wonen = boundary;
    wonen.kind = PlanObjectKind::enkelbestemming;
    wonen.name = "Wonen";
    map.objects = {boundary, wonen};
    return map;
}

}  // namespace planlezer::testing
