import { NotAllowedError } from '@backstage/errors';
import { BulkDebtService } from '../exchange/BulkDebtService';
import { ImportPlanner } from '../exchange/ImportPlanner';
import {
  createDebtGround,
  debtCallerOf,
  mail,
  shop,
} from '../../testing/debtGround';

/** Files and changes what the shop owns, and nothing else. */
const shopkeeper = debtCallerOf({
  may: (_action, { ownerRef }) => ownerRef === shop,
});

describe('a debt item that is handed over', () => {
  it('is handed to nobody for whom its giver may change nothing', async () => {
    const { items, add } = await createDebtGround();
    const { id } = await add();
    await expect(
      items.change(id, { version: 1, ownerRef: mail }, shopkeeper),
    ).rejects.toThrow(NotAllowedError);
    expect(
      await items.change(id, { version: 1, title: 'Queue' }, shopkeeper),
    ).toMatchObject({ version: 2, ownerRef: shop });
    expect(
      await items.change(id, { version: 2, ownerRef: mail }, debtCallerOf()),
    ).toMatchObject({ version: 3, ownerRef: mail });
  });

  it('is not handed over with others either', async () => {
    const { items, clock, add } = await createDebtGround();
    const { id } = await add();
    const bulk = new BulkDebtService({ items, clock });
    const body = { items: [{ id, version: 1 }], fields: { ownerRef: mail } };
    expect(await bulk.change(body, shopkeeper)).toMatchObject({
      items: [{ id, outcome: 'not_allowed' }],
    });
    expect(await bulk.change(body, debtCallerOf())).toMatchObject({
      items: [{ id, outcome: 'changed' }],
    });
  });

  it('is not handed over by a file, and the row names its owner', async () => {
    const { exchange, add, ...given } = await createDebtGround();
    const { id } = await add();
    const planner = new ImportPlanner({ ...given, store: exchange });
    const planAs = async (caller: typeof shopkeeper, ownerRef: string) =>
      (
        await planner.plan(
          {
            format: 'json',
            text: JSON.stringify([
              {
                externalId: id,
                title: 'Queue',
                entityRefs: ['component:default/cart'],
                ownerRef,
              },
            ]),
          },
          caller,
        )
      ).rows;
    expect(await planAs(shopkeeper, mail)).toMatchObject([
      {
        outcome: 'bad',
        problems: [
          {
            field: 'ownerRef',
            message:
              "takes the permission opmodel.tech-debt.update for items of 'group:default/mail'",
          },
        ],
      },
    ]);
    expect(await planAs(shopkeeper, shop)).toMatchObject([
      { outcome: 'change' },
    ]);
    expect(await planAs(debtCallerOf(), mail)).toMatchObject([
      { outcome: 'change' },
    ]);
  });
});
