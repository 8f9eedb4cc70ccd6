import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EmptyState } from './EmptyState';

it('offers the one step as a snippet to copy', async () => {
  const writeText = jest.fn().mockResolvedValue(undefined);
  const user = userEvent.setup({ writeToClipboard: false });
  Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  await renderInTestApp(
    <EmptyState
      title="No deployments are known yet"
      description="Numbers appear here."
      step={{ text: 'Send one line.', snippet: 'curl -X POST' }}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(writeText).toHaveBeenCalledWith('curl -X POST');
  expect(
    await screen.findByRole('button', { name: 'Copied' }),
  ).toBeInTheDocument();
});
