import koffi from 'koffi';
import type { TypeObject } from 'koffi';
import { markOfCaller } from './call-mark.ts';

/**
 * What a snippet gets from `import koffi from 'koffi'`: koffi itself, with one addition. Each call
 * of a function declared on a library passes a mark, from which the tape can tell the snippet's
 * line. Functions with arguments other than integers and pointers are left as they are.
 */

type Library = ReturnType<typeof koffi.load>;
type LoadedFunction = ReturnType<Library['func']>;

/** koffi's declarations omit the direction. */
interface Argument {
  type: TypeObject;
  direction: 'Input' | 'Output' | 'Input/Output';
}

/** Number of integer arguments that travel in registers; further ones go on the stack. */
const registerCount = 6;

/** Kinds of argument that take one integer register each. */
const integerKinds = /^(Bool|U?Int(8|16|32|64)S?|String(16|32)?|Pointer|Callback)$/;

const markType = 'uint64_t';

/** libaio's functions return the negated errno; all others do what their C function does. */
const wrapperName = /^io_/;

function load(...args: Parameters<typeof koffi.load>): Library {
  const library = koffi.load(...args);
  const func = (...declaration: unknown[]) => marked(library, declaration as [string]);
  return new Proxy(library, {
    get: (target, key) => (key === 'func' ? func : Reflect.get(target, key)),
  });
}

function marked(library: Library, declaration: [string]): LoadedFunction {
  const plain = library.func(...declaration);
  const declared = plain.info.arguments as unknown as Argument[];
  if (!declared.every(({ type }) => integerKinds.test(type.primitive))) return plain;
  const convention = wrapperName.test(plain.info.name) ? 'libaio' : 'koffi';
  const words = (passed: number): bigint[] => [
    ...Array<bigint>(Math.max(0, registerCount - passed)).fill(0n),
    ...markOfCaller(convention),
  ];
  return declaration[0].includes('...')
    ? variadic(plain, declared.length, words)
    : longer(library, plain, declared, words);
}

/** The same function, declared with the mark after its own arguments. */
function longer(
  library: Library,
  plain: LoadedFunction,
  declared: readonly Argument[],
  words: (passed: number) => bigint[],
): LoadedFunction {
  const { name, result } = plain.info;
  const extra = Math.max(0, registerCount - declared.length) + 2;
  const types = [...declared.map(withDirection), ...Array<string>(extra).fill(markType)];
  const native = library.func(name, result, types);
  const call = (...args: unknown[]) => native(...args, ...words(declared.length));
  const later = (...args: unknown[]) => {
    const callback = args.pop();
    return native.async(...args, ...words(declared.length), callback);
  };
  return Object.assign(call, { async: later, info: plain.info });
}

/** A function with "...": its variable arguments are pairs of a type and a value. */
function variadic(
  plain: LoadedFunction,
  declared: number,
  words: (passed: number) => bigint[],
): LoadedFunction {
  const pairs = (args: unknown[]) =>
    words(declared + Math.floor((args.length - declared) / 2)).flatMap((word) => [markType, word]);
  const call = (...args: unknown[]) => plain(...args, ...pairs(args));
  const later = (...args: unknown[]) => {
    const callback = args.pop();
    return plain.async(...args, ...pairs(args), callback);
  };
  return Object.assign(call, { async: later, info: plain.info });
}

function withDirection({ type, direction }: Argument) {
  if (direction === 'Output') return koffi.out(type);
  return direction === 'Input/Output' ? koffi.inout(type) : type;
}

export * from 'koffi';
export { load };
export default { ...koffi, load };
