// What Swift cannot call by itself: the functions of libedit take different arguments by the number of
// what is asked for, and the standard streams are variables.
#pragma once
#include <histedit.h>
#include <stdio.h>

typedef char *(*cedit_prompt)(EditLine *);
typedef unsigned char (*cedit_function)(EditLine *, int);

// A history that forgets the oldest of more than `size` lines.
static inline History *cedit_history(int size) {
  HistEvent event;
  History *history_of_lines = history_init();
  if (history_of_lines) {
    history(history_of_lines, &event, H_SETSIZE, size);
    history(history_of_lines, &event, H_SETUNIQUE, 1);
  }
  return history_of_lines;
}

static inline void cedit_remember(History *lines, const char *line) {
  HistEvent event;
  history(lines, &event, H_ENTER, line);
}

// An editor on the standard streams. Signals are left to the keys below while a line is edited.
static inline EditLine *cedit_open(
    const char *program, History *lines, void *owner, cedit_prompt prompt) {
  EditLine *editor = el_init(program, stdin, stdout, stderr);
  if (!editor) return NULL;
  el_set(editor, EL_CLIENTDATA, owner);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_HIST, history, lines);
  el_set(editor, EL_PROMPT, prompt);
  el_set(editor, EL_SIGNAL, 1);
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
  el_set(editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
  return editor;
}

static inline void cedit_bind(
    EditLine *editor, const char *key, const char *name, cedit_function function) {
  el_set(editor, EL_ADDFN, name, name, function);
  el_set(editor, EL_BIND, key, name, NULL);
}

static inline void *cedit_owner(EditLine *editor) {
  void *owner = NULL;
  el_get(editor, EL_CLIENTDATA, &owner);
  return owner;
}
