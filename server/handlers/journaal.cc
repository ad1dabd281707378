#include "server/handlers/journaal.h"

#include <algorithm>
#include <bitset>
#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "server/handlers/pagina.h"
#include "server/handlers/velden.h"
#include "server/journal/codec.h"
#include "server/wire/gebeurtenis.h"

namespace ketenproef {
namespace {

// A batch of a watch stays well under the bound of a message, and a scan that finds little gives the writer
// back before long.
constexpr int kMaxWatched = 200;
constexpr int kMaxScanned = 20'000;
constexpr std::size_t kMaxWatchedBytes = 64 * 1024;
constexpr int kMaxSoorten = 64;

// What events are narrowed to.
struct Filter {
  std::optional<Bsn> bsn;
  std::optional<Loonheffingennummer> loonheffingennummer;
  std::optional<Gevalnummer> geval;
  bool geval_unknown = false;  // a case was named that is not there (yet): nothing matches
  std::bitset<256> soorten;    // none: all
};

absl::StatusOr<Filter> ReadFilter(const Toestand& toestand, const v1::Gebeurtenisfilter& wire) {
  const auto bsn = ReadOptionalBsn(wire.bsn());
  if (!bsn.ok()) return bsn.status();
  const auto nummer = ReadOptionalLoonheffingennummer(wire.loonheffingennummer());
  if (!nummer.ok()) return nummer.status();
  Filter filter;
  filter.bsn = *bsn;
  filter.loonheffingennummer = *nummer;
  if (wire.kenmerk().size() > kMaxKenmerkBytes) {
    return FoutVeld("kenmerk", absl::StrCat("must be at most ", kMaxKenmerkBytes, " bytes"));
  }
  if (!wire.kenmerk().empty()) {
    if (!filter.loonheffingennummer.has_value()) {
      return FoutVeld("loonheffingennummer", "must be set where kenmerk is: together they name the case");
    }
    const GenoemdGeval genoemd = toestand.FindGeval(*filter.loonheffingennummer, wire.kenmerk());
    if (genoemd.geval != nullptr) filter.geval = genoemd.nummer;
    filter.geval_unknown = genoemd.geval == nullptr;
  }
  if (wire.soorten_size() > kMaxSoorten) {
    return FoutVeld("soorten", absl::StrCat("must be at most ", kMaxSoorten));
  }
  for (const int soort : wire.soorten()) {
    if (!v1::Gebeurtenissoort_IsValid(soort) || soort == v1::GEBEURTENISSOORT_UNSPECIFIED) {
      return FoutVeld("soorten", "must be values of the enum");
    }
    filter.soorten.set(static_cast<std::size_t>(soort));
  }
  return filter;
}

bool Matches(const Toestand& toestand, const Filter& filter, const Gebeurtenis& gebeurtenis) {
  if (filter.soorten.any() &&
      !filter.soorten.test(static_cast<std::size_t>(SoortOfGebeurtenis(gebeurtenis)))) {
    return false;
  }
  if (filter.geval_unknown) return false;
  if (!filter.bsn.has_value() && !filter.loonheffingennummer.has_value()) return true;
  const Betrokkene betrokkene = BetrokkeneOf(toestand, gebeurtenis);
  if (filter.bsn.has_value() && betrokkene.bsn != filter.bsn) return false;
  if (filter.geval.has_value()) return betrokkene.geval == filter.geval;
  if (!filter.loonheffingennummer.has_value()) return true;
  return betrokkene.geval.has_value() &&
         toestand.DienstverbandOf(toestand.GetGeval(*betrokkene.geval)).loonheffingennummer ==
             *filter.loonheffingennummer;
}

// Adds matching events from `*volgnummer` on to the response, which moves to the first event not looked at.
// Whether there are more.
template <typename Response>
absl::StatusOr<bool> Collect(HandlerContext& context, const Filter& filter, int max_added, int max_scanned,
                             std::int64_t* volgnummer, Response* response) {
  const Toestand& toestand = context.omgeving.toestand();
  int scanned = 0;
  std::size_t bytes = 0;
  bool more = false;
  absl::Status damage;
  const absl::Status read = context.omgeving.Read(*volgnummer, [&](const JournalRecord& record) {
    if (response->gebeurtenissen_size() >= max_added || scanned >= max_scanned || bytes >= kMaxWatchedBytes) {
      more = true;
      return false;
    }
    const auto gebeurtenis = DecodeGebeurtenis(record.inhoud);
    if (!gebeurtenis.ok()) {
      damage = gebeurtenis.status();
      return false;
    }
    ++scanned;
    *volgnummer = record.volgnummer + 1;
    if (Matches(toestand, filter, *gebeurtenis)) {
      auto* wire = response->add_gebeurtenissen();
      EncodeGebeurtenis(toestand, record.volgnummer, record.tijdstip, *gebeurtenis, wire);
      bytes += wire->ByteSizeLong();
    }
    return true;
  });
  if (!read.ok()) return FoutOmgevingGestopt(read.message());
  if (!damage.ok()) return FoutOmgevingGestopt(damage.message());
  return more;
}

}  // namespace

absl::Status ListGebeurtenissenHandler(HandlerContext& context, const v1::ListGebeurtenissenRequest& request,
                                       v1::ListGebeurtenissenResponse* response) {
  const auto pagina = ReadPagina(request);
  if (!pagina.ok()) return pagina.status();
  if (request.vanaf_volgnummer() < 0) return FoutVeld("vanaf_volgnummer", "must not be negative");
  const auto filter = ReadFilter(context.omgeving.toestand(), request.filter());
  if (!filter.ok()) return filter.status();
  std::int64_t volgnummer = std::max<std::int64_t>(request.vanaf_volgnummer(), 1);
  volgnummer = std::max(volgnummer, static_cast<std::int64_t>(pagina->begin));
  // A page may come back less than full where few events match; its token then goes on behind them.
  const auto more = Collect(context, *filter, pagina->size, kMaxScanned, &volgnummer, response);
  if (!more.ok()) return more.status();
  if (*more) response->set_next_page_token(absl::StrCat(volgnummer));
  return absl::OkStatus();
}

absl::StatusOr<bool> WatchGebeurtenissenHandler(HandlerContext& context,
                                                const v1::WatchGebeurtenissenRequest& request,
                                                std::int64_t* volgnummer,
                                                v1::WatchGebeurtenissenResponse* response) {
  if (request.vanaf_volgnummer() < 0) return FoutVeld("vanaf_volgnummer", "must not be negative");
  const auto filter = ReadFilter(context.omgeving.toestand(), request.filter());
  if (!filter.ok()) return filter.status();
  *volgnummer = std::max<std::int64_t>(*volgnummer, 1);
  return Collect(context, *filter, kMaxWatched, kMaxScanned, volgnummer, response);
}

}  // namespace ketenproef
