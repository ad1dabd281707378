// What a system answered and holds, as the tables in which the model gives what it should be.
//
// Plain conversions: what a system says is taken as it stands, also where it cannot be right.

#ifndef CONFORMANCE_EXPLORE_UITLEZING_H_
#define CONFORMANCE_EXPLORE_UITLEZING_H_

#include <string>

#include "conformance/model/draaiboek.h"
#include "conformance/model/uitvoer.h"
#include "ketenproef/v1/draaiboek_service.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"

namespace ketenproef::conformance {

void AddAntwoord(const Draaiboekregel& regel, const ::ketenproef::v1::Regelresultaat& resultaat,
                 Uitvoer& uitvoer);
void AddZiektegeval(const ::ketenproef::v1::Ziektegeval& geval, Uitvoer& uitvoer);
void AddDoorlevering(const ::ketenproef::v1::Doorlevering& doorlevering, Uitvoer& uitvoer);
void AddBericht(const ::ketenproef::v1::Bericht& bericht, Uitvoer& uitvoer);
void AddNotificatie(const ::ketenproef::v1::Notificatie& notificatie, Uitvoer& uitvoer);
void AddAangehouden(const ::ketenproef::v1::Aangehouden& aangehouden, Uitvoer& uitvoer);
// A report as it was listed, and its bytes.
void AddRapportage(const ::ketenproef::v1::Rapportage& rapportage, const std::string& inhoud,
                   Uitvoer& uitvoer);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_UITLEZING_H_
