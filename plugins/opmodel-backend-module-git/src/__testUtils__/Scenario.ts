import path from 'node:path';
import type { MockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { CollectorBench } from './CollectorBench';
import { TestRepository } from './TestRepository';

/** Address of the repository of a scenario. */
export const url = 'https://git.example.com/acme/shop';

/** The component of a scenario. */
export const shop = 'component:default/shop';

/** Epoch milliseconds. */
export const at = (text: string) => Date.parse(text);

/** A component of the scenario's repository. */
export const entity = (
  entityRef: string,
  annotations: Record<string, string> = {},
) => ({
  entityRef,
  kind: 'Component',
  annotations: {
    'backstage.io/source-location': `url:${url}/tree/main/`,
    ...annotations,
  },
});

/** One repository, one component, and a collector that reads it. */
export interface Scenario {
  folder: string;
  repository: TestRepository;
  bench: CollectorBench;
  /** A bench with other settings in place of the first one. */
  createBench(git: JsonObject): CollectorBench;
}

let count = 0;

/** Makes an empty repository in a folder of its own. */
export function createScenario(directory: MockDirectory): Scenario {
  count += 1;
  const folder = directory.resolve(`scenario-${count}`);
  const repository = new TestRepository(path.join(folder, 'shop'));
  const createBench = (git: JsonObject) => {
    const bench = new CollectorBench({
      cacheDirectory: path.join(folder, 'cache'),
      now: '2026-06-01T00:00:00Z',
      git: { mirrors: [{ url, path: repository.path }], ...git },
    });
    bench.entities = [entity(shop)];
    return bench;
  };
  return { folder, repository, bench: createBench({}), createBench };
}
