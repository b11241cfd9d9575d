#define _GNU_SOURCE
#include <stddef.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "editor.h"
#include "signals.h"

static struct termios former;
static struct sigaction former_actions[ending_count + crash_count];
static const char *leaving = "";
static volatile sig_atomic_t is_guarded;

static struct sigaction *former_of(int signal) {
  for (int i = 0; i < ending_count; i++) if (ending_signals[i] == signal) return &former_actions[i];
  for (int i = 0; i < crash_count; i++) if (crash_signals[i] == signal) return &former_actions[ending_count + i];
  return NULL;
}

// Only what a signal handler may call. What is raised here comes when the handler is left.
static void on_end(int signal) {
  if (is_guarded) {
    is_guarded = 0;
    struct sigaction ignore = {.sa_handler = SIG_IGN}, kept;
    sigaction(SIGTTOU, &ignore, &kept);
    (void)!write(STDOUT_FILENO, leaving, strlen(leaving));
    tcsetattr(STDIN_FILENO, TCSANOW, &former);
    sigaction(SIGTTOU, &kept, NULL);
  }
  struct sigaction *action = former_of(signal);
  if (action) sigaction(signal, action, NULL);
  raise(signal);
}

static void listen_to(int signal, struct sigaction *action, struct sigaction *kept) {
  sigaction(signal, action, kept);
  if (kept->sa_handler == SIG_IGN) sigaction(signal, kept, NULL);
}

void guard_terminal(const cline *editor) {
  if (tcgetattr(STDIN_FILENO, &former) != 0) return;
  leaving = editor->capable ? "\x1b[?2004l" : "";
  is_guarded = 1;
  struct sigaction action = {.sa_handler = on_end};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < ending_count; i++) listen_to(ending_signals[i], &action, &former_actions[i]);
  for (int i = 0; i < crash_count; i++) listen_to(crash_signals[i], &action, &former_actions[ending_count + i]);
}

void unguard_terminal(void) {
  if (!is_guarded) return;
  is_guarded = 0;
  for (int i = 0; i < ending_count; i++) sigaction(ending_signals[i], &former_actions[i], NULL);
  for (int i = 0; i < crash_count; i++) sigaction(crash_signals[i], &former_actions[ending_count + i], NULL);
}
