// The numbered parts of a plan: hoofdstuk, paragraaf, bijlage, artikel, and lids with points ("4.2.1").
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "rules/outline/builder.hpp"
#include "rules/outline/line_shape.hpp"

namespace planlezer {
namespace {

constexpr int widest_article_gap = 60;

std::string dotted_text(const std::vector<int>& path) {
    std::string text;
    for (const int part : path) {
        if (!text.empty()) text += '.';
        text += std::to_string(part);
    }
    return text;
}

bool begins_with(const std::vector<int>& path, const std::vector<int>& start) {
    return start.size() < path.size() && std::equal(start.begin(), start.end(), path.begin());
}

/// Words that make "Artikel 4, lid 2" and "Artikel 4 van de wet" references.
bool continues_sentence(std::span<const FlowWord> words) {
    if (words.empty() || starts_upper(words)) return false;
    const std::string first = folded(words.front().text);
    return first == "lid" || first == "onder" || first == "sub" || first == "van" || first == "en" || first == "eerste" || first == "tweede" ||
           first == "t/m" || first == "of" || first == "der" || first == "juncto" || first == "jo" || first == "is" || first == "wordt";
}

}  // namespace

bool OutlineBuilder::take_structural(std::size_t i, const Label& label) {
    const Line& line = lines_[i];
    const LabelReading& reading = label.readings.front();
    const std::vector<FlowWord> words = unit(i, label.words, label.glued);
    const std::string& last = line.words[label.words - 1].text;
    if (continues_sentence(words) || last.ends_with(',') || last.ends_with(';')) return false;
    const bool marked = distinct(line);
    const bool sentence = words.size() > 14 || has_finite_verb(words) || closing_sign(words) == ';' || closing_sign(words) == ',';
    if (sentence) return false;
    if (!words.empty() && starts_lower(words) && !marked && words.size() > 6) return false;
    if (!marked && !line.starts_paragraph && target_ == Target::text && !clause_closed(lines_[i - 1].words)) return false;
    structural_seen_ = true;
    left_artikel_ = no_parent;
    switch (reading.style) {
        case LabelStyle::hoofdstuk:
            hoofdstuk_ = paragraaf_ = bijlage_ = artikel_ = no_parent;
            open_structural(NodeKind::hoofdstuk, no_parent, i, label, reading);
            hoofdstuk_ = target_node_;
            last_chapter_ = reading.value;
            out_.nodes[hoofdstuk_].number = "hoofdstuk " + reading.text;
            break;
        case LabelStyle::paragraaf:
            paragraaf_ = artikel_ = no_parent;
            open_structural(NodeKind::hoofdstuk, hoofdstuk_, i, label, reading);
            paragraaf_ = target_node_;
            out_.nodes[paragraaf_].number = "paragraaf " + reading.text;
            break;
        case LabelStyle::bijlage:
            hoofdstuk_ = paragraaf_ = bijlage_ = artikel_ = no_parent;
            open_structural(NodeKind::bijlage, no_parent, i, label, reading);
            bijlage_ = target_node_;
            out_.nodes[bijlage_].number = "bijlage " + reading.text;
            break;
        default: {
            artikel_ = no_parent;
            const std::size_t above = bijlage_ != no_parent ? bijlage_ : paragraaf_ != no_parent ? paragraaf_ : hoofdstuk_;
            open_structural(NodeKind::artikel, above, i, label, reading);
            artikel_ = target_node_;
            out_.nodes[artikel_].number = "artikel " + reading.text;
            if (reading.value > last_artikel_ + 1 && last_artikel_ > 0 && reading.value < last_artikel_ + widest_article_gap)
                flag(FlagCode::numbering_gap, "na artikel " + std::to_string(last_artikel_) + " volgt artikel " + reading.text, artikel_);
            last_artikel_ = reading.value;
            break;
        }
    }
    cursor_ = target_node_;
    paths_[target_node_] = {reading.value};
    return true;
}

/// "5 Planbeschrijving" in a type of its own: a chapter that does not say so. Outside of articles only.
bool OutlineBuilder::take_bare_chapter(std::size_t i, const Label& label) {
    const LabelReading& reading = label.readings.front();
    if (reading.style != LabelStyle::arabic || label.glued > 0 || artikel_ != no_parent || !levels_.empty()) return false;
    const std::vector<FlowWord> words = unit(i, label.words, 0);
    if (words.empty() || !distinct(lines_[i]) || !starts_upper(words) || !heading_shaped(words)) return false;
    if (reading.value != 1 && reading.value != last_chapter_ + 1) return false;
    hoofdstuk_ = paragraaf_ = bijlage_ = no_parent;
    structural_seen_ = true;
    open_structural(NodeKind::hoofdstuk, no_parent, i, label, reading);
    hoofdstuk_ = cursor_ = target_node_;
    out_.nodes[hoofdstuk_].number = "hoofdstuk " + reading.text;
    paths_[hoofdstuk_] = {reading.value};
    last_chapter_ = reading.value;
    return true;
}

void OutlineBuilder::open_structural(NodeKind kind, std::size_t parent, std::size_t i, const Label& label, const LabelReading& reading) {
    dotted_.clear();
    levels_.clear();
    major_title_ = minor_title_ = no_parent;
    const std::size_t node = open(kind, parent, lines_[i]);
    out_.nodes[node].label = reading.text;
    out_.nodes[node].repaired = reading.mended;
    const std::vector<FlowWord> words = unit(i, label.words, label.glued);
    // The name of an article may end in a point, as typewritten ones do.
    append_label(lines_[i], label);
    const std::size_t begin = out_.words.size();
    append_words(lines_[i], label.words);
    extend(node, {begin, out_.words.size()}, true);
    target_node_ = node;
    target_ = Target::heading;
    if (reading.mended) flag(FlagCode::number_repaired, "een nummer is gelezen als '" + reading.text + "'", node);
}

bool OutlineBuilder::take_dotted(std::size_t i, const Label& label) {
    const Line& line = lines_[i];
    const LabelReading& reading = label.readings.front();
    const std::vector<int>& path = reading.path;
    const std::vector<FlowWord> words = unit(i, label.words, label.glued);
    if (!words.empty() && is_unit(words.front().text)) return false;
    const bool shaped = words.empty() || heading_shaped(words);

    // "Regels" was no heading of a part but a running head: the article goes on.
    if (artikel_ == no_parent && left_artikel_ != no_parent && begins_with(path, path_of(left_artikel_)) && path.back() > 1) {
        artikel_ = left_artikel_;
        dotted_ = left_dotted_;
        major_title_ = minor_title_ = no_parent;
    }
    left_artikel_ = no_parent;

    // The deepest open part whose number this one begins with.
    std::size_t parent = no_parent;
    std::size_t keep = 0;
    for (std::size_t d = dotted_.size(); d > 0; --d) {
        if (begins_with(path, path_of(dotted_[d - 1]))) {
            parent = dotted_[d - 1];
            keep = d;
            break;
        }
    }
    if (parent == no_parent && artikel_ != no_parent && begins_with(path, path_of(artikel_))) parent = artikel_;
    if (parent == no_parent && artikel_ == no_parent && hoofdstuk_ != no_parent && begins_with(path, path_of(hoofdstuk_))) parent = hoofdstuk_;

    const int before = parent == no_parent ? 0 : last_child_[parent];
    const bool next = parent != no_parent && reading.value == before + 1;
    // Inside a paragraph only the next number counts, or a long one that begins a sentence behind a closed clause.
    const bool fresh = parent == no_parent && path.size() >= 3 && starts_upper(words) && i > 0 &&
                       (closing_sign(lines_[i - 1].words) == ';' || closing_sign(lines_[i - 1].words) == '.');
    if (!line.starts_paragraph && !next && !fresh) return false;
    if (!line.starts_paragraph && expects_more(lines_[i - 1].words)) return false;
    if (parent != no_parent && reading.value <= before && !shaped) return false;
    if (parent == no_parent && structural_seen_ && !shaped && !starts_upper(words)) return false;

    const bool excerpt = !structural_seen_;
    structural_seen_ = true;
    dotted_.resize(keep);
    // Another article begins without its heading: its lids do not belong to the one before.
    if (parent == no_parent) artikel_ = artikel_ != no_parent && path_of(artikel_).front() == path.front() ? artikel_ : no_parent;
    const std::size_t above = parent != no_parent ? parent : artikel_ != no_parent ? artikel_ : bijlage_ != no_parent ? bijlage_ : hoofdstuk_;
    const std::size_t title = minor_title_ != no_parent ? minor_title_ : major_title_;
    const bool below_title = title != no_parent && above != no_parent && out_.nodes[title].parent == above;
    if (!below_title) major_title_ = minor_title_ = no_parent;
    levels_.clear();
    const std::size_t node = open(NodeKind::lid, below_title ? title : above, line);
    out_.nodes[node].label = reading.text;
    out_.nodes[node].number = reading.text;
    out_.nodes[node].repaired = reading.mended;
    fill(node, i, label, true);
    dotted_.push_back(node);
    paths_[node] = path;
    cursor_ = node;
    if (reading.mended) flag(FlagCode::number_repaired, "'" + line.words.front().text + "' is gelezen als '" + reading.text + "'", node);
    check_dotted_gap(node, parent, path, excerpt);
    return true;
}

/// Flags lids that are missing before this one. Without a part around it, it is compared with the lid before it.
void OutlineBuilder::check_dotted_gap(std::size_t node, std::size_t parent, const std::vector<int>& path, bool excerpt) {
    int before = 0;
    if (parent != no_parent) {
        before = last_child_[parent];
        last_child_[parent] = std::max(before, path.back());
    } else if (last_loose_.size() == path.size() && std::equal(path.begin(), path.end() - 1, last_loose_.begin())) {
        before = last_loose_.back();
    }
    if (parent == no_parent) last_loose_ = path;
    if (path.back() <= before + 1) return;
    if (before > 0) {
        std::vector<int> previous = path;
        previous.back() = before;
        flag(FlagCode::numbering_gap, "na " + dotted_text(previous) + " volgt " + dotted_text(path), node);
    } else if (parent != no_parent && !excerpt) {
        flag(FlagCode::numbering_gap, "het eerste lid hier is " + dotted_text(path), node);
    }
}

}  // namespace planlezer
