// Opens the portal, and brings whatever is missing for it first.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import {
  assertPortsFree,
  parseStartArguments,
  portEnvironment,
  waitUntilReady,
} from './lib/portal.mjs';
import { runGroup } from './lib/processGroup.mjs';
import { runMain, say } from './lib/say.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

await runMain(async () => {
  const request = parseStartArguments(process.argv.slice(2));
  if (!request.installOnly) {
    await assertPortsFree(request);
  }

  const toolchain = ensureToolchain(root);
  await ensureDependencies(root, toolchain);
  if (request.installOnly) {
    say('everything is installed.');
    return 0;
  }

  say('starting the portal; Ctrl-C ends it …');
  const ended = new AbortController();
  waitUntilReady({ ...request, signal: ended.signal }).then(ready => {
    if (ready && request.parts.includes('app')) {
      say(`the portal is open at http://localhost:${request.ports.app}`);
    }
  });
  const [command, ...args] = toolchain.yarn;
  try {
    return await runGroup(
      command,
      [...args, 'backstage-cli', 'repo', 'start', ...request.passedOn],
      {
        cwd: root,
        env: { ...toolchain.env, ...portEnvironment(request.ports) },
      },
    );
  } finally {
    ended.abort();
  }
});
