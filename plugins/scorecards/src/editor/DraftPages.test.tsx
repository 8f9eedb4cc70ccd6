import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { pagesRouteRef, rootRouteRef } from '../routes';
import { DraftPages } from './DraftPages';
import {
  buildDraft,
  buildPreview,
  createDraftApi,
  DRAFT,
  ledgerSample,
} from './testing/drafts';

function Address() {
  return <output data-testid="address">{useLocation().pathname}</output>;
}

const ledger = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ledger', namespace: 'default', title: 'Ledger' },
};

async function show(path: string, overrides: Partial<OpmodelApi> = {}) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createDraftApi(overrides)],
        [catalogApiRef, catalogApiMock({ entities: [ledger] })],
      ]}
    >
      <Address />
      <Routes>
        <Route path="/pages/drafts/*" element={<DraftPages />} />
        <Route path="*" element={<p>Another page</p>} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/scorecards': rootRouteRef,
        '/pages': pagesRouteRef,
      },
    },
  );
}

const EDITOR = `/pages/drafts/${DRAFT}`;

async function openCheck() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Few failures' }),
  );
  return screen.findByRole('textbox', { name: /^What must be true/ });
}

const keep = () => screen.getByRole('button', { name: 'Save' });

async function retitle(title: string) {
  const field = await screen.findByRole('textbox', { name: 'Title' });
  await userEvent.clear(field);
  await userEvent.type(field, title);
}

beforeEach(() => sessionStorage.clear());

describe('an expression', () => {
  it('is completed by the keyboard alone', async () => {
    await show(EDITOR);
    const field = await openCheck();
    await userEvent.clear(field);
    await userEvent.type(field, 'do');
    const list = await screen.findByRole('listbox', {
      name: 'Facts and functions',
    });
    expect(
      within(list)
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual([
      'dora.changeFailRate – number (ratio): Share of deployments that failed',
      'dora.deploymentFrequency – number (per week): Deployments in a week',
    ]);
    await userEvent.keyboard('{ArrowDown}');
    const [, second] = within(list).getAllByRole('option');
    expect(second).toHaveAttribute('aria-selected', 'true');
    expect(field).toHaveAttribute('aria-activedescendant', second.id);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter} >= 1');
    expect(field).toHaveValue('dora.deploymentFrequency >= 1');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(field).toHaveFocus();
  });

  it('offers everything on request, and nothing after Escape', async () => {
    await show(EDITOR);
    const field = await openCheck();
    await userEvent.clear(field);
    await userEvent.keyboard('{Control>} {/Control}');
    const list = within(await screen.findByRole('listbox'));
    expect(list.getByRole('option', { name: /^now/ })).toBeInTheDocument();
    // Eight are in sight, and those around the highlighted one.
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(list.getByRole('option', { selected: true })).toHaveAttribute(
      'aria-posinset',
      '3',
    );
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(field).toHaveValue('');
  });

  it('shows what is wrong where it is, while it is typed', async () => {
    await show(EDITOR);
    const field = await openCheck();
    await userEvent.clear(field);
    await userEvent.type(field, '1 < 2 && dora.noSuch > 1');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/^At character 10: .*noSuch/);
    expect(screen.getByTestId('fault')).toHaveTextContent('dora.noSuch');
    await userEvent.clear(field);
    await userEvent.type(field, 'dora.changeFailRate * 2.0');
    expect(field).toHaveAccessibleDescription(
      'It must come to a yes or no, not a number.',
    );
  });
});

