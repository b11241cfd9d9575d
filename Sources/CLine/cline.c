#define _GNU_SOURCE
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "editor.h"

enum { history_size = 2000 };
static const char literal = '\1';

cline *editor_of(EditLine *el) {
  void *editor = NULL;
  el_get(el, EL_CLIENTDATA, &editor);
  return editor;
}

static char *prompt_of(EditLine *el) { return editor_of(el)->prompt; }

static unsigned char on_interrupt(EditLine *el, int key) {
  (void)key;
  cline *editor = editor_of(el);
  editor->interrupted = 1;
  fputs(editor->capable ? "^C\x1b[J\n" : "^C\n", stdout);
  return CC_EOF;
}

// libedit's own handler for this signal works once a line only, and does not draw the line again.
static unsigned char on_suspend(EditLine *el, int key) {
  (void)key;
  struct sigaction stop = {.sa_handler = SIG_DFL}, former;
  el_set(el, EL_PREP_TERM, 0);
  bracket_pastes(editor_of(el), 0);
  sigaction(SIGTSTP, &stop, &former);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &former, NULL);
  bracket_pastes(editor_of(el), 1);
  el_set(el, EL_PREP_TERM, 1);
  el_set(el, EL_REFRESH);
  return CC_NORM;
}

static void load_history(cline *editor) {
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, history_size);
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(editor->el, EL_HIST, history, editor->history);
  if (!editor->history_file) return;
  int lines = history(editor->history, &event, H_LOAD, editor->history_file);
  if (lines > 2 * history_size) history(editor->history, &event, H_SAVE, editor->history_file);
}

static void bind_keys(cline *editor) {
  EditLine *el = editor->el;
  el_set(el, EL_ADDFN, "app-interrupt", "Drop the line", on_interrupt);
  el_set(el, EL_ADDFN, "app-suspend", "Stop the program", on_suspend);
  el_set(el, EL_ADDFN, "app-complete", "Complete the word", on_complete);
  el_set(el, EL_ADDFN, "app-search", "Search the history", on_search);
  el_set(el, EL_ADDFN, "app-paste", "Take a paste", on_paste);
  // Ctrl-C as a key: "intr=" instead would be undone after the first line.
  el_set(el, EL_SETTY, "-d", "-isig", NULL);
  el_set(el, EL_BIND, "^C", "app-interrupt", NULL);
  el_set(el, EL_BIND, "^Z", "app-suspend", NULL);
  el_set(el, EL_BIND, "^I", "app-complete", NULL);
  el_set(el, EL_BIND, "^R", editor->capable ? "app-search" : "em-inc-search-prev", NULL);
  el_set(el, EL_BIND, "\\e[200~", "app-paste", NULL);
  el_set(el, EL_BIND, "\\e[201~", "ed-ignore", NULL);
}

cline *cline_open(const char *program, const char *history_file) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return NULL;
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
  cline *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->history_file = history_file ? strdup(history_file) : NULL;
  editor->history = history_init();
  editor->el = el_init(program, stdin, stdout, stderr);
  if (!editor->el || !editor->history) return cline_close(editor), NULL;
  el_set(editor->el, EL_CLIENTDATA, editor);
  el_set(editor->el, EL_PROMPT_ESC, prompt_of, literal);
  el_set(editor->el, EL_EDITOR, "emacs");
  el_set(editor->el, EL_SIGNAL, 1);
  load_history(editor);
  el_source(editor->el, NULL);
  const char *terminal = getenv("TERM");
  editor->capable = terminal && *terminal && strcmp(terminal, "dumb") != 0;
  bind_keys(editor);
  prepare_hints(editor);
  return editor;
}

void cline_close(cline *editor) {
  if (editor->el) el_end(editor->el);
  if (editor->history) history_end(editor->history);
  cline_drop_pasted(editor);
  free(editor->history_file);
  free(editor->prompt);
  free(editor->line);
  free(editor);
}

void cline_set_completer(cline *editor, cline_completer completer, void *context) {
  editor->completer = completer;
  editor->context = context;
}

// libedit wants escape sequences between literal marks, or it counts them as columns.
static char *marked(const char *prompt) {
  char *marked = malloc(3 * strlen(prompt) + 1), *to = marked;
  for (const char *from = prompt; marked && *from;) {
    size_t length = from[0] == '\x1b' && from[1] == '[' ? 2 + strspn(from + 2, "0123456789;") + 1 : 0;
    if (length == 0 || length > strlen(from)) {
      *to++ = *from++;
      continue;
    }
    *to++ = literal;
    memcpy(to, from, length);
    to += length, from += length;
    *to++ = literal;
  }
  if (marked) *to = 0;
  return marked;
}

enum cline_status cline_read(cline *editor, const char *prompt, const char **line) {
  free(editor->line);
  *line = editor->line = next_pasted(editor, prompt);
  if (*line) return cline_status_line;
  free(editor->prompt);
  editor->prompt = marked(prompt);
  if (!editor->prompt) return cline_status_end;
  editor->interrupted = 0;
  el_resize(editor->el);
  guard_terminal(editor);
  bracket_pastes(editor, 1);
  int count = 0;
  const char *typed = el_gets(editor->el, &count);
  bracket_pastes(editor, 0);
  unguard_terminal();
  if (!editor->interrupted && (!typed || count <= 0)) fputc('\n', stdout);
  fflush(stdout);
  if (editor->interrupted) {
    cline_drop_pasted(editor);
    return cline_status_interrupted;
  }
  if (!typed || count <= 0) return cline_status_end;
  *line = editor->line = strndup(typed, strcspn(typed, "\n"));
  return *line ? cline_status_line : cline_status_end;
}

// A history of its own: the count of H_NSAVE_FP is one off in some versions of libedit.
static int append(FILE *file, const char *line) {
  HistEvent event;
  History *single = history_init();
  if (!single) return -1;
  history(single, &event, H_SETSIZE, 1);
  history(single, &event, H_ENTER, line);
  fseek(file, 0, SEEK_END);
  int written = history(single, &event, H_SAVE_FP, file);
  history_end(single);
  return written;
}

int cline_remember(cline *editor, const char *line) {
  HistEvent event;
  if (history(editor->history, &event, H_FIRST) >= 0 && strcmp(event.str, line) == 0) return 0;
  if (history(editor->history, &event, H_ENTER, line) < 0 || !editor->history_file) return 0;
  int descriptor = open(editor->history_file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "a");
  if (!file) {
    if (descriptor >= 0) close(descriptor);
    return -1;
  }
  fchmod(descriptor, 0600);
  int written = append(file, line);
  return fclose(file) == 0 && written >= 0 ? 0 : -1;
}
