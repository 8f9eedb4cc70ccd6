import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runGroup, startGroup } from './processGroup.mjs';

const isAlive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    assert.equal(error.code, 'ESRCH');
    return false;
  }
};

async function eventually(check, timeoutMs = 5_000) {
  const deadline = Date.now() + timeoutMs;
  while (!check()) {
    assert.ok(Date.now() < deadline, 'it did not come to pass in time');
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

// Like a development server: it starts a backend of its own, and does not end
// it when it is itself ended.
const PARENT_OF_ANOTHER = `
  const { spawn } = require('node:child_process');
  const inner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  require('node:fs').writeFileSync(process.argv[1], String(inner.pid));
  setInterval(() => {}, 1000);
`;

describe('process groups', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'opmodel-group-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const readPid = file => {
    try {
      return Number(readFileSync(file, 'utf8'));
    } catch (error) {
      assert.equal(error.code, 'ENOENT');
      return 0;
    }
  };

  it('ends what the command started, too', async () => {
    const file = join(folder, 'inner-of-stop');
    const group = startGroup(process.execPath, ['-e', PARENT_OF_ANOTHER, file]);
    await eventually(() => readPid(file) > 0);

    await group.stop();

    assert.equal(isAlive(readPid(file)), false);
    assert.equal(isAlive(group.child.pid), false);
  });

  it('gives the exit code of the command', async () => {
    assert.equal(
      await runGroup(process.execPath, ['-e', 'process.exit(3)']),
      3,
    );
    assert.equal(await runGroup(process.execPath, ['-e', '']), 0);
  });

  for (const [how, endOuter] of [
    ['is told to end', outer => outer.kill('SIGTERM')],
    ['is interrupted', outer => outer.kill('SIGINT')],
  ]) {
    it(`leaves nothing behind when it ${how}`, async () => {
      const file = join(folder, `inner-when-it-${how.replaceAll(' ', '-')}`);
      const script = join(folder, 'outer.mjs');
      writeFileSync(
        script,
        `import { runGroup } from ${JSON.stringify(
          new URL('./processGroup.mjs', import.meta.url).href,
        )};
         process.exitCode = await runGroup(process.execPath, ['-e', ${JSON.stringify(
           PARENT_OF_ANOTHER,
         )}, ${JSON.stringify(file)}]);`,
      );
      const outer = spawn(process.execPath, [script], { stdio: 'ignore' });
      await eventually(() => readPid(file) > 0);

      endOuter(outer);
      const [code] = await once(outer, 'exit');

      assert.ok(code > 128, `exit code ${code}`);
      assert.equal(isAlive(readPid(file)), false);
    });
  }

  for (const [what, inBetween, environment] of [
    ['whoever started it', '', {}],
    [
      'npm, which started it through a shell,',
      'sh -c ',
      { npm_config_user_agent: 'npm/11.0.0' },
    ],
  ]) {
    it(`leaves nothing behind when ${what} is killed`, async () => {
      const file = join(folder, `inner-of-orphan-${inBetween.length}`);
      const script = join(folder, 'orphan.mjs');
      writeFileSync(
        script,
        `import { runGroup } from ${JSON.stringify(
          new URL('./processGroup.mjs', import.meta.url).href,
        )};
         await runGroup(process.execPath, ['-e', ${JSON.stringify(
           PARENT_OF_ANOTHER,
         )}, ${JSON.stringify(file)}]);`,
      );
      const command = inBetween
        ? ['sh', ['-c', `${process.execPath} ${script}; true`]]
        : [process.execPath, [script]];
      const launcher = spawn(
        process.execPath,
        [
          '-e',
          `require('node:child_process').spawn(...${JSON.stringify(
            command,
          )}, { stdio: 'ignore' }); setInterval(() => {}, 1000);`,
        ],
        { stdio: 'ignore', env: { ...process.env, ...environment } },
      );
      await eventually(() => readPid(file) > 0);

      launcher.kill('SIGKILL');

      await eventually(() => !isAlive(readPid(file)));
    });
  }
});
