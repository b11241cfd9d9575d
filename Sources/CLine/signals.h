#ifndef SIGNALS_H
#define SIGNALS_H

#include <signal.h>

// Signals that end the program where nobody hears them, and those of a crash.
static const int ending_signals[] = {SIGINT,  SIGTERM,   SIGHUP,  SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2,
                                     SIGPIPE, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGIO};
static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
enum {
  ending_count = sizeof ending_signals / sizeof *ending_signals,
  crash_count = sizeof crash_signals / sizeof *crash_signals
};

#endif
