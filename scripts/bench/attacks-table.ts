import { globSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { pictureFolder } from '../../playground-server/protocol/picture.ts';
import { post, type Attack, type Step } from './attack.ts';
import { manyCalls } from './snippets.ts';

const json = 'application/json';
const attempts = new URL('../../tests/sandbox/attempts/', import.meta.url);
const typeBomb = readFileSync(new URL('typescript/type-bomb.ts', attempts), 'utf8');
const longTape = manyCalls(10_000);
const sleeping = '#include <unistd.h>\nint main(void) { return sleep(4); }\n';

/** Of every example in every language: more than are kept, so that most are drawn. */
const pictures = globSync('*/embed/*.svg', { cwd: `dist/${pictureFolder}` });
let seen = 0;
const nextPicture = () => `/${pictures[seen++ % pictures.length]?.replace(/svg$/, 'png')}`;

let changes = 0;
/** No two are alike, so that none is in a cache. */
const c = (source: string) =>
  JSON.stringify({ language: 'c', source: `${source}\n/* ${changes++} */\n` });
const typescript = (source: string) =>
  JSON.stringify({ language: 'typescript', source: `${source}\n// ${changes++}\n` });

const run = async (step: Step, body: string) =>
  (await post(step, '/api/v1/runs', body, json)).text();
const check = async (step: Step, body: string) =>
  (await post(step, '/api/v1/checks', body, json)).text();

/** Reads 200 KB a second, as somebody on a bad line would. */
async function trickle(response: Response): Promise<void> {
  for await (const chunk of response.body ?? []) await pause((1000 * chunk.length) / 200_000);
}

/** Never reads, until the attack is over or the server gives up. */
const unread = async ({ signal }: Step) =>
  new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));

/** What once made others wait, fail or give up. */
export const attacks: Attack[] = [
  {
    name: 'slow readers',
    connections: 4,
    step: async (step) => trickle(await post(step, '/api/v1/runs', c(longTape), json)),
  },
  {
    name: 'cancelled checks',
    connections: 16,
    step: (step) => {
      const signal = AbortSignal.any([step.signal, AbortSignal.timeout(40)]);
      return check({ ...step, signal }, c('int main(void) { return 0; }'));
    },
  },
  {
    name: 'five addresses',
    connections: 80,
    clients: 5,
    step: (step) => run(step, c('int main(void) { return 0; }')),
  },
  {
    name: 'type bombs as runs',
    connections: 16,
    victim: 'typescript',
    step: (step) => run(step, typescript(typeBomb)),
  },
  {
    name: 'type bombs as checks',
    connections: 8,
    victim: 'typescript',
    step: (step) => check(step, typescript(typeBomb)),
  },
  {
    name: 'links',
    connections: 8,
    step: async (step) =>
      (await post(step, '/api/v1/links', c('\u0001'.repeat(60_000)), json)).text(),
  },
  {
    name: 'refused bodies',
    connections: 16,
    step: async (step) => (await post(step, '/api/v1/runs', '['.repeat(390_000), json)).text(),
  },
  {
    name: 'GET flood',
    connections: 16,
    step: async ({ url, signal }) =>
      (await fetch(new URL('/api/openapi.json', url), { signal })).text(),
  },
  {
    name: 'pictures',
    connections: 16,
    step: async ({ url, signal }) => (await fetch(new URL(nextPicture(), url), { signal })).bytes(),
  },
  {
    name: 'form pages',
    connections: 11,
    step: async (step) => {
      const form = new URLSearchParams({ language: 'c', source: longTape });
      await post(step, '/en/run/', form.toString(), 'application/x-www-form-urlencoded');
      await unread(step);
    },
  },
  {
    name: 'sleeping programs',
    connections: 16,
    step: (step) => run(step, c(sleeping)),
  },
];
