import { refusableCalls } from '../../../playground-server/protocol/refusable-call.ts';
import type { CardLine } from '../card-content.ts';

/**
 * The lines that a picture should not leave out, the most important ones first: where calls failed, then
 * the other ones with results; where nothing ran, those that name a call.
 */
export function picturePoints(
  texts: readonly string[],
  results: ReadonlyMap<number, NonNullable<CardLine['result']>>,
): number[] {
  const ran = [...results].filter(([line]) => line <= texts.length);
  const failed = ran.filter(([, { tone }]) => tone === 'failed');
  const others = ran.filter(([, { tone }]) => tone !== 'failed');
  if (ran.length > 0) return [...failed, ...others].map(([line]) => line);
  return texts.flatMap((text, at) =>
    refusableCalls.some((call) => new RegExp(String.raw`${call}\b.*[(,]|\(.*${call}\b`).test(text))
      ? [at + 1]
      : [],
  );
}
