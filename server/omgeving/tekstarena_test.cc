#include "server/omgeving/tekstarena.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace ketenproef {
namespace {

TEST(Tekstarena, KeepsACopy) {
  Tekstarena arena;
  std::string tekst = "kenmerk";
  const absl::string_view kept = arena.Keep(tekst);
  tekst = "iets anders";
  EXPECT_EQ(kept, "kenmerk");
}

TEST(Tekstarena, KeepsEverythingWhereItIs) {
  Tekstarena arena;
  std::vector<std::string> teksten;
  std::vector<absl::string_view> kept;
  for (std::size_t i = 0; i < 3'000; ++i) {
    teksten.push_back(std::to_string(i) + std::string(i % 97, 'x'));
    kept.push_back(arena.Keep(teksten.back()));
  }
  for (std::size_t i = 0; i < teksten.size(); ++i) EXPECT_EQ(kept[i], teksten[i]);
}

TEST(Tekstarena, TakesTextsOfAnySize) {
  Tekstarena arena;
  std::vector<std::string> teksten;
  std::vector<absl::string_view> kept;
  for (const std::size_t size : {0U, 1U, 4'095U, 1U, 4'096U, 4'097U, 0U, 1'000'000U, 3U}) {
    teksten.emplace_back(size, static_cast<char>('a' + teksten.size()));
    kept.push_back(arena.Keep(teksten.back()));
  }
  for (std::size_t i = 0; i < teksten.size(); ++i) EXPECT_EQ(kept[i], teksten[i]);
}

}  // namespace
}  // namespace ketenproef
