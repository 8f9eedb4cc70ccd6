import {
  type DebtItem,
  opmodelAcceptanceReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AcceptanceRecord } from '../../acceptances/Acceptances';
import { seesAll, seesNone } from '../../catalog/Visibility';
import { DebtExporter } from '../exchange/DebtExporter';
import { ImportPlanner } from '../exchange/ImportPlanner';
import type { DebtConflictError } from '../items/DebtConflictError';
import { DebtHistoryReader } from '../items/DebtHistoryReader';
import { DebtSelections } from '../items/DebtSelections';
import {
  cart,
  createDebtGround,
  debtCallerOf,
  seesPublic,
} from '../../testing/debtGround';
import type { LinkTarget } from './LinkTarget';

const waiver: AcceptanceRecord = {
  id: 'acceptance-1',
  subject: 'check',
  title: 'Host',
  entityRefs: [cart],
  riskLevel: 'low',
  reason: 'Replaced in spring',
  requestedBy: 'user:default/ada',
  requestedAt: 1,
  state: 'approved',
  decidedAt: 2,
  decidedBy: 'user:default/bo',
  expiresOn: '2026-12-31',
  details: {},
};
const exemption = {
  type: 'exemption',
  ref: waiver.id,
  title: 'Waiver: unpatched host',
} as const;
const issue = {
  type: 'issue',
  ref: 'https://git.example.com/1',
  title: null,
} as const;
const nameless = { ...exemption, title: null };

const sighted = debtCallerOf();
/** Sees all entities, and no acceptances. */
const blind = debtCallerOf({
  seeing: ({ name }) =>
    name === opmodelAcceptanceReadPermission.name ? seesNone : seesAll,
});

/** Exemptions that there are, for whoever may see any. */
const target: LinkTarget = {
  what: 'the id of an exemption',
  readPermission: opmodelAcceptanceReadPermission,
  find: async (refs, { type }) =>
    new Set(type === 'none' ? [] : refs.filter(ref => ref === waiver.id)),
};

const setUp = () =>
  createDebtGround({
    targets: { exemption: target },
    acceptances: [waiver],
  });

describe('how an exemption is called that somebody may not see', () => {
  it('is told by no history, and not by a conflict', async () => {
    const { add, items, ...given } = await setUp();
    const { id } = await add({ links: [exemption] });
    const edit = { version: 1, links: [exemption, issue] };
    const item = await items.change(id, edit, sighted);
    const linksFor = async (caller: typeof blind) => {
      const error: DebtConflictError = await items
        .change(id, { version: 1, title: 'Queue' }, caller)
        .then(
          () => Promise.reject(new Error('was changed')),
          caught => caught,
        );
      return error.changes.map(({ changes }) => changes);
    };
    const toldBy = (link: object) => [
      [{ field: 'links', before: [link], after: [link, issue] }],
    ];
    expect(await linksFor(blind)).toEqual(toldBy(nameless));
    expect(await linksFor(sighted)).toEqual(toldBy(exemption));
    const histories = new DebtHistoryReader(given);
    const kept = (await given.store.get(item.id, seesAll))!;
    const page = await histories.list(kept, { limit: 1 }, blind);
    expect(page.items.map(({ changes }) => changes)).toEqual(toldBy(nameless));
  });

  it('is in no export, and what was exported comes back without a difference and loses nothing', async () => {
    const { add, exchange, ...given } = await setUp();
    const { id } = await add({ links: [exemption], createdAt: 1 });
    const exporter = new DebtExporter(given);
    const exportAs = async (caller: typeof blind) => {
      let text = '';
      const selection = { visibility: seesAll };
      for await (const piece of exporter.write('json', selection, caller)) {
        text += piece;
      }
      return text;
    };
    expect(await exportAs(sighted)).toContain(exemption.title);
    const text = await exportAs(blind);
    expect(text).toContain(exemption.ref);
    expect(text).not.toContain(exemption.title);
    const planner = new ImportPlanner({ ...given, store: exchange });
    const planOf = async (file: string) =>
      (await planner.plan({ format: 'json', text: file }, blind)).rows;
    expect(await planOf(text)).toMatchObject([{ outcome: 'unchanged', id }]);
    const { items } = JSON.parse(text);
    const planned = await planOf(
      JSON.stringify([{ ...items[0], links: [nameless, issue] }]),
    );
    expect(planned).toMatchObject([
      {
        outcome: 'change',
        writing: { item: { links: [exemption, issue] } },
      },
    ]);
    expect(JSON.stringify((planned as any)[0].differences)).not.toContain(
      exemption.title,
    );
  });

  it('is no reason for what is alike, nor is that somebody linked it', async () => {
    const { add, items } = await setUp();
    await add({ title: 'Nobody is woken', links: [exemption] });
    const filed = { title: 'Old queue', entityRefs: [cart] };
    const duplicatesFor = async (links: DebtItem['links']) =>
      (await items.create({ ...filed, links }, sighted)).duplicates;
    expect(await duplicatesFor([nameless])).toMatchObject([
      { certainty: 'certain', reasons: [{ link: exemption }] },
    ]);
    const promoted = await items.create(
      { ...filed, title: 'Queue of promoted debt', links: [nameless] },
      blind,
      { links: [nameless] },
    );
    expect(promoted.duplicates).toEqual([]);
  });
});

describe('items that are asked for by a link', () => {
  const of = (ref: string, type: 'exemption' | 'slo' | 'issue') => ({
    link: { type, ref },
  });

  it('are none where the link is hidden or leads nowhere', async () => {
    const selections = new DebtSelections(await setUp());
    const seenBy = async (asked: ReturnType<typeof of>, caller: typeof blind) =>
      (await selections.resolve(asked, caller)).visibility;
    expect(await seenBy(of(waiver.id, 'exemption'), sighted)).toBe(seesAll);
    expect(await seenBy(of(waiver.id, 'exemption'), blind)).toBe(seesNone);
    expect(await seenBy(of('none', 'exemption'), sighted)).toBe(seesNone);
  });

  it('are those that there are where nobody can look the link up, unless its entity is hidden', async () => {
    const selections = new DebtSelections(await setUp());
    const outsider = debtCallerOf({ reads: seesPublic });
    const seenBy = async (asked: ReturnType<typeof of>) =>
      (await selections.resolve(asked, outsider)).visibility;
    expect(await seenBy(of(issue.ref, 'issue'))).toBe(seesPublic);
    expect(await seenBy(of(cart, 'slo'))).toBe(seesPublic);
    expect(await seenBy(of('slo:default/none', 'slo'))).toBe(seesPublic);
    expect(await seenBy(of('component:default/vault', 'slo'))).toBe(seesNone);
  });
});
