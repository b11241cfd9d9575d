#ifndef CLINE_EDITOR_H
#define CLINE_EDITOR_H

#include <histedit.h>
#include <stddef.h>
#include <stdio.h>

#include "cline.h"

struct cline {
  EditLine *el;
  History *history;
  char *history_file;
  char *prompt;
  char *line;
  char *pasted;
  int interrupted;
  // The terminal knows escape sequences.
  int capable;
  int hints;
  // Ctrl-R has the line.
  int searching;
  cline_completer completer;
  void *context;
};

cline *editor_of(EditLine *el);

unsigned char on_complete(EditLine *el, int key);
/// Writes at most `room` columns and gives the columns used; measures only when `out` is NULL.
int put_columns(FILE *out, const char *text, int room);

/// Takes over the reading of letters, to show hints and to draw the line anew where the window has another size.
void prepare_hints(cline *editor);
/// Goes to the start of the prompt and clears what is below: what follows is drawn anew.
void leave_line(EditLine *el);

/// Searches the history letter by letter.
unsigned char on_search(EditLine *el, int key);

/// Switches the marks on with which a terminal sends a paste.
void bracket_pastes(const cline *editor, int on);
unsigned char on_paste(EditLine *el, int key);
/// The next whole line of a paste, shown as if typed; NULL when there is none. The caller frees it.
char *next_pasted(cline *editor, const char *prompt);

// From now on the terminal is as it is now when a signal ends the program, without pastes in brackets.
void guard_terminal(const cline *editor);
void unguard_terminal(void);

#endif
