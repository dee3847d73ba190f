#include "pipeline/evaluate/report.hpp"

#include <ostream>

#include "pipeline/evaluate/rate_text.hpp"

namespace planlezer::evaluate {

namespace {

void print_row(std::ostream& out, const std::string& name, const Figures& figures) {
    std::string line = padded("  " + name, name_width);
    for (const Rate* const rate : {&figures.recall, &figures.coverage, &figures.precision}) line += padded(rate_text(*rate), rate_width);
    out << line << rate_text(figures.unflagged) << '\n';
}

void print_right(std::ostream& out, const std::string& name, const Rate& rate) {
    out << padded("  " + name, name_width) << rate_text(rate) << '\n';
}

void print_rest(std::ostream& out, const Score& score) {
    out << "\nvan de normen waarvan het onderwerp in het fragment staat, % [95 %]\n";
    print_right(out, "gevonden en geaccepteerd", score.all().coverage_visible);
    out << "\nvan de gevonden normen, % [95 %]\n";
    print_right(out, "onderwerp juist", score.all().subject);
    print_right(out, "  en geaccepteerd", score.all().accepted_subject);
    print_right(out, "rol juist (alle rollen)", score.role);
    print_right(out, "eenheid juist", score.all().unit);
    out << "\nwaarde niet in de tekst: gevonden als soort en bron, % [95 %]\n";
    print_right(out, "op de kaart", score.elsewhere.map);
    print_right(out, "bestaande maat", score.elsewhere.existing);
    print_right(out, "berekening", score.elsewhere.formula);
    print_right(out, "zonder waarde", score.elsewhere.without_value);
    print_right(out, "gevonden of met een vlag", score.found_or_flagged);
    print_right(out, "verwachte vlaggen", score.expected_flags);
    if (!score.reviews.empty()) out << "\nregels ter beoordeling, per vlag: waren juist geweest, % [95 %]\n";
    for (const auto& [flag, rate] : score.reviews) print_right(out, flag, rate);
    out << "\ntoelichtingen (herhalen normen, stellen ze niet)\n";
    print_row(out, "normen in de tekst", score.toelichting);
    out << padded("  geaccepteerde regels", name_width) << score.toelichting_rules << " (moet 0 zijn)\n";
    if (score.by(Split::variant).size() > 1) {
        out << "\nelke goudnorm telt in elke vorm opnieuw mee: zijn er meer vormen, dan zijn de intervallen te smal\n";
    }
    out << '\n' << score.files << " goudbestanden in hun vormen; " << score.absent.size() << " zonder resultaat";
    for (std::size_t i = 0; i < score.absent.size() && i < 10; ++i) out << (i == 0 ? ": " : ", ") << score.absent[i];
    out << (score.absent.size() > 10 ? ", ..." : "") << '\n';
    out << score.answered_other << " geaccepteerde normen horen bij een getal zonder soort en tellen niet mee; " << score.decoys.hits
        << " van " << score.decoys.total << " schijnnormen zijn zonder vlag voor een norm aangezien\n";
}

Json figures_json(const Figures& figures) {
    Json json;
    json["recall"] = rate_json(figures.recall);
    json["coverage"] = rate_json(figures.coverage);
    json["coverage_visible"] = rate_json(figures.coverage_visible);
    json["precision"] = rate_json(figures.precision);
    json["unflagged_errors"] = rate_json(figures.unflagged);
    json["subject"] = rate_json(figures.subject);
    json["accepted_subject"] = rate_json(figures.accepted_subject);
    json["role"] = rate_json(figures.role);
    json["unit"] = rate_json(figures.unit);
    return json;
}

Json split_json(const Score& score, Split split) {
    Json json = Json::object();
    for (const auto& [key, figures] : score.by(split)) json[key] = figures_json(figures);
    return json;
}

}  // namespace

void print_score(std::ostream& out, const Score& score) {
    out << padded("regelteksten, % [95 %] aantal", name_width) << padded("gevonden", rate_width) << padded("gevonden en geaccepteerd", rate_width)
        << padded("juist van geaccepteerd", rate_width) << "fout zonder vlag\n";
    for (int i = 0; i < split_count; ++i) {
        const auto split = static_cast<Split>(i);
        if (split != Split::whole && !score.by(split).empty()) out << '\n' << split_title(split) << '\n';
        for (const auto& [key, figures] : score.by(split)) print_row(out, key.empty() ? "alles" : key, figures);
    }
    print_rest(out, score);
}

std::string score_json(const Score& score) {
    Json json;
    json["format"] = "planlezer-eval/1";
    json["all"] = figures_json(score.all());
    json["all"]["role_of_every_role"] = rate_json(score.role);
    const auto heights = score.by(Split::heights).find("");
    json["heights"] = figures_json(heights != score.by(Split::heights).end() ? heights->second : Figures{});
    json["by_kind"] = split_json(score, Split::kind);
    json["by_role"] = split_json(score, Split::role);
    json["by_style"] = split_json(score, Split::style);
    json["by_source"] = split_json(score, Split::source);
    json["heights_by_variant"] = split_json(score, Split::heights);
    json["heights_by_variant"].erase("");
    json["by_variant"] = split_json(score, Split::variant);
    json["map"] = rate_json(score.elsewhere.map);
    json["existing"] = rate_json(score.elsewhere.existing);
    json["formula"] = rate_json(score.elsewhere.formula);
    json["without_value"] = rate_json(score.elsewhere.without_value);
    json["found_or_flagged"] = rate_json(score.found_or_flagged);
    json["expected_flags"] = rate_json(score.expected_flags);
    json["reviews"] = Json::object();
    for (const auto& [flag, rate] : score.reviews) json["reviews"][flag] = rate_json(rate);
    json["toelichting"] = figures_json(score.toelichting);
    json["toelichting"]["accepted_rules"] = score.toelichting_rules;
    json["decoys_taken"] = rate_json(score.decoys);
    json["answered_other"] = score.answered_other;
    json["files"] = score.files;
    json["absent"] = score.absent;
    return laid_out(json);
}

}  // namespace planlezer::evaluate
