#include "rules/layout/running_heads.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "rules/layout/segments.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer {
namespace {

constexpr std::size_t most_rows = 4;         ///< at either edge of a page
constexpr double top_zone = 0.16;            ///< of the page's height
constexpr double bottom_zone = 0.85;
constexpr double number_zone = 0.1;          ///< a lone page number stands this near to the edge
constexpr double same_place = 14;            ///< points up or down between pages
constexpr double alike = 0.72;               ///< share of letter pairs two rows have in common
constexpr std::ptrdiff_t neighbours = 4;     ///< pages looked at before and behind
constexpr std::size_t longest_row = 24;      ///< words
constexpr double largest_head = 1.2;         ///< times the usual height: titles are larger than running heads
constexpr int widest_page_gap = 10;          ///< pages; a wider jump is another count
constexpr std::size_t longest_key = 240;     ///< letters

struct Row {
    Box box;
    std::vector<std::size_t> words;
    std::string key;       ///< folded, without numbers at its ends
    bool literal = false;  ///< the heading of an article: compared letter by letter
    bool number = false;   ///< a page number
    bool shaped = false;   ///< reads like a running head even on a page of its own
};

bool digits_only(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool starts_like_article(const std::string& word) {
    for (const std::string_view part : {"artikel", "hoofdstuk", "bijlage", "paragraaf", "afdeling", "lid", "art"}) {
        if (word == part) return true;
    }
    return word.find('.') != std::string::npos && !word.empty() && word.front() >= '0' && word.front() <= '9';
}

/// "12", "- 12 -", "pagina 12 van 30", "blz. 12", "12/30", "iv".
bool is_page_number(const std::vector<std::string>& words) {
    std::size_t numbers = 0;
    for (const std::string& word : words) {
        const std::size_t slash = word.find('/');
        const bool fraction = slash != std::string::npos && digits_only(word.substr(0, slash)) && digits_only(word.substr(slash + 1));
        if ((digits_only(word) && word.size() <= 4) || fraction) {
            ++numbers;
        } else if (words.size() == 1 && !word.empty() && word.size() <= 5 && word.find_first_not_of("ivx") == std::string::npos) {
            ++numbers;
        } else if (word != "pagina" && word != "blz" && word != "bladzijde" && word != "pag" && word != "p" && word != "van" && word != "page" && word != "l") {
            return false;
        }
    }
    return numbers >= 1 && numbers <= 2;
}

bool names_document(const std::vector<std::string>& words) {
    static constexpr std::array<std::string_view, 12> names{"pagina",      "blz",     "bladzijde",    "bestemmingsplan", "voorschriften", "regels",
                                                            "toelichting", "gemeente", "vastgesteld", "voorontwerp",     "planregels",    "rapportnummer"};
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word.starts_with("nl.imro") || std::find(names.begin(), names.end(), word) != names.end();
    });
}

Row make_row(const TextPage& page, Row row) {
    std::stable_sort(row.words.begin(), row.words.end(), [&](std::size_t a, std::size_t b) { return page.words[a].box.x0 < page.words[b].box.x0; });
    std::vector<std::string> words;
    for (const std::size_t w : row.words) {
        std::string plain = folded(page.words[w].text);
        if (!plain.empty()) words.push_back(std::move(plain));
        if (words.size() > longest_row) break;
    }
    row.number = is_page_number(words);
    row.literal = !words.empty() && starts_like_article(words.front());
    row.shaped = words.size() >= 2 && words.size() <= 14 && !row.literal && names_document(words);
    if (!row.literal) {
        while (words.size() > 1 && digits_only(words.back())) words.pop_back();
        while (words.size() > 1 && digits_only(words.front())) words.erase(words.begin());
    }
    if (words.size() <= longest_row) {
        for (const std::string& word : words) {
            if (!row.key.empty()) row.key += ' ';
            row.key += word;
        }
        if (row.key.size() > longest_key) row.key.resize(longest_key);
    }
    return row;
}

