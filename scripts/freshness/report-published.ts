import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { correctionSchema, type Correction } from '../../site/facts/correction-schema.ts';
import { releasesOf } from '../../site/facts/published-in.ts';
import { publishedReleases } from '../../site/facts/published-release-table.ts';
import { publishedComplaints } from './published-complaints.ts';

const patienceMs = 10_000;

/** Asks the source of each release whether its pages still say what content/corrections.yaml has. */
export async function reportPublished(): Promise<void> {
  const corrections = z
    .array(correctionSchema)
    .parse(parse(readFileSync('content/corrections.yaml', 'utf8')));
  for (const { release, source } of publishedReleases) {
    const checked = corrections.filter(
      (one) => one.has.length + one.lacks.length > 0 && releasesOf(one).includes(release),
    );
    for (const [page, rows] of Map.groupBy(checked, (one) => one.page.replace(/\(.*/, ''))) {
      console.log(
        `man-pages ${release} ${page}  ${await verdict(source.replace('{page}', page), rows)}`,
      );
    }
  }
}

async function verdict(url: string, rows: readonly Correction[]): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) }).catch(() => null);
  if (!answer?.ok) return 'could not be fetched';
  const roff = await answer.text();
  return (
    rows.flatMap((row) => publishedComplaints(row, roff)).join('; ') || 'as the corrections say'
  );
}
