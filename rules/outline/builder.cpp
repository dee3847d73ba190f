#include "rules/outline/builder.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "rules/outline/line_shape.hpp"

namespace planlezer {
namespace {

constexpr std::size_t longest_unit = 40;       ///< words looked at to judge a heading
constexpr double text_indent_slack = 4;        ///< points

/// A word cut in two at a byte: the number and what was glued to it. The box is shared out by letters.
std::pair<FlowWord, FlowWord> cut(const FlowWord& word, std::size_t at) {
    FlowWord first = word;
    FlowWord second = word;
    first.text = word.text.substr(0, at);
    second.text = word.text.substr(at);
    second.line_start = false;
    if (word.boxes.size() == 1) {
        const Box& box = word.boxes.front();
        const double x = box.x0 + box.width() * static_cast<double>(at) / static_cast<double>(word.text.size());
        first.boxes.front().x1 = x;
        second.boxes.front().x0 = x;
    }
    first.second_reading.clear();
    second.second_reading.clear();
    return {std::move(first), std::move(second)};
}

double common_font_size(const std::vector<Line>& lines) {
    std::map<long, std::size_t> counts;
    for (const Line& line : lines) {
        if (line.font_size > 0) counts[std::lround(line.font_size * 2)] += line.words.size();
    }
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : static_cast<double>(most->first) / 2;
}

}  // namespace

OutlineBuilder::OutlineBuilder(const std::vector<Line>& lines, const std::vector<bool>& contents, const Sections& sections)
    : lines_(lines), contents_(contents), sections_(sections), body_size_(common_font_size(lines)) {
    labels_.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        labels_.push_back(contents_[i] || lines[i].footnote ? std::nullopt : read_label(lines[i]));
    }
    learn_numbers();
}

DocumentText OutlineBuilder::build() {
    for (std::size_t i = 0; i < lines_.size(); ++i) take(i);
    flush_footnotes();
    return std::move(out_);
}

void OutlineBuilder::take(std::size_t i) {
    const Line& line = lines_[i];
    if (line.words.empty()) return;
    if (line.footnote) {
        footnotes_.push_back(i);
        return;
    }
    if (contents_[i]) return take_contents(i);
    if (line.table) return take_table(line);
    if (line.words.front().origin == TextOrigin::ocr && may_start(i)) {
        if (const auto label = pointless_number(i); label && take_dotted(i, *label)) return;
    }
    if (labels_[i] && may_start(i) && !opens_part(i)) {
        const Label& label = *labels_[i];
        const LabelStyle style = label.readings.front().style;
        if (style == LabelStyle::dotted ? take_dotted(i, label) : is_structural(style) ? take_structural(i, label) : take_bare_chapter(i, label) || take_list_item(i, label)) return;
    }
    if (plain_start(i)) {
        if (!take_title(i)) take_paragraph(i);
        return;
    }
    take_continuation(i);
}

/// "III BIJLAGEN", "II. Regels": a heading of a part, not an item of a list.
bool OutlineBuilder::opens_part(std::size_t i) const {
    const LabelStyle style = labels_[i]->readings.front().style;
    if (is_structural(style) || style == LabelStyle::dash || lines_[i].words.size() > 8) return false;
    return sections_.of_part(lines_[i].words).has_value();
}

bool OutlineBuilder::plain_start(std::size_t i) const {
    const Line& line = lines_[i];
    if (target_ == Target::none || target_node_ == no_parent) return true;
    if (!line.starts_paragraph) return false;
    if (target_ == Target::heading) return true;
    // A sentence that is not at its end goes on, whatever the white space says.
    const Node& node = out_.nodes[target_node_];
    if (node.text.empty()) return true;
    const std::span<const FlowWord> before = std::span<const FlowWord>(out_.words).subspan(node.text.begin, node.text.size());
    if (before.size() < 2 || !starts_lower(line.words)) return true;
    const char end = closing_sign(before);
    return end == '.' || end == ';' || end == ':' || (end == ',' && line.gap > 0.5 * line.box.height());
}

