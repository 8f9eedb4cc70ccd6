import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { QueryState } from '../../request/useQueryState';
import { QueryView } from './QueryView';

async function show(query: QueryState<string>, notFound?: string) {
  await renderInTestApp(
    <QueryView
      query={query}
      subject="DORA metrics"
      skeleton={<div data-testid="skeleton" />}
      notFound={notFound}
    >
      {data => <p>{data}</p>}
    </QueryView>,
  );
}

const retry = jest.fn();

beforeEach(() => retry.mockClear());

describe('QueryView', () => {
  it('says that it is loading, in the final shape', async () => {
    await show({ phase: 'loading', retry });
    expect(screen.getByRole('status')).toHaveTextContent('Loading');
    expect(screen.getByTestId('skeleton')).toBeInTheDocument();
  });

  it('shows the data', async () => {
    await show({ phase: 'ready', data: 'numbers', retry });
    expect(screen.getByText('numbers')).toBeInTheDocument();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('keeps the data and says that it is stale, with a way to try again', async () => {
    await show({
      phase: 'stale',
      data: 'numbers',
      error: new Error('no answer'),
      loadedAt: Date.now() - 120_000,
      retry,
    });
    expect(screen.getByText('numbers')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(
      /These numbers are from 2 min ago: refreshing failed.*no answer/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('leaves the notice out where the page gives one already', async () => {
    await renderInTestApp(
      <QueryView
        query={{
          phase: 'stale',
          data: 'numbers',
          error: new Error('x'),
          retry,
        }}
        subject="DORA metrics"
        skeleton={null}
        quiet
      >
        {data => <p>{data}</p>}
      </QueryView>,
    );
    expect(screen.getByText('numbers')).toBeInTheDocument();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('shows an error with its cause and a way to try again', async () => {
    await show({ phase: 'failed', error: new Error('no answer'), retry });
    const panel = screen.getByRole('alert');
    expect(panel).toHaveTextContent('This could not be loaded');
    expect(panel.nextElementSibling).toHaveTextContent('no answer');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('says which permission is missing', async () => {
    await show({ phase: 'failed', error: new NotAllowedError('no'), retry });
    expect(screen.getByText('You may not see this')).toBeInTheDocument();
    expect(screen.getByText(/do not include DORA metrics/)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('lets a view say what it means that something is not known', async () => {
    await show(
      { phase: 'failed', error: new NotFoundError('unknown'), retry },
      'not there yet',
    );
    expect(screen.getByText('not there yet')).toBeInTheDocument();
  });
});
