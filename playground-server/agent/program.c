#define _GNU_SOURCE
#include "program.h"
#include "record.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

const char program_path[] = "/program";

/** User 0, who owns the settings, and has none of the capabilities that would lead to the agent. */
static void drop_capabilities(void)
{
    struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct none[2] = { 0 };
    for (int capability = 0; prctl(PR_CAPBSET_DROP, capability) == 0; capability++)
        ;
    must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs");
    must(syscall(SYS_capset, &head, none), "capset");
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