/// Whether a label may stand here: at a paragraph's start, or where the clause before it is closed.
bool OutlineBuilder::may_start(std::size_t i) const {
    if (i == 0 || target_ == Target::none || lines_[i].starts_paragraph) {
        // "... bedoeld in lid" + "4.2.1" on a line of its own is a reference, unless white space says otherwise.
        if (i == 0 || target_ != Target::text || lines_[i].gap > 0.7 * lines_[i].box.height()) return true;
        return !expects_more(lines_[i - 1].words);
    }
    if (target_ == Target::heading) return true;
    return clause_closed(lines_[i - 1].words) || continues_flush(i);
}

void OutlineBuilder::take_contents(std::size_t i) {
    const Line& line = lines_[i];
    const bool first = i == 0 || !contents_[i - 1];
    if (first) {
        flush_footnotes();
        const std::size_t node = open(NodeKind::titel, no_parent, line);
        out_.nodes[node].section = SectionRole::contents;
        if (sections_.of_heading(line.words) == SectionRole::contents) {
            extend(node, append_words(line, 0), true);
            return;
        }
    }
    std::size_t title = out_.nodes.size() - 1;
    if (out_.nodes[title].parent != no_parent) title = out_.nodes[title].parent;
    const std::size_t entry = open(NodeKind::alinea, title, line);
    out_.nodes[entry].section = SectionRole::contents;
    extend(entry, append_words(line, 0), false);
    target_ = Target::none;
}

void OutlineBuilder::take_table(const Line& line) {
    flush_footnotes();
    const bool announced = !out_.words.empty() && target_ == Target::text && closing_sign(std::span<const FlowWord>(&out_.words.back(), 1)) == ':';
    const std::size_t node = open(NodeKind::tabel, announced ? target_node_ : paragraph_parent(line), line);
    const std::size_t begin = out_.words.size();
    append_words(line, 0);
    Table table = *line.table;
    const auto shift = [&](WordSpan& span) {
        span.begin = std::min(span.begin, line.words.size()) + begin;
        span.end = std::min(span.end, line.words.size()) + begin;
    };
    for (Cell& cell : table.cells) shift(cell.text);
    for (WordSpan& note : table.footnotes) shift(note);
    out_.nodes[node].table = out_.tables.size();
    if (!table.understood) flag(FlagCode::table_head_unclear, {}, node);
    if (!table.understood) out_.flags.back().provenance = out_.place({begin, out_.words.size()});
    out_.tables.push_back(std::move(table));
    target_ = Target::none;
}

void OutlineBuilder::flush_footnotes() {
    if (footnotes_.empty()) return;
    const std::vector<std::size_t> waiting = std::exchange(footnotes_, {});
    const std::size_t parent = cursor_;
    for (const std::size_t i : waiting) {
        const std::size_t node = out_.nodes.size();
        Node note;
        note.kind = NodeKind::alinea;
        note.parent = parent;
        note.depth = parent == no_parent ? 0 : std::min(out_.nodes[parent].depth + 1, max_outline_depth);
        note.number = parent == no_parent ? "" : out_.nodes[parent].number;
        note.page = lines_[i].page;
        out_.nodes.push_back(std::move(note));
        out_.nodes[node].text = append_words(lines_[i], 0);
    }
}

std::size_t OutlineBuilder::open(NodeKind kind, std::size_t parent, const Line& line) {
    flush_footnotes();
    while (parent != no_parent && out_.nodes[parent].depth >= max_outline_depth) parent = out_.nodes[parent].parent;
    Node node;
    node.kind = kind;
    node.parent = parent;
    node.depth = parent == no_parent ? 0 : out_.nodes[parent].depth + 1;
    node.number = parent == no_parent ? "" : out_.nodes[parent].number;
    node.page = line.page;
    out_.nodes.push_back(std::move(node));
    target_node_ = out_.nodes.size() - 1;
    target_ = Target::text;
    return target_node_;
}

