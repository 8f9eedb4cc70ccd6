import {
  devlakeProfile,
  dora2026Profile,
  type WorkingDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import { EnabledDefinitions } from './EnabledDefinitions';

const definitions = new EnabledDefinitions([dora2026Profile, devlakeProfile], {
  zone: 'Europe/Berlin',
  defaultProfile: 'devlake',
});

describe('EnabledDefinitions', () => {
  it('gives each definition rows of its own', () => {
    const { calculations } = definitions;
    expect(new Set(calculations).size).toBe(2);
    expect(calculations[0]).toMatch(
      new RegExp(`^dora-2026/${dora2026Profile.version}/Europe/Berlin/\\d+$`),
    );
  });

  it('has one where none is chosen', () => {
    expect(definitions.choose(undefined).profile).toBe(devlakeProfile);
    expect(definitions.choose('dora-2026').profile).toBe(dora2026Profile);
  });

  it('names a definition that is not enabled, and those that are', () => {
    expect(() => definitions.choose('gitlab')).toThrow(
      "'profile' must be a definition that is enabled here (dora-2026, devlake), got 'gitlab'",
    );
  });

  it('computes anew when the days change that count for nothing', () => {
    const calculationWith = (days: [string, string][]) =>
      new EnabledDefinitions([dora2026Profile], {
        zone: 'UTC',
        defaultProfile: 'dora-2026',
        excludedPeriods: days.map(([from, to]) => ({
          from,
          to,
          cause: 'freeze',
        })),
      }).default.calculation;
    const holidays: [string, string] = ['2026-12-20', '2026-12-31'];
    const move: [string, string] = ['2026-06-01', '2026-06-02'];
    const both = calculationWith([holidays, move]);
    expect(calculationWith([move, holidays])).toBe(both);
    expect(
      new Set([both, calculationWith([]), calculationWith([move])]).size,
    ).toBe(3);
  });

  it('computes anew when the working days change, and only what counts them', () => {
    const calculationsWith = (workingDays: WorkingDays | null) =>
      new EnabledDefinitions([dora2026Profile, devlakeProfile], {
        zone: 'UTC',
        defaultProfile: 'dora-2026',
        workingDays,
      }).list;
    const weekdays = ['monday', 'friday'] as const;
    const holiday = (from: string, to = from, name: string | null = null) => ({
      from,
      to,
      name,
    });
    const [all, other] = calculationsWith(null);
    const [working, unchanged] = calculationsWith({ weekdays, holidays: [] });
    expect(all.workingTime).toBeUndefined();
    expect(working.workingTime).toBeDefined();
    expect(unchanged).toEqual(other);
    const christmas = [holiday('2026-12-25', '2026-12-28')];
    const [without] = calculationsWith({ weekdays, holidays: christmas });
    expect(
      new Set([all, working, without].map(each => each.calculation)).size,
    ).toBe(3);
    // However the same days are written: a Saturday is none of them anyway.
    const [same] = calculationsWith({
      weekdays,
      holidays: [
        holiday('2026-12-28', '2026-12-28', 'Boxing Day'),
        holiday('2026-12-25', '2026-12-26'),
      ],
    });
    expect(same.calculation).toBe(without.calculation);
  });
});
