import { buildCheck, buildReport } from '../../testing';
import { toChecksCsv } from './toChecksCsv';

it('tells every check of an entity in a row, and until when it is exempt only where it is', () => {
  const [result] = buildReport().scorecards;
  const exemption = {
    acceptanceId: 'a1',
    reason: 'It is gone soon',
    expiresOn: '2027-03-31',
  };
  const csv = toChecksCsv([
    {
      ...result,
      checks: [
        buildCheck({ exemption: { ...exemption, state: 'requested' } }),
        buildCheck({
          checkId: 'excused',
          state: 'exempt',
          exemption: { ...exemption, state: 'approved' },
          message: null,
          solution: null,
        }),
      ],
    },
  ]);
  const [head, asked, excused] = csv
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','));
  expect(head).toHaveLength(14);
  expect(asked[head.indexOf('state')]).toBe('failed');
  expect(asked[head.indexOf('value')]).toBe('0.24');
  expect(asked[head.indexOf('exempt_until')]).toBe('');
  expect(excused[head.indexOf('check')]).toBe('excused');
  expect(excused[head.indexOf('exempt_until')]).toBe('2027-03-31');
});
