import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RowExport } from '../../export/rowExport';
import type { PageRequest, RowPage } from '../../request/rowSource';
import { catchDownloads, type Downloads } from '../../testing/catchDownloads';
import { ExportRows } from './ExportRows';

interface Run {
  name: string;
  finishedAt: string | null;
  seconds: number;
}

const runs: Run[] = [
  { name: '=cmd()', finishedAt: '2026-11-02T10:00:00.000Z', seconds: 90 },
  { name: 'second', finishedAt: null, seconds: 30 },
];

const window = { from: '2026-09-01', to: '2026-11-29', zone: 'Europe/Berlin' };
const definition = {
  id: 'dora-2026',
  version: '3',
  title: 'DORA 2026',
  docs: 'dora',
};

/** Gives one run a page. */
const requestPage = async ({ cursor }: PageRequest): Promise<RowPage<Run>> => ({
  items: [runs[Number(cursor ?? 0)]],
  totalItems: runs.length,
  nextCursor: cursor ? null : '1',
});

function show(
  request: RowExport<RowPage<Run>>['source']['requestPage'] = requestPage,
  totalRows = runs.length,
) {
  return renderInTestApp(
    <ExportRows<RowPage<Run>>
      subject="Runs"
      totalRows={totalRows}
      exported={{
        content: 'runs',
        scopeRef: 'component:default/payments-api',
        source: { filter: { failed: true }, requestPage: request },
        head: () => ({ window, definition }),
        columns: () => [
          ['name', run => run.name],
          ['finished_at', run => run.finishedAt],
        ],
      }}
    />,
  );
}

const button = () => screen.getByRole('button', { name: 'Export: Runs' });
async function choose(item: string) {
  await userEvent.click(button());
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('ExportRows', () => {
  let downloads: Downloads;
  beforeEach(() => {
    downloads = catchDownloads();
  });
  afterEach(() => downloads.restore());

  it('gives all rows as JSON as the API does, with what they are', async () => {
    show();
    await choose('All 2 rows as JSON');

    expect(await screen.findByText('Exported 2 rows')).toBeInTheDocument();
    expect(downloads.names()).toEqual([
      'runs_component-default-payments-api_2026-09-01_2026-11-29.json',
    ]);
    expect(JSON.parse(await downloads.lastContent())).toEqual({
      content: 'runs',
      window,
      definition,
      filter: { failed: true },
      totalRows: 2,
      complete: true,
      rows: runs,
    });
  });

  it('gives all rows as CSV that no spreadsheet computes with', async () => {
    show();
    await choose('All 2 rows as CSV');

    await screen.findByText('Exported 2 rows');
    expect(await downloads.lastContent()).toBe(
      "name,finished_at\r\n'=cmd(),2026-11-02T10:00:00.000Z\r\nsecond,\r\n",
    );
  });

  it('is reached and chosen with the keyboard, and gives the focus back', async () => {
    show();
    await userEvent.tab();
    expect(button()).toHaveFocus();
    expect(button()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{Enter}');
    expect(
      await screen.findByRole('menuitem', { name: 'All 2 rows as CSV' }),
    ).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');

    await screen.findByText('Exported 2 rows');
    expect(downloads.names()[0]).toMatch(/\.json$/);
    await waitFor(() => expect(button()).toHaveFocus());
  });

  it('hands nothing on when a later page fails, says why, and tries again', async () => {
    let fails = true;
    show(async page => {
      if (page.cursor && fails) {
        throw new Error('the engine went away');
      }
      return requestPage(page);
    });
    await choose('All 2 rows as JSON');

    expect(
      await screen.findByText('The export failed: the engine went away'),
    ).toBeInTheDocument();
    expect(downloads.names()).toEqual([]);

    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Exported 2 rows');
    expect(downloads.names()).toHaveLength(1);
  });

  it('can be given up', async () => {
    const signals: AbortSignal[] = [];
    show((_, signal) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    await choose('All 2 rows as CSV');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel the export' }),
    );

    expect(signals[0].aborted).toBe(true);
    expect(downloads.names()).toEqual([]);
    expect(button()).toBeEnabled();
  });

  it('ends when its page is left', async () => {
    const signals: AbortSignal[] = [];
    const { unmount } = show((_, signal) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    await choose('All 2 rows as CSV');
    unmount();
    expect(signals[0].aborted).toBe(true);
  });

  it('says before that only the first rows fit in a file', async () => {
    show(requestPage, 12_345);
    await userEvent.click(button());
    expect(
      await screen.findByRole('menuitem', {
        name: 'First 10,000 of 12,345 rows as CSV',
      }),
    ).toBeInTheDocument();
  });

  it('has nothing to offer without rows', () => {
    show(requestPage, 0);
    expect(button()).toBeDisabled();
  });
});
