import {
  type CheckVerdict,
  verdictStates,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { decodeVerdicts, encodeVerdicts } from './verdictCodec';

const slots = ['owner', 'runbook', 'lead-time', 'licence'];
const base = 1_790_000_000_000;
const instant = fc.integer({ min: -1e9, max: 1e12 }).map(from => base + from);
const standing = fc.constantFrom('passed', 'warning', 'failed', null);

const verdictOf = (checkId: string) =>
  fc.record<CheckVerdict>({
    checkId: fc.constant(checkId),
    state: fc.constantFrom(...verdictStates),
    value: fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
      fc.string({ unit: 'binary' }),
    ),
    detail: fc.option(fc.string()),
    since: instant,
    standing,
    pending: fc.option(
      fc.record({
        state: fc.constantFrom(...verdictStates),
        times: fc.integer({ min: 1, max: 9 }),
        at: instant,
      }),
    ),
  });

const verdicts = fc
  .tuple(...slots.map(id => fc.option(verdictOf(id))))
  .map(
    found =>
      new Map(
        found
          .filter(verdict => verdict !== null)
          .map(verdict => [verdict.checkId, verdict]),
      ),
  );

describe('verdictCodec', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(verdicts, given => {
        const encoded = encodeVerdicts(given, slots, base);
        expect(encoded.states).toHaveLength(slots.length);
        expect(decodeVerdicts(encoded, slots, base)).toEqual(given);
      }),
    );
  });

  it('reads old results, whose scorecard has more checks by now', () => {
    fc.assert(
      fc.property(verdicts, given => {
        const encoded = encodeVerdicts(given, slots, base);
        expect(decodeVerdicts(encoded, [...slots, 'new'], base)).toEqual(given);
      }),
    );
  });

  it('takes few bytes for what is usual', () => {
    const passed: CheckVerdict = {
      checkId: 'owner',
      state: 'passed',
      value: true,
      detail: null,
      since: base,
      standing: 'passed',
      pending: null,
    };
    expect(encodeVerdicts(new Map([['owner', passed]]), slots, base)).toEqual({
      states: 'P---',
      verdicts: '[[0,true],null,null,null]',
    });
  });
});
