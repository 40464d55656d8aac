import type { Request } from '../../client/requests.ts';
import type { RequestLane, TimeLane } from '../../client/time-lane.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { duration } from '../../../words/quantity.ts';
import type { Words } from '../../../words/words.ts';

/** What the picture of a lane shows, in sentences: one for each request, one for each long call. */
export function laneWords({ calls, requests }: TimeLane, words: Words): string[] {
  const rows = calls.flatMap(({ spans }) => spans.map(({ row }) => row));
  return [
    ...requests.map((request, at) => requestSentence(request, at + 1, words)),
    ...rows.sort((a, b) => a.call - b.call).flatMap((row) => callSentences(row, words)),
  ];
}

/** `PREAD` rather than `IOCB_CMD_PREAD`, which the row on the tape says in full. */
export function opcodeOf({ submitted }: Request): string {
  const opcode = submitted.fields?.find(({ name }) => name === 'aio_lio_opcode')?.text ?? '';
  return opcode.replace(/^IOCB_CMD_/, '');
}

/** A call shorter than this is no wait. */
const waitNs = 1e6;

function callSentences(row: TapeRow, words: Words): string[] {
  const { status } = row;
  const call = placed(row, words);
  if (status.kind !== 'returned') return [words.say(`lane.said.${status.kind}`, { call })];
  const time = duration(status.elapsedNs, words.lang);
  return Number(status.elapsedNs) < waitNs ? [] : [words.say('lane.said.call', { call, time })];
}

function requestSentence(lane: RequestLane, number: number, words: Words): string {
  const { request, fromNs, openUntilNs, toNs, end, endedBy } = lane;
  const submitted = words.say('lane.said.submitted', {
    number,
    opcode: opcodeOf(request),
    call: placed(request.submittedBy, words),
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
