import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const page = readFileSync(
  resolve(__dirname, '../../../../../docs/release-gate.md'),
  'utf8',
);
const blocks = [...page.matchAll(/```(yaml|groovy)\n([\s\S]*?)```/g)].map(
  ([, language, text]) => ({ language, text }),
);

/** The shell part of each snippet of the page, as its system runs it, with the variable in which it has the commit. */
function shellParts(): [string, { shell: string[]; script: string }][] {
  const documents = blocks
    .filter(({ language }) => language === 'yaml')
    .map(({ text }) => parse(text));
  const actions = documents.find(({ jobs }) => jobs);
  const gitlab = documents.find(document => document['release-gate']);
  const groovy = blocks.find(({ language }) => language === 'groovy')!;
  return [
    [
      'GitHub Actions',
      {
        shell: ['bash', '-e', '-c'],
        script: actions.jobs.deploy.steps[0].run,
      },
    ],
    [
      'GitLab CI',
      { shell: ['sh', '-e', '-c'], script: gitlab['release-gate'].script[0] },
    ],
    [
      'Jenkins',
      {
        shell: ['sh', '-xe', '-c'],
        script: /sh '''([\s\S]*?)'''/.exec(groovy.text)![1],
      },
    ],
  ];
}

describe.each(shellParts())(
  'the snippet for %s',
  (_name, { shell, script }) => {
    let server: Server;
    let folder: string;
    let answer: { status: number; body: string };
    let asked: { url: string; authorization: string }[];

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'release-gate-'));
      asked = [];
      server = createServer((request, response) => {
        asked.push({
          url: request.url!,
          authorization: request.headers.authorization!,
        });
        response.writeHead(answer.status).end(answer.body);
      });
      await new Promise<void>(done => {
        server.listen(0, '127.0.0.1', done);
      });
    });

    afterEach(async () => {
      await new Promise(done => {
        server.close(done);
      });
      rmSync(folder, { recursive: true });
    });

    /** The exit code with which it ends. */
    function run(url?: string): Promise<{ code: number; output: string }> {
      const { port } = server.address() as AddressInfo;
      const [command, ...options] = shell;
      return new Promise(done => {
        execFile(
          command,
          [...options, script],
          {
            cwd: folder,
            env: {
              PATH: process.env.PATH,
              OPMODEL_URL: url ?? `http://127.0.0.1:${port}`,
              OPMODEL_GATE_TOKEN: 'the-token',
              GITHUB_SHA: 'c0ffee',
              CI_COMMIT_SHA: 'c0ffee',
              GIT_COMMIT: 'c0ffee',
            },
          },
          (error, stdout, stderr) =>
            done({
              code: error ? Number(error.code) : 0,
              output: `${stdout}${stderr}`,
            }),
        );
      });
    }

    it('lets a release go on that the gate is open for', async () => {
      answer = {
        status: 200,
        body: JSON.stringify({ decision: 'unknown', open: true }),
      };
      expect(await run()).toMatchObject({
        code: 0,
        output: expect.stringContaining('"decision":"unknown"'),
      });
      expect(asked).toEqual([
        {
          url: '/api/opmodel/entities/component/default/checkout/release-gate?environment=production&reference=c0ffee',
          authorization: 'Bearer the-token',
        },
      ]);
    });

    it('stops one that is held, and shows why', async () => {
      answer = {
        status: 200,
        body: JSON.stringify({
          decision: 'held',
          open: false,
          mode: 'enforced',
        }),
      };
      expect(await run()).toMatchObject({
        code: 1,
        output: expect.stringContaining('"decision":"held"'),
      });
    });

    it('stops where the question is refused, which waiting does not mend', async () => {
      answer = { status: 403, body: '{"error":{"name":"NotAllowedError"}}' };
      expect(await run()).toMatchObject({
        code: 2,
        output: expect.stringContaining('NotAllowedError'),
      });
    });

    it('goes on where the portal is down', async () => {
      answer = { status: 503, body: '' };
      expect((await run()).code).toBe(0);
      const { port } = server.address() as AddressInfo;
      // Nothing listens there.
      expect((await run(`http://127.0.0.2:${port}`)).code).toBe(0);
    });
  },
);
