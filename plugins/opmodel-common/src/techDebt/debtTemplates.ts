import type { DebtTemplate } from './debtTemplate';

/** The templates, in the order in which they are offered. */
export const debtTemplates: readonly DebtTemplate[] = [
  {
    id: 'end-of-life-dependency',
    name: 'Dependency past its end of life',
    titlePattern: '{dependency} {version} is past its end of life',
    places: ['dependency', 'version'],
    category: 'dependency',
    proposed: [
      {
        field: 'timeCriticality',
        value: 8,
        why: 'Its support is over, so that each flaw that is found from now on stays open.',
      },
    ],
    outline: outlineOf(
      ['What we use', 'Which version of what, where, and what for?'],
      ['Since when', 'When did its support end, and who says so?'],
      ['What holds us back', 'Which changes of the next version break us?'],
      ['What it costs', 'What do we patch, pin or work around, how often?'],
      ['How we get off it', 'To which version or replacement, in what steps?'],
    ),
    expectedLinks: ['pull_request', 'issue', 'check'],
  },
  {
    id: 'unsupported-runtime',
    name: 'Runtime without support',
    titlePattern: '{runtime} {version} is not supported any more',
    places: ['runtime', 'version'],
    category: 'infrastructure',
    proposed: [
      {
        field: 'timeCriticality',
        value: 13,
        why: 'All that runs on it is without security fixes at once, whatever its own code is like.',
      },
    ],
    outline: outlineOf(
      ['What runs on it', 'Which services, jobs and images?'],
      ['Since when', 'When did or does its support end, and who says so?'],
      ['What is exposed', 'Which known flaws stay open, and who reaches them?'],
      ['What holds us back', 'What does not run on a supported version yet?'],
      [
        'How we move',
        'To which version, in what order, and how do we go back?',
      ],
    ),
    expectedLinks: ['check', 'issue', 'decision'],
  },
  {
    id: 'fragile-component',
    name: 'Fragile component',
    titlePattern: '{part} breaks when {change}',
    places: ['part', 'change'],
    category: 'code',
    proposed: [],
    outline: outlineOf(
      ['What breaks', 'Which part, and how does it show?'],
      ['When it breaks', 'Which changes or loads set it off, how often?'],
      ['Why', 'What in its structure makes it so?'],
      ['What it costs', 'Incidents, rollbacks, and hours of whom?'],
      ['What would end it', 'The least change after which it does not recur?'],
    ),
    expectedLinks: ['incident', 'deployment', 'slo'],
  },
  {
    id: 'missing-tests',
    name: 'Missing tests',
    titlePattern: '{part} is changed without tests of {behaviour}',
    places: ['part', 'behaviour'],
    category: 'test',
    proposed: [],
    outline: outlineOf(
      [
        'What is not tested',
        'Which behaviour could break without a test failing?',
      ],
      ['What it lets through', 'Which defects reached people because of it?'],
      [
        'What it costs',
        'What is tested by hand, by whom, before each release?',
      ],
      ['What would do', 'Which few tests would catch most of it?'],
    ),
    expectedLinks: ['check', 'incident', 'pull_request'],
  },
  {
    id: 'manual-operation',
    name: 'Manual operation',
    titlePattern: '{operation} is done by hand',
    places: ['operation'],
    category: 'process',
    proposed: [],
    outline: outlineOf(
      [
        'What is done',
        'Which steps, by whom, and where are they written down?',
      ],
      ['How often', 'How many times a month, and how long does each take?'],
      [
        'What goes wrong',
        'What happens when a step is forgotten or nobody is there?',
      ],
      ['What would do it', 'Which part of it could run by itself first?'],
    ),
    expectedLinks: ['issue', 'incident', 'adr'],
  },
  {
    id: 'overdue-security-finding',
    name: 'Security finding past its remediation time',
    titlePattern: '{finding} is past its remediation time',
    places: ['finding'],
    category: 'security',
    proposed: [
      {
        field: 'timeCriticality',
        value: 20,
        why: 'The time that its severity gives is over: nothing on the scale is later.',
      },
    ],
    outline: outlineOf(
      [
        'What was found',
        'By which scan or person, where, under which identifier?',
      ],
      ['How bad it is', 'Who could reach it, and what could they do?'],
      ['Why it is late', 'What stood against remedying it in time?'],
      ['What holds until then', 'Which control makes it harder to use?'],
      [
        'How it is remedied',
        'What is changed, and who confirms that it is gone?',
      ],
    ),
    expectedLinks: ['issue', 'exemption', 'pull_request'],
  },
  {
    id: 'architecture-drag',
    name: 'Architecture that slows work down',
    titlePattern: '{structure} slows {work} down',
    places: ['structure', 'work'],
    category: 'architecture',
    proposed: [],
    outline: outlineOf(
      ['How it is', 'Which structure, and which decision led to it?'],
      ['What it slows down', 'Which work takes longer, for which teams?'],
      [
        'What it costs',
        'How often does that work come up, and what does it take more?',
      ],
      ['How it should be', 'Which structure would be enough, and no more?'],
      ['The way there', 'Which steps are of use by themselves?'],
    ),
    expectedLinks: ['adr', 'decision', 'issue'],
  },
];

/** Headings with a question under each, as Markdown. */
function outlineOf(...parts: (readonly [string, string])[]): string {
  return parts
    .map(([heading, question]) => `## ${heading}\n\n_${question}_`)
    .join('\n\n');
}
