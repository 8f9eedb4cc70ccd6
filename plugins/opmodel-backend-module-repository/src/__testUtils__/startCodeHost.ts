import { mockServices } from '@backstage/backend-test-utils';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { create } from 'tar';

/** Texts by path. */
export type Files = Record<string, string | Buffer>;

/** A code host with the interface of GitHub, which speaks HTTP and packs real archives. */
export interface CodeHost {
  /** Of a repository: `http://localhost:…/shop/checkout`. */
  urlOf(repository: string): string;
  /** Puts these files in place of what a repository has. */
  push(repository: string, files: Files): void;
  /** Lets a repository answer with an error, or never. */
  break(repository: string, how: 'error' | 'silence'): void;
  /** Paths that were asked for since the last call. */
  takeRequests(): string[];
  reader: ReturnType<typeof UrlReaders.default>;
  /** Of the integrations. */
  config: ReturnType<typeof mockServices.rootConfig>;
  stop(): Promise<void>;
}

/** Starts a code host on a port of its own. */
export async function startCodeHost(): Promise<CodeHost> {
  const folder = await mkdtemp(join(tmpdir(), 'code-host-'));
  const repositories = new Map<string, { sha: string; files: Files }>();
  const broken = new Map<string, 'error' | 'silence'>();
  const requests: string[] = [];
  let pushes = 0;

  const pack = async (
    name: string,
    { sha, files }: { sha: string; files: Files },
  ) => {
    const root = `${name.replace('/', '-')}-${sha}`;
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, root, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return create({ gzip: true, cwd: folder }, [root]);
  };

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    requests.push(pathname);
    const [, name, rest] = /^\/api\/repos\/([^/]+\/[^/]+)(.*)$/.exec(pathname)!;
    const repository = repositories.get(name);
    if (broken.get(name) === 'silence') {
      return;
    }
    if (!repository || broken.get(name) === 'error') {
      response.statusCode = repository ? 500 : 404;
      response.end('{}');
      return;
    }
    if (rest === '') {
      response.end(JSON.stringify({ default_branch: 'main' }));
    } else if (rest.startsWith('/commits/')) {
      response.end(
        JSON.stringify({
          sha: repository.sha,
          repository: {
            archive_url: `http://${request.headers.host}/api/repos/${name}/{archive_format}{/ref}`,
          },
        }),
      );
    } else {
      (await pack(name, repository)).pipe(response);
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = mockServices.rootConfig({
    data: {
      integrations: { github: [{ host, apiBaseUrl: `http://${host}/api` }] },
    },
  });
  return {
    urlOf: repository => `http://${host}/${repository}`,
    push(repository, files) {
      pushes += 1;
      repositories.set(repository, { sha: `c${pushes}`, files });
    },
    break: (repository, how) => void broken.set(repository, how),
    takeRequests: () => requests.splice(0),
    reader: UrlReaders.default({
      config,
      logger: mockServices.logger.mock(),
    }),
    config,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
      await rm(folder, { recursive: true });
    },
  };
}
