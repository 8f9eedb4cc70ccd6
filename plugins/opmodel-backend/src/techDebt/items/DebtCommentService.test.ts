import {
  cart,
  createDebtGround,
  debtCallerOf,
  seesPublic,
  vault,
} from '../../testing/debtGround';
import { DebtCommentService } from './DebtCommentService';
import { DebtHistoryReader } from './DebtHistoryReader';

const everybody = debtCallerOf();
const outsider = debtCallerOf({ reads: seesPublic });

/** An item of which something was said every ten moments. */
async function setUp({ movedAt }: { movedAt: [at: number, to: string][] }) {
  const { add, ...given } = await createDebtGround();
  const { store } = given;
  let item = await add({ createdAt: 0 });
  for (const [at, to] of movedAt) {
    const before = item.entityRefs;
    item = { ...item, version: item.version + 1, entityRefs: [to] };
    await store.replace(item, {
      at,
      by: 'user:default/ada',
      note: null,
      changes: [{ field: 'entityRefs', before, after: item.entityRefs }],
    });
  }
  for (const at of [10, 20, 30, 40, 50]) {
    const id = `said-${at}`;
    const by = 'user:default/ada';
    await store.addComment({ id, itemId: item.id, at, by, text: `At ${at}` });
  }
  const comments = new DebtCommentService({
    ...given,
    histories: new DebtHistoryReader(given),
  });
  const list = async (caller: typeof everybody, cursor?: string, limit = 2) =>
    comments.list(item.id, { limit, cursor }, caller);
  return {
    list,
    textsOf: async (caller: typeof everybody) =>
      (await list(caller, undefined, 9)).items.map(({ text }) => text),
  };
}

describe('what is said of a debt item', () => {
  const all = ['At 10', 'At 20', 'At 30', 'At 40', 'At 50'];

  it('is told to whoever may see all that the item ever hung on', async () => {
    const stayed = await setUp({ movedAt: [] });
    expect(await stayed.textsOf(outsider)).toEqual(all);
    const moved = await setUp({
      movedAt: [
        [5, vault],
        [35, cart],
      ],
    });
    expect(await moved.textsOf(everybody)).toEqual(all);
    expect(await moved.textsOf(outsider)).toEqual(['At 40', 'At 50']);
  });

  it('is withheld at the moment of the move itself, and from before the item was hidden', async () => {
    const { textsOf } = await setUp({
      movedAt: [
        [25, vault],
        [40, cart],
      ],
    });
    expect(await textsOf(outsider)).toEqual(['At 50']);
  });

  it('is told page by page, also on from a page that somebody else read', async () => {
    const { list } = await setUp({
      movedAt: [
        [5, vault],
        [25, cart],
      ],
    });
    const first = await list(everybody);
    const foreign = await list(outsider, first.nextCursor!);
    expect(foreign.items.map(({ text }) => text)).toEqual(['At 30', 'At 40']);
    const second = await list(outsider, foreign.nextCursor!);
    expect(second).toMatchObject({
      items: [{ text: 'At 50' }],
      nextCursor: null,
    });
  });
});
