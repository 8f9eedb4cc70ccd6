import { render, screen } from '@testing-library/react';
import { Sparkline } from './Sparkline';

function heightsOf(values: Array<number | null>): number[] {
  render(<Sparkline label="Trend" values={values} height={24} />);
  const line = screen.getByRole('img').querySelector('polyline')!;
  return line
    .getAttribute('points')!
    .split(' ')
    .map(point => Number(point.split(',')[1]));
}

describe('Sparkline', () => {
  it('reaches from the lowest value to the highest', () => {
    expect(heightsOf([1, 3, 2])).toEqual([21, 3, 12]);
  });

  it('draws what does not change in the middle, as neither high nor low', () => {
    expect(heightsOf([1, 1, 1])).toEqual([12, 12, 12]);
  });
});
