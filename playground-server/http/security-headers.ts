import { secureHeaders } from 'hono/secure-headers';

/**
 * What every answer says to browsers besides its Content-Security-Policy (content-policy.ts).
 * Strict-Transport-Security is for whoever terminates TLS in front of this server.
 */
export const securityHeaders = () =>
  secureHeaders({
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: false,
    // frame-ancestors says the same, and can be widened for a page that is made to be embedded.
    xFrameOptions: false,
    crossOriginResourcePolicy: false,
  });
