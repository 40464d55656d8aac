import { z } from 'zod';
import { runEventSchema } from '../../../playground-server/protocol/index.ts';
import type { RecordingsSource } from './kernel-tapes.ts';
import { recordingsSchema } from './recording-schema.ts';

const recordings = import.meta.glob<unknown>('/content/recordings/*.json', {
  import: 'default',
  eager: true,
});
const tapes = import.meta.glob<unknown>('/content/recordings/tapes/*.json', {
  import: 'default',
  eager: true,
});

const stem = (path: string) => path.replace(/^.*\/|\.json$/g, '');

/** What is kept in content/recordings/, at build time. */
export const keptRecordings: RecordingsSource = {
  recordings: new Map(
    Object.entries(recordings).map(([path, content]) => [
      stem(path),
      recordingsSchema.parse(content),
    ]),
  ),
  tape: (file) =>
    z.array(runEventSchema).optional().parse(tapes[`/content/recordings/tapes/${file}`]),
};
