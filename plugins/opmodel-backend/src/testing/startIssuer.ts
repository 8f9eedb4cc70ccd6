import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** What a token says, beside the issuer and its validity. */
export interface TokenClaims {
  sub: string;
  aud: string;
  /** Seconds for which it is valid, from now; negative: it is no more. */
  expiresIn?: number;
  iss?: string;
}

/** An issuer of tokens whose keys are served over HTTP, as those of GitHub and GitLab are. */
export async function startIssuer() {
  const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { publicKey, privateKey } = newKey();
  const keys = [
    {
      ...publicKey.export({ format: 'jwk' }),
      kid: 'k1',
      alg: 'RS256',
      use: 'sig',
    },
  ];
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const issueWith = (key: KeyObject, claims: TokenClaims): string => {
    const { expiresIn = 300, iss = url, ...stated } = claims;
    const now = Math.floor(Date.now() / 1000);
    const signed = [
      encode({ alg: 'RS256', kid: 'k1', typ: 'JWT' }),
      encode({ ...stated, iss, iat: now - 600, exp: now + expiresIn }),
    ].join('.');
    const signature = sign('sha256', Buffer.from(signed), key);
    return `${signed}.${signature.toString('base64url')}`;
  };
  return {
    url,
    issue: (claims: TokenClaims) => issueWith(privateKey, claims),
    /** A token that somebody else signed in the issuer's name. */
    forge: (claims: TokenClaims) => issueWith(newKey().privateKey, claims),
    stop: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
