// The names of enumerations in the text of a journal, in the order of their values. A value without a name is
// written as its number, so that text of any journal can be read back.
#ifndef KETENPROEF_SERVER_JOURNAL_ENUMERATIE_NAMEN_H_
#define KETENPROEF_SERVER_JOURNAL_ENUMERATIE_NAMEN_H_

#include <array>

#include "absl/strings/string_view.h"
#include "server/rules/gebeurtenis.h"

namespace ketenproef {

// Without names: numbers of things, such as Gevalnummer.
template <typename Enum>
inline constexpr std::array<absl::string_view, 0> kNamen = {};

template <>
inline constexpr std::array<absl::string_view, 3> kNamen<BsnReeks> = {"testreeks", "negenreeks", "alle"};
template <>
inline constexpr std::array<absl::string_view, 2> kNamen<Datumvorm> = {"jjjjmmdd", "jjjj-mm-dd"};
template <>
inline constexpr std::array<absl::string_view, 3> kNamen<Uitkomst> = {"geen", "toekenning", "afwijzing"};
template <>
inline constexpr std::array<absl::string_view, 2> kNamen<Signaalsoort> = {"eerste", "vervolg"};
template <>
inline constexpr std::array<absl::string_view, 3> kNamen<Berichtsoort> = {"geen", "ingetrokken",
                                                                          "hersteld-voor-einde"};
template <>
inline constexpr std::array<absl::string_view, 3> kNamen<Doorleveringsoort> = {"ziek", "herstel",
                                                                               "intrekking"};
template <>
inline constexpr std::array<absl::string_view, 2> kNamen<Aanhoudreden> = {"onbestelbaar",
                                                                          "dkd-niet-beschikbaar"};
template <>
inline constexpr std::array<absl::string_view, 2> kNamen<Ontvangstwijze> = {"ophalen", "endpoint"};
template <>
inline constexpr std::array<absl::string_view, 3> kNamen<Rolsoort> = {"uwv", "inlichtingenbureau",
                                                                      "gemeente"};
template <>
inline constexpr std::array<absl::string_view, 3> kNamen<Rolmodus> = {"sim", "sut", "absent"};
template <>
inline constexpr std::array<absl::string_view, 3> kNamen<Lksantwoord> = {"gevonden", "niets-gevonden",
                                                                         "niet-beschikbaar"};
template <>
inline constexpr std::array<absl::string_view, 3> kNamen<Leveringsoort> = {"rapportage", "doorlevering",
                                                                           "bericht"};
template <>
inline constexpr std::array<absl::string_view, 2> kNamen<Storingrichting> = {"in", "uit"};
template <>
inline constexpr std::array<absl::string_view, 5> kNamen<Storingsoort> = {"delay", "status", "duplicate",
                                                                          "reorder", "lost-acknowledgement"};
template <>
inline constexpr std::array<absl::string_view, 3> kNamen<Storingkeuze::Soort> = {"nde", "elke-nde", "kans"};
template <>
inline constexpr std::array<absl::string_view, kAantalOpdrachtsoorten> kNamen<Opdrachtsoort> = {
    "ziekmelding",      "herstelmelding", "ziek-en-herstelmelding", "intrekking",
    "verlenging",       "beslissing",     "doelgroepregistratie",   "einde-doelgroepregistratie",
    "woonplaats",       "dienstverband",  "einde-dienstverband",    "lks-periode",
    "einde-lks-periode"};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_ENUMERATIE_NAMEN_H_
