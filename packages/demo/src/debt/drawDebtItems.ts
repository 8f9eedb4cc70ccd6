import type {
  DebtStatus,
  ExchangedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import { SeededRandom } from '../history/SeededRandom';
import { DAY, HOUR, isoDay } from '../history/workload';
import type { DeliveryProfile } from '../organisation/DeliveryProfile';
import type { DebtTheme } from './DebtTheme';
import { debtThemes } from './debtThemes';

/** An item as it is imported: whoever owns its component answers for it. */
export type DrawnDebtItem = Omit<ExchangedDebtItem, 'ownerRef'>;

/** Days before the first start from which on debt was written down. */
const WRITTEN_DOWN_FOR_DAYS = 730;
/** In a month somebody writes down so many items of a component on average. */
const ITEMS_PER_MONTH = 0.16;
const MONTH_DAYS = 30;
/** So many days before the first start the organisation agreed to spend time on debt; what is paid is paid faster since. */
const PUSH_DAYS_BEFORE = 300;
/** Share of items that nobody has estimated, and of those that never will be paid. */
const NOT_ESTIMATED = 0.22;
const GIVEN_UP = 0.07;
const WSJF_SCALE = [1, 2, 3, 5, 8, 13, 20];

/**
 * What the components of the demo organisation owe, each item as it stands at the end of a span: two years of items before the first
 * start, and what was written down since. An item depends on nothing but the seed, its component and its month, so that the same
 * comes out whenever it is drawn again.
 *
 * @param span - `anchorDay`: midnight of the first start; `until`: epoch milliseconds
 * @returns by the oldest first
 */
export function drawDebtItems(
  profiles: readonly DeliveryProfile[],
  span: { seed: string; anchorDay: number; until: number },
): DrawnDebtItem[] {
  const { seed, anchorDay, until } = span;
  const items: DrawnDebtItem[] = [];
  for (const { component, reporting } of profiles) {
    const isDeployed = reporting.production.length > 0;
    const first = anchorDay - WRITTEN_DOWN_FOR_DAYS * DAY;
    const themes = debtThemes.filter(
      ({ ofDeployed }) => isDeployed || !ofDeployed,
    );
    const owed = new Set<string>();
    for (let month = 0; first + month * MONTH_DAYS * DAY <= until; month++) {
      const random = new SeededRandom(
        seed,
        component,
        `debt of month ${month}`,
      );
      const count = random.poisson(ITEMS_PER_MONTH);
      for (let number = 0; number < count; number++) {
        const day = Math.floor(random.between(0, MONTH_DAYS));
        const createdAt =
          first +
          (month * MONTH_DAYS + day) * DAY +
          Math.floor(random.between(8, 17) * HOUR);
        const theme = random.pick(themes);
        // What is owed already is not written down again.
        if (createdAt <= until && !owed.has(theme.id)) {
          owed.add(theme.id);
          items.push(
            drawItem(theme, component, { random, createdAt, anchorDay, until }),
          );
        }
      }
    }
  }
  return items.sort((a, b) => a.createdAt! - b.createdAt!);
}

function drawItem(
  theme: DebtTheme,
  component: string,
  moment: {
    random: SeededRandom;
    createdAt: number;
    anchorDay: number;
    until: number;
  },
): DrawnDebtItem {
  const { random, createdAt, anchorDay, until } = moment;
  const isEstimated = !random.chance(NOT_ESTIMATED);
  const principalDays = atLeastHalf(random.logNormal(theme.principalDays, 0.5));
  const occurrencesPerMonth = atLeastHalf(
    random.logNormal(theme.occurrencesPerMonth, 0.4),
  );
  const target = createdAt + Math.round(random.between(30, 240)) * DAY;
  const end = drawEnd(random, { createdAt, anchorDay, until });
  return {
    externalId: `${theme.id}-${component}`,
    title: theme.title.replace('{name}', component),
    description: theme.description,
    entityRefs: [`component:default/${component}`],
    category: theme.category,
    intent: theme.intent,
    prudence: theme.prudence,
    severity: theme.severity ?? null,
    status: end.status,
    estimate: {
      principalDays: isEstimated ? principalDays : null,
      interestDays: isEstimated ? theme.interestDays : null,
      occurrencesPerMonth: isEstimated ? occurrencesPerMonth : null,
      impact: isEstimated ? near(random, theme.impact) : null,
      likelihood: isEstimated ? near(random, theme.likelihood) : null,
      businessValue: isEstimated ? random.pick(WSJF_SCALE) : null,
      timeCriticality: isEstimated ? random.pick(WSJF_SCALE) : null,
      riskReduction: isEstimated ? random.pick(WSJF_SCALE) : null,
    },
    businessImpact: theme.businessImpact,
    remediationPlan: theme.remediationPlan,
    targetDate: random.chance(0.6) ? isoDay(target) : null,
    reviewDate: random.chance(0.25) ? isoDay(target + 30 * DAY) : null,
    links: theme.check ? [{ type: 'check', ...theme.check }] : [],
    resolution: end.status === 'resolved' ? theme.resolution : end.resolution,
    createdAt,
    resolvedAt: end.resolvedAt,
  };
}

/** What became of an item: most are paid one day, and faster since the organisation agreed to; a few are given up. */
function drawEnd(
  random: SeededRandom,
  {
    createdAt,
    anchorDay,
    until,
  }: { createdAt: number; anchorDay: number; until: number },
): {
  status: DebtStatus;
  resolution: string | null;
  resolvedAt: number | null;
} {
  const isGivenUp = random.chance(GIVEN_UP);
  const patience = random.logNormal(260, 0.9) * DAY;
  const push = anchorDay - PUSH_DAYS_BEFORE * DAY;
  const waitedBefore = Math.max(0, push - createdAt);
  // What is left to wait when the push begins takes half as long.
  const wait =
    patience <= waitedBefore
      ? patience
      : waitedBefore + (patience - waitedBefore) * 0.5;
  const resolvedAt = Math.floor(createdAt + Math.max(wait, DAY));
  const underWay = random.weighted<DebtStatus>([
    ['open', 5],
    ['planned', 3],
    ['in_progress', 2],
  ]);
  if (resolvedAt > until) {
    return { status: underWay, resolution: null, resolvedAt: null };
  }
  return isGivenUp
    ? {
        status: 'wont_fix',
        resolution: 'It is replaced next year; paying it would be for nothing.',
        resolvedAt,
      }
    : { status: 'resolved', resolution: null, resolvedAt };
}

/** In halves, as people estimate. */
function atLeastHalf(value: number): number {
  return Math.max(0.5, Math.round(value * 2) / 2);
}

/** One more, one less or the same, on a scale from 1 to 5. */
function near(random: SeededRandom, value: number): number {
  return Math.min(5, Math.max(1, value + random.pick([-1, 0, 0, 1])));
}
