/** The contract between the playground server and whoever calls it: version 1. */
export * from './aio-call.ts';
export * from './call.ts';
export * from './check.ts';
export * from './diagnostic.ts';
export * from './environment.ts';
export * from './event.ts';
export * from './fault.ts';
export * from './form-run.ts';
export * from './limits.ts';
export * from './link.ts';
export * from './outcome.ts';
export * from './problem.ts';
export * from './run-demands.ts';
export * from './run-request.ts';
export * from './snippet-title.ts';
export * from './status.ts';
export * from './ui-language-table.ts';
