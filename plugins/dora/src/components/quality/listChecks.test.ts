import { buildCheck, buildContexts } from '../../__fixtures__';
import { listChecks } from './listChecks';

describe('listChecks', () => {
  it('names each check once, with the metrics that stand on it', () => {
    const [check, ...others] = listChecks(buildContexts());
    expect(others).toEqual([]);
    expect(check.id).toBe('deployments-with-changes');
    expect(check.metrics).toHaveLength(7);
  });

  it('puts those that fail first', () => {
    const contexts = buildContexts({
      'change-fail-rate': {
        quality: {
          state: 'doubtful',
          checks: [
            buildCheck({ id: 'incidents-linked', passed: false, share: 0.2 }),
          ],
        },
      },
    });
    expect(listChecks(contexts).map(({ id }) => id)).toEqual([
      'incidents-linked',
      'deployments-with-changes',
    ]);
  });
});
