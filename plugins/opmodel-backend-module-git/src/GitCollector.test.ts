import { createMockDirectory } from '@backstage/backend-test-utils';
import { collectorContract } from '@opmodel/backstage-plugin-opmodel-node';
import { createScenario } from './__testUtils__/Scenario';

jest.setTimeout(60_000);

describe('the git collector', () => {
  const directory = createMockDirectory();

  it.each(collectorContract)('$name', async ({ check }) => {
    const { repository, bench } = createScenario(directory);
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    repository.tag('v1.0.0', '2026-01-02T00:00:00Z');
    repository.commit({ message: 'two', at: '2026-01-03T00:00:00Z' });
    await expect(
      check({ collector: bench.collector, entities: bench.entities }),
    ).resolves.toBeUndefined();
  });
});
