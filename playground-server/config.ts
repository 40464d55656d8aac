import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { collectorAddress } from './config/collector-address.ts';
import { kernelList, type NamedKernel } from './config/kernel-list.ts';
import { originList } from './config/origin-list.ts';
import { runnerList } from './config/runner-list.ts';
import { wholeNumber } from './config/whole-number.ts';
import { workDir } from './config/work-dir.ts';
import type { LinksPlace } from './links/open-links.ts';
import type { RunnerSource } from './run/remote/runner-source.ts';

/** What an operator may set. Units are in the names; every path is absolute. */
export interface ServerConfig {
  port: number;
  host: string;
  runsAtOnce: number;
  runsWaiting: number;
  runsPerClient: number;
  /** of one client; 0 for no limit */
  runsPerMinute: number;
  /** where instances that serve the same readers keep what they share; null: each is alone */
  redisUrl: string | null;
  typescriptReady: number;
  /** own kernels that readers may choose; none if the operator wants none */
  kernels: readonly NamedKernel[];
  /** where fetched kernels are kept */
  kernelsDir: string;
  /** the Debian mirror that they come from */
  kernelsMirror: string;
  /** machines of the last of them that are booted ahead of need */
  machinesReady: number;
  shutdownGraceMs: number;
  logLevel: LogLevel;
  workDir: string;
  /** empty: snippets run here */
  runners: readonly RunnerSource[];
  /** Address of an OTLP collector, or null if traces are not collected. */
  traceCollector: string | null;
  trustProxyHops: number;
  distDir: string;
  /** Sources of `frame-ancestors` (CSP) for embeddable pages. */
  frameAncestors: string;
  /** Origins whose pages may use the API; `*` for all. The site's own always may. */
  apiOrigins: readonly string[];
  /** Host of the public address, for when a proxy in front does not pass it on. */
  siteHost: string;
  /** The public address without a path; results name it as where they were made. */
  siteOrigin: string;
  /** Where to report a hole in this server, as a URI; null if the operator names no place. */
  securityContact: string | null;
  /** what outlives the server: links, and the key that signs results */
  stateDir: string;
  /** null if the operator wants neither short links nor results */
  links: LinksPlace | null;
}

export type ConfigAnswer =
  | { kind: 'config'; config: ServerConfig }
  /** One sentence per wrong variable: its name, its value, and what is allowed. */
  | { kind: 'wrong'; sentences: string[] };

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const origin = String.raw`https?://(?:\*\.)?[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?`;
/** A subset of CSP's source list, in which nothing can end the directive. */
const frameAncestors = new RegExp(String.raw`^(?:\*|${origin}(?: ${origin})*)$`);

/**
 * What must outlive the server does not belong in /tmp: systemd's directory for it, or else XDG's.
 */
function standardStateDir(env: StateEnvironment): string {
  const [ofService] = env.STATE_DIRECTORY?.split(':') ?? [];
  const ofUser = env.XDG_STATE_HOME ?? join(env.HOME ?? '/', '.local/state');
  return ofService ?? join(ofUser, 'live-man');
}

type StateEnvironment = Partial<
  Record<'STATE_DIRECTORY' | 'XDG_STATE_HOME' | 'HOME', string | undefined>
>;

