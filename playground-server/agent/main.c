/* The first process of a machine: sets it up, waits for a job, starts and follows the program. */
#include "job.h"
#include "machine.h"
#include "program.h"
#include "record.h"
#include "trace.h"

#include <string.h>
#include <sys/utsname.h>

static void tell_ready(void)
{
    struct utsname name;
    uname(&name);
    begin_record(record_hello);
    put_word(protocol_version);
    put_bytes(name.release, strlen(name.release));
    send_record();
}

int main(void)
{
    make_devices();
    open_line();
    mount_systems();
    reserve_job();
    struct program program = prepare_program();
    tell_ready();
    await_word();
    read_job();
    struct orders orders = job_orders();
    mount_work(orders.job->has_disk);
    remove_devices();
    write_program(program_path);
    protect_root();
    let_go(&program);
    follow(&program, &orders);
}
