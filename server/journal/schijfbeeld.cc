#include "server/journal/schijfbeeld.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "gtest/gtest.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using Soort = Schijfwijziging::Soort;

constexpr std::size_t kSectorBytes = 512;

}  // namespace

Schijfbeeld::Schijfbeeld(const std::string& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    bestanden_[entry.path().filename().string()].synced =
        std::string(std::istreambuf_iterator<char>(file), {});
  }
}

void Schijfbeeld::Apply(const Schijfwijziging& wijziging) {
  Bestand& bestand = bestanden_[fs::path(wijziging.pad).filename().string()];
  if (wijziging.soort != Soort::kSync) {
    bestand.open.push_back(wijziging);
    return;
  }
  // A file that is synced without ever having been written is there, too.
  if (!bestand.synced.has_value() && bestand.open.empty()) bestand.synced = "";
  for (const Schijfwijziging& one : std::exchange(bestand.open, {})) Change(one, bestand.synced);
}

void Schijfbeeld::Change(const Schijfwijziging& wijziging, std::optional<std::string>& inhoud) {
  if (wijziging.soort == Soort::kDelete) {
    inhoud.reset();
    return;
  }
  if (!inhoud.has_value()) inhoud = "";
  const auto plaats = static_cast<std::size_t>(wijziging.plaats);
  if (wijziging.soort == Soort::kTruncate) {
    inhoud->resize(plaats);
    return;
  }
  if (inhoud->size() < plaats + wijziging.bytes.size()) inhoud->resize(plaats + wijziging.bytes.size());
  inhoud->replace(plaats, wijziging.bytes.size(), wijziging.bytes);
}

std::optional<std::string> Schijfbeeld::After(const Bestand& bestand, Lot lot, std::mt19937& random) {
  std::optional<std::string> inhoud = bestand.synced;
  if (lot == Lot::kSyncedOnly) return inhoud;
  for (Schijfwijziging wijziging : bestand.open) {
    if (lot == Lot::kChance) {
      const unsigned chance = random() % 4;
      if (chance < 2) continue;
      if (chance == 2 && wijziging.soort == Soort::kWrite) {
        // The end of the sector in which it begins, or of a later one.
        const std::size_t first = kSectorBytes - static_cast<std::size_t>(wijziging.plaats) % kSectorBytes;
        const std::size_t kept = first + kSectorBytes * (random() % 8);
        if (kept < wijziging.bytes.size()) wijziging.bytes.resize(kept);
      }
    }
    Change(wijziging, inhoud);
  }
  return inhoud;
}

void Schijfbeeld::WriteTo(const std::string& folder, Lot lot, std::mt19937& random) const {
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const auto& [naam, bestand] : bestanden_) {
    const auto inhoud = After(bestand, lot, random);
    if (!inhoud.has_value()) continue;
    std::ofstream file(fs::path(folder) / naam, std::ios::binary);
    file << *inhoud;
    EXPECT_TRUE(file.flush()) << naam;
  }
}

}  // namespace ketenproef
