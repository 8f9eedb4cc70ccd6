import fc from 'fast-check';
import { type DebtLink, debtLinkTypes } from './debtItem';
import { findDuplicateItems } from './findDuplicateItems';
import { debtItem } from './__testUtils__/debtItems';
import { takeTitleApart, titleSimilarity } from './titleSimilarity';

const similarity = (a: string, b: string) =>
  titleSimilarity(takeTitleApart(a), takeTitleApart(b));
const anyTitle = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom('upgrade', 'Node', 'runtime', 'of', 'checkout'))
    .map(words => words.join(' ')),
);

describe('titleSimilarity', () => {
  it('is 1 of what says the same', () => {
    for (const [a, b] of [
      ['Upgrade Node 18 in checkout', 'In checkout: upgrade NODE-18!'],
      ['Réécrire le tri', 'reecrire le tri'],
      ['重试逻辑重复', '重试逻辑重复'],
    ]) {
      expect(similarity(a, b)).toBe(1);
    }
  });

  it.each([
    // Words 2·4/(5+5), trigrams with a few more in common.
    ['Upgrade Node 18 in checkout', 'Upgrade Node 20 in checkout', 0.8, 0.95],
    ['Flaky checkout test', 'Flaky checkout tests', 0.8, 0.99],
    ['重试逻辑重复', '重试逻辑缺失', 0.5, 0.8],
    ['Flaky checkout test', 'Manual certificate renewal', 0, 0.3],
    ['!?', '!?', 0, 0],
  ])('of %s and %s is from %d to %d', (a, b, least, most) => {
    expect(similarity(a, b)).toBeGreaterThanOrEqual(least);
    expect(similarity(a, b)).toBeLessThanOrEqual(most);
  });

  it('is the same both ways, from 0 to 1, and 1 of a title and itself', () => {
    fc.assert(
      fc.property(anyTitle, anyTitle, (a, b) => {
        const value = similarity(a, b);
        expect(value).toBe(similarity(b, a));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(similarity(a, a)).toBe(takeTitleApart(a).words.size > 0 ? 1 : 0);
      }),
    );
  });
});

describe('findDuplicateItems', () => {
  const filed = debtItem({ title: 'Retries are copied into all clients' });
  const link = (type: DebtLink['type'], ref: string): DebtLink => ({
    type,
    ref,
    title: null,
  });
  const issue = link('issue', 'https://tracker.example.com/SHOP-7');

  it('finds titles that are alike on the same entity, and no others', () => {
    const { duplicates, unread } = findDuplicateItems(filed, [
      debtItem({ id: 'like', title: 'Retries are copied into every client' }),
      debtItem({
        id: 'unlike',
        title: 'The runtime is not supported any more',
      }),
      debtItem({
        id: 'elsewhere',
        title: filed.title,
        entityRefs: ['component:default/index'],
      }),
    ]);
    expect(duplicates.map(({ item }) => item.id)).toEqual(['like']);
    expect(duplicates[0]).toMatchObject({
      certainty: 'likely',
      reasons: [{ type: 'similar_title', similarity: duplicates[0].score }],
    });
    expect(unread).toBe(0);
  });

  it('is certain of items with the same issue, however its address is written', () => {
    const { duplicates } = findDuplicateItems(
      { ...filed, links: [issue] },
      [
        'http://TRACKER.example.com/SHOP-7/#comment-3',
        'https://tracker.example.com/SHOP-70',
        'https://tracker.example.com/shop-7',
      ].map((ref, at) =>
        debtItem({ id: `${at}`, title: 'Other', links: [link('issue', ref)] }),
      ),
    );
    expect(
      duplicates.map(({ item, certainty, score }) => [
        item.id,
        certainty,
        score,
      ]),
    ).toEqual([['0', 'certain', 1]]);
    expect(duplicates[0].reasons[0]).toMatchObject({ type: 'same_link' });
  });

  it('keeps apart what only the place in a reference tells apart', () => {
    const check = (id: string) =>
      link('check', `scorecard:default/readiness#${id}`);
    const found = findDuplicateItems({ ...filed, links: [check('owner')] }, [
      debtItem({ id: 'a', title: 'Other', links: [check('owner')] }),
      debtItem({ id: 'b', title: 'Other', links: [check('alerts')] }),
    ]);
    expect(found.duplicates.map(({ item }) => item.id)).toEqual(['a']);
  });

  it('takes evidence that items share for a hint alone', () => {
    const incident = link('incident', 'incident-9');
    const found = (title: string) =>
      findDuplicateItems({ ...filed, links: [incident] }, [
        debtItem({ title, links: [incident] }),
        debtItem({ id: 'without', title }),
      ]).duplicates.map(({ certainty, reasons }) => [
        certainty,
        ...reasons.map(({ type }) => type),
      ]);
    expect(found('The queue has no limit')).toEqual([]);
    expect(found('Retries are written anew for clients')).toEqual([
      ['likely', 'similar_title', 'shared_evidence'],
    ]);
  });

  it('names what is owed before what was paid', () => {
    const { duplicates } = findDuplicateItems(filed, [
      debtItem({ id: 'paid', status: 'resolved', updatedAt: 9 }),
      debtItem({ id: 'owed', updatedAt: 1 }),
    ]);
    expect(duplicates.map(({ item }) => item.id)).toEqual(['owed', 'paid']);
  });

  it('reads a bounded number of titles, and links of all items', () => {
    const many = Array.from({ length: 700 }, (_, at) =>
      debtItem({ id: `${at}`, title: 'Other', updatedAt: 1_000 - at }),
    );
    many[650] = { ...many[650], title: filed.title };
    many[660] = { ...many[660], links: [issue] };
    const { duplicates, unread } = findDuplicateItems(
      { ...filed, links: [issue] },
      many,
    );
    expect(duplicates.map(({ item }) => item.id)).toEqual(['660']);
    expect(unread).toBe(200);
    expect(
      findDuplicateItems(
        filed,
        many.map(item => ({ ...item, title: filed.title })),
      ).duplicates,
    ).toHaveLength(10);
  });

  it('tells no item for another reason than it gives', () => {
    const anyLinks = fc.array(
      fc
        .tuple(
          fc.constantFrom(...debtLinkTypes),
          fc.constantFrom('https://example.com/1', 'b', 'c'),
        )
        .map(([type, ref]) => link(type, ref)),
      { maxLength: 3 },
    );
    const anyKnown = fc
      .record({ id: fc.uuid(), title: anyTitle, links: anyLinks })
      .map(debtItem);
    fc.assert(
      fc.property(
        anyTitle,
        anyLinks,
        fc.array(anyKnown, { maxLength: 8 }),
        (title, links, items) => {
          const { duplicates } = findDuplicateItems(
            { ...filed, title, links },
            items,
          );
          for (const { certainty, score, reasons } of duplicates) {
            const types = reasons.map(({ type }) => type);
            expect(certainty === 'certain').toBe(types.includes('same_link'));
            expect(certainty === 'certain').toBe(score === 1);
            expect(['same_link', 'similar_title']).toContain(types[0]);
            expect(score).toBeGreaterThanOrEqual(0.4);
          }
          const scores = duplicates.map(({ score }) => score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
        },
      ),
    );
  });
});
