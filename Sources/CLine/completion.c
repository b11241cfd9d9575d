#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "editor.h"

struct candidate {
  char *text, *detail;
};

struct cline_answer {
  size_t start, count;
  char *insertion;
  struct candidate *candidates;
};

void cline_answer_insert(cline_answer *answer, size_t start, const char *text) {
  free(answer->insertion);
  answer->start = start;
  answer->insertion = strdup(text);
}

void cline_answer_add(cline_answer *answer, const char *text, const char *detail) {
  struct candidate *grown = realloc(answer->candidates, (answer->count + 1) * sizeof *grown);
  if (!grown) return;
  answer->candidates = grown;
  grown[answer->count++] = (struct candidate){strdup(text), strdup(detail)};
}

static void answer_free(cline_answer *answer) {
  for (size_t i = 0; i < answer->count; i++) {
    free(answer->candidates[i].text);
    free(answer->candidates[i].detail);
  }
  free(answer->candidates);
  free(answer->insertion);
}

int put_columns(FILE *out, const char *text, int room) {
  int used = 0;
  mbstate_t state = {0};
  for (size_t left = text ? strlen(text) : 0; left > 0;) {
    wchar_t letter;
    size_t bytes = mbrtowc(&letter, text, left, &state);
    if (bytes == 0 || bytes > left) break;
    int width = wcwidth(letter);
    if (used + (width < 0 ? 1 : width) > room) break;
    used += width < 0 ? 1 : width;
    if (out && width < 0) fputc('?', out);
    if (out && width >= 0) fwrite(text, 1, bytes, out);
    text += bytes, left -= bytes;
  }
  return used;
}

static void show_candidates(const cline_answer *answer) {
  struct winsize window = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
  int room = (window.ws_col > 0 ? window.ws_col : 80) - 1, height = window.ws_row > 3 ? window.ws_row - 3 : 20;
  int widest = 1, details = 0;
  for (size_t i = 0; i < answer->count; i++) {
    int width = put_columns(NULL, answer->candidates[i].text, room);
    if (width > widest) widest = width;
    if (answer->candidates[i].detail && *answer->candidates[i].detail) details = 1;
  }
  size_t columns = details || widest + 2 > room ? 1 : (size_t)(room / (widest + 2));
  size_t rows = (answer->count + columns - 1) / columns;
  size_t shown = rows < (size_t)height ? rows : (size_t)height;
  for (size_t row = 0; row < shown; row++) {
    for (size_t column = 0; column < columns && row + column * rows < answer->count; column++) {
      const struct candidate *candidate = &answer->candidates[row + column * rows];
      int used = put_columns(stdout, candidate->text, room);
      int last = row + (column + 1) * rows >= answer->count;
      if (details ? *candidate->detail : !last) printf("%*s", widest + 2 - used, "");
      if (details) put_columns(stdout, candidate->detail, room - widest - 2);
    }
    fputc('\n', stdout);
  }
  if (shown < rows) printf("and %zu more\n", answer->count - shown * columns);
}

static unsigned char complete(EditLine *el, const char *line, size_t cursor, const cline_answer *answer) {
  if (answer->count == 0 || !answer->insertion || answer->start > cursor) return CC_ERROR;
  size_t typed = cursor - answer->start;
  if (strlen(answer->insertion) != typed || memcmp(line + answer->start, answer->insertion, typed) != 0) {
    int letters = 0;
    for (size_t i = answer->start; i < cursor; i++) letters += (line[i] & 0xC0) != 0x80;
    el_deletestr(el, letters);
    if (*answer->insertion) el_insertstr(el, answer->insertion);
    return CC_REFRESH;
  }
  // The cursor may stand above the last row of a long line: what is below is drawn again after the list.
  fputs(editor_of(el)->capable ? "\n\x1b[J" : "\n", stdout);
  show_candidates(answer);
  return CC_REDISPLAY;
}

unsigned char on_complete(EditLine *el, int key) {
  (void)key;
  cline *editor = editor_of(el);
  const LineInfo *info = el_line(el);
  size_t cursor = (size_t)(info->cursor - info->buffer);
  char *line = strndup(info->buffer, (size_t)(info->lastchar - info->buffer));
  if (!line || !editor->completer) return free(line), CC_ERROR;
  cline_answer answer = {0};
  editor->completer(editor->context, line, cursor, &answer);
  unsigned char result = complete(el, line, cursor, &answer);
  answer_free(&answer);
  free(line);
  return result;
}
