#ifndef MERIT_DIGEST_H
#define MERIT_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/// Whether this machine has instructions for SHA-256 that `digest_blocks` can use.
int digest_is_built_in(void);

/// Works whole blocks of 64 bytes into the state of a SHA-256 (FIPS 180-4, section 6.2.2).
///
/// `constants` are the 64 words of the rounds. Must be called only where `digest_is_built_in()`.
void digest_blocks(uint32_t *state, const uint8_t *bytes, size_t blocks, const uint32_t *constants);

/// As `digest_blocks` for two hashes at once, whose states follow each other; it takes little longer
/// than for one.
void digest_pairs(
    uint32_t *states, const uint8_t *first, const uint8_t *second, size_t blocks,
    const uint32_t *constants);

#endif
