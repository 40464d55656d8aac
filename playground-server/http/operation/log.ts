import { destination, pino, stdTimeFunctions, type Logger } from 'pino';
import type { ServerConfig } from '../../config.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** JSON lines on stderr. No reader's code and no address is ever logged. */
export function createLog(level: ServerConfig['logLevel']): Log {
  return pino({ level, timestamp: stdTimeFunctions.isoTime }, destination(2));
}
