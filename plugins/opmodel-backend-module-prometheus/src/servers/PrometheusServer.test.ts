import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import type { PrometheusTls } from '../prometheusSettings';
import { PrometheusServer } from './PrometheusServer';

const certificateOf = (commonName: string) =>
  generate([{ name: 'commonName', value: commonName }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });

describe('a server with certificates', () => {
  const own = certificateOf('prometheus.example.com');
  const client = certificateOf('opmodel.example.com');
  let server: Server;

  beforeAll(async () => {
    server = createServer(
      {
        key: own.private,
        cert: own.cert,
        ca: client.cert,
        requestCert: true,
        rejectUnauthorized: false,
      },
      (request, response) => {
        const { authorized } = request.socket as any;
        response.end(JSON.stringify({ authorized }));
      },
    );
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  const ask = async (tls: Partial<PrometheusTls> | null) => {
    const { port } = server.address() as AddressInfo;
    const url = new URL(`https://127.0.0.1:${port}/`);
    const settings = { name: 'main', url, publicUrl: url, headers: {} };
    const source = new PrometheusServer(
      { ...settings, tls: tls && { insecureSkipVerify: false, ...tls } },
      { maxConcurrentQueries: 1, timeoutMs: 5_000 },
    ).connect({
      // Another attempt would change nothing, and the pause before it is long.
      signal: AbortSignal.timeout(900),
      budgetShare: 1,
      reportProgress() {},
    });
    return JSON.parse((await source.request('api')).text);
  };

  it('is asked when its authority is trusted', async () => {
    expect(await ask({ ca: own.cert })).toEqual({ authorized: false });
  });

  it('is told who is asking by a certificate', async () => {
    expect(
      await ask({ ca: own.cert, cert: client.cert, key: client.private }),
    ).toEqual({ authorized: true });
  });

  it('is not asked when nobody knows who it is', async () => {
    await expect(ask(null)).rejects.toThrow();
    await expect(ask({})).rejects.toThrow();
    await expect(ask({ ca: client.cert })).rejects.toThrow();
  });

  it('is asked all the same where configuration says so', async () => {
    expect(await ask({ insecureSkipVerify: true })).toEqual({
      authorized: false,
    });
  });
});
