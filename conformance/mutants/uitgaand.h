// A broken Inlichtingenbureau by what it has sent out: signals, forwards and berichten are edited, and
// everything that is asked about reports (lists, downloads, confirmations) is answered so that it fits
// together.
//
//   Uitgaand([](Post& post, const World&) { for (Signaal& signaal : post.signalen) signaal.datum += Dagen(1);
//   })
//
// What lies in the future of the omgeving is not shown yet. Reports that a break leaves alone keep their
// bytes.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_UITGAAND_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_UITGAAND_H_

#include <functional>
#include <string>

#include "conformance/mutants/breaks.h"
#include "conformance/mutants/post.h"

namespace ketenproef::conformance {

// Edits what was sent out, before reports are made of it.
Break Uitgaand(std::function<void(Post&, const World&)> edit);
// Edits the signals that are held back.
Break Aangehouden(std::function<void(std::vector<contract::Aangehouden>*)> edit);
// Writes the bytes of a report otherwise; its SHA-256 and size follow.
Break Geschreven(std::function<std::string(const Rapport&, const Vorm&)> write);
// Edits reports and notifications as they are listed and downloaded; nothing follows from it.
Break Getoond(std::function<void(Rapporten&, const World&)> edit);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_UITGAAND_H_
