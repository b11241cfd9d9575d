#include <xlsxwriter.h>

/* Declared here because the header that has it hides it from programs that do not ask for GNU's additions. */
extern int memfd_create(const char *name, unsigned int flags);

/* A file in memory, closed when another program is started: nothing of an interview is left on a disk. */
static inline int cxlsx_memory_file(void) { return memfd_create("draad", 1u); }
