#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "editor.h"

void bracket_pastes(const cline *editor, int on) {
  if (editor->capable) fputs(on ? "\x1b[?2004h" : "\x1b[?2004l", stdout);
  fflush(stdout);
}

// Reads up to the end mark; line ends become \n, tabs blanks, other control characters vanish.
static wchar_t *read_paste(EditLine *el) {
  static const wchar_t mark[] = L"\x1b[201~";
  size_t length = 0, size = 256, matched = 0;
  wchar_t *text = malloc(size * sizeof *text), letter, previous = 0;
  while (text && matched < 6 && el_wgetc(el, &letter) == 1) {
    matched = letter == mark[matched] ? matched + 1 : letter == mark[0];
    if (matched > 0) continue;
    int second = previous == L'\r' && letter == L'\n';
    previous = letter;
    if (letter == L'\r') letter = L'\n';
    if (letter == L'\t') letter = L' ';
    if (second || (letter != L'\n' && (letter < 32 || letter == 127))) continue;
    if (length + 1 == size) {
      wchar_t *grown = realloc(text, (size *= 2) * sizeof *text);
      if (!grown) return free(text), NULL;
      text = grown;
    }
    text[length++] = letter;
  }
  if (text) text[length] = 0;
  return text;
}

unsigned char on_paste(EditLine *el, int key) {
  (void)key;
  cline *editor = editor_of(el);
  wchar_t *text = read_paste(el);
  if (!text) return CC_ERROR;
  wchar_t *end = wcschr(text, L'\n');
  if (end) {
    *end++ = 0;
    size_t size = wcslen(end) * MB_CUR_MAX + 1;
    editor->pasted = malloc(size);
    if (editor->pasted && wcstombs(editor->pasted, end, size) == (size_t)-1) cline_drop_pasted(editor);
    el_push(el, "\n");
  }
  if (*text) el_winsertstr(el, text);
  free(text);
  return CC_REFRESH;
}

void cline_drop_pasted(cline *editor) {
  free(editor->pasted);
  editor->pasted = NULL;
}

// What is left without a line end goes to the keyboard's queue.
char *next_pasted(cline *editor, const char *prompt) {
  if (!editor->pasted) return NULL;
  char *end = strchr(editor->pasted, '\n'), *line = NULL;
  if (end) {
    line = strndup(editor->pasted, (size_t)(end - editor->pasted));
    printf("%s%s\n", prompt, line ? line : "");
    fflush(stdout);
    memmove(editor->pasted, end + 1, strlen(end + 1) + 1);
  } else {
    if (*editor->pasted) el_push(editor->el, editor->pasted);
    cline_drop_pasted(editor);
  }
  return line;
}
