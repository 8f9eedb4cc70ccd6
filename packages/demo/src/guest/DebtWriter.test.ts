import { mockServices } from '@backstage/backend-test-utils';
import { drawDebt } from '../debt/drawDebt';
import { DAY } from '../history/workload';
import { profiles } from '../organisation/profiles';
import { DebtWriter } from './DebtWriter';
import { FakeGuestPortal } from './FakeGuestPortal';

const anchorDay = Date.parse('2026-11-23');
const { signal } = new AbortController();

function set(portal = new FakeGuestPortal(), until = anchorDay + DAY / 2) {
  const logger = mockServices.logger.mock();
  const entries = drawDebt(profiles, { seed: 'marrowby', anchorDay, until });
  const writer = new DebtWriter({
    portal,
    logger,
    entries: async () => entries,
  });
  return { portal, logger, writer, entries };
}

describe('DebtWriter', () => {
  it('takes in all that is owed, with what was reported of it by the team that owns it', async () => {
    const { portal, logger, writer, entries } = set();
    await expect(writer.write(signal)).resolves.toBe(entries.length);
    expect(portal.debts).toHaveLength(entries.length);
    const reports = entries.flatMap(entry => entry.reports);
    expect(reports.length).toBeGreaterThan(60);
    expect(portal.debtReports).toHaveLength(reports.length);
    expect(portal.debtReports[0].teamRef).toBe('group:default/checkout');
    expect(logger.info).toHaveBeenCalledWith(
      `The guest has taken ${entries.length} items of technical debt in`,
    );
  });

  it('leaves what is there as it is, and adds what was written down since', async () => {
    const { portal, writer, entries } = set();
    await writer.write(signal);
    portal.debts[0].title = 'Somebody went on from there';
    const before = portal.debtReports.length;
    await expect(writer.write(signal)).resolves.toBe(0);
    expect(portal.debtReports).toHaveLength(before);
    const later = set(portal, anchorDay + 60 * DAY);
    const added = later.entries.length - entries.length;
    expect(added).toBeGreaterThan(0);
    await expect(later.writer.write(signal)).resolves.toBe(added);
    expect(portal.debts[0].title).toBe('Somebody went on from there');
  });

  it('says what the portal refuses, and takes the rest in', async () => {
    const { portal, logger, writer, entries } = set();
    const [{ item }] = entries;
    portal.refuses.set(item.entityRefs[0], 404);
    const written = await writer.write(signal);
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(entries.length);
    expect(logger.info).toHaveBeenCalledWith(
      `The demo organisation goes without the debt '${item.title}': entityRefs names no entity`,
    );
  });

  it('goes on with the reports where it was interrupted', async () => {
    const { portal, writer, entries } = set();
    const reported = entries.find(({ reports }) => reports.length > 0)!;
    const [entityRef] = reported.item.entityRefs;
    const api = (await portal.enter())!;
    const { createDebtReport } = api;
    api.createDebtReport = async body => {
      if (body.entityRef === entityRef) {
        throw new Error('the portal is gone');
      }
      return createDebtReport(body);
    };
    await expect(writer.write(signal)).rejects.toThrow('the portal is gone');
    api.createDebtReport = createDebtReport;
    await writer.write(signal);
    expect(portal.debtReports).toHaveLength(
      entries.flatMap(({ reports }) => reports).length,
    );
  });

  it('leaves all out where nobody can enter as a guest', async () => {
    const { portal, writer } = set();
    portal.open = false;
    await expect(writer.write(signal)).resolves.toBe(0);
    expect(portal.debts).toEqual([]);
  });
});
