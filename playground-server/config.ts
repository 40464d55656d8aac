import { accessSync, constants, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';

/** What an operator may set. Units are in the names; every path is absolute. */
export interface ServerConfig {
  port: number;
  host: string;
  runsAtOnce: number;
  runsWaiting: number;
  runsPerClient: number;
  typescriptReady: number;
  shutdownGraceMs: number;
  logLevel: LogLevel;
  workDir: string;
  trustProxyHops: number;
  distDir: string;
  /** Sources of `frame-ancestors` (CSP) for pages that are made to be embedded. */
  frameAncestors: string;
}

export type ConfigAnswer =
  | { kind: 'config'; config: ServerConfig }
  /** One sentence a wrong variable: its name, what it was, what is allowed. */
  | { kind: 'wrong'; sentences: string[] };

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

function wholeNumber(smallest: number, largest: number, standard: number) {
  const allowed = `must be a whole number from ${smallest} to ${largest}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, allowed)
    .transform(Number)
    .pipe(z.number().min(smallest, allowed).max(largest, allowed))
    .default(standard);
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first directory on the way to `path` that only its owner and group may pass, or null. The
 * sandboxes of a server that is root have ids of their own; any other's have those of the server.
 */
function closedDirectory(path: string): string | null {
  if (process.geteuid?.() !== 0) return null;
  const parent = dirname(path);
  const above = parent === path ? null : closedDirectory(parent);
  return above ?? ((statSync(path).mode & constants.S_IXOTH) === 0 ? path : null);
}

const origin = String.raw`https?://(?:\*\.)?[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?`;
/** A subset of CSP's source list, in which nothing can end the directive. */
const frameAncestors = new RegExp(String.raw`^(?:\*|${origin}(?: ${origin})*)$`);

/** One line a variable; the same table stands in README.md. */
const environmentSchema = z.object({
  PORT: wholeNumber(0, 65535, 4321),
  HOST: z.string().default('127.0.0.1'),
  RUNS_AT_ONCE: wholeNumber(1, 256, 4),
  RUNS_WAITING: wholeNumber(0, 10_000, 64),
  RUNS_PER_CLIENT: wholeNumber(1, 10_000, 16),
  TYPESCRIPT_READY: wholeNumber(0, 64, 2),
  SHUTDOWN_GRACE_MS: wholeNumber(0, 600_000, 6000),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  WORK_DIR: z
    .string()
    .default(tmpdir())
    .transform((path) => resolve(path))
    .superRefine((path, { addIssue }) => {
      if (!isWritable(path)) return addIssue('must be a directory that the server may write to');
      const closed = closedDirectory(path);
      if (closed !== null) addIssue(`must be open to the sandboxes' own ids: chmod o+x ${closed}`);
    }),
  TRUST_PROXY: wholeNumber(0, 16, 0),
  DIST_DIR: z
    .string()
    .default('dist')
    .transform((path) => resolve(projectRoot, path)),
  FRAME_ANCESTORS: z
    .string()
    .regex(frameAncestors, 'must be *, or origins such as https://example.org with spaces between')
    .default('*'),
});

/** Reads the environment once. A variable that is set to nothing counts as not set. */
export function parseConfig(environment: NodeJS.ProcessEnv): ConfigAnswer {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = environmentSchema.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return `${name} is ${JSON.stringify(environment[name] ?? '')}: it ${message}.`;
    });
    return { kind: 'wrong', sentences: [...new Set(sentences)] };
  }
  return { kind: 'config', config: toConfig(parsed.data) };
}

function toConfig(env: z.output<typeof environmentSchema>): ServerConfig {
  return {
    port: env.PORT,
    host: env.HOST,
    runsAtOnce: env.RUNS_AT_ONCE,
    runsWaiting: env.RUNS_WAITING,
    runsPerClient: env.RUNS_PER_CLIENT,
    typescriptReady: env.TYPESCRIPT_READY,
    shutdownGraceMs: env.SHUTDOWN_GRACE_MS,
    logLevel: env.LOG_LEVEL,
    workDir: env.WORK_DIR,
    trustProxyHops: env.TRUST_PROXY,
    distDir: env.DIST_DIR,
    frameAncestors: env.FRAME_ANCESTORS,
  };
}
