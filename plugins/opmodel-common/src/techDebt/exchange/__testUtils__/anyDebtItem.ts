import fc from 'fast-check';
import {
  debtCategories,
  type DebtLink,
  debtSeverities,
  debtStatuses,
} from '../../debtItem';
import { debtIntents, debtPrudences } from '../debtFields';
import { debtTextLimits as limits, wsjfScale } from '../debtLimits';
import type { ExchangedDebtItem } from '../exchangedItem';

/** When the tests take place. Epoch milliseconds. */
export const NOW = Date.parse('2026-11-23T12:00:00Z');

/** Texts that something could take for anything but text. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror="alert(1)">',
  '=HYPERLINK("https://evil.example.com","Click")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\uff1d1+1',
  "'=1+1",
  "''=1+1",
  "'quoted'",
  'say "so", twice; or\tthrice',
  '"',
  '""',
  'null',
  'true',
  '1e3',
  '2026-01-01',
  '- a: b # c',
  '{{ title }}',
  '__proto__',
  '\u{1f4b8}\u{1f469}\u200d\u{1f4bb} debt',
  '\u0645\u0631\u062d\u0628\u0627 \u202egnp.exe',
  'e\u0301 \u00e9',
  '\u0007bell',
];

const normalise = (text: string) =>
  text.replace(/\0/g, '').replace(/\r\n?/g, '\n').trim();

/** A text of any number of lines, as long as it may be at most. */
function anyText(most: number): fc.Arbitrary<string> {
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.constantFrom(...hostileTexts) },
      { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
      {
        weight: 4,
        arbitrary: fc.string({
          unit: fc.constantFrom('a', '"', "'", '\n', ',', ';', '\t', '=', ' '),
          maxLength: 20,
        }),
      },
      { weight: 1, arbitrary: fc.constant('x,"\n'.repeat(most / 4)) },
    )
    .map(normalise)
    .filter(text => text !== '' && text.length <= most);
}

function anyLine(most: number): fc.Arbitrary<string> {
  return anyText(most)
    .map(text => text.replace(/[\n\u0085\u2028\u2029]/g, ' ').trim())
    .filter(text => text !== '');
}

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.option(arbitrary, { nil: null });

const name = fc.stringMatching(/^[a-z0-9]([a-z0-9._-]{0,10}[a-z0-9])?$/);

const entityRef = fc
  .tuple(fc.constantFrom('component', 'system', 'api', '=cmd'), name, name)
  .map(([kind, namespace, own]) => `${kind}:${namespace}/${own}`);

/** Days that are plausible when the tests take place. */
const day = fc
  .integer({ min: 0, max: 21_500 })
  .map(days => new Date(days * 86_400_000).toISOString().slice(0, 10));

const days = fc.oneof(
  fc.double({ min: 0.001, max: 100_000, noNaN: true }),
  fc.constantFrom(0.5, 1, 1.125, 8, 1_000),
);

const address = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .filter(url => url.length <= limits.linkRef);

const link: fc.Arbitrary<DebtLink> = fc
  .oneof(
    fc.tuple(
      fc.constantFrom(
        'issue' as const,
        'pull_request' as const,
        'adr' as const,
      ),
      address,
    ),
    fc.tuple(
      fc.constant('slo' as const),
      fc.tuple(name, name).map(([space, own]) => `slo:${space}/${own}`),
    ),
    fc.tuple(
      fc.constant('check' as const),
      fc
        .tuple(name, name)
        .map(([own, check]) => `scorecard:default/${own}#${check}`),
    ),
    fc.tuple(
      fc.constantFrom(
        'incident' as const,
        'deployment' as const,
        'exemption' as const,
        'decision' as const,
      ),
      fc.constantFrom('INC-7', '=1+1', '"', "'", ',;', '\u{1f525}'),
    ),
  )
  .chain(([type, ref]) =>
    optional(anyLine(limits.linkTitle)).map(title => ({ type, ref, title })),
  );

const scale = optional(fc.constantFrom(...wsjfScale));
const oneToFive = optional(fc.integer({ min: 1, max: 5 }));

const anyFields: fc.Arbitrary<ExchangedDebtItem> = fc.record({
  externalId: optional(anyLine(limits.externalId)),
  title: anyLine(limits.title),
  description: optional(anyText(limits.description)),
  entityRefs: fc
    .uniqueArray(entityRef, { minLength: 1, maxLength: 4 })
    .map(refs => refs.sort()),
  ownerRef: name.map(own => `group:default/${own}`),
  category: fc.constantFrom(...debtCategories),
  intent: optional(fc.constantFrom(...debtIntents)),
  prudence: optional(fc.constantFrom(...debtPrudences)),
  severity: optional(fc.constantFrom(...debtSeverities)),
  status: fc.constantFrom(...debtStatuses),
  estimate: fc.record({
    principalDays: optional(days),
    interestDays: optional(fc.oneof(days, fc.constant(0))),
    occurrencesPerMonth: optional(days),
    impact: oneToFive,
    likelihood: oneToFive,
    businessValue: scale,
    timeCriticality: scale,
    riskReduction: scale,
  }),
  businessImpact: optional(anyText(limits.businessImpact)),
  remediationPlan: optional(anyText(limits.remediationPlan)),
  targetDate: optional(day),
  reviewDate: optional(day),
  links: fc.uniqueArray(link, {
    maxLength: 4,
    selector: ({ type, ref }) => `${type} ${ref}`,
  }),
  resolution: optional(anyText(limits.resolution)),
  createdAt: optional(fc.integer({ min: 0, max: NOW })),
  resolvedAt: optional(fc.integer({ min: 0, max: NOW })),
});

/** Any item that a file can hold, with texts that are as hostile as they may be. One that stands has no end. */
export const anyDebtItem: fc.Arbitrary<ExchangedDebtItem> = anyFields.map(
  item => ({ ...item, resolvedAt: endOf(item) }),
);

function endOf({
  status,
  createdAt,
  resolvedAt,
}: ExchangedDebtItem): number | null {
  const hasEnded = status === 'resolved' || status === 'wont_fix';
  return hasEnded && resolvedAt !== null
    ? Math.max(resolvedAt, createdAt ?? 0)
    : null;
}
