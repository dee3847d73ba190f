#include "schemas/omgevingsplan/compose/plan_text.hpp"

#include <algorithm>

#include "schemas/omgevingsplan/compose/value_lists.hpp"

namespace planlezer::omgevingsplan {

namespace {

bool blank(const std::string& text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

/// "4.2." is "4.2".
std::string without_point(std::string number) {
    while (!number.empty() && number.back() == '.') number.pop_back();
    return number;
}

/// A cell that lies outside the table or over an earlier one has no place in a table of STOP.
std::optional<TextTable> table_of(const Passage& passage) {
    if (passage.rows <= 0 || passage.columns <= 0) return std::nullopt;
    TextTable table;
    table.rows = passage.rows;
    table.columns = passage.columns;
    table.head_rows = std::clamp(passage.head_rows, 0, passage.rows - 1);
    std::vector<bool> taken(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns));
    const auto at = [&](int row, int column) { return static_cast<std::size_t>(row) * static_cast<std::size_t>(table.columns) + static_cast<std::size_t>(column); };
    for (const planlezer::TextCell& cell : passage.cells) {
        if (cell.row < 0 || cell.column < 0 || cell.row >= table.rows || cell.column >= table.columns || taken[at(cell.row, cell.column)]) continue;
        // A cell of the head ends with it: the rows of a head and of a body are apart.
        const int last_row = cell.row < table.head_rows ? table.head_rows : table.rows;
        TableCell placed{cell.text, cell.row, cell.column, 1, 1};
        while (cell.column + placed.column_span < table.columns && placed.column_span < cell.column_span && !taken[at(cell.row, cell.column + placed.column_span)]) {
            ++placed.column_span;
        }
        const auto row_free = [&](int row) {
            for (int column = 0; column < placed.column_span; ++column) {
                if (taken[at(row, cell.column + column)]) return false;
            }
            return true;
        };
        while (placed.row_span < cell.row_span && cell.row + placed.row_span < last_row && row_free(cell.row + placed.row_span)) ++placed.row_span;
        for (int row = 0; row < placed.row_span; ++row) {
            for (int column = 0; column < placed.column_span; ++column) taken[at(cell.row + row, cell.column + column)] = true;
        }
        table.cells.push_back(std::move(placed));
    }
    return table;
}

bool is_table(const Block& block) { return block.table.has_value(); }

/// STOP knows no table in a list (STOP0009): the list ends with the item that has one, the table and what follows it in the
/// item stand beside the list, and the next items are a list again, with their numbers.
std::vector<Block> tables_beside_lists(std::vector<Block> blocks) {
    std::vector<Block> flat;
    for (Block& block : blocks) {
        if (!block.list) {
            flat.push_back(std::move(block));
            continue;
        }
        TextList open{{}, {}, block.list->numbered, {}};
        const auto close = [&] {
            if (!open.items.empty()) flat.push_back({{}, std::move(open), {}});
            open = {{}, {}, block.list->numbered, {}};
        };
        for (ListItem& item : block.list->items) {
            item.blocks = tables_beside_lists(std::move(item.blocks));
            const auto table = std::ranges::find_if(item.blocks, is_table);
            std::vector<Block> beside(std::make_move_iterator(table), std::make_move_iterator(item.blocks.end()));
            item.blocks.erase(table, item.blocks.end());
            if (!item.blocks.empty()) {
                open.items.push_back(std::move(item));
            } else if (!item.number.empty()) {
                close();
                flat.push_back(paragraph(item.number));
            }
            if (beside.empty()) continue;
            close();
            std::ranges::move(beside, std::back_inserter(flat));
        }
        close();
    }
    return flat;
}

/// Blocks, and the articles (indices into the plan's) whose words they are.
struct Words {
    std::vector<Block> blocks;
    std::vector<std::size_t> sources;

    [[nodiscard]] bool empty() const { return blocks.empty(); }
    void join(Words more) {
        blocks.insert(blocks.end(), std::make_move_iterator(more.blocks.begin()), std::make_move_iterator(more.blocks.end()));
        sources.insert(sources.end(), more.sources.begin(), more.sources.end());
    }
};

/// A part whose leaves are not numbered yet.
struct Draft {
    PartKind kind = PartKind::artikel;
    std::string number;
    std::string heading;
    Words words;
    std::vector<Draft> parts;
};

/// Words that belong to an article itself, or one of its leden.
struct Stretch {
    Words words;
    std::size_t lid = nothing;
};

/// The words of one article, its numbered items as lists.
class WordBuilder {
  public:
    WordBuilder(const PlanResult& plan, const std::vector<std::vector<std::size_t>>& children) : plan_(plan), children_(children) {}

