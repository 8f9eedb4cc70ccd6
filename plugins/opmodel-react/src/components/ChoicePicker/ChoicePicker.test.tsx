import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ChoicePicker } from './ChoicePicker';

describe('ChoicePicker', () => {
  it('shows what is chosen and tells what is chosen next', async () => {
    const onChange = jest.fn();
    await renderInTestApp(
      <ChoicePicker
        label="Definition"
        value="one"
        choices={[
          { id: 'one', label: 'First' },
          { id: 'two', label: 'Second' },
        ]}
        onChange={onChange}
      />,
    );
    const picker = screen.getByRole('combobox', { name: 'Definition' });
    expect(picker).toHaveValue('one');
    await userEvent.selectOptions(picker, 'Second');
    expect(onChange).toHaveBeenCalledWith('two');
  });
});
