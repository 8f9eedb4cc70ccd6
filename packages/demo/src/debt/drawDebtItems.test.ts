import { DAY } from '../history/workload';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { profiles } from '../organisation/profiles';
import { debtThemes } from './debtThemes';
import { drawDebtItems } from './drawDebtItems';

const anchorDay = Date.parse('2026-11-23');
const noon = anchorDay + DAY / 2;
const drawn = drawDebtItems(profiles, {
  seed: 'marrowby',
  anchorDay,
  until: noon,
});
const standing = drawn.filter(({ resolvedAt }) => resolvedAt === null);

describe('drawDebtItems', () => {
  it('draws two years of items, of which most are paid', () => {
    expect(drawn.length).toBeGreaterThan(120);
    expect(drawn.length).toBeLessThan(260);
    expect(drawn[0].createdAt).toBeLessThan(anchorDay - 700 * DAY);
    expect(standing.length).toBeGreaterThan(40);
    expect(standing.length).toBeLessThan(drawn.length * 0.6);
    expect(new Set(drawn.map(({ status }) => status))).toEqual(
      new Set(['open', 'planned', 'in_progress', 'resolved', 'wont_fix']),
    );
  });

  it('names each item once, and the same whenever it is drawn again', () => {
    const ids = drawn.map(({ externalId }) => externalId);
    expect(new Set(ids).size).toBe(ids.length);
    const later = drawDebtItems(profiles, {
      seed: 'marrowby',
      anchorDay,
      until: noon + 40 * DAY,
    });
    const known = new Set(later.map(({ externalId }) => externalId));
    expect(ids.filter(id => !known.has(id))).toEqual([]);
    const paid = drawn.filter(({ status }) => status === 'resolved');
    expect(later).toEqual(expect.arrayContaining(paid));
  });

  it('ends what was paid or given up, says how, and ends nothing in the future', () => {
    for (const { status, createdAt, resolvedAt, resolution } of drawn) {
      const hasEnded = status === 'resolved' || status === 'wont_fix';
      expect(resolvedAt !== null).toBe(hasEnded);
      expect(resolution !== null).toBe(hasEnded);
      expect(createdAt! <= (resolvedAt ?? noon)).toBe(true);
      expect((resolvedAt ?? noon) <= noon).toBe(true);
    }
  });

  it('links what a check asks for to that check, of a scorecard that the portal has', () => {
    const known = ['packages/demo/catalog/scorecards/secure-delivery.yaml']
      .concat('examples/scorecards/production-readiness.yaml')
      .flatMap(path =>
        parseAllDocuments(
          readFileSync(join(__dirname, '../../../..', path), 'utf8'),
        ),
      )
      .map(document => document.toJS())
      .flatMap(({ metadata, spec }) =>
        spec.checks.map(({ id, name }: { id: string; name: string }) => ({
          ref: `scorecard:default/${metadata.name}#${id}`,
          title: name,
        })),
      );
    const checks = debtThemes.flatMap(({ check }) => check ?? []);
    expect(checks).not.toHaveLength(0);
    expect(known).toEqual(expect.arrayContaining(checks));
    expect(standing.flatMap(({ links }) => links)).toContainEqual({
      type: 'check',
      ...checks[0],
    });
  });

  it('leaves some without an estimate, so that there is something that is not scored', () => {
    const unknown = standing.filter(
      ({ estimate }) => estimate.principalDays === null,
    );
    expect(unknown.length).toBeGreaterThan(5);
    expect(unknown.length).toBeLessThan(standing.length / 2);
  });
});
