import { ipcBits, ipcCommands } from '../../../uapi/x86-64/arguments/other-table.ts';
import { constant } from '../../kinds/constants.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { flags, int, long, pointer, size, unsigned } from '../../kinds/numbers.ts';
import { text } from '../../kinds/text.ts';
import { timespec } from '../../kinds/timespec.ts';
import { openFlags } from '../files/file-kinds.ts';
import { call, type Family } from '../family.ts';

const made = flags(flagTable(ipcBits));
const command = constant(ipcCommands);

/** Shared memory, semaphores and queues: System V's, and POSIX's queues. */
export const ipcFamily: Family = {
  id: 'ipc',
  tape: 'all',
  shown: 'own-line',
  calls: [
    call('shmget', 'ipc/shm.c; shmget(2)', { key: int, size, shmflg: made }),
    call('shmat', 'ipc/shm.c; shmat(2)', { shmid: int, shmaddr: pointer, shmflg: int }),
    call('shmdt', 'ipc/shm.c; shmdt(2)', { shmaddr: pointer }),
    call('shmctl', 'ipc/shm.c; shmctl(2)', { shmid: int, op: command, buf: pointer }),
    call('semget', 'ipc/sem.c; semget(2)', { key: int, nsems: int, semflg: made }),
    call('semop', 'ipc/sem.c; semop(2)', { semid: int, sops: pointer, nsops: size }),
    call('semtimedop', 'ipc/sem.c; semtimedop(2)', {
      semid: int,
      sops: pointer,
      nsops: size,
      timeout: timespec,
    }),
    call('semctl', 'ipc/sem.c; semctl(2)', { semid: int, semnum: int, op: command, arg: size }),
    call('msgget', 'ipc/msg.c; msgget(2)', { key: int, msgflg: made }),
    call('msgsnd', 'ipc/msg.c; msgsnd(2)', {
      msqid: int,
      msgp: pointer,
      msgsz: size,
      msgflg: made,
    }),
    call('msgrcv', 'ipc/msg.c; msgrcv(2)', {
      msqid: int,
      msgp: pointer,
      msgsz: size,
      msgtyp: long,
      msgflg: made,
    }),
    call('msgctl', 'ipc/msg.c; msgctl(2)', { msqid: int, op: command, buf: pointer }),
    call('mq_open', 'ipc/mqueue.c; mq_open(3)', {
      name: text,
      oflag: openFlags,
      mode: unsigned,
      attr: pointer,
    }),
    call('mq_unlink', 'ipc/mqueue.c; mq_unlink(3)', { name: text }),
  ],
};