std::vector<Row> rows_of(const TextPage& page) {
    std::vector<Row> rows;
    for (Segment& segment : find_segments(page, std::vector<bool>(page.words.size(), false))) {
        if (!rows.empty() && vertical_overlap(rows.back().box, segment.box) > 0.5) {
            rows.back().box = united(rows.back().box, segment.box);
            rows.back().words.insert(rows.back().words.end(), segment.words.begin(), segment.words.end());
        } else {
            Row row;
            row.box = segment.box;
            row.words = std::move(segment.words);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

/// Share of letter pairs in common (Dice): robust against a letter read differently.
double likeness(const std::string& a, const std::string& b) {
    if (a == b) return 1;
    if (a.size() < 4 || b.size() < 4) return 0;
    std::vector<std::string_view> pairs;
    for (std::size_t i = 0; i + 1 < b.size(); ++i) pairs.push_back(std::string_view(b).substr(i, 2));
    std::sort(pairs.begin(), pairs.end());
    std::vector<bool> used(pairs.size(), false);
    std::size_t shared = 0;
    for (std::size_t i = 0; i + 1 < a.size(); ++i) {
        const std::string_view pair = std::string_view(a).substr(i, 2);
        auto at = std::lower_bound(pairs.begin(), pairs.end(), pair);
        while (at != pairs.end() && *at == pair && used[static_cast<std::size_t>(at - pairs.begin())]) ++at;
        if (at == pairs.end() || *at != pair) continue;
        used[static_cast<std::size_t>(at - pairs.begin())] = true;
        ++shared;
    }
    return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() - 1 + b.size() - 1);
}

/// The rows at the edges of a page, from the edge inwards.
struct Edges {
    std::vector<Row> top;
    std::vector<Row> bottom;
};

Edges edges_of(const TextPage& page) {
    Edges edges;
    std::vector<Row> rows = rows_of(page);
    for (std::size_t i = 0; i < rows.size() && edges.top.size() < most_rows; ++i) {
        if (rows[i].box.mid_y() > top_zone * page.height) break;
        edges.top.push_back(make_row(page, rows[i]));
    }
    for (std::size_t i = rows.size(); i > edges.top.size() && edges.bottom.size() < most_rows; --i) {
        if (rows[i - 1].box.mid_y() < bottom_zone * page.height) break;
        edges.bottom.push_back(make_row(page, rows[i - 1]));
    }
    return edges;
}

bool stands_on(const Row& row, const std::vector<Row>& others) {
    return std::any_of(others.begin(), others.end(), [&](const Row& other) {
        if (std::abs(other.box.mid_y() - row.box.mid_y()) > same_place || row.key.empty()) return false;
        return row.literal || other.literal ? row.key == other.key : likeness(row.key, other.key) >= alike;
    });
}

bool repeats(const std::vector<Edges>& edges, std::size_t page, const Row& row, bool top) {
    std::size_t found = 0;
    for (std::ptrdiff_t away = -neighbours; away <= neighbours; ++away) {
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(page) + away;
        if (away == 0 || at < 0 || at >= static_cast<std::ptrdiff_t>(edges.size())) continue;
        const Edges& other = edges[static_cast<std::size_t>(at)];
        if (stands_on(row, top ? other.top : other.bottom)) ++found;
    }
    // Two pages alike may be chance in a long document; in a short one there is no more to see.
    return found >= (edges.size() > 4 && row.words.size() > 2 ? 2U : 1U);
}

/// A list item, or the end of a sentence: lists that say the same of every bestemming may break over pages at the same place.
bool reads_as_text(const TextPage& page, const Row& row) {
    if (row.words.size() < 2) return false;
    const std::string& first = page.words[row.words.front()].text;
    const std::string& last = page.words[row.words.back()].text;
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool item = first.size() == 2 && lower(first[0]) && (first[1] == '.' || first[1] == ')');
    return item || (lower(first[0]) && (last.ends_with(';') || last.ends_with('.') || last.ends_with(':')));
}

/// The white space between a row and the next one inwards, in heights of the row; large when there is none.
double apart(const std::vector<Row>& rows, std::size_t i, bool top) {
    if (i + 1 >= rows.size()) return 10;
    const double gap = top ? rows[i + 1].box.y0 - rows[i].box.y1 : rows[i].box.y0 - rows[i + 1].box.y1;
    return gap / std::max(1.0, rows[i].box.height());
}

void take_off(const TextPage& page, const std::vector<Edges>& edges, std::size_t at, bool top, std::vector<bool>& mask) {
    const std::vector<Row>& rows = top ? edges[at].top : edges[at].bottom;
    const double height = common_height(page);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const double edge = top ? row.box.mid_y() / page.height : 1 - row.box.mid_y() / page.height;
        const bool number = row.number && (edge < number_zone || repeats(edges, at, row, top) || apart(rows, i, top) > 1.2);
        const bool alone = row.shaped && row.box.height() <= largest_head * height && edge < number_zone && apart(rows, i, top) > 1.4 && edges.size() == 1;
        const bool dirt = row.key.size() <= 2 && row.words.size() <= 2 && !row.literal && edge < number_zone;
        if (!number && !alone && !dirt && (reads_as_text(page, row) || !repeats(edges, at, row, top))) return;
        for (const std::size_t w : row.words) mask[w] = true;
    }
}

/// A printed page number and where it stands.
struct Printed {
    int number = 0;
    Box box;
};

std::optional<Printed> printed_number(const TextPage& page, const Edges& edges) {
    for (const std::vector<Row>* rows : {&edges.bottom, &edges.top}) {
        for (const Row& row : *rows) {
            if (!row.number) continue;
            for (const std::size_t w : row.words) {
                const std::string plain = folded(page.words[w].text);
                int number = 0;
                const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
                if (error == std::errc{} && end != plain.data() && number > 0 && number < 2000) return Printed{number, page.words[w].box};
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<PageGap> page_gaps(const std::vector<TextPage>& pages) {
    std::vector<PageGap> gaps;
    std::optional<Printed> before;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::optional<Printed> at = printed_number(pages[i], edges_of(pages[i]));
        // The numbers of one series stand at one height.
        if (before && at && pages[i].number == pages[i - 1].number + 1 && std::abs(before->box.mid_y() - at->box.mid_y()) <= same_place &&
            at->number > before->number + 1 && at->number <= before->number + widest_page_gap) {
            gaps.push_back({pages[i].number, before->number, at->number});
        }
        before = at;
    }
    return gaps;
}

std::vector<std::vector<bool>> running_words(const std::vector<TextPage>& pages) {
    std::vector<Edges> edges;
    edges.reserve(pages.size());
    for (const TextPage& page : pages) edges.push_back(edges_of(page));
    std::vector<std::vector<bool>> masks;
    masks.reserve(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        masks.emplace_back(pages[i].words.size(), false);
        if (pages[i].height <= 0) continue;
        take_off(pages[i], edges, i, true, masks.back());
        take_off(pages[i], edges, i, false, masks.back());
    }
    return masks;
}

}  // namespace planlezer
