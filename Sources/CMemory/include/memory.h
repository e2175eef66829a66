#ifndef MERIT_MEMORY_H
#define MERIT_MEMORY_H

/// Lets the process keep memory that it gives back for what it asks for next, up to blocks of 32 MiB.
///
/// Otherwise the system takes it, and clears each page anew when it is asked for again. Does nothing where
/// the C library is not glibc, and nothing where MALLOC_TRIM_THRESHOLD_ or MALLOC_MMAP_THRESHOLD_ is set.
void memory_keep(void);

#endif
