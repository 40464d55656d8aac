import { postRun } from './client.ts';

export interface Throughput {
  runsPerSecond: number;
  /** runs that did not end as `exited` */
  lost: number;
}

/** Keeps `concurrency` requests open until `runs` are done. */
export async function measureThroughput(
  port: number,
  concurrency: number,
  runs: number,
  sourceOf: (run: number) => string,
): Promise<Throughput> {
  let next = 0;
  let lost = 0;
  const startMs = performance.now();
  const work = async () => {
    while (next < runs) {
      const { outcome } = await postRun(port, sourceOf(next++));
      if (outcome !== 'exited') lost += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { runsPerSecond: (1000 * runs) / (performance.now() - startMs), lost };
}
