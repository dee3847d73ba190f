#include "rules/assemble/articles.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace planlezer {

namespace {

/// Kind as published and its short form in ids; empty for parts that have no number of their own.
struct Published {
    std::string_view kind;
    std::string_view id;
};

Published published(NodeKind kind) {
    switch (kind) {
        case NodeKind::hoofdstuk: return {"hoofdstuk", "hst"};
        case NodeKind::artikel: return {"artikel", "art"};
        case NodeKind::lid: return {"lid", "lid"};
        case NodeKind::onderdeel: return {"onderdeel", "ond"};
        case NodeKind::bijlage: return {"bijlage", "bijl"};
        case NodeKind::alinea:
        case NodeKind::tabel:
        case NodeKind::titel: return {};
    }
    return {};
}

/// Letters, digits, points; anything else of a label becomes '_'.
std::string safe(std::string_view label) {
    std::string id;
    for (const char c : label) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
        id += plain ? c : '_';
    }
    return id.empty() ? "_" : id;
}

double worst(const DocumentText& text, WordSpan span) {
    double confidence = 1.0;
    for (std::size_t i = span.begin; i < span.end; ++i) confidence = std::min(confidence, text.words[i].confidence);
    return confidence;
}

Passage words_of(const DocumentText& text, PassageKind kind, WordSpan span) { return {kind, 0, text.text(span), 0, 0, 0, {}, worst(text, span)}; }

Passage table_of(const DocumentText& text, const Table& table) {
    Passage passage{PassageKind::tabel, 0, {}, table.rows, table.columns, table.head_rows, {}, 1.0};
    for (const Cell& cell : table.cells) {
        passage.confidence = std::min(passage.confidence, worst(text, cell.text));
        passage.cells.push_back({cell.row, cell.column, cell.row_span, cell.column_span, cell.head, text.text(cell.text)});
    }
    for (const WordSpan& footnote : table.footnotes) passage.text += (passage.text.empty() ? "" : "\n") + text.text(footnote);
    return passage;
}

/// Walks the nodes in reading order, so a part's parent is published before it.
class Publisher {
  public:
    Publisher(DocumentText& text, const std::string& file, std::vector<Article>& articles) : text_(text), file_(file), articles_(articles) {
        for (const Article& article : articles) taken_.insert(article.id);
    }

    void all() {
        for (Node& node : text_.nodes) {
            const Published form = published(node.kind);
            if (node.parent != no_parent) node.id = text_.nodes[node.parent].id;
            if (form.kind.empty()) {
                add_words(node);
            } else {
                publish(node, form);
            }
        }
    }

  private:
    struct Place {
        std::size_t article = 0;   ///< index into articles_
        std::size_t children = 0;  ///< published so far
    };

    void publish(Node& node, const Published& form) {
        const std::string parent = node.id;
        const std::string own = std::string(form.id) + "_" + safe(node.label);
        const bool inside = !parent.empty() && node.kind != NodeKind::artikel && node.kind != NodeKind::hoofdstuk;
        const std::string base = inside ? parent + "__" + own : own;
        std::string id = base;
        for (int copy = 2; !taken_.insert(id).second; ++copy) id = base + "__" + std::to_string(copy);
        node.id = id;
        if (!parent.empty()) ++places_.at(parent).children;
        places_[id] = {articles_.size(), 0};
        Article article{id, node.number.empty() ? node.label : node.number, std::string(form.kind), text_.text(node.heading), parent, {}, node.label, node.section, node.bestemming, {}};
        article.provenance = text_.place(node.heading.empty() ? node.text : node.heading);
        article.provenance.quote.clear();
        if (article.provenance.page == 0) article.provenance.page = node.page;
        article.provenance.file = file_;
        if (!node.text.empty()) article.passages.push_back(words_of(text_, PassageKind::alinea, node.text));
        articles_.push_back(std::move(article));
    }

    void add_words(const Node& node) {
        const auto place = places_.find(node.id);
        if (place == places_.end()) return;
        std::vector<Passage>& passages = articles_[place->second.article].passages;
        const auto add = [&](Passage passage) {
            passage.after = place->second.children;
            passages.push_back(std::move(passage));
        };
        if (!node.heading.empty()) add(words_of(text_, PassageKind::tussenkop, node.heading));
        if (node.table != no_parent) {
            add(table_of(text_, text_.tables[node.table]));
        } else if (!node.text.empty()) {
            add(words_of(text_, PassageKind::alinea, node.text));
        }
    }

    DocumentText& text_;
    const std::string& file_;
    std::vector<Article>& articles_;
    std::set<std::string, std::less<>> taken_;
    std::map<std::string, Place, std::less<>> places_;
};

}  // namespace

void append_articles(DocumentText& text, const std::string& file, std::vector<Article>& articles) { Publisher(text, file, articles).all(); }

}  // namespace planlezer
