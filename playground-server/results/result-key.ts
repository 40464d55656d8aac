import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { sign, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicKeySchema, type PublicKey } from '../protocol/index.ts';
import { canonicalJson } from './canonical-json.ts';

/** The key with which this server signs results. */
export interface ResultKey {
  publicKey: PublicKey;
  /** @returns the signature in base64url */
  sign(text: string): string;
}

/**
 * The key in the server's own directory, which is made at the first start, readable for the server
 * alone. Throws if the directory cannot be written to, or the file holds no such key.
 */
export function openResultKey(directory: string): ResultKey {
  const path = join(directory, 'result-key.pem');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pem = readIfThere(path) ?? makeKey(path);
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds no Ed25519 key`);
  return keyOf(key);
}

/** The thumbprint of a public key, by which it is called (RFC 7638). */
export const thumbprint = ({ kty, crv, x }: Pick<PublicKey, 'kty' | 'crv' | 'x'>): string =>
  createHash('sha256').update(canonicalJson({ kty, crv, x })).digest('base64url');

function keyOf(privateKey: KeyObject): ResultKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: String(x) } as const;
  return {
    publicKey: publicKeySchema.parse({ ...jwk, kid: thumbprint(jwk) }),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Appears as a whole, and only once: of two servers that start together, both use the first's. */
function makeKey(path: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const own = `${path}.${process.pid}`;
  writeFileSync(own, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
  return readFileSync(path, 'utf8');
}
