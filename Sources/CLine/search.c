#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#include "editor.h"

enum { longest = 200, interrupt = 3, leave = 7, again = 18 };

// The newest line that holds the letters and stands before `last`; the very newest where that is NULL.
static const char *older(cline *editor, const char *letters, const char *last) {
  HistEvent event;
  int passed = last == NULL;
  for (int found = history(editor->history, &event, H_FIRST); found >= 0;
       found = history(editor->history, &event, H_NEXT)) {
    if (passed && strcasestr(event.str, letters) && (!last || strcmp(event.str, last) != 0)) return event.str;
    if (last && strcmp(event.str, last) == 0) passed = 1;
  }
  return NULL;
}

// Draws another prompt, and another line behind it.
static void show(EditLine *el, const char *prompt, const char *line) {
  cline *editor = editor_of(el);
  leave_line(el);
  free(editor->prompt);
  editor->prompt = strdup(prompt);
  const LineInfoW *info = el_wline(el);
  if (info->cursor < info->lastchar) el_cursor(el, (int)(info->lastchar - info->cursor));
  info = el_wline(el);
  if (info->lastchar > info->buffer) el_deletestr(el, (int)(info->lastchar - info->buffer));
  if (*line) el_insertstr(el, line);
  el_set(el, EL_REFRESH);
}

// What is looked for, and the line that is shown.
struct search {
  char letters[longest + MB_LEN_MAX + 1];
  char *line;
  int missing;
};

static void look(cline *editor, struct search *search, int further) {
  const char *found = *search->letters ? older(editor, search->letters, further ? search->line : NULL) : NULL;
  search->missing = *search->letters && !found;
  if (!found) return;
  free(search->line);
  search->line = strndup(found, strcspn(found, "\n"));
}

static void shorten(char *letters) {
  size_t length = strlen(letters);
  while (length > 0 && (letters[--length] & 0xC0) == 0x80) {}
  letters[length] = 0;
}

static void lengthen(char *letters, wchar_t letter) {
  size_t length = strlen(letters);
  mbstate_t state = {0};
  size_t bytes = length < longest ? wcrtomb(letters + length, letter, &state) : 0;
  letters[length + (bytes == (size_t)-1 ? 0 : bytes)] = 0;
}

// Takes keys until one is none of the search, and gives that one; 0 at the end of input.
static wchar_t ask(EditLine *el, struct search *search) {
  char prompt[longest + MB_LEN_MAX + 40];
  wchar_t key = 0;
  for (;;) {
    snprintf(prompt, sizeof prompt, "(%s: %s) ", search->missing ? "not found" : "search", search->letters);
    show(el, prompt, search->line ? search->line : "");
    if (el_wgetc(el, &key) != 1) return 0;
    if (key == again) {
      look(editor_of(el), search, 1);
    } else if (key == 8 || key == 127) {
      shorten(search->letters);
      look(editor_of(el), search, 0);
    } else if (iswprint((wint_t)key)) {
      lengthen(search->letters, key);
      look(editor_of(el), search, 0);
    } else {
      return key;
    }
  }
}

unsigned char on_search(EditLine *el, int pressed) {
  (void)pressed;
  cline *editor = editor_of(el);
  const LineInfo *info = el_line(el);
  char *typed = strndup(info->buffer, (size_t)(info->lastchar - info->buffer)), *prompt = strdup(editor->prompt);
  struct search search = {.line = typed ? strdup(typed) : NULL};
  if (!typed || !prompt || !search.line) return free(typed), free(prompt), free(search.line), CC_ERROR;
  editor->searching = 1;
  wchar_t key = ask(el, &search);
  editor->searching = 0;
  show(el, prompt, key == leave ? typed : search.line);
  free(typed), free(prompt), free(search.line);
  if (key == 0) return CC_EOF;
  // Any other key does what it does on a line.
  char text[2] = {(char)key, 0};
  if (key < 128 && key != leave) el_push(el, text);
  return CC_NORM;
}