    [[nodiscard]] static bool is_lid(const Article& article) { return article.kind == "lid" || article.kind == "artikel"; }

    /// In reading order; with `flat`, leden too are items of the words.
    [[nodiscard]] std::vector<Stretch> stretches(std::size_t i, bool flat = false) const {
        std::vector<Stretch> all;
        const auto words = [&]() -> Words& {
            if (all.empty() || all.back().lid != nothing) all.push_back({{{}, {i}}, nothing});
            return all.back().words;
        };
        const std::vector<Passage>& passages = plan_.articles[i].passages;
        std::size_t passage = 0;
        for (std::size_t child = 0; child <= children_[i].size(); ++child) {
            const bool last = child == children_[i].size();
            for (; passage < passages.size() && (last || passages[passage].after <= child); ++passage) add_passage(passages[passage], words());
            if (last) break;
            const std::size_t at = children_[i][child];
            if (is_lid(plan_.articles[at]) && !flat) {
                all.push_back({{}, at});
            } else {
                add_item(at, words());
            }
        }
        std::erase_if(all, [](const Stretch& s) { return s.lid == nothing && s.words.empty(); });
        return all;
    }

    /// All of it, leden as items.
    [[nodiscard]] Words all(std::size_t i) const {
        Words words;
        for (Stretch& stretch : stretches(i, true)) words.join(std::move(stretch.words));
        return words;
    }

  private:
    static void add_passage(const Passage& passage, Words& words) {
        if (passage.kind != PassageKind::tabel) {
            if (!blank(passage.text)) words.blocks.push_back(paragraph(passage.text));
            return;
        }
        if (passage.columns == 1) {  // words under each other are no table (STOP0029)
            for (const planlezer::TextCell& cell : passage.cells) {
                if (!blank(cell.text)) words.blocks.push_back(paragraph(cell.text));
            }
        } else if (std::optional<TextTable> table = table_of(passage)) {
            words.blocks.push_back({{}, {}, std::move(table)});
        }
        if (!blank(passage.text)) words.blocks.push_back(paragraph(passage.text));
    }

    /// Items that follow each other are one list, as long as they are all numbered or all not.
    void add_item(std::size_t i, Words& words) const {
        const Article& article = plan_.articles[i];
        ListItem item;
        const bool numbered = article.label.find_first_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos;
        if (numbered) item.number = article.label + (article.label.back() == '.' ? "" : ".");
        if (!blank(article.heading)) item.blocks.push_back(paragraph(article.heading));
        Words inner = all(i);
        words.sources.insert(words.sources.end(), inner.sources.begin(), inner.sources.end());
        if (inner.sources.empty()) words.sources.push_back(i);  // nothing but a heading
        std::ranges::move(inner.blocks, std::back_inserter(item.blocks));
        if (item.blocks.empty()) return;
        if (words.blocks.empty() || !words.blocks.back().list || words.blocks.back().list->numbered != numbered) {
            words.blocks.push_back({{}, TextList{{}, {}, numbered, {}}, {}});
        }
        words.blocks.back().list->items.push_back(std::move(item));
    }

    const PlanResult& plan_;
    const std::vector<std::vector<std::size_t>>& children_;
};

/// Builds the parts from the flat outline.
class TextBuilder {
  public:
    TextBuilder(const PlanResult& plan, const std::string& chapter) : plan_(plan), chapter_(chapter), children_(plan.articles.size()), words_(plan, children_) {
        std::map<std::string, std::size_t> index;
        for (std::size_t i = 0; i < plan.articles.size(); ++i) {
            const Article& article = plan.articles[i];
            const auto parent = index.find(article.parent);
            (parent == index.end() ? roots_ : children_[parent->second]).push_back(i);
            parent_.push_back(parent == index.end() ? nothing : parent->second);
            index[article.id] = i;
        }
    }

    PlanText all() {
        std::vector<std::size_t> tops;
        for (const std::size_t i : roots_) {
            if (binding(i)) tops.push_back(i);
        }
        const auto is_hoofdstuk = [this](std::size_t i) { return article(i).kind == "hoofdstuk"; };
        Draft chapter{PartKind::hoofdstuk, chapter_, plan_.name.empty() ? plan_.plan_id : plan_.name, {}, {}};
        if (std::ranges::any_of(tops, is_hoofdstuk)) {
            add_afdelingen(tops, chapter);
        } else {
            for (const std::size_t i : tops) add_paragraaf(i, chapter);
        }
        if (!chapter.parts.empty()) text_.parts.push_back(settled(std::move(chapter)));
        return std::move(text_);
    }

