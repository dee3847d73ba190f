#include "rules/roles/document_nature.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "rules/outline/parts.hpp"
#include "schemas/model/imro_name.hpp"

namespace planlezer {
namespace {

constexpr std::size_t title_words = 160;      ///< a first page with more words is no title page
constexpr std::size_t fewest_judged = 60;     ///< words; fewer tell nothing of the language
constexpr double least_dutch = 0.07;          ///< share of Dutch function words
constexpr std::size_t longest_name = 10;      ///< words
constexpr double title_size = 1.25;           ///< times the size of the body

struct NameRow {
    std::string_view word;
    DocumentRole role;
};
constexpr std::array<NameRow, 15> name_words{{
    {"toelichting", DocumentRole::toelichting},
    {"planregels", DocumentRole::regels},
    {"regels", DocumentRole::regels},
    {"voorschriften", DocumentRole::voorschriften},
    {"verbeelding", DocumentRole::verbeelding},
    {"plankaart", DocumentRole::verbeelding},
    {"plankaarten", DocumentRole::verbeelding},
    {"kaart", DocumentRole::verbeelding},
    {"bijlage", DocumentRole::other},
    {"bijlagen", DocumentRole::other},
    {"onderzoek", DocumentRole::other},
    {"rapport", DocumentRole::other},
    {"vaststellingsbesluit", DocumentRole::other},
    {"raadsbesluit", DocumentRole::other},
    {"zienswijzen", DocumentRole::other},
}};

std::string lower_name(std::string_view file) {
    const std::size_t slash = file.find_last_of('/');
    std::string name(slash == std::string_view::npos ? file : file.substr(slash + 1));
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return name;
}

bool letter(char c) { return c >= 'a' && c <= 'z'; }

/// The word stands by itself in the name, between signs or digits.
bool stands_in(const std::string& name, std::string_view word) {
    for (std::size_t at = name.find(word); at != std::string::npos; at = name.find(word, at + 1)) {
        const bool before = at == 0 || !letter(name[at - 1]);
        const bool after = at + word.size() >= name.size() || !letter(name[at + word.size()]);
        if (before && after) return true;
    }
    return false;
}

constexpr std::size_t title_line_words = 8;

bool draft_version(std::string_view version) {
    return version.starts_with("on") || version.starts_with("ow") || version.starts_with("vo") || version.starts_with("co") || version.starts_with("c0");
}

std::size_t words_on_first_page(const std::vector<Line>& lines) {
    std::size_t count = 0;
    for (const Line& line : lines) {
        if (line.page != lines.front().page) break;
        count += line.words.size();
    }
    return count;
}

/// A page of a list is a short page of rules, not a title page: it may speak of "het ontwerpplan" in a rule.
bool holds_a_list(const std::vector<Line>& lines) {
    return std::any_of(lines.begin(), lines.end(), [&lines](const Line& line) {
        return line.page == lines.front().page && !line.words.empty() && line.words.back().text.ends_with(';');
    });
}

/// The words of the title page's short lines, folded; a full line is a sentence, which may speak of any draft.
/// Empty when the document has no title page.
std::vector<std::string> title_page(const std::vector<Line>& lines) {
    std::vector<std::string> words;
    if (lines.empty() || words_on_first_page(lines) > title_words || holds_a_list(lines)) return words;
    for (const Line& line : lines) {
        if (line.page != lines.front().page) break;
        if (line.words.size() > title_line_words) continue;
        for (const FlowWord& word : line.words) words.push_back(folded(word.text));
    }
    return words;
}

std::optional<std::string> draft_word(const std::vector<std::string>& title) {
    const auto is = [](const std::string& word, std::string_view start) { return word.starts_with(start); };
    // A plan that is settled names its drafts too.
    if (std::any_of(title.begin(), title.end(), [&](const std::string& word) { return is(word, "vastgesteld") || is(word, "onherroepelijk") || is(word, "vastgestelde"); }))
        return std::nullopt;
    for (const std::string& word : title) {
        if (is(word, "ontwerpplan") || is(word, "ontwerpbesluit")) continue;  // "bij de terinzagelegging van het ontwerpplan"
        if (is(word, "ontwerp") || is(word, "voorontwerp") || word == "concept" || is(word, "conceptontwerp")) return word;
    }
    return std::nullopt;
}

void judge_draft(std::string_view file, const std::vector<Line>& lines, DocumentNature& nature) {
    if (const auto name = find_imro_name(file)) {
        nature.draft = draft_version(name->version);
        if (nature.draft) nature.draft_sign = name->text;
        return;
    }
    const std::vector<std::string> title = title_page(lines);
    for (const Line& line : lines) {
        if (line.page != lines.front().page || title.empty()) break;
        for (const FlowWord& word : line.words) {
            const auto name = find_imro_name(word.text);
            if (!name || !draft_version(name->version)) continue;
            nature.draft = true;
            nature.draft_sign = name->text;
            return;
        }
    }
    if (const auto word = draft_word(title)) {
        nature.draft = true;
        nature.draft_sign = *word;
    }
}

bool generic_title_word(const std::string& word) {
    static constexpr std::array<std::string_view, 22> generic{"bestemmingsplan", "wijzigingsplan", "uitwerkingsplan", "inpassingsplan", "regels",   "planregels",
                                                              "voorschriften",   "toelichting",    "planvoorschriften", "ontwerp",     "voorontwerp", "ontwerpbestemmingsplan",
                                                              "vastgesteld",     "gemeente",       "en",              "verbeelding",    "concept",  "plantoelichting",
                                                              "van",             "het",            "de",              "status"};
    return word.empty() || std::find(generic.begin(), generic.end(), word) != generic.end();
}

std::string without_generic(std::span<const FlowWord> words) {
    while (!words.empty() && generic_title_word(folded(words.front().text))) words = words.subspan(1);
    while (!words.empty() && generic_title_word(folded(words.back().text))) words = words.first(words.size() - 1);
    std::string name;
    for (const FlowWord& word : words) {
        if (!name.empty()) name += ' ';
        name += word.text;
    }
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view sign : {"\"", "'", "“", "”", "‘", "’", ".", ",", ";", ":"}) {
            if (name.starts_with(sign)) name.erase(0, sign.size());
            if (name.ends_with(sign)) {
                name.resize(name.size() - sign.size());
                again = true;
            }
        }
    }
    return name;
}

