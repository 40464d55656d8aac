import type { Condition, Source, Take } from '../../decode/capture/capture-plan.ts';
import type {
  Captured,
  CapturedRange,
  FoundNote,
  OpenFile,
} from '../../decode/capture/captured.ts';
import { CaptureBounds } from './capture-bounds.ts';
import { narrowed, numberAt, type Element } from './element.ts';
import type { Notes } from './notes.ts';
import type { MemoryRange, ReadRanges } from './read-ranges.ts';

/** A thread at a stop, as plans see it. */
export interface Standing {
  args: readonly bigint[];
  /** the kernel's result at the exit of a call; otherwise null */
  result: bigint | null;
  stackPointer: bigint;
  notes: Notes;
  read: ReadRanges;
  /** What a descriptor is open on, or null; left out where nobody is told. */
  openOn?: (descriptor: bigint) => string | null;
}

/** A take that is to be made next, and the element that led to it. */
interface Due {
  take: Take;
  leader: Element | null;
}

/** Lists of lists of structures of buffers; no plan goes deeper. */
const mostLevels = 4;

/** Carries out one side of a capture plan; decode/capture/README.md says how. Never throws. */
export function takeCaptures(
  takes: readonly Take[],
  standing: Standing,
  descriptors: readonly Source[] = [],
): Captured {
  return new Taking(standing).follow(takes, descriptors);
}

class Taking {
  readonly #standing: Standing;
  readonly #bounds = new CaptureBounds();
  readonly #ranges: CapturedRange[] = [];
  /** The last of them at each address, for spans that start there again. */
  readonly #known = new Map<bigint, CapturedRange>();
  readonly #found: FoundNote[] = [];
  readonly #files = new Map<bigint, OpenFile>();

  constructor(standing: Standing) {
    this.#standing = standing;
  }

  follow(takes: readonly Take[], descriptors: readonly Source[]): Captured {
    for (const each of descriptors) this.#name(each, null);
    let level: Due[] = takes.map((take) => ({ take, leader: null }));
    for (let depth = 0; depth < mostLevels && level.length > 0; depth++) {
      level = this.#takeLevel(level);
    }
    const found = { ranges: this.#ranges, notes: this.#found };
    return this.#standing.openOn ? { ...found, files: [...this.#files.values()] } : found;
  }

  /** Reads all spans of a level at once, and returns what their elements lead to. */
  #takeLevel(level: readonly Due[]): Due[] {
    const spans = level.flatMap(({ take, leader }) => {
      const range = this.#spanOf(take, leader);
      return range ? [{ take, range }] : [];
    });
    const wanted = spans.filter(({ take, range }) => this.#isWanted(take, range));
    this.#read(wanted.map(({ range }) => range));
    return spans.flatMap(({ take, range }) => this.#leads(take, range));
  }

  #spanOf(take: Take, leader: Element | null): MemoryRange | null {
    if (take.when && !this.#holds(take.when, leader)) return null;
    const address = this.#numberOf(take.at, leader);
    if (address === undefined || address === 0n) return null;
    const count = this.#countOf(take, leader);
    if (count <= 0) return null;
    return { address: BigInt.asUintN(64, address), length: count * take.elementBytes };
  }

  #countOf({ count = 1 }: Take, leader: Element | null): number {
    if (typeof count === 'number') return count;
    const number = this.#numberOf(count.of, leader);
    return number === undefined || number <= 0n ? 0 : Math.min(count.most, Number(number));
  }

  #isWanted({ isBuffer }: Take, { address, length }: MemoryRange): boolean {
    const known = this.#known.get(address);
    if (known && known.length >= length) return false;
    if (!this.#bounds.allow(length, isBuffer === true)) return false;
    this.#known.set(address, { address, length, bytes: new Uint8Array() });
    return true;
  }

  #read(ranges: readonly MemoryRange[]): void {
    if (ranges.length === 0) return;
    const read = this.#standing.read(ranges);
    ranges.forEach(({ address, length }, index) => {
      const range = { address, length, bytes: read[index] ?? new Uint8Array() };
      this.#ranges.push(range);
      this.#known.set(address, range);
    });
  }

  #leads(take: Take, { address, length }: MemoryRange): Due[] {
    const { elementBytes, note, descriptor, each = [] } = take;
    if (!note && !descriptor && each.length === 0) return [];
    const bytes = this.#known.get(address)?.bytes.subarray(0, length) ?? new Uint8Array();
    const whole = Math.floor(bytes.length / elementBytes);
    return Array.from({ length: whole }, (_, index): Due[] => {
      const at = index * elementBytes;
      const leader = {
        address: BigInt.asUintN(64, address + BigInt(at)),
        bytes: bytes.subarray(at, at + elementBytes),
      };
      if (note) this.#note(note, leader);
      if (descriptor) this.#name(descriptor, leader);
      return each.map((take) => ({ take, leader }));
    }).flat();
  }

  #name(source: Source, leader: Element | null): void {
    const { openOn } = this.#standing;
    const descriptor = openOn && this.#numberOf(source, leader);
    if (descriptor === undefined || descriptor < 0n || this.#files.has(descriptor)) return;
    const path = openOn?.(descriptor) ?? null;
    if (path !== null) this.#files.set(descriptor, { descriptor, path });
  }

  #note({ book, value, when }: NonNullable<Take['note']>, leader: Element): void {
    const { notes } = this.#standing;
    const number = this.#holds(when, leader) ? this.#numberOf(value, leader) : undefined;
    if (number === undefined) notes.strike(book, leader.address);
    else notes.write(book, leader.address, number);
  }

  #holds(condition: Condition, leader: Element | null): boolean {
    const number = this.#numberOf(condition.value, leader);
    return number !== undefined && condition.in.some((each) => BigInt(each) === number);
  }

  #numberOf(source: Source, leader: Element | null): bigint | undefined {
    const { args, result, stackPointer } = this.#standing;
    switch (source.from) {
      case 'argument':
        return narrowed(args[source.index] ?? 0n, source.type);
      case 'result':
        return result ?? undefined;
      case 'stack':
        return stackPointer;
      case 'field':
        return leader ? numberAt(leader, source.offset, source.type) : undefined;
      case 'note':
        return leader ? this.#lookUp(source, leader) : undefined;
    }
  }

  #lookUp(
    { book, offset, type }: Extract<Source, { from: 'note' }>,
    leader: Element,
  ): bigint | undefined {
    const key = numberAt(leader, offset, type);
    const value = key === undefined ? undefined : this.#standing.notes.find(book, key);
    if (key !== undefined && value !== undefined) this.#found.push({ book, key, value });
    return value;
  }
}
