import { renderInTestApp } from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ExplainDrawer, ExplainSection } from './ExplainDrawer';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>22 h</button>
      <ExplainDrawer
        open={open}
        onClose={() => setOpen(false)}
        title="Change lead time"
      >
        <ExplainSection title="What it means">
          From commit to use.
        </ExplainSection>
      </ExplainDrawer>
    </>
  );
}

it('is a named dialog that gives the focus back', async () => {
  await renderInTestApp(<Page />);
  const opener = screen.getByRole('button', { name: '22 h' });
  await userEvent.click(opener);
  expect(
    screen.getByRole('dialog', { name: 'Change lead time' }),
  ).toBeInTheDocument();
  expect(screen.getByText('From commit to use.')).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
  expect(opener).toHaveFocus();
});
