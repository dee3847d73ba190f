#include "schemas/omgevingsplan/write/xml_writer.hpp"

#include <libxml/parser.h>
#include <libxml/xmlwriter.h>

#include <stdexcept>

#include "schemas/omgevingsplan/write/xml_text.hpp"

namespace planlezer::omgevingsplan {

namespace {

const xmlChar* as_xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

int append(void* bytes, const char* more, int length) {
    static_cast<std::string*>(bytes)->append(more, static_cast<std::size_t>(length));
    return length;
}

int nothing_to_close(void*) { return 0; }

/// libxml2 fails only without memory or when elements do not fit into one another.
void check(int result) {
    if (result < 0) throw std::runtime_error("libxml2 kan de XML niet schrijven");
}

}  // namespace

void XmlWriter::Free::operator()(_xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }

XmlWriter::XmlWriter(int depth) : bytes_(std::make_unique<std::string>()), depth_(depth), document_(false) {
    static const bool ready = (xmlInitParser(), true);  // once, before threads write side by side
    static_cast<void>(ready);
    xmlOutputBuffer* buffer = xmlOutputBufferCreateIO(append, nothing_to_close, bytes_.get(), nullptr);
    writer_.reset(xmlNewTextWriter(buffer));  // which owns the buffer
    if (!writer_) throw std::runtime_error("libxml2 kan geen XML schrijven");
}

XmlWriter::XmlWriter() : XmlWriter(0) {
    document_ = true;
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

void XmlWriter::new_line() { raw("\n" + std::string(static_cast<std::size_t>(depth_), ' ')); }

void XmlWriter::open_block(const char* name) {
    if (!holds_blocks_.empty()) holds_blocks_.back() = true;
    new_line();
    open(name);
}

void XmlWriter::open(const char* name) {
    check(xmlTextWriterStartElement(writer_.get(), as_xml(name)));
    holds_blocks_.push_back(false);
    ++depth_;
}

void XmlWriter::close() {
    --depth_;
    if (holds_blocks_.back()) new_line();
    holds_blocks_.pop_back();
    check(xmlTextWriterEndElement(writer_.get()));
}

void XmlWriter::leaf(const char* name, std::string_view content) {
    block(name, [&] { text(content); });
}

void XmlWriter::attribute(const char* name, std::string_view value) {
    check(xmlTextWriterWriteAttribute(writer_.get(), as_xml(name), as_xml(xml_text(value).c_str())));
}

void XmlWriter::text(std::string_view text) { check(xmlTextWriterWriteString(writer_.get(), as_xml(xml_text(text).c_str()))); }

void XmlWriter::processing_instruction(const char* target, const std::string& content) {
    new_line();
    check(xmlTextWriterWritePI(writer_.get(), as_xml(target), as_xml(content.c_str())));
}

void XmlWriter::raw(std::string_view xml) {
    check(xmlTextWriterWriteRawLen(writer_.get(), as_xml(xml.data()), static_cast<int>(xml.size())));
}

std::size_t XmlWriter::size() {
    check(xmlTextWriterFlush(writer_.get()));
    return bytes_->size();
}

std::string XmlWriter::take() {
    if (document_) raw("\n");
    writer_.reset();  // flushes
    return std::move(*bytes_);
}

}  // namespace planlezer::omgevingsplan
