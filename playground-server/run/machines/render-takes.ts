import type { Condition, Source, Take } from '../../decode/capture/capture-plan.ts';
import { numberBytes, type NumberType } from '../../linux/number-type.ts';
import { argumentPlaces, registerPlaces } from '../../linux/registers.ts';
import type { Image } from './image.ts';
import { Words } from './words.ts';

/** `kind` of `struct instruction` of agent.h. */
const kinds = {
  register: 0,
  field: 1,
  noted: 2,
  if: 3,
  address: 4,
  count: 5,
  elements: 6,
  each: 7,
  strike: 8,
  note: 9,
  end: 10,
  name: 11,
} as const;

type Instruction = [kind: keyof typeof kinds, width: number, value: number];

/** Turns plans of what to copy into instructions for the agent, and books into numbers. */
export class TakeRenderer {
  readonly #image: Image;
  readonly #namesFiles: boolean;
  /** in the order in which they are first named */
  readonly books: string[] = [];

  /** @param namesFiles whether it is told on which files descriptors are open */
  constructor(image: Image, namesFiles: boolean) {
    this.#image = image;
    this.#namesFiles = namesFiles;
  }

  /** The address of instructions that lead to all of these. */
  takes(takes: readonly Take[], descriptors: readonly Source[] = []): number {
    const named = descriptors.flatMap((source) => this.#name(source));
    return this.#place(this.#each([...named, ...takes.map((take) => this.#take(take))]));
  }

  #name(descriptor: Source): number[] {
    return this.#namesFiles ? [this.#place([...this.#number(descriptor), ['name', 0, 0]])] : [];
  }

  #each(addresses: readonly number[]): Instruction[] {
    return addresses.map((address) => ['each', 0, address]);
  }

  #take({
    at,
    elementBytes,
    count = 1,
    when,
    isBuffer,
    note,
    descriptor,
    each = [],
  }: Take): number {
    const led = each.map((take) => this.#take(take));
    if (descriptor) led.unshift(...this.#name(descriptor));
    if (note) led.unshift(this.#note(note));
    const counted: Instruction[] =
      typeof count === 'number'
        ? [['count', 1, count]]
        : [...this.#number(count.of), ['count', 0, count.most]];
    return this.#place([
      ...(when ? this.#condition(when) : []),
      ...this.#number(at),
      ['address', 0, 0],
      ...counted,
      ['elements', isBuffer ? 1 : 0, elementBytes],
      ...this.#each(led),
    ]);
  }

  #note({ book, value, when }: NonNullable<Take['note']>): number {
    const number = this.#book(book);
    return this.#place([
      ['strike', 0, number],
      ...this.#condition(when),
      ...this.#number(value),
      ['note', 0, number],
    ]);
  }

  #condition({ value, in: listed }: Condition): Instruction[] {
    return [
      ...this.#number(value),
      ['if', listed.length, 0],
      ...listed.map((each): Instruction => ['end', 0, each]),
    ];
  }

  #number(source: Source): Instruction[] {
    switch (source.from) {
      case 'argument':
        return [['register', width(source.type), argumentPlaces[source.index] ?? 0]];
      case 'result':
        return [['register', width('s64'), registerPlaces.rax]];
      case 'stack':
        return [['register', width('u64'), registerPlaces.rsp]];
      case 'field':
        return [['field', width(source.type), source.offset]];
      case 'note':
        return [
          ['field', width(source.type), source.offset],
          ['noted', 0, this.#book(source.book)],
        ];
    }
  }

  #book(name: string): number {
    if (!this.books.includes(name)) this.books.push(name);
    return this.books.indexOf(name);
  }

  #place(instructions: readonly Instruction[]): number {
    const words = new Words();
    for (const [kind, width, value] of [...instructions, ['end', 0, 0] as const])
      words.int(kinds[kind]).int(width).long(value);
    return this.#image.place(words.bytes());
  }
}

/** Negative for signed numbers. */
const width = (type: NumberType): number =>
  type.startsWith('s') ? -numberBytes[type] : numberBytes[type];
