import { constants, setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { begin } from './attack.ts';
import { attacks } from './attacks-table.ts';

/** The thread of an attack, by its name, on the server at `url`; it attacks until it is ended. */
const { name, url } = workerData as { name: string; url: string };
// Attackers have machines of their own: what they need is not to be missing here. The nice value is
// this thread's alone; sched(7).
setPriority(constants.priority.PRIORITY_LOW);
begin(
  attacks.find((attack) => attack.name === name)!,
  url,
);
