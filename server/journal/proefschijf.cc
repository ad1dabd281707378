#include "server/journal/proefschijf.h"

#include <sqlite3.h>

#include <cstring>
#include <random>
#include <utility>

#include "gtest/gtest.h"

namespace ketenproef {
namespace {

using Soort = Schijfwijziging::Soort;

// After so many pages SQLite writes its log back.
constexpr int kLogPages = 12;

int ShortenLog(sqlite3* database, char** /*error*/, const sqlite3_api_routines* /*api*/) {
  return sqlite3_wal_autocheckpoint(database, kLogPages);
}

using AutoExtension = void (*)();

}  // namespace

// A VFS of SQLite: everything but changes goes to the one that was the default. SQLite takes tables of
// functions without a place for what belongs to them, so the one disk there is stands here.
class Proefschijf::Vfs {
 public:
  explicit Vfs(Proefschijf* disk) : real_(*sqlite3_vfs_find(nullptr)) {
    EXPECT_EQ(disk_, nullptr) << "one at a time";
    disk_ = disk;
    real_vfs_ = &real_;
    table_ = real_;
    table_.zName = "proefschijf";
    table_.szOsFile = static_cast<int>(sizeof(File)) + real_.szOsFile;
    table_.pNext = nullptr;
    table_.xOpen = &Open;
    table_.xDelete = &Delete;
    table_.xRandomness = &Randomness;
    EXPECT_EQ(sqlite3_vfs_register(&table_, 1), SQLITE_OK);
    EXPECT_EQ(sqlite3_auto_extension(reinterpret_cast<AutoExtension>(&ShortenLog)), SQLITE_OK);
  }
  ~Vfs() {
    sqlite3_cancel_auto_extension(reinterpret_cast<AutoExtension>(&ShortenLog));
    sqlite3_vfs_unregister(&table_);
    disk_ = nullptr;
  }
  Vfs(const Vfs&) = delete;
  Vfs& operator=(const Vfs&) = delete;

 private:
  // What SQLite allocates for a file; the real one stands behind it.
  struct File : sqlite3_file {
    std::string* pad;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };

  static File& Of(sqlite3_file* file) { return *static_cast<File*>(file); }
  static sqlite3_file* Real(sqlite3_file* file) { return Of(file).real(); }

  static int Open(sqlite3_vfs* /*vfs*/, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    file->pMethods = nullptr;
    const int code = real_vfs_->xOpen(real_vfs_, path, Real(file), flags, out_flags);
    if (code != SQLITE_OK) return code;
    Of(file).pad = new std::string(path == nullptr ? "" : path);
    file->pMethods = &kMethods;
    return SQLITE_OK;
  }
  static int Delete(sqlite3_vfs* /*vfs*/, const char* path, int sync_directory) {
    const int code = disk_->Enter({Soort::kDelete, path});
    return code != SQLITE_OK ? code : real_vfs_->xDelete(real_vfs_, path, sync_directory);
  }
  // The same in every run: it is in the log.
  static int Randomness(sqlite3_vfs* /*vfs*/, int size, char* bytes) {
    static auto* const kRandom = new std::mt19937(1);
    for (int i = 0; i < size; ++i) bytes[i] = static_cast<char>((*kRandom)());
    return size;
  }

  static int Close(sqlite3_file* file) {
    delete Of(file).pad;
    return Real(file)->pMethods->xClose(Real(file));
  }
  static int Write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    const auto length = static_cast<std::size_t>(size);
    const int code =
        disk_->Enter({Soort::kWrite, *Of(file).pad, offset, {static_cast<const char*>(bytes), length}});
    return code != SQLITE_OK ? code : Real(file)->pMethods->xWrite(Real(file), bytes, size, offset);
  }
  static int Truncate(sqlite3_file* file, sqlite3_int64 size) {
    const int code = disk_->Enter({Soort::kTruncate, *Of(file).pad, size});
    return code != SQLITE_OK ? code : Real(file)->pMethods->xTruncate(Real(file), size);
  }
  static int Sync(sqlite3_file* file, int /*flags*/) { return disk_->Enter({Soort::kSync, *Of(file).pad}); }

