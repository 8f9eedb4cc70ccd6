import { renderInTestApp } from '@backstage/test-utils';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_WINDOW } from '../../window/windowSelection';
import { plainText } from '../../testing/plainText';
import { WindowPicker } from './WindowPicker';

const days = { from: '2026-08-25', to: '2026-11-22' };

async function openCustom(onChange = jest.fn()) {
  await renderInTestApp(
    <WindowPicker value={DEFAULT_WINDOW} onChange={onChange} days={days} />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Custom' }));
  return onChange;
}

describe('WindowPicker', () => {
  it('shows which window is chosen and takes another', async () => {
    const onChange = jest.fn();
    await renderInTestApp(
      <WindowPicker value={DEFAULT_WINDOW} onChange={onChange} />,
    );
    expect(screen.getByRole('button', { name: '90 d' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Quarter' }));
    expect(onChange).toHaveBeenCalledWith({ type: 'named', window: 'quarter' });
  });

  it('begins with the days that are shown', async () => {
    const onChange = await openCustom();
    expect(screen.getByLabelText('From')).toHaveValue(days.from);
    await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect(onChange).toHaveBeenCalledWith({ type: 'custom', ...days });
  });

  it.each([
    ['2026-12-01', 'The first day must not be after the last'],
    ['2020-01-01', 'A window is at most three years long'],
    ['', 'Choose a day'],
  ])('keeps what was typed (%s) and says what is wrong', async (from, text) => {
    const onChange = await openCustom();
    const field = screen.getByLabelText('From');
    fireEvent.change(field, { target: { value: from } });
    await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(field).toHaveValue(from);
    expect(field).toBeInvalid();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('names the days of a custom window', async () => {
    await renderInTestApp(
      <WindowPicker value={{ type: 'custom', ...days }} onChange={jest.fn()} />,
    );
    expect(
      screen.getByRole('button', {
        name: name => plainText(name) === '25 Aug – 22 Nov 2026',
      }),
    ).toHaveAttribute('aria-pressed', 'true');
  });
});
