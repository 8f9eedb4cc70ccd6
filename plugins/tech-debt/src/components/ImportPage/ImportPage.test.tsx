import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  DebtImportPreview,
  DebtImportResult,
  DebtImportRow,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pagesRouteRef } from '../../routes';
import { createFakeOpmodelApi, textOf } from '../../testing';
import { ImportPage } from './ImportPage';

const row = (change: Partial<DebtImportRow>): DebtImportRow => ({
  row: 2,
  name: null,
  outcome: 'create',
  title: 'No tests',
  itemId: null,
  ofRow: null,
  differences: [],
  problems: [],
  possibleDuplicate: null,
  ...change,
});

const preview: DebtImportPreview = {
  columns: [
    { header: 'Title', field: 'title' },
    { header: 'Pain', field: null },
  ],
  problems: [],
  counts: {
    create: 2,
    change: 1,
    unchanged: 0,
    repeated: 0,
    bad: 1,
    possibleDuplicates: 1,
  },
  rows: [
    row({
      row: 3,
      title: 'Old runtime',
      possibleDuplicate: { itemId: 'd1', title: 'Node 18', ofRow: null },
    }),
    row({ row: 2 }),
    row({
      row: 4,
      outcome: 'change',
      title: 'Two writers',
      itemId: 'd2',
      differences: [{ field: 'severity', before: null, after: 'high' }],
    }),
    row({
      row: 5,
      outcome: 'bad',
      title: null,
      problems: [
        {
          field: 'estimate.impact',
          column: 'Impact',
          message: 'must be from 1 to 5',
        },
      ],
    }),
  ],
  versions: [{ id: 'd2', version: 7 }],
};

const result: DebtImportResult = {
  problems: [],
  counts: {
    created: 2,
    changed: 0,
    unchanged: 0,
    repeated: 0,
    skipped: 0,
    conflict: 1,
    bad: 1,
  },
  rows: [
    { row: 4, name: null, outcome: 'conflict', itemId: 'd2', problems: [] },
    {
      row: 5,
      name: null,
      outcome: 'bad',
      itemId: null,
      problems: preview.rows[3].problems,
    },
  ],
};

async function show(overrides: Partial<OpmodelApi>) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <ImportPage />
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tech-debt': pagesRouteRef,
      },
    },
  );
}

const look = () =>
  userEvent.click(
    screen.getByRole('button', { name: 'Look at what it would do' }),
  );

describe('the import of technical debt', () => {
  it('shows what a pasted file would do, and does it as it was seen', async () => {
    const previewDebtImport = jest.fn(async () => preview);
    const importDebtItems = jest.fn(async () => result);
    await show({ previewDebtImport, importDebtItems });
    await look();
    expect(
      await screen.findByText('Choose a file, or paste its text.'),
    ).toBeInTheDocument();
    fireEvent.change(
      screen.getByRole('textbox', { name: 'Or paste its text' }),
      { target: { value: 'Title,Pain\nNo tests,3' } },
    );
    await look();
    const region = await screen.findByRole('region', {
      name: 'What it would do',
    });
    expect(previewDebtImport).toHaveBeenCalledWith({
      format: 'csv',
      text: 'Title,Pain\nNo tests,3',
    });
    expect(textOf(region)).toContain('severity: empty → high');
    expect(textOf(region)).toContain('estimate.impactmust be from 1 to 5');
    await userEvent.click(
      within(region).getByRole('checkbox', { name: /Old runtime/ }),
    );
    await userEvent.click(
      within(region).getByRole('button', { name: 'Import' }),
    );
    const came = await screen.findByRole('region', {
      name: 'What came of the import',
    });
    expect(textOf(came)).toContain('2 new');
    expect(textOf(came)).toContain('1 changed by somebody else since');
    expect(importDebtItems).toHaveBeenCalledWith({
      format: 'csv',
      text: 'Title,Pain\nNo tests,3',
      possibleDuplicates: 'skip',
      createRows: [3],
      versions: [{ id: 'd2', version: 7 }],
    });
  });

  it('reads a file, and knows its format by its name', async () => {
    const previewDebtImport = jest.fn(async () => ({
      ...preview,
      columns: [],
      rows: [],
    }));
    await show({ previewDebtImport });
    const file = new File(['[]'], 'debt.json');
    file.text = async () => '[]';
    await userEvent.upload(screen.getByLabelText('Choose a file'), file);
    expect(await screen.findByText(/debt\.json/)).toBeInTheDocument();
    await look();
    expect(previewDebtImport).toHaveBeenCalledWith({
      format: 'json',
      text: '[]',
    });
  });

  it('looks again when a column is said to be something else', async () => {
    const previewDebtImport = jest.fn(async () => preview);
    await show({ previewDebtImport });
    fireEvent.change(
      screen.getByRole('textbox', { name: 'Or paste its text' }),
      { target: { value: 'x' } },
    );
    await look();
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Pain' }),
      'description',
    );
    expect(previewDebtImport).toHaveBeenLastCalledWith({
      format: 'csv',
      text: 'x',
      columns: [
        { header: 'Title', field: 'title' },
        { header: 'Pain', field: 'description' },
      ],
    });
  });

  it('names what is wrong with a file that cannot be read at all', async () => {
    await show({
      previewDebtImport: async () => ({
        ...preview,
        problems: [{ field: '', column: null, message: 'must be JSON' }],
      }),
    });
    fireEvent.change(
      screen.getByRole('textbox', { name: 'Or paste its text' }),
      { target: { value: 'x' } },
    );
    await look();
    expect(await screen.findByRole('alert')).toHaveTextContent('must be JSON');
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('keeps the file when the import is interrupted', async () => {
    await show({
      previewDebtImport: async () => preview,
      importDebtItems: async () => {
        throw new Error('the engine is gone');
      },
    });
    fireEvent.change(
      screen.getByRole('textbox', { name: 'Or paste its text' }),
      { target: { value: 'x' } },
    );
    await look();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the engine is gone',
    );
    expect(
      screen.getByRole('textbox', { name: 'Or paste its text' }),
    ).toHaveValue('x');
  });
});
