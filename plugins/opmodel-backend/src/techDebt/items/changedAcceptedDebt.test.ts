import type { AcceptanceRecord } from '../../acceptances/Acceptances';
import {
  cart,
  createDebtGround,
  debtCallerOf,
  post,
} from '../../testing/debtGround';

const anybody = debtCallerOf();
const acceptance: AcceptanceRecord = {
  id: 'acceptance-1',
  subject: 'debt',
  subjectRef: 'item-1',
  title: 'Old queue',
  entityRefs: [cart],
  riskLevel: 'low',
  reason: 'Replaced in spring',
  requestedBy: 'user:default/ada',
  requestedAt: 1,
  state: 'approved',
  decidedAt: 2,
  decidedBy: 'user:default/bo',
  expiresOn: '2026-12-31',
  details: { item: 'item-1' },
};

describe('an accepted debt item that somebody changes', () => {
  const accepted = {
    status: 'accepted',
    acceptedUntil: '2026-12-31',
    acceptedBy: 'user:default/bo',
    severity: 'low',
  } as const;

  it('is open at once where it becomes what nobody accepted', async () => {
    for (const edit of [
      { entityRefs: [cart, post] },
      { severity: 'critical' as const },
    ]) {
      const { items, add } = await createDebtGround({
        acceptances: [acceptance],
      });
      const { id } = await add(accepted);
      expect(
        await items.change(id, { version: 1, ...edit }, anybody),
      ).toMatchObject({ version: 3, status: 'open', acceptedUntil: null });
    }
  });

  it('stays accepted where it becomes less, or only called otherwise', async () => {
    const { items, add } = await createDebtGround({
      acceptances: [acceptance],
    });
    const { id } = await add({ ...accepted, severity: 'high' });
    const edit = { title: 'Queue', severity: 'medium' as const };
    expect(
      await items.change(id, { version: 1, ...edit }, anybody),
    ).toMatchObject({ version: 2, status: 'accepted' });
  });

  it('is changed also where what is accepted cannot be looked up', async () => {
    const { items, add, acceptances, logger } = await createDebtGround({
      acceptances: [acceptance],
    });
    const { id } = await add(accepted);
    const { listOpen } = acceptances;
    jest
      .spyOn(acceptances, 'listOpen')
      // Its answer is described before what is accepted of it is looked up.
      .mockImplementationOnce(listOpen)
      .mockRejectedValueOnce(new Error('Off'));
    expect(
      await items.change(id, { version: 1, severity: 'critical' }, anybody),
    ).toMatchObject({ version: 2, status: 'accepted', severity: 'critical' });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`'${id}', which was changed`),
    );
  });
});
