import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { embedLanguage } from '../embed/embed-pages.ts';
import type { AppEnv } from '../server-parts.ts';

/**
 * The security headers of every answer, except its Content-Security-Policy (content-policy.ts).
 * Strict-Transport-Security is up to whatever terminates TLS in front of this server.
 */
export const securityHeaders = (): MiddlewareHandler<AppEnv> => {
  const ofPages = headersWith({ originAgentCluster: true });
  // In a sandbox, a frame has no origin for a cluster of its own, and Chromium warns of each.
  const ofFrames = headersWith({ originAgentCluster: false });
  return (c, next) => (embedLanguage(c.req.path) ? ofFrames(c, next) : ofPages(c, next));
};

const headersWith = (own: { originAgentCluster: boolean }) =>
  secureHeaders({
    ...own,
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: false,
    // Our pages ask for none of these, and neither may pages that they frame. Only features that
    // browsers know: of any other, Chromium warns on every page.
    permissionsPolicy: {
      camera: false,
      microphone: false,
      geolocation: false,
      payment: false,
      usb: false,
      serial: false,
    },
    // frame-ancestors says the same, and can be relaxed for embeddable pages.
    xFrameOptions: false,
    crossOriginResourcePolicy: false,
  });
