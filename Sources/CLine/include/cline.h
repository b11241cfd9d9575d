#ifndef CLINE_H
#define CLINE_H

#include <stddef.h>

/// A line editor on the terminal: libedit's native interface without its variadic functions. One a process, one thread.
typedef struct cline cline;
/// What a completer fills in; lives only during its call.
typedef struct cline_answer cline_answer;

enum __attribute__((enum_extensibility(closed))) cline_status {
  cline_status_line,
  /// Ctrl-C: the line was dropped.
  cline_status_interrupted,
  /// Ctrl-D on an empty line, or no more input.
  cline_status_end
};

/// Called on Tab with the line and the byte offset of the cursor.
typedef void (*cline_completer)(
    void *_Nullable context, const char *_Nonnull line, size_t cursor, cline_answer *_Nonnull answer);

/// Takes standard input and output; NULL when one of them is no terminal.
/// The history file is read now, and made (mode 0600) by the first line.
cline *_Nullable cline_open(const char *_Nonnull program, const char *_Nullable history_file);
void cline_close(cline *_Nonnull editor);
void cline_set_completer(cline *_Nonnull editor, cline_completer _Nullable completer, void *_Nullable context);

/// Whether the rest of the newest line of the history that begins as typed is shown in faint letters after the cursor.
/// Never on a terminal that knows no escape sequences. Off at first.
void cline_set_hints(cline *_Nonnull editor, int on);

/// Reads a line in UTF-8, without its line end.
/// `line` is NULL unless the status is a line, and lives until the next call.
/// Escape sequences in the prompt (colours) may stand anywhere but at its end.
enum cline_status cline_read(
    cline *_Nonnull editor, const char *_Nonnull prompt, const char *_Nullable *_Nonnull line);

/// Adds a line to the history and to its file at once, so that nothing is lost when the program dies.
/// Returns -1 when the file could not be written.
int cline_remember(cline *_Nonnull editor, const char *_Nonnull line);

/// Forgets the lines of a paste that were not read yet.
void cline_drop_pasted(cline *_Nonnull editor);

/// Replaces the bytes from `start` to the cursor by `text`.
void cline_answer_insert(cline_answer *_Nonnull answer, size_t start, const char *_Nonnull text);
/// Adds a row to the list that is shown when the insertion changes nothing; the detail may be empty.
void cline_answer_add(cline_answer *_Nonnull answer, const char *_Nonnull text, const char *_Nonnull detail);

enum __attribute__((enum_extensibility(closed))) cline_screen_event {
  cline_screen_event_bytes,
  /// Nothing came for as long as was waited.
  cline_screen_event_quiet,
  /// The window has another size, or the program goes on after it was stopped: everything is to be drawn anew.
  cline_screen_event_resized,
  /// The terminal is gone, or a signal asked the program to end.
  cline_screen_event_ended,
  /// A signal came between; wait once more.
  cline_screen_event_again
};

/// Takes the whole screen of the terminal, key by key; one a process, one thread. Returns -1 where that cannot be.
/// However the program ends, kill -9 left out, `leave` is written and
/// the terminal is as it was.
int cline_screen_open(const char *_Nonnull enter, const char *_Nonnull leave);
/// Gives the terminal back; the signal that asked the program to end, or 0.
int cline_screen_close(void);
void cline_screen_size(int *_Nonnull columns, int *_Nonnull rows);
/// Waits for keys or a change of the screen; without end where `milliseconds` is below 0.
enum cline_screen_event cline_screen_wait(
    int milliseconds, unsigned char *_Nonnull bytes, size_t size, size_t *_Nonnull count);

#endif
