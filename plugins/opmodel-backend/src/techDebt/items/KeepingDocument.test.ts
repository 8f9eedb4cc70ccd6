import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll, seesNone } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import type { DebtNames } from './DebtNames';
import {
  isKeptByDocument,
  refusalOfDocument,
  shownOrigin,
} from './KeepingDocument';

const ref = 'techdebtregister:default/checkout';
const itemOf = (
  givesStatus: boolean,
  leftAt: number | null = null,
): Pick<DebtItem, 'origin'> => ({
  origin: { type: 'document', ref: `${ref}#old`, givesStatus, leftAt },
});
const filed: Pick<DebtItem, 'origin'> = { origin: { type: 'person' } };

const namesOf = (exists: boolean | undefined): DebtNames => ({
  get: asked =>
    exists === undefined ? undefined : { ref: asked, title: asked, exists },
  isShown: () => true,
});

describe('an item that a document keeps', () => {
  const catalog = new FakeCatalogStore();

  beforeAll(async () => {
    await scanEntities(catalog, [entityOf(ref)]);
  });

  it('is changed in the document, which is named to whoever sees it', async () => {
    const item = itemOf(true);
    expect(await refusalOfDocument(item, 'content', catalog, seesAll)).toBe(
      `This debt item is kept by the document ${ref}; change it there`,
    );
    expect(await refusalOfDocument(item, 'content', catalog, seesNone)).toBe(
      'This debt item is kept by a document of the catalog; change it there',
    );
    expect(
      await refusalOfDocument(item, 'standing', catalog, seesAll),
    ).toBeDefined();
  });

  it('stands where people say, unless the document says it', async () => {
    const item = itemOf(false);
    expect(
      await refusalOfDocument(item, 'standing', catalog, seesAll),
    ).toBeUndefined();
    expect(
      await refusalOfDocument(filed, 'content', catalog, seesAll),
    ).toBeUndefined();
  });

  it('is kept by nobody once the document has left the catalog', async () => {
    const gone = new FakeCatalogStore();
    await scanEntities(gone, []);
    expect(
      await refusalOfDocument(itemOf(true), 'content', gone, seesAll),
    ).toBeUndefined();
    expect(isKeptByDocument(itemOf(true), namesOf(false))).toBe(false);
    expect(isKeptByDocument(itemOf(true), namesOf(true))).toBe(true);
    expect(isKeptByDocument(itemOf(true), namesOf(undefined))).toBe(true);
    expect(isKeptByDocument(filed, namesOf(undefined))).toBe(false);
  });

  it('is kept by nobody once the document no longer names it', async () => {
    const left = itemOf(true, 1);
    for (const what of ['content', 'standing'] as const) {
      expect(
        await refusalOfDocument(left, what, catalog, seesAll),
      ).toBeUndefined();
    }
    expect(isKeptByDocument(left, namesOf(true))).toBe(false);
    expect(isKeptByDocument(left, namesOf(undefined))).toBe(false);
  });

  it('tells nobody of a document that they do not see', () => {
    const origin = { type: 'document', ref: `${ref}#old` };
    expect(shownOrigin(itemOf(true), namesOf(true))).toEqual({
      ...origin,
      leftAt: null,
    });
    expect(shownOrigin(itemOf(true, 0), namesOf(true))).toEqual({
      ...origin,
      leftAt: '1970-01-01T00:00:00.000Z',
    });
    expect(shownOrigin(itemOf(true, 0), namesOf(undefined))).toEqual({
      type: 'document',
    });
    expect(shownOrigin(filed, namesOf(undefined))).toEqual(filed.origin);
  });
});
