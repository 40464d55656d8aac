#define _GNU_SOURCE
#include "program.h"
#include "record.h"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

const char program_path[] = "/program";

/** What root keeps: nothing of it leads to the agent, to a device or to the kernel's settings. */
static const uint32_t kept_capabilities =
    1U << CAP_CHOWN | 1U << CAP_DAC_OVERRIDE | 1U << CAP_FOWNER | 1U << CAP_FSETID |
    1U << CAP_KILL | 1U << CAP_SETGID | 1U << CAP_SETUID | 1U << CAP_LINUX_IMMUTABLE |
    1U << CAP_IPC_LOCK | 1U << CAP_SYS_NICE | 1U << CAP_SYS_RESOURCE;

static void drop_capabilities(void)
{
    struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct kept[2] = { { kept_capabilities, kept_capabilities, 0 } };
    for (int capability = 0; prctl(PR_CAPBSET_READ, capability) >= 0; capability++)
        if (capability > 31 || !(kept_capabilities >> capability & 1))
            must(prctl(PR_CAPBSET_DROP, capability), "PR_CAPBSET_DROP");
    must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs");
    must(syscall(SYS_capset, &head, kept), "capset");
}

/** Any user but root loses the capabilities with it. */
static int become_user(uint32_t user)
{
    return user == 0 || (setgroups(0, NULL) == 0 && setresgid(user, user, user) == 0 &&
                         setresuid(user, user, user) == 0);
}

static _Noreturn void become_program(int go, const int output[2])
{
    char *const argv[] = { (char *)program_path, NULL }, *const env[] = { "PWD=/work", NULL };
    char word;
    setsid();
    dup2(open("/dev/null", O_RDONLY), 0);
    dup2(output[0], 1);
    dup2(output[1], 2);
    drop_capabilities();
    if (read(go, &word, 1) != 1 || chdir("/work") != 0)
        _exit(127);
    struct orders orders = job_orders();
    if (!become_user(orders.job->user))
        _exit(127);
    close_range(3, ~0U, 0);
    for (uint32_t i = 0; i < orders.job->limits; i++) {
        const struct limit *limit = &orders.limits[i];
        setrlimit(limit->resource, &(struct rlimit){ limit->soft, limit->hard });
    }
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER,
          &(struct sock_fprog){ orders.job->instructions, orders.filter });
    execve(program_path, argv, env);
    _exit(127);
}

struct program prepare_program(void)
{
    int pipes[3][2];
    for (int i = 0; i < 3; i++)
        must(pipe2(pipes[i], O_CLOEXEC), "pipe");
    pid_t pid = fork();
    must(pid, "fork");
    if (pid == 0)
        become_program(pipes[2][0], (int[2]){ pipes[0][1], pipes[1][1] });
    for (int i = 0; i < 2; i++) {
        close(pipes[i][1]);
        fcntl(pipes[i][0], F_SETFL, O_NONBLOCK);
    }
    close(pipes[2][0]);
    must(ptrace(PTRACE_SEIZE, pid, NULL,
                (long)(PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEFORK |
                       PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC |
                       PTRACE_O_EXITKILL)),
         "ptrace");
    return (struct program){ pid, { pipes[0][0], pipes[1][0] }, pipes[2][1] };
}

void let_go(const struct program *program)
{
    must(write(program->go, "", 1) == 1 ? 0 : -1, "the program");
}
