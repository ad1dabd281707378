// Days and instants between the contract and the rules.
#ifndef KETENPROEF_SERVER_WIRE_DATUM_H_
#define KETENPROEF_SERVER_WIRE_DATUM_H_

#include <optional>

#include "google/protobuf/timestamp.pb.h"
#include "ketenproef/v1/datum.pb.h"
#include "server/rules/dag.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

// Nothing where the calendar has no such day or its year is outside 1900..2199.
std::optional<Dag> FromWire(const v1::Datum& datum);

// Nothing where the instant is not in normal form or its year is outside 1900..2199 in every zone.
std::optional<Tijdstip> FromWire(const google::protobuf::Timestamp& timestamp);

void ToWire(Dag dag, v1::Datum* datum);
void ToWire(Tijdstip tijdstip, google::protobuf::Timestamp* timestamp);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_WIRE_DATUM_H_
