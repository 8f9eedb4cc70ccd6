import { blend, contrastRatio, parseHex, toLinear, type Rgb } from './contrast';
import {
  DARK_PALETTE,
  LIGHT_PALETTE,
  type OpmodelPalette,
  type OpmodelState,
  type SeriesId,
} from './palette';

const TEXT_CONTRAST = 4.5;
const MARK_CONTRAST = 3;

// Backstage's paper and page grounds in both modes, and those of Backstage UI.
const MODES: Array<[string, OpmodelPalette, string[], string[]]> = [
  ['light', LIGHT_PALETTE, ['#ffffff'], ['#ffffff', '#f8f8f8', '#f5f5f5']],
  ['dark', DARK_PALETTE, ['#424242', '#242424'], ['#424242', '#333333']],
];

describe.each(MODES)('the %s palette', (_mode, palette, papers, pages) => {
  const states = Object.entries(palette.states) as Array<
    [OpmodelState, { text: string; mark: string }]
  >;

  it.each(states)('holds its contrasts for %s', (_state, { text, mark }) => {
    for (const paper of papers) {
      const soft = blend(mark, paper, palette.softOpacity);
      expect(contrastRatio(text, paper)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      expect(contrastRatio(text, soft)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      expect(contrastRatio(mark, paper)).toBeGreaterThanOrEqual(MARK_CONTRAST);
    }
  });

  it.each(Object.entries(palette.series))(
    'draws the series %s visibly',
    (_series, colour) => {
      for (const paper of papers) {
        expect(contrastRatio(colour, paper)).toBeGreaterThanOrEqual(
          MARK_CONTRAST,
        );
      }
    },
  );

  it('keeps quiet text legible on paper and on the page', () => {
    for (const ground of [...papers, ...pages]) {
      expect(contrastRatio(palette.quiet, ground)).toBeGreaterThanOrEqual(
        TEXT_CONTRAST,
      );
    }
  });

  it('draws the previous window visibly', () => {
    for (const paper of papers) {
      expect(contrastRatio(palette.previous, paper)).toBeGreaterThanOrEqual(
        MARK_CONTRAST,
      );
    }
  });

  describe.each(Object.entries(simulations()))('under %s', (_name, matrix) => {
    const stages: SeriesId[] = [
      'coding',
      'pickup',
      'review',
      'merge-to-deploy',
      'lead-time',
    ];
    const pairs = stages.flatMap((one, index) =>
      stages.slice(index + 1).map(other => [one, other] as const),
    );

    it.each(pairs)('tells %s from %s', (one, other) => {
      const distance = perceivedDistance(
        simulate(palette.series[one], matrix),
        simulate(palette.series[other], matrix),
      );
      expect(distance).toBeGreaterThan(10);
    });
  });
});

type Matrix = [Rgb, Rgb, Rgb];

/** Full deuteranopia and protanopia on linear light, after Machado, Oliveira and Fernandes (2009). */
function simulations(): Record<string, Matrix> {
  return {
    'ordinary sight': [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    deuteranopia: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    protanopia: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
  };
}

/** The linear light that somebody perceives. */
function simulate(colour: string, matrix: Matrix): Rgb {
  const light = parseHex(colour).map(toLinear);
  return matrix.map(row =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, index) => sum + weight * light[index], 0),
      ),
    ),
  ) as Rgb;
}

/** Distance in CIE L*a*b*; 2.3 is the least that people notice side by side. */
function perceivedDistance(one: Rgb, other: Rgb): number {
  const [a, b] = [toLab(one), toLab(other)];
  return Math.hypot(...a.map((value, index) => value - b[index]));
}

function toLab([red, green, blue]: Rgb): Rgb {
  const x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
  const curve = (value: number) =>
    value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116;
  return [
    116 * curve(y) - 16,
    500 * (curve(x) - curve(y)),
    200 * (curve(y) - curve(z)),
  ];
}
