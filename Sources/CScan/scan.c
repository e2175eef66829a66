// The instructions of the machine for 32 bytes at once, which Swift cannot name. What the bits mean
// stands in `Records/Plain/StopMap.swift`, with the way that other machines go.
#include "scan.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))

int scan_is_built_in(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE) || !(c & bit_AVX)) return 0;
  unsigned low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  if ((low & 6) != 6) return 0;  // The system keeps the wide registers.
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_AVX2);
}

// What can be wrong with two bytes that follow each other, one bit each. A pair is wrong where its
// first byte's upper and lower half and its second byte's upper half all allow the same.
// Source: J. Keiser, D. Lemire, Validating UTF-8 in less than one instruction per byte, Software:
// Practice and Experience 51 (2021), section 6.
enum {
  short_of = 1,        // a lead without its continuation
  long_of = 2,         // a continuation after ASCII
  overlong_3 = 4,      // E0 with 80 to 9F
  too_large = 8,       // F4 with 90 or more, F5 and more
  surrogate = 16,      // ED with A0 or more
  overlong_2 = 32,     // C0, C1
  too_large_8 = 64,    // F5 and more with 80 to 8F
  overlong_4 = 64,     // F0 with 80 to 8F
  two_behind = 128,    // two continuations: right only as the third or fourth byte of one
  any_low = short_of | long_of | two_behind
};

// A table of sixteen for both halves of a register.
#define TABLE(...) _mm256_broadcastsi128_si256(_mm_setr_epi8(__VA_ARGS__))

struct Check {
  __m256i before;  // the 32 bytes before these
  __m256i unended; // not zero where those end within a character
  __m256i wrong;
  __m256i marks;
};

static inline WIDE __m256i half(__m256i bytes, __m256i table) {
  return _mm256_shuffle_epi8(table, _mm256_and_si256(bytes, _mm256_set1_epi8(15)));
}

static inline WIDE void check(struct Check *state, __m256i bytes) {
  const __m256i first_high = TABLE(
      long_of, long_of, long_of, long_of, long_of, long_of, long_of, long_of, (char)two_behind,
      (char)two_behind, (char)two_behind, (char)two_behind, short_of | overlong_2, short_of,
      short_of | overlong_3 | surrogate, short_of | too_large | too_large_8 | overlong_4);
  const char large = (char)(any_low | too_large | too_large_8);
  const __m256i first_low = TABLE(
      (char)(any_low | overlong_3 | overlong_2 | overlong_4), (char)(any_low | overlong_2),
      (char)any_low, (char)any_low, (char)(any_low | too_large), large, large, large, large, large,
      large, large, large, (char)(large | surrogate), large, large);
  const char behind = (char)(long_of | overlong_2 | two_behind);
  const __m256i second_high = TABLE(
      short_of, short_of, short_of, short_of, short_of, short_of, short_of, short_of,
      (char)(behind | overlong_3 | too_large_8 | overlong_4), (char)(behind | overlong_3 | too_large),
      (char)(behind | surrogate | too_large), (char)(behind | surrogate | too_large), short_of,
      short_of, short_of, short_of);
  const __m256i across = _mm256_permute2x128_si256(state->before, bytes, 0x21);
  const __m256i one = _mm256_alignr_epi8(bytes, across, 15);
  const __m256i two = _mm256_alignr_epi8(bytes, across, 14);
  const __m256i three = _mm256_alignr_epi8(bytes, across, 13);
  const __m256i pairs = _mm256_and_si256(
      _mm256_and_si256(half(_mm256_srli_epi16(one, 4), first_high), half(one, first_low)),
      half(_mm256_srli_epi16(bytes, 4), second_high));
  // The third byte of a character has a lead E0 or more two before it, the fourth F0 or more three.
  const __m256i later = _mm256_or_si256(
      _mm256_subs_epu8(two, _mm256_set1_epi8((char)(0xE0 - 0x80))),
      _mm256_subs_epu8(three, _mm256_set1_epi8((char)(0xF0 - 0x80))));
  const __m256i must = _mm256_and_si256(later, _mm256_set1_epi8((char)0x80));
  state->wrong = _mm256_or_si256(state->wrong, _mm256_xor_si256(must, pairs));
  state->marks =
      _mm256_or_si256(state->marks, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)0xCC)));
  // A lead among the last three bytes whose character does not end here.
  const __m256i ends = _mm256_setr_epi8(
      -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
      -1, -1, -1, -1, -1, -1, (char)0xEF, (char)0xDF, (char)0xBF);
  state->unended = _mm256_subs_epu8(bytes, ends);
  state->before = bytes;
}

static inline WIDE uint32_t stops_of(__m256i bytes) {
  const __m256i control = _mm256_set1_epi8(0x1F);
  const __m256i quotes = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"'));
  const __m256i slashes = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'));
  const __m256i controls = _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, control), control);
  return (uint32_t)_mm256_movemask_epi8(
      _mm256_or_si256(_mm256_or_si256(quotes, slashes), controls));
}

static inline WIDE void scan_64(struct Check *state, const uint8_t *bytes, uint8_t *stops) {
  const __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  const __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  const uint64_t word = (uint64_t)stops_of(high) << 32 | stops_of(low);
  __builtin_memcpy(stops, &word, 8);
  if (_mm256_movemask_epi8(_mm256_or_si256(low, high)) == 0) {
    state->wrong = _mm256_or_si256(state->wrong, state->unended);
    state->unended = _mm256_setzero_si256();
    state->before = high;
  } else {
    check(state, low);
    check(state, high);
  }
}

WIDE int scan_bytes(const uint8_t *bytes, size_t count, uint8_t *stops) {
  struct Check state = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256(),
                        _mm256_setzero_si256()};
  size_t start = 0;
  for (; start + 64 <= count; start += 64, stops += 8) scan_64(&state, bytes + start, stops);
  // Zeros are control characters, and end no character of several bytes.
  uint8_t last[64] = {0};
  __builtin_memcpy(last, bytes + start, count - start);
  scan_64(&state, last, stops);
  const __m256i wrong = _mm256_or_si256(state.wrong, state.unended);
  return (_mm256_testz_si256(wrong, wrong) ? 0 : scan_not_utf8) |
         (_mm256_testz_si256(state.marks, state.marks) ? 0 : scan_has_marks);
}
#else
int scan_is_built_in(void) { return 0; }
int scan_bytes(const uint8_t *bytes, size_t count, uint8_t *stops) { return scan_not_utf8; }
#endif

size_t scan_count(const uint8_t *bytes, size_t count, uint8_t byte) {
  size_t found = 0;
  for (size_t start = 0; start < count;) {
    // Few enough to be counted in a byte, so that the compiler counts many bytes at once.
    const size_t end = count - start > 192 ? start + 192 : count;
    uint8_t few = 0;
    for (; start < end; start++) few += bytes[start] == byte;
    found += few;
  }
  return found;
}
