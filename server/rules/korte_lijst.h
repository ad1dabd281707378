// A list that nearly always holds one or two small values, and millions of which are kept: the first
// `kInline` stand in the list itself, and more of them on the heap. absl::InlinedVector does the same in
// sixteen bytes more a list, which for the five lists of a person was a quarter of what a case takes.
//
// For values that can be copied as bytes. References and iterators are valid until the next push_back.
#ifndef KETENPROEF_SERVER_RULES_KORTE_LIJST_H_
#define KETENPROEF_SERVER_RULES_KORTE_LIJST_H_

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace ketenproef {

template <typename T, std::size_t kInline>
class KorteLijst {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
  static_assert(kInline >= 1 && kInline * sizeof(T) >= sizeof(T*), "the pointer goes where the values were");

 public:
  using value_type = T;
  using const_iterator = const T*;
  using iterator = T*;

  KorteLijst() = default;
  KorteLijst(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }
  KorteLijst(const KorteLijst& other) {
    for (const T& value : other) push_back(value);
  }
  KorteLijst(KorteLijst&& other) noexcept { swap(other); }
  KorteLijst& operator=(KorteLijst other) noexcept {
    swap(other);
    return *this;
  }
  ~KorteLijst() {
    if (size_ > kInline) std::allocator<T>().deallocate(data(), CapacityOf(size_));
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* data() { return size_ > kInline ? OnHeap() : std::launder(reinterpret_cast<T*>(bytes_.data())); }
  const T* data() const { return const_cast<KorteLijst*>(this)->data(); }
  T* begin() { return data(); }
  T* end() { return data() + size_; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size_; }
  T& operator[](std::size_t index) { return data()[index]; }
  const T& operator[](std::size_t index) const { return data()[index]; }
  T& back() { return data()[size_ - 1]; }
  const T& back() const { return data()[size_ - 1]; }

  void push_back(const T& added) {
    const T value = added;  // it may be one of our own
    const bool is_full = size_ == kInline || (size_ > kInline && size_ == CapacityOf(size_));
    if (is_full) Grow();
    // A full list within itself becomes one on the heap by this very value.
    T* const place = (size_ >= kInline ? OnHeap() : data()) + size_;
    new (place) T(value);
    ++size_;
  }

  void clear() { KorteLijst().swap(*this); }

  void swap(KorteLijst& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
  }

  friend bool operator==(const KorteLijst& a, const KorteLijst& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  // Of a list on the heap: not kept, it follows from the size.
  static std::size_t CapacityOf(std::size_t size) { return std::bit_ceil(size); }

  T* OnHeap() const {
    T* pointer = nullptr;
    std::memcpy(&pointer, bytes_.data(), sizeof(T*));
    return pointer;
  }

  void Grow() {
    const std::size_t capacity = CapacityOf(size_ + 1);
    T* const grown = std::allocator<T>().allocate(capacity);
    std::uninitialized_copy(begin(), end(), grown);
    if (size_ > kInline) std::allocator<T>().deallocate(data(), size_);
    std::memcpy(bytes_.data(), &grown, sizeof(T*));
  }

  alignas(T) std::array<std::byte, kInline * sizeof(T)> bytes_{};
  std::uint32_t size_ = 0;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_KORTE_LIJST_H_
