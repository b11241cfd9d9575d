/* Loaded before a program: counts what it does to the files of one folder, and ends or fails it at the N-th time.

   FAIL_IN    the folder
   FAIL_AT    N, from 1
   FAIL_HOW   kill: ended before it; tear: half of it is written, then ended; stop: stopped, as by Ctrl-Z;
              count: nothing; eio: fails once; full: this and every later write fails, as on a full disk
   FAIL_MARK  a file that is made when it comes to that; with count it holds how much was done */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long done;
static long at;
static const char *folder, *how, *mark;

__attribute__((constructor)) static void begin(void) {
  folder = getenv("FAIL_IN");
  how = getenv("FAIL_HOW");
  mark = getenv("FAIL_MARK");
  const char *number = getenv("FAIL_AT");
  at = number ? atol(number) : 0;
}

/* How often it came to something, for who wants to know beforehand. */
__attribute__((destructor)) static void end_of_all(void) {
  if (!mark || !how || strcmp(how, "count") != 0) return;
  char text[32];
  int length = snprintf(text, sizeof text, "%ld", (long)done);
  long file = syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY | O_TRUNC, 0600);
  if (file >= 0) syscall(SYS_write, file, text, length);
}

static int is_ours(const char *path) { return folder && path && strncmp(path, folder, strlen(folder)) == 0; }

static int is_ours_fd(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = syscall(SYS_readlink, link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_ours(path);
}

enum { GO_ON, TEAR, FAIL };

/* What is to become of the next thing that is done to a file. */
static int fate(int writes) {
  if (!at || !how) return GO_ON;
  long number = atomic_fetch_add(&done, 1) + 1;
  int is_full = strcmp(how, "full") == 0;
  if (number < at || (number > at && !(is_full && writes))) return GO_ON;
  if (mark) {
    long file = syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY, 0600);
    if (file >= 0) syscall(SYS_close, file);
  }
  if (strcmp(how, "stop") == 0) {
    kill(getpid(), SIGSTOP);
    return GO_ON;
  }
  if (strcmp(how, "tear") == 0) return TEAR;
  if (strcmp(how, "kill") == 0) kill(getpid(), SIGKILL);
  if (is_full && !writes) return GO_ON;
  errno = is_full ? ENOSPC : EIO;
  return FAIL;
}

static void end(void) { kill(getpid(), SIGKILL); }

#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t size) {
  if (is_ours_fd(fd)) switch (fate(1)) {
      case TEAR: syscall(SYS_write, fd, bytes, size / 2); end();
      case FAIL: return -1;
    }
  return REAL(write)(fd, bytes, size);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
  if (is_ours_fd(fd)) switch (fate(1)) {
      case TEAR: syscall(SYS_pwrite64, fd, bytes, size / 2, offset); end();
      case FAIL: return -1;
    }
  return REAL(pwrite)(fd, bytes, size, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) { return pwrite(fd, bytes, size, offset); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (is_ours_fd(fd)) switch (fate(1)) {
      case TEAR: end();
      case FAIL: return -1;
    }
  return REAL(writev)(fd, parts, count);
}

#define SIMPLE(condition, writes, call) \
  if (condition) switch (fate(writes)) { \
      case TEAR: end(); \
      case FAIL: return -1; \
    } \
  return call;

int fsync(int fd) { SIMPLE(is_ours_fd(fd), 0, REAL(fsync)(fd)) }
int fdatasync(int fd) { SIMPLE(is_ours_fd(fd), 0, REAL(fdatasync)(fd)) }
int ftruncate(int fd, off_t size) { SIMPLE(is_ours_fd(fd), 0, REAL(ftruncate)(fd, size)) }
int ftruncate64(int fd, off64_t size) { SIMPLE(is_ours_fd(fd), 0, REAL(ftruncate64)(fd, size)) }
int rename(const char *from, const char *to) { SIMPLE(is_ours(to), 0, REAL(rename)(from, to)) }
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
  SIMPLE(is_ours(to), 0, REAL(renameat2)(a, from, b, to, flags))
}
int unlink(const char *path) { SIMPLE(is_ours(path), 0, REAL(unlink)(path)) }

static int opened(int folder_fd, const char *path, int flags, mode_t mode) {
  if ((flags & O_CREAT) && is_ours(path) && access(path, F_OK) != 0) switch (fate(1)) {
      case TEAR: end();
      case FAIL: return -1;
    }
  return (int)syscall(SYS_openat, folder_fd, path, flags, mode);
}

#define MODE(last) mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, last); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int fd, const char *path, int flags, ...) { MODE(flags) return opened(fd, path, flags, mode); }
