#include "pipeline/explain/explanation.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace planlezer {

namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t name_width = 14;

/// Signs, not bytes.
std::size_t signs(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Lines of a name in the margin and a text broken between words.
class Sheet {
  public:
    void line(std::string_view name, std::string_view text) {
        if (text.empty()) return;
        std::string current(2, ' ');
        current += name;
        current.resize(std::max(current.size() + 1, name_width), ' ');
        bool first = true;
        std::istringstream words{std::string(text)};
        for (std::string word; words >> word;) {
            if (!first && signs(current) + 1 + signs(word) > line_width) {
                out_ << current << '\n';
                current.assign(name_width, ' ');
                first = true;
            }
            if (!first) current += ' ';
            current += word;
            first = false;
        }
        out_ << current << '\n';
    }
    void title(std::string_view text) { out_ << (out_.tellp() > 0 ? "\n" : "") << text << '\n'; }
    [[nodiscard]] std::string text() const { return out_.str(); }

  private:
    std::ostringstream out_;
};

std::string_view limit_words(Comparator comparator) {
    switch (comparator) {
        case Comparator::at_most: return "ten hoogste";
        case Comparator::at_least: return "ten minste";
        case Comparator::exactly: return "precies";
    }
    throw std::logic_error("comparator without words");
}

std::string_view source_words(ValueSource source) {
    switch (source) {
        case ValueSource::text: return "de waarde staat in de zin";
        case ValueSource::table: return "de waarde staat in een tabel";
        case ValueSource::map: return "de waarde staat op de kaart (verbeelding of plankaart)";
        case ValueSource::imro: return "de waarde staat in het IMRO-bestand";
        case ValueSource::existing: return "de bestaande maat geldt";
        case ValueSource::formula: return "de waarde volgt uit een berekening";
    }
    throw std::logic_error("value source without words");
}

std::string_view role_words(NormRole role) {
    switch (role) {
        case NormRole::rule: return "bouwregel";
        case NormRole::deviation: return "afwijking die kan worden toegestaan";
        case NormRole::change_power: return "grens van een wijzigingsbevoegdheid";
        case NormRole::further_requirement: return "nadere eis";
        case NormRole::transition: return "overgangsrecht";
        case NormRole::definition: return "begripsbepaling of wijze van meten";
    }
    throw std::logic_error("role without words");
}

std::string_view unit_words(Unit unit) {
    switch (unit) {
        case Unit::degree: return "graden";
        case Unit::count: return "stuks";
        case Unit::none: return "";
        default: return unit_text(unit);
    }
}

std::string_view severity_words(Severity severity) {
    switch (severity) {
        case Severity::info: return "ter informatie";
        case Severity::doubtful: return "twijfel";
        case Severity::ambiguous: return "meer dan een uitleg";
    }
    throw std::logic_error("severity without words");
}

std::string share_text(double share) {
    return Decimal(std::llround((share > 0 ? std::min(share, 1.0) : 0) * 1000), 3).text_nl();
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
        if (!all.empty()) all += "; ";
        all += text;
    }
    return all;
}

/// "Artikel 4 Wonen > 4.2 Bouwregels": the parts of the outline around the article of a norm.
std::string outline_path(const PlanResult& result, const std::string& article) {
    const Article* part = nullptr;
    for (const Article& candidate : result.articles) {
        const std::string& number = candidate.number;
        const bool around = !number.empty() && article.starts_with(number) &&
                            (article.size() == number.size() || std::string_view(" ,.").find(article[number.size()]) != std::string_view::npos);
        if (around && (part == nullptr || candidate.number.size() > part->number.size())) part = &candidate;
    }
    std::string path;
    for (int depth = 0; part != nullptr && depth < 12; ++depth) {  // a result from elsewhere may hold a ring
        const bool named = part->kind == "artikel" || part->kind == "hoofdstuk";
        std::string step = named && !part->number.starts_with(part->kind) ? part->kind + " " + part->number : part->number;
        if (!part->heading.empty()) step += " " + part->heading;
        path = path.empty() ? step : step + " > " + path;
        const auto parent = std::ranges::find(result.articles, part->parent, &Article::id);
        part = parent != result.articles.end() && !part->parent.empty() ? &*parent : nullptr;
    }
    return path;
}

