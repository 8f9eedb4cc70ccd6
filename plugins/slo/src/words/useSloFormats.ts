import {
  appLanguageApiRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useApiHolder } from '@backstage/core-plugin-api';
import type {
  SloBurn,
  SloObjectiveStatus,
  SloWindowReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { NO_VALUE, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { DateTime } from 'luxon';
import { sloTranslationRef } from '../translation';
import { formatAttainment, formatTarget } from './formatAttainment';

/** Figures of objectives in words. */
export interface SloFormats {
  /** `99.93 %`; as many decimals as it takes to tell it from the target. */
  attainment(attainment: number | null, target: number): string;
  /** `99.9 %` */
  target(target: number): string;
  /** `63 % left`, `12 % over budget`. */
  remaining(remaining: number | null): string;
  /** The same as a number and what it is a number of; undefined where it is not known. */
  remainingParts(
    remaining: number | null,
  ): { value: string; unit: string } | undefined;
  /** How many events or slices; of few also parts, since servers extrapolate. */
  events(count: number | null): string;
  /** `2.4 ×` */
  burn(rate: number | null): string;
  /** When the budget is used up if it goes on like this: in a word, and what that rests on. */
  exhaustion(objective: SloObjectiveStatus): { when: string; pace: string };
  /** OpenSLO shorthand such as `30d` in words. */
  duration(shorthand: string): string;
  /** `30 days, rolling`, `month, Europe/Berlin`. */
  window(window: SloWindowReport): string;
  /** What the objective is called: its title, else its target. */
  objective(objective: Pick<SloObjectiveStatus, 'title' | 'target'>): string;
}

/** From so many on, parts of an event tell nothing. */
const EVENTS_WITHOUT_PARTS = 100;

/** Seconds of the burn that tells when the budget is used up. */
const LATEST_BURN_SECONDS = 3_600;

/** The burn over a length of time. */
export function burnOver(
  burns: readonly SloBurn[],
  seconds: number,
): number | null {
  return burns.find(burn => burn.seconds === seconds)?.rate ?? null;
}

/** Formatters of objectives in the language of the app. */
export function useSloFormats(): SloFormats {
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const chosen = useApiHolder().get(appLanguageApiRef)?.getLanguage().language;
  const language = !chosen || chosen === 'en' ? 'en-GB' : chosen;

  const duration = (shorthand: string) => {
    const [, digits, unit] = /^(\d+)([mhdwMQY])$/.exec(shorthand) ?? [];
    const count = Number(digits);
    switch (unit) {
      case 'm':
        return t('duration.minute', { count });
      case 'h':
        return t('duration.hour', { count });
      case 'd':
        return t('duration.day', { count });
      case 'w':
        return t('duration.week', { count });
      case 'M':
        return t('duration.month', { count });
      case 'Q':
        return t('duration.quarter', { count });
      case 'Y':
        return t('duration.year', { count });
      default:
        return shorthand;
    }
  };

  return {
    duration,
    attainment: (attainment, target) =>
      formatAttainment(attainment, target, language),
    target: target => formatTarget(target, language),
    remaining: remaining => {
      if (remaining === null) {
        return t('budget.unknown');
      }
      return remaining < 0
        ? t('budget.over', { share: formats.share(-remaining) })
        : t('budget.left', { share: formats.share(remaining) });
    },
    remainingParts: remaining => {
      if (remaining === null) {
        return undefined;
      }
      return remaining < 0
        ? { value: formats.share(-remaining), unit: t('budget.overUnit') }
        : { value: formats.share(remaining), unit: t('budget.leftUnit') };
    },
    events: count =>
      count !== null && Math.abs(count) >= EVENTS_WITHOUT_PARTS
        ? formats.count(count)
        : formats.decimal(count),
    burn: rate =>
      rate === null ? NO_VALUE : `${formats.rateNumber(rate)}\u00a0×`,
    exhaustion: ({ budget, burns, exhaustsAt }) => {
      if (budget.remaining === null) {
        return { when: NO_VALUE, pace: t('exhaustion.unknown') };
      }
      if (budget.remaining <= 0) {
        return { when: t('exhaustion.used'), pace: t('exhaustion.usedLong') };
      }
      const pace = t('exhaustion.pace');
      if (exhaustsAt !== null) {
        const seconds = DateTime.fromISO(exhaustsAt).diffNow().as('seconds');
        return { when: formats.duration(Math.max(0, seconds)), pace };
      }
      return burnOver(burns, LATEST_BURN_SECONDS) === null
        ? { when: NO_VALUE, pace: t('exhaustion.unknown') }
        : { when: t('exhaustion.lasts'), pace };
    },
    window: ({ type, duration: length, zone }) =>
      type === 'rolling'
        ? t('window.rolling', { duration: duration(length) })
        : t('window.calendar', {
            duration: duration(length),
            zone: zone ?? 'UTC',
          }),
    objective: ({ title, target }) =>
      title ??
      t('objective.untitled', { target: formatTarget(target, language) }),
  };
}
