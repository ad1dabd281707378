// One case of the demo, day by day, in Dutch.
#ifndef KETENPROEF_CLIENT_CLI_DEMO_ZAAK_H_
#define KETENPROEF_CLIENT_CLI_DEMO_ZAAK_H_

#include <string>

#include "ketenproef/v1/domein.pb.h"

namespace ketenproef {

// A line for each day on which something happened. No BSN.
std::string TijdlijnVanZaak(const v1::Ziektegeval& geval);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_DEMO_ZAAK_H_
