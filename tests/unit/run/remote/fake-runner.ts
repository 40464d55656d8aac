import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { environment, limits } from '../../http/fake-engine.ts';
import type {
  Environment,
  Language,
  UnstampedEvent,
} from '../../../../playground-server/protocol/index.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Answers over real HTTP as a runner would, with what a test wants of its runs. */
export class FakeRunner {
  answer: Answer = () => undefined;
  environment: Environment = environment;
  languages: Language[] = ['c'];
  /** false: the preflight never comes to an end, and only /healthz answers */
  answersProbes = true;
  /** Called for each probe. */
  probed: () => void = () => undefined;
  requests: IncomingMessage['headers'][] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      if (request.method === 'POST') {
        this.requests.push(request.headers);
        request.resume();
        return void this.answer(request, response);
      }
      this.probed();
      if (!this.answersProbes && request.url !== '/healthz') return;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url === '/readyz' ? { checks: [] } : this.#status()));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #status() {
    return {
      ready: true,
      startedAt: new Date().toISOString(),
      preflight: { checkedAt: new Date().toISOString(), checks: [] },
      queue: { running: 0, waiting: 0, slots: 2, places: 4, perClient: 4 },
      lastHour: {
        sinceAt: new Date().toISOString(),
        runs: 0,
        outcomes: {},
        waited: null,
        firstEvent: null,
        total: null,
      },
      languages: Object.fromEntries(
        this.languages.map((language) => [language, { limits, environment: this.environment }]),
      ),
    };
  }
}

/** Lines of an answer, each event a millisecond after the one before it. */
export const lines = (events: readonly UnstampedEvent[]): string =>
  events
    .map((event, seq) => `${JSON.stringify({ ...event, seq, atNs: String(seq * 1_000_000) })}\n`)
    .join('');
