import { NotAllowedError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  EngineHealth,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { useLocation } from 'react-router-dom';
import {
  collectorAlarm,
  delivery,
  deliveryPage,
  newHealth,
  nothingRejected,
  nothingUnmapped,
  rejected,
  runs,
  setAsideAlarm,
  storage,
  troubledHealth,
  unmapped,
  wellHealth,
} from './operations.fixtures';
import { OperationsPageContent } from './OperationsPage';

function Address() {
  const { search } = useLocation();
  return <output aria-label="address">{search}</output>;
}

function setUp(
  options: {
    health?: EngineHealth;
    api?: Partial<OpmodelApi>;
    path?: string;
  } = {},
) {
  const { health = wellHealth } = options;
  const api = {
    getHealth: jest.fn(async () => health),
    listUnmappedEvents: jest.fn(async () => nothingUnmapped),
    listRejectedEvents: jest.fn(async () => nothingRejected),
    listDeliveries: jest.fn(async () => deliveryPage([])),
    getStorage: jest.fn(async () => storage),
    listCollectorRuns: jest.fn(async () => runs),
    replayDeliveries: jest.fn(async () => 1),
    replayUnmappedEvents: jest.fn(async () => ({ applied: 12, unmapped: 30 })),
    ...options.api,
  };
  renderInTestApp(
    <>
      <OperationsPageContent />
      <Address />
    </>,
    {
      apis: [[opmodelApiRef, api as unknown as OpmodelApi]],
      initialRouteEntries: [options.path ?? '/'],
    },
  );
  return api;
}

function region(name: string) {
  return screen.findByRole('region', { name });
}

async function rowsOf(caption: string | RegExp) {
  const table = await screen.findByRole('table', { name: caption });
  return within(table).getAllByRole('row').slice(1);
}

describe('OperationsPageContent', () => {
  it('says first that all is well', async () => {
    setUp();

    const panel = await region('What needs an operator');

    expect(within(panel).getByText('All is well')).toBeVisible();
    expect(within(panel).queryByRole('listitem')).toBeNull();
  });

  it('says of each alarm how bad it is, what it is, since when, what to do, and where to look', async () => {
    setUp({ health: troubledHealth });

    const panel = await region('What needs an operator');
    const [first, second] = within(panel).getAllByRole('listitem');

    expect(within(panel).queryByText('All is well')).toBeNull();
    expect(within(panel).getByText('1 thing is broken')).toBeVisible();
    expect(within(panel).getByText('1 thing needs attention')).toBeVisible();
    expect(
      within(first).getByRole('heading', { name: 'A collector fails: gitlab' }),
    ).toBeVisible();
    expect(within(first).getByText('broken')).toBeVisible();
    expect(first).toHaveTextContent(collectorAlarm.message);
    expect(first).toHaveTextContent(`Next step: ${collectorAlarm.remedy}`);
    expect(first).toHaveTextContent(/since 3 hr ago/);
    expect(first).toHaveTextContent('docs/operations.md#collector-failing');
    expect(
      within(first).getByRole('link', { name: 'Collectors' }),
    ).toHaveAttribute('href', '/#collectors');
    expect(within(second).getByText('needs attention')).toBeVisible();
  });

  it('takes the focus to the section that an alarm leads to', async () => {
    setUp({ health: troubledHealth });
    const panel = await region('What needs an operator');

    await userEvent.click(
      within(panel).getByRole('link', { name: 'Webhooks' }),
    );

    expect(await region('Webhooks')).toHaveFocus();
  });

  it('shows what a newer engine raises, too, and the first of many', async () => {
    setUp({
      health: {
        ...wellHealth,
        alarms: Array.from({ length: 9 }, (_, index) => ({
          ...setAsideAlarm,
          id: 'budget-burning' as never,
          subject: `source-${index}`,
        })),
      },
    });
    const panel = await region('What needs an operator');

    expect(within(panel).getAllByRole('listitem')).toHaveLength(6);
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Show 3 more' }),
    );
    expect(
      within(panel).getByRole('heading', {
        name: 'Something needs an operator: source-8',
      }),
    ).toBeVisible();
  });

  it('tells how old and large the snapshot is, how long scans take, and why one failed', async () => {
    setUp({
      health: {
        ...wellHealth,
        snapshot: {
          ...wellHealth.snapshot,
          state: 'failed',
          error: 'the catalog answered 503',
          scans: [
            {
              state: 'failed',
              startedAt: new Date().toISOString(),
              durationSeconds: null,
              error: 'the catalog answered 503',
            },
            ...wellHealth.snapshot.scans,
          ],
        },
      },
    });

    const section = await region('Catalog snapshot');

    expect(section).toHaveTextContent(/Read completely4 min ago/);
    expect(section).toHaveTextContent(/Entities1,204/);
    expect(section).toHaveTextContent(/Scan duration12 s/);
    expect(section).toHaveTextContent(/Completed scans4 of 5/);
    expect(
      within(section).getByRole('img', {
        name: 'Duration of the last 5 scans, oldest first',
      }),
    ).toBeVisible();
    expect(
      within(section).getByText(
        'The last scan failed: the catalog answered 503',
      ),
    ).toBeVisible();
    await userEvent.click(within(section).getByText('The newest scans'));
    expect(await rowsOf(/Scans of the catalog/)).toHaveLength(5);
  });

  it('tells what comes in, and of what waits for an entity the reason and the remedy', async () => {
    setUp({
      api: {
        listUnmappedEvents: async () => unmapped,
        listRejectedEvents: async () => rejected,
      },
    });

    const section = await region('Intake');
    const [first, second] = await rowsOf(/Kept, and applied by themselves/);
    const [rejection] = await rowsOf(/Not stored; since/);

    expect(section).toHaveTextContent(/New events, 24 h3,871/);
    expect(section).toHaveTextContent(/Rejected, 24 h9/);
    expect(section).toHaveTextContent(/Entities to recompute0/);
    expect(first).toHaveTextContent(
      'the catalog has no component:default/basket-old',
    );
    expect(first).toHaveTextContent('Register the entity in the catalog');
    expect(first).toHaveTextContent(/deploymentci2520/);
    expect(second).toHaveTextContent('let the sender send paths or entityRef');
    expect(section).toHaveTextContent(
      'The 2 most frequent reasons are shown: 35 of 42 events.',
    );
    expect(rejection).toHaveTextContent(
      /expected an ISO 8601 instantexternal:cici9/,
    );
    expect(rejection).toHaveTextContent('checkout-812');
  });

  it('maps once more what waits, says what came of it, and shows what is left', async () => {
    const api = setUp({
      api: { listUnmappedEvents: jest.fn(async () => unmapped) },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again now' }),
    );

    expect(
      await screen.findByText('12 events found their entity; 30 still wait.'),
    ).toBeVisible();
    expect(api.listUnmappedEvents).toHaveBeenCalledTimes(2);
    expect(api.getHealth).toHaveBeenCalledTimes(2);
  });

  it('says why mapping once more failed', async () => {
    setUp({
      api: {
        listUnmappedEvents: async () => unmapped,
        replayUnmappedEvents: async () => {
          throw new Error('the database is locked');
        },
      },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again now' }),
    );

    expect(
      await screen.findByText('Trying again failed: the database is locked'),
    ).toBeVisible();
  });

  it('lists the webhook sources, and what of them was set aside', async () => {
    const api = setUp({
      health: troubledHealth,
      api: {
        listDeliveries: jest.fn(async () =>
          deliveryPage([delivery(), delivery({ id: '12', type: null })]),
        ),
      },
    });

    const [github, onCall] = await rowsOf(/Senders that may post/);
    const [first, second] = await rowsOf(/Received and kept/);

    expect(github).toHaveTextContent(/githubreadable012/);
    expect(github).toHaveTextContent('also from the topics github.push');
    expect(onCall).toHaveTextContent(/pagerdutyno reader00never/);
    expect(first).toHaveTextContent(
      /deployment_status4711githubdeployment.environment: expected a string, got null50 min ago5/,
    );
    expect(second).toHaveTextContent('without a type');
    expect(api.listDeliveries).toHaveBeenCalledWith(
      { state: 'set_aside', limit: 10 },
      expect.anything(),
    );
  });

  it('shows on demand why deliveries wait, and keeps that in the URL', async () => {
    const api = setUp({
      health: troubledHealth,
      api: {
        listDeliveries: jest.fn(async query =>
          deliveryPage(
            query?.state === 'waiting'
              ? [
                  delivery({
                    state: 'waiting',
                    attempts: 3,
                    reason: 'the database is locked',
                    nextAttemptAt: new Date(
                      Date.now() + 41 * 60_000,
                    ).toISOString(),
                  }),
                ]
              : [delivery()],
          ),
        ),
      },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Waiting' }),
    );

    const [row] = await rowsOf(/not processed yet/);
    expect(row).toHaveTextContent(
      /the database is locked50 min ago3in 4\d min/,
    );
    expect(within(row).queryByRole('button')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Replay all/ })).toBeNull();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?deliveries=waiting',
    );
    expect(api.listDeliveries).toHaveBeenLastCalledWith(
      { state: 'waiting', limit: 10 },
      expect.anything(),
    );
  });

  it('replays one delivery, and takes the focus to the result when its row is gone', async () => {
    let kept = [delivery(), delivery({ id: '12' })];
    const api = setUp({
      health: troubledHealth,
      api: {
        listDeliveries: jest.fn(async () => deliveryPage(kept)),
        replayDeliveries: jest.fn(async ({ ids }) => {
          kept = kept.filter(({ id }) => !ids?.includes(id));
          return 1;
        }),
      },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Replay delivery 4711' }),
    );

    const result = await screen.findByText(/^1 delivery waits again/);
    expect(api.replayDeliveries).toHaveBeenCalledWith({ ids: ['4711'] });
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Replay delivery 4711' }),
      ).toBeNull(),
    );
    await waitFor(() => expect(result.closest('[role=status]')).toHaveFocus());
  });

  it('replays what one source left', async () => {
    const api = setUp({
      health: troubledHealth,
      api: {
        listDeliveries: async () => deliveryPage([delivery()]),
        replayDeliveries: jest.fn(async () => 12),
      },
    });

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Replay 12 set-aside deliveries of github',
      }),
    );

    expect(api.replayDeliveries).toHaveBeenCalledWith({ source: 'github' });
    expect(await screen.findByText(/^12 deliveries wait again/)).toBeVisible();
  });

  it('replays everything only after asking once', async () => {
    const api = setUp({
      health: troubledHealth,
      api: {
        listDeliveries: async () =>
          deliveryPage([delivery()], { totalItems: 1_204 }),
        replayDeliveries: jest.fn(async () => 1_204),
      },
    });
    const ask = async () =>
      userEvent.click(
        await screen.findByRole('button', { name: 'Replay all 1,204' }),
      );

    await ask();
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Cancel',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.replayDeliveries).not.toHaveBeenCalled();

    await ask();
    const dialog = await screen.findByRole('dialog', {
      name: 'Replay everything that was set aside?',
    });
    expect(dialog).toHaveTextContent('1,204 deliveries of all sources');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Replay' }),
    );

    await waitFor(() => expect(api.replayDeliveries).toHaveBeenCalledWith({}));
    expect(
      await screen.findByText(/^1,204 deliveries wait again/),
    ).toBeVisible();
  });

  it('says why a replay failed, and lets it be tried again', async () => {
    setUp({
      health: troubledHealth,
      api: {
        listDeliveries: async () => deliveryPage([delivery()]),
        replayDeliveries: async () => {
          throw new Error('the database is locked');
        },
      },
    });
    const button = await screen.findByRole('button', {
      name: 'Replay delivery 4711',
    });

    await userEvent.click(button);

    expect(
      await screen.findByText('Replaying failed: the database is locked'),
    ).toBeVisible();
    expect(button).toBeEnabled();
  });

  it('pages through what was set aside', async () => {
    const api = setUp({
      health: troubledHealth,
      api: {
        listDeliveries: jest.fn(async query =>
          query?.cursor
            ? deliveryPage([delivery({ id: '1' })], { totalItems: 2 })
            : deliveryPage([delivery({ id: '2' })], {
                totalItems: 2,
                nextCursor: 'older',
              }),
        ),
      },
    });
    const pages = await screen.findByRole('navigation', { name: 'Pages' });

    expect(pages).toHaveTextContent('1–1 of 2');
    await userEvent.click(within(pages).getByRole('button', { name: 'Older' }));

    expect(
      await screen.findByRole('button', { name: 'Replay delivery 1' }),
    ).toBeVisible();
    expect(api.listDeliveries).toHaveBeenLastCalledWith(
      { state: 'set_aside', limit: 10, cursor: 'older' },
      expect.anything(),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Newer' }));
    expect(
      await screen.findByRole('button', { name: 'Replay delivery 2' }),
    ).toBeVisible();
  });

  it('shows the deliveries of one source, and keeps the choice in the URL', async () => {
    const api = setUp({
      health: troubledHealth,
      api: { listDeliveries: jest.fn(async () => deliveryPage([delivery()])) },
    });

    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Source' }),
      'on-call',
    );

    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?source=on-call',
    );
    await waitFor(() =>
      expect(api.listDeliveries).toHaveBeenLastCalledWith(
        { state: 'set_aside', limit: 10, source: 'on-call' },
        expect.anything(),
      ),
    );
  });

  it('tells of each collector how it is doing', async () => {
    setUp({ health: troubledHealth });

    const [gitlab, git] = await rowsOf(/What reads outside systems/);

    expect(gitlab).toHaveTextContent(
      '4 failures in a row: https://gitlab.example.com answered 502 Bad Gateway',
    );
    expect(gitlab).toHaveTextContent(
      /failed3 hr ago3 h 40 m001,204 of 2,000in/,
    );
    expect(git).toHaveTextContent(
      /Git historysucceeded6 min ago8 m2140–as scheduled/,
    );
  });

  it('opens the runs of a collector, and returns the focus when they are closed', async () => {
    const api = setUp({ health: troubledHealth });
    const name = await screen.findByRole('button', { name: 'Runs of GitLab' });

    await userEvent.click(name);

    const drawer = await screen.findByRole('dialog', { name: 'GitLab' });
    expect(
      await within(drawer).findByRole('table', {
        name: 'The newest runs of GitLab',
      }),
    ).toBeVisible();
    expect(drawer).toHaveTextContent('answered 502 Bad Gateway');
    await userEvent.click(within(drawer).getByText('1 problem'));
    expect(drawer).toHaveTextContent(
      'shop/attic: its repository is empty, nothing was read',
    );
    expect(api.listCollectorRuns).toHaveBeenCalledWith(
      'gitlab',
      { limit: 20 },
      expect.anything(),
    );
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?collector=gitlab',
    );

    await userEvent.click(
      within(drawer).getByRole('button', { name: 'Close' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(name).toHaveFocus();
  });

  it('opens a link to the runs of a collector', async () => {
    setUp({ health: troubledHealth, path: '/?collector=gitlab' });

    expect(await screen.findByRole('dialog', { name: 'GitLab' })).toBeVisible();
  });

  it('tells what each table holds, marks estimates, and how long rows are kept', async () => {
    setUp();

    const [events, records] = await rowsOf(/in all, measured/);
    const [inbox, forever, failed] = await rowsOf(/How long rows are kept/);

    expect(events).toHaveTextContent(/events≈ 182,3821.2 GB/);
    expect(records).toHaveTextContent(/records 60,12348.2 MB/);
    expect(inbox).toHaveTextContent(/14 days8 hr ago1,873/);
    expect(forever).toHaveTextContent(/for evernever–/);
    expect(failed).toHaveTextContent(/failed the database was locked1 day/);
  });

  it('shows the largest tables first, and the small ones on demand', async () => {
    setUp({
      api: {
        getStorage: async () => ({
          ...storage,
          tables: Array.from({ length: 12 }, (_, index) => ({
            table: `table-${index}`,
            rows: index,
            exact: true,
            bytes: null,
          })),
        }),
      },
    });

    expect((await rowsOf(/most rows first/))[0]).toHaveTextContent('table-11');
    expect(await rowsOf(/most rows first/)).toHaveLength(10);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 2 smaller ones' }),
    );
    expect(await rowsOf(/most rows first/)).toHaveLength(12);
  });

  it('says what would be here, and the step that brings it, where nothing is set up', async () => {
    setUp({ health: newHealth });

    const webhooks = await region('Webhooks');
    const collectors = await region('Collectors');

    expect(webhooks).toHaveTextContent('No webhook source is configured');
    expect(webhooks).toHaveTextContent('GITHUB_WEBHOOK_SECRET');
    expect(
      within(webhooks).getByRole('button', { name: 'Copy' }),
    ).toBeVisible();
    expect(collectors).toHaveTextContent('No collector is installed');
    expect(await region('Subjects')).toHaveTextContent(
      'Switch it on with opmodel.subjects.dora.enabled',
    );
  });

  it('does not take it for a good sign that nothing has come in', async () => {
    setUp({ health: newHealth });

    const intake = await region('Intake');

    expect(
      await within(intake).findAllByText('Nothing has come in yet'),
    ).toHaveLength(2);
    expect(
      within(intake).queryByText('Every event has found its entity'),
    ).toBeNull();
  });

  it('says that it may not be seen, and nothing else', async () => {
    const denied = async () => {
      throw new NotAllowedError('no');
    };
    setUp({
      api: {
        getHealth: denied,
        listUnmappedEvents: denied,
        listRejectedEvents: denied,
        listDeliveries: denied,
        getStorage: denied,
      },
    });

    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(
      screen.getByText(/do not include the state of the engine/),
    ).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('shows an error with a way to try again', async () => {
    let broken = true;
    setUp({
      api: {
        getHealth: async () => {
          if (broken) throw new Error('no answer');
          return wellHealth;
        },
      },
    });
    const retry = await screen.findByRole('button', { name: 'Try again' });

    broken = false;
    await userEvent.click(retry);

    expect(await screen.findByText('All is well')).toBeVisible();
  });

  it('keeps the last answer in sight when refreshing fails, and says so once', async () => {
    let broken = false;
    const answer =
      <T,>(data: T) =>
      async () => {
        if (broken) throw new Error('no answer');
        return data;
      };
    setUp({
      api: {
        getHealth: answer(wellHealth),
        listUnmappedEvents: answer(unmapped),
        getStorage: answer(storage),
      },
    });
    await rowsOf(/Kept, and applied/);

    broken = true;
    await userEvent.click(screen.getByRole('button', { name: 'Refresh now' }));

    expect(await screen.findByText(/refreshing failed/)).toBeVisible();
    expect(screen.getAllByText(/refreshing failed/)).toHaveLength(1);
    expect(screen.getByText('All is well')).toBeVisible();
    expect(await rowsOf(/Kept, and applied/)).toHaveLength(2);
  });

  it('refreshes by itself every 30 seconds', async () => {
    jest.useFakeTimers();
    try {
      const api = setUp();
      await act(() => jest.advanceTimersByTimeAsync(2_000));
      expect(api.getHealth).toHaveBeenCalledTimes(1);

      await act(() => jest.advanceTimersByTimeAsync(30_000));

      expect(api.getHealth).toHaveBeenCalledTimes(2);
      expect(api.listDeliveries).toHaveBeenCalledTimes(2);
      expect(api.getStorage).toHaveBeenCalledTimes(2);
    } finally {
      jest.useRealTimers();
    }
  });
});
