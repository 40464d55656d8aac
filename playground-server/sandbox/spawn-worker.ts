import { workerData, type MessagePort } from 'node:worker_threads';
import { LibcError } from '../linux/libc.ts';
import { spawnProcess, type SpawnRequest } from '../linux/spawn.ts';

/** What came of one request; an error's class would not survive the way between threads. */
export type SpawnAnswer =
  { kind: 'started'; pid: number } | { kind: 'failed'; call: string; errno: number };

function answer(request: SpawnRequest): SpawnAnswer {
  try {
    return { kind: 'started', pid: spawnProcess(request) };
  } catch (error) {
    if (!(error instanceof LibcError)) throw error;
    return { kind: 'failed', call: error.call, errno: error.errno };
  }
}

const port = workerData as MessagePort;
port.on('message', (request: SpawnRequest) => port.postMessage(answer(request)));
