/** What a number or a thing is judged to be. Always shown as word, icon and colour together. */
export type OpmodelState =
  | 'good'
  | 'attention'
  | 'bad'
  | 'no_data'
  | 'exempt'
  | 'error'
  | 'thin';

/** What a series stands for: the same thing has the same colour on all pages. */
export type SeriesId =
  | 'deployments'
  | 'lead-time'
  | 'coding'
  | 'pickup'
  | 'review'
  | 'commit-to-merge'
  | 'merge-to-deploy'
  | 'failed-deployments'
  | 'change-fail-rate'
  | 'rework'
  | 'recovery'
  | 'restore'
  | 'incidents'
  | 'cycle-time'
  | 'arrived'
  | 'started'
  | 'completed'
  | 'todo'
  | 'in-progress'
  | 'waiting'
  | 'done'
  | 'feature'
  | 'reliability'
  | 'debt'
  | 'security'
  | 'platform'
  | 'unclassified'
  | 'builds'
  | 'coverage'
  | 'weighted-coverage'
  | 'other';

/** One state's colours. */
export interface StateColours {
  /** For text: at least 4.5:1 on paper and on `soft`. */
  text: string;
  /** For icons, lines and areas: at least 3:1 on paper. */
  mark: string;
}

/** Opmodel's colours in one of the two modes. */
export interface OpmodelPalette {
  states: Record<OpmodelState, StateColours>;
  /** Marks of series, at least 3:1 on paper, distinguishable under deuteranopia and protanopia. */
  series: Record<SeriesId, string>;
  /** Text that steps back, on paper and on the page behind it. */
  quiet: string;
  /** The previous window and other background marks. */
  previous: string;
  /** Grid lines and axes. */
  grid: string;
  /** Opacity of a state's soft ground. */
  softOpacity: number;
}

// The categorical colours start from Okabe and Ito's set. On white, its orange,
// sky blue and yellow are too light for marks, on dark ground its blue and
// vermillion too dark; those are moved along their own hue. Its black is a slate
// here, so that counts of events stay calm beside what is measured.
const LIGHT_SERIES = {
  blue: '#0072b2',
  orange: '#b86e00',
  green: '#00926b',
  purple: '#ad5a94',
  vermillion: '#c8500a',
  slate: '#435066',
};

const DARK_SERIES = {
  blue: '#56b4e9',
  orange: '#e6a532',
  green: '#2fc596',
  purple: '#d98fba',
  vermillion: '#f58a4b',
  slate: '#d3dbe7',
};

function seriesOf(colours: typeof LIGHT_SERIES): Record<SeriesId, string> {
  return {
    deployments: colours.slate,
    'lead-time': colours.blue,
    coding: colours.purple,
    'commit-to-merge': colours.purple,
    pickup: colours.orange,
    review: colours.green,
    'merge-to-deploy': colours.slate,
    'failed-deployments': colours.vermillion,
    'change-fail-rate': colours.vermillion,
    rework: colours.orange,
    recovery: colours.purple,
    restore: colours.green,
    incidents: colours.orange,
    'cycle-time': colours.blue,
    arrived: colours.orange,
    started: colours.purple,
    completed: colours.green,
    todo: colours.slate,
    'in-progress': colours.blue,
    waiting: colours.orange,
    done: colours.green,
    feature: colours.blue,
    reliability: colours.green,
    debt: colours.orange,
    security: colours.purple,
    platform: colours.slate,
    unclassified: colours.vermillion,
    builds: colours.slate,
    coverage: colours.blue,
    'weighted-coverage': colours.purple,
    other: colours.vermillion,
  };
}

/** Colours on light paper. */
export const LIGHT_PALETTE: OpmodelPalette = {
  states: {
    good: { text: '#14623a', mark: '#23865a' },
    attention: { text: '#7d4600', mark: '#b86e00' },
    bad: { text: '#a8231c', mark: '#cc3b31' },
    no_data: { text: '#525b68', mark: '#737d8a' },
    exempt: { text: '#5b3a9e', mark: '#7a58bf' },
    error: { text: '#93235a', mark: '#b43c76' },
    thin: { text: '#525b68', mark: '#737d8a' },
  },
  series: seriesOf(LIGHT_SERIES),
  quiet: '#59616d',
  previous: '#8a939f',
  grid: '#e3e6ea',
  softOpacity: 0.1,
};

/** Colours on dark paper. */
export const DARK_PALETTE: OpmodelPalette = {
  states: {
    good: { text: '#9be6bb', mark: '#62cc92' },
    attention: { text: '#ffd08a', mark: '#f0a63a' },
    bad: { text: '#ffbdb5', mark: '#ff8f85' },
    no_data: { text: '#d3d7dd', mark: '#aeb5bf' },
    exempt: { text: '#dccbff', mark: '#bda2f5' },
    error: { text: '#ffb9d6', mark: '#f58ab8' },
    thin: { text: '#d3d7dd', mark: '#aeb5bf' },
  },
  series: seriesOf(DARK_SERIES),
  quiet: '#c6cbd2',
  previous: '#9aa1ab',
  grid: '#585c62',
  softOpacity: 0.12,
};
