import { mockServices } from '@backstage/backend-test-utils';
import { FakeGuestPortal } from './FakeGuestPortal';
import { guestEntries } from './guestEntries';
import { GuestWriter } from './GuestWriter';

const today = '2026-10-15';
const { signal } = new AbortController();

function set(portal = new FakeGuestPortal(), day = today) {
  const logger = mockServices.logger.mock();
  const writer = new GuestWriter({
    portal,
    logger,
    entries: () => guestEntries(day),
  });
  return { portal, logger, writer };
}

describe('GuestWriter', () => {
  it('enters all that only a person may enter', async () => {
    const { portal, logger, writer } = set();
    await expect(writer.write(signal)).resolves.toBe(15);
    expect(portal.decisions).toHaveLength(5);
    expect(portal.acceptances.map(({ subject }) => subject)).toEqual([
      'risk',
      'hand_over',
      'check',
    ]);
    expect(portal.gapDates.map(({ gap }) => gap)).toEqual([
      'dangling_owner',
      'empty_team',
      'owner_without_contact',
    ]);
    expect(portal.campaigns).toHaveLength(3);
    expect(portal.attestations.map(({ name }) => name)).toEqual([
      'accessReview',
    ]);
    const [first, supplier, own] = portal.decisions;
    // Its review is overdue.
    expect(first.reviewOn).toBe('2026-09-25');
    expect(own.supersedes).toBe(supplier.id);
    expect(supplier.supersedes).toBeNull();
    expect(logger.info).toHaveBeenCalledWith(
      'The guest has entered 15 things in the demo organisation',
    );
  });

  it('leaves what is there as it is, also on a later day', async () => {
    const { portal, writer } = set();
    await writer.write(signal);
    const entered = structuredClone([
      portal.decisions,
      portal.acceptances,
      portal.gapDates,
      portal.campaigns,
      portal.attestations,
    ]);
    const later = set(portal, '2026-12-24');
    await expect(later.writer.write(signal)).resolves.toBe(0);
    expect([
      portal.decisions,
      portal.acceptances,
      portal.gapDates,
      portal.campaigns,
      portal.attestations,
    ]).toEqual(entered);
    expect(later.logger.info).not.toHaveBeenCalled();
  });

  it('says what the portal refuses, enters the rest, and tries again', async () => {
    const { portal, logger, writer } = set();
    const labels = 'component:default/label-printer';
    portal.refuses.set(labels, 409);
    await expect(writer.write(signal)).resolves.toBe(14);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining(
        `The demo organisation goes without the date for dangling_owner of ${labels}`,
      ),
    );
    portal.refuses.clear();
    await expect(writer.write(signal)).resolves.toBe(1);
    expect(portal.gapDates).toHaveLength(3);
  });

  it('fails where the portal fails, and goes on from there', async () => {
    const { portal, writer } = set();
    portal.refuses.set('component:default/checkout-api', 503);
    await expect(writer.write(signal)).rejects.toThrow(/503/);
    portal.refuses.clear();
    await expect(writer.write(signal)).resolves.toBe(15);
  });

  it('says what is left out where nobody can enter as a guest', async () => {
    const { portal, logger, writer } = set();
    portal.open = false;
    await expect(writer.write(signal)).resolves.toBe(0);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringMatching(/^Nobody can enter this portal as a guest/),
    );
  });
});
