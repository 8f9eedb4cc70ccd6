import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { GroupPicker } from './EntityPicker';
import { RefsPicker } from './RefsPicker';

const group = (name: string, title: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default', title },
});
const [delivery, depot, stock] = [
  group('delivery-department', 'Delivery'),
  group('depot', 'Depot'),
  group('stock-keepers', 'Inventory'),
];

/** A catalog that answers a search only when it is told to. */
function createCatalog() {
  const answers = new Map<string, () => void>();
  const queryEntities = jest.fn(
    ({ fullTextFilter }: { fullTextFilter?: { term: string } }) =>
      fullTextFilter
        ? new Promise(resolve => {
            answers.set(fullTextFilter.term, () =>
              resolve({
                items: [delivery, depot, stock].filter(({ metadata }) =>
                  `${metadata.name} ${metadata.title}`
                    .toLowerCase()
                    .includes(fullTextFilter.term),
                ),
              }),
            );
          })
        : Promise.resolve({ items: [delivery, depot] }),
  );
  return {
    queryEntities,
    answer: async (term: string) => {
      await waitFor(() => expect(answers.has(term)).toBe(true));
      await act(async () => answers.get(term)!());
    },
  };
}

function OneGroup() {
  const [value, setValue] = useState<string>();
  return (
    <>
      <GroupPicker label="Team" value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  );
}

function SomeGroups() {
  const [value, setValue] = useState<string[]>(['group:default/depot']);
  return (
    <>
      <RefsPicker
        label="Team"
        kinds={['group']}
        value={value}
        onChange={setValue}
      />
      <output>{value.join()}</output>
    </>
  );
}

async function show(page: JSX.Element) {
  const catalog = createCatalog();
  await renderInTestApp(
    <TestApiProvider apis={[[catalogApiRef, catalog as any]]}>
      {page}
    </TestApiProvider>,
  );
  await userEvent.click(screen.getByRole('textbox', { name: 'Team' }));
  await screen.findByRole('option', { name: /Delivery/ });
  return catalog;
}

const offered = () =>
  screen.queryAllByRole('option').map(option => option.textContent?.trim());

describe.each([
  ['GroupPicker', <OneGroup />, 'group:default/stock-keepers'],
  [
    'RefsPicker',
    <SomeGroups />,
    'group:default/depot,group:default/stock-keepers',
  ],
])('%s', (_, page, chosen) => {
  it('offers nothing that does not fit what is typed, while the catalog searches', async () => {
    const catalog = await show(page);
    await userEvent.keyboard('inventory');
    expect(offered()).toEqual([]);
    expect(screen.getByText('Searching…')).toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}');
    await catalog.answer('inventory');
    expect(offered()).toEqual(['Inventory stock-keepers']);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent(chosen);
  });

  it('offers at once what it has seen, and says when nothing fits', async () => {
    const catalog = await show(page);
    await userEvent.keyboard('deli');
    expect(offered()).toEqual(['Delivery delivery-department']);
    await userEvent.keyboard('x');
    await catalog.answer('delix');
    expect(
      screen.getByText('Nothing with this name, or nothing that you may see'),
    ).toBeInTheDocument();
  });
});

describe('what is chosen', () => {
  it('is called by its title, also while more is typed', async () => {
    const catalog = await show(<SomeGroups />);
    await userEvent.keyboard('invent');
    await catalog.answer('invent');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(
      await screen.findByRole('button', { name: 'Inventory' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Depot' })).toBeInTheDocument();
    await userEvent.keyboard('del');
    expect(screen.getByRole('textbox', { name: 'Team' })).toHaveValue('del');
  });
});
