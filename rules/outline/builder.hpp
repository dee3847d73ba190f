// Walks the lines of a document once and grows the nodes of its outline; used by outline.cpp only.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rules/layout/line.hpp"
#include "rules/outline/label.hpp"
#include "rules/outline/list_levels.hpp"
#include "schemas/model/document_text.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer {

class OutlineBuilder {
  public:
    /// `contents` says for every line whether it stands in a table of contents.
    OutlineBuilder(const std::vector<Line>& lines, const std::vector<bool>& contents, const Sections& sections);
    [[nodiscard]] DocumentText build();
    /// For every flag of what was built, the node it is about.
    [[nodiscard]] const std::vector<std::size_t>& flag_nodes() const { return flag_nodes_; }

  private:
    /// Where the next words go.
    enum class Target { none, heading, text };

    void take(std::size_t i);
    void take_contents(std::size_t i);
    void take_table(const Line& line);
    bool take_structural(std::size_t i, const Label& label);
    bool take_dotted(std::size_t i, const Label& label);
    bool take_list_item(std::size_t i, const Label& label);
    bool take_title(std::size_t i);
    bool take_bare_chapter(std::size_t i, const Label& label);
    void take_paragraph(std::size_t i);
    void take_continuation(std::size_t i);
    void flush_footnotes();
    /// Closes all parts that are open.
    void leave_all();

    /// Opens a node under `parent` and makes it the place where words go.
    std::size_t open(NodeKind kind, std::size_t parent, const Line& line);
    void open_structural(NodeKind kind, std::size_t parent, std::size_t i, const Label& label, const LabelReading& reading);
    /// Appends the words of a line from `from` on, with the label before them when there is one.
    void append_label(const Line& line, const Label& label);
    WordSpan append_words(const Line& line, std::size_t from);
    void fill(std::size_t node, std::size_t i, const Label& label, bool may_head);
    void extend(std::size_t node, WordSpan span, bool heading);

    /// The words of the paragraph that starts at line `i` behind `label`, at most as many as a heading may have and one.
    [[nodiscard]] std::vector<FlowWord> unit(std::size_t i, std::size_t skip_words, std::size_t glued) const;
    [[nodiscard]] bool may_start(std::size_t i) const;
    [[nodiscard]] bool plain_start(std::size_t i) const;
    [[nodiscard]] bool continues_flush(std::size_t i) const;
    [[nodiscard]] bool opens_part(std::size_t i) const;
    [[nodiscard]] bool distinct(const Line& line) const;
    [[nodiscard]] std::size_t base() const;
    [[nodiscard]] std::size_t under() const;
    [[nodiscard]] std::vector<int> path_of(std::size_t node) const;
    [[nodiscard]] std::size_t paragraph_parent(const Line& line) const;
    [[nodiscard]] LabelContext context(std::size_t i);
    [[nodiscard]] bool hangs_in_list(std::size_t i) const;
    /// The lid number that lost its points in OCR: "423" for 4.2.3.
    [[nodiscard]] std::optional<Label> pointless_number(std::size_t i) const;
    [[nodiscard]] bool is_next(const std::vector<int>& path) const;
    void learn_numbers();
    std::size_t adopt_unlabelled(const ListLevel& level, int missing);
    void set_list_number(std::size_t node, const LabelReading& reading);
    void flag(FlagCode code, std::string detail, std::size_t node);
    void check_dotted_gap(std::size_t node, std::size_t parent, const std::vector<int>& path, bool excerpt);

    const std::vector<Line>& lines_;
    const std::vector<bool>& contents_;
    const Sections& sections_;
    DocumentText out_;
    std::vector<std::size_t> flag_nodes_;
    std::vector<std::optional<Label>> labels_;  ///< by line
    std::set<std::vector<int>> numbers_;        ///< all numbers with points that stand in the text, also in references
    std::vector<Label> ahead_;
    double body_size_ = 0;                      ///< the most common font size, points

    std::size_t hoofdstuk_ = no_parent;
    std::size_t paragraaf_ = no_parent;
    std::size_t bijlage_ = no_parent;
    std::size_t artikel_ = no_parent;
    std::vector<std::size_t> dotted_;           ///< open lids "4.2", "4.2.1"
    std::size_t left_artikel_ = no_parent;      ///< open before a heading closed all; its next lid opens it again
    std::vector<std::size_t> left_dotted_;
    std::size_t major_title_ = no_parent;       ///< an open unnumbered heading that tells a section
    std::size_t minor_title_ = no_parent;       ///< one that does not, below it
    std::vector<ListLevel> levels_;
    std::size_t cursor_ = no_parent;            ///< under which a new list opens
    std::size_t target_node_ = no_parent;
    Target target_ = Target::none;
    bool structural_seen_ = false;
    std::vector<std::size_t> footnotes_;        ///< lines, waiting for the end of the paragraph
    std::map<std::size_t, int> last_child_;     ///< value of the last numbered child of a node
    std::map<std::size_t, std::vector<int>> paths_;
    std::vector<int> last_loose_;               ///< the last lid without a part around it
    int last_artikel_ = 0;
    int last_chapter_ = 0;
};

}  // namespace planlezer
