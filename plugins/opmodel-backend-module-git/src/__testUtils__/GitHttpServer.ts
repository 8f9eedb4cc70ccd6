import { execFileSync, spawn } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** A git server for tests: git's own CGI program behind a server that asks for credentials. */
export class GitHttpServer {
  readonly requests: { path: string; authorization: string | undefined }[] = [];
  /** Where to redirect all requests to, if anywhere. */
  redirectTo: string | undefined;

  readonly #server: http.Server;

  /**
   * @param root - folder of the repositories
   * @param authorization - the header that opens the door
   */
  constructor(root: string, authorization: string | undefined) {
    const backend = path.join(
      execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(),
      'git-http-backend',
    );
    this.#server = http.createServer((request, response) => {
      const url = new URL(request.url!, 'http://localhost');
      this.requests.push({
        path: url.pathname,
        authorization: request.headers.authorization,
      });
      if (this.redirectTo !== undefined) {
        response.writeHead(302, { location: this.redirectTo + request.url });
        response.end();
        return;
      }
      if (authorization && request.headers.authorization !== authorization) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' });
        response.end();
        return;
      }
      const cgi = spawn(backend, [], {
        env: {
          PATH: process.env.PATH,
          GIT_PROJECT_ROOT: root,
          GIT_HTTP_EXPORT_ALL: '1',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: '/dev/null',
          PATH_INFO: decodeURIComponent(url.pathname),
          QUERY_STRING: url.search.slice(1),
          REQUEST_METHOD: request.method,
          CONTENT_TYPE: request.headers['content-type'] ?? '',
          HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
          GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        },
      });
      request.pipe(cgi.stdin);
      const chunks: Buffer[] = [];
      cgi.stdout.on('data', chunk => chunks.push(chunk));
      cgi.on('close', () => {
        const answer = Buffer.concat(chunks);
        const end = answer.indexOf('\r\n\r\n');
        for (const line of answer.toString('latin1', 0, end).split('\r\n')) {
          const [name, value] = line.split(': ');
          if (name === 'Status') {
            response.statusCode = Number(value.slice(0, 3));
          } else {
            response.setHeader(name, value);
          }
        }
        response.end(answer.subarray(end + 4));
      });
    });
  }

  /** @returns address, such as `http://127.0.0.1:4711` */
  async start(): Promise<string> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return `http://${this.host}`;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
