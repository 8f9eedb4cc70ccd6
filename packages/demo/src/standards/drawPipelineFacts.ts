import { SeededRandom } from '../history/SeededRandom';
import { DAY, HOUR, startOfDay, weekdayOf } from '../history/workload';
import type { DeliveryProfile } from '../organisation/DeliveryProfile';
import { practices } from './practices';

/** Provider of the facts, as `app-config.yaml` declares it. */
export const pipelineProvider = 'pipeline';

/** What a pipeline tells of its component, as intake takes it. */
export interface PipelineFacts {
  /** Name of the catalog component. */
  component: string;
  /** When it told, epoch milliseconds. */
  at: number;
  facts: Record<string, boolean | number | null>;
}

/** When in the night pipelines tell. */
const TOLD_AT = 5 * HOUR;

/** A widely used logging library turned out to be open to attackers so many days before the first start. */
const FLAW_DAYS_BEFORE = 75;

/** From so many days before the first start on nobody hears of the pipeline of the ledger. */
const SILENT: Readonly<Record<string, number>> = { 'ledger-api': 45 };

/** Days between two rehearsals of a rollback, of those who rehearse. */
const REHEARSED_EVERY = 70;

/**
 * What the pipelines told in a span of time, every Monday and by the oldest first. It depends on nothing but the seed and the day, so
 * that the same is told again whenever it is sent again.
 *
 * @param span - `from` and `until` in epoch milliseconds; `anchorDay`: midnight of the first start
 */
export function drawPipelineFacts(
  profiles: readonly DeliveryProfile[],
  span: {
    seed: string;
    anchorDay: number;
    days: number;
    from: number;
    until: number;
  },
): PipelineFacts[] {
  const { from, until, anchorDay } = span;
  const told: PipelineFacts[] = [];
  for (let day = startOfDay(from); day + TOLD_AT <= until; day += DAY) {
    const at = day + TOLD_AT;
    if (weekdayOf(day) !== 0 || at < from) {
      continue;
    }
    for (const profile of profiles) {
      if (tells(profile, day, anchorDay)) {
        const facts = factsOn(profile, day, span);
        told.push({ component: profile.component, at, facts });
      }
    }
  }
  return told;
}

/** A component that is younger than a day, and one whose pipeline has fallen silent, tell nothing on it. */
function tells(
  { component, onlyChangesDaysBefore }: DeliveryProfile,
  day: number,
  anchorDay: number,
): boolean {
  const daysBefore = (anchorDay - day) / DAY;
  const silentSince = SILENT[component] ?? -Infinity;
  const bornDaysBefore = onlyChangesDaysBefore?.[0] ?? Infinity;
  return daysBefore > silentSince && daysBefore < bornDaysBefore;
}

function factsOn(
  { component, repository, tier }: DeliveryProfile,
  day: number,
  { seed, anchorDay, days }: { seed: string; anchorDay: number; days: number },
): PipelineFacts['facts'] {
  const progress = 1 + (day - anchorDay) / (days * DAY);
  // Those who answer for what matters most are asked first.
  const keen =
    new SeededRandom(seed, repository, 'keen').between(0.1, 1) *
    (tier <= 2 ? 1 : 0.75);
  const adopted = practices.map(({ fact, earliest, spread }) => {
    const random = new SeededRandom(seed, repository, fact);
    const takenUp = earliest + (1 - keen) * spread + random.between(-0.1, 0.1);
    return [fact, progress >= takenUp] as const;
  });
  const random = new SeededRandom(seed, component, 'coverage');
  const first = random.between(0.35, 0.8);
  const growth = random.between(-0.04, 0.22) * keen;
  const swing = new SeededRandom(seed, component, String(day)).between(
    -0.004,
    0.004,
  );
  const coverage = Math.min(0.97, first + growth * progress + swing);
  return {
    ...Object.fromEntries(adopted),
    criticalVulnerabilities: vulnerabilitiesOn(day, {
      seed,
      component,
      keen,
      anchorDay,
    }),
    testCoverage: Math.round(coverage * 1_000) / 1_000,
    rollbackRehearsedAt: rehearsedBefore(day, { seed, repository, keen }),
  };
}

/** One flaw for many at a time, and now and then one of its own; the keener a team, the sooner it is closed. */
function vulnerabilitiesOn(
  day: number,
  options: { seed: string; component: string; keen: number; anchorDay: number },
): number {
  const { seed, component, keen, anchorDay } = options;
  const random = new SeededRandom(seed, component, 'flaw');
  const isOpen = random.chance(0.7);
  const closedAfter = random.between(4, 14) + (1 - keen) * 60;
  const since = FLAW_DAYS_BEFORE - (anchorDay - day) / DAY;
  const common = isOpen && since >= 0 && since < closedAfter ? 2 : 0;
  const month = Math.floor(day / (30 * DAY));
  const own = new SeededRandom(seed, component, String(month), 'own flaw');
  return common + (own.chance(0.12 * (1.3 - keen)) ? 1 : 0);
}

/** Epoch milliseconds; null: never. */
function rehearsedBefore(
  day: number,
  options: { seed: string; repository: string; keen: number },
): number | null {
  const { seed, repository, keen } = options;
  if (keen < 0.45) {
    return null;
  }
  const offset = Math.floor(
    new SeededRandom(seed, repository, 'rehearsal').between(0, REHEARSED_EVERY),
  );
  const number = Math.floor(day / DAY) - 1 - offset;
  const last = Math.floor(number / REHEARSED_EVERY) * REHEARSED_EVERY + offset;
  return last * DAY + 10 * HOUR;
}
