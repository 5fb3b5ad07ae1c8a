/* What instructions.py asks of callgrind, the program that counts its instructions: start, forget, write down. */
#include <valgrind/callgrind.h>

void start(void) { CALLGRIND_START_INSTRUMENTATION; }
void forget(void) { CALLGRIND_ZERO_STATS; }
void note(const char *name) { CALLGRIND_DUMP_STATS_AT(name); }
