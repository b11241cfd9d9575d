#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wctype.h>

#include "editor.h"

static int resized[2] = {-1, -1};

static void on_resize(int signal) {
  (void)signal;
  int kept = errno;
  (void)!write(resized[1], "r", 1);
  errno = kept;
}

static int window_columns(void) {
  struct winsize window = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
  return window.ws_col > 0 ? window.ws_col : 80;
}

static int prompt_columns(const cline *editor) {
  int columns = 0;
  for (const char *from = editor->prompt; *from;) {
    size_t length = strcspn(from, "\1");
    char *shown = strndup(from, length);
    columns += put_columns(NULL, shown, 1 << 20);
    free(shown);
    from += length;
    if (*from) from += 1 + strcspn(from + 1, "\1");
    if (*from) from++;
  }
  return columns;
}

// The columns from the start of the prompt to the cursor.
static int columns_before_cursor(EditLine *el) {
  const LineInfo *info = el_line(el);
  char *head = strndup(info->buffer, (size_t)(info->cursor - info->buffer));
  int columns = prompt_columns(editor_of(el)) + put_columns(NULL, head, 1 << 20);
  free(head);
  return columns;
}

// What the newest line of the history adds to the line that is typed; NULL where there is none, or no place for it.
static char *hint_for(EditLine *el) {
  cline *editor = editor_of(el);
  const LineInfo *info = el_line(el);
  size_t length = (size_t)(info->lastchar - info->buffer);
  if (!editor->hints || editor->searching || info->cursor != info->lastchar || length == 0) return NULL;
  if (columns_before_cursor(el) >= window_columns() - 1) return NULL;
  HistEvent event;
  for (int found = history(editor->history, &event, H_FIRST); found >= 0;
       found = history(editor->history, &event, H_NEXT)) {
    if (strncmp(event.str, info->buffer, length) != 0) continue;
    size_t rest = strcspn(event.str + length, "\n");
    if (rest > 0) return strndup(event.str + length, rest);
  }
  return NULL;
}

// Leaves the cursor where it was; true when something was drawn.
static int draw_hint(EditLine *el) {
  char *hint = hint_for(el);
  if (!hint) return 0;
  int room = window_columns() - 1 - columns_before_cursor(el), all = put_columns(NULL, hint, 1 << 20);
  fputs("\x1b[2m", stdout);
  int drawn = put_columns(stdout, hint, all > room ? room - 1 : room);
  if (all > room) drawn += put_columns(stdout, "…", 1);
  fputs("\x1b[0m", stdout);
  if (drawn > 0) printf("\x1b[%dD", drawn);
  fflush(stdout);
  free(hint);
  return 1;
}

// A terminal that became narrower or wider has broken the line anew by itself.
void leave_line(EditLine *el) {
  int above = columns_before_cursor(el) / window_columns();
  fputc('\r', stdout);
  if (above > 0) printf("\x1b[%dA", above);
  fputs("\x1b[J", stdout);
  fflush(stdout);
}

static void redraw_resized(EditLine *el) {
  char said[64];
  while (read(resized[0], said, sizeof said) > 0) {}
  leave_line(el);
  el_resize(el);
  el_set(el, EL_REFRESH);
}

// Shows the hint for as long as nothing is typed.
static void wait_for_key(EditLine *el) {
  struct pollfd sources[2] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = resized[0], .events = POLLIN}};
  if (poll(sources, 1, 0) != 0) return;
  struct sigaction listen = {.sa_handler = on_resize}, former;
  sigemptyset(&listen.sa_mask);
  sigaction(SIGWINCH, &listen, &former);
  int drawn = draw_hint(el);
  for (;;) {
    int ready = poll(sources, 2, -1);
    if (ready < 0 && errno != EINTR) break;
    if (ready > 0 && !(sources[1].revents & POLLIN)) break;
    if (ready > 0) redraw_resized(el);
    drawn |= draw_hint(el);
  }
  sigaction(SIGWINCH, &former, NULL);
  if (drawn) fputs("\x1b[K", stdout), fflush(stdout);
}

// libedit's own way to read a letter, after the wait.
static int read_letter(EditLine *el, wchar_t *letter) {
  wait_for_key(el);
  el_wset(el, EL_GETCFN, (el_rfunc_t)EL_BUILTIN_GETCFN);
  int count = el_wgetc(el, letter);
  el_wset(el, EL_GETCFN, read_letter);
  return count;
}

static unsigned char take(EditLine *el, char *text) {
  int done = text && el_insertstr(el, text) == 0;
  free(text);
  return done ? CC_REFRESH : CC_ERROR;
}

static unsigned char on_forward(EditLine *el, int key) {
  (void)key;
  const LineInfoW *info = el_wline(el);
  if (info->cursor == info->lastchar) return take(el, hint_for(el));
  el_cursor(el, 1);
  return CC_CURSOR;
}

static unsigned char on_end(EditLine *el, int key) {
  (void)key;
  const LineInfoW *info = el_wline(el);
  if (info->cursor < info->lastchar) return el_cursor(el, (int)(info->lastchar - info->cursor)), CC_CURSOR;
  char *hint = hint_for(el);
  return hint ? take(el, hint) : CC_NORM;
}

static unsigned char on_forward_word(EditLine *el, int key) {
  (void)key;
  const LineInfoW *info = el_wline(el);
  if (info->cursor < info->lastchar) {
    const wchar_t *to = info->cursor;
    while (to < info->lastchar && !iswalnum((wint_t)*to)) to++;
    while (to < info->lastchar && iswalnum((wint_t)*to)) to++;
    return el_cursor(el, (int)(to - info->cursor)), CC_CURSOR;
  }
  char *hint = hint_for(el);
  if (hint) {
    size_t blanks = strspn(hint, " ");
    hint[blanks + strcspn(hint + blanks, " ")] = 0;
  }
  return take(el, hint);
}

static void bind_each(EditLine *el, const char *function, const char *const *keys) {
  for (; *keys; keys++) el_set(el, EL_BIND, *keys, function, NULL);
}

void prepare_hints(cline *editor) {
  EditLine *el = editor->el;
  el_set(el, EL_ADDFN, "app-forward", "Forward, into the hint at the end", on_forward);
  el_set(el, EL_ADDFN, "app-end", "To the end, with the hint", on_end);
  el_set(el, EL_ADDFN, "app-forward-word", "A word forward, into the hint at the end", on_forward_word);
  bind_each(el, "app-forward", (const char *const[]){"^F", "\\e[C", "\\eOC", NULL});
  bind_each(el, "app-end", (const char *const[]){"^E", "\\e[F", "\\eOF", "\\e[4~", "\\e[8~", NULL});
  bind_each(el, "app-forward-word", (const char *const[]){"\\ef", "\\e[1;5C", "\\e[1;3C", NULL});
  if (!editor->capable || (resized[0] < 0 && pipe2(resized, O_CLOEXEC | O_NONBLOCK) != 0)) return;
  el_wset(el, EL_GETCFN, read_letter);
}

void cline_set_hints(cline *editor, int on) { editor->hints = on && editor->capable; }
