#define _GNU_SOURCE
#include "machine.h"
#include "record.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

/** Numbers of devices: Documentation/admin-guide/devices.txt. */
static const struct device {
    const char *path;
    mode_t mode;
    unsigned major, minor;
} devices[] = {
    { "/dev/ttyS0", S_IFCHR | 0600, 4, 64 },  { "/dev/null", S_IFCHR | 0666, 1, 3 },
    { "/dev/zero", S_IFCHR | 0666, 1, 5 },    { "/dev/full", S_IFCHR | 0666, 1, 7 },
    { "/dev/random", S_IFCHR | 0666, 1, 8 },  { "/dev/urandom", S_IFCHR | 0666, 1, 9 },
    { "/job", S_IFBLK | 0400, 98, 0 },        { "/disk", S_IFBLK | 0600, 98, 16 },
};

enum { device_count = sizeof devices / sizeof devices[0] };

/** Before this nothing can be told: the serial line is a device as well. */
void make_devices(void)
{
    umask(0);
    mkdir("/dev", 0755);
    for (const struct device *each = devices; each < devices + device_count; each++) {
        unlink(each->path);
        must(mknod(each->path, each->mode, makedev(each->major, each->minor)), each->path);
    }
    must(symlink("/proc/self/fd", "/dev/fd"), "/dev/fd");
}

void remove_devices(void)
{
    unlink("/job");
    unlink("/disk");
    unlink("/dev/ttyS0");
    // The kernel brings it along.
    unlink("/dev/console");
}

static void mount_on(const char *what, const char *type, const char *where, unsigned long flags,
                     const char *options)
{
    mkdir(where, 0777);
    must(mount(what, where, type, flags, options), where);
}

/** Makes a file or a folder a mount of its own, with flags of mount(2). */
static void bind_on_itself(const char *path, unsigned long flags)
{
    if (access(path, F_OK) != 0)
        return;
    must(mount(path, path, NULL, MS_BIND, NULL), path);
    if (flags != 0)
        must(mount(NULL, path, NULL, MS_BIND | MS_REMOUNT | flags, NULL), path);
}

/** Of the kernel's settings the program may change those that are its own affair. */
static void protect_settings(void)
{
    static const char *const own[] = { "/proc/sys/fs/aio-max-nr",
                                       "/proc/sys/vm/overcommit_memory" };
    static const char *const others[] = { "/proc/sysrq-trigger", "/proc/sysemu", "/proc/exitcode",
                                          "/proc/irq" };
    must(mount("/proc/sys", "/proc/sys", NULL, MS_BIND, NULL), "/proc/sys");
    for (int i = 0; i < 2; i++)
        bind_on_itself(own[i], 0);
    must(mount(NULL, "/proc/sys", NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL), "/proc/sys");
    for (int i = 0; i < 4; i++)
        bind_on_itself(others[i], MS_RDONLY);
}

/** Of its own the program could otherwise have namespaces in which it has every capability. */
static void refuse_namespaces(void)
{
    int setting = open("/proc/sys/user/max_user_namespaces", O_WRONLY | O_CLOEXEC);
    must(write(setting, "0", 1), "max_user_namespaces");
    close(setting);
}

void mount_systems(void)
{
    mount_on("proc", "proc", "/proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
    refuse_namespaces();
    protect_settings();
    // In a group of its own, the program may limit itself as a container would.
    mount_on("cgroup2", "cgroup2", "/sys/fs/cgroup", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
    mount_on("tmpfs", "tmpfs", "/dev/shm", MS_NOSUID | MS_NODEV, "size=8m");
    mount_on("tmpfs", "tmpfs", "/tmp", MS_NOSUID | MS_NODEV, "size=8m");
}

void mount_work(int has_disk)
{
    if (has_disk)
        mount_on("/disk", "ext4", "/work", MS_NOSUID | MS_NODEV | MS_NOATIME, NULL);
    else
        mount_on("tmpfs", "tmpfs", "/work", MS_NOSUID | MS_NODEV, "size=16m");
}

void protect_root(void)
{
    must(mount(NULL, "/", NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL), "/");
}
