import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  Panel,
  StateChip,
  useDenseTableStyles,
  useFormats,
  ScrollArea,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';

type Check = FlowReport['quality']['checks'][number];

const useStyles = makeStyles(theme => ({
  fix: { whiteSpace: 'normal', color: theme.palette.text.secondary },
}));

/** How good the facts behind the numbers are, and what would mend them. */
export function QualityPanel(props: { report: FlowReport }) {
  const { checks } = props.report.quality;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const classes = useStyles();
  const texts: Record<Check['id'], { name: string; fix: string }> = {
    'items-with-start': {
      name: t('quality.start'),
      fix: t('quality.startFix'),
    },
    'items-with-category': {
      name: t('quality.category'),
      fix: t('quality.categoryFix'),
    },
    'items-with-states': {
      name: t('quality.states'),
      fix: t('quality.statesFix'),
    },
    clocks: { name: t('quality.clocks'), fix: t('quality.clocksFix') },
    collection: {
      name: t('quality.collection'),
      fix: t('quality.collectionFix'),
    },
  };
  return (
    <Panel flush title={t('quality.title')}>
      <ScrollArea label={t('quality.title')}>
        <table className={table.table} aria-label={t('quality.title')}>
          <thead>
            <tr>
              <th scope="col">{t('quality.check')}</th>
              <th scope="col" className={table.number}>
                {t('quality.share')}
              </th>
              <th scope="col">{t('quality.verdict')}</th>
              <th scope="col">{t('quality.fix')}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map(check => (
              <tr key={check.id}>
                <th scope="row">{texts[check.id].name}</th>
                <td className={table.number}>
                  {check.share === null
                    ? NO_VALUE
                    : t('quality.of', {
                        share: formats.share(check.share),
                        n: formats.count(check.numerator),
                        total: formats.count(check.denominator),
                      })}
                </td>
                <td>
                  <CheckState passed={check.passed} />
                </td>
                <td className={classes.fix}>
                  {check.passed === false && texts[check.id].fix}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}

function CheckState(props: { passed: boolean | null }) {
  if (props.passed === null) {
    return <StateChip state="no_data" />;
  }
  return <StateChip state={props.passed ? 'good' : 'attention'} />;
}