/// The largest type on a title page; empty when there is none.
std::string printed_title(const std::vector<Line>& lines) {
    double largest = 0;
    std::vector<double> sizes;
    for (const Line& line : lines) {
        if (line.font_size > 0) sizes.push_back(line.font_size);
        if (line.page == lines.front().page) largest = std::max(largest, line.font_size);
    }
    if (sizes.empty()) return {};
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    const double body = sizes[sizes.size() / 2];
    for (const double least : {largest * 0.98, body * title_size}) {
        if (least <= body * 1.1) continue;
        for (const Line& line : lines) {
            if (line.page != lines.front().page) break;
            if (line.font_size < least || line.words.size() > 12) continue;
            std::string name = without_generic(line.words);
            if (name.size() > 2 && name.find("NL.IMRO") == std::string::npos) return name;
        }
    }
    return {};
}

/// The words behind "bestemmingsplan" from `at` on, up to the end of the sentence or of the quotes.
std::string name_behind(const DocumentText& text, std::size_t at, std::size_t reach) {
    const std::size_t most = std::min(text.words.size(), at + reach);
    for (std::size_t i = at; i + 1 < most; ++i) {
        if (!folded(text.words[i].text).ends_with("plan")) continue;
        std::size_t end = i + 1;
        while (end < text.words.size() && end < i + longest_name) {
            const std::string& word = text.words[end].text;
            if (end > i + 1 && (folded(word) == "met" || folded(word) == "van" || folded(word) == "te")) break;
            ++end;
            if (word.ends_with('.') || word.ends_with(';') || word.ends_with(',') || word.ends_with("'") || word.ends_with('"') || word.ends_with("”") || word.ends_with("’")) break;
        }
        return without_generic(std::span<const FlowWord>(text.words).subspan(i + 1, end - i - 1));
    }
    return {};
}

