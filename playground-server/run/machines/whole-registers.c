/* Loaded before the C library of a machine's kernel (ld.so(8), /etc/ld.so.preload): lets kernels that
 * are older than AMX boot on processors that have it.
 *
 * Those up to 6.12 write 2696 bytes of registers back into a program that they hold:
 * arch/x86/um/user-offsets.c, FP_SIZE. The host answers EFAULT to fewer bytes than it has itself, 11008
 * with AMX: arch/x86/kernel/fpu/regset.c, xstateregs_set. Here they are written with the rest.
 */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* Not on the stack: that of a kernel has 16 KiB. It is for one thread at a time, as those kernels are.
 *
 * What follows the kernel's bytes stays as it was in the first program, before its first instruction:
 * no program has more, for AMX has to be asked for (arch_prctl(2), ARCH_REQ_XCOMP_PERM), and it is the
 * machine's kernel that would be asked. */
static unsigned char whole[32 * 1024];
static size_t whole_bytes;

static long write_registers(pid_t pid, struct iovec *given)
{
	if (whole_bytes == 0) {
		struct iovec all = { whole, sizeof whole };
		if (syscall(SYS_ptrace, PTRACE_GETREGSET, pid, NT_X86_XSTATE, &all) < 0)
			return -1;
		whole_bytes = all.iov_len;
	}
	if (given->iov_len >= whole_bytes)
		return syscall(SYS_ptrace, PTRACE_SETREGSET, pid, NT_X86_XSTATE, given);
	memcpy(whole, given->iov_base, given->iov_len);
	struct iovec all = { whole, whole_bytes };
	return syscall(SYS_ptrace, PTRACE_SETREGSET, pid, NT_X86_XSTATE, &all);
}

/* As in glibc, sysdeps/unix/sysv/linux/ptrace.c: a word that is read is returned, not stored. */
long ptrace(enum __ptrace_request request, ...)
{
	va_list rest;
	va_start(rest, request);
	pid_t pid = va_arg(rest, pid_t);
	void *address = va_arg(rest, void *);
	void *data = va_arg(rest, void *);
	va_end(rest);
	if (request == PTRACE_SETREGSET && address == (void *)NT_X86_XSTATE)
		return write_registers(pid, data);
	long word;
	int reads = request >= PTRACE_PEEKTEXT && request <= PTRACE_PEEKUSER;
	long result = syscall(SYS_ptrace, request, pid, address, reads ? &word : data);
	if (!reads || result < 0)
		return result;
	errno = 0;
	return word;
}
