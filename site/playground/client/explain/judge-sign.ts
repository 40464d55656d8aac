import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';
import type {
  Comparison,
  ContextFate,
  OperationFate,
  Predicate,
  Sign,
} from '../../../facts/sign-schema.ts';
import { numberOf } from './number-of.ts';

/** What a tape says about a predicate. It says nothing of files, flags of open(2) and much else. */
export type Judgement = 'yes' | 'no' | 'unknown';

/** What can be looked up about one failed call, or one event. */
export interface Scope {
  /** The values at a path, such as `iocb.aio_buf`; none if the tape does not show them. */
  read(path: string): readonly DecodedValue[];
  contextFate(handle: DecodedValue): ContextFate | 'live' | null;
  operationFate(iocb: DecodedValue): OperationFate | null;
  aioMaxNr: number | null;
}

/** Whether the condition with this sign held: certainly, certainly not, or unknown. */
export function judgeSign(sign: Sign | undefined, scope: Scope): Judgement {
  if (!sign) return 'unknown';
  if ('iff' in sign) return judge(sign.iff, scope);
  if (sign.if && judge(sign.if, scope) === 'yes') return 'yes';
  return sign.onlyIf && judge(sign.onlyIf, scope) === 'no' ? 'no' : 'unknown';
}

/** Whether a predicate holds in a scope. */
export function judge(predicate: Predicate, scope: Scope): Judgement {
  if ('all' in predicate) return every(predicate.all.map((part) => judge(part, scope)));
  if ('any' in predicate)
    return opposite(every(predicate.any.map((part) => opposite(judge(part, scope)))));
  if ('not' in predicate) return opposite(judge(predicate.not, scope));
  if ('unreadable' in predicate) return some(scope.read(predicate.unreadable), leadsNowhere);
  if ('dangling' in predicate) return some(scope.read(predicate.dangling), isUnreadable);
  if ('context' in predicate) {
    const fates = scope.read(predicate.context).map((handle) => scope.contextFate(handle));
    return fates.some((fate) => fate && fate !== 'live' && predicate.is.includes(fate))
      ? 'yes'
      : 'unknown';
  }
  if ('operation' in predicate) {
    const fates = scope.read(predicate.operation).map((iocb) => scope.operationFate(iocb));
    return fates.some((fate) => fate && predicate.is.includes(fate)) ? 'yes' : 'unknown';
  }
  return compare(predicate, scope);
}

const isUnreadable = (value: DecodedValue): boolean =>
  value.kind === 'address' && value.target === 'unreadable';

const leadsNowhere = (value: DecodedValue): boolean =>
  isUnreadable(value) || (value.kind === 'address' && value.target === 'null');

const opposite = (judgement: Judgement): Judgement =>
  judgement === 'unknown' ? 'unknown' : judgement === 'yes' ? 'no' : 'yes';

function every(judgements: readonly Judgement[]): Judgement {
  if (judgements.includes('no')) return 'no';
  return judgements.includes('unknown') ? 'unknown' : 'yes';
}

function some<Value>(values: readonly Value[], holds: (value: Value) => boolean): Judgement {
  if (values.length === 0) return 'unknown';
  return values.some(holds) ? 'yes' : 'no';
}

function compare({ value: path, plus, ...bounds }: Comparison, scope: Scope): Judgement {
  const added = plus === undefined ? 0n : firstNumber(plus, scope);
  const numbers = scope.read(path).map(numberOf);
  const tests = testsOf(bounds, scope);
  if (added === null || tests.includes(null) || numbers.includes(null)) return 'unknown';
  return some(numbers, (number) => tests.every((test) => test!(number! + added)));
}

type Test = (number: bigint) => boolean;

/** One test per bound; null for a bound whose other side the tape does not show. */
function testsOf(bounds: Omit<Comparison, 'value' | 'plus'>, scope: Scope): (Test | null)[] {
  const against = (of: Operand | undefined, test: (n: bigint, bound: bigint) => boolean) => {
    if (of === undefined) return [];
    const bound = operand(of, scope);
    return [bound === null ? null : (number: bigint) => test(number, bound)];
  };
  const { in: list, misaligned, hasBit } = bounds;
  return [
    ...against(bounds.is, (number, bound) => number === bound),
    ...against(bounds.over, (number, bound) => number > bound),
    ...against(bounds.below, (number, bound) => number < bound),
    ...against(hasBit, (number, bound) => (number & bound) !== 0n),
    ...against(misaligned, (number, bound) => number % bound !== 0n),
    ...(list ? [(number: bigint) => list.some((each) => BigInt(each) === number)] : []),
  ];
}

type Operand = NonNullable<Comparison['is']>;

function operand(of: Operand, scope: Scope): bigint | null {
  if (typeof of !== 'object') return BigInt(of);
  if ('value' in of) return firstNumber(of.value, scope);
  return scope.aioMaxNr === null ? null : BigInt(scope.aioMaxNr);
}

function firstNumber(path: string, scope: Scope): bigint | null {
  const [value] = scope.read(path);
  return value ? numberOf(value) : null;
}
