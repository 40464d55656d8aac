import { named } from '../../../../playground-server/protocol/decoded-fields.ts';
import { opcodeName } from '../../../../playground-server/protocol/print-brief.ts';
import type { Operation } from '../../client/operations.ts';
import type { OperationLane, TimeLane } from '../../client/time-lane.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { duration } from '../../../words/quantity.ts';
import type { Words } from '../../../words/words.ts';

/** What the picture of a lane shows, in sentences: one for each operation, one for each long call. */
export function laneWords({ calls, operations }: TimeLane, words: Words): string[] {
  const rows = calls.flatMap(({ spans }) => spans.map(({ row }) => row));
  return [
    ...operations.map((operation, at) => operationSentence(operation, at + 1, words)),
    ...rows.sort((a, b) => a.call - b.call).flatMap((row) => callSentences(row, words)),
  ];
}

/** `PREAD` rather than `IOCB_CMD_PREAD`, which the row on the tape says in full. */
export function opcodeOf({ submitted }: Operation): string {
  const opcode = named(submitted.fields, 'aio_lio_opcode');
  return opcode ? opcodeName(opcode) : '';
}

/** A call shorter than this does not count as a wait. */
const waitNs = 1e6;

function callSentences(row: TapeRow, words: Words): string[] {
  const { status } = row;
  const call = placed(row, words);
  if (status.kind !== 'returned') return [words.say(`lane.said.${status.kind}`, { call })];
  const time = duration(status.elapsedNs, words.lang);
  return Number(status.elapsedNs) < waitNs ? [] : [words.say('lane.said.call', { call, time })];
}

function operationSentence(lane: OperationLane, number: number, words: Words): string {
  const { operation, fromNs, openUntilNs, toNs, end, endedBy } = lane;
  const submitted = words.say('lane.said.submitted', {
    number,
    opcode: opcodeOf(operation),
    call: placed(operation.submittedBy, words),
  });
  const open =
    openUntilNs > fromNs
      ? words.say('lane.said.open', { time: duration(openUntilNs - fromNs, words.lang) })
      : '';
  const ended = words.say(`lane.said.${end}`, {
    call: endedBy ? placed(endedBy, words) : '',
    time: toNs === null ? '' : duration(toNs - fromNs, words.lang),
  });
  return [submitted, open, ended].filter(Boolean).join(' ');
}

function placed({ name, line }: TapeRow, words: Words): string {
  return line === null ? name : words.say('lane.said.ofLine', { call: name, line });
}
