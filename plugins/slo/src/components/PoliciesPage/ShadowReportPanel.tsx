import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  AppliedPolicy,
  ShadowReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloPolicyTranslationRef } from '../../translations/policies';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    '& dd': {
      margin: 0,
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
    },
  },
}));

/** What a policy held or would have held, and what became of it: whether it holds the right releases. */
export function ShadowReportPanel(props: {
  shadow: ShadowReport;
  mode: AppliedPolicy['mode'];
}) {
  const { shadow, mode } = props;
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const facts = useFactStyles();
  const isShadow = mode === 'shadow';
  const figures = {
    count: shadow.held,
    failed: formats.count(shadow.failed),
  };
  const rows = [
    [t('shadow.asked'), shadow.decisions],
    [t('shadow.held'), shadow.held],
    [t('shadow.failed'), shadow.failed],
    [t('shadow.fine'), shadow.fine],
    [t('shadow.unknown'), shadow.unknown],
    [t('shadow.passedFailed'), shadow.passedFailed],
  ] as const;
  return (
    <Panel title={isShadow ? t('shadow.title') : t('shadow.titleEnforced')}>
      <p className={facts.quiet}>
        {t('shadow.days', {
          from: formats.day(shadow.from),
          to: formats.day(shadow.to),
        })}
      </p>
      {shadow.decisions === 0 ? (
        <p className={facts.text}>{t('shadow.none')}</p>
      ) : (
        <>
          <p className={facts.text}>
            {isShadow
              ? t('shadow.text', figures)
              : t('shadow.textEnforced', figures)}
          </p>
          <dl className={classes.facts}>
            {rows.map(([name, value]) => (
              // A fact is a term and its value side by side.
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{formats.count(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Panel>
  );
}
