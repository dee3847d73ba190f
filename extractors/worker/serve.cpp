#include "extractors/worker/serve.hpp"

#include <unistd.h>

#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <utility>

#include "extractors/document_reader.hpp"
#include "extractors/wire/messages.hpp"

namespace planlezer {

namespace {

class Server {
  public:
    explicit Server(OcrEngine& engine) : engine_(engine) {}

    wire::Reply answer(const wire::OpenRequest&, int descriptor) {
        document_.reset();
        if (descriptor < 0) return Failure{0, FailureKind::unreadable, "Het bestand kon niet worden geopend."};
        auto bytes = FileBytes::map(descriptor);
        if (!bytes) return Failure{0, FailureKind::limit_exceeded, "Het bestand is te groot of is geen gewoon bestand. Splits het in delen."};
        try {
            auto opened = open_document(std::move(*bytes), engine_);
            if (auto* failure = std::get_if<Failure>(&opened)) return std::move(*failure);
            document_ = std::move(std::get<std::unique_ptr<DocumentReader>>(opened));
            return document_->info();
        } catch (const std::bad_alloc&) {
            return Failure{0, FailureKind::limit_exceeded, "Het bestand vraagt te veel geheugen. Splits het in delen."};
        } catch (const std::exception&) {
            return Failure{0, FailureKind::unreadable, "Het bestand is beschadigd en kon niet worden geopend. Lever het opnieuw aan."};
        }
    }

    wire::Reply answer(const wire::PageRequest& request, int) {
        if (!document_) return Failure{static_cast<int>(request.page), FailureKind::unreadable, "Er is geen document geopend."};
        return read_page(*document_, request);
    }

  private:
    OcrEngine& engine_;
    std::unique_ptr<DocumentReader> document_;
};

}  // namespace

int serve(Channel& channel, OcrEngine& engine) {
    Server server(engine);
    while (auto frame = channel.receive()) {
        const auto request = wire::decode_request(frame->payload);
        if (!request) {
            std::fputs("planlezer-worker: geen verzoek dat ik ken\n", stderr);
            return 2;
        }
        const wire::Reply reply = std::visit([&](const auto& asked) { return server.answer(asked, frame->attached); }, *request);
        if (frame->attached >= 0) close(frame->attached);
        if (!channel.send(wire::encode(reply))) break;
    }
    return 0;
}

}  // namespace planlezer