describe('the editor', () => {
  it('shows what the engine finds wrong at the field, and leads to it', async () => {
    await show(EDITOR, {
      checkScorecard: async () => ({
        problems: [
          {
            path: 'checks[0].freshness',
            message: 'must be an ISO 8601 duration',
            range: null,
          },
          { path: 'title', message: 'is too long', range: null },
        ],
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Few failures: Facts are believed for',
      }),
    );
    const field = await screen.findByRole('textbox', {
      name: 'Facts are believed for',
    });
    expect(field).toHaveAccessibleDescription('must be an ISO 8601 duration');
    expect(field).toHaveFocus();
    expect(
      screen.getByRole('textbox', { name: 'Title' }),
    ).toHaveAccessibleDescription('is too long');
    expect(screen.getByText('1 problem')).toBeInTheDocument();
  });

  it('adds, moves and removes checks, and keeps what it does not know', async () => {
    const saveScorecardDraft = jest.fn(async (_, { spec, revision }) =>
      buildDraft({ spec, revision: revision + 1 }),
    );
    await show(EDITOR, {
      saveScorecardDraft,
      getScorecardDraft: async () =>
        buildDraft({ spec: { ...buildDraft().spec, further: 'this' } }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a check' }),
    );
    const added = screen.getByRole('group', { name: 'check' });
    await userEvent.type(
      within(added).getByRole('textbox', { name: /^Name/ }),
      'Has a runbook',
    );
    await userEvent.selectOptions(
      screen.getByLabelText('It is'),
      'Has an owner',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Move Has a runbook up' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove Few failures' }),
    );
    await userEvent.click(keep());
    await waitFor(() => expect(keep()).toBeDisabled());
    expect(saveScorecardDraft).toHaveBeenCalledWith(DRAFT, {
      revision: 5,
      spec: {
        ...buildDraft().spec,
        further: 'this',
        checks: [
          {
            id: 'has-a-runbook',
            name: 'Has a runbook',
            level: 'Bronze',
            type: 'has-owner',
          },
        ],
      },
    });
  });

  it('leaves a check that is judged already its id, and lets that of a new one follow its name', async () => {
    await show(EDITOR);
    await openCheck();
    const judged = within(screen.getByRole('group', { name: 'Few failures' }));
    await userEvent.type(
      judged.getByRole('textbox', { name: /^Name/ }),
      ' at all',
    );
    expect(judged.getByRole('textbox', { name: /^Id/ })).toHaveValue(
      'few-failures',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add a check' }));
    const added = within(screen.getByRole('group', { name: 'check' }));
    await userEvent.type(
      added.getByRole('textbox', { name: /^Name/ }),
      'Few failures',
    );
    expect(
      within(screen.getByRole('group', { name: 'Few failures' })).getByRole(
        'textbox',
        { name: /^Id/ },
      ),
    ).toHaveValue('few-failures-2');
  });

  it('takes the checks of a level along with its name', async () => {
    const saveScorecardDraft = jest.fn(async (_, { spec, revision }) =>
      buildDraft({ spec, revision: revision + 1 }),
    );
    await show(EDITOR, { saveScorecardDraft });
    const level = within(await screen.findByRole('group', { name: 'Bronze' }));
    const name = level.getByRole('textbox', { name: /^Name/ });
    await userEvent.clear(name);
    // Half way it is called as another level is.
    await userEvent.type(name, 'Silvern');
    await userEvent.click(keep());
    await waitFor(() => expect(keep()).toBeDisabled());
    expect(saveScorecardDraft.mock.calls[0][1].spec).toMatchObject({
      levels: [{ name: 'Silvern' }, { name: 'Silver' }],
      checks: [{ id: 'few-failures', level: 'Silvern' }],
    });
  });

  it('says that a text is too long, and cuts nothing off', async () => {
    await show(EDITOR);
    const field = await screen.findByRole('textbox', { name: 'Title' });
    await userEvent.clear(field);
    await userEvent.click(field);
    await userEvent.paste('a'.repeat(230));
    expect(field).toHaveValue('a'.repeat(230));
    expect(field).toHaveAccessibleDescription(
      'At most 200 characters; it has 230',
    );
  });

  it('does not tell what would change while the definition has problems', async () => {
    await show(`${EDITOR}?on=component:default/ledger`, {
      previewScorecard: async () =>
        buildPreview({
          problems: [{ path: 'title', message: 'is too long', range: null }],
        }),
    });
    expect(
      await screen.findAllByText(/^The definition has problems/),
    ).toHaveLength(2);
    expect(screen.queryByText(/It moves/)).not.toBeInTheDocument();
  });

  it('loses nothing where somebody else has kept the draft', async () => {
    const theirs = buildDraft({
      revision: 8,
      updatedBy: 'user:default/grace',
      spec: { ...buildDraft().spec, title: 'Theirs' },
    });
    const getScorecardDraft = jest
      .fn()
      .mockResolvedValueOnce(buildDraft())
      .mockResolvedValue(theirs);
    const saveScorecardDraft = jest
      .fn()
      .mockRejectedValueOnce(new ConflictError('revision 8 is the latest'))
      .mockImplementation(async (_, { spec, revision }) =>
        buildDraft({ spec, revision: revision + 1 }),
      );
    await show(EDITOR, { getScorecardDraft, saveScorecardDraft });
    await retitle('Mine');
    await userEvent.click(keep());
    const differences = await screen.findByRole('table', {
      name: 'Differences of yours from theirs',
    });
    expect(within(differences).getAllByRole('row')[1].textContent).toBe(
      'titleMineTheirs',
    );
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('Mine');
    await userEvent.click(
      screen.getByRole('button', { name: 'Save mine instead' }),
    );
    await waitFor(() => expect(keep()).toBeDisabled());
    expect(saveScorecardDraft).toHaveBeenLastCalledWith(
      DRAFT,
      expect.objectContaining({ revision: 8 }),
    );
  });

  it('brings back what was not kept when the page was left', async () => {
    sessionStorage.setItem(
      `opmodel-scorecard-draft-${DRAFT}`,
      JSON.stringify({
        revision: 5,
        spec: { ...buildDraft().spec, title: 'Half written' },
      }),
    );
    await show(EDITOR);
    expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveValue(
      'Half written',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Discard my changes' }),
    );
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue(
      'Readiness',
    );
    expect(sessionStorage).toHaveLength(0);
  });

  it('asks before it is left with changes', async () => {
    const confirm = jest.spyOn(window, 'confirm').mockReturnValue(false);
    await show(EDITOR);
    await retitle('Mine');
    const link = screen.getByRole('link', { name: 'All drafts' });
    await userEvent.click(link);
    expect(confirm).toHaveBeenCalledTimes(1);
    expect(screen.getByTestId('address')).toHaveTextContent(EDITOR);
    confirm.mockReturnValue(true);
    await userEvent.click(link);
    expect(
      await screen.findByRole('table', { name: 'Drafts' }),
    ).toBeInTheDocument();
    confirm.mockRestore();
  });

  it('says what publishing would change, by team and entity', async () => {
    await show(EDITOR);
    const impact = await screen.findByRole('region', {
      name: 'What publishing would change',
    });
    expect(
      await within(impact).findByText(
        'It moves 14 of 210 entities down and 2 up.',
      ),
    ).toBeInTheDocument();
    expect(impact).toHaveTextContent('3 teams lose Silver.');
    expect(
      within(impact).getByRole('row', { name: /Payments 9 5 0/ }),
    ).toHaveTextContent('Silver → Bronze');
    expect(
      within(impact).getByRole('row', { name: /^Ledger/ }),
    ).toHaveTextContent('Few failures: passed → failed');
  });

  it('shows how chosen entities would stand', async () => {
    const previewScorecard = jest.fn(async () =>
      buildPreview({ samples: [ledgerSample] }),
    );
    await show(`${EDITOR}?on=component:default/ledger`, { previewScorecard });
    const sample = await screen.findByRole('region', { name: 'Ledger' });
    expect(sample).toHaveTextContent('Bronze');
    expect(sample).toHaveTextContent(
      'failedFew failures22 % of its deployments failed',
    );
    expect(sample).toHaveTextContent('and 1 more that are met or not asked');
    expect(previewScorecard).toHaveBeenCalledWith(
      expect.objectContaining({ entityRefs: ['component:default/ledger'] }),
      expect.anything(),
    );
  });

  it('publishes with a note, and keeps what was written first', async () => {
    const publishScorecardDraft = jest.fn(async () => ({
      scorecard: { ref: 'scorecard:default/readiness' },
    }));
    await show(EDITOR, {
      publishScorecardDraft:
        publishScorecardDraft as unknown as OpmodelApi['publishScorecardDraft'],
    });
    await retitle('Mine');
    await userEvent.click(screen.getByRole('button', { name: 'Publish…' }));
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Publish' });
    await userEvent.click(submit);
    expect(
      within(dialog).getByRole('textbox', { name: /What changes/ }),
    ).toHaveAccessibleDescription(/^Say what changes/);
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /What changes/ }),
      'Stricter',
    );
    await userEvent.click(submit);
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        '/pages/default/readiness',
      ),
    );
    expect(publishScorecardDraft).toHaveBeenCalledWith(DRAFT, {
      revision: 6,
      note: 'Stricter',
    });
  });

  it('does not publish what has problems, and names them', async () => {
    await show(EDITOR, {
      checkScorecard: async () => ({
        problems: [{ path: 'levels[1]', message: 'no check', range: null }],
      }),
    });
    await screen.findByRole('button', { name: 'Silver' });
    await userEvent.click(screen.getByRole('button', { name: 'Publish…' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Silver: no check');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Back to the draft' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('gives what is written as a document', async () => {
    await show(EDITOR);
    const panel = await screen.findByRole('region', { name: 'As a document' });
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Show the document' }),
    );
    expect(
      await within(panel).findByText(/kind: Scorecard\s+metadata:/),
    ).toHaveTextContent('name: readiness');
  });

  it('says so where there is no such draft, or it may not be read', async () => {
    await show(EDITOR, {
      getScorecardDraft: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(
      await screen.findByText('There is no such draft'),
    ).toBeInTheDocument();
  });
});

describe('the drafts', () => {
  it('are listed, with the way to a new one', async () => {
    await show('/pages/drafts');
    const table = await screen.findByRole('table', { name: 'Drafts' });
    expect(
      within(table).getByRole('link', { name: 'Readiness' }),
    ).toHaveAttribute('href', EDITOR);
    expect(
      await screen.findByRole('button', { name: 'New scorecard' }),
    ).toHaveAttribute('href', '/pages/drafts/new');
  });

  it('say what would be here, and whether one may be begun', async () => {
    await show('/pages/drafts', {
      listScorecardDrafts: async () => ({ items: [] }),
      listScorecards: async () => ({ items: [], mayCreate: false }),
    });
    expect(await screen.findByText('No draft yet')).toBeInTheDocument();
    expect(
      screen.getByText('You may read scorecards, and not write any.'),
    ).toBeInTheDocument();
  });

  it('are not shown to those who may not see them', async () => {
    await show('/pages/drafts', {
      listScorecardDrafts: async () => {
        throw new NotAllowedError('no');
      },
    });
    expect(await screen.findByText(/permission/)).toBeInTheDocument();
  });

  it('begin with a document that is pasted', async () => {
    const createScorecardDraft = jest.fn(async () => buildDraft());
    await show('/pages/drafts/new', { createScorecardDraft });
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', {
      name: 'Begin the draft',
    });
    await userEvent.click(submit);
    expect(within(dialog).getByText('Give it a name')).toBeInTheDocument();
    const field = within(dialog).getByRole('textbox', { name: /document/ });
    await userEvent.click(field);
    await userEvent.paste('kind: Component');
    expect(field).toHaveAccessibleDescription(/its kind is not Scorecard/);
    await userEvent.clear(field);
    await userEvent.paste(
      'kind: Scorecard\nmetadata: { name: ready, title: Ready }\nspec: { levels: [] }',
    );
    await userEvent.click(submit);
    await waitFor(() =>
      expect(createScorecardDraft).toHaveBeenCalledWith({
        name: 'ready',
        spec: { title: 'Ready', levels: [] },
      }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(EDITOR),
    );
  });

  it('begin as the next version of a scorecard, once', async () => {
    const createScorecardDraft = jest.fn(async () => buildDraft());
    await show('/pages/drafts/new?edit=scorecard:default/readiness', {
      createScorecardDraft,
    });
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(EDITOR),
    );
    expect(createScorecardDraft.mock.calls).toEqual([
      [{ copyOf: 'scorecard:default/readiness' }],
    ]);
  });
});
