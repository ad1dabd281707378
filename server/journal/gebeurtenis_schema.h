// The fields of every event by name and in order, nested structs included: what its bytes (codec.h) and its
// text (gebeurtenis_text.h) are both made of.
//
// Kinds and fields are only ever appended, see codec.cc. Thread-safe: constants.
#ifndef KETENPROEF_SERVER_JOURNAL_GEBEURTENIS_SCHEMA_H_
#define KETENPROEF_SERVER_JOURNAL_GEBEURTENIS_SCHEMA_H_

#include <tuple>
#include <type_traits>
#include <utility>

#include "absl/strings/string_view.h"
#include "server/rules/gebeurtenis.h"

namespace ketenproef {

// Fields<T>::kList holds the members of T in the order in which they are written, kMembers the words of that
// list, kType the name of T.
template <typename T>
struct Fields;

#define KETENPROEF_FIELDS(Type, ...)                            \
  template <>                                                   \
  struct Fields<Type> {                                         \
    static constexpr absl::string_view kType = #Type;           \
    static constexpr absl::string_view kMembers = #__VA_ARGS__; \
    static constexpr auto kList = std::make_tuple(__VA_ARGS__); \
  }

KETENPROEF_FIELDS(Meldingsleutel, &Meldingsleutel::loonheffingennummer, &Meldingsleutel::kenmerk);
KETENPROEF_FIELDS(Meldingoordeel, &Meldingoordeel::uiterste_dag, &Meldingoordeel::dagen_te_laat,
                  &Meldingoordeel::boete_eur);
KETENPROEF_FIELDS(Rapportvorm, &Rapportvorm::scheidingsteken, &Rapportvorm::datumvorm);
KETENPROEF_FIELDS(Doelgroepregistratie, &Doelgroepregistratie::van, &Doelgroepregistratie::tot);
KETENPROEF_FIELDS(Woonplaats, &Woonplaats::van, &Woonplaats::gemeentecode);
KETENPROEF_FIELDS(Dienstverband, &Dienstverband::loonheffingennummer, &Dienstverband::van,
                  &Dienstverband::tot);
KETENPROEF_FIELDS(LksPeriode, &LksPeriode::gemeentecode, &LksPeriode::van, &LksPeriode::tot,
                  &LksPeriode::loonwaarde, &LksPeriode::forfaitair);

KETENPROEF_FIELDS(SubmitZiekmelding, &SubmitZiekmelding::sleutel, &SubmitZiekmelding::bsn,
                  &SubmitZiekmelding::eerste_ao_dag, &SubmitZiekmelding::no_risk);
KETENPROEF_FIELDS(SubmitHerstelmelding, &SubmitHerstelmelding::sleutel, &SubmitHerstelmelding::verwijst_naar,
                  &SubmitHerstelmelding::hersteld_per);
KETENPROEF_FIELDS(SubmitZiekEnHerstelmelding, &SubmitZiekEnHerstelmelding::sleutel,
                  &SubmitZiekEnHerstelmelding::bsn, &SubmitZiekEnHerstelmelding::eerste_ao_dag,
                  &SubmitZiekEnHerstelmelding::hersteld_per, &SubmitZiekEnHerstelmelding::no_risk);
KETENPROEF_FIELDS(WithdrawZiekmelding, &WithdrawZiekmelding::sleutel, &WithdrawZiekmelding::verwijst_naar);
KETENPROEF_FIELDS(RegisterDoelgroepregistratie, &RegisterDoelgroepregistratie::bsn,
                  &RegisterDoelgroepregistratie::registratie);
KETENPROEF_FIELDS(EndDoelgroepregistratie, &EndDoelgroepregistratie::bsn, &EndDoelgroepregistratie::tot);
KETENPROEF_FIELDS(RegisterWoonplaats, &RegisterWoonplaats::bsn, &RegisterWoonplaats::woonplaats);
KETENPROEF_FIELDS(RegisterDienstverband, &RegisterDienstverband::bsn, &RegisterDienstverband::dienstverband);
KETENPROEF_FIELDS(EndDienstverband, &EndDienstverband::bsn, &EndDienstverband::loonheffingennummer,
                  &EndDienstverband::tot);
KETENPROEF_FIELDS(RegisterLksPeriode, &RegisterLksPeriode::bsn, &RegisterLksPeriode::periode);
KETENPROEF_FIELDS(EndLksPeriode, &EndLksPeriode::bsn, &EndLksPeriode::tot);

KETENPROEF_FIELDS(Uitwisselingtelling, &Uitwisselingtelling::doorleveringen, &Uitwisselingtelling::signalen,
                  &Uitwisselingtelling::berichten, &Uitwisselingtelling::rapportages,
                  &Uitwisselingtelling::aangehouden);

KETENPROEF_FIELDS(OmgevingCreated, &OmgevingCreated::naam, &OmgevingCreated::profiel, &OmgevingCreated::start,
                  &OmgevingCreated::seed, &OmgevingCreated::bsn_reeks, &OmgevingCreated::rapportvorm);
KETENPROEF_FIELDS(DoelgroepregistratieRegistered, &DoelgroepregistratieRegistered::registratie);
KETENPROEF_FIELDS(DoelgroepregistratieEnded, &DoelgroepregistratieEnded::einde);
KETENPROEF_FIELDS(WoonplaatsRegistered, &WoonplaatsRegistered::woonplaats);
KETENPROEF_FIELDS(DienstverbandRegistered, &DienstverbandRegistered::dienstverband);
KETENPROEF_FIELDS(DienstverbandEnded, &DienstverbandEnded::einde);
KETENPROEF_FIELDS(LksPeriodeRegistered, &LksPeriodeRegistered::periode,
                  &LksPeriodeRegistered::buiten_bandbreedte);
KETENPROEF_FIELDS(LksPeriodeEnded, &LksPeriodeEnded::einde);
KETENPROEF_FIELDS(ZiekmeldingAccepted, &ZiekmeldingAccepted::melding, &ZiekmeldingAccepted::ontvangen_op,
                  &ZiekmeldingAccepted::oordeel, &ZiekmeldingAccepted::beoordeling_uiterste_dag);
KETENPROEF_FIELDS(HerstelmeldingAccepted, &HerstelmeldingAccepted::melding, &HerstelmeldingAccepted::geval,
                  &HerstelmeldingAccepted::ontvangen_op, &HerstelmeldingAccepted::oordeel);
KETENPROEF_FIELDS(ZiekEnHerstelmeldingAccepted, &ZiekEnHerstelmeldingAccepted::melding,
                  &ZiekEnHerstelmeldingAccepted::ontvangen_op, &ZiekEnHerstelmeldingAccepted::oordeel_ziek,
                  &ZiekEnHerstelmeldingAccepted::oordeel_herstel,
                  &ZiekEnHerstelmeldingAccepted::beoordeling_uiterste_dag);
KETENPROEF_FIELDS(IntrekkingAccepted, &IntrekkingAccepted::melding, &IntrekkingAccepted::geval,
                  &IntrekkingAccepted::ontvangen_op);
KETENPROEF_FIELDS(BeoordelingExtended, &BeoordelingExtended::geval, &BeoordelingExtended::toelichting,
                  &BeoordelingExtended::uiterste_dag);
KETENPROEF_FIELDS(BeoordelingDecided, &BeoordelingDecided::geval, &BeoordelingDecided::uitkomst,
                  &BeoordelingDecided::besloten_op);
KETENPROEF_FIELDS(TermijnVerstreken, &TermijnVerstreken::geval);
KETENPROEF_FIELDS(OpdrachtRefused, &OpdrachtRefused::soort, &OpdrachtRefused::regel);
KETENPROEF_FIELDS(DoorleveringSent, &DoorleveringSent::melding, &DoorleveringSent::geval,
                  &DoorleveringSent::soort, &DoorleveringSent::verlener, &DoorleveringSent::ontvanger,
                  &DoorleveringSent::uitwisseling, &DoorleveringSent::datum_ingang);
KETENPROEF_FIELDS(SignaalSent, &SignaalSent::geval, &SignaalSent::soort, &SignaalSent::ontvanger,
                  &SignaalSent::uitwisseling, &SignaalSent::eerste_ao_dag,
                  &SignaalSent::einde_arbeidsverhouding, &SignaalSent::einde_uitkeringsverhouding);
KETENPROEF_FIELDS(SignaalHeld, &SignaalHeld::geval, &SignaalHeld::soort, &SignaalHeld::uitwisseling,
                  &SignaalHeld::reden);
KETENPROEF_FIELDS(SignaalLapsed, &SignaalLapsed::geval, &SignaalLapsed::soort, &SignaalLapsed::uitwisseling);
KETENPROEF_FIELDS(BerichtPlaced, &BerichtPlaced::geval, &BerichtPlaced::soort, &BerichtPlaced::ontvanger,
                  &BerichtPlaced::uitwisseling);
KETENPROEF_FIELDS(RapportageReady, &RapportageReady::gemeentecode, &RapportageReady::uitwisseling,
                  &RapportageReady::aantal_rijen, &RapportageReady::sha256, &RapportageReady::inhoud);
KETENPROEF_FIELDS(UitwisselingRun, &UitwisselingRun::uitwisseling, &UitwisselingRun::telling);
KETENPROEF_FIELDS(RapportageConfirmed, &RapportageConfirmed::rapportage);
KETENPROEF_FIELDS(DoorleveringConfirmed, &DoorleveringConfirmed::doorlevering);
KETENPROEF_FIELDS(AfnemerSet, &AfnemerSet::gemeentecode, &AfnemerSet::wijze, &AfnemerSet::adres,
                  &AfnemerSet::email);
KETENPROEF_FIELDS(RapportageDelivered, &RapportageDelivered::gemeentecode, &RapportageDelivered::bericht_id,
                  &RapportageDelivered::uitwisseling, &RapportageDelivered::bestandsnaam,
                  &RapportageDelivered::sha256, &RapportageDelivered::aantal_rijen);
KETENPROEF_FIELDS(DoorleveringDelivered, &DoorleveringDelivered::gemeentecode,
                  &DoorleveringDelivered::bericht_id, &DoorleveringDelivered::uitwisseling,
                  &DoorleveringDelivered::soort, &DoorleveringDelivered::melding,
                  &DoorleveringDelivered::verwijst_naar, &DoorleveringDelivered::bsn,
                  &DoorleveringDelivered::datum_ingang);
KETENPROEF_FIELDS(BerichtDelivered, &BerichtDelivered::gemeentecode, &BerichtDelivered::bericht_id,
                  &BerichtDelivered::uitwisseling, &BerichtDelivered::soort, &BerichtDelivered::ziekmelding,
                  &BerichtDelivered::bsn);
KETENPROEF_FIELDS(Rol, &Rol::soort, &Rol::gemeentecode, &Rol::modus, &Rol::adres);
KETENPROEF_FIELDS(Storingkeuze, &Storingkeuze::soort, &Storingkeuze::n, &Storingkeuze::seed);
KETENPROEF_FIELDS(Storingeffect, &Storingeffect::soort, &Storingeffect::vertraging_ms,
                  &Storingeffect::status_code);
KETENPROEF_FIELDS(Storing, &Storing::nummer, &Storing::richting, &Storing::methode, &Storing::gemeentecode,
                  &Storing::keuze, &Storing::effect, &Storing::max_aantal);
KETENPROEF_FIELDS(RollenSet, &RollenSet::aantal);
KETENPROEF_FIELDS(RolSet, &RolSet::rol);
KETENPROEF_FIELDS(LksLookedUp, &LksLookedUp::gemeentecode, &LksLookedUp::bsn, &LksLookedUp::van,
                  &LksLookedUp::tot, &LksLookedUp::antwoord, &LksLookedUp::aantal_perioden,
                  &LksLookedUp::reden);
KETENPROEF_FIELDS(DoorleveringHeld, &DoorleveringHeld::melding, &DoorleveringHeld::geval,
                  &DoorleveringHeld::uitwisseling);
KETENPROEF_FIELDS(DoorleveringLapsed, &DoorleveringLapsed::melding, &DoorleveringLapsed::geval,
                  &DoorleveringLapsed::uitwisseling);
KETENPROEF_FIELDS(LeveringAcknowledged, &LeveringAcknowledged::gemeentecode, &LeveringAcknowledged::soort,
                  &LeveringAcknowledged::nummer, &LeveringAcknowledged::herhaald);
KETENPROEF_FIELDS(LeveringFailed, &LeveringFailed::gemeentecode, &LeveringFailed::soort,
                  &LeveringFailed::nummer, &LeveringFailed::geweigerd, &LeveringFailed::in_herhaling,
                  &LeveringFailed::reden);
KETENPROEF_FIELDS(ClockModeSet, &ClockModeSet::factor_duizendsten);
KETENPROEF_FIELDS(NotificatieSent, &NotificatieSent::rapportage);
KETENPROEF_FIELDS(NotificatieFailed, &NotificatieFailed::rapportage, &NotificatieFailed::reden);
KETENPROEF_FIELDS(StoringCreated, &StoringCreated::storing);
KETENPROEF_FIELDS(StoringDeleted, &StoringDeleted::nummer);
KETENPROEF_FIELDS(StoringHit, &StoringHit::nummer, &StoringHit::aanroep);
#undef KETENPROEF_FIELDS

// A member without which an aggregate cannot be made before it is read.
template <typename T>
T Blank() {
  if constexpr (std::is_same_v<T, Bsn>) {
    return Bsn::FromTrustedNumber(0);
  } else if constexpr (std::is_same_v<T, Loonheffingennummer>) {
    return Loonheffingennummer::FromTrustedNumber(0);
  } else if constexpr (std::is_same_v<T, Gemeentecode>) {
    return Gemeentecode::FromTrustedNumber(0);
  } else if constexpr (std::is_same_v<T, Percentage>) {
    return *Percentage::FromNumber(0);
  } else if constexpr (requires { Fields<T>::kList; }) {
    return std::apply(
        [](auto... members) {
          return T{Blank<std::remove_cvref_t<decltype(std::declval<T&>().*members)>>()...};
        },
        Fields<T>::kList);
  } else {
    return T{};
  }
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_GEBEURTENIS_SCHEMA_H_
