import { evaluationAlarms } from './evaluationAlarms';

const waiting = { entities: 3, since: 0, failed: 0, failures: [] };

describe('evaluationAlarms', () => {
  it('says nothing of what only waits', () => {
    expect(evaluationAlarms(waiting)).toEqual([]);
  });

  it('tells of entities that could not be evaluated, with one of them', () => {
    expect(
      evaluationAlarms({
        ...waiting,
        failed: 2,
        failures: [
          { entityRef: 'component:default/a', error: 'RangeError: x\n at y' },
        ],
      }),
    ).toMatchObject([
      {
        id: 'evaluation-failing',
        severity: 'attention',
        message:
          '2 entities could not be evaluated, first component:default/a: RangeError: x',
        since: '1970-01-01T00:00:00.000Z',
      },
    ]);
  });
});