/// From the title page, else from the slotregel ("aangehaald als: regels van het bestemmingsplan X"), else from the
/// definition of the plan ("het bestemmingsplan X met identificatienummer").
std::string title_of(const std::vector<Line>& lines, const DocumentText& text) {
    if (words_on_first_page(lines) <= title_words) {
        if (std::string name = printed_title(lines); !name.empty()) return name;
    }
    for (std::size_t i = text.words.size(); i-- > 0;) {
        if (folded(text.words[i].text) != "aangehaald") continue;
        if (std::string name = name_behind(text, i + 1, 25); !name.empty()) return name;
    }
    for (std::size_t i = 0; i < text.words.size(); ++i) {
        if (!folded(text.words[i].text).starts_with("identificatienummer") || i < 15) continue;
        if (std::string name = name_behind(text, i - 15, 15); !name.empty()) return name;
    }
    return {};
}

bool reads_dutch(const DocumentText& text) {
    static constexpr std::array<std::string_view, 22> common{"de",  "het", "een", "van", "en",   "in",   "op",  "te",   "dat",  "voor", "is",
                                                             "met", "tot", "bij", "zijn", "niet", "mag", "aan", "door", "worden", "of",  "der"};
    if (text.words.size() < fewest_judged) return true;
    std::size_t found = 0;
    std::size_t letters = 0;
    for (const FlowWord& word : text.words) {
        const std::string plain = folded(word.text);
        if (plain.empty() || (plain.front() >= '0' && plain.front() <= '9')) continue;
        ++letters;
        if (plain != "in" && plain != "is" && plain != "of" && std::find(common.begin(), common.end(), plain) != common.end()) ++found;
    }
    return letters < fewest_judged || static_cast<double>(found) >= least_dutch * static_cast<double>(letters);
}

/// Whether the rules call themselves voorschriften, as plans before 2008 do.
bool older_words(const DocumentText& text) {
    std::size_t voorschriften = 0;
    std::size_t regels = 0;
    for (const FlowWord& word : text.words) {
        const std::string plain = folded(word.text);
        if (plain.ends_with("voorschriften") || plain == "plankaart" || plain == "vrijstelling") ++voorschriften;
        if (plain.ends_with("regels") || plain == "verbeelding" || plain == "omgevingsvergunning") ++regels;
    }
    return voorschriften > regels;
}

}  // namespace

DocumentRole name_role(std::string_view file) {
    const std::string name = lower_name(file);
    if (name.size() > 2 && name[1] == '_' && name.find("nl.imro") != std::string::npos) {
        switch (name.front()) {
            case 'r': return DocumentRole::regels;
            case 't': return DocumentRole::toelichting;
            case 'v':
            case 'k': return DocumentRole::verbeelding;
            default: break;
        }
        if (name.front() == 'b' || name.front() == 'g') return DocumentRole::other;
    }
    DocumentRole role = DocumentRole::other;
    std::size_t told = 0;
    for (const NameRow& row : name_words) {
        if (!stands_in(name, row.word)) continue;
        // "bijlagen bij de regels", "toelichting en regels": no one role.
        if (told > 0 && row.role != role) return DocumentRole::other;
        role = row.role;
        ++told;
    }
    return role;
}

DocumentNature judge_document(std::string_view file, const std::vector<Line>& lines, const DocumentText& text, const Sections& sections) {
    DocumentNature nature;
    const DocumentRole named = name_role(file);
    std::size_t toelichting = 0;
    std::size_t rest = 0;
    bool roles = false;
    for (const Node& node : text.nodes) {
        const std::size_t words = node.text.size() + node.heading.size();
        if (node.section == SectionRole::contents) continue;
        (node.section == SectionRole::toelichting ? toelichting : rest) += words;
        if (node.kind == NodeKind::lid && node.section == SectionRole::rule) roles = true;
    }
    const std::vector<ArticleRun> runs = article_runs(text, sections);
    const bool rules = std::any_of(runs.begin(), runs.end(), [&](const ArticleRun& run) {
        return run.rules() && text.nodes[run.first].section != SectionRole::toelichting;
    });
    if (rules || (roles && toelichting == 0)) {
        nature.role = named == DocumentRole::voorschriften || (named != DocumentRole::regels && older_words(text)) ? DocumentRole::voorschriften : DocumentRole::regels;
    } else if (toelichting > rest) {
        nature.role = DocumentRole::toelichting;
    } else {
        nature.role = named;
    }
    if (!lines.empty()) {
        judge_draft(file, lines, nature);
        nature.plan_name = title_of(lines, text);
    }
    nature.dutch = reads_dutch(text);
    return nature;
}

}  // namespace planlezer
