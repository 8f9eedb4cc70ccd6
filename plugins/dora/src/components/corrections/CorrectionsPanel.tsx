import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { DoraCorrection } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  PagedRows,
  Panel,
  RelativeTime,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { CorrectionPages } from '../../hooks/useCorrections';
import { doraTranslationRef } from '../../translation';
import { CORRECTIONS_ANCHOR } from '../anchors';
import { ExcludePeriodButton } from './ExcludePeriodButton';
import { UndoCorrection } from './UndoCorrection';
import { useCorrectionText } from './useCorrectionText';

const useStyles = makeStyles(theme => ({
  text: {
    margin: 0,
    padding: theme.spacing(0, 2, 1),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
  wrap: { whiteSpace: 'normal', minWidth: 180, overflowWrap: 'anywhere' },
}));

/** What people decided about the facts of a component, with the way to undo it. */
export function CorrectionsPanel(props: {
  pages: CorrectionPages;
  zone: string;
}) {
  const { pages, zone } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  return (
    <div id={CORRECTIONS_ANCHOR}>
      <Panel
        flush
        title={t('correction.title')}
        actions={<ExcludePeriodButton />}
      >
        <p className={classes.text}>{t('correction.caption')}</p>
        <PagedRows
          pages={pages}
          subject={t('tab.subject')}
          label={t('correction.pages')}
          skeletonRows={2}
          empty={t('correction.empty')}
          quietOnOnePage
        >
          {page => <CorrectionTable corrections={page.items} zone={zone} />}
        </PagedRows>
      </Panel>
    </div>
  );
}

function CorrectionTable(props: {
  corrections: DoraCorrection[];
  zone: string;
}) {
  const { t } = useTranslationRef(doraTranslationRef);
  const table = useDenseTableStyles();
  const classes = useStyles();
  const describe = useCorrectionText();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('correction.title')}>
        <thead>
          <tr>
            <th scope="col">{t('correction.what')}</th>
            <th scope="col">{t('correction.why')}</th>
            <th scope="col">{t('correction.who')}</th>
            <th scope="col">{t('correction.state')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {props.corrections.map(correction => (
            <tr key={correction.id}>
              <th scope="row" className={classes.wrap}>
                {describe(correction)}
              </th>
              <td className={classes.wrap}>{correction.reason}</td>
              <td>
                <EntityRefLink entityRef={correction.decidedBy} />{' '}
                <RelativeTime
                  instant={correction.decidedAt}
                  zone={props.zone}
                />
              </td>
              <td className={classes.wrap}>
                <CorrectionState correction={correction} />
              </td>
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function CorrectionState(props: { correction: DoraCorrection }) {
  const { correction } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const states: Record<DoraCorrection['state'], string> = {
    active: t('correction.active'),
    superseded: t('correction.superseded'),
    undone: t('correction.undoneBy', {
      who: correction.undoneBy ?? '',
      why: correction.undoReason ?? '',
    }),
  };
  return (
    <>
      {states[correction.state]}{' '}
      {correction.mayUndo && <UndoCorrection correction={correction} />}
    </>
  );
}
