import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const origin = { host: '127.0.0.1', port: Number(process.env['E2E_PORT'] ?? 4391) };
const baseURL = `http://${origin.host}:${origin.port}`;

export default defineConfig({
  testDir: 'tests/e2e',
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  // While one browser waits for the server, the other has the machine.
  workers: 2,
  // Nothing here is timed: a slow machine gets its answers later.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL,
    // Recording takes as long as the test itself; `npx playwright test --trace on` does, where needed.
    trace: 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell',
      args: [
        // Chromium's own sandbox refuses to start as root, as in most containers.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // A spec holds on both, unless its name says where: run.desktop.spec.ts, cards.phone.spec.ts.
  projects: [
    {
      name: 'desktop',
      testIgnore: '**/*.phone.spec.ts',
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      testIgnore: '**/*.desktop.spec.ts',
      use: {
        viewport: { width: 360, height: 740 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
  webServer: {
    command: 'node playground-server/main.ts',
    env: {
      HOST: origin.host,
      PORT: String(origin.port),
      // Those that are about own kernels start a server that has one.
      KERNELS: 'off',
      // Links of the tests are no links of whoever runs them.
      STATE_DIR: join(tmpdir(), `live-man-e2e-${origin.port}`),
    },
    url: `${baseURL}/readyz`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
