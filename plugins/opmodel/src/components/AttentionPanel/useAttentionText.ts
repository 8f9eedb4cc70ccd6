import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AttentionItem } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelHomeTranslationRef } from '../../translation';

/** What an item says: what is the matter, and why it is in the list, with this case's figures where they are known. */
export function useAttentionText(item: AttentionItem): {
  what: string;
  why: string;
} {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const formats = useFormats();
  const number = (name: string) => {
    const value = item.values[name];
    return typeof value === 'number' ? value : null;
  };

  const withFigures = (
    names: string[],
    say: (figures: number[]) => string,
    otherwise: string,
  ) => {
    const figures = names.map(number);
    return figures.every(figure => figure !== null)
      ? say(figures as number[])
      : otherwise;
  };

  switch (item.kind) {
    case 'stopped-deploying':
      return {
        what: t('attention.kind.stoppedDeploying'),
        why: withFigures(
          ['days', 'deploymentsBefore'],
          ([days, before]) =>
            t('attention.why.stoppedDeployingFigures', {
              days: formats.count(days),
              before: formats.count(before),
            }),
          t('attention.why.stoppedDeploying'),
        ),
      };
    case 'lead-time-rising':
      return {
        what: t('attention.kind.leadTimeRising'),
        why: withFigures(
          ['median', 'medianBefore'],
          ([current, before]) =>
            t('attention.why.leadTimeRisingFigures', {
              current: formats.duration(current),
              before: formats.duration(before),
            }),
          t('attention.why.leadTimeRising'),
        ),
      };
    case 'change-fail-rate-rising':
      return {
        what: t('attention.kind.failRateRising'),
        why: withFigures(
          ['rate', 'rateBefore'],
          ([rate, before]) =>
            t('attention.why.failRateRisingFigures', {
              current: formats.share(rate),
              before: formats.share(before),
            }),
          t('attention.why.failRateRising'),
        ),
      };
    case 'failure-not-recovered':
      return {
        what: t('attention.kind.notRecovered'),
        why: withFigures(
          ['failures'],
          ([count]) => t('attention.why.notRecoveredFigures', { count }),
          t('attention.why.notRecovered'),
        ),
      };
    case 'incident-unlinked':
      return {
        what: t('attention.kind.incidentUnlinked'),
        why: withFigures(
          ['incidents'],
          ([count]) => t('attention.why.incidentUnlinkedFigures', { count }),
          t('attention.why.incidentUnlinked'),
        ),
      };
    case 'dispute-open':
    case 'dispute-overdue':
      return {
        what:
          item.kind === 'dispute-open'
            ? t('attention.kind.disputeOpen')
            : t('attention.kind.disputeOverdue'),
        why: t('attention.why.dispute', {
          metric: String(item.values.metric ?? '').replace(/-/g, ' '),
          due: formats.day(String(item.values.answerDue ?? '') || null),
        }),
      };
    case 'work-item-aged':
      return {
        what: t('attention.kind.itemsAged'),
        why: withFigures(
          ['items', 'expectation'],
          ([count, expectation]) =>
            t('attention.why.itemsAgedFigures', {
              count,
              expectation: formats.duration(expectation),
            }),
          t('attention.why.itemsAged'),
        ),
      };
    case 'allocation-off':
      return {
        what: t('attention.kind.allocationOff'),
        why: withFigures(
          ['share', 'target'],
          ([share, target]) =>
            t('attention.why.allocationOffFigures', {
              category: String(item.values.category ?? ''),
              share: formats.share(share),
              target: formats.share(target),
            }),
          t('attention.why.allocationOff'),
        ),
      };
    case 'builds-failing':
      return {
        what: t('attention.kind.buildsFailing'),
        why: withFigures(
          ['share', 'runs'],
          ([share, runs]) =>
            t('attention.why.buildsFailingFigures', {
              share: formats.share(share),
              runs: formats.count(runs),
            }),
          t('attention.why.buildsFailing'),
        ),
      };
    case 'owner-missing':
      return {
        what: t('attention.kind.ownerMissing'),
        why: item.values.tier
          ? t('attention.why.ownerMissingFigures', {
              tier: String(item.values.tier),
            })
          : t('attention.why.ownerMissing'),
      };
    case 'owner-dangling':
      return {
        what: t('attention.kind.ownerDangling'),
        why: item.values.owner
          ? t('attention.why.ownerDanglingFigures', {
              owner: String(item.values.owner),
            })
          : t('attention.why.ownerDangling'),
      };
    case 'ownership-gap-overdue':
      return {
        what: t('attention.kind.gapOverdue'),
        why: item.values.due
          ? t('attention.why.gapOverdueFigures', {
              due: formats.day(String(item.values.due)),
            })
          : t('attention.why.gapOverdue'),
      };
    case 'ownership-review-overdue':
      return {
        what: t('attention.kind.ownershipReviewOverdue'),
        why: item.values.expired
          ? t('attention.why.ownershipReviewOverdueFigures', {
              expired: formats.day(String(item.values.expired)),
            })
          : t('attention.why.ownershipReviewOverdue'),
      };
    case 'decision-review-overdue':
      return {
        what: t('attention.kind.decisionReviewOverdue'),
        why:
          item.values.title && item.values.reviewOn
            ? t('attention.why.decisionReviewOverdueFigures', {
                title: String(item.values.title),
                due: formats.day(String(item.values.reviewOn)),
              })
            : t('attention.why.decisionReviewOverdue'),
      };
    case 'acceptance-waiting':
      return {
        what: t('attention.kind.acceptanceWaiting'),
        why:
          item.values.title && item.values.decideBy
            ? t('attention.why.acceptanceWaitingFigures', {
                title: String(item.values.title),
                due: formats.day(String(item.values.decideBy)),
              })
            : t('attention.why.acceptanceWaiting'),
      };
    case 'acceptance-expiring':
      return {
        what: t('attention.kind.acceptanceExpiring'),
        why:
          item.values.title && item.values.expiresOn
            ? t('attention.why.acceptanceExpiringFigures', {
                title: String(item.values.title),
                day: formats.day(String(item.values.expiresOn)),
              })
            : t('attention.why.acceptanceExpiring'),
      };
    case 'slo-burning':
      return {
        what: t('attention.kind.sloBurning'),
        why: withFigures(
          ['burn', 'remaining'],
          ([burn, remaining]) =>
            t('attention.why.sloBurningFigures', {
              slo: sloOf(item),
              burn: formats.rateNumber(burn),
              remaining: formats.share(remaining),
            }),
          t('attention.why.sloBurning', { slo: sloOf(item) }),
        ),
      };
    case 'slo-exhausted':
      return {
        what: t('attention.kind.sloExhausted'),
        why: withFigures(
          ['remaining'],
          ([remaining]) =>
            remaining < 0
              ? t('attention.why.sloExhaustedFigures', {
                  slo: sloOf(item),
                  over: formats.share(-remaining),
                })
              : t('attention.why.sloExhausted', { slo: sloOf(item) }),
          t('attention.why.sloExhausted', { slo: sloOf(item) }),
        ),
      };
    case 'slo-not-measured':
      return {
        what: t('attention.kind.sloNotMeasured'),
        why: t('attention.why.sloNotMeasured', { slo: sloOf(item) }),
      };
    case 'slo-review-overdue':
      return {
        what: t('attention.kind.sloReviewOverdue'),
        why: t('attention.why.sloReviewOverdue', { slo: sloOf(item) }),
      };
    case 'slo-document-wrong':
      return {
        what: t('attention.kind.sloDocumentWrong'),
        why: t('attention.why.sloDocumentWrong', { slo: sloOf(item) }),
      };
    case 'error-budget-policy':
      return {
        what: t('attention.kind.errorBudgetPolicy'),
        why: withFigures(
          ['threshold', 'remaining'],
          ([threshold, remaining]) =>
            t('attention.why.errorBudgetPolicyFigures', {
              slo: sloOf(item),
              threshold: formats.share(threshold),
              remaining: formats.share(remaining),
            }),
          t('attention.why.errorBudgetPolicy', { slo: sloOf(item) }),
        ),
      };
    case 'release-held':
      return {
        what: t('attention.kind.releaseHeld'),
        why: withFigures(
          ['remaining'],
          ([remaining]) =>
            t('attention.why.releaseHeldFigures', {
              slo: sloOf(item),
              remaining: formats.share(remaining),
            }),
          t('attention.why.releaseHeld'),
        ),
      };
    case 'campaign-open':
    case 'campaign-delayed': {
      const campaign = {
        campaign: String(item.values.title ?? ''),
        day: formats.day(String(item.values.targetOn ?? '') || null),
      };
      const count = number('open') ?? 0;
      return item.kind === 'campaign-open'
        ? {
            what: t('attention.kind.campaignOpen'),
            why: t('attention.why.campaignOpen', { ...campaign, count }),
          }
        : {
            what: t('attention.kind.campaignDelayed'),
            why: t('attention.why.campaignDelayed', { ...campaign, count }),
          };
    }
    case 'check-starting':
      return {
        what: t('attention.kind.checkStarting'),
        why: t('attention.why.checkStarting', {
          scorecard: scorecardOf(item),
          check: String(item.values.checkName ?? item.values.check ?? ''),
          day: formats.day(String(item.values.startsOn ?? '') || null),
          count: number('failing') ?? 1,
        }),
      };
    case 'level-lost':
      return {
        what: t('attention.kind.levelLost'),
        why: t('attention.why.levelLost', {
          scorecard: scorecardOf(item),
          before: String(item.values.levelBefore ?? ''),
          level: String(item.values.level ?? ''),
        }),
      };
    case 'scorecard-wrong':
      return {
        what: t('attention.kind.scorecardWrong'),
        why: t('attention.why.scorecardWrong', {
          scorecard: scorecardOf(item),
          count: number('problems') ?? 1,
        }),
      };
    case 'standard-in-question': {
      const about = {
        scorecard: scorecardOf(item),
        check: String(item.values.checkName ?? item.values.check ?? ''),
      };
      return {
        what: t('attention.kind.standardInQuestion'),
        why: withFigures(
          ['exempt'],
          ([exempt]) =>
            t('attention.why.standardInQuestionFigures', {
              ...about,
              exempt: formats.share(exempt),
            }),
          t('attention.why.standardInQuestion', about),
        ),
      };
    }
    case 'debt-overdue':
      return {
        what: t('attention.kind.debtOverdue'),
        why: t('attention.why.debtOverdue', { count: number('items') ?? 0 }),
      };
    case 'debt-remediation-over':
      return {
        what: t('attention.kind.debtRemediationOver'),
        why: t('attention.why.debtRemediationOver', {
          count: number('items') ?? 0,
          critical: formats.count(number('critical') ?? 0),
        }),
      };
    case 'debt-review-overdue':
      return {
        what: t('attention.kind.debtReviewOverdue'),
        why: t('attention.why.debtReviewOverdue', {
          count: number('items') ?? 0,
        }),
      };
    case 'debt-undated':
      return {
        what: t('attention.kind.debtUndated'),
        why: t('attention.why.debtUndated', { count: number('items') ?? 0 }),
      };
    case 'debt-owner-missing':
      return {
        what: t('attention.kind.debtOwnerMissing'),
        why: t('attention.why.debtOwnerMissing', {
          title: String(item.values.title ?? ''),
        }),
      };
    case 'debt-acceptance-ended':
      return {
        what: t('attention.kind.debtAcceptanceEnded'),
        why: t('attention.why.debtAcceptanceEnded', {
          title: String(item.values.title ?? ''),
          day: formats.day(String(item.values.acceptedUntil ?? '') || null),
        }),
      };
    default:
      // An engine that is newer than this page may report what it does not know.
      item.kind satisfies never;
      return {
        what: t('attention.kind.other'),
        why: t('attention.why.other'),
      };
  }
}

/** What the objective is called that an item is about. */
function sloOf(item: AttentionItem): string {
  return String(item.values.sloTitle ?? item.values.sloRef ?? item.entityTitle);
}

/** What the scorecard is called that an item is about. */
function scorecardOf(item: AttentionItem): string {
  return String(item.values.scorecardTitle ?? item.values.scorecardRef ?? '');
}
