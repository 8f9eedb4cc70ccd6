import {
  buildCheckTotals,
  buildSummary,
  buildScorecard,
  buildVerdicts,
} from '../../testing';
import { topFailing } from './topFailing';

const [totals] = buildSummary().scorecards;
const checkWith = (checkId: string, failed: number) =>
  buildCheckTotals({ checkId, summary: buildVerdicts({ failed, passed: 9 }) });

const counting = {
  ...totals,
  checks: [checkWith('slo', 3), checkWith('owner', 0)],
};
const other = {
  ...totals,
  scorecard: buildScorecard({ ref: 'scorecard:default/other' }),
  checks: [checkWith('docs', 5), checkWith('source', 1)],
};
const aside = {
  ...totals,
  scorecard: buildScorecard({ countsToOverall: false }),
  checks: [checkWith('assistant', 8)],
};
const ids = (...given: Parameters<typeof topFailing>) =>
  topFailing(...given).map(({ check }) => check.checkId);

describe('topFailing', () => {
  it('names what most entities fail, over scorecards, and leaves out what nobody fails', () => {
    expect(ids([counting, other], 5)).toEqual(['docs', 'slo', 'source']);
    expect(ids([counting, other], 2)).toEqual(['docs', 'slo']);
  });

  it('names what does not count only where nothing that counts fails', () => {
    expect(ids([counting, aside], 5)).toEqual(['slo']);
    expect(ids([aside], 5)).toEqual(['assistant']);
    expect(ids([], 5)).toEqual([]);
  });
});
