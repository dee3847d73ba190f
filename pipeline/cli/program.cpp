#include "pipeline/cli/program.hpp"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <new>

#include "pipeline/store/output_error.hpp"
#include "pipeline/version.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {

namespace {

ExitCode complain(ExitCode code, const std::string& message, const std::string& advice = {}) {
    std::cerr << "planlezer: " << message << (advice.empty() ? "" : " " + advice) << '\n';
    return code;
}

/// CLI11 speaks English; its kinds of fault are few, and each names the option in front.
std::string in_dutch(const CLI::ParseError& error, const CLI::App& app) {
    const std::string detail = error.what();
    const std::string option = detail.substr(0, detail.find_first_of(": "));
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        const std::vector<std::string> extras = app.remaining(true);
        return "onbekende optie of onbekend argument" + (extras.empty() ? "" : ": " + extras.front()) + ".";
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        if (!app.get_subcommands().empty()) return option + " ontbreekt.";
        const std::vector<std::string> extras = app.remaining(true);
        return extras.empty() ? "geef een opdracht op, bijvoorbeeld: planlezer run MAP." : "onbekende opdracht: " + extras.front() + ".";
    }
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
        return option + " gaat niet samen met " + detail.substr(detail.rfind(' ') + 1) + ".";
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) return "bij " + option + " ontbreekt een waarde, of er staat er een te veel.";
    return "onjuiste waarde bij een optie: " + detail + ".";
}

void make_dutch(CLI::App& app) {
    app.option_defaults()->group("Opties");
    const auto formatter = app.get_formatter();
    formatter->label("Usage", "Gebruik");
    formatter->label("OPTIONS", "OPTIES");
    formatter->label("Options", "Opties");
    formatter->label("Positionals", "Argumenten");
    formatter->label("SUBCOMMAND", "OPDRACHT");
    formatter->label("SUBCOMMANDS", "OPDRACHTEN");
    formatter->label("REQUIRED", "verplicht");
    formatter->label("Excludes", "niet samen met");
    formatter->column_width(28);
    app.set_help_flag("-h,--help", "Toont deze hulp");
}

/// Everything that can go wrong outside a plan, and what the user can do about it.
ExitCode run_command(Command& command) {
    try {
        return command.run();
    } catch (const CommandError& error) {
        return complain(error.code(), error.what(), error.advice());
    } catch (const RuleBookError& error) {
        return complain(ExitCode::wrong_use, std::string("fout in het regelboek: ") + error.what(), "Er is niets verwerkt.");
    } catch (const OutputError& error) {
        return complain(ExitCode::output_failed, error.what(), "Wat er staat, is heel; maak ruimte en ga verder met --resume.");
    } catch (const std::bad_alloc&) {
        return complain(ExitCode::internal_error, "te weinig geheugen.", "Verlaag --jobs.");
    } catch (const std::exception& error) {
        return complain(ExitCode::internal_error, std::string("interne fout: ") + error.what() + ".", "Meld deze fout.");
    }
}

}  // namespace

ExitCode run_program(int count, const char* const* arguments, const std::vector<std::unique_ptr<Command>>& commands) {
    CLI::App app("Leest bestemmingsplannen en maakt van de bouwregels normen met hun vindplaats.", "planlezer");
    make_dutch(app);
    app.set_version_flag("--version", "planlezer " + std::string(program_version), "Toont de versie");
    app.require_subcommand(1);
    app.footer("Hulp bij een opdracht: planlezer OPDRACHT --help");
    Command* chosen = nullptr;
    for (const auto& command : commands) {
        CLI::App* verb = app.add_subcommand(command->name(), command->description());
        verb->group("Opdrachten");
        make_dutch(*verb);
        verb->set_version_flag("--version", "planlezer " + std::string(program_version), "Toont de versie");
        command->setup(*verb);
        verb->callback([&chosen, &command] { chosen = command.get(); });
    }
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& success) {
        return app.exit(success) == 0 ? ExitCode::clean : ExitCode::internal_error;  // prints help or version
    } catch (const CLI::ParseError& error) {
        return complain(ExitCode::wrong_use, in_dutch(error, app), "Zie planlezer --help.");
    }
    return run_command(*chosen);
}

}  // namespace planlezer
