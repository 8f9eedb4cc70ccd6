import type { PageRequest } from '../request/rowSource';
import { collectRows } from './collectRows';

const NAMES = ['a', 'b', 'c', 'd', 'e'];

/** A list that gives at most two rows a page. */
function createSource() {
  const requestPage = jest.fn(
    async ({ limit, cursor }: PageRequest, _: AbortSignal) => {
      const first = Number(cursor ?? 0);
      const next = first + Math.min(limit, 2);
      return {
        items: NAMES.slice(first, next),
        totalItems: NAMES.length,
        nextCursor: next < NAMES.length ? String(next) : null,
      };
    },
  );
  return { filter: { state: 'open' }, requestPage };
}

const { signal } = new AbortController();

describe('collectRows', () => {
  it('takes every page in the order of the list and tells how far it is', async () => {
    const source = createSource();
    const onProgress = jest.fn();

    const collected = await collectRows({ source, signal, onProgress });

    expect(collected).toMatchObject({
      rows: NAMES,
      totalRows: 5,
      complete: true,
    });
    expect(source.requestPage.mock.calls.map(([page]) => page)).toEqual([
      { limit: 100 },
      { limit: 100, cursor: '2' },
      { limit: 100, cursor: '4' },
    ]);
    expect(onProgress.mock.calls.map(([progress]) => progress.rows)).toEqual([
      2, 4, 5,
    ]);
  });

  it('stops at the bound and says that rows are missing', async () => {
    const collected = await collectRows({
      source: createSource(),
      signal,
      onProgress: () => {},
      maxRows: 3,
    });

    expect(collected).toMatchObject({
      rows: ['a', 'b', 'c'],
      totalRows: 5,
      complete: false,
    });
  });

  it('does not go on for ever where a list gives nothing more, and calls that incomplete', async () => {
    const requestPage = async () => ({
      items: [],
      totalItems: 5,
      nextCursor: 'again',
    });

    expect(
      await collectRows({
        source: { filter: {}, requestPage },
        signal,
        onProgress: () => {},
      }),
    ).toMatchObject({ rows: [], complete: false });
  });

  it('asks for nothing more once it was given up', async () => {
    const { requestPage, filter } = createSource();
    const controller = new AbortController();
    const givenUp = jest.fn(async (page: PageRequest, _: AbortSignal) => {
      controller.abort();
      return requestPage(page, controller.signal);
    });

    await expect(
      collectRows({
        source: { filter, requestPage: givenUp },
        signal: controller.signal,
        onProgress: () => {},
      }),
    ).rejects.toThrow();
    expect(givenUp).toHaveBeenCalledTimes(1);
  });
});
