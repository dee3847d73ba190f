#include "rules/assemble/articles.hpp"

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

}  // namespace

void append_articles(const DocumentText& text, const std::string& file, std::vector<Article>& articles) {
    std::set<std::string, std::less<>> taken;
    for (const Article& article : articles) taken.insert(article.id);
    std::map<std::size_t, std::string> id_of;  // by node
    for (std::size_t at = 0; at < text.nodes.size(); ++at) {
        const Node& node = text.nodes[at];
        std::string parent;
        for (std::size_t up = node.parent; up != no_parent && parent.empty(); up = text.nodes[up].parent) {
            const auto known = id_of.find(up);
            if (known != id_of.end()) parent = known->second;
        }
        const Published form = published(node.kind);
        if (form.kind.empty()) continue;
        const std::string own = std::string(form.id) + "_" + safe(node.label);
        const bool inside = !parent.empty() && node.kind != NodeKind::artikel && node.kind != NodeKind::hoofdstuk;
        const std::string base = inside ? parent + "__" + own : own;
        std::string id = base;
        for (int copy = 2; !taken.insert(id).second; ++copy) id = base + "__" + std::to_string(copy);
        id_of[at] = id;
        Article article{id, node.number.empty() ? node.label : node.number, std::string(form.kind), text.text(node.heading), parent, {}};
        const WordSpan span = node.heading.empty() ? node.text : node.heading;
        article.provenance = text.place(span);
        article.provenance.quote.clear();
        if (article.provenance.page == 0) article.provenance.page = node.page;
        article.provenance.file = file;
        articles.push_back(std::move(article));
    }
}

}  // namespace planlezer
