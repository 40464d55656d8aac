/** A busy machine takes longer to compile and to check: tests that are not about time give it a minute. */
export const patientTools = { wallTimeMs: 60_000, answerMs: 60_000 } as const;