WordSpan OutlineBuilder::append_words(const Line& line, std::size_t at) {
    WordSpan span{out_.words.size(), out_.words.size()};
    for (std::size_t w = at; w < line.words.size(); ++w) {
        out_.words.push_back(line.words[w]);
        out_.words.back().line_start = w == 0;
    }
    span.end = out_.words.size();
    return span;
}

/// The label's words; of a glued word only its number, the rest is left for append_words through `rest`.
void OutlineBuilder::append_label(const Line& line, const Label& label) {
    for (std::size_t w = 0; w < label.words && w < line.words.size(); ++w) {
        const FlowWord& word = line.words[w];
        const bool last = w + 1 == label.words;
        out_.words.push_back(last && label.glued > 0 ? cut(word, label.glued).first : word);
        out_.words.back().line_start = w == 0;
    }
}

void OutlineBuilder::extend(std::size_t node, WordSpan span, bool heading) {
    if (span.empty()) return;
    WordSpan& own = heading ? out_.nodes[node].heading : out_.nodes[node].text;
    if (own.empty()) {
        own = span;
    } else {
        own.end = span.end;
    }
}

/// The words behind a label: heading or text of its node.
void OutlineBuilder::fill(std::size_t node, std::size_t i, const Label& label, bool may_head) {
    const Line& line = lines_[i];
    const std::vector<FlowWord> words = unit(i, label.words, label.glued);
    append_label(line, label);
    const std::size_t begin = out_.words.size();
    if (label.glued > 0) out_.words.push_back(cut(line.words[label.words - 1], label.glued).second);
    append_words(line, label.words);
    const bool heading = may_head && heading_shaped(words);
    extend(node, {begin, out_.words.size()}, heading);
    target_node_ = node;
    target_ = heading || (may_head && words.empty()) ? Target::heading : Target::text;
}

std::vector<FlowWord> OutlineBuilder::unit(std::size_t i, std::size_t skip_words, std::size_t glued) const {
    std::vector<FlowWord> words;
    const Line& first = lines_[i];
    if (glued > 0) words.push_back(cut(first.words[skip_words - 1], glued).second);
    for (std::size_t w = skip_words; w < first.words.size(); ++w) words.push_back(first.words[w]);
    for (std::size_t j = i + 1; j < lines_.size() && words.size() < longest_unit; ++j) {
        if (lines_[j].starts_paragraph || lines_[j].footnote || lines_[j].table || contents_[j]) break;
        words.insert(words.end(), lines_[j].words.begin(), lines_[j].words.end());
    }
    return words;
}

bool OutlineBuilder::distinct(const Line& line) const {
    return line.bold || line.italic || line.underlined || (body_size_ > 0 && line.font_size > body_size_ * 1.08) || all_capitals(line.words);
}

/// The deepest open numbered part.
std::size_t OutlineBuilder::base() const {
    if (!dotted_.empty()) return dotted_.back();
    if (artikel_ != no_parent) return artikel_;
    if (bijlage_ != no_parent) return bijlage_;
    if (paragraaf_ != no_parent) return paragraaf_;
    return hoofdstuk_;
}

/// The same, or the unnumbered heading that is open in it.
std::size_t OutlineBuilder::under() const {
    if (minor_title_ != no_parent) return minor_title_;
    if (major_title_ != no_parent) return major_title_;
    return base();
}

std::vector<int> OutlineBuilder::path_of(std::size_t node) const {
    const auto found = paths_.find(node);
    return found == paths_.end() ? std::vector<int>{} : found->second;
}

void OutlineBuilder::flag(FlagCode code, std::string detail, std::size_t node) {
    Flag flag;
    flag.code = code;
    flag.detail = std::move(detail);
    const Node& at = out_.nodes[node];
    const WordSpan span = !at.heading.empty() ? at.heading : at.text;
    if (!span.empty()) flag.provenance = out_.place(span);
    out_.flags.push_back(std::move(flag));
    flag_nodes_.push_back(node);
}

