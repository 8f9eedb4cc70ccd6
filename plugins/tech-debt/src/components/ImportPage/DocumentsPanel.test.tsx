import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  DebtDocumentState,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeOpmodelApi } from '../../testing';
import { DocumentsPanel } from './DocumentsPanel';

const document = (
  name: string,
  change: Partial<DebtDocumentState> = {},
): DebtDocumentState => ({
  entityRef: `techdebtregister:default/${name}`,
  title: name,
  keptAt: new Date(Date.now() - 7_200_000).toISOString(),
  items: 12,
  problems: [],
  moreProblems: false,
  ...change,
});

const pageOf = (...items: DebtDocumentState[]) => ({
  items,
  totalItems: items.length,
  nextCursor: null,
});

const problem = {
  row: 3,
  name: 'old-runtime',
  field: 'estimate.impact',
  message: 'must be from 1 to 5, got <b>9</b>',
};

async function show(listDebtDocuments: OpmodelApi['listDebtDocuments']) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi({ listDebtDocuments })],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <DocumentsPanel />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

const rowOf = async (name: string) =>
  (await screen.findByRole('link', { name })).closest('tr')!;

describe('the documents that keep technical debt', () => {
  it('are listed with when they were kept, their items, and whether something is wrong', async () => {
    await show(async () =>
      pageOf(
        document('checkout'),
        document('search', { keptAt: null, items: 0 }),
      ),
    );
    const kept = await rowOf('checkout');
    expect(kept).toHaveTextContent('2 hr ago');
    expect(within(kept).getByText('12')).toBeInTheDocument();
    expect(within(kept).getByText('nothing')).toBeInTheDocument();
    expect(
      within(kept).getByRole('link', { name: 'checkout' }),
    ).toHaveAttribute('href', '/catalog/default/techdebtregister/checkout');
    // Nobody has looked at it: that is not nothing wrong.
    const waiting = await rowOf('search');
    expect(waiting).not.toHaveTextContent('nothing');
    expect(waiting).toHaveTextContent('not yet');
  });

  it('tell item, field and message of what is wrong, as text', async () => {
    await show(async () =>
      pageOf(
        document('checkout', { problems: [problem] }),
        document('search', {
          problems: [
            { row: null, name: null, field: 'spec.items', message: 'no list' },
          ],
          moreProblems: true,
        }),
      ),
    );
    await userEvent.click(await screen.findByText('1 problem'));
    const table = screen.getByRole('table', {
      name: 'What is wrong with checkout',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual([
      'ItemNameFieldWhat is wrong',
      '3old-runtimeestimate.impactmust be from 1 to 5, got <b>9</b>',
    ]);
    await userEvent.click(screen.getByText('more than 1 problems'));
    expect(
      screen.getByRole('table', { name: 'What is wrong with search' }),
    ).toHaveTextContent('the document');
  });

  it('say where there are none', async () => {
    await show(async () => pageOf());
    expect(
      await screen.findByText(/None of the documents you may see/),
    ).toBeInTheDocument();
  });

  it('show that they are on their way', async () => {
    await show(() => new Promise(() => {}));
    expect(
      await screen.findByRole('region', {
        name: 'Documents kept in repositories',
      }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/None of the documents/)).toBeNull();
    expect(screen.getByRole('status')).toHaveTextContent(/loading/i);
  });

  it('show why they cannot be told, and ask again', async () => {
    const listDebtDocuments = jest
      .fn()
      .mockRejectedValueOnce(new Error('the engine rests'))
      .mockResolvedValue(pageOf(document('checkout')));
    await show(listDebtDocuments);
    const told = await screen.findAllByText('the engine rests');
    expect(told[0]).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowOf('checkout')).toHaveTextContent('12');
  });

  it('say to whom they are not shown that it takes a permission', async () => {
    const refusal = Object.assign(new Error('no'), { name: 'NotAllowedError' });
    await show(async () => {
      throw refusal;
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(
      screen.getByText(/the documents that keep technical debt/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/None of the documents/)).toBeNull();
  });

  it('are left out where the engine does not know of them', async () => {
    const unknown = Object.assign(new Error('no'), { name: 'NotFoundError' });
    const listDebtDocuments = jest.fn().mockRejectedValue(unknown);
    await show(listDebtDocuments);
    await waitFor(() =>
      expect(
        screen.queryByRole('region', {
          name: 'Documents kept in repositories',
        }),
      ).toBeNull(),
    );
    expect(listDebtDocuments).toHaveBeenCalled();
  });
});
