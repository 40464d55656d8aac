import { z } from 'zod';
import { maxDiagnostics, maxMessageLength } from '../guest/bound-diagnostics.ts';
import type { KeepTool, KeptTool } from './tool.ts';

const diagnostic = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  line: z.int(),
  column: z.int(),
  endLine: z.int(),
  endColumn: z.int(),
  message: z.string(),
  option: z.string(),
});

/**
 * The answer of guest/check-types.ts, parsed like a stranger's, because the checker read a
 * stranger's text.
 */
const answerSchema = z.object({ syntax: z.array(diagnostic), types: z.array(diagnostic) });

export type CheckAnswer = z.infer<typeof answerSchema>;

/** JSON needs at most six bytes for a UTF-16 unit: `\ud800`. */
const bytesPerUnit = 6;
/** A diagnostic without its message. */
const placeBytes = 256;

export const keepTypeChecker = (keepTool: KeepTool): KeptTool<CheckAnswer> =>
  keepTool({
    script: 'check-types.ts',
    maxAnswerBytes: maxDiagnostics * (maxMessageLength * bytesPerUnit + placeBytes),
    parse: (answer) => answerSchema.parse(answer),
  });