/** One row per variable; README.md has the same table. */
const variables = z.object({
  PORT: wholeNumber(0, 65535, 4321),
  HOST: z.string().default('127.0.0.1'),
  RUNS_AT_ONCE: wholeNumber(1, 256, 4),
  RUNS_WAITING: wholeNumber(0, 10_000, 64),
  RUNS_PER_CLIENT: wholeNumber(1, 10_000, 16),
  RUNS_PER_MINUTE: wholeNumber(0, 100_000, 300),
  REDIS_URL: z
    .string()
    .regex(
      /^rediss?:\/\/([^\s/@]*@)?[^\s/@]+(\/\d+)?$/,
      'must be redis://host:port or rediss://…, with or without user:password@',
    )
    .optional(),
  TYPESCRIPT_READY: wholeNumber(0, 64, 2),
  KERNELS: kernelList,
  KERNELS_DIR: z
    .string()
    .default('.kernels')
    .transform((path) => resolve(projectRoot, path)),
  KERNELS_MIRROR: z
    .url({ protocol: /^https?$/, error: 'must be an address such as http://deb.debian.org/debian' })
    .default('http://deb.debian.org/debian'),
  MACHINES_READY: wholeNumber(0, 16, 1),
  SHUTDOWN_GRACE_MS: wholeNumber(0, 600_000, 6000),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  WORK_DIR: workDir,
  RUNNERS: runnerList,
  OTEL_EXPORTER_OTLP_ENDPOINT: collectorAddress,
  TRUST_PROXY: wholeNumber(0, 16, 0),
  DIST_DIR: z
    .string()
    .default('dist')
    .transform((path) => resolve(projectRoot, path)),
  FRAME_ANCESTORS: z
    .string()
    .regex(frameAncestors, 'must be *, or origins such as https://example.org with spaces between')
    .default('*'),
  API_ORIGINS: originList,
  LIVE_MAN_SITE: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://live-man.example' })
    .default('http://127.0.0.1:4321'),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'must be mailto:… or https://…')
    .optional(),
  LINKS: z.enum(['on', 'redis', 'off'], 'must be on, redis or off').default('on'),
  LINKS_KEPT: wholeNumber(1, 10_000_000, 100_000),
  LINKS_MIB: wholeNumber(1, 1_000_000, 256),
  STATE_DIR: z.string().optional(),
  STATE_DIRECTORY: z.string().optional(),
  XDG_STATE_HOME: z.string().optional(),
  HOME: z.string().optional(),
});

const environmentSchema = variables.refine(
  ({ LINKS, REDIS_URL }) => LINKS !== 'redis' || REDIS_URL !== undefined,
  { path: ['LINKS'], error: 'must come with a REDIS_URL, where they are to be kept' },
);

/** Reads the environment once. A variable that is set to nothing counts as unset. */
export function parseConfig(environment: NodeJS.ProcessEnv): ConfigAnswer {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = environmentSchema.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      // Whatever precedes an @ may be a password.
      const value = (environment[name] ?? '').replace(/\/\/.*@/, '//…@');
      return `${name} is ${JSON.stringify(value)}: it ${message}.`;
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
    runsPerMinute: env.RUNS_PER_MINUTE,
    redisUrl: env.REDIS_URL ?? null,
    typescriptReady: env.TYPESCRIPT_READY,
    kernels: env.KERNELS,
    kernelsDir: env.KERNELS_DIR,
    kernelsMirror: env.KERNELS_MIRROR,
    machinesReady: env.MACHINES_READY,
    shutdownGraceMs: env.SHUTDOWN_GRACE_MS,
    logLevel: env.LOG_LEVEL,
    workDir: env.WORK_DIR,
    runners: env.RUNNERS,
    traceCollector: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    trustProxyHops: env.TRUST_PROXY,
    distDir: env.DIST_DIR,
    frameAncestors: env.FRAME_ANCESTORS,
    apiOrigins: env.API_ORIGINS,
    siteHost: new URL(env.LIVE_MAN_SITE).host,
    siteOrigin: new URL(env.LIVE_MAN_SITE).origin,
    securityContact: env.SECURITY_CONTACT ?? null,
    links: env.LINKS === 'off' ? null : linksPlace(env),
    stateDir: stateDir(env),
  };
}

function linksPlace(env: z.output<typeof environmentSchema>): LinksPlace {
  const bounds = { maxLinks: env.LINKS_KEPT, maxBytes: env.LINKS_MIB * 1024 * 1024 };
  if (env.LINKS === 'redis') return { kind: 'redis', ...bounds };
  return { kind: 'file', directory: stateDir(env), ...bounds };
}

const stateDir = (env: z.output<typeof environmentSchema>): string =>
  resolve(env.STATE_DIR ?? standardStateDir(env));