  private:
    [[nodiscard]] const Article& article(std::size_t i) const { return plan_.articles[i]; }

    void remark(std::size_t i, std::string reason) {
        const Article& a = article(i);
        text_.remarks.push_back({plan_.plan_id, {}, a.number.empty() ? a.heading : a.number, a.provenance.file + ", blz. " + std::to_string(a.provenance.page), a.heading, std::move(reason)});
    }

    /// Rules bind; what explains or lists them does not.
    bool binding(std::size_t i) {
        const Article& a = article(i);
        const auto document = std::ranges::find(plan_.documents, a.provenance.file, &Document::file);
        if (document != plan_.documents.end() && (document->role == DocumentRole::toelichting || document->role == DocumentRole::verbeelding)) return false;
        if (a.section == SectionRole::toelichting || a.section == SectionRole::contents) return false;
        if (a.kind == "bijlage" || a.section == SectionRole::annex) {
            remark(i, "een bijlage wordt niet overgenomen in de regels: voeg haar zelf toe als de regels ernaar verwijzen");
            return false;
        }
        return true;
    }

    [[nodiscard]] std::string label(std::size_t i) const { return without_point(article(i).label.empty() ? article(i).number : article(i).label); }
    /// "22a.4.2" for lid 4.2, and for lid 2 of artikel 4: a number of its own, whatever the plan counts from.
    [[nodiscard]] std::string numbered(std::size_t i) const { return chapter_ + "." + path_of(i); }
    [[nodiscard]] std::string path_of(std::size_t i) const {
        const std::string own = label(i);
        const std::size_t around = parent_[i];
        if (around == nothing || article(i).kind == "artikel" || article(around).kind == "hoofdstuk") return own;
        const std::string path = path_of(around);
        return own.starts_with(path + ".") ? own : path + "." + own;
    }

    /// Parts of a chapter are all of one kind, so what stands before or between the hoofdstukken gets an afdeling too.
    void add_afdelingen(const std::vector<std::size_t>& tops, Draft& chapter) {
        Draft loose{PartKind::afdeling, chapter_ + ".00", "Overige regels", {}, {}};
        const auto close = [&] {
            if (!loose.parts.empty()) chapter.parts.push_back(loose);
            loose.parts.clear();
        };
        for (const std::size_t i : tops) {
            if (article(i).kind == "hoofdstuk") {
                close();
                add_afdeling(i, chapter);
            } else {
                add_paragraaf(i, loose);
            }
        }
        close();
    }

    void add_afdeling(std::size_t i, Draft& chapter) {
        Draft afdeling{PartKind::afdeling, numbered(i), article(i).heading, {}, {}};
        Draft own{PartKind::artikel, numbered(i), {}, {}, {}};
        std::vector<std::size_t> inside;
        for (Stretch& stretch : words_.stretches(i)) {
            if (stretch.lid == nothing) {
                own.words.join(std::move(stretch.words));
            } else if (binding(stretch.lid)) {
                inside.push_back(stretch.lid);
            }
        }
        if (!own.words.empty()) afdeling.parts.push_back({PartKind::paragraaf, numbered(i), article(i).heading, {}, {std::move(own)}});
        for (const std::size_t child : inside) add_paragraaf(child, afdeling);
        keep(i, std::move(afdeling), chapter);
    }

    void add_paragraaf(std::size_t i, Draft& around) {
        Draft paragraaf{PartKind::paragraaf, numbered(i), article(i).heading, {}, {}};
        if (article(i).kind == "artikel") {
            add_artikelen(i, paragraaf);
        } else {
            add_artikel(i, paragraaf);  // a lid or onderdeel that no artikel was found for
        }
        keep(i, std::move(paragraaf), around);
    }

    /// What stands in the artikel itself becomes an artikel numbered 0 (1 when there are no leden); text behind a lid joins it.
    void add_artikelen(std::size_t i, Draft& paragraaf) {
        std::vector<Stretch> stretches = words_.stretches(i);
        const bool has_leden = std::ranges::any_of(stretches, [](const Stretch& s) { return s.lid != nothing; });
        for (Stretch& stretch : stretches) {
            if (stretch.lid != nothing) {
                add_artikel(stretch.lid, paragraaf);
            } else if (paragraaf.parts.empty()) {
                paragraaf.parts.push_back({PartKind::artikel, numbered(i) + (has_leden ? ".0" : ".1"), {}, std::move(stretch.words), {}});
            } else {
                last_leaf(paragraaf.parts.back()).words.join(std::move(stretch.words));
            }
        }
    }

