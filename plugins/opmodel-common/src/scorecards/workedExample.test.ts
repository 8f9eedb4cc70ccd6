import { attributeScoreChange } from './attributeScoreChange';
import type { Judgement, VerdictState } from './checkVerdict';
import { computeLevel } from './computeLevel';
import { printStates } from './ResultReplay';
import { SlotCounts } from './stateLetters';
import { checkWith, scorecardWith, verdictsOf } from './testing/scorecards';
import {
  addVerdictTallies,
  emptyVerdictTally,
  shareOfTally,
} from './verdictTally';

const checks = ['described', 'tested', 'alerts', 'reviewed'];
const levels = ['Bronze', 'Silver', 'Silver', 'Gold'];

const scorecard = scorecardWith({
  checks: checks.map((id, at) => checkWith({ id, level: levels[at] })),
});

type State = VerdictState | [VerdictState, Judgement];

/** The services of docs/scorecards.md, in the order of the checks. */
const services: Record<string, State[]> = {
  cart: ['passed', 'passed', 'warning', 'not_reported'],
  post: ['passed', 'failed', 'passed', 'passed'],
  quiet: ['failed', 'passed', 'passed', 'passed'],
  job: ['passed', 'exempt', 'not_applicable', ['not_reported', 'passed']],
};

const statesOf = (name: string) =>
  services[name].map(state => [state].flat()[0] as VerdictState);

describe('the worked example of docs/scorecards.md', () => {
  it.each([
    ['cart', 'Silver', ['reviewed']],
    ['post', 'Bronze', ['tested']],
    ['quiet', undefined, ['described']],
    ['job', 'Gold', []],
  ])('%s is at %s', (name, level, missing) => {
    const result = computeLevel(
      scorecard,
      verdictsOf(
        Object.fromEntries(checks.map((id, at) => [id, services[name][at]])),
      ),
    );
    expect(result.level?.name).toBe(level);
    expect(result.missing.map(({ checkId }) => checkId)).toEqual(missing);
  });

  it('comes to ten of twelve', () => {
    const counts = new SlotCounts(checks.length).add(
      Object.keys(services)
        .map(name => printStates(statesOf(name)))
        .join(','),
    );
    const tally = checks
      .map((_, slot) => counts.tallyOf(slot))
      .reduce(addVerdictTallies, emptyVerdictTally);
    expect(shareOfTally(tally)).toEqual({
      passing: 10 / 12,
      judged: 12,
      applicable: 15,
      coverage: 12 / 15,
      exempt: 1 / 15,
    });
  });

  it('says why it moved', () => {
    const later: Record<string, (VerdictState | null)[]> = {
      cart: ['passed', 'passed', 'not_reported', 'not_reported'],
      post: ['passed', 'passed', 'passed', 'passed'],
      quiet: [null, null, null, null],
      job: statesOf('job'),
    };
    const { before, after, change, parts } = attributeScoreChange(
      Object.keys(services).flatMap(name =>
        statesOf(name).map((state, at) => ({
          before: state,
          after: later[name][at],
          isRuleChanged: false,
        })),
      ),
    );
    expect([before, after]).toEqual([10 / 12, 1]);
    expect(change).toBeCloseTo(7 / 42, 12);
    expect(parts!.entity).toBeCloseTo(6 / 42, 12);
    expect(parts!.data).toBeCloseTo(-1 / 42, 12);
    expect(parts!.population).toBeCloseTo(2 / 42, 12);
    expect([parts!.rule, parts!.exemption]).toEqual([0, 0]);
  });
});
