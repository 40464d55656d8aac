/* Leaves shared memory, semaphores and a message queue behind under a key that the next run asks
 * for.
 *
 * prints: shm: 0
 * prints: sem: 0
 * prints: msg: 0
 * prints: send: 0
 * runs: 2
 * needs: control groups
 * ends: exited 0
 */
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
int main(void)
{
	TRY("shm", shmget(4242, 4096, IPC_CREAT | IPC_EXCL | 0600));
	TRY("sem", semget(4242, 1, IPC_CREAT | IPC_EXCL | 0600));
	TRY("msg", msgget(4242, IPC_CREAT | IPC_EXCL | 0600));
	TRY("send", msgsnd(msgget(4242, 0), &(struct { long type; char text[8]; }){ 1, "secret" }, 8, 0));
}
