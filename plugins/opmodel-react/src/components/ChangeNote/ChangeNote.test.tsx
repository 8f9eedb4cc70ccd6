import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LIGHT_PALETTE } from '../../palette/palette';
import { plainText } from '../../testing/plainText';
import { ChangeNote, type ChangeNoteProps } from './ChangeNote';

const { good, bad, no_data: quiet } = LIGHT_PALETTE.states;

describe('ChangeNote', () => {
  it.each<[string, ChangeNoteProps, string]>([
    [
      '12 % faster',
      { kind: 'duration', change: { ratio: -0.12, direction: 'better' } },
      good.text,
    ],
    [
      '35 % slower',
      { kind: 'duration', change: { ratio: 0.35, direction: 'worse' } },
      bad.text,
    ],
    [
      '10.8 % more often',
      { kind: 'frequency', change: { ratio: 0.108, direction: 'better' } },
      good.text,
    ],
    [
      '50 % less often',
      { kind: 'frequency', change: { ratio: -0.5, direction: 'worse' } },
      bad.text,
    ],
    [
      '4 times slower',
      { kind: 'duration', change: { ratio: 3, direction: 'worse' } },
      bad.text,
    ],
    [
      'no change',
      { kind: 'duration', change: { ratio: 0.004, direction: 'same' } },
      quiet.text,
    ],
    ['no comparison', { kind: 'duration', change: null }, quiet.text],
  ])('says "%s" in the colour of its meaning', async (words, props, colour) => {
    await renderInTestApp(<ChangeNote {...props} />);
    const note = screen.getByText(
      (_, element) =>
        element?.tagName === 'SPAN' && plainText(element.textContent) === words,
    );
    expect(note).toHaveStyle({ color: colour });
  });

  it('tells the previous number and the verdict in its tooltip', async () => {
    await renderInTestApp(
      <ChangeNote
        kind="duration"
        change={{ ratio: -0.12, direction: 'better' }}
        previous="1 d 3 h"
      />,
    );
    await userEvent.hover(screen.getByText(/faster/));
    expect(
      await screen.findByText('Previous window: 1 d 3 h (better)'),
    ).toBeInTheDocument();
  });
});
