import { workerData } from 'node:worker_threads';
import { begin } from './attack.ts';
import { attacks } from './attacks-table.ts';

/** The thread of an attack, by its name, on the server at `url`; it attacks until it is ended. */
const { name, url } = workerData as { name: string; url: string };
begin(
  attacks.find((attack) => attack.name === name)!,
  url,
);
