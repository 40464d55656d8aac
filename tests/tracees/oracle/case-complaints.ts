import { eventsOf, resultOf } from '../../../site/playground/client/row-values.ts';
import type { Case } from './case-manifest.ts';
import type { Tape, TapeCall } from './run-on-engine.ts';

/** Where a tape departs from what the manifest says of its program, a sentence each. */
export function caseComplaints(each: Case, tape: Tape): string[] {
  return [
    ...tape.calls
      .filter(({ exit }) => exit !== null && exit.verdict !== 'kernel')
      .map(({ entry, exit }) => `${entry.name} was answered by the playground: ${exit?.verdict}`),
    ...callComplaints(each, tape),
    ...eventComplaints(each, tape),
    ...outputComplaints(each, tape),
    ...outcomeComplaints(each, tape),
  ];
}

const difference = (what: string, got: unknown, wanted: unknown): string[] => {
  const [is, shall] = [JSON.stringify(got), JSON.stringify(wanted)];
  return is === shall ? [] : [`${what} is ${is}, not ${shall}`];
};

function callComplaints({ syscall, call_index: index, expect, libaio }: Case, tape: Tape) {
  if (index === 0) return [];
  const call = tape.calls.filter(({ entry }) => entry.name === syscall)[index - 1];
  if (!call) return [`${syscall} was called less than ${index} times`];
  if (expect.ret === undefined) return [];
  const errno = call.exit?.errno?.name ?? null;
  // libaio hands on the kernel's own number; its wrappers keep no -1.
  const returned = libaio ? call.exit?.raw : call.exit?.returned;
  return [
    ...difference('the result', returned, String(expect.ret)),
    ...difference('errno', errno, expect.errno ?? null),
  ];
}

function eventComplaints({ expect }: Case, tape: Tape) {
  if (!expect.event_res) return [];
  return difference('res of the events', tape.calls.flatMap(storedResults), expect.event_res);
}

/** `res` of each event that a call stored. */
const storedResults = ({ exit }: TapeCall): number[] =>
  (exit ? eventsOf(exit) : []).map(resultOf).map((result) => Number(result?.value));

/** The programs say themselves what they got; one that a signal kills says nothing. */
function outputComplaints({ expect }: Case, { stdout }: Tape) {
  const wanted = [
    ...(expect.ret === undefined ? [] : [`RESULT ${expect.ret} ${expect.errno ?? '-'}`]),
    ...(expect.output === undefined ? [] : [`NOTE ${expect.output}`]),
  ];
  const lines = stdout.split('\n');
  return wanted
    .filter((line) => !lines.includes(line))
    .map((line) => `standard output lacks ${JSON.stringify(line)}: ${JSON.stringify(stdout)}`);
}

function outcomeComplaints({ expect }: Case, { outcome }: Tape) {
  return difference(
    'the outcome',
    outcome,
    expect.signal === undefined
      ? { kind: 'exited', status: 0 }
      : { kind: 'signalled', signal: expect.signal },
  );
}
