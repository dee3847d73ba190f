// The items of lists: where a label belongs among the open lists, and items whose labels were lost.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "rules/outline/builder.hpp"
#include "rules/outline/line_shape.hpp"

namespace planlezer {
namespace {

constexpr std::size_t labels_ahead = 12;       ///< list labels looked at to judge one
constexpr std::size_t lines_ahead = 120;
constexpr std::size_t most_levels = 24;        ///< open lists; the outermost is forgotten beyond
constexpr double same_indent = 4;              ///< points

std::span<const FlowWord> from(const std::vector<FlowWord>& words, std::size_t at) {
    return std::span<const FlowWord>(words).subspan(std::min(at, words.size()));
}

bool ends_in_number(const Line& line) {
    const std::string plain = folded(line.words.back().text);
    return !plain.empty() && plain.find_first_not_of("0123456789.,") == std::string::npos;
}

}  // namespace

/// The next item of an open list, right below its labels: an item even where the one before has no sign at its end.
bool OutlineBuilder::continues_flush(std::size_t i) const {
    if (!labels_[i] || expects_more(lines_[i - 1].words)) return false;
    const LabelReading& reading = labels_[i]->readings.front();
    const bool dash = reading.style == LabelStyle::dash;
    if (!dash && labels_[i]->close == LabelClose::none) return false;
    return std::any_of(levels_.begin(), levels_.end(), [&](const ListLevel& level) {
        return level.style == reading.style && (dash || reading.value == level.value + 1) && std::abs(level.indent - lines_[i].indent) < same_indent;
    });
}

LabelContext OutlineBuilder::context(std::size_t i) {
    ahead_.clear();
    for (std::size_t j = i + 1; j < lines_.size() && j < i + lines_ahead && ahead_.size() < labels_ahead; ++j) {
        if (!labels_[j]) continue;
        if (is_structural(labels_[j]->readings.front().style) && lines_[j].starts_paragraph) break;
        if (!is_structural(labels_[j]->readings.front().style) && (lines_[j].starts_paragraph || clause_closed(lines_[j - 1].words))) ahead_.push_back(*labels_[j]);
    }
    LabelContext context;
    context.ahead = ahead_;
    context.indent = lines_[i].indent;
    context.sure_start = lines_[i].starts_paragraph || (i > 0 && hangs_in_list(i));
    context.marked = distinct(lines_[i]) && starts_upper(from(lines_[i].words, 1));
    context.excerpt = !structural_seen_;
    if (!out_.words.empty()) context.after_colon = closing_sign(std::span<const FlowWord>(&out_.words.back(), 1)) == ':';
    return context;
}

/// The line before ends a clause, and this one begins where the items of an open list do.
bool OutlineBuilder::hangs_in_list(std::size_t i) const {
    if (continues_flush(i)) return true;
    const char end = closing_sign(lines_[i - 1].words);
    // In an excerpt the list that goes on may have begun before the text does.
    if (end == ';' && !structural_seen_ && labels_[i]->close != LabelClose::none) return true;
    if (end != ';' && end != '.' && end != ':') return false;
    return std::any_of(levels_.begin(), levels_.end(), [&](const ListLevel& level) { return std::abs(level.indent - lines_[i].indent) < same_indent; });
}

bool OutlineBuilder::take_list_item(std::size_t i, const Label& label) {
    const Line& line = lines_[i];
    const bool alone = line.words.size() <= label.words && label.glued == 0;
    if (alone && (i + 1 >= lines_.size() || label.close == LabelClose::none)) return false;
    if (!alone && label.close == LabelClose::none && label.readings.front().style == LabelStyle::arabic && is_unit(line.words[1].text)) return false;
    // "... ten hoogste 10" + "m." on the next line is a measure.
    if (i > 0 && label.words == 1 && is_unit(line.words.front().text) && ends_in_number(lines_[i - 1])) return false;
    const auto place = place_label(label, levels_, context(i));
    if (!place) return false;
    std::size_t parent = cursor_;
    const std::size_t adopted = place->level && place->skipped > 0 ? adopt_unlabelled(levels_[*place->level], place->skipped) : 0;
    if (place->outermost) {
        levels_.clear();
        parent = under();
    }
    if (place->level) {
        levels_.resize(*place->level + 1);
        parent = levels_.back().parent;
    } else {
        if (parent == no_parent) parent = under();
        if (levels_.size() >= most_levels) levels_.erase(levels_.begin());
        levels_.push_back({place->reading.style, label.close, 0, 0, parent, line.indent});
    }
    const bool numbered_lid = place->reading.style != LabelStyle::dash && place->reading.style != LabelStyle::lower &&
                              place->reading.style != LabelStyle::roman_lower && artikel_ != no_parent && dotted_.empty() && levels_.size() == 1;
    const std::size_t node = open(numbered_lid ? NodeKind::lid : NodeKind::onderdeel, parent, line);
    Node& made = out_.nodes[node];
    made.label = place->reading.text;
    made.repaired = place->mended;
    set_list_number(node, place->reading);
    ListLevel& level = levels_.back();
    const int before = level.value;
    level.value = place->reading.value;
    level.node = node;
    level.indent = line.indent;
    const bool may_head = numbered_lid || distinct(line) || place->reading.style == LabelStyle::upper ||
                          sections_.of_heading(unit(i, label.words, label.glued)).has_value();
    fill(node, i, label, may_head && starts_upper(from(line.words, label.words)));
    cursor_ = node;
    const std::string kind = numbered_lid ? "lid" : "onderdeel";
    if (adopted > 0) {
        // Said of the items that were adopted.
    } else if (place->skipped > 0 && place->level)
        flag(FlagCode::numbering_gap, "na " + kind + " " + (before > 0 && place->reading.style == LabelStyle::lower ? letter_label(before) : std::to_string(before)) +
                                          " volgt " + kind + " " + place->reading.text, node);
    else if (place->skipped > 0)
        flag(FlagCode::numbering_gap, "een lijst begint met " + kind + " " + place->reading.text, node);
    if (place->doubled) flag(FlagCode::numbering_gap, kind + " " + place->reading.text + " staat er twee keer", node);
    if (place->mended) flag(FlagCode::number_repaired, "'" + label.readings.front().text + "' is gelezen als '" + place->reading.text + "'", node);
    return true;
}

/// Items whose labels OCR lost: as many paragraphs behind the last item of a list as are missing before the next one
/// become those items. Returns how many; all or none.
std::size_t OutlineBuilder::adopt_unlabelled(const ListLevel& level, int missing) {
    if (level.style == LabelStyle::dash) return 0;
    std::vector<std::size_t> loose;
    for (std::size_t i = level.node + 1; i < out_.nodes.size(); ++i) {
        const Node& node = out_.nodes[i];
        if (node.kind == NodeKind::tabel) continue;
        if (node.kind != NodeKind::alinea || node.text.empty()) return 0;
        const std::string first = folded(out_.words[node.text.begin].text);
        if (first == "met" || first == "mits" || first == "waarbij" || first == "een" || first == "en" || first == "alsmede" || first == "tenzij") return 0;
        loose.push_back(i);
    }
    if (loose.size() != static_cast<std::size_t>(missing)) return 0;
    int value = level.value;
    for (const std::size_t i : loose) {
        Node& node = out_.nodes[i];
        node.kind = out_.nodes[level.node].kind;
        node.parent = level.parent;
        node.depth = level.parent == no_parent ? 0 : out_.nodes[level.parent].depth + 1;
        node.number = level.parent == no_parent ? "" : out_.nodes[level.parent].number;
        node.repaired = true;
        ++value;
        const LabelReading reading{level.style, value, {}, label_text(level.style, value), true};
        node.label = reading.text;
        // What is left of the label itself ("ec.") is no text.
        const std::string& first = out_.words[node.text.begin].text;
        if (first.size() <= 3 && node.text.size() > 1 && (first.size() == 1 || first.ends_with('.') || first.ends_with(')'))) ++node.text.begin;
        set_list_number(i, reading);
        flag(FlagCode::number_repaired, "'" + node.label + "', de letter of het cijfer was niet te lezen", i);
    }
    return loose.size();
}

void OutlineBuilder::set_list_number(std::size_t node, const LabelReading& reading) {
    Node& made = out_.nodes[node];
    if (reading.style == LabelStyle::dash) return;
    const std::string above = made.number;
    if (made.kind == NodeKind::lid) {
        made.number = (above.empty() ? "" : above + " ") + "lid " + reading.text;
    } else if (above.find("onder ") != std::string::npos) {
        made.number = above + ", sub " + reading.text;
    } else {
        made.number = (above.empty() ? "" : above + " ") + "onder " + reading.text;
    }
}

}  // namespace planlezer
