import type { RuleBreach } from './RuleBreach';

const objective = ['spec', 'objectives', 0];
const calendar = ['spec', 'timeWindow', 0, 'calendar'];
const condition = ['spec', 'condition'];

/** Breaches of the rules of windows, durations and instants. */
export const timeWindowBreaches: RuleBreach[] = [
  [
    'time-window-missing',
    'slo',
    ['spec', 'timeWindow'],
    undefined,
    'spec.timeWindow',
  ],
  ['time-window-missing', 'slo', ['spec', 'timeWindow'], [], 'spec.timeWindow'],
  [
    'time-window-missing',
    'sloOfV1alpha',
    ['spec', 'timeWindows'],
    [],
    'spec.timeWindows',
  ],
  [
    'time-window-count',
    'slo',
    ['spec', 'timeWindow'],
    [
      { duration: '1d', isRolling: true },
      { duration: '7d', isRolling: true },
    ],
    'spec.timeWindow',
  ],
  [
    'time-window-calendar',
    'sloWithCalendar',
    ['spec', 'timeWindow', 0, 'isRolling'],
    true,
    'spec.timeWindow[0].calendar',
  ],
  [
    'time-window-calendar',
    'slo',
    ['spec', 'timeWindow', 0, 'isRolling'],
    false,
    'spec.timeWindow[0]',
  ],
  [
    'time-window-rolling',
    'slo',
    ['spec', 'timeWindow', 0, 'isRolling'],
    undefined,
    'spec.timeWindow[0].isRolling',
  ],
  [
    'date-time',
    'sloWithCalendar',
    [...calendar, 'startTime'],
    '2026-02-30 00:00:00',
    'spec.timeWindow[0].calendar.startTime',
  ],
  [
    'date-time-format',
    'sloWithCalendar',
    [...calendar, 'startTime'],
    '2026-01-01T00:00:00',
    'spec.timeWindow[0].calendar.startTime',
  ],
  [
    'time-zone',
    'sloWithCalendar',
    [...calendar, 'timeZone'],
    'Europe/Atlantis',
    'spec.timeWindow[0].calendar.timeZone',
  ],
  [
    'time-zone',
    'sloWithCalendar',
    [...calendar, 'timeZone'],
    '+01:00',
    'spec.timeWindow[0].calendar.timeZone',
  ],
  [
    'duration-format',
    'slo',
    ['spec', 'timeWindow', 0, 'duration'],
    '30D',
    'spec.timeWindow[0].duration',
  ],
  [
    'duration-format',
    'slo',
    ['spec', 'timeWindow', 0, 'duration'],
    '0d',
    'spec.timeWindow[0].duration',
  ],
  [
    'duration-format',
    'sloWithSlices',
    [...objective, 'timeSliceWindow'],
    1.5,
    'spec.objectives[0].timeSliceWindow',
  ],
  [
    'duration-format',
    'sloOfV1alpha',
    ['spec', 'timeWindows', 0, 'count'],
    1.5,
    'spec.timeWindows[0].count',
  ],
  [
    'duration-unit',
    'sloOfV2alpha',
    ['spec', 'timeWindow', 0, 'duration'],
    '1M',
    'spec.timeWindow[0].duration',
  ],
  [
    'duration-number',
    'sloWithSlices',
    [...objective, 'timeSliceWindow'],
    5,
    'spec.objectives[0].timeSliceWindow',
  ],
  [
    'duration-number',
    'condition',
    [...condition, 'alertAfter'],
    0,
    'spec.condition.alertAfter',
  ],
  [
    'v1alpha-unit-case',
    'sloOfV1alpha',
    ['spec', 'timeWindows', 0, 'unit'],
    'day',
    'spec.timeWindows[0].unit',
  ],
];
