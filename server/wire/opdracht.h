// Records of the contract as commands. Each Decode gives the command, or the refusal of its fields: ZM-01,
// BSN-01, BSN-02, BO-02, and the first rule of each registration.
#ifndef KETENPROEF_SERVER_WIRE_OPDRACHT_H_
#define KETENPROEF_SERVER_WIRE_OPDRACHT_H_

#include "ketenproef/v1/domein.pb.h"
#include "server/rules/bsn.h"
#include "server/rules/opdracht.h"
#include "server/rules/weigering.h"

namespace ketenproef {

Besluit<Opdracht> Decode(const v1::Ziekmelding& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::Herstelmelding& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::ZiekEnHerstelmelding& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::Intrekking& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::Verlenging& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::Beslissing& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::Doelgroepregistratie& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::EindeDoelgroepregistratie& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::Woonplaats& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::Dienstverband& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::EindeDienstverband& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::LksPeriode& wire, BsnReeks reeks);
Besluit<Opdracht> Decode(const v1::EindeLksPeriode& wire, BsnReeks reeks);

// What kind of command a record is, also where its fields are refused.
template <typename Wire>
constexpr Opdrachtsoort SoortOfWire();
template <>
constexpr Opdrachtsoort SoortOfWire<v1::Ziekmelding>() {
  return Opdrachtsoort::kZiekmelding;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::Herstelmelding>() {
  return Opdrachtsoort::kHerstelmelding;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::ZiekEnHerstelmelding>() {
  return Opdrachtsoort::kZiekEnHerstelmelding;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::Intrekking>() {
  return Opdrachtsoort::kIntrekking;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::Verlenging>() {
  return Opdrachtsoort::kVerlenging;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::Beslissing>() {
  return Opdrachtsoort::kBeslissing;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::Doelgroepregistratie>() {
  return Opdrachtsoort::kDoelgroepregistratie;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::EindeDoelgroepregistratie>() {
  return Opdrachtsoort::kEindeDoelgroepregistratie;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::Woonplaats>() {
  return Opdrachtsoort::kWoonplaats;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::Dienstverband>() {
  return Opdrachtsoort::kDienstverband;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::EindeDienstverband>() {
  return Opdrachtsoort::kEindeDienstverband;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::LksPeriode>() {
  return Opdrachtsoort::kLksPeriode;
}
template <>
constexpr Opdrachtsoort SoortOfWire<v1::EindeLksPeriode>() {
  return Opdrachtsoort::kEindeLksPeriode;
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_WIRE_OPDRACHT_H_
