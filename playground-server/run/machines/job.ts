import { captureOf } from '../../decode/capture/capture-of.ts';
import type { Condition, Source, Take } from '../../decode/capture/capture-plan.ts';
import { x86_64 } from '../../decode/abi/x86-64.ts';
import { stackTake } from '../../decode/capture/takes.ts';
import { numberBytes, type NumberType } from '../../linux/number-type.ts';
import { Words } from './words.ts';

/** Version of what the server and the agent tell each other; agent/agent.h. */
export const protocolVersion = 3;

/** What a machine is to do: agent/README.md has its layout. */
export interface Job {
  program: Uint8Array;
  /** whether the working directory is on the machine's disk, rather than in its memory */
  hasDisk: boolean;
  /** id of the user, and of the group, that the program runs as */
  user: number;
  /** threads alive at once */
  mostThreads: number;
  limits: readonly { resource: number; soft: number; hard: number }[];
  /** calls that are recorded */
  calls: readonly { name: string; nr: number; refusal: number }[];
  /** picks the calls to stop at; BPF of seccomp(2) */
  filter: Uint8Array;
}

const headBytes = 56;
/** struct sock_filter of linux/filter.h */
const instructionBytes = 8;
/** What O_DIRECT reads at once, from any disk. */
const sectorBytes = 4096;

/** A job as the agent reads it from its block device, and the books of its notes by their numbers. */
export interface RenderedJob {
  bytes: Buffer;
  books: readonly string[];
}

export function renderJob(job: Job): RenderedJob {
  const { program, hasDisk, user, mostThreads, limits, calls, filter } = job;
  const takes = new TakeTable();
  // By its place the agent knows what it copies at a signal.
  takes.add([stackTake]);
  const plans = calls.map(({ name, nr, refusal }) => {
    const { entry, exit } = captureOf(name, x86_64);
    return [nr, refusal, ...takes.add(entry), ...takes.add(exit)];
  });
  const limitRows = new Words();
  for (const { resource, soft, hard } of limits) limitRows.long(resource).long(soft).long(hard);
  const planRows = new Words();
  for (const plan of plans) for (const word of plan) planRows.int(word);
  const tables = Buffer.concat([limitRows.bytes(), planRows.bytes(), takes.bytes(), filter]);
  const programOffset = Math.ceil((headBytes + tables.length) / sectorBytes) * sectorBytes;
  const head = new Words()
    .text('live-man')
    .int(protocolVersion)
    .int(hasDisk ? 1 : 0);
  for (const count of [mostThreads, limits.length, calls.length, takes.count]) head.int(count);
  head.int(filter.length / instructionBytes).int(user);
  head.long(programOffset).long(program.length);
  const start = Buffer.concat([head.bytes(), tables], programOffset);
  const end = Buffer.alloc(-program.length & (sectorBytes - 1));
  return { bytes: Buffer.concat([start, program, end]), books: takes.books };
}

const froms: readonly Source['from'][] = ['argument', 'result', 'stack', 'field', 'note'];

/** All takes of all plans; the takes of one list are next to each other. */
class TakeTable {
  readonly #rows: Buffer[] = [];
  /** in the order in which they are first named */
  readonly books: string[] = [];

  get count(): number {
    return this.#rows.length;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#rows);
  }

  /** Adds a list and what its takes lead to; returns where it begins, and where the next would. */
  add(takes: readonly Take[]): [first: number, next: number] {
    const first = this.#rows.length;
    for (const _ of takes) this.#rows.push(Buffer.alloc(0));
    takes.forEach((take, index) => {
      this.#rows[first + index] = this.#row(take, this.add(take.each ?? []));
    });
    return [first, first + takes.length];
  }

  #row(take: Take, [first, next]: [number, number]): Buffer {
    const { at, elementBytes, count = 1, when, isBuffer, note } = take;
    const isCounted = typeof count !== 'number';
    const words = new Words();
    this.#source(words, at);
    words.long(elementBytes).long(isCounted ? count.most : count);
    this.#source(words, isCounted ? count.of : null);
    for (const flag of [isCounted, when, isBuffer, note]) words.int(flag ? 1 : 0);
    this.#condition(words, when);
    this.#source(words, note?.value ?? null);
    this.#condition(words, note?.when);
    return words
      .int(note ? this.#book(note.book) : 0)
      .int(first)
      .int(next)
      .int(0)
      .bytes();
  }

  #condition(words: Words, condition: Condition | undefined): void {
    this.#source(words, condition?.value ?? null);
    const listed = condition?.in ?? [];
    if (listed.length > mostListed) throw new Error('a condition lists too many numbers');
    words.long(listed.length);
    for (let index = 0; index < mostListed; index++) words.long(listed[index] ?? 0);
  }

  #source(words: Words, source: Source | null): void {
    if (source === null) return void words.int(0).int(0).int(0).int(0);
    const type = 'type' in source ? signedWidth(source.type) : 0;
    const at = 'index' in source ? source.index : 'offset' in source ? source.offset : 0;
    const book = 'book' in source ? this.#book(source.book) : 0;
    words.int(froms.indexOf(source.from)).int(type).int(at).int(book);
  }

  #book(name: string): number {
    if (!this.books.includes(name)) this.books.push(name);
    return this.books.indexOf(name);
  }
}

/** `most_listed` of agent.h. */
const mostListed = 8;

const signedWidth = (type: NumberType): number =>
  type.startsWith('s') ? -numberBytes[type] : numberBytes[type];
