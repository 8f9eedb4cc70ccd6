import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  DebtItemPage,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { opmodelApiRef } from '../../api/opmodelApiRef';
import { LinkedDebt, type LinkedDebtProps } from './LinkedDebt';

const script = '<img src=x onerror=alert(1)>';
const page = (
  items: { id: string; title: string; status: string }[],
  totalItems = items.length,
) =>
  ({
    items: items.map(item => ({ ...item, ownerTitle: 'Shop' })),
    totalItems,
    nextCursor: null,
    mayCreate: true,
  } as unknown as DebtItemPage);

function refusal(statusCode: number): Error {
  return Object.assign(new Error(`Answered ${statusCode}`), { statusCode });
}

async function show(
  listDebtItems: OpmodelApi['listDebtItems'],
  props: Partial<LinkedDebtProps> = {},
) {
  const { container } = await renderInTestApp(
    <TestApiProvider
      apis={[[opmodelApiRef, { listDebtItems } as unknown as OpmodelApi]]}
    >
      <main>
        <LinkedDebt type="slo" linkRef="slo:default/checkout" {...props} />
      </main>
    </TestApiProvider>,
  );
  await act(async () => {});
  return container.querySelector('main')!;
}

describe('LinkedDebt', () => {
  it('names the items with where they stand, as text, and says how many more there are', async () => {
    const list = jest.fn(async () =>
      page(
        [
          { id: 'a/1', title: script, status: 'in_progress' },
          { id: 'b', title: 'Old queue', status: 'wont_fix' },
        ],
        23,
      ),
    );
    await show(list as unknown as OpmodelApi['listDebtItems']);
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({
        linkType: 'slo',
        linkRef: 'slo:default/checkout',
      }),
      { signal: expect.anything() },
    );
    expect(
      screen.getByRole('region', { name: 'Debt linked to this' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: script })).toHaveAttribute(
      'href',
      '/tech-debt/items/a%2F1',
    );
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([`${script} in progress · Shop`, 'Old queue won’t fix · Shop']);
    expect(screen.getByText('and 21 more')).toBeInTheDocument();
  });

  it.each<[string, () => Promise<DebtItemPage>]>([
    ['nothing is linked', async () => page([])],
    ['debt may not be read', () => Promise.reject(refusal(403))],
    ['there is no register', () => Promise.reject(refusal(404))],
  ])('takes no room where %s', async (_, answer) => {
    expect(await show(answer)).toBeEmptyDOMElement();
  });

  it('asks only for what hangs on an entity, and stands in the frame of its place', async () => {
    const list = jest.fn(async () =>
      page([{ id: 'a', title: 'Old queue', status: 'open' }]),
    );
    await show(list as unknown as OpmodelApi['listDebtItems'], {
      type: 'check',
      linkRef: 'scorecard:default/ready#owned',
      entityRef: 'component:default/cart',
      Frame: ({ title, children }) => (
        <fieldset>
          <legend>{title}</legend>
          {children}
        </fieldset>
      ),
    });
    expect(list).toHaveBeenCalledTimes(1);
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({
        linkType: 'check',
        linkRef: 'scorecard:default/ready#owned',
        entity: 'component:default/cart',
      }),
      { signal: expect.anything() },
    );
    expect(
      screen.getByRole('group', { name: 'Debt linked to this' }),
    ).toHaveTextContent('Old queue');
  });

  it('says that it could not be read, and tries again', async () => {
    let tries = 0;
    await show(async () => {
      tries += 1;
      if (tries === 1) {
        throw refusal(503);
      }
      return page([{ id: 'a', title: 'Old queue', status: 'open' }]);
    });
    await userEvent.click(screen.getByRole('button', { name: /try again/i }));
    expect(await screen.findByText('Old queue')).toBeInTheDocument();
  });
});
