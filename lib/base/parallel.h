/* lib/base/parallel.h - the same work for many things, on all cores. */
#pragma once

#include <stdatomic.h>
#include <stddef.h>

/* What a long work has done so far, for whoever shows it; may be read from another thread at any time. */
typedef struct Progress {
    _Atomic(const char *) stage; /* a literal, as "rendering" */
    atomic_size_t done;
    atomic_size_t total;
} Progress;

/* Calls `work(context, i, worker)` once for each i below `count`; `worker` is below `jobs` and no two calls at one time
 * share it. In which order is not said: whoever needs an order sorts afterwards. `jobs` is at least 1; `progress` may
 * be NULL. Returns when all is done. */
void parallel_for(size_t count, int jobs, void (*work)(void *context, size_t i, int worker), void *context,
                  Progress *progress);

int parallel_cores(void); /* how many processors this process may use, at least 1 */
