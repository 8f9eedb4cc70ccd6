import { useTranslationRef } from '@backstage/frontend-plugin-api';
import PageLink from '@material-ui/core/Link';
import type {
  DoraMetricId,
  DoraReport,
  MetricContext,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  NoteChip,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { contextOf } from '../metrics/metricIds';
import { useQualityText } from '../metrics/qualityChecks';
import { useBandText, useBenchmarkWords } from '../metrics/useBandText';
import { usePrintedText } from '../metrics/usePrintedText';
import { DISPUTES_ANCHOR } from '../anchors';

/** What is said about a number: its benchmark or why it has none, what another tool prints, and whether it is disputed. */
export function MetricBadges(props: {
  report: DoraReport;
  metric: DoraMetricId;
}) {
  const { report, metric } = props;
  const context = contextOf(report, metric);
  if (!context) {
    return null;
  }
  return (
    <>
      <DisputeMark context={context} />
      <Benchmark context={context} edition={report.edition} />
      <Printed context={context} tool={report.definition.title} />
    </>
  );
}

function DisputeMark(props: { context: MetricContext }) {
  const count = props.context.openDisputes;
  const { t } = useTranslationRef(doraTranslationRef);
  if (count === 0) {
    return null;
  }
  return (
    <PageLink href={`#${DISPUTES_ANCHOR}`} title={t('band.disputedText')}>
      <StateChip state="attention" label={t('band.disputed', { count })} />
    </PageLink>
  );
}

function Benchmark(props: { context: MetricContext; edition: string }) {
  const { context, edition } = props;
  const { metric, benchmark, family, ungraded, quality } = context;
  const { t } = useTranslationRef(doraTranslationRef);
  const words = useBenchmarkWords();
  const hint = useBenchmarkHint(context);
  const checks = useQualityText();
  if (family === 'beside') {
    // No edition speaks of what stands beside the five metrics.
    return null;
  }
  if (benchmark) {
    return <NoteChip hint={hint}>{words(benchmark, metric)}</NoteChip>;
  }
  switch (ungraded) {
    case 'doubtful': {
      const failed = quality.checks
        .filter(({ passed }) => passed === false)
        .map(({ id }) => checks[id]?.name ?? id);
      return (
        <Hint title={t('band.doubtfulText', { checks: failed.join(', ') })}>
          <StateChip state="attention" label={t('band.doubtful')} />
        </Hint>
      );
    }
    case 'definition':
      return (
        <NoteChip hint={t('band.ungradedDefinition')}>
          {t('band.ungraded')}
        </NoteChip>
      );
    case 'edition':
      return (
        <NoteChip hint={t('band.ungradedEdition', { edition })}>
          {t('band.ungraded')}
        </NoteChip>
      );
    case 'roll_up':
      return (
        <NoteChip hint={t('band.ungradedRollUp')}>
          {t('band.ungraded')}
        </NoteChip>
      );
    default:
      // Thin and missing data have a chip of their own.
      return null;
  }
}

function useBenchmarkHint({ metric, benchmark }: MetricContext): string {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const text = useBandText();
  if (!benchmark) {
    return '';
  }
  const { band, edition, chosenByTool, shareBetter, shareSame } = benchmark;
  const score = benchmark.quickCheckScore;
  return [
    t('band.inReport', { band: text.band(band, metric), edition }),
    ...(chosenByTool ? [t('band.chosenByTool')] : []),
    ...(shareBetter === null || shareSame === null
      ? []
      : [
          t('band.shares', {
            better: formats.share(shareBetter),
            same: formats.share(shareSame),
          }),
        ]),
    ...(score === null
      ? []
      : [t('band.score', { score: formats.decimal(score) })]),
  ].join(' ');
}

function Printed(props: { context: MetricContext; tool: string }) {
  const { context, tool } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const format = usePrintedText();
  if (!context.printed) {
    return null;
  }
  const printed = t('band.printed', { tool, value: format(context.printed) });
  // The chip may be cut off where a tool prints many words: the hint holds all of it.
  return (
    <NoteChip hint={`${printed}. ${t('band.printedText', { tool })}`}>
      {printed}
    </NoteChip>
  );
}