  static int Read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset) {
    return Real(file)->pMethods->xRead(Real(file), bytes, size, offset);
  }
  static int FileSize(sqlite3_file* file, sqlite3_int64* size) {
    return Real(file)->pMethods->xFileSize(Real(file), size);
  }
  static int Lock(sqlite3_file* file, int level) { return Real(file)->pMethods->xLock(Real(file), level); }
  static int Unlock(sqlite3_file* file, int level) {
    return Real(file)->pMethods->xUnlock(Real(file), level);
  }
  static int CheckReservedLock(sqlite3_file* file, int* held) {
    return Real(file)->pMethods->xCheckReservedLock(Real(file), held);
  }
  static int FileControl(sqlite3_file* file, int operation, void* argument) {
    return Real(file)->pMethods->xFileControl(Real(file), operation, argument);
  }
  static int SectorSize(sqlite3_file* file) { return Real(file)->pMethods->xSectorSize(Real(file)); }
  static int DeviceCharacteristics(sqlite3_file* file) {
    return Real(file)->pMethods->xDeviceCharacteristics(Real(file));
  }

  static const sqlite3_io_methods kMethods;
  static Proefschijf* disk_;
  static sqlite3_vfs* real_vfs_;

  sqlite3_vfs real_;
  sqlite3_vfs table_{};
};

Proefschijf* Proefschijf::Vfs::disk_ = nullptr;
sqlite3_vfs* Proefschijf::Vfs::real_vfs_ = nullptr;

// Version 1, without shared memory: a journal holds its file alone.
const sqlite3_io_methods Proefschijf::Vfs::kMethods = {1,
                                                       &Close,
                                                       &Read,
                                                       &Write,
                                                       &Truncate,
                                                       &Sync,
                                                       &FileSize,
                                                       &Lock,
                                                       &Unlock,
                                                       &CheckReservedLock,
                                                       &FileControl,
                                                       &SectorSize,
                                                       &DeviceCharacteristics,
                                                       nullptr,
                                                       nullptr,
                                                       nullptr,
                                                       nullptr,
                                                       nullptr,
                                                       nullptr};

Proefschijf::Proefschijf() : vfs_(std::make_unique<Vfs>(this)) {}
Proefschijf::~Proefschijf() = default;

void Proefschijf::Fail(std::int64_t n, std::int64_t aantal, Fout fout, const std::string& pad) {
  absl::MutexLock lock(&mutex_);
  matched_ = 0;
  fails_from_ = n;
  fails_ = aantal;
  fout_ = fout;
  fails_pad_ = pad;
  has_failed_ = false;
}

void Proefschijf::Mend() {
  absl::MutexLock lock(&mutex_);
  fails_ = 0;
}

std::size_t Proefschijf::aantal_wijzigingen() const {
  absl::MutexLock lock(&mutex_);
  return wijzigingen_.size();
}

std::vector<Schijfwijziging> Proefschijf::TakeWijzigingen() {
  absl::MutexLock lock(&mutex_);
  return std::exchange(wijzigingen_, {});
}

bool Proefschijf::has_failed() const {
  absl::MutexLock lock(&mutex_);
  return has_failed_;
}

int Proefschijf::Enter(Schijfwijziging wijziging) {
  absl::MutexLock lock(&mutex_);
  if (wijziging.pad.find(fails_pad_) != std::string::npos) {
    ++matched_;
    if (matched_ >= fails_from_ && matched_ < fails_from_ + fails_) {
      has_failed_ = true;
      if (fout_ == Fout::kFull && wijziging.soort == Soort::kWrite) return SQLITE_FULL;
      switch (wijziging.soort) {
        case Soort::kWrite:
          return SQLITE_IOERR_WRITE;
        case Soort::kTruncate:
          return SQLITE_IOERR_TRUNCATE;
        case Soort::kSync:
          return SQLITE_IOERR_FSYNC;
        case Soort::kDelete:
          return SQLITE_IOERR_DELETE;
      }
    }
  }
  wijzigingen_.push_back(std::move(wijziging));
  return SQLITE_OK;
}

}  // namespace ketenproef
