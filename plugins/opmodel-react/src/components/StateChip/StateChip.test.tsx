import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { LIGHT_PALETTE, type OpmodelState } from '../../palette/palette';
import { StateChip } from './StateChip';

const WORDS: Record<OpmodelState, string> = {
  good: 'good',
  attention: 'needs attention',
  bad: 'bad',
  no_data: 'no data',
  exempt: 'exempt',
  error: 'error',
  thin: 'thin data (3)',
};

describe('StateChip', () => {
  it.each(Object.entries(WORDS) as Array<[OpmodelState, string]>)(
    'shows %s as word, icon and colour',
    async (state, word) => {
      await renderInTestApp(<StateChip state={state} count={3} />);
      const chip = screen.getByText(word);
      expect(chip).toHaveStyle({ color: LIGHT_PALETTE.states[state].text });
      expect(chip.querySelectorAll('svg')).toHaveLength(1);
    },
  );

  it('draws another shape for every state', async () => {
    const { container } = await renderInTestApp(
      <>
        {(Object.keys(WORDS) as OpmodelState[]).map(state => (
          <StateChip key={state} state={state} />
        ))}
      </>,
    );
    const shapes = [...container.querySelectorAll('svg')].map(
      svg => svg.innerHTML,
    );
    expect(new Set(shapes).size).toBe(Object.keys(WORDS).length);
  });
});