/// The phrase "zin-3" of "bouwhoogte@1/zin-3" as written in the book; empty when the book has no such phrase now.
std::string phrase_text(const RuleBook& book, std::string_view rule) {
    const std::size_t at = rule.find('@');
    const std::size_t slash = rule.find('/');
    if (at == std::string_view::npos || slash == std::string_view::npos || slash < at) return {};
    const std::string_view id = rule.substr(slash + 1);
    const auto norm = std::ranges::find(book.norms, rule.substr(0, at), &NormRule::name);
    if (norm != book.norms.end()) {
        const auto own = std::ranges::find(norm->sentences, id, &Sentence::id);
        if (own != norm->sentences.end()) return own->source;
    }
    const auto shared = std::ranges::find(book.sentences, id, &Sentence::id);
    return shared != book.sentences.end() ? shared->source : std::string();
}

void tell_place(Sheet& sheet, const Provenance& place) {
    std::ostringstream text;
    text << place.file << ", bladzijde " << place.page;
    if (!place.boxes.empty()) {
        const Box& box = place.boxes.front();
        text << ", " << std::llround(box.x0) << " punten van links en " << std::llround(box.y0) << " van boven";
    }
    sheet.line("plaats", text.str());
}

void tell_flags(Sheet& sheet, const PlanResult& result, std::size_t index) {
    std::vector<Flag> flags;
    for (const Flag& flag : result.flags) {
        if (std::ranges::find(flag.norms, index) != flag.norms.end()) flags.push_back(flag);
    }
    for (const FlagCode code : result.norms[index].flags) {
        if (std::ranges::find(flags, code, &Flag::code) == flags.end()) flags.push_back({code, {}, {}, {}});
    }
    sheet.title(flags.empty() ? "Geen vlaggen." : "Vlaggen");
    for (const Flag& flag : flags) {
        const FlagRow& row = flag_row(flag.code);
        sheet.line("vlag", std::string(row.name) + " (" + std::string(severity_words(row.severity)) + ")");
        sheet.line("", flag.message());
        sheet.line("te doen", row.advice);
    }
}

std::string value_words(const NormStatement& norm) {
    std::ostringstream text;
    text << norm.kind << ": " << limit_words(norm.comparator);
    if (norm.value) {
        text << ' ' << norm.value->text_nl();
        if (norm.unit != Unit::none) text << ' ' << unit_words(norm.unit);
    } else {
        text << (norm.formula.empty() ? " (geen waarde in de tekst)" : " " + norm.formula);
    }
    return text.str();
}

}  // namespace

std::string explanation(const PlanResult& result, std::size_t index, const RuleBook* book) {
    const NormStatement& norm = result.norms.at(index);
    Sheet sheet;
    sheet.title(norm_id(index) + " van " + (result.name.empty() ? result.plan_id : result.name));
    sheet.line("norm", value_words(norm));
    sheet.line("status", norm.status == NormStatus::accepted ? "geaccepteerd" : "te beoordelen door een mens");
    sheet.line("zekerheid", share_text(norm.confidence) + " op een schaal van 0 tot 1");
    sheet.line("rol", role_words(norm.role));

    sheet.title("Waar het staat");
    sheet.line("zin", "\"" + norm.provenance.quote + "\"");
    tell_place(sheet, norm.provenance);
    sheet.line("artikel", norm.article);
    sheet.line("onder", outline_path(result, norm.article));
    sheet.line("waarde", source_words(norm.value_source));
    sheet.line("berekening", norm.formula);

    sheet.title("Waarvoor het geldt");
    sheet.line("bestemming", norm.bestemming);
    sheet.line("onderwerp", norm.subject.empty() ? "niet gevonden" : norm.subject);
    sheet.line("aanduiding", joined(norm.aanduiding));
    sheet.line("voorwaarde", norm.condition);
    sheet.line("uitzondering", joined(norm.exceptions));
    for (const std::string& from : norm.inherited) sheet.line("overgenomen", from);

    sheet.title("Waarom het een norm is");
    sheet.line("regel", norm.provenance.rule.empty() ? "geen regel genoemd" : norm.provenance.rule);
    if (book != nullptr) {
        const std::string phrase = phrase_text(*book, norm.provenance.rule);
        sheet.line("bewoording", phrase.empty() ? "staat niet (meer) in dit regelboek" : phrase);
        sheet.line("regelboek", "versie " + book->version);
    }
    tell_flags(sheet, result, index);
    return sheet.text();
}

}  // namespace planlezer
