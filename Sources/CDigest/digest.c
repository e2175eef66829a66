// The instructions for SHA-256 of the machine, which Swift cannot name. Everything else about the
// hash, its constants included, stands in `Files/SHA256.swift`.
#include "digest.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

#define BUILT_IN __attribute__((target("sha,sse4.1,ssse3")))

int digest_is_built_in(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSE4_1) || !(c & bit_SSSE3)) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

// A hash under way: the eight words of its state as the instructions want them, and the sixteen of
// the schedule that are needed at a time.
struct Work {
  __m128i abef, cdgh, words[4];
};

static inline BUILT_IN struct Work begin(const uint32_t *state) {
  __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  struct Work work = {_mm_alignr_epi8(low, high, 8), _mm_blend_epi16(high, low, 0xF0)};
  return work;
}

static inline BUILT_IN void end(struct Work work, uint32_t *state) {
  __m128i feba = _mm_shuffle_epi32(work.abef, 0x1B), dchg = _mm_shuffle_epi32(work.cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

static inline BUILT_IN void load(struct Work *work, const uint8_t *block) {
  const __m128i big_endian =
      _mm_set_epi64x(0x0C0D0E0F08090A0BLL, 0x0405060700010203LL);
  for (int i = 0; i < 4; i++)
    work->words[i] = _mm_shuffle_epi8(
        _mm_loadu_si128((const __m128i *)(block + 16 * i)), big_endian);
}

// Four rounds, the i-th of sixteen such.
static inline BUILT_IN void rounds(struct Work *work, int i, const uint32_t *constants) {
  __m128i *words = work->words;
  if (i >= 4) {
    __m128i early = _mm_sha256msg1_epu32(words[i & 3], words[(i + 1) & 3]);
    __m128i middle = _mm_alignr_epi8(words[(i + 3) & 3], words[(i + 2) & 3], 4);
    words[i & 3] = _mm_sha256msg2_epu32(_mm_add_epi32(early, middle), words[(i + 3) & 3]);
  }
  __m128i round =
      _mm_add_epi32(words[i & 3], _mm_loadu_si128((const __m128i *)(constants + 4 * i)));
  work->cdgh = _mm_sha256rnds2_epu32(work->cdgh, work->abef, round);
  work->abef = _mm_sha256rnds2_epu32(work->abef, work->cdgh, _mm_shuffle_epi32(round, 0x0E));
}

static inline BUILT_IN void add(struct Work *work, struct Work before) {
  work->abef = _mm_add_epi32(work->abef, before.abef);
  work->cdgh = _mm_add_epi32(work->cdgh, before.cdgh);
}

BUILT_IN void digest_blocks(
    uint32_t *state, const uint8_t *bytes, size_t blocks, const uint32_t *constants) {
  struct Work work = begin(state);
  for (; blocks > 0; blocks--, bytes += 64) {
    const struct Work before = work;
    load(&work, bytes);
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) rounds(&work, i, constants);
    add(&work, before);
  }
  end(work, state);
}

BUILT_IN void digest_pairs(
    uint32_t *states, const uint8_t *first, const uint8_t *second, size_t blocks,
    const uint32_t *constants) {
  struct Work one = begin(states), two = begin(states + 8);
  for (; blocks > 0; blocks--, first += 64, second += 64) {
    const struct Work one_before = one, two_before = two;
    load(&one, first);
    load(&two, second);
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      // Each waits for itself; so one works while the other waits.
      rounds(&one, i, constants);
      rounds(&two, i, constants);
    }
    add(&one, one_before);
    add(&two, two_before);
  }
  end(one, states);
  end(two, states + 8);
}
#else
int digest_is_built_in(void) { return 0; }
void digest_blocks(
    uint32_t *state, const uint8_t *bytes, size_t blocks, const uint32_t *constants) {}
void digest_pairs(
    uint32_t *states, const uint8_t *first, const uint8_t *second, size_t blocks,
    const uint32_t *constants) {}
#endif