    void add_artikel(std::size_t i, Draft& paragraaf) {
        Draft artikel{PartKind::artikel, numbered(i), article(i).heading, {}, {}};
        std::vector<Stretch> stretches = words_.stretches(i);
        if (std::ranges::any_of(stretches, [](const Stretch& s) { return s.lid != nothing; })) {
            add_leden(i, {}, artikel);
        } else {
            artikel.words = words_.all(i);
        }
        keep(i, std::move(artikel), paragraaf);
    }

    /// Deeper leden stand flat: STOP knows no lid in a lid, and their numbers tell. A lid has no heading there either.
    void add_leden(std::size_t i, const std::string& heading, Draft& artikel) {
        bool open = false;  // whether this one has a lid of its own yet
        const auto own = [&](Words words) {
            if (open) return last_leaf(artikel).words.join(std::move(words));
            artikel.parts.push_back({PartKind::lid, label(i), {}, std::move(words), {}});
            open = true;
        };
        if (!blank(heading)) own({{paragraph(heading)}, {i}});
        for (Stretch& stretch : words_.stretches(i)) {
            if (stretch.lid == nothing) {
                own(std::move(stretch.words));
            } else {
                add_leden(stretch.lid, article(stretch.lid).heading, artikel);
                open = true;
            }
        }
    }

    static Draft& last_leaf(Draft& draft) { return draft.parts.empty() ? draft : last_leaf(draft.parts.back()); }

    void keep(std::size_t i, Draft draft, Draft& around) {
        if (draft.parts.empty() && draft.words.empty()) {
            remark(i, "dit onderdeel heeft geen tekst die is overgenomen");
        } else {
            around.parts.push_back(std::move(draft));
        }
    }

    /// Numbers the leaves in reading order.
    Part settled(Draft draft) {
        for (const std::size_t source : draft.words.sources) doubt(source);
        Part part{draft.kind, std::move(draft.number), std::move(draft.heading), {}, {}, tables_beside_lists(std::move(draft.words.blocks)), {}};
        if (!part.blocks.empty()) {
            const std::size_t at = text_.leaves.size();
            const std::size_t first = draft.words.sources.front();
            text_.leaves.push_back({article(first).bestemming, thema_of(article(first).section, nearest_heading(first))});
            for (const std::size_t source : draft.words.sources) text_.leaf_of[article(source).id] = at;
        }
        for (Draft& inner : draft.parts) part.parts.push_back(settled(std::move(inner)));
        return part;
    }

    /// Its own, or else of the part around it.
    [[nodiscard]] std::string_view nearest_heading(std::size_t i) const {
        while (article(i).heading.empty() && parent_[i] != nothing) i = parent_[i];
        return article(i).heading;
    }

    /// What was read with doubt stands in the text as it was read: no part of it may be missing, but it must be looked at.
    void doubt(std::size_t i) {
        constexpr double doubtful = 0.5;
        const auto weak = [](const Passage& passage) { return passage.confidence < doubtful; };
        const auto found = std::ranges::find_if(article(i).passages, weak);
        if (found == article(i).passages.end()) return;
        remark(i, "een of meer woorden zijn met twijfel gelezen: vergelijk deze tekst met de bladzijde voor u haar aanlevert");
        text_.remarks.back().words = found->text;
    }

    const PlanResult& plan_;
    const std::string& chapter_;
    std::vector<std::vector<std::size_t>> children_;
    std::vector<std::size_t> parent_;
    std::vector<std::size_t> roots_;
    WordBuilder words_;
    PlanText text_;
};

}  // namespace

PlanText plan_text(const PlanResult& plan, const std::string& chapter) { return TextBuilder(plan, chapter).all(); }

void for_each_leaf(std::vector<Part>& parts, const std::function<void(Part&)>& visit) {
    for (Part& part : parts) {
        if (!part.blocks.empty()) visit(part);
        for_each_leaf(part.parts, visit);
    }
}

Block paragraph(std::string text) { return {{{std::move(text), nothing, {}, {}}}, {}, {}}; }

}  // namespace planlezer::omgevingsplan
