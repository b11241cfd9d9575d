#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "cline.h"
#include "signals.h"

// Those that only change the screen.
static const int changing[] = {SIGWINCH, SIGTSTP};
enum { changes = 2, all = ending_count + crash_count + changes };

static struct termios former, raw;
static struct sigaction former_actions[all];
static char *entering, *leaving;
static volatile sig_atomic_t is_open, ended_by;
static int heard[2] = {-1, -1};
static char crash_stack[65536];

static void say(const char *text) {
  for (size_t left = strlen(text); left > 0;) {
    ssize_t written = write(STDOUT_FILENO, text, left);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written, left -= (size_t)written;
  }
}

// Only what a signal handler may call. In the background the terminal would stop who changes it.
static void give_back(int how) {
  if (!is_open) return;
  is_open = 0;
  struct sigaction ignore = {.sa_handler = SIG_IGN}, kept;
  sigaction(SIGTTOU, &ignore, &kept);
  say(leaving);
  tcsetattr(STDIN_FILENO, how, &former);
  sigaction(SIGTTOU, &kept, NULL);
}

static void take(void) {
  tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
  is_open = 1;
  say(entering);
}

static int number_of(int signal) {
  for (int i = 0; i < ending_count; i++) if (ending_signals[i] == signal) return i;
  for (int i = 0; i < crash_count; i++) if (crash_signals[i] == signal) return ending_count + i;
  for (int i = 0; i < changes; i++) if (changing[i] == signal) return ending_count + crash_count + i;
  return 0;
}

static void on_crash(int signal) {
  give_back(TCSANOW);
  sigaction(signal, &former_actions[number_of(signal)], NULL);
  raise(signal);
}

static void on_end(int signal) {
  int kept = errno;
  // Asked twice: what runs now does not end by itself.
  if (ended_by && signal != SIGHUP) {
    struct sigaction plain = {.sa_handler = SIG_DFL};
    give_back(TCSANOW);
    sigaction(signal, &plain, NULL);
    raise(signal);
  }
  ended_by = signal;
  (void)!write(heard[1], "e", 1);
  errno = kept;
}

static void on_change(int signal) {
  int kept = errno;
  (void)!write(heard[1], signal == SIGTSTP ? "s" : "r", 1);
  errno = kept;
}

static void listen_to(const int *signals, int count, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < count; i++) {
    struct sigaction *former = &former_actions[number_of(signals[i])];
    sigaction(signals[i], &action, former);
    // Who was told not to hear it goes on so; Ctrl-C is not heard while a command of the shell runs, and this is one.
    if (signals == ending_signals && signals[i] != SIGINT && former->sa_handler == SIG_IGN) sigaction(signals[i], former, NULL);
  }
}

static void stop_listening(void) {
  for (int i = 0; i < ending_count; i++) sigaction(ending_signals[i], &former_actions[i], NULL);
  for (int i = 0; i < crash_count; i++) sigaction(crash_signals[i], &former_actions[ending_count + i], NULL);
  for (int i = 0; i < changes; i++) sigaction(changing[i], &former_actions[number_of(changing[i])], NULL);
}

int cline_screen_open(const char *enter, const char *leave) {
  if (tcgetattr(STDIN_FILENO, &former) != 0 || pipe2(heard, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  free(entering), free(leaving);
  entering = strdup(enter), leaving = strdup(leave), ended_by = 0;
  if (!entering || !leaving) return -1;
  raw = former;
  cfmakeraw(&raw);
  raw.c_cc[VMIN] = 1, raw.c_cc[VTIME] = 0;
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  listen_to(crash_signals, crash_count, on_crash, SA_ONSTACK | SA_NODEFER);
  listen_to(ending_signals, ending_count, on_end, 0);
  listen_to(changing, changes, on_change, 0);
  take();
  return 0;
}

int cline_screen_close(void) {
  give_back(TCSAFLUSH);
  stop_listening();
  close(heard[0]), close(heard[1]);
  heard[0] = heard[1] = -1;
  return ended_by;
}

void cline_screen_size(int *columns, int *rows) {
  struct winsize window = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
  *columns = window.ws_col > 0 ? window.ws_col : 80;
  *rows = window.ws_row > 0 ? window.ws_row : 24;
}

static enum cline_screen_event hear(void) {
  char said[64];
  ssize_t count = read(heard[0], said, sizeof said);
  if (count <= 0) return cline_screen_event_resized;
  if (memchr(said, 'e', (size_t)count)) return cline_screen_event_ended;
  if (memchr(said, 's', (size_t)count)) {
    give_back(TCSANOW);
    raise(SIGSTOP);
    take();
  }
  return cline_screen_event_resized;
}

enum cline_screen_event cline_screen_wait(
    int milliseconds, unsigned char *bytes, size_t size, size_t *count) {
  struct pollfd sources[2] = {{.fd = heard[0], .events = POLLIN}, {.fd = STDIN_FILENO, .events = POLLIN}};
  *count = 0;
  int ready = poll(sources, 2, milliseconds);
  if (ready < 0 && errno != EINTR) return cline_screen_event_ended;
  if (ready < 0) return cline_screen_event_again;
  if (ready == 0) return cline_screen_event_quiet;
  if (sources[0].revents & POLLIN) return hear();
  ssize_t length = read(STDIN_FILENO, bytes, size);
  if (length < 0 && (errno == EINTR || errno == EAGAIN)) return cline_screen_event_again;
  if (length <= 0) return cline_screen_event_ended;
  *count = (size_t)length;
  return cline_screen_event_bytes;
}