bool OutlineBuilder::take_title(std::size_t i) {
    const Line& line = lines_[i];
    const std::vector<FlowWord> words = unit(i, 0, 0);
    if (!heading_shaped(words)) return false;
    const bool marked = distinct(line);
    const auto told = sections_.of_heading(words);
    if (!starts_upper(words) && !(marked && starts_lower(words))) return false;
    if (!marked && !told) {
        if (words.size() > 8 || closing_sign(words) == ':') return false;
        // Inside running lists a short line is more likely the rest of an item.
        if (i + 1 >= lines_.size() || target_ == Target::none) return false;
        const Node& before = out_.nodes[target_node_];
        if (before.kind == NodeKind::onderdeel && !before.text.empty() &&
            !clause_closed(std::span<const FlowWord>(out_.words).subspan(before.text.begin, before.text.size())))
            return false;
    }
    // The name of an article on the line below its number ("Artikel 4" / "Woondoeleinden").
    if (target_ == Target::heading && target_node_ != no_parent && out_.nodes[target_node_].heading.empty() &&
        out_.nodes[target_node_].text.empty()) {
        extend(target_node_, append_words(line, 0), true);
        return true;
    }
    // "Regels", "Toelichting": what follows belongs to nothing before.
    const auto part = sections_.of_part(words);
    if (part) leave_all();
    const bool major = told.has_value() || part.has_value();
    const std::size_t parent = major || major_title_ == no_parent ? base() : major_title_;
    const std::size_t node = open(NodeKind::titel, parent, line);
    extend(node, append_words(line, 0), true);
    target_ = Target::heading;
    (major ? major_title_ : minor_title_) = node;
    if (major) minor_title_ = no_parent;
    cursor_ = node;
    // A list that goes on below the heading hangs under it.
    for (ListLevel& level : levels_) {
        if (level.style == LabelStyle::arabic || level.style == LabelStyle::upper || level.style == LabelStyle::lid) level.parent = node;
    }
    return true;
}

void OutlineBuilder::leave_all() {
    if (artikel_ != no_parent) {
        left_artikel_ = artikel_;
        left_dotted_ = dotted_;
    }
    hoofdstuk_ = paragraaf_ = bijlage_ = artikel_ = no_parent;
    major_title_ = minor_title_ = no_parent;
    dotted_.clear();
    levels_.clear();
    last_artikel_ = 0;
}

/// Under which node a paragraph hangs that follows a list: by its indent under the item it belongs to, else under the
/// numbered part around the list.
std::size_t OutlineBuilder::paragraph_parent(const Line& line) const {
    for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
        if (line.indent > level->indent + text_indent_slack) return level->node;
    }
    // A lid that is numbered like a list ("2.") holds its lists as "4.2" does.
    if (!levels_.empty() && out_.nodes[levels_.front().node].kind == NodeKind::lid && (under() == no_parent || under() < levels_.front().node))
        return levels_.front().node;
    return under();
}

void OutlineBuilder::take_paragraph(std::size_t i) {
    const Line& line = lines_[i];
    // The first paragraph of a node without text is its own.
    if (target_node_ != no_parent && target_ == Target::heading && out_.nodes[target_node_].text.empty()) {
        extend(target_node_, append_words(line, 0), false);
        target_ = Target::text;
        cursor_ = target_node_;
        return;
    }
    const std::size_t node = open(NodeKind::alinea, paragraph_parent(line), line);
    extend(node, append_words(line, 0), false);
    cursor_ = node;
}

void OutlineBuilder::take_continuation(std::size_t i) {
    const Line& line = lines_[i];
    if (target_ == Target::heading) {
        // A heading over more lines, or the first words of a text that the layout did not set apart.
        const std::vector<FlowWord> rest = unit(i, 0, 0);
        const bool goes_on = heading_shaped(rest) && (i == 0 || lines_[i - 1].bold == line.bold) && rest.size() <= 8;
        extend(target_node_, append_words(line, 0), goes_on);
        if (!goes_on) target_ = Target::text;
        return;
    }
    extend(target_node_, append_words(line, 0), false);
}

}  // namespace planlezer
